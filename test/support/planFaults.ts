import type { Plan } from "../../src/plan/plan";
import type { Source, TextDocument } from "../../src/text/textDocument";

const fold = (text: string): string => text.normalize("NFC").toLowerCase();
const squeeze = (text: string): string => fold(text).replace(/[\s*_#\\|]/g, "");
const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Sources of everything in a plan, each with the name of what it is the source of. */
function sourcesOf(plan: Plan): [string, Source][] {
  const { header } = plan;
  const values = Object.entries({
    number: header.number,
    title: header.title,
    issuer: header.issuer,
    place: header.place,
    date: header.date,
    year: header.year,
  });
  return [
    ["header", header.source],
    ...values.flatMap(([name, value]): [string, Source][] => (value ? [[name, value.source]] : [])),
    ...plan.sections.map(({ id, source }): [string, Source] => [id, source]),
    ...plan.targets.map(({ id, source }): [string, Source] => [id, source]),
    ...plan.tasks.flatMap(({ id, source, time, deadline }): [string, Source][] => [
      [id, source],
      [`${id} time`, time.source],
      [`${id} deadline`, deadline?.source ?? []],
    ]),
    ...plan.reportDuties.map(({ id, source }): [string, Source] => [id, source]),
    ...plan.indices.flatMap(({ name, components }) => components.map((part): [string, Source] => [`${name} ${part.name}`, part.source])),
    ["unread", plan.unread],
  ];
}

/** What a plan says of itself that cannot be found in its document; empty for every document whatever. */
export function planFaults(document: TextDocument, plan: Plan): string[] {
  const faults: string[] = [];
  const text = (source: Source): string =>
    source.map((span) => document.lines[span.line - 1]?.text.slice(span.start, span.end) ?? "").join(" ");
  const everything = document.lines.map((line) => line.text).join(" ");

  const quoted = (what: string, value: string, words: string): void => {
    const known = new Set(wordsOf(words));
    const dense = squeeze(words);
    const missing = wordsOf(value).filter((word) => !known.has(word) && !dense.includes(word));
    if (missing.length > 0) faults.push(`${what}: ${missing.join(" ")} is not in the words of ${JSON.stringify(value)}`);
  };

  for (const [what, source] of sourcesOf(plan)) {
    for (const { line, start, end } of source) {
      const length = document.lines[line - 1]?.raw.length;
      if (length === undefined || start < 0 || start >= end || end > length) faults.push(`${what}: no span ${line}:${start}-${end}`);
    }
  }

  const { header } = plan;
  // "Công văn" stands before the subject of a letter that has no title.
  if (header.title.certainty !== "implied") quoted("title", header.title.value, text(header.title.source));
  for (const [what, value] of Object.entries({ number: header.number, issuer: header.issuer, place: header.place }))
    if (value) quoted(what, value.value, text(value.source));
  for (const basis of header.basis) quoted("basis", basis, everything);
  for (const target of plan.targets) {
    const words = text(target.source);
    if (words === "") faults.push(`${target.id} has no source`);
    for (const value of [target.statement, target.measure, target.excludes ?? ""]) quoted(target.id, value, words);
    quoted(target.id, target.scope ?? "", everything);
    for (const number of numbersOf(target.goal))
      if (!holdsNumber(words, number)) faults.push(`${target.id}: ${number} is not in ${JSON.stringify(words)}`);
    for (const name of [...target.leads, ...target.supporters]) quoted(`${target.id} agency`, name, everything);
  }
  for (const task of plan.tasks) {
    const words = text(task.source);
    if (words === "") faults.push(`${task.id} has no source`);
    for (const value of [task.title, ...task.details]) quoted(task.id, value, words);
    // A product may stand in another cell of the task's row, a scope in the header of its column.
    quoted(task.id, task.deliverable ?? "", everything);
    if (task.time.certainty === "stated") quoted(`${task.id} time`, task.time.value, text(task.time.source));
    for (const name of [...task.leads, ...task.supporters]) quoted(`${task.id} agency`, name, everything);
  }
  for (const duty of plan.reportDuties) {
    const words = text(duty.source);
    for (const value of [duty.statement, duty.due, duty.frequency]) quoted(duty.id, value, words);
    for (const name of [...duty.reporters, ...duty.recipients]) quoted(`${duty.id} agency`, name, everything);
  }

  const placed = new Set(sourcesOf(plan).flatMap(([, source]) => source.map((span) => span.line)));
  for (const line of document.lines)
    if (line.text.trim() !== "" && !placed.has(line.number)) faults.push(`line ${line.number} is nowhere: ${JSON.stringify(line.raw)}`);
  return faults;
}

/** Numbers of a goal that must be written in its words: 0 and 1 may stand for "không còn" and "toàn bộ", a baseline has its own year. */
function numbersOf(goal: unknown): number[] {
  if (typeof goal === "number") return goal === 0 || goal === 1 ? [] : [goal];
  if (typeof goal !== "object" || goal === null) return [];
  return Object.entries(goal).flatMap(([key, value]) => (key === "baseline" ? [] : numbersOf(value)));
}

/** Whether a text writes a number, its hundredfold (a percentage) or its multiple by thousands. */
function holdsNumber(words: string, number: number): boolean {
  const written = [number, number * 100, number / 1000, number / 1e6, number / 1e9];
  return (words.match(/\d[\d.,]*/g) ?? []).some((digits) => {
    const readings = [
      digits.replace(/[.,]/g, ""),
      digits.replace(/\./g, "").replace(",", "."),
      digits.replace(/,/g, ""),
      ...digits.split(/[.,]/),
    ];
    return readings.some((reading) => written.some((value) => Math.abs(Number.parseFloat(reading) - value) < 1e-9));
  });
}
