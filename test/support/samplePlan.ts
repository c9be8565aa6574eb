import type { CalendarDate } from "../../src/plan/date";
import type { Goal } from "../../src/plan/goal";
import type { Plan, ReportDuty, Target, Task } from "../../src/plan/plan";
import type { Source, TextDocument } from "../../src/text/textDocument";

const LINES = [
  "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
  "KẾ HOẠCH",
  "Cải thiện môi trường kinh doanh, nâng cao năng lực cạnh tranh cấp tỉnh năm 2024",
  "I. MỤC TIÊU",
  "- Tỷ lệ hồ sơ thủ tục hành chính giải quyết trực tuyến đạt tối thiểu 80%, trong đó trước hạn từ 30% trở lên.",
  "- Chỉ số đào tạo lao động đạt trên 7,3 điểm; tăng ít nhất 01 bậc so với năm 2023.",
  "- Từ 35% đến 45% số lãnh đạo được bồi dưỡng; giảm 5% biên chế so với năm 2021.",
  "- Tổ chức đối thoại ít nhất 02 lần/năm; kiểm tra không quá 01 lần/doanh nghiệp.",
  "- Nằm trong nhóm khá, trong tốp 10 đơn vị dẫn đầu; duy trì tối thiểu 30%.",
  "= Dòng này bắt đầu bằng dấu bằng và không phải công thức",
  "II. NHIỆM VỤ",
  "1. Rà soát, cắt giảm thủ tục hành chính; Văn phòng Sở chủ trì, hoàn thành trước ngày 01/6/2024.",
  "2. Thực hiện thường xuyên việc công khai, minh bạch thông tin.",
  "3. Kết nối dữ liệu sau khi Kho quản lý dữ liệu được xây dựng.",
  "III. TỔ CHỨC THỰC HIỆN",
  "Các phòng báo cáo 6 tháng trước ngày 01/6/2024, báo cáo năm trước ngày 01/12/2024.",
  "Một câu mà không quy tắc nào đọc được.",
] as const;

/** Words of the sample plan, one line each. */
export const sampleDocument: TextDocument = {
  name: "sample",
  format: "text",
  lines: LINES.map((text, index) => ({ number: index + 1, raw: text, text, restored: [] })),
  tables: [],
};

const at = (...lines: readonly number[]): Source => lines.map((line) => ({ line, start: 0, end: LINES[line - 1]!.length }));
const day = (text: string): CalendarDate => text as CalendarDate;

type Extra = Partial<Target>;
let count = 0;
const target = (measure: string, goal: Goal, unit: string, line: number, extra: Extra = {}): Target => ({
  id: `CT-${String((count += 1)).padStart(2, "0")}`,
  statement: LINES[line - 1]!,
  measure,
  goal,
  certainty: "stated",
  unit,
  horizon: 2024,
  leads: ["Văn phòng Sở"],
  supporters: [],
  source: at(line),
  alternatives: [],
  group: "Cải cách hành chính",
  ...extra,
});

const targets: readonly Target[] = [
  target("Tỷ lệ hồ sơ thủ tục hành chính giải quyết trực tuyến trên tổng số hồ sơ tiếp nhận", { kind: "at-least", level: 0.8 }, "%", 5, {
    index: { name: "PCI", weight: 0.15 },
  }),
  target("Hồ sơ giải quyết trước hạn", { kind: "at-least", level: 0.3 }, "%", 5, { id: "CT-01.1", parent: "CT-01", certainty: "implied" }),
  target("Chỉ số thành phần Đào tạo lao động", { kind: "more-than", level: 7.3 }, "điểm", 6),
  target("Thứ hạng PCI của tỉnh", { kind: "rank-up", steps: 1, baseline: { year: 2023, value: 40 } }, "bậc", 6, { baselineYear: 2023 }),
  target("Số lãnh đạo được bồi dưỡng kiến thức", { kind: "between", low: 0.35, high: 0.45, hard: false }, "%", 7, {
    leads: ["Phòng Tổ chức"],
  }),
  target("Biên chế công chức", { kind: "decrease", by: 0.05, as: "percent", baseline: { year: 2021 } }, "%", 7, {
    baselineYear: 2021,
    leads: [],
  }),
  target("Số lần đối thoại với doanh nghiệp", { kind: "times-at-least", times: 2, per: "năm" }, "lần", 8),
  target("Số lần kiểm tra một doanh nghiệp", { kind: "times-at-most", times: 1, per: "doanh nghiệp" }, "lần", 8),
  target("Nhóm xếp loại chất lượng điều hành", { kind: "tier", tier: "khá" }, "nhóm", 9, {
    certainty: "uncertain",
    alternatives: [{ kind: "top", limit: 10 }],
  }),
  target("Xếp hạng trong các sở, ngành", { kind: "top", limit: 10 }, "hạng", 9),
  target("Tỷ lệ chuyên gia tham gia", { kind: "maintain", of: { kind: "at-least", level: 0.3 } }, "%", 9),
  target("Văn bản được số hóa", { kind: "all", level: 1 }, "%", 5),
  target("Thời gian chờ của người dân", { kind: "at-most", level: 15 }, "phút", 5),
  target("Tỷ lệ hồ sơ trễ hạn", { kind: "less-than", level: 0.05 }, "%", 5),
  target("Số hồ sơ qua bưu chính", { kind: "increase", by: 0.1, as: "percent", baseline: { year: 2020, value: 12000 } }, "%", 5),
  target("Điểm đánh giá nội bộ", { kind: "increase", by: 0.5, as: "points" }, "điểm", 6),
  target("Chỉ số tính minh bạch", { kind: "improve", baseline: { words: "năm trước" }, direction: "up" }, "điểm", 6),
  target("Hoàn thiện hệ thống thông tin", { kind: "milestone", items: ["khảo sát", "xây dựng"] }, "mốc", 12),
  target("Ban hành danh mục dữ liệu", { kind: "deadline", due: "2024-10-31" }, "", 12),
  target(
    "Thu ngân sách",
    { kind: "two-levels", required: { kind: "at-least", level: 18300 }, aspired: { kind: "at-least", level: 25000 } },
    "tỷ đồng",
    7,
  ),
  target(
    "Điểm và hạng cùng tăng",
    {
      kind: "every",
      of: [
        { kind: "more-than", level: 66 },
        { kind: "rank-up", steps: 1 },
      ],
    },
    "",
    6,
  ),
  target("Tập huấn hoặc lồng ghép", { kind: "any", of: [{ kind: "times-at-least", times: 2, per: "năm" }] }, "", 8),
  target("=CMD|' /C calc'!A0", { kind: "at-least", level: 0.955 }, "%", 10),
];

const task = (index: number, title: string, line: number, extra: Partial<Task> = {}): Task => ({
  id: `NV-${String(index).padStart(2, "0")}`,
  title,
  details: [],
  leads: ["Văn phòng Sở"],
  supporters: ["Phòng Tổ chức"],
  time: { value: "", certainty: "stated", source: at(line) },
  targets: [],
  group: "Nhiệm vụ trọng tâm",
  source: at(line),
  ...extra,
});

const tasks: readonly Task[] = [
  task(
    1,
    "Rà soát, cắt giảm, đơn giản hóa thủ tục hành chính, công khai quy trình giải quyết trên Cổng dịch vụ công và tại bộ phận một cửa",
    12,
    {
      leads: ["Văn phòng Sở", "Thanh tra Sở"],
      time: { value: "trước ngày 01/6/2024", certainty: "stated", source: at(12) },
      deadline: { value: { kind: "fixed", date: day("2024-05-31"), from: day("2024-01-15") }, certainty: "stated", source: at(12) },
      details: ["+ Rà soát theo từng lĩnh vực", "+ Trình phương án"],
      targets: ["CT-01", "CT-01.1"],
      deliverable: "Phương án đơn giản hóa",
    },
  ),
  task(2, "Công khai, minh bạch thông tin", 13, {
    leads: ["Phòng Quản lý khoa học và công nghệ cơ sở"],
    time: { value: "Thường xuyên", certainty: "stated", source: at(13) },
    deadline: { value: { kind: "continuous" }, certainty: "stated", source: at(13) },
  }),
  task(3, "Kết nối dữ liệu", 14, {
    leads: [],
    time: { value: "sau khi Kho dữ liệu được xây dựng", certainty: "stated", source: at(14) },
    deadline: {
      value: { kind: "conditional", condition: "sau khi Kho quản lý dữ liệu được xây dựng" },
      certainty: "stated",
      source: at(14),
    },
  }),
  task(4, "Xây dựng báo cáo chuyên đề", 12, {
    deadline: { value: { kind: "fixed", date: day("2024-07-03") }, certainty: "implied", source: at(12) },
  }),
  task(5, "Tổng kết, khen thưởng", 12, {
    deadline: { value: { kind: "fixed", date: day("2024-12-31") }, certainty: "implied", source: at(12) },
  }),
  task(6, "Phối hợp khác", 12),
];

const reportDuties: readonly ReportDuty[] = [
  {
    id: "BC-01",
    frequency: "6 tháng, năm",
    due: "trước ngày 01/6/2024, trước ngày 01/12/2024",
    rule: { kind: "dates" },
    dueDates: [day("2024-05-31"), day("2024-11-30")],
    reporters: ["Các phòng, đơn vị"],
    recipients: ["Văn phòng Sở"],
    statement: LINES[15],
    certainty: "stated",
    source: at(16),
  },
  {
    id: "BC-02",
    frequency: "đột xuất",
    due: "",
    rule: { kind: "ad-hoc" },
    dueDates: [],
    reporters: [],
    recipients: [],
    statement: LINES[15],
    certainty: "implied",
    source: at(16),
  },
];

/** A small plan that holds every kind of goal, deadline and report duty. */
export const samplePlan: Plan = {
  header: {
    number: { value: "15/KH-SKHCN", certainty: "stated", source: at(1) },
    title: { value: LINES[2], certainty: "stated", source: at(3) },
    issuer: { value: "Sở Khoa học và Công nghệ", certainty: "stated", source: at(1) },
    place: { value: "Đắk Nông", certainty: "stated", source: at(1) },
    date: { value: day("2024-02-20"), certainty: "stated", source: at(1) },
    year: { value: 2024, certainty: "stated", source: at(3) },
    basis: ["Nghị quyết số 02/NQ-CP ngày 05/01/2024 của Chính phủ", "Kế hoạch số 111/KH-UBND của UBND tỉnh"],
    source: at(1, 2, 3),
  },
  sections: [
    { id: "S1", label: "I.", title: "MỤC TIÊU", depth: 1, role: "objectives", source: at(4) },
    { id: "S2", label: "II.", title: "NHIỆM VỤ", depth: 1, role: "tasks", source: at(11) },
    { id: "S3", label: "III.", title: "TỔ CHỨC THỰC HIỆN", depth: 1, role: "organization", source: at(15) },
  ],
  agencies: [
    { id: "A1", name: "Văn phòng Sở", aliases: ["Văn phòng"], group: false },
    { id: "A2", name: "Phòng Tổ chức", aliases: [], group: false },
    { id: "A3", name: "Các phòng, đơn vị", aliases: [], group: true },
  ],
  targets,
  tasks,
  reportDuties,
  indices: [
    { name: "PCI", components: [{ name: "Chỉ số đào tạo lao động", weight: 0.1, level: 7.3, lead: "Văn phòng Sở", source: at(6) }] },
    { name: "DDCI", components: [{ name: "Vai trò người đứng đầu", source: at(6) }] },
  ],
  unread: at(17),
};

/** A plan of which nothing but a title could be read. */
export const emptyPlan: Plan = {
  header: { title: { value: "", certainty: "uncertain", source: [] }, basis: [], source: [] },
  sections: [],
  agencies: [],
  targets: [],
  tasks: [],
  reportDuties: [],
  indices: [],
  unread: at(17),
};
