import * as chrono from "chrono-node";
import { importPlan } from "../src/pipeline";
import { seedPlans } from "../src/seeds";
import { medianOf, report } from "./measure";

/** A plan of about so many characters: one seed's items over and over. */
function longPlan(characters: number): string {
  const seed = seedPlans.find((one) => one.id === "lang-son-ubnd-2021")!.text;
  let text = seed;
  while (text.length < characters) text += seed;
  return text.slice(0, text.lastIndexOf("\n", characters));
}

/** Twice the text may take so many times as long. */
const MOST_GROWTH = 2.6;

/** Lines that are no plan and hard to read. */
const HARD: Readonly<Record<string, string>> = {
  "brackets that stay open": "- ((((( [[[ {{{ đạt từ đến từ 5 đến (trong đó (".repeat(10),
  "numbers without words": "5 - 10 % 2025 - 2030 1.2.3. 12/2025 100% 3.000,5 ".repeat(4),
  "words that open phrases": "báo cáo kết quả trước ngày phối hợp với Sở, Ban và chủ trì đến năm ".repeat(8),
};

/** Reports how the time of twice the text compares; the run fails when it grows faster than it may. */
function grows(what: string, twice: number, once: number): void {
  report(what, twice, { with: `half of it (at most ${MOST_GROWTH})`, milliseconds: once });
  if (twice > MOST_GROWTH * once) {
    console.error(`${what}: time grows faster than the text`);
    process.exitCode = 1;
  }
}

/** Reading plans beside chrono-node finding nothing but dates in the same text. */
export async function benchReading(): Promise<void> {
  const read = (text: string) => () => importPlan({ kind: "text", name: "bench", text });
  for (const seed of seedPlans) report(`read ${seed.id} (${Math.round(seed.text.length / 1000)} kB)`, await medianOf(5, read(seed.text)));
  const page = (text: string): string =>
    `<html><body>${text
      .split("\n")
      .map((line) => `<p>${line}</p>`)
      .join("")}</body></html>`;
  const half = longPlan(500_000);
  const whole = longPlan(1_000_000);
  const halfTime = await medianOf(3, read(half));
  const wholeTime = await medianOf(3, read(whole));
  report("read 0.5 MB of plan", halfTime);
  grows("read 1 MB of plan", wholeTime, halfTime);
  const webHalf = await medianOf(3, () => importPlan({ kind: "html", name: "bench", html: page(half), text: "" }));
  grows(
    "read 1 MB as a web page",
    await medianOf(3, () => importPlan({ kind: "html", name: "bench", html: page(whole), text: "" })),
    webHalf,
  );
  // Signs that open nothing, and one clause without an end: what a reader of patterns would look at over and over.
  for (const [name, piece] of Object.entries(HARD)) {
    const hard = (pieces: number): string => `${half.slice(0, 2000)}\n${Array.from({ length: pieces }, () => piece).join("\n")}`;
    grows(`read ${name}, 600 lines`, await medianOf(5, read(hard(600))), await medianOf(5, read(hard(300))));
  }
  const dates = await medianOf(3, () => chrono.vi.parse(whole, new Date(2024, 0, 1)));
  report("chrono-node: dates alone in the same 1 MB", dates);
  report("read 1 MB of plan", wholeTime, { with: "chrono-node", milliseconds: dates });
}
