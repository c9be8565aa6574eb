import type { CalendarDate } from "../plan/date";
import type { Message, Result } from "../result";
import { actualOf, dateOf, horizonOf, isBlank, numberOf, textOf } from "../tracking/cellValue";
import { dueSerial } from "../tracking/evaluate";
import type { Actual, TargetFacts } from "../tracking/evaluation";
import {
  comparable,
  parseAggregation,
  parseDeadlineKind,
  parseFigureKind,
  parseFigureState,
  parseKind,
  SPECIAL_LABELS,
  tierOf,
  type Aggregation,
} from "../tracking/labels";
import { judgeRows, periodResult, type RowFigure } from "../tracking/periodData";
import type { TrackedFigure, TrackedReport, TrackedTarget, TrackedTask, TrackedView, TrackingData } from "../tracking/trackingData";
import type { CellValue } from "./formula";
import { COLUMNS, type TableKey } from "./names";
import { YES } from "./words";
import { decodeState } from "./planState";
import { readPeriods, readThresholds, readView, type ReadPeriods } from "./readPeriods";
import { rowsOf, type Row } from "./tableRows";
import { DEFAULT_WARN_DAYS } from "./sheets/infoSheet";
import type { WorkbookValues } from "./workbookValues";

/**
 * Reads what people wrote into a workbook. Rows without a code are passed over. Where Ngày xét is not a day, the day on which the
 * workbook was made is taken. Undefined with a message when the workbook holds no table of ours.
 */
export function readTracking(values: WorkbookValues): Result<TrackingData | undefined> {
  const state = decodeState(values.state);
  const messages: Message[] = [...state.messages];
  const rows = (key: TableKey): readonly Row[] => {
    const table = values.tables.find((candidate) => candidate.key === key);
    if (table) return rowsOf(table);
    messages.push({ code: "table-missing", severity: "warning", details: { table: key } });
    return [];
  };
  const asOf = dateOf(values.names.asOf) ?? state.value?.options.asOf;
  if (asOf === undefined || values.tables.length === 0)
    return { value: undefined, messages: [...messages, { code: "workbook-not-ours", severity: "error" }] };
  const optional = (key: TableKey): readonly Row[] => values.tables.filter((table) => table.key === key).flatMap(rowsOf);
  const periods = readPeriods(optional("periods"), textOf(values.names.periodScheme));
  const view = readView(periods, textOf(values.names.view));
  const figures = optional("figures").flatMap((row) => trackedFigure(row, periods));
  const data: TrackingData = {
    planId: textOf(values.names.planId) || (state.value?.planId ?? ""),
    title: textOf(values.names.title) || (state.value?.plan.header.title.value ?? ""),
    asOf,
    warnDays: numberOf(values.names.warnDays) ?? DEFAULT_WARN_DAYS,
    targets: gathered(rows("targets"), figures, view),
    tasks: rows("tasks").flatMap(trackedTask),
    reports: rows("reports").flatMap(trackedReport),
    figures,
    view,
    thresholds: readThresholds(optional("thresholds")),
  };
  return { value: data, messages };
}

/** Targets with their figures at Kỳ đang xem: those that the sheet computed, gathered anew where a cell holds an error. */
function gathered(rows: readonly Row[], figures: readonly TrackedFigure[], view: TrackedView | undefined): readonly TrackedTarget[] {
  const methods = new Map(rows.map(({ cell }) => [comparable(textOf(cell(COLUMNS.targets.id))), methodIn(cell)]));
  const judged = judgeRows(figures, view?.period, (target) => methods.get(comparable(target)) ?? "last");
  return rows.flatMap((row) => trackedTarget(row, (code, method) => periodResult(judged, code, method).value));
}

function methodIn(cell: Row["cell"]): Aggregation {
  return parseAggregation(textOf(cell(COLUMNS.targets.aggregation))) ?? "last";
}

function trackedTarget({ cell, place }: Row, resultOf: (code: string, method: Aggregation) => RowFigure): readonly TrackedTarget[] {
  const C = COLUMNS.targets;
  const code = textOf(cell(C.id));
  if (code === "") return [];
  const facts = targetFacts(cell);
  return [
    {
      code,
      name: textOf(cell(C.measure)),
      group: textOf(cell(C.group)),
      unit: facts.unit,
      lead: textOf(cell(C.lead)),
      parent: textOf(cell(C.parent)),
      series: textOf(cell(C.series)),
      baselineYear: numberOf(cell(C.baselineYear)) ?? null,
      facts,
      actual: actualIn(cell, facts, () => resultOf(code, methodIn(cell))),
      method: methodIn(cell),
      cause: textOf(cell(C.cause)),
      place,
    },
  ];
}

function targetFacts(cell: Row["cell"]): TargetFacts {
  const C = COLUMNS.targets;
  const choice = parseKind(textOf(cell(C.kind))) ?? { kind: "K01" as const };
  const unit = textOf(cell(C.unit));
  const level = cell(C.level);
  const tier = choice.kind === "K13" && !isBlank(level) ? (tierOf(textOf(level)) ?? textOf(level)) : undefined;
  return {
    ...choice,
    unit,
    level: numberOf(level) ?? (choice.kind === "K21" ? dueSerial(dateOf(level) ?? "") : null),
    upper: numberOf(cell(C.upper)) ?? null,
    baseline: numberOf(cell(C.baseline)) ?? null,
    due: horizonOf(cell(C.horizon)) ?? null,
    ...(comparable(unit).startsWith("% ") ? { mayExceedWhole: true } : {}),
    ...(tier === undefined ? {} : { tier }),
  };
}

/** The calculated actual value; the typed one, else that of the period table, where the formula gives an error or is gone. */
function actualIn(cell: Row["cell"], facts: TargetFacts, gather: () => RowFigure): Actual {
  const C = COLUMNS.targets;
  const calculated = cell(C.actual);
  const broken = typeof calculated === "string" && calculated.startsWith("#");
  const typed = cell(C.hand);
  const value = !broken && !isBlank(calculated) ? calculated : broken && isBlank(typed) ? gather() : typed;
  const day = facts.kind === "K21" && typeof value === "string" ? dateOf(value) : undefined;
  return actualOf(day === undefined ? value : dueSerial(day));
}

function trackedTask({ cell, place }: Row): readonly TrackedTask[] {
  const C = COLUMNS.tasks;
  const code = textOf(cell(C.id));
  if (code === "") return [];
  const special = Object.entries(SPECIAL_LABELS).find(([label]) => comparable(label) === comparable(textOf(cell(C.special))));
  return [
    {
      code,
      name: textOf(cell(C.title)),
      lead: textOf(cell(C.lead)),
      deadline: day(cell(C.deadline)),
      extended: day(cell(C.extended)),
      done: day(cell(C.done)),
      kind: parseDeadlineKind(textOf(cell(C.deadlineKind))),
      special: special?.[1] ?? null,
      progress: numberOf(cell(C.progress)) ?? null,
      place,
    },
  ];
}

function trackedReport({ cell, place }: Row): readonly TrackedReport[] {
  const C = COLUMNS.reports;
  const code = textOf(cell(C.id));
  if (code === "") return [];
  return [
    { code, name: textOf(cell(C.kind)), reporter: textOf(cell(C.reporter)), lastDay: day(cell(C.lastDay)), sent: day(cell(C.sent)), place },
  ];
}

function trackedFigure({ cell, place }: Row, periods: ReadPeriods): readonly TrackedFigure[] {
  const C = COLUMNS.figures;
  const target = textOf(cell(C.target));
  if (target === "") return [];
  return [
    {
      target,
      period: periods.byCode(textOf(cell(C.period))),
      reporter: textOf(cell(C.reporter)),
      numerator: numberOf(cell(C.numerator)),
      denominator: numberOf(cell(C.denominator)),
      typed: cell(C.typed),
      kind: parseFigureKind(textOf(cell(C.kind))),
      state: parseFigureState(textOf(cell(C.state))),
      received: day(cell(C.received)),
      source: textOf(cell(C.source)),
      locked: comparable(textOf(cell(C.locked))) === comparable(YES),
      place,
    },
  ];
}

function day(value: CellValue): CalendarDate | null {
  return dateOf(value) ?? null;
}
