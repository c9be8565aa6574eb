/** @jest-environment jsdom */
import { configure, screen, waitFor, within } from "@testing-library/react";
import type { ImportedPlan } from "../../src/pipeline";
import type { CalendarDate } from "../../src/plan/date";
import type { Plan, ReportDuty, Task } from "../../src/plan/plan";
import "./domMatchers";
import { fakeImported, fakePlan, manyTargets } from "./fakeServices";
import { expectAccessible, openPane } from "./openPane";

jest.setTimeout(60_000);
configure({ defaultHidden: true, asyncUtilTimeout: 5000 });

const [planned, open] = fakePlan.tasks as readonly [Task, Task];
const [duty] = fakePlan.reportDuties as readonly [ReportDuty];
/** A task with everything that a task needs. */
const clear: Task = { ...planned, deadline: { ...planned.deadline!, value: { kind: "fixed", date: "2024-06-28" as CalendarDate } } };
const timeless = (n: number): Task => ({
  ...clear,
  id: `NV-${String(n).padStart(2, "0")}`,
  title: `Xây dựng đề án thứ ${n}`,
  time: open.time,
  deadline: undefined,
});

/** The made-up plan with other tasks and report duties. */
function planWith(parts: Partial<Plan>): ImportedPlan {
  const plan = { ...fakePlan, reportDuties: [], ...parts };
  return { ...fakeImported, parsed: plan, plan };
}

async function openReview(imported: ImportedPlan) {
  const opened = await openPane({ importPlan: () => Promise.resolve({ value: imported, messages: [] }) });
  await opened.user.upload(
    document.querySelector<HTMLInputElement>("input[type=file]")!,
    Object.assign(new File(["x"], "ke-hoach.txt"), { arrayBuffer: () => Promise.resolve(new ArrayBuffer(1)) }),
  );
  await screen.findByRole("region", { name: "Đã đọc xong" });
  await opened.user.click(screen.getByRole("button", { name: "Rà soát" }));
  return opened;
}

const header = (name: RegExp = /^Kiểm tra kế hoạch/) => screen.queryByRole("button", { name });
const filter = (name: RegExp) => within(screen.getByRole("group", { name: "Lọc mục" })).getByRole("button", { name });
const row = (words: RegExp) => [...document.querySelectorAll<HTMLElement>("[data-row]")].find((one) => words.test(one.textContent ?? ""))!;
/** The part of the section under a heading: the words of each of its entries. */
const entries = (heading: string) =>
  within(screen.getByRole("heading", { name: heading }).parentElement!)
    .getAllByRole("listitem")
    .map(({ textContent }) => textContent);

test("a plan without weak points shows no section", async () => {
  await openReview(planWith({ tasks: [clear] }));
  expect(filter(/Nhiệm vụ \(1\)/)).toBeVisible();
  expect(header()).toBeNull();
});

test("what many tasks lack is one line with their codes, closed until it is asked for, and nothing is obligatory because of it", async () => {
  const lacking = Array.from({ length: 12 }, (_none, index) => timeless(index + 2));
  const { user } = await openReview(planWith({ tasks: [clear, ...lacking], targets: [] }));
  expect(header()).toHaveTextContent("Kiểm tra kế hoạch (12)");
  expect(header()).toHaveAttribute("aria-expanded", "false");
  expect(screen.queryByRole("heading", { name: /chưa rõ thời hạn/ })).toBeNull();
  expect(filter(/Cần xem/)).toHaveTextContent("Cần xem (0)");
  header()!.focus();
  await user.keyboard("{Enter}");
  expect(header()).toHaveAttribute("aria-expanded", "true");
  expect(entries("12 nhiệm vụ chưa rõ thời hạn")).toEqual(lacking.map(({ id }) => id));
  await expectAccessible();
});

test("days and repetitions are said with their facts, in both languages", async () => {
  const date = { value: "2024-06-29" as CalendarDate, certainty: "stated" as const, source: duty.source };
  const again: Task = { ...clear, id: "NV-05" };
  const imported = planWith({
    header: { ...fakePlan.header, date },
    tasks: [planned, { ...clear, title: "Xây dựng quy chế", leads: ["Văn phòng Sở", "Thanh tra Sở"], id: "NV-04" }, clear, again].map(
      (task, index) => ({ ...task, id: `NV-0${index + 1}` }),
    ),
    reportDuties: [{ ...duty, dueDates: ["2024-05-31" as CalendarDate, "2024-06-01" as CalendarDate] }],
  });
  const { user } = await openReview(imported);
  await user.click(header()!);
  expect(entries("1 nhiệm vụ có nhiều cơ quan cùng chủ trì")).toEqual(["NV-02gồm Văn phòng Sở; Thanh tra Sở"]);
  expect(entries("2 mục trùng với một mục nêu trước")).toEqual(["NV-03so vớiNV-01", "NV-04so vớiNV-01"]);
  expect(entries("4 mục có thời hạn trước ngày ban hành kế hoạch")).toContain("NV-02hạn 28/06/2024, ban hành ngày 29/06/2024");
  expect(entries("2 mục có thời hạn vào thứ Bảy, Chủ nhật")).toEqual([
    "NV-0129/06/2024, ngày làm việc liền trước là 28/06/2024",
    "BC-0101/06/2024, ngày làm việc liền trước là 31/05/2024",
  ]);
  expect(entries("1 báo cáo có hạn gửi trước ngày chốt số liệu theo Nghị định 09/2019")).toEqual([
    "BC-01hạn 31/05/2024, chốt số liệu ngày 14/06/2024; hạn 01/06/2024, chốt số liệu ngày 14/06/2024",
  ]);
  await user.click(screen.getByRole("button", { name: "Trình đơn" }));
  await user.click(await screen.findByRole("menuitem", { name: "English" }));
  expect(header(/^Check of the plan \(10\)$/)).toBeVisible();
  expect(entries("1 task has several lead agencies at once")).toEqual(["NV-02namely Văn phòng Sở; Thanh tra Sở"]);
  expect(entries("2 items repeat an earlier one")).toEqual(["NV-03compareNV-01", "NV-04compareNV-01"]);
  expect(entries("1 report is due before the data cut-off of Decree 09/2019")).toHaveLength(1);
});

test("a code leads to its item with the keyboard, whatever the list shows, and what is decided there changes the findings", async () => {
  const { user } = await openReview(planWith({ tasks: [clear, timeless(2), timeless(3)] }));
  await user.click(filter(/Chưa đọc/));
  await user.click(header()!);
  const code = () => screen.getByRole("button", { name: "Mở NV-03" });
  code().focus();
  await user.keyboard("{Enter}");
  expect(filter(/Nhiệm vụ/)).toHaveAttribute("aria-pressed", "true");
  expect(row(/đề án thứ 3/)).toHaveAttribute("aria-expanded", "true");
  await waitFor(() => expect(row(/đề án thứ 3/)).toHaveFocus());
  // Pressed again, the code still leads there.
  await user.click(code());
  await waitFor(() => expect(row(/đề án thứ 3/)).toHaveFocus());
  await user.keyboard("{Delete}");
  await waitFor(() => expect(header()).toHaveTextContent("Kiểm tra kế hoạch (1)"));
  expect(entries("1 nhiệm vụ chưa rõ thời hạn")).toEqual(["NV-02"]);
  await user.click(screen.getByRole("button", { name: "Hoàn tác (Ctrl+Z)" }));
  expect(header()).toHaveTextContent("Kiểm tra kế hoạch (2)");
});

test("a code leads to an item far down a long list", async () => {
  const { plan } = manyTargets(300);
  const last = { ...plan.targets[299]!, goal: { kind: "deadline", due: "2024-06-29" } as const };
  const targets = [...plan.targets.slice(0, 299), last];
  const { user } = await openReview(planWith({ tasks: [], targets }));
  await user.click(header()!);
  await user.click(screen.getByRole("button", { name: "Mở CT-300" }));
  await waitFor(() => expect(document.activeElement).toHaveTextContent("Chỉ tiêu thứ 300"));
});
