import type { Plan, Target, Task } from "../../src/plan/plan";
import { readText } from "../../src/reader/readText";
import { applyReview } from "../../src/review/applyReview";
import {
  accept,
  add,
  changeField,
  changeHeader,
  decisionsAbout,
  drop,
  mergeTasks,
  nameItem,
  split,
  withDecision,
} from "../../src/review/decide";
import { parseReview } from "../../src/review/parseReview";
import type { Decision } from "../../src/review/review";

const document = readText(
  "x",
  [
    "KẾ HOẠCH năm 2024",
    "I. MỤC TIÊU",
    "- Tỷ lệ hồ sơ trực tuyến đạt 80% năm 2024 và 90%",
    "năm 2025.",
    "- Mức độ hài lòng của người dân đạt tối thiểu 95%.",
    "II. NHIỆM VỤ",
    "1. Rà soát, đơn giản hóa thủ tục hành chính của ngành.",
    "2. Công khai kết quả rà soát trên trang thông tin điện tử.",
    "3. Tập huấn cho cán bộ làm công tác một cửa các cấp.",
  ].join("\n"),
);
const line = (number: number) => ({ line: number, start: 0, end: document.lines[number - 1]!.raw.length });
const target = (id: string, level: number, source: Target["source"]): Target => ({
  id,
  statement: id,
  measure: "tỷ lệ",
  goal: { kind: "at-least", level },
  certainty: "uncertain",
  unit: "%",
  leads: [],
  supporters: [],
  source,
  alternatives: [{ kind: "more-than", level }],
});
const task = (id: string, number: number): Task => ({
  id,
  title: document.lines[number - 1]!.raw,
  details: [],
  leads: ["Sở A"],
  supporters: [],
  time: { value: "Quý I", certainty: "uncertain", source: [line(number)] },
  deadline: { value: { kind: "unclear" }, certainty: "uncertain", source: [line(number)] },
  targets: ["CT-02"],
  source: [line(number)],
});
const plan: Plan = {
  header: { title: { value: "KẾ HOẠCH", certainty: "stated", source: [line(1)] }, basis: [], source: [line(1)] },
  sections: [2, 6].map((n, i) => ({ id: `M${i}`, label: "", title: "", depth: 1, role: "other", source: [line(n)] })),
  agencies: [{ id: "CQ-01", name: "Sở A", aliases: [], group: false }],
  targets: [target("CT-01", 0.8, [line(3), line(4)]), target("CT-02", 0.9, [line(3), line(4)]), target("CT-03", 0.95, [line(5)])],
  tasks: [task("NV-01", 7), task("NV-02", 8), task("NV-03", 9)],
  reportDuties: [],
  indices: [],
  unread: [],
};
const apply = (...decisions: Decision[]) => applyReview(plan, document, { version: 1, decisions });
const about = (index: number) => ({ item: "target", of: plan.targets[index]! }) as const;
const aboutTask = (index: number) => ({ item: "task", of: plan.tasks[index]! }) as const;

test("two items with the same words are told apart by their occurrence", () => {
  expect(nameItem(plan, document, about(0))).toEqual({
    item: "target",
    quote: "- Tỷ lệ hồ sơ trực tuyến đạt 80% năm 2024 và 90% năm 2025.",
  });
  expect(nameItem(plan, document, about(1))).toMatchObject({ occurrence: 2 });
  const { value, messages } = apply(changeField(plan, document, about(1), "horizon", 2025));
  expect(value.targets.map((t) => t.horizon)).toEqual([undefined, 2025, undefined]);
  expect(messages).toEqual([]);
  expect(decisionsAbout({ version: 1, decisions: [drop(plan, document, about(1))] }, plan, document, about(0))).toEqual([]);
});

test("accepting and changing a goal settle its certainty, and the parse itself is not changed", () => {
  const before = JSON.stringify(plan);
  const { value } = apply(accept(plan, document, about(0)), changeField(plan, document, about(1), "goal", { kind: "at-most", level: 0.1 }));
  expect(value.targets[0]).toMatchObject({ certainty: "stated", alternatives: [] });
  expect(value.targets[1]).toMatchObject({ goal: { kind: "at-most", level: 0.1 }, certainty: "stated", alternatives: [] });
  expect(JSON.stringify(plan)).toBe(before);
});

test("a dropped item leaves its words in the section, other ids stay, and references to it go", () => {
  const { value } = apply(drop(plan, document, about(2)), drop(plan, document, about(1)));
  expect(value.targets.map((t) => t.id)).toEqual(["CT-01"]);
  expect(value.sections[0]!.source.map((span) => span.line)).toEqual([2, 5]);
  expect(value.tasks[0]!.targets).toEqual([]);
});

test("a decision after a split or a drop still finds its item by words", () => {
  const { value, messages } = apply(
    split(plan, document, aboutTask(0), [{ title: "Rà soát" }, { title: "Đơn giản hóa", leads: ["Sở B"] }]),
    drop(plan, document, aboutTask(1)),
    changeField(plan, document, aboutTask(2), "time", "Quý II"),
  );
  expect(value.tasks.map((t) => [t.id, t.title, t.time.value])).toEqual([
    ["NV-01", "Rà soát", "Quý I"],
    ["NV-04", "Đơn giản hóa", "Quý I"],
    ["NV-03", plan.tasks[2]!.title, "Quý II"],
  ]);
  expect(value.tasks[2]!.deadline).toBeUndefined();
  expect(value.agencies.map((agency) => agency.name)).toEqual(["Sở A", "Sở B"]);
  expect(messages).toEqual([]);
});

test("merging two tasks keeps the words of both", () => {
  const { value, messages } = apply(...mergeTasks(plan, document, plan.tasks[0]!, plan.tasks[1]!));
  expect(messages).toEqual([]);
  expect(value.tasks).toHaveLength(2);
  expect(value.tasks[0]!.source.map((span) => span.line)).toEqual([7, 8]);
  expect(value.tasks[0]!.details).toEqual([plan.tasks[1]!.title]);
});

test("an added target stands where its words stand and takes the next number", () => {
  const value = { goal: { kind: "at-least", level: 0.9 }, measure: "hồ sơ", unit: "%" };
  const { value: reviewed, messages } = apply(add("target", "đạt 80% năm 2024 và 90%\nnăm 2025", value));
  expect(messages).toEqual([]);
  expect(reviewed.targets.map((t) => t.id)).toEqual(["CT-01", "CT-02", "CT-04", "CT-03"]);
  expect(reviewed.targets[2]!.source.map((span) => span.line)).toEqual([3, 4]);
});

test("the header is changed by field", () => {
  const { value } = apply(changeHeader("issuer", "UBND tỉnh"), changeHeader("date", "2024-02-30"));
  expect(value.header.issuer?.value).toBe("UBND tỉnh");
  expect(value.header.date).toBeUndefined();
});

test.each<[string, Partial<Decision>]>([
  ["other words", { quote: "những chữ không có trong văn bản này" }],
  ["an occurrence too many", { occurrence: 2 }],
  ["a quote that is too short", { quote: "Mức độ" }],
  ["an unknown field", { do: "change", field: "__proto__", value: { polluted: true } }],
  ["the id", { do: "change", field: "id", value: "CT-99" }],
  ["a goal of the wrong shape", { do: "change", field: "goal", value: { kind: "at-least", level: "80" } }],
  [
    "a goal nested too deep",
    { do: "change", field: "goal", value: JSON.parse('{"kind":"maintain","of":'.repeat(50) + "1" + "}".repeat(50)) as unknown },
  ],
])("a decision with %s changes nothing and is told", (_, part) => {
  const { value, messages } = apply({ item: "target", quote: "Mức độ hài lòng của người dân", do: "drop", ...part });
  expect(value.targets).toEqual(plan.targets);
  expect(messages.map((message) => message.code)).toEqual(["review-decision-unmatched"]);
});

test("a later decision about the same field replaces the earlier one", () => {
  const first = changeField(plan, document, about(0), "unit", "điểm");
  const second = changeField(plan, document, about(0), "unit", "lần");
  expect(withDecision({ version: 1, decisions: [first] }, second).decisions).toEqual([second]);
});

test("a review is the same after saving and loading", () => {
  const review = {
    version: 1 as const,
    decisions: [accept(plan, document, about(0)), changeField(plan, document, aboutTask(1), "leads", ["Sở C"], "sai")],
  };
  expect(parseReview(JSON.stringify(review))).toEqual({ value: review, messages: [] });
});

test.each(["", "{", "[]", '{"version":2,"decisions":[]}', '{"version":1,"decisions":{}}', "null"])("%j is no review", (text) => {
  const { value, messages } = parseReview(text);
  expect(value).toBeUndefined();
  expect(messages[0]).toMatchObject({ code: "review-invalid", severity: "error" });
});

test("a malformed decision is left out and told, the others stay", () => {
  const good = { item: "task", quote: "a", do: "drop" };
  const bad = [
    null,
    3,
    { ...good, item: "x" },
    { ...good, do: "delete" },
    { ...good, quote: 1 },
    { ...good, occurrence: -1 },
    { ...good, do: "split" },
  ];
  const { value, messages } = parseReview(JSON.stringify({ version: 1, decisions: [...bad, good] }));
  expect(value?.decisions).toEqual([good]);
  expect(messages).toHaveLength(bad.length);
});
