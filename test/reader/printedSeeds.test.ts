import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { parsePlan } from "../../src/parser/parsePlan";
import type { Plan } from "../../src/plan/plan";
import { readText } from "../../src/reader/readText";
import { restoreDocument } from "../../src/text/lostGlyphs";
import type { TextDocument } from "../../src/text/textDocument";
import { launchBrowser } from "../support/browser";
import { planFaults } from "../support/planFaults";
import { printedText, type PrintSetting } from "../support/printedPdf";
import { ElsewhereReader } from "../support/readElsewhere";

const ROOT = join(__dirname, "../..");
const SOUND = ["dak-nong-bqlkcn-2025-2030", "dak-nong-skhcn-2024", "gia-lai-stttt-2024", "lang-son-ubnd-2021"];
const DAMAGED = "khanh-hoa-stttt-2023";
const seedText = (name: string): string => readFileSync(join(ROOT, "seeds", `${name}.txt`), "utf8");

/** Runs of spaces stay, as in a text that was set in columns by hand. */
const PRE: PrintSetting = { style: "p{white-space:pre-wrap}" };
const NARROW: PrintSetting = {
  style: "p{margin:0;text-align:justify}",
  margin: { top: "20mm", bottom: "20mm", left: "30mm", right: "15mm" },
};

let reader: ElsewhereReader;
let browser: Browser;
beforeAll(async () => {
  [reader, browser] = await Promise.all([ElsewhereReader.start(), launchBrowser()]);
}, 120_000);
afterAll(async () => {
  await Promise.all([reader.stop(), browser.close()]);
}, 60_000);

async function planOf(document: TextDocument): Promise<Plan> {
  const restored = await restoreDocument(document);
  const { value: plan } = parsePlan(restored);
  expect(planFaults(restored, plan)).toEqual([]);
  return plan;
}

async function planPrinted(name: string, setting: PrintSetting): Promise<Plan> {
  const { document, refused } = await reader.read(await printedText(browser, seedText(name), setting));
  expect(refused).toBeUndefined();
  return planOf(document!);
}

/** A plan without the places of its words. Page numbers, which a reader may know or not, make sections without a name. */
function comparable({ sections, ...rest }: Plan): Record<string, unknown> {
  const named = sections.filter(({ role, label, title }) => role !== "other" || label !== "" || title !== "");
  const bare = JSON.stringify({ ...rest, sections: named }, (key, value: unknown) =>
    key === "source" || key === "unread" ? undefined : value,
  );
  return JSON.parse(bare) as Record<string, unknown>;
}

describe.each([
  ["paragraphs", {}],
  ["narrow justified lines without space between paragraphs", NARROW],
] as const)("printed by a browser as %s", (_, setting) => {
  test.each(SOUND)(
    "%s gives the plan of its text",
    async (name) => {
      const expected = comparable(await planOf(readText("plan.txt", seedText(name))));
      expect(comparable(await planPrinted(name, setting))).toEqual(expected);
    },
    60_000,
  );
});

describe(`${DAMAGED}, whose letters were lost before it was printed`, () => {
  test("gives the plan of its text where the spaces are kept that stand for them", async () => {
    const expected = comparable(await planOf(readText("plan.txt", seedText(DAMAGED))));
    expect(comparable(await planPrinted(DAMAGED, PRE))).toEqual(expected);
  }, 60_000);

  test("gives its targets, tasks and report duties also where the browser folded those spaces", async () => {
    const expected = await planOf(readText("plan.txt", seedText(DAMAGED)));
    const plan = await planPrinted(DAMAGED, {});
    const values = ({ targets, tasks, reportDuties, indices }: Plan): object => ({
      goals: targets.map(({ goal, unit, horizon, index }) => ({
        level: "level" in goal ? goal.level : goal.kind,
        unit,
        horizon,
        weight: index?.weight,
      })),
      indices: indices.map(({ components }) => components.length),
      leads: tasks.map(({ leads }) => leads),
      times: tasks.map(({ time, deadline }) => ({ time: time.value, deadline: deadline?.value })),
      reports: reportDuties.map(({ due, dueDates, recipients }) => ({ due, dueDates, recipients })),
    });
    expect(values(plan)).toEqual(values(expected));
    expect(plan.header).toMatchObject({ issuer: { value: expected.header.issuer!.value }, title: { value: expected.header.title!.value } });
    // Differences: words that are lost whole ("UBND") and left no space of their own are missing.
    const words = (names: readonly string[]): string => names.join("; ").replaceAll("UBND ", "");
    expect(plan.tasks.map(({ supporters }) => words(supporters))).toEqual(expected.tasks.map(({ supporters }) => words(supporters)));
    expect(plan.unread).toHaveLength(expected.unread.length);
  }, 60_000);
});
