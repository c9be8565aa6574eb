/** @jest-environment jsdom */
import { configure, screen, waitFor, within } from "@testing-library/react";
import type { Message } from "../../src/result";
import type { PaneServices } from "../../src/taskpane/services";
import type { CompileOptions } from "../../src/workbook/compileOptions";
import "./domMatchers";
import { fakeImported, fakeTrack } from "./fakeServices";
import { expectAccessible, openPane } from "./openPane";

jest.setTimeout(60_000);
configure({ defaultHidden: true, asyncUtilTimeout: 5000 });

interface Asked {
  readonly options: CompileOptions;
  readonly carryFrom: number | undefined;
}

const SETTINGS = {
  asOf: "2024-11-20",
  periodScheme: "calendar",
  year: 2025,
  without: ["source"],
  withoutAgencies: [],
} as const;

/** The create step of a plan that was opened from book 1, and what it asked for. */
async function openCreate(changes: Partial<PaneServices> = {}) {
  const asked: Asked[] = [];
  const pane = await openPane({
    findBooks: () => Promise.resolve({ value: [{ book: 1, title: fakeTrack.title }], messages: [] }),
    openPlan: () => Promise.resolve({ value: { ...fakeImported, settings: SETTINGS as never }, messages: [] }),
    createInWorkbook: (_imported, options, _journey, carryFrom) => {
      asked.push({ options, carryFrom });
      return Promise.resolve({ value: { book: options.book ?? 1, sheets: 6, dialect: options.dialect }, messages: [] });
    },
    downloadXlsx: (_imported, options, _journey, carryFrom) => {
      asked.push({ options, carryFrom });
      return Promise.resolve({ value: "ke-hoach.xlsx", messages: [] });
    },
    ...changes,
  });
  await pane.user.click(screen.getByRole("tab", { name: /Rà soát/ }));
  await waitFor(() => expect(screen.getByRole("tab", { name: /Rà soát/ })).toHaveAttribute("aria-selected", "true"));
  await pane.user.click(screen.getByRole("tab", { name: /Tạo sổ/ }));
  return { ...pane, asked };
}

const carry = (): HTMLElement => screen.getByRole("switch", { name: /^Mang theo số liệu đã nhập từ sổ “/ });
const sample = (): HTMLElement => screen.getByRole("switch", { name: /số liệu minh hoạ/ });

test("what was typed in the open book is carried over unless a person wants none of it", async () => {
  const { user, asked } = await openCreate();
  expect(carry()).toBeChecked();
  await user.click(screen.getByRole("button", { name: "Tải tệp .xlsx" }));
  await user.click(screen.getByRole("button", { name: "Tạo sổ mới bên cạnh" }));
  await waitFor(() =>
    expect(asked.map(({ carryFrom, options }) => [carryFrom, options.book])).toEqual([
      [1, 1],
      [1, 2],
    ]),
  );
});

test("the switch is reached and turned with the keyboard", async () => {
  const { user, asked } = await openCreate();
  carry().focus();
  await user.keyboard(" ");
  expect(carry()).not.toBeChecked();
  await expectAccessible();
  await user.click(screen.getByRole("button", { name: "Tạo sổ mới bên cạnh" }));
  await waitFor(() => expect(asked[0]).toMatchObject({ carryFrom: undefined }));
});

test("the new book begins as the old one was made, on the day that stands in it", async () => {
  const { user, asked } = await openCreate();
  await user.click(screen.getByRole("button", { name: "Tạo sổ mới bên cạnh" }));
  await waitFor(() => expect(asked).toHaveLength(1));
  expect(asked[0]!.options).toEqual({ ...SETTINGS, book: 2, dialect: "kpi", sample: false });
});

test("no invented figures come between those that were carried over", async () => {
  const { user, asked } = await openCreate();
  expect(sample()).toBeDisabled();
  expect(screen.getByText("Không điền số bịa vào sổ có số liệu thật mang sang.")).toBeVisible();
  await user.click(carry());
  await user.click(sample());
  await user.click(carry());
  expect(sample()).not.toBeChecked();
  await user.click(screen.getByRole("button", { name: "Tạo sổ mới bên cạnh" }));
  await waitFor(() => expect(asked[0]).toMatchObject({ carryFrom: 1, options: { sample: false } }));
});

test("a plan that was read anew has nothing to carry", async () => {
  const { user } = await openCreate();
  await user.click(screen.getByRole("tab", { name: /Chọn/ }));
  await user.click(screen.getByRole("button", { name: /Lạng Sơn/ }));
  await screen.findByRole("region", { name: "Đã đọc xong" });
  await user.click(screen.getByRole("tab", { name: /Tạo sổ/ }));
  expect(screen.queryByRole("switch", { name: /^Mang theo/ })).toBeNull();
  expect(sample()).not.toBeDisabled();
});

test("what could not be carried over is told by name, in the language of the pane", async () => {
  const messages: readonly Message[] = [
    { code: "carry-done", severity: "info", details: { book: 1, cells: 12, rows: 2 } },
    { code: "carry-conflicts", severity: "warning", details: { book: 1, count: 1, names: "CT-03 · Chủ trì" } },
    { code: "carry-gone", severity: "warning", details: { book: 1, count: 2, names: "CT-05; NV-02" } },
  ];
  const { user } = await openCreate({
    createInWorkbook: (_imported, options) =>
      Promise.resolve({
        value: { book: 2, sheets: 6, dialect: options.dialect },
        messages,
      }),
  });
  await user.click(screen.getByRole("button", { name: "Tạo sổ mới bên cạnh" }));
  const notices = await screen.findByRole("region", { name: "Thông báo" });
  expect(within(notices).getByText(/Đã chép 12 ô đã nhập và 2 dòng thêm tay từ sổ thứ 1/)).toBeVisible();
  expect(within(notices).getByText(/CT-03 · Chủ trì/)).toBeVisible();
  expect(within(notices).getByText(/CT-05; NV-02/)).toBeVisible();
  await expectAccessible();
  await user.click(screen.getByRole("button", { name: "Trình đơn" }));
  await user.click(await screen.findByRole("menuitem", { name: /English/ }));
  expect(screen.getByRole("switch", { name: /^Carry over what was typed into the book “/ })).toBeChecked();
  expect(screen.getByText(/12 typed cells and 2 added rows were copied from book 1/)).toBeVisible();
});
