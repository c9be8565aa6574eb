import { readFileSync } from "node:fs";
import { join } from "node:path";
import { outlineOf } from "../../src/parser/outline";
import { parsePlan } from "../../src/parser/parsePlan";
import type { Plan } from "../../src/plan/plan";
import { readDocument } from "../../src/reader/readDocument";
import { readText } from "../../src/reader/readText";
import { APPENDIX_ROWS } from "../support/appendixRows";
import { pdfFile, wordFile } from "../support/libreOffice";
import { numberedWord } from "../support/numberedWord";
import { pdfTexts } from "../support/pdfPages";
import { planFaults } from "../support/planFaults";
import { ElsewhereReader } from "../support/readElsewhere";
import { writerDocument, type WriterBlock } from "../support/writerDocument";

const ROOT = join(__dirname, "../..");
const SEEDS = ["dak-nong-bqlkcn-2025-2030", "dak-nong-skhcn-2024", "gia-lai-stttt-2024", "lang-son-ubnd-2021"];
const seedText = (name: string): string => readFileSync(join(ROOT, "seeds", `${name}.txt`), "utf8");

let reader: ElsewhereReader;
beforeAll(async () => {
  reader = await ElsewhereReader.start();
}, 60_000);
afterAll(() => reader.stop(), 60_000);

/** A plan without the places of its words, which differ from file to file. */
function comparable(plan: object): Record<string, unknown> {
  const bare = JSON.stringify(plan, (key, value: unknown) => (key === "source" || key === "unread" ? undefined : value));
  return JSON.parse(bare) as Record<string, unknown>;
}

/** The same without white space in texts that hold an address of the web. */
function withWholeAddresses(plan: object): unknown {
  const whole = (text: string): string => (text.includes("://") ? text.replaceAll(" ", "") : text);
  return JSON.parse(JSON.stringify(comparable(plan), (_, value: unknown) => (typeof value === "string" ? whole(value) : value)));
}

async function planOfWord(bytes: Uint8Array): Promise<Plan> {
  const document = await readDocument({ kind: "file", name: "plan.docx", bytes });
  const { value: plan } = parsePlan(document);
  expect(planFaults(document, plan)).toEqual([]);
  return plan;
}

async function planOfPdf(bytes: Uint8Array): Promise<Plan> {
  const { document, refused } = await reader.read(bytes);
  expect(refused).toBeUndefined();
  const { value: plan } = parsePlan(document!);
  expect(planFaults(document!, plan)).toEqual([]);
  return plan;
}

const planOfText = (text: string): Plan => parsePlan(readText("plan.txt", text)).value;

describe.each(SEEDS)("%s", (name) => {
  test("gives the same plan as a Word file and as a PDF made by LibreOffice", async () => {
    const text = seedText(name);
    const flat = writerDocument(text.split("\n"));
    const expected = comparable(planOfText(text));
    expect(comparable(await planOfWord(await wordFile(flat)))).toEqual(expected);
    expect(comparable(await planOfPdf(await pdfFile(flat)))).toEqual(expected);
  }, 120_000);

  test("gives the same plan as a Word file with whole paragraphs and automatic numbers", async () => {
    const document = readText("plan.txt", seedText(name));
    const { head, body, tail } = outlineOf(document);
    const plan = await planOfWord(await numberedWord(head, body, tail));
    // Differences: page numbers and lone addresses are not written, so that the part that holds them is missing.
    const { sections, ...rest } = parsePlan(document).value;
    const written = sections.filter(({ role, label, title }) => role !== "other" || label !== "" || title !== "");
    expect(comparable(plan)).toEqual(comparable({ ...rest, sections: written }));
  }, 60_000);
});

describe("khanh-hoa-stttt-2023 with its appendix as a real table", () => {
  const restored = readFileSync(join(ROOT, "test/golden/khanh-hoa-stttt-2023/restored.txt"), "utf8").split("\n");
  const header = [
    "STT",
    "Chỉ tiêu phấn đấu",
    "Nhiệm vụ và giải pháp thực hiện",
    "Cơ quan chủ trì",
    "Cơ quan phối hợp",
    "Thời gian thực hiện",
  ];
  const rows = APPENDIX_ROWS.map(({ head, stt, target, content, lead, coop, time }) =>
    head !== undefined ? [head] : [`${stt}.`, target, ...[content, lead, coop, time].map((words) => words.join(" "))],
  );
  const prose = restored.slice(0, restored.indexOf("STT"));
  const blocks = (ruled: boolean): WriterBlock[] => [...prose, { rows: [header, ...rows], ruled }];
  const squeeze = (text: string): string => text.normalize("NFC").replace(/\s+/g, "");

  function expectLabels(plan: Plan): void {
    const byTitle = new Map(plan.tasks.map((task) => [squeeze(task.title), task]));
    for (const { stt, content, time } of APPENDIX_ROWS) {
      if (stt === undefined) continue;
      expect(squeeze(byTitle.get(squeeze(content.join(" ")).replace(/^-/, ""))?.time.value ?? `row ${stt} is missing`)).toBe(
        squeeze(time.join(" ")),
      );
    }
  }

  test("gives one plan as a Word file and as a PDF, with every row of the table", async () => {
    const flat = writerDocument(blocks(true));
    const word = await planOfWord(await wordFile(flat));
    expectLabels(word);
    // Differences: an address that a narrow cell cuts has a space in the PDF.
    expect(withWholeAddresses(await planOfPdf(await pdfFile(flat)))).toEqual(withWholeAddresses(word));
    // Outside the table it is the plan of the text.
    const text = planOfText(prose.join("\n"));
    expect(comparable({ ...word, tasks: word.tasks.slice(0, text.tasks.length) })).toMatchObject({
      header: comparable(text.header),
      tasks: text.tasks.map(({ title, leads, supporters }) => ({ title, leads, supporters })),
      reportDuties: comparable(text)["reportDuties"] as object[],
    });
  }, 120_000);

  test("gives the same plan when the table has no lines", async () => {
    const word = await planOfWord(await wordFile(writerDocument(blocks(true))));
    expect(withWholeAddresses(await planOfPdf(await pdfFile(writerDocument(blocks(false)))))).toEqual(withWholeAddresses(word));
  }, 120_000);

  test.each([true, false])(
    "gives its rows as pdftotext -layout prints them (table with lines: %s)",
    async (ruled) => {
      const word = await planOfWord(await wordFile(writerDocument(blocks(true))));
      const pages = await pdfTexts(await pdfFile(writerDocument(blocks(ruled), { landscape: true })));
      const document = readText("plan.txt", pages.join("\f"));
      const { value: plan } = parsePlan(document);
      expect(planFaults(document, plan)).toEqual([]);
      expectLabels(plan);
      const rowsOf = ({ tasks }: Plan): object[] =>
        tasks
          .filter(({ group }) => group?.includes("CHỈ SỐ"))
          .map(({ title, leads, supporters, time }) => ({ title, leads, supporters, time: time.value }));
      expect(rowsOf(word).length).toBeGreaterThan(20);
      expect(withWholeAddresses(rowsOf(plan))).toEqual(withWholeAddresses(rowsOf(word)));
    },
    120_000,
  );
});
