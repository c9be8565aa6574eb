/** @jest-environment jsdom */
import { act, cleanup, configure, screen, waitFor, within } from "@testing-library/react";
import type { PaneServices } from "../../src/taskpane/services";
import type { CompileOptions } from "../../src/workbook/compileOptions";
import "./domMatchers";
import { fakeImported, fakePeriodRow, fakeTrack, manyTargets } from "./fakeServices";
import { expectAccessible, openPane } from "./openPane";

jest.setTimeout(60_000);
// Asking every ancestor whether it is hidden takes most of the time of these tests.
configure({ defaultHidden: true, asyncUtilTimeout: 5000 });

const open = openPane;

const tab = (name: RegExp) => screen.getByRole("tab", { name });
const filter = (name: RegExp) => within(screen.getByRole("group", { name: "Lọc mục" })).getByRole("button", { name });
const rows = () => [...document.querySelectorAll<HTMLElement>("[data-row]")];
const said = (words: string) =>
  waitFor(() => expect(screen.getAllByRole("status").some((element) => element.textContent === words)).toBe(true));

async function openReview(changes: Partial<PaneServices> = {}) {
  const opened = await open(changes);
  await opened.user.click(screen.getByRole("button", { name: /Gia Lai/ }));
  await opened.user.click(await screen.findByRole("button", { name: "Rà soát" }));
  return opened;
}

describe("choosing", () => {
  test("later steps are closed and say why", async () => {
    await open();
    expect(tab(/Rà soát/)).toBeDisabled();
    expect(tab(/Rà soát/)).toHaveAttribute("title", "Chọn kế hoạch trước đã");
    expect(tab(/Theo dõi/)).toHaveAttribute("title", expect.stringContaining("Chưa có sổ"));
    await expectAccessible();
  });

  test("a sample is read and summed up before anything else", async () => {
    const { user, services } = await open();
    await user.click(screen.getByRole("button", { name: /Gia Lai/ }));
    const summary = await screen.findByRole("region", { name: "Đã đọc xong" });
    expect(summary).toHaveTextContent("5chỉ tiêu2nhiệm vụ1chế độ báo cáo");
    expect(summary).toHaveTextContent("2 mục cần anh/chị xem.");
    expect(summary).toHaveTextContent("1 dòng chưa xếp được.");
    expect(services.calls).toContain("import mau-1");
    expect(screen.getByRole("button", { name: "Rà soát" })).toHaveFocus();
    await expectAccessible();
  });

  test("pasted text and a chosen file are read", async () => {
    const { user, services } = await open();
    await user.click(screen.getByRole("button", { name: "Dán nội dung" }));
    await user.type(screen.getByRole("textbox", { name: "Nội dung kế hoạch" }), "Kế hoạch");
    await user.click(screen.getByRole("button", { name: "Đọc nội dung này" }));
    await waitFor(() => expect(services.calls).toContain("import Nội dung dán"));
    await user.upload(
      document.querySelector<HTMLInputElement>("input[type=file]")!,
      Object.assign(new File(["x"], "kh.txt"), { arrayBuffer: () => Promise.resolve(new ArrayBuffer(1)) }),
    );
    await waitFor(() => expect(services.calls).toContain("import kh.txt"));
  });

  test("a file that cannot be read is told with what to do, and nothing is lost", async () => {
    await open({
      importPlan: () =>
        Promise.resolve({ value: undefined, messages: [{ code: "file-encrypted", severity: "error", details: { name: "kh.docx" } }] }),
    }).then(({ user }) => user.click(screen.getByRole("button", { name: /Gia Lai/ })));
    expect(await screen.findByText("Tệp có mật khẩu")).toBeVisible();
    expect(screen.getByText(/“kh.docx” đang được bảo vệ/)).toBeVisible();
    await expectAccessible();
  });

  test("a fault inside is told as one that can be copied, not swallowed", async () => {
    const { user } = await open({ importPlan: () => Promise.reject(new Error("boom")) });
    await user.click(screen.getByRole("button", { name: /Gia Lai/ }));
    expect(await screen.findByText("Việc này chưa làm được")).toBeVisible();
    expect(screen.getByRole("button", { name: "Sao chép chi tiết" })).toBeVisible();
  });

  test("long reading can be cancelled", async () => {
    const { user } = await open({
      importPlan: (_input, { signal, onProgress }) =>
        new Promise((resolve) => {
          onProgress?.({ step: "reading", done: 12, total: 64 });
          signal?.addEventListener("abort", () => resolve({ value: undefined, messages: [{ code: "cancelled", severity: "info" }] }));
        }),
    });
    await user.click(screen.getByRole("button", { name: /Gia Lai/ }));
    expect(await screen.findByText("Đang đọc trang 12/64…")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Huỷ" }));
    expect(await screen.findByText("Đã huỷ")).toBeVisible();
    expect(screen.queryByRole("progressbar")).toBeNull();
  });

  test("outside Excel the pane says what works", async () => {
    await open({ capabilities: { workbook: false, kpi: false } });
    expect(screen.getByText("Đang mở ngoài Excel")).toBeVisible();
    expect(screen.queryByRole("button", { name: /vùng đang chọn/ })).toBeNull();
  });
});

describe("reviewing", () => {
  test("an ambiguous target is a question whose guess is chosen and said to be one", async () => {
    const { user } = await openReview();
    expect(filter(/Cần xem \(2\)/)).toHaveAttribute("aria-pressed", "true");
    const question = screen.getByRole("radiogroup", { name: "Câu này có thể hiểu:" });
    expect(
      within(question)
        .getAllByRole<HTMLInputElement>("radio")
        .map((radio) => [radio.labels?.[0]?.textContent, radio.checked]),
    ).toEqual([
      ["ít nhất 30 % (≥ 30 %)đoán", true],
      ["hơn 30 % (> 30 %)", false],
      ["Không phải chỉ tiêu", false],
    ]);
    await user.click(within(question).getByRole("radio", { name: /hơn 30 %/ }));
    await said("Đã sửa CT-03");
    expect(filter(/Cần xem \(1\)/)).toBeVisible();
    await user.click(filter(/Chỉ tiêu/));
    expect(rows()[2]).toHaveTextContent("> 30 %");
    await expectAccessible();
  });

  test("a question can be answered with “no target”", async () => {
    const { user } = await openReview();
    await user.click(screen.getByRole("radio", { name: "Không phải chỉ tiêu" }));
    expect(filter(/Chỉ tiêu \(4\)/)).toBeVisible();
  });

  test("the keyboard moves, opens, drops, undoes and does again", async () => {
    const { user } = await openReview();
    await user.click(filter(/Chỉ tiêu/));
    rows()[0]!.focus();
    await user.keyboard("{ArrowDown}");
    expect(rows()[1]).toHaveFocus();
    await user.keyboard("{Enter}");
    expect(rows()[1]).toHaveAttribute("aria-expanded", "true");
    await user.keyboard("{Delete}");
    expect(filter(/Chỉ tiêu \(4\)/)).toBeVisible();
    await said("Đã bỏ CT-02. Ctrl+Z để lấy lại.");
    expect(rows()[1]).toHaveFocus();
    await user.keyboard("{Control>}z{/Control}");
    expect(filter(/Chỉ tiêu \(5\)/)).toBeVisible();
    await user.keyboard("{Control>}y{/Control}");
    expect(filter(/Chỉ tiêu \(4\)/)).toBeVisible();
  });

  test("Enter on a question opens its item, Escape closes it", async () => {
    const { user } = await openReview();
    rows()[0]!.focus();
    await user.keyboard("{Enter}");
    expect(screen.getByRole("combobox", { name: "Kiểu mục tiêu" })).toBeVisible();
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("combobox", { name: "Kiểu mục tiêu" })).toBeNull();
  });

  test("A accepts and goes on to the next item", async () => {
    const { user } = await openReview();
    rows()[0]!.focus();
    await user.keyboard("a");
    await said("Đã xác nhận CT-03");
    expect(screen.getByText("Đã xem 1/2 mục cần xem")).toBeVisible();
  });

  test("letters typed into a field do not act on the item", async () => {
    const { user } = await openReview();
    await user.click(filter(/Chỉ tiêu/));
    await user.click(rows()[1]!);
    const measure = screen.getByRole("textbox", { name: "Chỉ tiêu" });
    await user.click(measure);
    await user.keyboard("a{Delete}");
    expect(filter(/Chỉ tiêu \(5\)/)).toBeVisible();
    expect(measure).toHaveValue("Tỷ lệ hồ sơ giải quyết đúng hạna");
  });

  test("editing kind and level changes the chip; blank or wrong numbers change nothing", async () => {
    const { user } = await openReview();
    await user.click(filter(/Chỉ tiêu/));
    await user.click(rows()[1]!);
    await user.selectOptions(screen.getByRole("combobox", { name: "Kiểu mục tiêu" }), "more-than");
    expect(rows()[1]).toHaveTextContent("> 95 %");
    const level = screen.getByRole("textbox", { name: "Mức" });
    await user.clear(level);
    await user.type(level, "92,5{Enter}");
    expect(rows()[1]).toHaveTextContent("> 92,5 %");
    await user.clear(level);
    await user.type(level, "nhiều{Enter}");
    expect(screen.getByText("Nhập số, ví dụ 7,5")).toBeVisible();
    expect(rows()[1]).toHaveTextContent("> 92,5 %");
    await expectAccessible();
  });

  test("a lead can be taken out and typed in", async () => {
    const { user } = await openReview();
    await user.click(filter(/Chỉ tiêu/));
    await user.click(rows()[1]!);
    await user.click(within(screen.getAllByRole("group", { name: "Chủ trì" })[0]!).getByRole("button", { name: /Văn phòng Sở/ }));
    expect(rows()[1]).not.toHaveTextContent("Văn phòng Sở");
    await user.type(screen.getByRole("combobox", { name: "Chủ trì: Thêm cơ quan" }), "Sở Nội vụ{Enter}");
    expect(rows()[1]).toHaveTextContent("Sở Nội vụ");
  });

  test("search ignores marks and says when nothing is found", async () => {
    const { user } = await openReview();
    await user.click(filter(/Chỉ tiêu/));
    await user.type(screen.getByRole("searchbox", { name: "Tìm trong các mục" }), "ho so dung han");
    expect(rows()).toHaveLength(0);
    expect(screen.getByText("Không có mục nào chứa “ho so dung han”.")).toBeVisible();
    await user.clear(screen.getByRole("searchbox", { name: "Tìm trong các mục" }));
    await user.type(screen.getByRole("searchbox", { name: "Tìm trong các mục" }), "ho so giai quyet");
    expect(rows()).toHaveLength(1);
  });

  test("tasks show what they make clear, with a text for it", async () => {
    const { user } = await openReview();
    await user.click(filter(/Nhiệm vụ/));
    expect(screen.getByRole("img", { name: "6 rõ: 6/6" })).toBeVisible();
    expect(screen.getByRole("img", { name: /6 rõ: 3\/6; chưa có: Rõ thời gian/ })).toBeVisible();
    await expectAccessible();
  });

  test("an unread line becomes a target", async () => {
    const { user } = await openReview();
    await user.click(filter(/Chưa đọc \(1\)/));
    expect(screen.getByText("Nơi nhận: như trên; lưu VT.")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Thêm thành chỉ tiêu" }));
    expect(filter(/Chỉ tiêu \(6\)/)).toHaveAttribute("aria-pressed", "true");
    expect(screen.getByRole("combobox", { name: "Kiểu mục tiêu" })).toHaveValue("milestone");
  });

  test("restored letters are marked in the quoted words", async () => {
    const { user } = await openReview();
    await user.click(filter(/Chỉ tiêu/));
    await user.click(rows()[1]!);
    expect(document.querySelector("blockquote mark")).toHaveTextContent("hồ sơ");
  });

  test("of 300 items only those in view are in the page", async () => {
    const { user } = await openReview({ importPlan: () => Promise.resolve({ value: manyTargets(300), messages: [] }) });
    await user.click(filter(/Chỉ tiêu \(300\)/));
    expect(rows().length).toBeLessThan(40);
    expect(screen.getAllByRole("listitem")[0]).toHaveAttribute("aria-setsize", "300");
    rows()[0]!.focus();
    await user.keyboard("{End}");
    await waitFor(() => expect(document.activeElement).toHaveTextContent("Chỉ tiêu thứ 300"));
  });

  test("the review is saved with its decisions", async () => {
    const { user, services } = await openReview();
    await user.click(screen.getByRole("radio", { name: /ít nhất 30 %.*đoán/ }));
    await user.click(screen.getByRole("button", { name: "Thêm việc" }));
    await user.click(await screen.findByRole("menuitem", { name: "Lưu kết quả rà soát" }));
    expect(services.calls).toContain("save ke-hoach.txt 1");
  });
});

describe("creating", () => {
  const openCreate = async (changes: Partial<PaneServices> = {}) => {
    const opened = await openReview(changes);
    await opened.user.click(screen.getByRole("button", { name: "Tiếp: Tạo sổ" }));
    return opened;
  };

  test("sheets are listed with their rows; those that are not wanted are left out", async () => {
    const { user, services } = await openCreate();
    expect(screen.getByText("14 dòng")).toBeVisible();
    expect(screen.queryByRole("switch", { name: "Tạo trang Chỉ tiêu" })).toBeNull();
    await user.click(screen.getByRole("switch", { name: "Tạo trang Nguồn" }));
    expect(screen.getByText("Thêm 5 trang tính mới, không thay đổi trang tính sẵn có.")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Tạo trong sổ đang mở" }));
    expect((await screen.findAllByText("Đã tạo 6 trang tính"))[0]).toBeVisible();
    expect(services.calls).toContain("create 1 without source");
    await user.click(screen.getByRole("button", { name: "Trang Chỉ tiêu" }));
    await user.click(screen.getByRole("button", { name: "Trang Tổng quan" }));
    expect(services.calls).toEqual(expect.arrayContaining(["show 1 targets", "show 1 overview"]));
    await expectAccessible();
  });

  test("year, periods, agencies and formulas go into the workbook as chosen", async () => {
    const asked: CompileOptions[] = [];
    const { user } = await openCreate({
      createInWorkbook: (_imported, options) => {
        asked.push(options);
        return Promise.resolve({ value: { book: 1, sheets: 6, dialect: options.dialect }, messages: [] });
      },
    });
    const year = screen.getByRole("textbox", { name: "Năm theo dõi" });
    expect(year).toHaveValue("2024");
    await user.clear(year);
    await user.type(year, "2025{Enter}");
    await user.selectOptions(screen.getByRole("combobox", { name: "Kỳ báo cáo" }), "calendar");
    await user.click(screen.getByRole("radio", { name: /Công thức Excel/ }));
    await user.click(screen.getByRole("switch", { name: /số liệu minh hoạ/ }));
    await user.click(screen.getByRole("button", { name: "Cơ quan: tất cả 3" }));
    await user.click(screen.getByRole("checkbox", { name: /Các phòng chuyên môn\s*2 mục/ }));
    expect(screen.getByRole("button", { name: "Cơ quan: 2/3" })).toBeVisible();
    await expectAccessible();
    await user.click(screen.getByRole("button", { name: "Tạo trong sổ đang mở" }));
    await waitFor(() => expect(asked).toHaveLength(1));
    expect(asked[0]).toEqual({
      asOf: "2024-07-01",
      book: 1,
      dialect: "native",
      periodScheme: "calendar",
      year: 2025,
      sample: true,
      without: [],
      withoutAgencies: ["Các phòng chuyên môn"],
    });
  });

  test("unseen items are said to keep the guess; sample figures are off", async () => {
    await openCreate();
    expect(screen.getByText(/Còn 2 mục chưa xem/)).toBeVisible();
    expect(screen.getByRole("switch", { name: /số liệu minh hoạ/ })).not.toBeChecked();
    expect(screen.getByRole("radio", { name: /Hàm KPI/ })).toBeChecked();
  });

  test("where a book stands already the person chooses a second one or stops", async () => {
    const { user, services } = await openCreate({
      findBooks: () => Promise.resolve({ value: [{ book: 1, title: "Sổ cũ" }], messages: [] }),
      readBook: () => Promise.resolve({ value: undefined, messages: [] }),
    });
    await user.click(screen.getByRole("button", { name: "Tạo trong sổ đang mở" }));
    expect(screen.getByText(/Đã có sổ “Sổ cũ” trong tệp này/)).toBeVisible();
    expect(services.calls.some((call) => call.startsWith("create"))).toBe(false);
    await user.click(screen.getByRole("button", { name: "Dừng lại" }));
    await user.click(screen.getByRole("button", { name: "Tạo trong sổ đang mở" }));
    await user.click(screen.getByRole("button", { name: "Tạo thêm sổ thứ 2" }));
    await waitFor(() => expect(services.calls).toContain("create 2 without "));
  });

  test("a failure is told and can be tried again", async () => {
    let times = 0;
    const { user } = await openCreate({
      createInWorkbook: () =>
        Promise.resolve(
          ++times === 1
            ? { value: undefined, messages: [{ code: "excel-cell-edit", severity: "error" }] }
            : { value: { book: 1, sheets: 6, dialect: "kpi" }, messages: [] },
        ),
    });
    await user.click(screen.getByRole("button", { name: "Tạo trong sổ đang mở" }));
    expect(await screen.findByText("Excel đang ở chế độ sửa ô")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Thử lại" }));
    expect((await screen.findAllByText("Đã tạo 6 trang tính"))[0]).toBeVisible();
    expect(screen.queryByText("Excel đang ở chế độ sửa ô")).toBeNull();
  });

  test("outside Excel only the file can be made", async () => {
    const { user, services } = await openCreate({ capabilities: { workbook: false, kpi: false } });
    expect(screen.getByRole("button", { name: "Tạo trong sổ đang mở" })).toBeDisabled();
    expect(screen.getByRole("radio", { name: /Công thức Excel/ })).toBeChecked();
    await user.click(screen.getByRole("button", { name: "Tải tệp .xlsx" }));
    expect((await screen.findAllByText("Đã tải ke-hoach.xlsx"))[0]).toBeVisible();
    expect(services.calls).toContain("download");
  });
});

describe("tracking", () => {
  const withBook = (changes: Partial<PaneServices> = {}) =>
    open({ findBooks: () => Promise.resolve({ value: [{ book: 1, title: fakeTrack.title }], messages: [] }), ...changes });

  test("a workbook of ours opens on its last step", async () => {
    await withBook();
    expect(tab(/Theo dõi/)).toHaveAttribute("aria-selected", "true");
    expect(screen.getByRole("button", { name: /Chỉ tiêu đạt: 8\/11/ })).toBeVisible();
    expect(screen.getByRole("button", { name: /Nhiệm vụ đúng hạn: 92 %/ })).toBeVisible();
    expect(screen.getByRole("img", { name: "Chỉ tiêu theo kết luận: Vượt 3, Đạt 5, Chưa đạt 1, Chưa có số liệu 2" })).toBeVisible();
    await expectAccessible();
  });

  test("the bar has a table beside it", async () => {
    const { user } = await withBook();
    await user.click(screen.getAllByRole("button", { name: "Xem dạng bảng" })[0]!);
    expect(screen.getByRole("row", { name: "Đạt 5 45,5 %" })).toBeVisible();
  });

  const carried = {
    ...fakeImported,
    review: { version: 1, decisions: [{ item: "target", quote: "CT-03", do: "accept" }] },
  } as const;

  test("the review that an open book carries is opened again, from the first step or from its tab", async () => {
    const openPlan = () => Promise.resolve({ value: carried, messages: [] });
    const { user } = await withBook({ openPlan });
    expect(tab(/Tạo sổ/)).toBeDisabled();
    await user.click(tab(/Chọn/));
    await user.click(screen.getByRole("button", { name: /^Xem lại phần rà soát/ }));
    await waitFor(() => expect(tab(/Rà soát/)).toHaveAttribute("aria-selected", "true"));
    expect(filter(/Chỉ tiêu/)).toBeVisible();
    cleanup();
    const other = await withBook({ openPlan });
    await other.user.click(tab(/Rà soát/));
    await waitFor(() => expect(screen.getByRole("group", { name: "Lọc mục" })).toBeVisible());
    expect(tab(/Rà soát/)).toHaveAttribute("aria-selected", "true");
  });

  test("a document that an open book was made of meets its decisions again", async () => {
    const { user } = await withBook({ openPlan: () => Promise.resolve({ value: carried, messages: [] }) });
    await user.click(tab(/Chọn/));
    await user.click(screen.getByRole("button", { name: /Gia Lai/ }));
    await said("Đã áp dụng lại 1 quyết định rà soát");
    await screen.findByRole("region", { name: "Đã đọc xong" });
    expect(screen.getByRole("region", { name: "Đã đọc xong" })).toHaveTextContent("1 mục cần anh/chị xem.");
  });

  test("another document meets no decisions of the open book", async () => {
    const lines = fakeImported.document.lines.map((line) => ({ ...line, text: `${line.text} khác` }));
    const other = { ...carried, document: { ...fakeImported.document, lines } };
    const { user } = await withBook({ openPlan: () => Promise.resolve({ value: other, messages: [] }) });
    await user.click(tab(/Chọn/));
    await user.click(screen.getByRole("button", { name: /Gia Lai/ }));
    expect(await screen.findByRole("region", { name: "Đã đọc xong" })).toHaveTextContent("2 mục cần anh/chị xem.");
  });

  test("a row is selected in the sheet and the pane says where", async () => {
    const { user, services } = await withBook();
    await user.click(screen.getByRole("button", { name: /NV-01.*chậm 12 ngày/ }));
    expect(services.calls).toContain("select tasks 0");
    await said("Đang ở trang Nhiệm vụ, dòng 5");
    await user.click(screen.getByRole("button", { name: /CT-03.*Báo động · chậm 20,5 điểm % so với tiến độ/ }));
    expect(services.calls).toContain("select targets 2");
  });

  test("the evaluation day is set by hand or to today", async () => {
    const { user, services } = await withBook();
    await user.click(screen.getByRole("button", { name: "Hôm nay" }));
    await waitFor(() => expect(services.calls).toContain("day 1 2024-07-01"));
    const day = screen.getByRole("textbox", { name: "Ngày xét" });
    await user.clear(day);
    await user.type(day, "30/9/2024{Enter}");
    await waitFor(() => expect(services.calls).toContain("day 1 2024-09-30"));
  });

  test("the period viewed is shown with its days and another one is chosen", async () => {
    const { user, services } = await withBook();
    const period = screen.getByRole("combobox", { name: "Kỳ đang xem" });
    expect(period).toHaveValue("2024-06T");
    expect(screen.getByText("Số liệu từ 15/12/2023 đến 14/06/2024")).toBeVisible();
    await user.selectOptions(period, "Quý II/2024");
    await waitFor(() => expect(services.calls).toContain("period 1 2024-Q2"));
  });

  test("a period that the book does not keep is said to be none of its own", async () => {
    const period = { ...fakeTrack.period!, code: "2031-N" };
    await withBook({ readBook: () => Promise.resolve({ value: { ...fakeTrack, period }, messages: [] }) });
    expect(screen.getByRole("option", { name: "2031-N (không có trong Danh mục)" })).toHaveAttribute("disabled", "");
  });

  test("what Excel refuses is told, and tried again with one press", async () => {
    let editing = true;
    const { user, services } = await withBook({
      setViewedPeriod: (book, code) => {
        services.calls.push(`period ${book} ${code}`);
        return Promise.resolve(
          editing ? { value: false, messages: [{ code: "excel-cell-edit", severity: "error" }] } : { value: true, messages: [] },
        );
      },
    });
    await user.selectOptions(screen.getByRole("combobox", { name: "Kỳ đang xem" }), "2024-Q2");
    expect(await screen.findByText("Excel đang ở chế độ sửa ô")).toBeVisible();
    editing = false;
    await user.click(screen.getByRole("button", { name: "Thử lại" }));
    await waitFor(() => expect(services.calls.filter((call) => call === "period 1 2024-Q2")).toHaveLength(2));
    expect(screen.queryByText("Excel đang ở chế độ sửa ô")).toBeNull();
  });

  test("changes in the sheet are followed, several at once", async () => {
    let changed: (() => void) | undefined;
    const { services } = await withBook({
      watch: (_book, onChange) => {
        changed = onChange;
        return Promise.resolve({ value: () => Promise.resolve(), messages: [] });
      },
    });
    const reads = () => services.calls.filter((call) => call === "read 1").length;
    const before = reads();
    changed!();
    changed!();
    await waitFor(() => expect(reads()).toBe(before + 1), { timeout: 2000 });
  });

  test("faults of the formulas are told with their remedy", async () => {
    const firstOverwritten = { table: "tasks", rowIndex: 2, header: "Trạng thái" } as const;
    const health = { ...fakeTrack.health, nameErrors: 12, overwritten: 3, firstOverwritten };
    const { user, services } = await withBook({
      readBook: () => Promise.resolve({ value: { ...fakeTrack, health }, messages: [] }),
    });
    expect(screen.getByText(/12 ô hiện #NAME\?/)).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Xem" }));
    await said("Đang ở trang Nhiệm vụ, dòng 7");
    expect(services.calls).toContain("select tasks 2 Trạng thái");
    await user.click(screen.getByRole("button", { name: "Chuyển sang công thức Excel" }));
    await user.click(screen.getByRole("button", { name: "Khôi phục công thức" }));
    await waitFor(() => expect(services.calls).toEqual(expect.arrayContaining(["dialect native", "restore"])));
  });

  test("an agency that Danh mục does not list is renamed, and the renaming taken back", async () => {
    const unlisted = [
      { name: "VP Sở", rows: 2, listed: "Văn phòng Sở" },
      { name: "Phòng BCVT", rows: 1 },
    ];
    const { user, services } = await withBook({
      readBook: () => Promise.resolve({ value: { ...fakeTrack, health: { ...fakeTrack.health, unlisted } }, messages: [] }),
    });
    expect(screen.getByText(/“VP Sở” chủ trì hoặc lập báo cáo ở 2 dòng/)).toBeVisible();
    const [known, unknown] = screen.getAllByRole("button", { name: "Đổi tên" });
    expect(screen.getByRole("combobox", { name: "Đổi “VP Sở” thành" })).toHaveValue("Văn phòng Sở");
    expect(unknown).toBeDisabled();
    await expectAccessible();
    await user.selectOptions(screen.getByRole("combobox", { name: "Đổi “Phòng BCVT” thành" }), "Phòng Bưu chính, Viễn thông");
    await user.click(unknown!);
    await waitFor(() => expect(services.calls).toContain("rename Phòng BCVT > Phòng Bưu chính, Viễn thông"));
    await user.click(known!);
    await said("Đã đổi “VP Sở” thành “Văn phòng Sở” ở 2 ô");
    await user.click(screen.getByRole("button", { name: "Hoàn tác đổi tên" }));
    await waitFor(() => expect(services.calls).toContain("undo rename 1"));
    await waitFor(() => expect(screen.queryByRole("button", { name: "Hoàn tác đổi tên" })).toBeNull());
  });

  test("the selected row is shown with its words, and its figure is entered from the pane", async () => {
    let select: ((sheet: string, address: string) => void) | undefined;
    const { user, services } = await withBook({
      watch: (_book, _onChange, onSelect) => {
        select = onSelect;
        return Promise.resolve({ value: () => Promise.resolve(), messages: [] });
      },
    });
    expect(screen.queryByRole("region", { name: "Dòng đang chọn" })).toBeNull();
    act(() => select!("Chỉ tiêu", "G5"));
    const card = within(screen.getByRole("region", { name: "Dòng đang chọn" }));
    expect(card.getByText("≥ 95 %")).toBeVisible();
    expect(card.getByText(/“Tỷ lệ hồ sơ giải quyết đúng hạn đạt tối thiểu 95%\.”/)).toBeVisible();
    const figure = card.getByRole("textbox", { name: "Thực hiện (nhập tay)" });
    expect(card.getByRole("button", { name: "Ghi" })).toBeDisabled();
    await user.type(figure, "chín");
    expect(card.getByText(/Không đọc được số/)).toBeVisible();
    await user.clear(figure);
    await user.type(figure, "92,5{Enter}");
    await waitFor(() => expect(services.calls).toContain(`enter CT-02 {"kind":"cell","value":0.925}`));
    await said("Đã ghi CT-02 ở Chỉ tiêu, dòng 5");
    await expectAccessible();
    act(() => select!("Sheet1", "A1"));
    expect(screen.getByRole("region", { name: "Dòng đang chọn" })).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Đóng dòng đang chọn" }));
    expect(screen.queryByRole("region", { name: "Dòng đang chọn" })).toBeNull();
  });

  describe("a row in a book that keeps figures by period", () => {
    async function select(changes: Partial<PaneServices> = {}) {
      let choose: ((sheet: string, address: string) => void) | undefined;
      const opened = await withBook({
        rowAt: () => fakePeriodRow,
        watch: (_book, _onChange, onSelect) => {
          choose = onSelect;
          return Promise.resolve({ value: () => Promise.resolve(), messages: [] });
        },
        ...changes,
      });
      if (choose) act(() => choose!("Chỉ tiêu", "G5"));
      const card = within(screen.getByRole("region", { name: "Dòng đang chọn" }));
      const cell = (name: string) => card.getByRole("textbox", { name });
      return { ...opened, card, cell, period: card.getByRole("combobox", { name: "Kỳ" }) };
    }

    test("tells where it stands, its pace in words and what came in by period, the latest first", async () => {
      const { card } = await select();
      expect(card.getByText("Chỉ tiêu, dòng 5 · Văn phòng Sở")).toBeVisible();
      expect(card.getByText(/đạt 40 %, đến kỳ này cần 50 %, còn thiếu 10 điểm %\. Ước cả năm: 80 %\./)).toHaveTextContent("Nguy cơ:");
      const rows = within(card.getByRole("table", { name: "Số liệu theo kỳ" })).getAllByRole("row");
      expect(
        rows.slice(1).map((row) =>
          within(row)
            .getAllByRole("cell")
            .map((one) => one.textContent),
        ),
      ).toEqual([
        ["6 tháng đầu năm 2024", "–", "Chưa có số"],
        ["Quý II/2024", "80 %", "Ước · Được tính"],
        ["Quý I/2024", "90 %", "Chính thức · Đã khoá"],
      ]);
      await expectAccessible();
    });

    test("takes a figure for the period viewed with its kind, says where it went, and takes it back", async () => {
      const { user, services, card, cell, period } = await select();
      expect(period).toHaveValue("2024-06T");
      expect(card.getByRole("button", { name: "Ghi" })).toBeDisabled();
      await user.selectOptions(card.getByRole("combobox", { name: "Loại số" }), "Ước");
      await user.type(cell("Giá trị"), "82,5{Enter}");
      const written = { kind: "period", period: "2024-06T", reporter: "Văn phòng Sở", certainty: "estimate" };
      await waitFor(() =>
        expect(services.calls).toContain(`enter CT-02 ${JSON.stringify({ ...written, typed: 0.825, numerator: null, denominator: null })}`),
      );
      expect(await card.findByText("Đã ghi ở Chỉ tiêu, dòng 5.")).toBeVisible();
      await user.click(card.getByRole("button", { name: "Hoàn tác" }));
      await waitFor(() => expect(services.calls).toContain("undo entry 1"));
      await said("Đã hoàn tác việc ghi CT-02");
      expect(card.queryByText("Đã ghi ở Chỉ tiêu, dòng 5.")).toBeNull();
    });

    test("shows numerator and denominator where they stand, and half of them is no figure", async () => {
      const { user, services, card, cell, period } = await select();
      await user.selectOptions(period, "Quý II/2024");
      expect(cell("Tử số")).toHaveValue("40");
      expect(card.getByText("= 80 %")).toBeVisible();
      await user.clear(cell("Mẫu số"));
      expect(card.getByRole("button", { name: "Ghi" })).toBeDisabled();
      await user.type(cell("Mẫu số"), "64{Enter}");
      const written = '"typed":null,"numerator":40,"denominator":64';
      await waitFor(() => expect(services.calls.find((call) => call.startsWith("enter"))).toContain(written));
    });

    test("that is locked for a period takes nothing", async () => {
      const { user, card, cell, period } = await select();
      await user.selectOptions(period, "Quý I/2024");
      expect(card.getByText("Số liệu kỳ này đã khoá (cột Khoá).")).toBeVisible();
      expect(cell("Giá trị")).toHaveAttribute("disabled", "");
      expect(card.getByRole("button", { name: "Ghi" })).toBeDisabled();
    });

    test("says that a hand value goes before the periods and offers to clear it", async () => {
      const entry = { ...(fakePeriodRow.entry as object), value: 0.92 } as typeof fakePeriodRow.entry;
      const { user, services, card } = await select({ rowAt: () => ({ ...fakePeriodRow, entry }) });
      expect(card.getByText(/Cột Thực hiện \(nhập tay\) đang có 92 %/)).toBeVisible();
      await user.click(card.getByRole("button", { name: "Xoá số nhập tay" }));
      await waitFor(() => expect(services.calls).toContain('enter CT-02 {"kind":"cell","value":null}'));
    });

    test("stays current while something else is selected", async () => {
      let title = fakePeriodRow.title;
      let changed: (() => void) | undefined;
      let choose: ((sheet: string, address: string) => void) | undefined;
      await select({
        rowAt: (_book, sheet) => (sheet === "Chỉ tiêu" ? { ...fakePeriodRow, title } : undefined),
        watch: (_book, onChange, onSelect) => {
          [changed, choose] = [onChange, onSelect];
          act(() => onSelect("Chỉ tiêu", "G5"));
          return Promise.resolve({ value: () => Promise.resolve(), messages: [] });
        },
      });
      act(() => choose!("Tổng quan", "A1"));
      title = "Tên đã sửa";
      changed!();
      expect(await screen.findByText("Tên đã sửa")).toBeVisible();
    });

    test("keeps what is being typed when Excel refuses, and tries again", async () => {
      let refuse = true;
      const { user, cell } = await select({
        enterRow: () =>
          Promise.resolve(
            refuse
              ? { value: undefined, messages: [{ code: "sheet-protected", severity: "error", details: { sheet: "Số liệu theo kỳ" } }] }
              : { value: { sheet: "Số liệu theo kỳ", row: 6 }, messages: [] },
          ),
      });
      await user.type(cell("Giá trị"), "82,5{Enter}");
      expect(await screen.findByText(/Bỏ bảo vệ trang “Số liệu theo kỳ”/)).toBeVisible();
      expect(cell("Giá trị")).toHaveValue("82,5");
      refuse = false;
      await user.click(screen.getByRole("button", { name: "Thử lại" }));
      await said("Đã ghi CT-02 ở Số liệu theo kỳ, dòng 6");
    });
  });

  test("a copy to send is offered, and the formulas are switched and switched back", async () => {
    const { user, services } = await withBook({
      readBook: () => Promise.resolve({ value: { ...fakeTrack, undoable: true }, messages: [] }),
    });
    await user.click(screen.getByRole("button", { name: "Tải bản gửi đi" }));
    await said("Đã tải bản gửi đi: ban-gui-ke-hoach.xlsx");
    await user.click(screen.getByRole("button", { name: "Chuyển cả sổ sang công thức Excel" }));
    await user.click(screen.getByRole("button", { name: "Hoàn tác chuyển đổi" }));
    await waitFor(() => expect(services.calls).toEqual(expect.arrayContaining(["copy 1", "dialect native", "undo switch 1"])));
  });

  test("a book of Excel's formulas is switched to KPI only where the functions are", async () => {
    const native = { readBook: () => Promise.resolve({ value: { ...fakeTrack, dialect: "native" as const }, messages: [] }) };
    const { user, services } = await withBook(native);
    expect(screen.queryByRole("button", { name: "Hoàn tác chuyển đổi" })).toBeNull();
    await user.click(screen.getByRole("button", { name: "Chuyển cả sổ sang hàm KPI" }));
    await waitFor(() => expect(services.calls).toContain("dialect kpi"));
    cleanup();
    await withBook({ ...native, capabilities: { workbook: true, kpi: false } });
    expect(screen.queryByRole("button", { name: /Chuyển cả sổ/ })).toBeNull();
  });
});

describe("the menu", () => {
  test("the language can be switched", async () => {
    const { user } = await open();
    await user.click(screen.getByRole("button", { name: "Trình đơn" }));
    await user.click(await screen.findByRole("menuitem", { name: "English" }));
    expect(tab(/Review/)).toBeVisible();
    expect(screen.getByText("Documents are processed on this machine only.")).toBeVisible();
  });

  test("functions can be searched and their example put into the cell", async () => {
    const { user, services } = await open();
    await user.click(screen.getByRole("button", { name: "Trình đơn" }));
    await user.click(await screen.findByRole("menuitem", { name: "Hàm KPI" }));
    await user.type(await screen.findByRole("searchbox", { name: "Tìm hàm" }), "ket luan");
    await user.click(screen.getByRole("button", { name: "KPI.DANHGIA" }));
    await user.click(await screen.findByRole("button", { name: /Chèn ví dụ/ }));
    expect(services.calls).toContain("insert =KPI.DANHGIA(0.92,0.85)");
  });

  test("nothing a plan says is markup", async () => {
    const title = "<img src=x onerror=alert(1)>";
    const plan = {
      ...fakeImported.plan,
      header: { ...fakeImported.plan.header, title: { ...fakeImported.plan.header.title, value: title } },
    };
    await openReview({ importPlan: () => Promise.resolve({ value: { ...fakeImported, plan }, messages: [] }) });
    expect(screen.getByRole("heading", { name: title })).toBeVisible();
    expect(document.querySelector("img[src=x]")).toBeNull();
  });
});
