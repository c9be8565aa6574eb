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

/** Reading plans beside chrono-node finding nothing but dates in the same text. */
export async function benchReading(): Promise<void> {
  const read = (text: string) => () => importPlan({ kind: "text", name: "bench", text });
  for (const seed of seedPlans) report(`read ${seed.id} (${Math.round(seed.text.length / 1000)} kB)`, await medianOf(5, read(seed.text)));
  const half = longPlan(500_000);
  const whole = longPlan(1_000_000);
  const halfTime = await medianOf(3, read(half));
  const wholeTime = await medianOf(3, read(whole));
  report("read 0.5 MB of plan", halfTime);
  report("read 1 MB of plan", wholeTime, { with: "0.5 MB (linear: 2.0)", milliseconds: halfTime });
  const dates = await medianOf(3, () => chrono.vi.parse(whole, new Date(2024, 0, 1)));
  report("chrono-node: dates alone in the same 1 MB", dates);
  report("read 1 MB of plan", wholeTime, { with: "chrono-node", milliseconds: dates });
}
