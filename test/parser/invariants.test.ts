import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parsePlan } from "../../src/parser/parsePlan";
import { ReadError } from "../../src/reader/readError";
import { readText } from "../../src/reader/readText";
import { restoreDocument } from "../../src/text/lostGlyphs";
import type { TextDocument } from "../../src/text/textDocument";
import { APPENDIX_ROWS } from "../support/appendixRows";
import { mutateText } from "../support/mutateText";
import { planFaults } from "../support/planFaults";
import { seededRandom } from "../support/random";

const ROOT = join(__dirname, "../..");
const MUTATIONS = 1000;
/** Lines of a mutated text: a window of a document, so that a thousand of them are read in a minute. */
const WINDOW = 120;

/** The appendix of the plan of Khánh Hòa as a Markdown table. */
function markdownTable(): string {
  const rows = APPENDIX_ROWS.filter((row) => row.stt !== undefined).map((row) => [
    `${row.stt}`,
    row.target,
    ...[row.content, row.lead, row.coop, row.time].map((words) => words.join(" ")),
  ]);
  const header = ["STT", "Chỉ tiêu phấn đấu", "Nhiệm vụ và giải pháp", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện"];
  const lines = [header, header.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  return `KẾ HOẠCH\nCải thiện chỉ số năm 2023\n\n${lines.join("\n")}\n`;
}

/** Indicators with a column of units and one for each horizon. */
function indicatorTable(): string {
  const rows = [
    "| TT | Chỉ tiêu | Đơn vị tính | Năm 2025 | Đến năm 2030 |",
    "| --- | --- | --- | --- | --- |",
    "| I | Kinh tế |  |  |  |",
    "| 1 | GRDP bình quân đầu người | Triệu đồng | 75,5 | 102,0 |",
    "| 2 | Tổng thu ngân sách nhà nước | Tỷ đồng | 11.200 | 16.800 |",
    "| 3 | Tỷ lệ đô thị hóa | % | 40 | 45 |",
    "| II | Xã hội |  |  |  |",
    "| 4 | Số giường bệnh trên một vạn dân | Giường | 32 | 35 |",
    "| 5 | Chỉ số cải cách hành chính | Hạng | ≤ 25 | ≤ 20 |",
  ];
  return `KẾ HOẠCH\nPhát triển kinh tế - xã hội giai đoạn 2026 - 2030\nI. CHỈ TIÊU CHỦ YẾU\n\n${rows.join("\n")}\n`;
}

const seed = (name: string): [string, string] => [name, readFileSync(join(ROOT, "seeds", `${name}.txt`), "utf8")];
const TEXTS: readonly (readonly [string, string])[] = [
  ...["dak-nong-bqlkcn-2025-2030", "dak-nong-skhcn-2024", "gia-lai-stttt-2024", "khanh-hoa-stttt-2023", "lang-son-ubnd-2021"].map(seed),
  ["khanh-hoa-restored", readFileSync(join(ROOT, "test/golden/khanh-hoa-stttt-2023/restored.txt"), "utf8")],
  ["khanh-hoa-markdown", markdownTable()],
  ["indicators-markdown", indicatorTable()],
];

/** The document of a text; undefined if there is nothing left to read. */
function read(text: string): TextDocument | undefined {
  try {
    return readText("mutated", text);
  } catch (error) {
    if (error instanceof ReadError) return undefined;
    throw error;
  }
}

/** Faults of the plan of a text; what throws is a fault too. */
function faultsOf(text: string): string[] {
  try {
    const document = read(text);
    return document ? planFaults(document, parsePlan(document).value) : [];
  } catch (error) {
    return [String((error as Error).stack)];
  }
}

test.each(TEXTS)("%s: every line has a place, every value is in its words, and reading twice gives the same", async (name, text) => {
  const document = await restoreDocument(readText(name, text));
  const { value: plan } = parsePlan(document);
  expect(planFaults(document, plan)).toEqual([]);
  expect(parsePlan(await restoreDocument(readText(name, text))).value).toEqual(plan);
});

test(`so it is in ${MUTATIONS} texts with lines dropped, doubled, swapped, cut and joined, and with letters lost and inserted`, () => {
  const random = seededRandom(20_251_128);
  const failures: { readonly mutation: number; readonly name: string; readonly faults: readonly string[] }[] = [];
  for (let mutation = 0; mutation < MUTATIONS; mutation++) {
    const [name, text] = TEXTS[mutation % TEXTS.length]!;
    const lines = text.split("\n");
    const from = Math.max(0, Math.floor(random() * (lines.length + WINDOW / 2)) - WINDOW / 2);
    const mutated = mutateText(lines.slice(from, from + WINDOW).join("\n"), random);
    const faults = faultsOf(mutated);
    if (faults.length > 0) failures.push({ mutation, name, faults });
    else if (mutation % 4 === 0) {
      const document = read(mutated);
      if (document) expect(parsePlan(document).value).toEqual(parsePlan(read(mutated)!).value);
    }
  }
  expect({ failed: failures.length, first: failures.slice(0, 5) }).toEqual({ failed: 0, first: [] });
}, 300_000);

test("damaged texts keep the invariants with restored letters too", async () => {
  const random = seededRandom(7);
  const text = TEXTS.find(([name]) => name === "khanh-hoa-stttt-2023")![1];
  for (let mutation = 0; mutation < 6; mutation++) {
    const document = await restoreDocument(readText("mutated", mutateText(text, random)));
    expect(planFaults(document, parsePlan(document).value)).toEqual([]);
  }
}, 120_000);
