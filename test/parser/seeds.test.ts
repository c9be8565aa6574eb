import { readFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { parsePlan } from "../../src/parser/parsePlan";
import { readText } from "../../src/reader/readText";
import { applyReview } from "../../src/review/applyReview";
import { parseReview } from "../../src/review/parseReview";
import { restoreDocument } from "../../src/text/lostGlyphs";
import type { Plan } from "../../src/plan/plan";
import type { SavedReview } from "../../src/review/review";
import type { TextDocument } from "../../src/text/textDocument";
import { figuresOf, scoreReading, type Labels } from "../support/scoreReading";

const ROOT = join(__dirname, "../..");
const SEEDS = ["dak-nong-bqlkcn-2025-2030", "dak-nong-skhcn-2024", "gia-lai-stttt-2024", "khanh-hoa-stttt-2023", "lang-son-ubnd-2021"];

/** What the rules alone reach on the five plans together; these floors only ever rise. */
const FLOORS: Readonly<Record<string, number>> = {
  "targets-F1": 99,
  "targets-exact": 98.5,
  year: 100,
  "tasks-F1": 99.5,
  lead: 98,
  support: 99.5,
  time: 99,
  "reports-F1": 100,
  due: 100,
};

interface Seed {
  readonly labels: Labels;
  readonly document: TextDocument;
  readonly parsed: Plan;
  readonly review: SavedReview;
}

async function readSeed(name: string): Promise<Seed> {
  const document = await restoreDocument(readText(name, readFileSync(join(ROOT, "seeds", `${name}.txt`))));
  const file = join(ROOT, "seeds", `${name}.review.json`);
  const review = existsSync(file) ? parseReview(readFileSync(file, "utf8")).value! : { version: 1 as const, decisions: [] };
  const labels = JSON.parse(readFileSync(join(ROOT, "test/golden", name, "labels.json"), "utf8")) as Labels;
  return { labels, document, parsed: parsePlan(document).value, review };
}

describe("the five seeds", () => {
  let seeds: Seed[];
  beforeAll(async () => {
    seeds = await Promise.all(SEEDS.map(readSeed));
  }, 60_000);

  test("are read by the rules alone at least as well as before", () => {
    const scores = seeds.map((seed) => scoreReading(seed.labels, seed.parsed, seed.document));
    const figures = figuresOf(scores);
    process.stdout.write(`reading without review: ${JSON.stringify(figures)}\n`);
    const below = Object.entries(FLOORS).filter(([name, floor]) => figures[name]! < floor);
    expect({ below, notes: below.length > 0 ? scores.flatMap((score) => score.notes) : [] }).toEqual({ below: [], notes: [] });
  });

  test("are exactly right with their reviews, and every decision fits", () => {
    const reviewed = seeds.map((seed) => ({ seed, result: applyReview(seed.parsed, seed.document, seed.review) }));
    const scores = reviewed.map(({ seed, result }) => scoreReading(seed.labels, result.value, seed.document));
    expect(reviewed.flatMap(({ result }) => result.messages.filter((message) => message.code === "review-decision-unmatched"))).toEqual([]);
    expect(scores.flatMap((score) => score.notes)).toEqual([]);
    expect(Object.values(figuresOf(scores)).every((figure) => figure === 100)).toBe(true);
  });

  test("need decisions for no more than 8 % of their items", () => {
    const counts = seeds.map((seed, index) => {
      const items = seed.labels.targets.length + seed.labels.tasks.length + seed.labels.reports.length;
      return { name: SEEDS[index]!, decisions: seed.review.decisions.length, items };
    });
    process.stdout.write(`decisions: ${counts.map((count) => `${count.name} ${count.decisions}/${count.items}`).join(", ")}\n`);
    for (const { decisions, items } of counts) expect(decisions).toBeLessThanOrEqual(items * 0.08);
  });

  test("leave no line without a place", () => {
    for (const { document, parsed } of seeds) {
      const placed = new Set<number>();
      const items = [...parsed.targets, ...parsed.tasks, ...parsed.reportDuties, ...parsed.sections, parsed.header];
      for (const { source } of items) for (const span of source) placed.add(span.line);
      for (const span of parsed.unread) placed.add(span.line);
      const lost = document.lines.filter((line) => line.text.trim() !== "" && !placed.has(line.number)).map((line) => line.number);
      expect(lost).toEqual([]);
    }
  });

  test("read the same twice", () => {
    for (const { document, parsed } of seeds) expect(parsePlan(document).value).toEqual(parsed);
  });
});
