import { parsePlan } from "../../src/parser/parsePlan";
import { readText } from "../../src/reader/readText";
import { goalFacts } from "../../src/tracking/goalFacts";
import { kindName, SELECTABLE_KIND_NAMES, type KindChoice } from "../../src/tracking/labels";
import { KIND_EXAMPLES } from "../../src/workbook/words";

/** Kinds that a person chooses: the reader takes a sentence of theirs for its parts, or for work to be done. */
const CHOSEN_BY_HAND: readonly string[] = [
  "Khoảng cứng",
  "Cải thiện giảm",
  "Duy nhất",
  "Duy trì không quá",
  "Thời hạn",
  "Hai mức",
  "Hai mức không quá",
  "Và",
  "Hoặc",
];

function kindsRead(sentence: string): readonly string[] {
  const lines = [
    "SỞ NỘI VỤ",
    "KẾ HOẠCH",
    "Cải cách hành chính năm 2024",
    "I. MỤC TIÊU",
    `1. ${sentence}.`,
    "II. NHIỆM VỤ",
    "1. Rà soát thủ tục.",
  ];
  const { targets } = parsePlan(readText("plan.txt", Buffer.from(lines.join("\n")))).value;
  return targets.map(({ goal, unit }) => kindName(goalFacts(goal, unit) as KindChoice));
}

test("every kind that can be chosen has an example of its own", () => {
  expect(Object.keys(KIND_EXAMPLES)).toEqual(SELECTABLE_KIND_NAMES);
  expect(new Set(Object.values(KIND_EXAMPLES)).size).toBe(SELECTABLE_KIND_NAMES.length);
});

test.each(Object.entries(KIND_EXAMPLES).filter(([name]) => !CHOSEN_BY_HAND.includes(name)))(
  "the reader takes the example of %s for a target of that kind",
  (name, sentence) => expect([sentence, kindsRead(sentence)]).toEqual([sentence, [name]]),
);
