import { roman } from "../text/roman";
import { childOf, childrenOf, isOn, valueOf, type XmlNode } from "./docxPackage";
import { bulletOf } from "./symbols";

interface Level {
  readonly start: number;
  readonly format: string;
  /** "%1.%2." */
  readonly text: string;
  /** All numbers in digits ("1.1" under "I"). */
  readonly legal: boolean;
}

interface NumberedList {
  readonly abstractId: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Starts that hold from the first use of this list on. */
  readonly startOverrides: ReadonlyMap<number, number>;
}

/** Gives the labels of automatic lists, in the order of the paragraphs: call it once for each numbered paragraph. */
export type Numberer = (numId: string, level: number) => string | undefined;

const LEVELS = 9;

/** Reads word/numbering.xml. Counters are kept by abstract list, because lists that share one continue each other (ECMA-376 part 1, §17.9). */
export function readNumbering(part: XmlNode | undefined): Numberer {
  const lists = readLists(part);
  const counters = new Map<string, (number | undefined)[]>();
  const used = new Set<string>();
  return (numId, levelIndex) => {
    const list = lists.get(numId);
    const level = list?.levels.get(levelIndex);
    if (!list || !level) return undefined;
    const counts = counters.get(list.abstractId) ?? [];
    counters.set(list.abstractId, counts);
    if (!used.has(numId)) {
      used.add(numId);
      for (const [index, start] of list.startOverrides) counts[index] = start - 1;
    }
    if (level.format === "bullet") return bulletOf(level.text);
    counts[levelIndex] = (counts[levelIndex] ?? level.start - 1) + 1;
    // A number of a higher level starts the deeper ones again.
    for (let deeper = levelIndex + 1; deeper < LEVELS; deeper++) counts[deeper] = undefined;
    return level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const shown = list.levels.get(index);
      counts[index] ??= shown?.start ?? 1;
      return formatCount(counts[index], level.legal ? "decimal" : (shown?.format ?? "decimal"));
    });
  };
}

function readLists(part: XmlNode | undefined): ReadonlyMap<string, NumberedList> {
  const root = childOf(part, "w:numbering");
  const abstracts = childrenOf(root, "w:abstractNum");
  const byId = new Map(abstracts.map((node) => [node.attributes.abstractNumId ?? "", node]));
  const byStyle = new Map(
    abstracts.flatMap((node) => (valueOf(node, "w:styleLink") ? [[valueOf(node, "w:styleLink")!, node] as const] : [])),
  );
  const lists = new Map<string, NumberedList>();
  for (const node of childrenOf(root, "w:num")) {
    const abstractId = valueOf(node, "w:abstractNumId") ?? "";
    let abstract = byId.get(abstractId);
    const link = valueOf(abstract, "w:numStyleLink");
    if (link) abstract = byStyle.get(link) ?? abstract;
    if (!abstract) continue;
    const levels = new Map(readLevels(abstract));
    const startOverrides = new Map<number, number>();
    for (const override of childrenOf(node, "w:lvlOverride")) {
      const index = Number(override.attributes.ilvl);
      const start = valueOf(override, "w:startOverride");
      if (start !== undefined) startOverrides.set(index, Number(start));
      for (const [at, level] of readLevels(override)) levels.set(at, level);
    }
    lists.set(node.attributes.numId ?? "", { abstractId: abstract.attributes.abstractNumId ?? abstractId, levels, startOverrides });
  }
  return lists;
}

function readLevels(node: XmlNode): readonly (readonly [number, Level])[] {
  return childrenOf(node, "w:lvl").map((level) => [
    Number(level.attributes.ilvl),
    {
      start: Number(valueOf(level, "w:start") ?? 1),
      format: valueOf(level, "w:numFmt") ?? "decimal",
      text: valueOf(level, "w:lvlText") ?? "",
      legal: isOn(level, "w:isLgl"),
    },
  ]);
}

function formatCount(count: number, format: string): string {
  switch (format) {
    case "upperRoman":
      return roman(count);
    case "lowerRoman":
      return roman(count).toLowerCase();
    case "upperLetter":
      return letters(count).toUpperCase();
    case "lowerLetter":
      return letters(count);
    case "decimalZero":
      return String(count).padStart(2, "0");
    case "none":
      return "";
    default:
      return String(count);
  }
}

/** Word counts z, aa, bb. */
function letters(count: number): string {
  if (count < 1 || count > 780) return String(count);
  return String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.floor((count - 1) / 26) + 1);
}
