import { literal } from "../../src/workbook/formula";
import type { Live } from "../../src/workbook/live";
import { inSentence } from "../../src/workbook/sheets/urge/letter";
import type { Plan, Task } from "../../src/plan/plan";
import type { CalendarDate } from "../../src/plan/date";
import { compileWorkbook } from "../../src/workbook/compileWorkbook";
import { isFormulaCell } from "../../src/workbook/formula";
import { URGE_WORDS } from "../../src/workbook/sheets/words";
import { sampleDocument, samplePlan } from "../support/samplePlan";

const name = (text: string): Live => ({ formula: literal(text), result: text });

/** Paragraphs of the letter to the agency that owes most. */
function paragraphs(plan: Plan): readonly string[] {
  const book = compileWorkbook(plan, sampleDocument, { asOf: "2024-12-20" as CalendarDate, dialect: "native" });
  return book.sheets
    .find(({ key }) => key === "urge")!
    .blocks.filter(({ at }) => at.column === 0 && at.row >= 4 && at.row < 8)
    .map(({ cells }) => cells[0]![0]!)
    .map((cell) => String(isFormulaCell(cell) ? cell.result : cell));
}

test("a group of agencies has no capital within a sentence, the name of an office keeps its own", () => {
  expect(inSentence(name("Các phòng, đơn vị")).result).toBe("các phòng, đơn vị");
  expect(inSentence(name("Sở Nội vụ")).result).toBe("Sở Nội vụ");
  expect(inSentence(name("Cácbon")).result).toBe("Cácbon");
});

test("the lines of the letter end with semicolons, the last with a full stop", () => {
  const task: Task = { ...samplePlan.tasks[0]!, leads: ["Các phòng, đơn vị"] };
  const due = {
    value: { kind: "fixed", date: "2024-06-30" as CalendarDate },
    certainty: "stated",
    source: task.source,
  } as Task["deadline"];
  const plan: Plan = {
    ...samplePlan,
    reportDuties: [],
    targets: samplePlan.targets.slice(0, 2).map((target) => ({ ...target, leads: ["Các phòng, đơn vị"] })),
    tasks: [{ ...task, deadline: due! }],
  };
  const [dear, opening, owed, ask] = paragraphs(plan);
  expect(dear).toBe("Kính gửi: Các phòng, đơn vị");
  expect(opening).toMatch(/, các phòng, đơn vị còn:$/u);
  expect(owed!.split("\n")).toEqual(["- 1 nhiệm vụ quá hạn, lâu nhất là 173 ngày;", "- 2 chỉ tiêu chưa có số liệu.", URGE_WORDS.listed]);
  expect(ask).toMatch(/^Đề nghị các phòng, đơn vị khẩn trương/u);
  const alone = paragraphs({ ...plan, targets: [] })[2]!;
  expect(alone.split("\n")[0]).toBe("- 1 nhiệm vụ quá hạn, lâu nhất là 173 ngày.");
});
