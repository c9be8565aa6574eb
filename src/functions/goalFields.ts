import { goalFacts } from "../tracking/goalFacts";
import { kindName } from "../tracking/labels";
import { choice, needText } from "./arguments";
import { MESSAGES, valueError } from "./cellError";
import { readGoal } from "./readGoal";

const FIELDS = { KIEU: 0, SOSANH: 1, MUC: 2, MUCTREN: 3, DONVI: 4, NAMGOC: 5, MOC: 6, XACNHAN: 7 } as const;
const COMPARISONS: Readonly<Record<string, string>> = {
  K02: "≤",
  K03: ">",
  K04: "<",
  K05: "=",
  K08: "≤",
  K12: "≤",
  K15: "≤",
  K18: "=",
  K21: "≤",
};

/** The fields of a target sentence in one row, or one of them; absent fields are "". */
export function goalFields(words: unknown, field: unknown): (number | string | boolean)[][] {
  const wanted = choice(field, Object.fromEntries(Object.keys(FIELDS).map((name) => [name, name])), "", "truong");
  const read = readGoal(needText(words, "van_ban"));
  if (!read) throw valueError(MESSAGES.unreadableGoal);
  const facts = goalFacts(read.goal, read.unit);
  const row = [
    kindName(facts),
    COMPARISONS[facts.kind] ?? "≥",
    facts.tier ?? facts.level ?? "",
    facts.upper ?? "",
    read.unit,
    read.baselineYear ?? "",
    read.horizon ?? "",
    read.uncertain,
  ];
  return wanted === "" ? [row] : [[row[FIELDS[wanted as keyof typeof FIELDS]]!]];
}
