/** @jest-environment jsdom */
import { TextDecoder, TextEncoder } from "node:util";
import { configure, screen, waitFor, within } from "@testing-library/react";
import { importPlan, proposeMappings, remapSheet } from "../../src/pipeline";
import { sheetBytes, type TypedRows } from "../support/sheetBytes";
import "./domMatchers";
import { expectAccessible, openPane } from "./openPane";

jest.setTimeout(60_000);
configure({ defaultHidden: true, asyncUtilTimeout: 5000 });

// jsdom lacks them, every browser has them.
Object.assign(globalThis, { TextDecoder, TextEncoder });

const reading = { proposeMappings, remapSheet, importPlan };

const TASKS: TypedRows = [
  ["SỞ NỘI VỤ", null, null, null, null],
  ["BẢNG THEO DÕI NHIỆM VỤ NĂM 2025", null, null, null, null],
  ["TT", "Nội dung công việc", "Đơn vị thực hiện", "Thời hạn", "Kết quả"],
  [1, "Rà soát văn bản quy phạm pháp luật", "Văn phòng Sở", 45838, "Báo cáo"],
  [2, "Ban hành quy chế làm việc", "Phòng Tổ chức", "Trong quý III/2025", "Quyết định"],
  [3, "Xây dựng đề án vị trí việc làm", "Phòng Tổ chức", "31/12/2025", "Đề án"],
];
const PHONES: TypedRows = [
  ["Họ tên", "Số"],
  ["Nguyễn Văn A", "0912"],
  ["Trần Thị B", "0913"],
];

async function openMapping(sheets: Readonly<Record<string, TypedRows>>) {
  const opened = await openPane(reading);
  const bytes = sheetBytes(sheets);
  await opened.user.upload(
    document.querySelector<HTMLInputElement>("input[type=file]")!,
    Object.assign(new File(["x"], "theo-doi.xlsx"), { arrayBuffer: () => Promise.resolve(bytes.slice().buffer) }),
  );
  await screen.findByRole("heading", { name: "Bảng này được hiểu thế nào?" });
  return opened;
}

const field = (name: RegExp) => screen.getByRole("combobox", { name });
const preview = () => screen.getByRole("region", { name: "Đọc thử" });
const items = () => within(preview()).queryAllByRole("listitem");

test("an .xlsx shows what each column was taken for, and what would be read", async () => {
  await openMapping({ "Nhiệm vụ": TASKS });
  expect(field(/^Cột B: Nội dung công việc/)).toHaveValue("content");
  expect(field(/^Cột C: Đơn vị thực hiện/)).toHaveValue("lead");
  expect(field(/^Cột D: Thời hạn/)).toHaveValue("time");
  expect(screen.getByText("Ví dụ: Văn phòng Sở · Phòng Tổ chức")).toBeVisible();
  expect(field(/^Tiêu đề bắt đầu ở/)).toHaveTextContent("Hàng 3: TT | Nội dung công việc");
  expect(await screen.findByText("Đọc được 0 chỉ tiêu, 3 nhiệm vụ.")).toBeVisible();
  expect(items()[0]).toHaveTextContent("Rà soát văn bản quy phạm pháp luậtChủ trì: Văn phòng Sở · Thời hạn: 30/06/2025");
  await expectAccessible();
});

test("a corrected column changes the preview and what is read", async () => {
  const { user } = await openMapping({ "Nhiệm vụ": TASKS });
  await user.selectOptions(field(/^Cột E: Kết quả/), "product");
  await user.selectOptions(field(/^Cột C/), "note");
  await waitFor(() => expect(items()[1]).toHaveTextContent("Sản phẩm, kết quả: Quyết định"));
  expect(preview()).not.toHaveTextContent("Chủ trì");
  expect(screen.getByText("Bỏ qua 1 cột. Nội dung vẫn giữ ở trang Nguồn.")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Đọc theo cách này" }));
  expect(await screen.findByRole("region", { name: "Đã đọc xong" })).toHaveTextContent("0chỉ tiêu3nhiệm vụ");
  await user.click(screen.getByRole("button", { name: "Rà soát" }));
  await user.click(screen.getByRole("button", { name: /^Nhiệm vụ \(3\)/ }));
  await user.click(document.querySelectorAll<HTMLElement>("[data-row]")[1]!);
  expect(screen.getByRole("textbox", { name: "Sản phẩm, kết quả" })).toHaveValue("Quyết định");
});

test("without its content column nothing is read, and the pane says what is missing", async () => {
  const { user } = await openMapping({ "Nhiệm vụ": TASKS });
  await user.selectOptions(field(/^Cột B/), "note");
  expect(await screen.findByText(/Theo cách này chưa đọc được mục nào/)).toBeVisible();
  await user.selectOptions(field(/^Cột B/), "content");
  await waitFor(() => expect(items()).toHaveLength(3));
});

test("another header row is mapped anew", async () => {
  const { user } = await openMapping({ "Nhiệm vụ": TASKS });
  await user.selectOptions(field(/^Tiêu đề bảng/), "0");
  expect(screen.getByRole("combobox", { name: /^Dữ liệu bắt đầu ở/ })).toBeVisible();
  await user.selectOptions(field(/^Dữ liệu bắt đầu ở/), "4");
  expect(field(/^Cột B: không có tiêu đề/)).toHaveValue("content");
  await waitFor(() => expect(items()).toHaveLength(2));
});

test("of several sheets those that are chosen are read", async () => {
  const { user } = await openMapping({ "Điện thoại": PHONES, "Nhiệm vụ": TASKS });
  const sheet = (name: RegExp) => screen.getByRole("checkbox", { name });
  expect(sheet(/Điện thoại/)).not.toBeChecked();
  expect(sheet(/Nhiệm vụ.*3 hàng · đã nhận ra các cột/)).toBeChecked();
  expect(screen.getByRole("heading", { name: "Các cột của “Nhiệm vụ”" })).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Xem các cột của Điện thoại" }));
  expect(screen.getByRole("heading", { name: "Các cột của “Điện thoại”" })).toBeVisible();
  expect(screen.getByRole("button", { name: "Xem các cột của Điện thoại" })).toHaveAttribute("aria-pressed", "true");
  await user.click(sheet(/Nhiệm vụ/));
  expect(screen.getByText("Chọn ít nhất một trang tính.")).toBeVisible();
  expect(screen.getByRole("button", { name: "Đọc theo cách này" })).toBeDisabled();
  await expectAccessible();
});

test("a selected range is mapped too, its columns by their place in the range", async () => {
  const { user } = await openPane({
    ...reading,
    readSelection: () => Promise.resolve({ value: { kind: "cells", name: "Excel", rows: TASKS }, messages: [] }),
  });
  await user.click(screen.getByRole("button", { name: "Dùng vùng đang chọn trong Excel" }));
  expect(await screen.findByRole("combobox", { name: /^Cột 2: Nội dung công việc/ })).toHaveValue("content");
  await waitFor(() => expect(items()).toHaveLength(3));
});

test("one can go back and lose nothing", async () => {
  const { user } = await openMapping({ "Nhiệm vụ": TASKS });
  expect(document.activeElement).toHaveTextContent("Bảng này được hiểu thế nào?");
  await user.click(screen.getByRole("button", { name: "Quay lại" }));
  expect(screen.getByRole("button", { name: "Chọn tệp…" })).toBeVisible();
  expect(screen.queryByRole("region", { name: "Đã đọc xong" })).toBeNull();
});

test("a document goes straight on, a broken file says why", async () => {
  const { user } = await openPane(reading);
  const upload = (name: string, bytes: Uint8Array) =>
    user.upload(
      document.querySelector<HTMLInputElement>("input[type=file]")!,
      Object.assign(new File(["x"], name), { arrayBuffer: () => Promise.resolve(bytes.slice().buffer) }),
    );
  await upload("hong.xlsx", Uint8Array.from([0x50, 0x4b, 3, 4, ...new TextEncoder().encode("xl/workbook.xml")]));
  expect(await screen.findByText("Không mở được tệp")).toBeVisible();
  await upload("kh.txt", new TextEncoder().encode("KẾ HOẠCH\nI. MỤC TIÊU\n- Tỷ lệ hồ sơ đúng hạn đạt tối thiểu 95%.\n"));
  expect(await screen.findByRole("region", { name: "Đã đọc xong" })).toHaveTextContent("1chỉ tiêu");
});

test("a table without a title goes by the name of its file", async () => {
  const { user } = await openMapping({ "Nhiệm vụ": TASKS.slice(2) });
  await user.click(screen.getByRole("button", { name: "Đọc theo cách này" }));
  expect(await screen.findByRole("heading", { name: "theo-doi.xlsx", level: 2 })).toBeVisible();
  expect(screen.getByRole("heading", { name: "Sổ theo dõi kế hoạch", level: 1 })).toBeVisible();
});
