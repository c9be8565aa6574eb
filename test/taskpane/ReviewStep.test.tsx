/** @jest-environment jsdom */
import { TextDecoder, TextEncoder } from "node:util";
import { act, configure, screen, waitFor, within } from "@testing-library/react";
import { importPlan } from "../../src/pipeline";
import { applyReview } from "../../src/review/applyReview";
import { parseReview } from "../../src/review/parseReview";
import type { SavedReview } from "../../src/review/review";
import { decideEdit } from "../../src/taskpane/decisions";
import type { PaneServices } from "../../src/taskpane/services";
import "./domMatchers";
import { expectAccessible, openPane } from "./openPane";

jest.setTimeout(60_000);
configure({ defaultHidden: true, asyncUtilTimeout: 5000 });
// jsdom lacks them, every browser has them.
Object.assign(globalThis, { TextDecoder, TextEncoder, CSS: { escape: (text: string) => text } });

const PLAN = `KẾ HOẠCH
Cải cách hành chính năm 2025 của Sở Nội vụ

I. MỤC TIÊU
1. Tỷ lệ hồ sơ giải quyết đúng hạn đạt tối thiểu 95%.
2. Tỷ lệ văn bản xử lý trên môi trường mạng đạt từ 90% trở lên.
3. Kiểm tra trực tiếp trên 30% đơn vị thuộc Sở trong năm 2025.

II. NHIỆM VỤ
1. Văn phòng Sở chủ trì xây dựng kế hoạch tuyên truyền về cải cách hành chính, hoàn thành trước ngày 30/6/2025.
2. Văn phòng Sở chủ trì xây dựng quy chế phối hợp về cải cách hành chính, hoàn thành trước ngày 30/9/2025.
3. Rà soát toàn bộ thủ tục hành chính thuộc thẩm quyền giải quyết của Phòng Tổ chức, hoàn thành trước ngày 31/10/2025.
4. Phòng Tổ chức chủ trì sắp xếp lại vị trí việc làm của các đơn vị sự nghiệp trực thuộc.
`;

/** The pane's real work on plans; the reviews that it saves are kept here. */
function reviewing(): Partial<PaneServices> & { readonly saved: SavedReview[] } {
  const saved: SavedReview[] = [];
  return {
    saved,
    importPlan,
    decide: decideEdit,
    applyDecisions: (imported, decisions) => {
      const { value, messages } = applyReview(imported.parsed, imported.document, { version: 1, decisions });
      return { value: { ...imported, plan: value }, messages };
    },
    saveReview: (_name, review) => void saved.push(review),
    parseReview,
  };
}

type Opened = Awaited<ReturnType<typeof openPane>>;

async function readText({ user }: Opened, text: string) {
  await user.upload(
    document.querySelector<HTMLInputElement>("input[type=file]")!,
    Object.assign(new File(["x"], "ke-hoach.txt"), { arrayBuffer: () => Promise.resolve(new TextEncoder().encode(text).buffer) }),
  );
  await screen.findByRole("region", { name: "Đã đọc xong" });
}

async function openReview(services = reviewing()) {
  const opened = await openPane(services);
  await readText(opened, PLAN);
  await opened.user.click(screen.getByRole("button", { name: "Rà soát" }));
  return opened;
}

const filter = (name: RegExp) => within(screen.getByRole("group", { name: "Lọc mục" })).getByRole("button", { name });
const rows = () => [...document.querySelectorAll<HTMLElement>("[data-row]")];
const row = (words: RegExp) => rows().find((element) => words.test(element.textContent ?? ""))!;
const undo = (user: Opened["user"]) => user.click(screen.getByRole("button", { name: "Hoàn tác (Ctrl+Z)" }));

async function openItem(user: Opened["user"], tab: RegExp, words: RegExp) {
  await user.click(filter(tab));
  await user.click(row(words));
}

describe("questions", () => {
  test("a task without a lead is asked about with the agencies that its words and neighbours name", async () => {
    const { user } = await openReview();
    const card = row(/Rà soát toàn bộ thủ tục/);
    const question = within(card).getByRole("radiogroup", { name: "Chưa rõ chủ trì. Giao cho:" });
    expect(
      within(question)
        .getAllByRole<HTMLInputElement>("radio")
        .map(({ value, checked }) => [value, checked]),
    ).toEqual(
      expect.arrayContaining([
        ["Phòng Tổ chức", false],
        ["Văn phòng Sở", false],
      ]),
    );
    expect(within(card).getByRole("button", { name: "Xác nhận" })).toBeDisabled();
    await expectAccessible();
    await user.click(within(question).getByRole("radio", { name: "Phòng Tổ chức" }));
    await openItem(user, /Nhiệm vụ/, /Rà soát toàn bộ/);
    expect(row(/Rà soát toàn bộ/)).not.toHaveTextContent("chưa rõ chủ trì");
    await undo(user);
    expect(row(/Rà soát toàn bộ/)).toHaveTextContent("chưa rõ chủ trì");
  });

  test("a task without a time is given the end of the plan, and the focus goes on to the next question", async () => {
    const { user } = await openReview();
    const before = rows().length;
    await user.click(within(row(/sắp xếp lại vị trí việc làm/)).getByRole("radio", { name: "Hết kỳ kế hoạch (31/12/2025)" }));
    await waitFor(() =>
      expect(rows().filter((element) => within(element).queryAllByRole("radiogroup").length > 0)).toHaveLength(before - 1),
    );
    await waitFor(() => expect(document.activeElement?.closest("[data-key]")).not.toBeNull());
    await user.click(filter(/Nhiệm vụ/));
    expect(row(/sắp xếp lại vị trí việc làm/i)).toHaveTextContent("31/12/2025");
  });

  test("the keyboard goes through the choices without answering, and Enter answers", async () => {
    const { user } = await openReview();
    const question = within(row(/Kiểm tra trực tiếp/i)).getByRole("radiogroup", { name: "Câu này có thể hiểu:" });
    const [guess, other] = within(question).getAllByRole<HTMLInputElement>("radio");
    expect(guess).toBeChecked();
    act(() => guess!.focus());
    await user.keyboard("{ArrowDown}");
    expect(other).toBeChecked();
    expect(question.isConnected).toBe(true);
    await user.keyboard("{Enter}");
    await waitFor(() => expect(question.isConnected).toBe(false));
    await openItem(user, /Chỉ tiêu \(/, /Kiểm tra trực tiếp/i);
    expect(row(/Kiểm tra trực tiếp/i)).toHaveTextContent(other!.value.replace(/.*\((.*)\)$/, "$1"));
  });

  test("a choice made with the space bar waits for Xác nhận", async () => {
    const { user } = await openReview();
    const card = row(/Rà soát toàn bộ thủ tục/);
    expect(within(card).getAllByRole("radiogroup")).toHaveLength(1);
    const count = filter(/Cần xem/).textContent;
    act(() => within(card).getByRole("radio", { name: "Phòng Tổ chức" }).focus());
    await user.keyboard(" ");
    expect(filter(/Cần xem/)).toHaveTextContent(count);
    await user.click(within(card).getByRole("button", { name: "Xác nhận" }));
    expect(filter(/Cần xem/).textContent).not.toBe(count);
  });

  test("what was read can be left as it is", async () => {
    const { user } = await openReview();
    const count = () => Number(/\((\d+)\)/.exec(filter(/Cần xem/).textContent ?? "")?.[1]);
    const before = count();
    await user.click(within(row(/sắp xếp lại vị trí việc làm/)).getByRole("button", { name: "Giữ như đã đọc" }));
    expect(count()).toBe(before - 1);
  });
});

describe("changing items", () => {
  test("two tasks become one and, undone, two again", async () => {
    const { user } = await openReview();
    await openItem(user, /Nhiệm vụ \(4\)/, /kế hoạch tuyên truyền/);
    await user.click(screen.getByRole("button", { name: "Gộp với…" }));
    await user.click(await screen.findByRole("menuitem", { name: /NV-02/ }));
    expect(filter(/Nhiệm vụ \(3\)/)).toBeVisible();
    await undo(user);
    expect(filter(/Nhiệm vụ \(4\)/)).toBeVisible();
  });

  test("a task is split, and each part gets a lead of its own", async () => {
    const { user } = await openReview();
    await openItem(user, /Nhiệm vụ \(4\)/, /quy chế phối hợp/);
    await user.click(screen.getByRole("button", { name: "Tách" }));
    expect(filter(/Nhiệm vụ \(5\)/)).toBeVisible();
    await user.click(
      within(screen.getAllByRole("group", { name: "Chủ trì" })[0]!).getByRole("button", { name: /Bỏ Văn phòng Sở|Văn phòng Sở/ }),
    );
    await user.type(screen.getByRole("combobox", { name: "Chủ trì: Thêm cơ quan" }), "Thanh tra Sở{Enter}");
    const parts = rows().filter(({ textContent }) => /quy chế phối hợp/.test(textContent ?? ""));
    expect(parts.map(({ textContent }) => /Thanh tra Sở/.test(textContent ?? ""))).toEqual([true, false]);
  });

  test("a target becomes a task with its words, and the task a target again with the goal that they state", async () => {
    const { user } = await openReview();
    await openItem(user, /Chỉ tiêu \(3\)/, /hồ sơ giải quyết đúng hạn/);
    await user.click(screen.getByRole("button", { name: "Đổi thành nhiệm vụ" }));
    expect(filter(/Nhiệm vụ \(5\)/)).toHaveAttribute("aria-pressed", "true");
    const title = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Nội dung nhiệm vụ" });
    expect(title.value).toMatch(/^Tỷ lệ hồ sơ giải quyết đúng hạn đạt tối thiểu 95%/);
    await user.click(screen.getByRole("button", { name: "Đổi thành chỉ tiêu" }));
    expect(filter(/Chỉ tiêu \(3\)/)).toHaveAttribute("aria-pressed", "true");
    expect(row(/hồ sơ giải quyết đúng hạn/)).toHaveTextContent("≥ 95 %");
    await undo(user);
    expect(filter(/Nhiệm vụ \(5\)/)).toBeVisible();
  });

  test("Esc closes the item that is open and stays on its row", async () => {
    const { user } = await openReview();
    await openItem(user, /Chỉ tiêu/, /hồ sơ giải quyết đúng hạn/);
    await user.click(screen.getByRole("textbox", { name: "Đơn vị tính" }));
    await user.keyboard("{Escape}");
    expect(row(/hồ sơ giải quyết/)).toHaveAttribute("aria-expanded", "false");
    await waitFor(() => expect(row(/hồ sơ giải quyết/)).toHaveFocus());
  });
});

describe("the text of the plan", () => {
  const mark = (words: RegExp) =>
    [...document.querySelectorAll<HTMLElement>("[data-mark]")].find((one) => words.test(one.textContent ?? ""))!;

  test("in a narrow pane it takes the place of the list, and a mark leads back to its item", async () => {
    const { user } = await openReview();
    await openItem(user, /Chỉ tiêu/, /hồ sơ giải quyết đúng hạn/);
    await user.click(screen.getByRole("button", { name: "Xem trong văn bản" }));
    expect(mark(/hồ sơ giải quyết/)).toHaveAttribute("aria-pressed", "true");
    await expectAccessible();
    await user.click(mark(/quy chế phối hợp/));
    expect(filter(/Nhiệm vụ/)).toHaveAttribute("aria-pressed", "true");
    expect(row(/quy chế phối hợp/)).toHaveAttribute("aria-expanded", "true");
    expect(document.querySelector("[data-mark]")).toBeNull();
  });

  test("in a wide pane both stand side by side and mark each other", async () => {
    window.matchMedia = ((query: string) => ({
      matches: query === "(min-width: 640px)",
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    })) as never;
    try {
      const { user } = await openReview();
      await openItem(user, /Chỉ tiêu/, /hồ sơ giải quyết đúng hạn/);
      expect(mark(/hồ sơ giải quyết/)).toHaveAttribute("aria-pressed", "true");
      await user.click(mark(/văn bản xử lý trên môi trường mạng/));
      expect(row(/văn bản xử lý/i)).toHaveAttribute("aria-expanded", "true");
      expect(mark(/hồ sơ giải quyết/)).toHaveAttribute("aria-pressed", "false");
      // The keyboard goes from mark to mark.
      act(() => mark(/văn bản xử lý trên môi trường mạng/).focus());
      await user.keyboard("{ArrowDown}");
      await waitFor(() => expect(document.activeElement).toHaveTextContent("Kiểm tra trực tiếp"));
      await user.keyboard("{Enter}");
      expect(row(/Kiểm tra trực tiếp/i)).toHaveAttribute("aria-expanded", "true");
    } finally {
      delete (window as { matchMedia?: unknown }).matchMedia;
    }
  });
});

describe("keeping the review", () => {
  const decide = async (user: Opened["user"]) => {
    await openItem(user, /Chỉ tiêu \(3\)/, /hồ sơ giải quyết đúng hạn/);
    await user.selectOptions(screen.getByRole("combobox", { name: "Kiểu mục tiêu" }), "more-than");
    await user.click(filter(/Nhiệm vụ/));
    row(/kế hoạch tuyên truyền/).focus();
    await user.keyboard("{Delete}");
    expect(filter(/Nhiệm vụ \(3\)/)).toBeVisible();
  };
  const expectDecided = async (user: Opened["user"]) => {
    await user.click(filter(/Chỉ tiêu \(3\)/));
    expect(row(/hồ sơ giải quyết đúng hạn/)).toHaveTextContent("> 95 %");
    expect(filter(/Nhiệm vụ \(3\)/)).toBeVisible();
  };

  test("a saved review is applied to a new reading of the document", async () => {
    const services = reviewing();
    const first = await openReview(services);
    await decide(first.user);
    await first.user.click(screen.getByRole("button", { name: "Thêm việc" }));
    await first.user.click(await screen.findByRole("menuitem", { name: "Lưu kết quả rà soát" }));
    expect(services.saved).toHaveLength(1);
    first.view.unmount();
    const { user } = await openReview();
    expect(filter(/Nhiệm vụ \(4\)/)).toBeVisible();
    const text = JSON.stringify(services.saved[0]);
    await user.upload(
      document.querySelector<HTMLInputElement>("input[accept='.json']")!,
      Object.assign(new File(["x"], "ke-hoach.review.json"), { text: () => Promise.resolve(text) }),
    );
    await waitFor(() => expect(filter(/Nhiệm vụ \(3\)/)).toBeVisible());
    await expectDecided(user);
  });

  test("the same document read again, with a line more, keeps what was decided; undo takes it back", async () => {
    const opened = await openReview();
    const { user } = opened;
    await decide(user);
    await user.click(screen.getByRole("tab", { name: /Chọn/ }));
    await readText(opened, PLAN.replace("I. MỤC TIÊU", "Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ.\n\nI. MỤC TIÊU"));
    await waitFor(() =>
      expect(screen.getAllByRole("status").map(({ textContent }) => textContent)).toContain("Đã áp dụng lại 2 quyết định rà soát"),
    );
    await user.click(screen.getByRole("button", { name: "Rà soát" }));
    await expectDecided(user);
    await undo(user);
    expect(filter(/Nhiệm vụ \(4\)/)).toBeVisible();
  });

  test("another document starts without decisions", async () => {
    const opened = await openReview();
    await decide(opened.user);
    await opened.user.click(screen.getByRole("tab", { name: /Chọn/ }));
    await readText(opened, "KẾ HOẠCH\nChuyển đổi số năm 2025\n\nI. MỤC TIÊU\n1. Tỷ lệ hồ sơ trực tuyến toàn trình đạt tối thiểu 80%.\n");
    await opened.user.click(screen.getByRole("button", { name: "Rà soát" }));
    expect(screen.getByRole("button", { name: "Hoàn tác (Ctrl+Z)" })).toBeDisabled();
  });
});
