import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parsePlan } from "../../src/parser/parsePlan";
import { readText } from "../../src/reader/readText";
import { restoreDocument } from "../../src/text/lostGlyphs";

interface Listed {
  readonly id: string;
  readonly title: string;
  readonly issuer: string;
  readonly place: string;
  readonly year: number;
  readonly file: string;
}

const SEEDS = resolve(__dirname, "../../seeds");
const listed = JSON.parse(readFileSync(resolve(SEEDS, "index.json"), "utf8")) as readonly Listed[];

/** What the files say on their first page or above their annex; the other three were printed before they had a number. */
const REGISTERED: Readonly<Record<string, readonly [number: string, date: string]>> = {
  "gia-lai-stttt-2024": ["35/KH-STTTT", "2024-03-07"],
  "khanh-hoa-stttt-2023": ["3225/KH-STTTT", "2023-10-05"],
};

const fold = (words: string): string => words.normalize("NFC").toLowerCase();

test.each(listed.map((seed) => [seed.id, seed] as const))("the header of %s says what the file says", async (id, seed) => {
  const { header } = parsePlan(await restoreDocument(readText(seed.file, readFileSync(resolve(SEEDS, seed.file))))).value;
  const full = fold(`Kế hoạch ${seed.title}`);
  // The damaged title of one file is read from the words of its preamble, which leave out who issues the plan.
  const damaged = id === "khanh-hoa-stttt-2023";
  expect(full.startsWith(fold(header.title.value))).toBe(true);
  expect(header.title.value.length).toBe(damaged ? full.indexOf(" của sở") : full.length);
  expect(header.issuer?.value.startsWith(seed.issuer.replace(/ tỉnh (?!Lạng Sơn).*$/u, ""))).toBe(true);
  expect(header.place?.value).toBe(seed.place);
  expect(header.year?.value).toBe(seed.year);
  expect([header.number?.value, header.date?.value]).toEqual(REGISTERED[id] ?? [undefined, undefined]);
});
