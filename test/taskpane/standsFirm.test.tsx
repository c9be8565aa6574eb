/** @jest-environment jsdom */
import { act, configure, screen, waitFor, within } from "@testing-library/react";
import type { Message, Result } from "../../src/result";
import type { PaneServices } from "../../src/taskpane/services";
import { wordsFor } from "../../src/taskpane/strings";
import "./domMatchers";
import { fakeImported, fakePeriodRow, fakeTrack } from "./fakeServices";
import { openPane } from "./openPane";

jest.setTimeout(60_000);
configure({ defaultHidden: true, asyncUtilTimeout: 5000 });

const books = () => Promise.resolve({ value: [{ book: 1, title: fakeTrack.title }], messages: [] });
const failing = (code: Message["code"]) => Promise.resolve({ value: undefined, messages: [{ code, severity: "error" as const }] });
const messages = () => screen.getByRole("region", { name: "Thông báo" });

/** The pane on a book whose sheets a test selects and changes. */
async function onBook(changes: Partial<PaneServices> = {}) {
  let select: ((sheet: string, address: string) => void) | undefined;
  const opened = await openPane({
    findBooks: books,
    rowAt: () => fakePeriodRow,
    watch: (_book, _onChange, onSelect) => {
      select = onSelect;
      return Promise.resolve({ value: () => Promise.resolve(), messages: [] });
    },
    ...changes,
  });
  return { ...opened, select: () => act(() => select!("Chỉ tiêu", "A5")) };
}

describe("what Excel refuses", () => {
  /** Each request of the tracking step by the button that makes it. */
  const REQUESTS: readonly (readonly [keyof PaneServices, string | RegExp])[] = [
    ["setEvaluationDay", "Hôm nay"],
    ["switchDialect", "Chuyển cả sổ sang công thức Excel"],
    ["sendCopy", "Tải bản gửi đi"],
    ["selectRow", /NV-01/],
    ["readBook", "Đọc lại sổ"],
  ];

  test.each(REQUESTS)("%s: it is told, the figures stay, and one press tries again", async (service, button) => {
    let calls = 0;
    let refuse = false;
    const works = (await openPane()).services[service] as (...parts: never[]) => Promise<Result<unknown>>;
    document.body.innerHTML = "";
    const { user } = await onBook({
      [service]: (...parts: never[]) => {
        calls++;
        return refuse ? failing("excel-busy") : works(...parts);
      },
    });
    refuse = true;
    await user.click(screen.getAllByRole("button", { name: button })[0]!);
    expect(await within(messages()).findByText("Excel đang bận")).toBeVisible();
    expect(screen.getByRole("button", { name: /Chỉ tiêu đạt: 8\/11/ })).toBeVisible();
    refuse = false;
    const before = calls;
    await user.click(within(messages()).getByRole("button", { name: "Thử lại" }));
    await waitFor(() => expect(calls).toBeGreaterThan(before));
    expect(screen.queryByText("Excel đang bận")).toBeNull();
  });

  test("following the sheets: it is told, and begun again with one press", async () => {
    let tries = 0;
    const { user } = await openPane({
      findBooks: books,
      watch: () => (++tries === 1 ? failing("excel-failed") : Promise.resolve({ value: () => Promise.resolve(), messages: [] })),
    });
    expect(await screen.findByText("Excel không làm được việc này")).toBeVisible();
    expect(within(messages()).getByRole("button", { name: "Sao chép chi tiết" })).toBeVisible();
    await user.click(within(messages()).getByRole("button", { name: "Thử lại" }));
    await waitFor(() => expect(tries).toBe(2));
  });

  test("a broken promise is told like any other failure, with both ways out", async () => {
    const { user } = await onBook({ setEvaluationDay: () => Promise.reject(new Error("lost")) });
    await user.click(screen.getByRole("button", { name: "Hôm nay" }));
    expect(await screen.findByText("Việc này chưa làm được")).toBeVisible();
    expect(
      within(messages())
        .getAllByRole("button")
        .map(({ textContent }) => textContent),
    ).toEqual(expect.arrayContaining(["Thử lại", "Sao chép chi tiết"]));
  });
});

describe("what is being typed", () => {
  test("stays when the row has moved; the row is found again by its code", async () => {
    let sorted = false;
    const moved = { ...fakePeriodRow, rowIndex: 7, row: 11 };
    const other = { ...fakePeriodRow, code: "CT-09", title: "Một chỉ tiêu khác" };
    const { user, select, services } = await onBook({
      rowAt: () => (sorted ? other : fakePeriodRow),
      rowOf: (_book, _table, code) => (code === fakePeriodRow.code ? moved : undefined),
      enterRow: () => {
        sorted = true;
        return failing("row-moved");
      },
    });
    await select();
    const card = () => screen.getByRole("region", { name: "Dòng đang chọn" });
    await user.type(within(card()).getByRole("textbox", { name: "Giá trị" }), "91,5");
    await user.click(within(card()).getByRole("button", { name: "Ghi" }));
    expect(await screen.findByText("Dòng đã đổi chỗ")).toBeVisible();
    await waitFor(() => expect(card()).toHaveTextContent("Chỉ tiêu, dòng 11"));
    expect(within(card()).getByRole("textbox", { name: "Giá trị" })).toHaveValue("91,5");
    await user.click(within(messages()).getByRole("button", { name: "Tới dòng này" }));
    await waitFor(() => expect(services.calls).toContain("select targets 7"));
  });

  test("stays when the book cannot be read", async () => {
    let refuse = false;
    const { user, select } = await onBook({
      readBook: (book) => (refuse ? failing("excel-busy") : Promise.resolve({ value: { ...fakeTrack, book }, messages: [] })),
    });
    await select();
    await user.type(screen.getByRole("textbox", { name: "Giá trị" }), "91,5");
    refuse = true;
    await user.click(screen.getByRole("button", { name: "Đọc lại sổ" }));
    expect(await screen.findByText("Excel đang bận")).toBeVisible();
    expect(screen.getByRole("textbox", { name: "Giá trị" })).toHaveValue("91,5");
  });
});

describe("every message says what to press", () => {
  test.each([
    ["figure-locked", "Mở Số liệu theo kỳ", "show 1 periods"],
    ["entry-changed", "Tới dòng này", "select targets 1"],
    ["cell-not-empty", "Thử lại", "undo entry"],
  ] as const)("%s: “%s”", async (code, label, call) => {
    let tries = 0;
    const { user, select, services } = await onBook({
      enterRow: (_book, row) => Promise.resolve({ value: { sheet: row.sheet, row: row.row }, messages: [] }),
      undoEntry: () => {
        services.calls.push(`undo entry ${++tries}`);
        return Promise.resolve({ value: false, messages: [{ code, severity: "error" }] });
      },
    });
    await select();
    await user.type(screen.getByRole("textbox", { name: "Giá trị" }), "91,5");
    await user.click(screen.getByRole("button", { name: "Ghi" }));
    await user.click(await screen.findByRole("button", { name: "Hoàn tác" }));
    await user.click(await within(await screen.findByRole("region", { name: "Thông báo" })).findByRole("button", { name: label }));
    await waitFor(() => expect(services.calls.filter((made) => made.startsWith(call)).length).toBeGreaterThan(0));
  });

  test.each(["excel-too-old", "excel-request-too-large"] as const)("%s offers the file instead", async (code) => {
    const { user, services } = await openPane({ createInWorkbook: () => failing(code) });
    await user.click(screen.getByRole("button", { name: /Gia Lai/ }));
    await screen.findByRole("region", { name: "Đã đọc xong" });
    await user.click(screen.getByRole("tab", { name: /Tạo sổ/ }));
    await user.click(screen.getByRole("button", { name: "Tạo trong sổ đang mở" }));
    await user.click(within(await screen.findByRole("region", { name: "Thông báo" })).getByRole("button", { name: "Tải tệp .xlsx" }));
    await waitFor(() => expect(services.calls).toContain("download"));
  });
});

test("a review that was opened from a book says that the book stays, and makes a new one beside it", async () => {
  const { user, services } = await onBook({ openPlan: () => Promise.resolve({ value: fakeImported, messages: [] }) });
  await user.click(screen.getByRole("tab", { name: /Rà soát/ }));
  expect(await screen.findByText(/Sổ đó và số liệu trong sổ giữ nguyên/)).toBeVisible();
  const beside = screen.getByRole("button", { name: "Tạo sổ mới bên cạnh" });
  expect(beside).toBeDisabled();
  await user.click(screen.getByRole("radio", { name: /hơn 30 %/ }));
  await user.click(beside);
  await user.click(screen.getByRole("button", { name: "Tạo sổ mới bên cạnh" }));
  await waitFor(() => expect(services.calls).toContain("create 2 without "));
  expect(screen.getAllByText("Đã tạo 6 trang tính")[0]).toBeVisible();
  // A third book is not made by a second press.
  await user.click(screen.getByRole("button", { name: "Tạo sổ mới bên cạnh" }));
  expect(screen.getByRole("button", { name: "Tạo thêm sổ thứ 3" })).toBeVisible();
});

test("English words follow their number", () => {
  expect(wordsFor("en", "summary.attention", { n: 1 })).toBe("1 item needs a look.");
  expect(wordsFor("en", "summary.attention", { n: 2 })).toBe("2 items need a look.");
  expect(wordsFor("en", "goal.times-at-least", { times: "1", per: "year" })).toBe("≥ 1 time/year");
  expect(wordsFor("vi", "summary.attention", { n: 1 })).toBe("1 mục cần anh/chị xem.");
});
