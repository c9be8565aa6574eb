import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { describe as sentenceOf } from "./messages";
import { createTracking, importPlan, type ImportedPlan, type PlanInput } from "./pipeline";
import { parseCalendarDate } from "./plan/date";
import { planJson } from "./plan/planJson";
import { toXlsx } from "./render/toXlsx";
import type { Message } from "./result";
import { seedPlans } from "./seeds";

const USAGE = `so-theo-doi read FILE [--json] [--no-review]
so-theo-doi build FILE -o OUT.xlsx [--date 2024-06-30] [--no-review]

FILE: .docx, .pdf, .txt, .xlsx, or the id of a built-in plan:
${seedPlans.map((seed) => `  ${seed.id}`).join("\n")}

A saved review FILE.review.json (NAME.review.json beside NAME.txt) is applied unless --no-review is given.
Exit code: 0 done, 1 refused, 2 wrong usage.`;

/** Words of the command line, taken apart. */
interface Arguments {
  readonly command: "read" | "build";
  readonly file: string;
  readonly json: boolean;
  readonly review: boolean;
  readonly output?: string;
  readonly date?: string;
}

/** A wrong call: the usage is printed and the program ends with 2. */
class UsageError extends Error {}

/** A job that cannot be done: its sentence is printed and the program ends with 1. */
class Refusal extends Error {}

async function main(words: readonly string[]): Promise<void> {
  const args = takeApart(words);
  const imported = await read(args);
  if (args.command === "read") print(imported, args);
  else build(imported, args);
}

function takeApart(words: readonly string[]): Arguments {
  const [command, ...rest] = words;
  if (command !== "read" && command !== "build") throw new UsageError(command ? `unknown command: ${command}` : "");
  const options: { json: boolean; review: boolean; output?: string; date?: string } = { json: false, review: true };
  const files: string[] = [];
  for (let i = 0; i < rest.length; i++) {
    const word = rest[i]!;
    if (word === "--json" && command === "read") options.json = true;
    else if (word === "--no-review") options.review = false;
    else if ((word === "-o" || word === "--output") && command === "build") options.output = valueOf(rest, ++i, word);
    else if (word === "--date" && command === "build") options.date = valueOf(rest, ++i, word);
    else if (word.startsWith("-")) throw new UsageError(`unknown option: ${word}`);
    else files.push(word);
  }
  if (files.length !== 1) throw new UsageError("exactly one FILE is needed");
  if (command === "build" && !options.output) throw new UsageError("-o OUT.xlsx is needed");
  if (options.date && !parseCalendarDate(options.date)) throw new UsageError(`not a day: ${options.date}`);
  return { command, file: files[0]!, ...options };
}

function valueOf(words: readonly string[], at: number, option: string): string {
  const value = words[at];
  if (value === undefined) throw new UsageError(`${option} needs a value`);
  return value;
}

async function read(args: Arguments): Promise<ImportedPlan> {
  const { input, review } = source(args.file);
  const { value, messages } = await importPlan(input, { review: args.review ? review : undefined });
  for (const message of messages) console.error(sentence(message));
  if (!value) throw new Refusal();
  return value;
}

/** A built-in plan by its id, or a file with the review that stands beside it. */
function source(file: string): { input: PlanInput; review?: string } {
  const seed = seedPlans.find((one) => one.id === file);
  if (seed) return { input: { kind: "text", name: seed.id, text: seed.text }, review: seed.review };
  const bytes = new Uint8Array(open(file));
  return { input: { kind: "file", name: basename(file), bytes }, review: reviewBeside(file) };
}

function open(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Refusal(
      `${file}: ${error instanceof Error && "code" in error && error.code === "ENOENT" ? "không có tệp này" : "không đọc được tệp này"}`,
    );
  }
}

function reviewBeside(file: string): string | undefined {
  try {
    return readFileSync(file.replace(/\.[^./\\]{1,10}$/, "") + ".review.json", "utf8");
  } catch {
    return undefined; // most documents have no saved review
  }
}

function print(imported: ImportedPlan, args: Arguments): void {
  if (args.json) {
    console.log(JSON.stringify(planJson(imported.plan, imported.document), null, 1));
    return;
  }
  const { header, targets, tasks, reportDuties, unread } = imported.plan;
  console.log(header.title.value);
  for (const target of targets) console.log(`${target.id}\t${target.statement}`);
  for (const task of tasks) console.log(`${task.id}\t${task.title}\t${task.leads.join("; ")}\t${task.time.value}`);
  for (const duty of reportDuties)
    console.log(`${duty.id}\t${duty.due || duty.frequency}\t${duty.reporters.join("; ")} → ${duty.recipients.join("; ")}`);
  for (const span of unread) console.log(`?\t${imported.document.lines[span.line - 1]!.text.slice(span.start, span.end)}`);
}

function build(imported: ImportedPlan, args: Arguments): void {
  const asOf = parseCalendarDate(args.date ?? new Date().toISOString().slice(0, 10))!;
  const bytes = toXlsx(createTracking(imported, { asOf, dialect: "native" }));
  try {
    writeFileSync(args.output!, bytes);
  } catch {
    throw new Refusal(`${args.output}: không ghi được tệp này`);
  }
  console.error(
    `${args.output}: ${imported.plan.targets.length} chỉ tiêu, ${imported.plan.tasks.length} nhiệm vụ, ${imported.plan.reportDuties.length} kỳ báo cáo`,
  );
}

function sentence(message: Message): string {
  const { title, text } = sentenceOf(message, "vi");
  return `${title}: ${text}`;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  if (error instanceof UsageError) {
    console.error(`${error.message ? `${error.message}\n\n` : ""}${USAGE}`);
    process.exitCode = 2;
  } else if (error instanceof Refusal) {
    if (error.message) console.error(error.message);
    process.exitCode = 1;
  } else {
    throw error;
  }
});
