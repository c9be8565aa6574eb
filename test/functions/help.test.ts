import { CellError } from "../../src/functions/cellError";
import { HELP_VI } from "../../src/functions/help.vi";
import { KPI_FUNCTIONS } from "../../src/functions/kpi";
import type { CalendarDate } from "../../src/plan/date";
import { toSerial } from "../../src/plan/date";

interface Parameter {
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly dimensionality?: string;
  readonly optional?: boolean;
}
interface Metadata {
  readonly functions: readonly { readonly id: string; readonly description: string; readonly parameters: readonly Parameter[] }[];
}
const { functionsMetadata } = jest.requireActual<{ functionsMetadata(): Promise<{ en: Metadata; vi: Metadata }> }>(
  "../../webpack.functions.js",
);

const ids = KPI_FUNCTIONS.map(({ id }) => id);

test("both languages of the metadata and the help describe the same functions with the same parameters", async () => {
  const { en, vi } = await functionsMetadata();
  const shape = ({ functions }: Metadata): unknown =>
    functions.map(({ id, parameters }) => ({
      id,
      parameters: parameters.map(({ name, type, dimensionality, optional }) => ({
        name,
        type,
        dimensionality,
        optional: optional === true,
      })),
    }));
  expect(shape(vi)).toEqual(shape(en));
  expect(en.functions.map(({ id }) => id)).toEqual(ids);
  expect(Object.keys(HELP_VI).sort()).toEqual([...ids].sort());
  expect(en.functions.map(({ parameters }) => parameters.length)).toEqual(ids.map((id) => HELP_VI[id]!.parameters.length));
  for (const { id, description, parameters } of vi.functions) {
    expect([id, description]).toEqual([id, HELP_VI[id]!.description]);
    expect(parameters.map((parameter) => parameter.description)).toEqual(HELP_VI[id]!.parameters.map((parameter) => parameter.description));
  }
});

test.each(Object.entries(HELP_VI))("%s is described in short Vietnamese sentences", (_id, { description, parameters, result }) => {
  expect(result).not.toBe("");
  for (const { name, description: words } of [{ name: "description", description }, ...parameters]) {
    expect(name).toMatch(/^[a-z][a-z_]*$/);
    expect(words).toMatch(/[À-ỹ]/);
    expect(words.length).toBeLessThanOrEqual(120);
  }
});

test.each(Object.entries(HELP_VI))("the example of %s gives the result that it announces", (id, { example, result }) => {
  const { fn, min, max, ranges } = KPI_FUNCTIONS.find((entry) => entry.id === id)!;
  const { called, args } = parseCall(example);
  expect(called).toBe(id);
  expect(args.length).toBeGreaterThanOrEqual(min);
  expect(args.length).toBeLessThanOrEqual(max);
  const sent = args.map((argument, position) =>
    ranges[position] && !Array.isArray(argument) && argument !== null ? [[argument]] : argument,
  );
  const value = (fn as (...given: unknown[]) => unknown)(...sent);
  expect(value).not.toBeInstanceOf(CellError);
  expect(shown(value, result)).toBe(result);
});

test("an example of literals is read as Excel reads it", () => {
  expect(parseCall('=KPI.ABC(-0.5,,"a "",b",TRUE,DATE(2024,5,31),{1,"x";2,FALSE},)').args).toEqual([
    -0.5,
    null,
    'a ",b',
    true,
    serialOf(2024, 5, 31),
    [
      [1, "x"],
      [2, false],
    ],
    null,
  ]);
  expect(() => parseCall("=KPI.ABC(B2:B4)")).toThrow("B2:B4");
  expect(() => parseCall("=KPI.ABC({1;2,3})")).toThrow("ragged");
});

/** A result as a cell of a Vietnamese workbook shows it, with four decimals; as a date where the help announces one. */
function shown(value: unknown, announced: string): string {
  if (Array.isArray(value)) return shown((value as unknown[][])[0]?.[0], announced);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value !== "number") return String(value);
  const date = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(announced);
  if (date && value === serialOf(Number(date[3]), Number(date[2]), Number(date[1]))) return announced;
  return String(Number(value.toFixed(4))).replace(".", ",");
}

function serialOf(year: number, month: number, day: number): number {
  return toSerial(`${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}` as CalendarDate);
}

/** Reads "=KPI.NAME(…)" whose arguments are literals: numbers, texts, TRUE, FALSE, DATE(y,m,d), {…} and nothing (null). */
function parseCall(formula: string): { called: string; args: unknown[] } {
  const call = /^=KPI\.([A-Z]+)\((.*)\)$/.exec(formula);
  if (!call) throw new Error(`no KPI call: ${formula}`);
  return { called: call[1]!, args: split(call[2]!, ",").map(literal) };
}

function literal(text: string): unknown {
  if (text === "") return null;
  if (text === "TRUE" || text === "FALSE") return text === "TRUE";
  if (/^"(?:[^"]|"")*"$/.test(text)) return text.slice(1, -1).replaceAll('""', '"');
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  const date = /^DATE\((\d+),(\d+),(\d+)\)$/.exec(text);
  if (date) return serialOf(Number(date[1]), Number(date[2]), Number(date[3]));
  if (!text.startsWith("{") || !text.endsWith("}")) throw new Error(`no literal: ${text}`);
  const rows = split(text.slice(1, -1), ";").map((row) => split(row, ",").map(literal));
  if (rows.some((row) => row.length !== rows[0]!.length)) throw new Error(`ragged array: ${text}`);
  return rows;
}

/** Parts between separators that stand outside quotes, brackets and braces. */
function split(text: string, separator: string): string[] {
  const parts = [""];
  let depth = 0;
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && "({".includes(character)) depth += 1;
    else if (!quoted && ")}".includes(character)) depth -= 1;
    if (character === separator && !quoted && depth === 0) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts;
}
