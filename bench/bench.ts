import { benchFunctions } from "./functions";
import { hostingChild, type PlanSize } from "./hosting";
import { benchReading } from "./reading";
import { benchWriting } from "./writing";

/** Everything that is measured, in one run on one machine; `npm run bench reading` runs one part. */
const PARTS: Readonly<Record<string, () => Promise<void>>> = { reading: benchReading, writing: benchWriting, functions: benchFunctions };

async function main(wanted: readonly string[]): Promise<void> {
  if (wanted[0] === "hosting-child") return hostingChild(JSON.parse(wanted[1]!) as PlanSize);
  for (const [name, part] of Object.entries(PARTS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    console.log(`\n${name}`);
    await part();
  }
}

void main(process.argv.slice(2));
