import type { ImportedPlan } from "../../src/pipeline";
import type { CalendarDate } from "../../src/plan/date";
import type { Plan, ReportDuty, Target, Task } from "../../src/plan/plan";
import type { Decision } from "../../src/review/review";
import type { PeriodFigure } from "../../src/taskpane/periodFigures";
import type { RowDetail } from "../../src/taskpane/rowDetail";
import type { Edit, PaneServices, SamplePlan, TrackView } from "../../src/taskpane/services";
import type { Source, TextDocument } from "../../src/text/textDocument";

const LINES = [
  "KẾ HOẠCH",
  "Triển khai nhiệm vụ, giải pháp cải thiện môi trường kinh doanh năm 2024",
  "I. MỤC TIÊU",
  "- Chỉ số chuyển đổi số tăng ít nhất 01 bậc so với năm 2023.",
  "- Tỷ lệ hồ sơ giải quyết đúng hạn đạt tối thiểu 95%.",
  "- Kiểm tra trực tiếp trên 30% đơn vị thuộc Sở trong năm 2024.",
  "- Nằm trong tốp 10 đơn vị dẫn đầu toàn tỉnh.",
  "- 100% văn bản được xử lý trên môi trường mạng.",
  "II. NHIỆM VỤ",
  "1. Văn phòng Sở chủ trì tham mưu kế hoạch tuyên truyền, hoàn thành trước ngày 30/6/2024.",
  "2. Các phòng chuyên môn rà soát thủ tục hành chính.",
  "III. TỔ CHỨC THỰC HIỆN",
  "Báo cáo 6 tháng trước ngày 01/6/2024 về Sở Kế hoạch và Đầu tư.",
  "Nơi nhận: như trên; lưu VT.",
];

/** The text of the made-up plan. */
export const fakeDocument: TextDocument = {
  name: "ke-hoach.txt",
  format: "text",
  lines: LINES.map((text, index) => ({ number: index + 1, raw: text, text, restored: index === 4 ? [{ start: 8, end: 13 }] : [] })),
  tables: [],
};

const line = (number: number): Source => [
  { line: number, start: LINES[number - 1]!.startsWith("- ") ? 2 : 0, end: LINES[number - 1]!.length },
];
const stated = <T>(value: T, source: Source) => ({ value, certainty: "stated" as const, source });

function target(id: string, at: number, fields: Partial<Target> & Pick<Target, "measure" | "goal">): Target {
  return {
    id,
    statement: LINES[at - 1]!.slice(2),
    certainty: "stated",
    unit: "%",
    horizon: 2024,
    leads: [],
    supporters: [],
    source: line(at),
    alternatives: [],
    ...fields,
  };
}

const targets: readonly Target[] = [
  target("CT-01", 4, {
    measure: "Chỉ số chuyển đổi số",
    goal: { kind: "rank-up", steps: 1, baseline: { year: 2023 } },
    unit: "bậc",
    baselineYear: 2023,
    leads: ["Phòng Bưu chính, Viễn thông"],
  }),
  target("CT-02", 5, { measure: "Tỷ lệ hồ sơ giải quyết đúng hạn", goal: { kind: "at-least", level: 0.95 }, leads: ["Văn phòng Sở"] }),
  target("CT-03", 6, {
    measure: "Kiểm tra trực tiếp đơn vị thuộc Sở",
    goal: { kind: "at-least", level: 0.3 },
    certainty: "uncertain",
    alternatives: [{ kind: "more-than", level: 0.3 }],
  }),
  target("CT-04", 7, { measure: "Xếp hạng toàn tỉnh", goal: { kind: "top", limit: 10 }, unit: "", certainty: "implied" }),
  target("CT-05", 8, { measure: "Văn bản được xử lý trên môi trường mạng", goal: { kind: "all", level: 1 } }),
];

const tasks: readonly Task[] = [
  {
    id: "NV-01",
    title: "Tham mưu kế hoạch tuyên truyền",
    details: [],
    leads: ["Văn phòng Sở"],
    supporters: ["Các phòng chuyên môn"],
    time: stated("trước ngày 30/6/2024", line(10)),
    deadline: stated({ kind: "fixed" as const, date: "2024-06-29" as CalendarDate }, line(10)),
    deliverable: "Kế hoạch tuyên truyền",
    targets: [],
    source: line(10),
  },
  {
    id: "NV-02",
    title: "Rà soát thủ tục hành chính",
    details: [],
    leads: ["Các phòng chuyên môn"],
    supporters: [],
    time: stated("", []),
    targets: [],
    source: line(11),
  },
];

const reportDuties: readonly ReportDuty[] = [
  {
    id: "BC-01",
    frequency: "6 tháng",
    due: "trước ngày 01/6/2024",
    rule: { kind: "dates" },
    dueDates: ["2024-05-31" as CalendarDate],
    reporters: ["Văn phòng Sở"],
    recipients: ["Sở Kế hoạch và Đầu tư"],
    statement: LINES[12]!,
    certainty: "stated",
    source: line(13),
  },
];

/** The made-up plan as read: one question, one task without a deadline, one unread line. */
export const fakePlan: Plan = {
  header: {
    title: stated(LINES[1]!, line(2)),
    year: stated(2024, line(2)),
    issuer: stated("Sở Thông tin và Truyền thông", line(1)),
    basis: [],
    source: [...line(1), ...line(2)],
  },
  sections: [],
  agencies: [
    { id: "DV-01", name: "Văn phòng Sở", aliases: [], group: false },
    { id: "DV-02", name: "Các phòng chuyên môn", aliases: [], group: true },
    { id: "DV-03", name: "Phòng Bưu chính, Viễn thông", aliases: [], group: false },
  ],
  targets,
  tasks,
  reportDuties,
  indices: [],
  unread: line(14),
};

/** The made-up plan as the pipeline hands it over. */
export const fakeImported: ImportedPlan = { document: fakeDocument, parsed: fakePlan, plan: fakePlan };

/** A plan with many targets, for lists that must stay fluid. */
export function manyTargets(count: number): ImportedPlan {
  const plan = {
    ...fakePlan,
    targets: Array.from({ length: count }, (_none, index) => ({
      ...targets[1]!,
      id: `CT-${index + 1}`,
      measure: `Chỉ tiêu thứ ${index + 1}`,
    })),
    tasks: [],
  };
  return { document: fakeDocument, parsed: plan, plan };
}

/** A gallery of two cards. */
export const fakeSamples: readonly SamplePlan[] = [
  { id: "mau-1", title: LINES[1]!, issuer: "Sở Thông tin và Truyền thông", place: "Gia Lai", year: 2024, text: LINES.join("\n") },
  {
    id: "mau-2",
    title: "Nâng cao chỉ số năng lực cạnh tranh cấp tỉnh (PCI) năm 2023",
    issuer: "UBND tỉnh Lạng Sơn",
    place: "Lạng Sơn",
    year: null,
    text: LINES.join("\n"),
  },
];

/** A book half-way through its year. */
export const fakeTrack: TrackView = {
  book: 1,
  title: LINES[1]!,
  asOf: "2024-06-30" as CalendarDate,
  period: {
    code: "2024-06T",
    choices: [
      {
        code: "2024-Q2",
        name: "Quý II/2024",
        year: 2024,
        from: "2024-03-15" as CalendarDate,
        to: "2024-06-14" as CalendarDate,
      },
      {
        code: "2024-06T",
        name: "6 tháng đầu năm 2024",
        year: 2024,
        from: "2023-12-15" as CalendarDate,
        to: "2024-06-14" as CalendarDate,
      },
    ],
  },
  warnDays: 7,
  dialect: "kpi",
  undoable: false,
  targets: { total: 11, judged: 11, met: 8, withData: 9 },
  tasks: { total: 19, onTimeRate: 0.92, overdue: 2 },
  conclusions: [
    { code: "exceeded", count: 3 },
    { code: "met", count: 5 },
    { code: "not-met", count: 1 },
    { code: "no-data", count: 2 },
  ],
  statuses: [
    { code: "done-on-time", count: 11 },
    { code: "done-late", count: 1 },
    { code: "in-progress", count: 5 },
    { code: "overdue", count: 2 },
  ],
  lists: {
    overdue: [
      {
        table: "tasks",
        rowIndex: 0,
        code: "NV-01",
        title: "Tham mưu kế hoạch tuyên truyền",
        lead: "Văn phòng Sở",
        due: "2024-06-18" as CalendarDate,
        days: -12,
      },
      {
        table: "tasks",
        rowIndex: 4,
        code: "NV-05",
        title: "Rà soát thủ tục hành chính thuộc phạm vi chức năng quản lý",
        lead: "",
        due: "2024-06-29" as CalendarDate,
        days: -1,
      },
    ],
    dueSoon: [
      {
        table: "tasks",
        rowIndex: 2,
        code: "NV-03",
        title: "Tập huấn dịch vụ công trực tuyến",
        lead: "Văn phòng Sở",
        due: "2024-07-03" as CalendarDate,
        days: 3,
      },
    ],
    atRisk: [
      {
        table: "targets",
        rowIndex: 2,
        code: "CT-03",
        title: "Kiểm tra trực tiếp đơn vị thuộc Sở",
        lead: "Văn phòng Sở",
        risk: { warning: "alarm", gap: -0.205 },
      },
    ],
    noData: [{ table: "targets", rowIndex: 3, code: "CT-04", title: "Xếp hạng toàn tỉnh", lead: "Phòng Bưu chính, Viễn thông" }],
    missed: [{ table: "targets", rowIndex: 1, code: "CT-02", title: "Tỷ lệ hồ sơ giải quyết đúng hạn", lead: "Văn phòng Sở" }],
    reports: [],
  },
  agencies: ["Văn phòng Sở", "Phòng Bưu chính, Viễn thông"],
  health: { nameErrors: 0, overwritten: 0, unlisted: [] },
};

/** A target's row as it is selected. */
export const fakeRow: RowDetail = {
  table: "targets",
  rowIndex: 1,
  sheet: "Chỉ tiêu",
  row: 5,
  code: "CT-02",
  title: "Tỷ lệ hồ sơ giải quyết đúng hạn",
  lead: "Văn phòng Sở",
  quote: "Tỷ lệ hồ sơ giải quyết đúng hạn đạt tối thiểu 95%.",
  goal: { goal: { kind: "at-least", level: 0.95 }, unit: "%" },
  explanation: "Chưa có số liệu",
  asOf: "2024-06-30" as CalendarDate,
  entry: {
    kind: "figure",
    header: "Thực hiện (nhập tay)",
    facts: { kind: "K01", level: 0.95, upper: null, baseline: null, unit: "%", due: null },
    value: null,
  },
};

/** The same in a book that keeps figures by period: two quarters, the second an estimate, the first locked, nothing yet for the half-year. */
export const fakePeriodRow: RowDetail = {
  ...fakeRow,
  pace: { expected: 0.5, gap: -0.1, warning: "at-risk", forecast: 0.8 },
  entry: {
    ...(fakeRow.entry as Extract<RowDetail["entry"], { kind: "figure" }>),
    periods: {
      view: "2024-06T",
      choices: [
        { code: "2024-Q1", name: "Quý I/2024", year: 2024, from: "2023-12-15" as CalendarDate, to: "2024-03-14" as CalendarDate },
        ...fakeTrack.period!.choices,
      ],
      reporter: "Văn phòng Sở",
      ratio: true,
      rows: [
        figureRow(0, "2024-Q1", { typed: 0.9, figure: 0.9, kind: "official", state: "received", locked: true }),
        figureRow(1, "2024-Q2", { numerator: 40, denominator: 50, figure: 0.8, kind: "estimate", state: "received", use: "counted" }),
        figureRow(2, "2024-06T", {}),
      ],
    },
  },
};

function figureRow(index: number, period: string, changes: Partial<PeriodFigure>): PeriodFigure {
  return {
    index,
    period,
    reporter: "Văn phòng Sở",
    numerator: null,
    denominator: null,
    typed: null,
    figure: "",
    received: false,
    locked: false,
    use: "unused",
    ...changes,
  };
}

/** What the functions panel lists in tests. */
const fakeHelp = [
  {
    name: "KPI.DANHGIA",
    description: "Kết luận theo mục tiêu",
    parameters: [{ name: "thuc_hien", description: "Số thực hiện" }],
    example: "=KPI.DANHGIA(0.92,0.85)",
    result: "Vượt",
  },
];

/** Services that remember what they were asked; single ones can be replaced. */
export function fakeServices(changes: Partial<PaneServices> = {}): PaneServices & { readonly calls: string[] } {
  const calls: string[] = [];
  const done = <T>(name: string, value: T) => {
    calls.push(name);
    return Promise.resolve({ value, messages: [] });
  };
  return {
    calls,
    capabilities: { workbook: true, kpi: true },
    samples: fakeSamples,
    proposeMappings: () => Promise.resolve({ value: undefined, messages: [] }),
    remapSheet: ({ mapping }) => mapping,
    importPlan: (input) => done(`import ${input.name}`, fakeImported),
    countSample: () => Promise.resolve({ targets: 11, tasks: 6, reportDuties: 2 }),
    applyDecisions: (imported, decisions) => ({ value: { ...imported, plan: applied(imported.parsed, decisions) }, messages: [] }),
    decide: (_imported, decisions, edit) => [...decisions, decisionOf(edit)],
    saveReview: (name, review) => void calls.push(`save ${name} ${review.decisions.length}`),
    parseReview: (text) => ({ value: JSON.parse(text) as never, messages: [] }),
    previewSheets: () => [
      { key: "info", name: "Thông tin", rows: 0, optional: false },
      { key: "overview", name: "Tổng quan", rows: 0, optional: true },
      { key: "targets", name: "Chỉ tiêu", rows: 5, optional: false },
      { key: "tasks", name: "Nhiệm vụ", rows: 2, optional: false },
      { key: "calendar", name: "Lịch báo cáo", rows: 1, optional: true },
      { key: "source", name: "Nguồn", rows: 14, optional: true },
    ],
    createInWorkbook: (_imported, options) =>
      done(`create ${options.book} without ${options.without?.join("+") ?? ""}`, {
        book: options.book ?? 1,
        sheets: 6,
        dialect: options.dialect,
      }),
    downloadXlsx: () => done("download", "ke-hoach.xlsx"),
    findBooks: () => done("findBooks", []),
    openPlan: (book) => done(`open plan ${book}`, fakeImported),
    readBook: (book) => done(`read ${book}`, { ...fakeTrack, book }),
    setViewedPeriod: (book, code) => done(`period ${book} ${code}`, true),
    setEvaluationDay: (book, date) => done(`day ${book} ${date}`, true),
    showSheet: (book, key) => done(`show ${book} ${key}`, true),
    selectRow: (_book, table, rowIndex, header = "") =>
      done(`select ${table} ${rowIndex} ${header}`.trim(), { sheet: "Nhiệm vụ", row: rowIndex + 5 }),
    rowAt: (_book, sheet, address) => (sheet === "Chỉ tiêu" && address.endsWith("5") ? fakeRow : undefined),
    enterRow: (_book, row, input) => done(`enter ${row.code} ${JSON.stringify(input)}`, { sheet: row.sheet, row: row.row }),
    undoEntry: (book) => done(`undo entry ${book}`, true),
    rowOf: () => undefined,
    watch: () => Promise.resolve({ value: () => Promise.resolve(), messages: [] }),
    readSelection: () => done("selection", undefined),
    restoreFormulas: () => done("restore", true),
    renameAgency: (_book, from, to) => done(`rename ${from} > ${to}`, 2),
    undoRename: (book) => done(`undo rename ${book}`, true),
    undoSwitch: (book) => done(`undo switch ${book}`, true),
    sendCopy: (book) => done(`copy ${book}`, "ban-gui-ke-hoach.xlsx"),
    switchDialect: (_book, dialect) => done(`dialect ${dialect}`, true),
    insertFormula: (formula) => done(`insert ${formula}`, true),
    functionHelp: () => Promise.resolve(fakeHelp),
    today: () => "2024-07-01" as CalendarDate,
    ...changes,
  };
}

/** Decisions of the fake name items by id, which is all that the pane needs to know. */
function decisionOf(edit: Edit): Decision {
  if (edit.do === "add") return { item: edit.kind, quote: "", do: "add", value: edit.source };
  const common = { item: edit.item.kind, quote: edit.item.id };
  if (edit.do === "change") return { ...common, do: "change", field: edit.field, value: edit.value };
  return {
    ...common,
    do: edit.do === "merge" || edit.do === "turn" ? "drop" : edit.do,
    ...(edit.do === "split" ? { into: [{}, {}] } : {}),
  };
}

function applied(parsed: Plan, decisions: readonly Decision[]): Plan {
  let plan = parsed;
  for (const { do: verb, item, quote, field, value } of decisions) {
    const key = item === "target" ? "targets" : item === "task" ? "tasks" : "reportDuties";
    const all = plan[key] as readonly { readonly id: string }[];
    if (verb === "drop") plan = { ...plan, [key]: all.filter(({ id }) => id !== quote) };
    if (verb === "change" && field)
      plan = {
        ...plan,
        [key]: all.map((entry) =>
          entry.id === quote ? { ...entry, [field]: value, ...(field === "goal" ? { certainty: "stated", alternatives: [] } : {}) } : entry,
        ),
      };
    if (verb === "accept" && item === "target")
      plan = {
        ...plan,
        targets: plan.targets.map((entry) => (entry.id === quote ? { ...entry, certainty: "stated", alternatives: [] } : entry)),
      };
    if (verb === "add" && item === "target")
      plan = {
        ...plan,
        targets: [
          ...plan.targets,
          target(`CT-${plan.targets.length + 1}`, 8, {
            measure: "Dòng thêm",
            goal: { kind: "milestone", items: ["Dòng thêm"] },
            source: value as Source,
          }),
        ],
        unread: [],
      };
  }
  return plan;
}
