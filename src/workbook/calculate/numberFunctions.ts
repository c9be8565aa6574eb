import { calendarDate, dateParts, fromSerial, lastDayOfMonth, toSerial } from "../../plan/date";
import { toNumber } from "./coerce";
import { CalcError, DIVISION, NUMBER, type Scalar } from "./operand";

/** Functions of single numbers, days among them. */
export const NUMBER_FUNCTIONS: Readonly<Record<string, (values: readonly Scalar[]) => Scalar>> = {
  ABS: numbers(([x = 0]) => Math.abs(x)),
  SIGN: numbers(([x = 0]) => Math.sign(x)),
  INT: numbers(([x = 0]) => Math.floor(x)),
  ROUND: numbers(([x = 0, digits = 0]) => roundTo(x, digits)),
  MOD: numbers(([x = 0, by = 0]) => (by === 0 ? DIVISION : x - by * Math.floor(x / by))),
  DATE: numbers(([year = 0, month = 1, day = 1]) => dayOf(year, month, day)),
  YEAR: numbers(([serial = 0]) => partOf(serial, "year")),
  MONTH: numbers(([serial = 0]) => partOf(serial, "month")),
  DAY: numbers(([serial = 0]) => partOf(serial, "day")),
  EDATE: numbers(([serial = 0, months = 0]) => {
    const date = fromSerial(Math.floor(serial));
    if (!date) return NUMBER;
    const { year, month, day } = dateParts(date);
    const [inYear, inMonth] = monthOf(year, month + Math.trunc(months));
    const last = dateParts(lastDayOfMonth(inYear, inMonth)).day;
    return dayOf(inYear, inMonth, Math.min(day, last));
  }),
};

/** A number to so many decimals, halves away from zero, by its decimal digits as Excel does. */
export function roundTo(x: number, digits: number): number {
  const [mantissa = "0", exponent = "0"] = Math.abs(Number(x.toPrecision(15)))
    .toExponential()
    .split("e");
  const shifted = Math.round(Number(`${mantissa}e${Number(exponent) + Math.trunc(digits)}`));
  return Math.sign(x) * Number(`${shifted}e${-Math.trunc(digits)}`);
}

function numbers(apply: (numbers: readonly number[]) => number | CalcError): (values: readonly Scalar[]) => Scalar {
  return (values) => {
    const read = values.map(toNumber);
    return read.find((number) => number instanceof CalcError) ?? apply(read as number[]);
  };
}

/** Year and month (1–12) of a month counted on from January of a year. */
function monthOf(year: number, month: number): readonly [year: number, month: number] {
  return [year + Math.floor((month - 1) / 12), ((((month - 1) % 12) + 12) % 12) + 1];
}

function dayOf(year: number, month: number, day: number): number | CalcError {
  const first = calendarDate(...monthOf(Math.trunc(year), Math.trunc(month)), 1);
  return first ? toSerial(first) + Math.trunc(day) - 1 : NUMBER;
}

function partOf(serial: number, part: "year" | "month" | "day"): number | CalcError {
  const date = fromSerial(Math.floor(serial));
  return date ? dateParts(date)[part] : serial === 0 && part !== "day" ? (part === "year" ? 1900 : 1) : NUMBER;
}
