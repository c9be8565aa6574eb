import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { describe as sentenceOf } from "./messages";
import { createTracking, importPlan, type ImportedPlan, type PlanInput } from "./pipeline";
import { calendarDate, parseCalendarDate, type CalendarDate } from "./plan/date";
import { planJson } from "./plan/planJson";
import { toXlsx } from "./render/toXlsx";
import type { Message } from "./result";
import { seedPlans } from "./seeds";

const USAGE = `so-theo-doi read FILE [--json] [--no-review]
so-theo-doi build FILE -o OUT.xlsx [--date 2024-06-30] [--sample] [--no-review]

FILE: .docx, .pdf, .txt, .xlsx, or the id of a built-in plan:
${seedPlans.map((seed) => `  ${seed.id}`).join("\n")}

A saved review FILE.review.json (NAME.review.json beside NAME.txt) is applied unless --no-review is given.
--date: Ngày xét, the day of evaluation (today). --sample: invented figures, marked as such, for a trial.
Exit code: 0 done, 1 refused, 2 wrong usage.`;

/** Words of the command line, taken apart. */
type Arguments =
  | { readonly command: "help" }
  | { readonly command: "read"; readonly file: string; readonly review: boolean; readonly json: boolean }
  | {
      readonly command: "build";
      readonly file: string;
      readonly review: boolean;
      readonly output: string;
      readonly asOf: CalendarDate;
      readonly sample: boolean;
    };

/** A wrong call: the usage is printed and the program ends with 2. */
class UsageError extends Error {}

/** A job that cannot be done: its sentence is printed and the program ends with 1. */
class Refusal extends Error {}

async function main(words: readonly string[]): Promise<void> {
  const args = takeApart(words);
  if (args.command === "help") return console.log(USAGE);
  const imported = await read(args.file, args.review);
  if (args.command === "read") print(imported, args.json);
  else build(imported, args);
}

const REVIEW = { "no-review": { type: "boolean", default: false } } as const;
const READ_OPTIONS = { ...REVIEW, json: { type: "boolean", default: false } } as const;
const BUILD_OPTIONS = {
  ...REVIEW,
  output: { type: "string", short: "o" },
  date: { type: "string" },
  sample: { type: "boolean", default: false },
} as const;

function takeApart([command = "", ...args]: readonly string[]): Arguments {
  if (command === "--help" || command === "-h") return { command: "help" };
  if (command === "read") {
    const { values, positionals } = parsed(() => parseArgs({ args, options: READ_OPTIONS, allowPositionals: true }));
    return { command, file: onlyOne(positionals), review: !values["no-review"], json: values.json };
  }
  if (command === "build") {
    const { values, positionals } = parsed(() => parseArgs({ args, options: BUILD_OPTIONS, allowPositionals: true }));
    if (!values.output) throw new UsageError("-o OUT.xlsx is needed");
    const asOf = values.date === undefined ? today() : parseCalendarDate(values.date);
    if (!asOf) throw new UsageError(`not a day: ${values.date}`);
    return { command, file: onlyOne(positionals), review: !values["no-review"], output: values.output, asOf, sample: values.sample };
  }
  throw new UsageError(command && `unknown command: ${command}`);
}

function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : "");
  }
}

function onlyOne(files: readonly string[]): string {
  if (files.length !== 1) throw new UsageError("exactly one FILE is needed");
  return files[0]!;
}

function today(): CalendarDate {
  const now = new Date();
  return calendarDate(now.getFullYear(), now.getMonth() + 1, now.getDate())!;
}

async function read(file: string, withReview: boolean): Promise<ImportedPlan> {
  const { input, review } = source(file);
  const { value, messages } = await importPlan(input, { review: withReview ? review : undefined });
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

function print(imported: ImportedPlan, json: boolean): void {
  if (json) {
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

function build(imported: ImportedPlan, { output, asOf, sample }: Extract<Arguments, { command: "build" }>): void {
  const bytes = toXlsx(createTracking(imported, { asOf, dialect: "native", sample }));
  try {
    writeFileSync(output, bytes);
  } catch {
    throw new Refusal(`${output}: không ghi được tệp này`);
  }
  console.error(
    `${output}: ${imported.plan.targets.length} chỉ tiêu, ${imported.plan.tasks.length} nhiệm vụ, ${imported.plan.reportDuties.length} kỳ báo cáo`,
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
