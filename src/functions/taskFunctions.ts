import { toSerial, type CalendarDate } from "../plan/date";
import type { Deadline } from "../plan/plan";
import { isBlank, numberOf, textOf } from "../tracking/cellValue";
import type { TaskStatus } from "../tracking/evaluation";
import { DEADLINE_LABELS, parseDeadlineKind, parseTaskStatus, SPECIAL_LABELS, TASK_STATUS_LABELS } from "../tracking/labels";
import { periodContaining, type PeriodKind, type PeriodSystem } from "../tracking/periods";
import { completionRate, countCompletion, daysLate, lastWorkingDay, onTimeRate, taskStatus, workingDaysLate } from "../tracking/schedule";
import { choice, dateOrNull, daysOf, flag, needCells, needDate, needText, numberOrNull, single } from "./arguments";
import { MESSAGES, notAvailable, valueError } from "./cellError";
import { readDeadline } from "./readDeadline";

const KINDS = Object.fromEntries(Object.entries(DEADLINE_LABELS).map(([kind, label]) => [label, kind])) as Record<string, Deadline["kind"]>;
type Special = (typeof SPECIAL_LABELS)[keyof typeof SPECIAL_LABELS];

/** Arguments of KPI.TRANGTHAI in order. */
export interface StatusArguments {
  readonly deadline: unknown;
  readonly done: unknown;
  readonly asOf: unknown;
  readonly special?: unknown;
  readonly warnDays?: unknown;
  readonly progress?: unknown;
  readonly kind?: unknown;
  readonly extended?: unknown;
}

/** Words of a task's status. */
export function status(args: StatusArguments): string {
  const words = parseDeadlineKind(textOf(single(args.deadline)));
  const deadline = words ? null : dateOrNull(args.deadline, "han");
  const special = choice<Special | "none">(args.special, SPECIAL_LABELS, "none", "dac_biet");
  const code = taskStatus({
    deadline,
    done: dateOrNull(args.done, "ngay_hoan_thanh"),
    asOf: needDate(args.asOf, "ngay_xet"),
    special: special === "none" ? null : special,
    warnDays: numberOrNull(args.warnDays, "canh_bao") ?? 7,
    progress: numberOf(single(args.progress)) ?? null,
    kind: choice<Deadline["kind"]>(args.kind, KINDS, words ?? (deadline === null ? "unclear" : "fixed"), "loai"),
    extended: dateOrNull(args.extended, "han_gia_han"),
  });
  return TASK_STATUS_LABELS[code];
}

/** Days late (+) or left (−); "" without a deadline. */
export function lateness(deadline: unknown, done: unknown, asOf: unknown, working: unknown, holidays: unknown): number | "" {
  const due = dateOrNull(deadline, "han");
  const finished = dateOrNull(done, "ngay_hoan_thanh");
  const day = needDate(asOf, "ngay_xet");
  if (flag(working, false, "lam_viec")) return workingDaysLate(due, finished, day, daysOf(holidays, "ngay_nghi")) ?? "";
  return daysLate(due, finished, day) ?? "";
}

/** Done or done on time ÷ (done + overdue), as the Government reports it. */
export function completion(range: unknown, output: unknown): number {
  const wanted = choice(output, { DENHAN: "done", DUNGHAN: "on-time" } as const, "done", "loai");
  const statuses = needCells(range, "vung_trang_thai")
    .filter((cell) => !isBlank(cell) && cell !== 0)
    .map((cell): TaskStatus => {
      const found = parseTaskStatus(textOf(cell));
      if (!found) throw valueError(MESSAGES.unknownStatus);
      return found;
    });
  const result = (wanted === "done" ? completionRate : onTimeRate)(countCompletion(statuses));
  if (result === undefined) throw notAvailable(MESSAGES.nothingDue);
  return result;
}

const PERIOD_KINDS = {
  Tháng: "month",
  Quý: "quarter",
  "6 tháng": "half-year",
  "9 tháng": "nine-months",
  Năm: "year",
  THANG: "month",
  QUY: "quarter",
  NAM: "year",
} as const satisfies Record<string, PeriodKind>;

const SYSTEMS = { "NĐ 09": "decree-09", ND09: "decree-09", "Dương lịch": "calendar", DUONGLICH: "calendar" } as const satisfies Record<
  string,
  PeriodSystem
>;

/** The report period that contains a day: its code, or its first or last day as a serial number. */
export function reportPeriod(day: unknown, kind: unknown, system: unknown, output: unknown): string | number {
  const at = needDate(day, "ngay");
  if (isBlank(single(kind))) throw valueError(MESSAGES.noChoice("loai", Object.keys(PERIOD_KINDS)));
  const period = periodContaining(
    at,
    choice<PeriodKind>(kind, PERIOD_KINDS, "month", "loai"),
    choice<PeriodSystem>(system, SYSTEMS, "decree-09", "bo_ky"),
  );
  const wanted = choice(output, { TEN: "code", TU: "from", DEN: "to" } as const, "code", "tra_ve");
  if (!period) throw notAvailable(MESSAGES.noPeriod);
  return wanted === "code" ? period.code : toSerial(period[wanted]);
}

/** Last valid day, last working day or class of a deadline in words. */
export function deadline(words: unknown, year: unknown, output: unknown, holidays: unknown): number | string {
  const wanted = choice(output, { NGAY: "day", LOAI: "kind", LAMVIEC: "working" } as const, "day", "tra_ve");
  const free = daysOf(holidays, "ngay_nghi");
  const given = single(words);
  const plan = numberOrNull(year, "nam");
  const planYear = plan === null || plan === 0 ? undefined : plan;
  if (planYear !== undefined && !(Number.isInteger(planYear) && planYear >= 1900 && planYear < 3000))
    throw valueError(MESSAGES.noNumber("nam"));
  const read: Deadline =
    typeof given === "number" ? { kind: "fixed", date: needDate(given, "van_ban") } : readDeadline(needText(given, "van_ban"), planYear);
  if (wanted === "kind") return DEADLINE_LABELS[read.kind];
  if (read.kind === "unclear") throw valueError(MESSAGES.unreadableDeadline);
  if (read.kind !== "fixed") throw notAvailable(DEADLINE_LABELS[read.kind]);
  const day: CalendarDate = wanted === "working" ? lastWorkingDay(read.date, free) : read.date;
  return toSerial(day);
}
