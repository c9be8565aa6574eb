import { readFileSync } from "node:fs";
import { join } from "node:path";
import { importPlan } from "../../src/pipeline";
import { itemsOf } from "../../src/taskpane/items";
import type { TextDocument } from "../../src/text/textDocument";
import { markWrongLetters } from "../../src/text/wrongLetters";

const seed = (id: string): string => readFileSync(join(__dirname, "../../seeds", `${id}.txt`), "utf8").normalize("NFC");
const documentOf = (text: string): TextDocument => ({
  name: "thử",
  format: "text",
  lines: text.split("\n").map((line, index) => ({ number: index + 1, raw: line, text: line, restored: [] })),
  tables: [],
});
const marked = ({ lines }: TextDocument): string[] =>
  lines.flatMap(({ text, doubtful = [] }) => doubtful.map(({ start, end }) => text.slice(start, end)));

const sound = seed("gia-lai-stttt-2024");

it.each(["dak-nong-skhcn-2024", "gia-lai-stttt-2024", "lang-son-ubnd-2021", "dak-nong-bqlkcn-2025-2030"])(
  "a sound text stays as it is: %s",
  (id) => {
    const document = documentOf(seed(id));
    expect(markWrongLetters(document)).toBe(document);
  },
);

it("a font that gives other consonants is told, and its words are marked", () => {
  const document = markWrongLetters(documentOf(sound.replaceAll("th", "zh")));
  expect(document.damage).toMatchObject({ kind: "wrong-letters", restored: 0 });
  expect(marked(document)).toContain("zhực");
  expect(document.damage!.lost).toBeGreaterThan(100);
});

it("a font put in for another tears vowels off what follows them", () => {
  const document = markWrongLetters(documentOf(sound.replaceAll("ế", "ề ")));
  expect(document.damage).toMatchObject({ kind: "wrong-letters", restored: 0 });
  expect(marked(document)).toEqual(expect.arrayContaining(["quyề t", "tiề n"]));
});

it("a text in another language is none of this", () => {
  const document = documentOf("The provincial plan sets targets for the coming year and names who leads each task. ".repeat(20));
  expect(markWrongLetters(document)).toBe(document);
});

it("what a range marks stands in the line and overlaps no other", () => {
  for (const { text, doubtful = [] } of markWrongLetters(documentOf(sound.replaceAll("ế", "ề ").replaceAll("ph", "fh"))).lines)
    doubtful.forEach(({ start, end }, index) => {
      expect(start).toBeGreaterThanOrEqual(index === 0 ? 0 : doubtful[index - 1]!.end);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(text.length);
    });
});

it("items with such words are to be looked at, the others are not", async () => {
  const { value, messages } = await importPlan({ kind: "text", name: "thử.txt", text: sound.replaceAll("ế", "ề ") });
  expect(messages).toContainEqual(expect.objectContaining({ code: "text-wrong-letters", severity: "warning" }));
  const items = itemsOf(value!.plan, value!.document);
  const asked = items.filter(({ reasons }) => reasons.includes("letters"));
  expect(asked.length).toBeGreaterThan(10);
  expect(asked.length).toBeLessThan(items.length);
});
