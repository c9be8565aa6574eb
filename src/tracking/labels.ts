import type { Conclusion, DataIssue, KindCode, TaskStatus } from "./evaluation";
import type { Deadline } from "../plan/plan";
import type { Warning } from "./pace";

/** Words of each conclusion (DOMAIN §2.5). */
export const CONCLUSION_LABELS: Readonly<Record<Conclusion, string>> = {
  exceeded: "Vượt",
  met: "Đạt",
  "fully-met": "Đạt đầy đủ",
  "partly-met": "Đạt một phần",
  "not-met": "Chưa đạt",
  "in-progress": "Đang theo dõi",
  "no-data": "Chưa có số liệu",
  "not-arising": "Không phát sinh",
  "not-applicable": "Không áp dụng",
  unpublished: "Không công bố",
  "no-baseline": "Thiếu số gốc",
  "data-error": "Lỗi số liệu",
  unquantified: "Chưa định lượng",
};

/** Words of each task status (DOMAIN §4.6). */
export const TASK_STATUS_LABELS: Readonly<Record<TaskStatus, string>> = {
  "done-on-time": "Hoàn thành đúng hạn",
  "done-late": "Hoàn thành quá hạn",
  "in-progress": "Đang thực hiện",
  "due-soon": "Sắp đến hạn",
  overdue: "Quá hạn",
  "not-started": "Chưa thực hiện",
  "continuous-updated": "Thường xuyên – có cập nhật",
  "continuous-not-updated": "Thường xuyên – chưa cập nhật",
  waiting: "Chờ điều kiện",
  paused: "Tạm dừng",
  "postponement-asked": "Xin lùi hạn",
  "no-deadline": "Chưa có hạn",
};

/** Words of each kind of deadline. */
export const DEADLINE_LABELS: Readonly<Record<Deadline["kind"], string>> = {
  fixed: "Cố định",
  recurring: "Định kỳ",
  continuous: "Thường xuyên",
  conditional: "Có điều kiện",
  "by-reference": "Theo văn bản khác",
  unclear: "Chưa rõ",
};

/** Words of each pace warning, best first. */
export const WARNING_LABELS: Readonly<Record<Warning, string>> = {
  safe: "An toàn",
  attention: "Cần chú ý",
  "at-risk": "Nguy cơ",
  alarm: "Báo động",
};

/** What is wrong with a figure, in words. */
export const ISSUE_LABELS: Readonly<Record<DataIssue, string>> = {
  negative: "Số liệu âm",
  "over-100": "Vượt 100 %",
  "unit-suspect": "Nghi sai đơn vị",
  "numerator-over-denominator": "Tử số lớn hơn mẫu số",
  "not-a-number": "Không phải là số",
  "out-of-range": "Ngoài miền giá trị",
  "low-over-high": "Mức dưới lớn hơn mức trên",
};

/** A kind as the column "Kiểu" tells it: the code and the two variants that a code can have. */
export interface KindChoice {
  readonly kind: KindCode;
  /** K06: the upper bound must not be exceeded. */
  readonly hard?: boolean;
  /** K09, K10, K19, K22: lower is better. */
  readonly down?: boolean;
}

/** Vietnamese name of each kind and variant; the names are those of the column "Kiểu" and are unique. */
export const KIND_NAMES: readonly (KindChoice & { readonly name: string })[] = [
  { kind: "K01", name: "Tối thiểu" },
  { kind: "K02", name: "Tối đa" },
  { kind: "K03", name: "Trên" },
  { kind: "K04", name: "Dưới" },
  { kind: "K05", name: "Toàn bộ" },
  { kind: "K06", name: "Khoảng" },
  { kind: "K06", name: "Khoảng cứng", hard: true },
  { kind: "K07", name: "Tăng theo tỷ lệ" },
  { kind: "K08", name: "Giảm theo tỷ lệ" },
  { kind: "K09", name: "Tăng thêm" },
  { kind: "K09", name: "Giảm bớt", down: true },
  { kind: "K10", name: "Cải thiện tăng" },
  { kind: "K10", name: "Cải thiện giảm", down: true },
  { kind: "K11", name: "Tăng bậc" },
  { kind: "K12", name: "Tốp" },
  { kind: "K13", name: "Nhóm xếp loại" },
  { kind: "K14", name: "Số lần tối thiểu" },
  { kind: "K15", name: "Số lần tối đa" },
  { kind: "K16", name: "Lộ trình" },
  { kind: "K17", name: "Trong đó" },
  { kind: "K18", name: "Duy nhất" },
  { kind: "K19", name: "Duy trì" },
  { kind: "K19", name: "Duy trì không quá", down: true },
  { kind: "K20", name: "Mốc công việc" },
  { kind: "K21", name: "Thời hạn" },
  { kind: "K22", name: "Hai mức" },
  { kind: "K22", name: "Hai mức không quá", down: true },
  { kind: "K23", name: "Và" },
  { kind: "K24", name: "Hoặc" },
  { kind: "K25", name: "Có trọng số" },
  { kind: "K26", name: "Loại trừ mẫu số" },
];

/** Kinds that a person can choose for a row: all but those that only mark a relation (stages, "trong đó", weights, exclusions). */
export const SELECTABLE_KIND_NAMES: readonly string[] = KIND_NAMES.filter(({ kind }) => !["K16", "K17", "K25", "K26"].includes(kind)).map(
  ({ name }) => name,
);

/** Name of a kind with its variant; an impossible variant falls back to the plain name of the code. */
export function kindName(choice: KindChoice): string {
  const same = KIND_NAMES.filter(({ kind }) => kind === choice.kind);
  const exact = same.find(({ hard = false, down = false }) => hard === (choice.hard ?? false) && down === (choice.down ?? false));
  return (exact ?? same[0]!).name;
}

const KIND_BY_WORDS: ReadonlyMap<string, KindChoice> = new Map(
  [...KIND_NAMES].reverse().flatMap(({ name, ...choice }) => [
    [choice.kind.toLowerCase(), choice],
    [comparable(name), choice],
  ]),
);

/** Reads a kind from its code ("K01", either case) or its Vietnamese name; undefined if it is neither. */
export function parseKind(words: string): KindChoice | undefined {
  return KIND_BY_WORDS.get(comparable(words));
}

/** Reads a conclusion from its words; undefined if there is none. */
export const parseConclusion = reader(CONCLUSION_LABELS);

/** Reads a task status from its words; undefined if there is none. */
export const parseTaskStatus = reader(TASK_STATUS_LABELS);

/** Reads a kind of deadline from its words; undefined if there is none. */
export const parseDeadlineKind = reader(DEADLINE_LABELS);

/** Tiers of a published index, worst first (PCI; the lower ones by convention). */
export const TIERS: readonly string[] = ["Thấp", "Tương đối thấp", "Trung bình", "Khá", "Tốt", "Rất tốt"];

/** Finds the tier that words name ("nhóm có chất lượng điều hành tốt" → "Tốt"); undefined if they name none. */
export function tierOf(words: string, scale: readonly string[] = TIERS): string | undefined {
  const key = comparable(words);
  const byLength = [...scale].sort((a, b) => b.length - a.length);
  return byLength.find((tier) => comparable(tier) === key) ?? byLength.find((tier) => key.endsWith(` ${comparable(tier)}`));
}

/** Words that stand for "no figure yet". */
export const BLANK_WORDS: readonly string[] = ["-", "–", "…", "...", "chưa có", "chưa có số liệu"];

/** Words of a result that is no figure but says why. */
export const STATE_WORDS = {
  "không phát sinh": "not-arising",
  "không áp dụng": "not-applicable",
  "không giao": "not-applicable",
  "không giao chỉ tiêu": "not-applicable",
  "không công bố": "unpublished",
} as const;

/** Units that count things: a negative figure is an error. */
export const COUNT_UNITS: readonly string[] = [
  "lần",
  "hồ sơ",
  "người",
  "văn bản",
  "thủ tục",
  "cuộc",
  "lượt",
  "đơn vị",
  "doanh nghiệp",
  "nhiệm vụ",
  "dịch vụ",
  "mốc",
];

/** Special situations of a task that a person may choose, with the status that each gives. */
export const SPECIAL_LABELS = {
  "Tạm dừng": "paused",
  "Xin lùi hạn": "postponement-asked",
  "Chờ điều kiện": "waiting",
} as const satisfies Record<string, TaskStatus>;

/** Words of the ways to gather the figures of a target over periods. */
export const AGGREGATION_LABELS = {
  sum: "Cộng dồn",
  last: "Số cuối kỳ",
  mean: "Bình quân",
  ratio: "Tử/mẫu",
  max: "Lớn nhất",
} as const;

/** How figures over periods become one. */
export type Aggregation = keyof typeof AGGREGATION_LABELS;

/** Reads a way to gather figures from its words; undefined if there is none. */
export const parseAggregation = reader(AGGREGATION_LABELS);

/** Words for how sure a reported figure is. */
export const FIGURE_KIND_LABELS = { official: "Chính thức", estimate: "Ước" } as const;

/** Reads how sure a figure is from its words; undefined if there is none. */
export const parseFigureKind = reader(FIGURE_KIND_LABELS);

/** Words for what became of a figure that was asked for. */
export const FIGURE_STATE_LABELS = { received: "Đã nhận", "not-arising": "Không phát sinh", missing: "Chưa gửi" } as const;

/** Reads what became of a figure from its words; undefined if there is none. */
export const parseFigureState = reader(FIGURE_STATE_LABELS);

/** Words of a direction. */
export const DIRECTION_LABELS = { up: "Càng cao càng tốt", down: "Càng thấp càng tốt", exact: "Đúng mức" } as const;

/** "% kế hoạch" is a share of something, which is never negative; "%/năm" is a rate of change, which may be. */
export function isShareOf(unit: string): boolean {
  return unit.startsWith("%") && !unit.startsWith("%/");
}

/** Folds case, white space and the Unicode form so that words can be compared. */
export function comparable(words: string): string {
  return words.normalize("NFC").toLowerCase().split(/\s+/u).filter(Boolean).join(" ");
}

function reader<Code extends string>(labels: Readonly<Record<Code, string>>): (words: string) => Code | undefined {
  const codes = new Map((Object.entries(labels) as [Code, string][]).map(([code, label]) => [comparable(label), code]));
  return (words) => codes.get(comparable(words));
}
