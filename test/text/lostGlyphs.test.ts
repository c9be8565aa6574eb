import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readText } from "../../src/reader/readText";
import { hasLostGlyphs, restoreDocument } from "../../src/text/lostGlyphs";
import { isSyllable } from "../../src/text/syllables";

const root = join(__dirname, "../..");
const seed = (name: string) => readText(name, readFileSync(join(root, `seeds/${name}.txt`)));
const CLEAN = ["dak-nong-skhcn-2024", "gia-lai-stttt-2024", "lang-son-ubnd-2021", "dak-nong-bqlkcn-2025-2030"];
const DAMAGED = "khanh-hoa-stttt-2023";

test.each(CLEAN)("%s is sound and passes through untouched", async (name) => {
  const document = seed(name);
  expect(await restoreDocument(document)).toBe(document);
});

test("columns of plain text and another language are not taken for damage", () => {
  const row = "  1    Rà soát thủ tục hành chính của các đơn vị      Văn phòng      Quý II \n";
  expect(hasLostGlyphs(readText("columns", row.repeat(30)))).toBe(false);
  expect(hasLostGlyphs(readText("english", "the  quick brown  fox jumps  over the lazy  dog \n".repeat(30)))).toBe(false);
});

test("synthetic losses in another plan are found", () => {
  const document = seed("lang-son-ubnd-2021");
  const text = document.lines.map((line) => line.raw.replace(/[ốợóắTKNSH]/g, " ")).join("\n");
  expect(hasLostGlyphs(readText("damaged", text))).toBe(true);
});

describe("the damaged seed", () => {
  const document = seed(DAMAGED);

  test("is restored letter for letter: same length, digits and visible letters untouched, ranges name what was filled", async () => {
    const { lines } = await restoreDocument(document);
    for (const line of lines) {
      expect(line.text).toHaveLength(line.raw.length);
      let rest = line.text;
      for (const { start, end } of [...line.restored].reverse()) {
        expect(line.raw.slice(start, end)).toMatch(/^ +$/);
        expect(line.text.slice(start, end)).toMatch(/^\p{L}+$/u);
        rest = rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end);
      }
      expect(rest).toBe(line.raw);
    }
  });

  test("has more than 99 % of the restored letters right and fills four of five lost ones", async () => {
    const { lines, damage } = await restoreDocument(document);
    const right = readFileSync(join(root, `test/golden/${DAMAGED}/restored.txt`), "utf8")
      .normalize("NFC")
      .split("\n");
    let good = 0;
    let wrong = 0;
    lines
      .filter((line) => line.raw.trim() !== "")
      .forEach((line, index) => {
        const expected = right[index]!;
        const shift = [0, 1, 2].find((n) => [...expected].every((letter, i) => [" ", letter].includes(line.raw[i + n] ?? "")));
        if (shift === undefined) return;
        for (const { start, end } of line.restored)
          for (let i = start; i < end; i++)
            if (line.text[i] === expected[i - shift]) good++;
            else wrong++;
      });
    expect(good / (good + wrong)).toBeGreaterThan(0.99);
    expect(good).toBeGreaterThan(690);
    expect(damage).toMatchObject({ kind: "lost-glyphs" });
    expect(damage!.restored).toBeGreaterThan(0.8 * damage!.lost);
  });

  test("reads the headings in capitals, and leaves a word open that two words fit", async () => {
    const text = (await restoreDocument(document)).lines.map((line) => line.text.trim()).join("\n");
    expect(text).toContain("CHỈ SỐ CẠNH TRANH BÌNH ĐẲNG (TRỌNG SỐ 10%)");
    expect(text).toContain("CHỈ SỐ ĐÀO TẠO LAO ĐỘNG (TRỌNG SỐ 10%)");
    expect(text).not.toContain("THỰC HÀNH ĐỘNG");
  });

  test("reads the sentences that the plan is about", async () => {
    const text = (await restoreDocument(document)).lines.map((line) => line.text.trim()).join("\n");
    expect(text).toContain("Quyết định số 1776/QĐ-UBND ngày 28/7/2023 của UBND tỉnh");
    expect(text).toContain("Sở Thông tin và Truyền thông xây dựng Kế");
  });
});

describe("damage whose white space was folded, as by a browser", () => {
  const fold = (text: string) =>
    text
      .split("\n")
      .map((line) => line.trim().split(/ +/).join(" "))
      .join("\n");
  const text = (name: string) => readFileSync(join(root, `seeds/${name}.txt`), "utf8").normalize("NFC");
  const words = (line: string) => line.match(/[\p{L}\p{M}]+|\d+/gu) ?? [];

  test.each(CLEAN)("%s is sound and passes through untouched", async (name) => {
    const document = readText(name, fold(text(name)));
    expect(await restoreDocument(document)).toBe(document);
  });

  test("letters that a font maps wrongly are not taken for lost ones", async () => {
    const document = readText("wrong", fold(text("gia-lai-stttt-2024").replace(/t/g, "f").replace(/h/g, "z")));
    expect(await restoreDocument(document)).toBe(document);
  });

  test("the damaged seed gets nearly all its words back, hardly any wrong one, and every line keeps what it had", async () => {
    const document = readText(DAMAGED, fold(text(DAMAGED)));
    const { lines, damage } = await restoreDocument(document);
    expect(damage).toMatchObject({ kind: "lost-glyphs", folded: true });
    const right = readFileSync(join(root, `test/golden/${DAMAGED}/restored.txt`), "utf8")
      .normalize("NFC")
      .split("\n")
      .map(words);
    let [all, good, wrong] = [0, 0, 0];
    lines
      .filter((line) => line.raw.trim() !== "")
      .forEach((line, index) => {
        expect(line.text).toHaveLength(line.raw.length);
        expect(fold(line.raw)).toBe(fold(document.lines[line.number - 1]!.raw));
        const left = [...right[index]!];
        const received = new Set(words(line.raw));
        all += left.length;
        for (const word of words(line.text)) {
          const at = left.indexOf(word);
          if (at >= 0) {
            left.splice(at, 1);
            good++;
          } else if (!received.has(word)) wrong++;
        }
      });
    expect(good / all).toBeGreaterThan(0.96);
    expect(wrong).toBeLessThanOrEqual(12);
  });

  test("cells keep their words when their lines grow", async () => {
    const document = readText(DAMAGED, fold(text(DAMAGED)));
    const { number, raw } = document.lines.find((line) => line.raw.includes("hông tin và ruyền thông xây dựng"))!;
    const start = raw.indexOf("hông tin");
    const cell = { row: 0, column: 0, rowSpan: 1, columnSpan: 1, source: [{ line: number, start, end: raw.indexOf(" xây") }] };
    const table = { firstLine: number, lastLine: number, rows: 1, columns: 1, cells: [cell] };
    const restored = await restoreDocument({ ...document, tables: [table] });
    const [span] = restored.tables[0]!.cells[0]!.source;
    expect(restored.lines[number - 1]!.text.slice(span!.start, span!.end)).toBe("Thông tin và Truyền thông");
  });
});

test.each(["nghiêng", "quyết", "khuỷu", "ủy", "uỷ", "giếng", "gì", "hoà", "hòa", "ĐẮC"])("%s is a syllable", (word) => {
  expect(isSyllable(word)).toBe(true);
});

test.each(["qu", "kac", "ngê", "thich", "strong", "Fhực", "c"])("%s is none", (word) => {
  expect(isSyllable(word)).toBe(false);
});

test("the counts are those that the script makes from the seeds", () => {
  const made = execFileSync("node", [join(root, "bench/buildWordCounts.mjs"), "--out", "-"], { encoding: "utf8" });
  expect(JSON.parse(made)).toEqual(JSON.parse(readFileSync(join(root, "src/text/bigrams.json"), "utf8")));
});
