// Builds src/text/bigrams.json: counts of words and word pairs in the four undamaged seeds and in planPhrases.txt (names and set phrases of plans, one of each).
//   node bench/buildWordCounts.mjs [--without NAME] [--out FILE | --out -]
import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";

const root = new URL("../", import.meta.url).pathname;
const SEEDS = ["dak-nong-skhcn-2024", "gia-lai-stttt-2024", "lang-son-ubnd-2021", "dak-nong-bqlkcn-2025-2030"];

const option = (name) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined);
const bundle = join(tmpdir(), `word-counts-${process.pid}.mjs`);
buildSync({ entryPoints: [join(root, "src/text/wordCounts.ts")], bundle: true, format: "esm", outfile: bundle, logLevel: "error" });
const { countWords } = await import(bundle);

const texts = SEEDS.filter((name) => name !== option("--without")).map((name) =>
  readFileSync(join(root, `seeds/${name}.txt`), "utf8").normalize("NFC"),
);
const phrases = readFileSync(join(root, "bench/planPhrases.txt"), "utf8").normalize("NFC");
const counts = countWords([...texts, phrases]);
const json = `${JSON.stringify(counts)}\n`;
if (option("--out") === "-") process.stdout.write(json);
else writeFileSync(option("--out") ?? join(root, "src/text/bigrams.json"), json);
