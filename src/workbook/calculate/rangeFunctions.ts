import { fromSerial, weekday } from "../../plan/date";
import { compare, toNumber, toTruth } from "./coerce";
import { criterionOf, isPattern, numberKey, textKey, wildcard } from "./criteria";
import {
  CalcError,
  DIVISION,
  each,
  isMatrix,
  NOT_FOUND,
  NUMBER,
  REFERENCE,
  single,
  VALUE,
  valuesOf,
  type Matrix,
  type Operand,
  type Scalar,
} from "./operand";
import { rowsOfKey } from "./rowIndex";

/** Functions that look at several cells. */
export const RANGE_FUNCTIONS: Readonly<Record<string, (operands: readonly Operand[]) => Operand>> = {
  SUM: (operands) => numbers(operands, (found) => total(found)),
  COUNT: (operands) => operands.flatMap(valuesOf).filter((value) => typeof value === "number").length,
  AVERAGE: (operands) => numbers(operands, (found) => (found.length === 0 ? DIVISION : total(found) / found.length)),
  MIN: (operands) => numbers(operands, (found) => found.reduce((best, x) => Math.min(best, x), found[0] ?? 0)),
  MAX: (operands) => numbers(operands, (found) => found.reduce((best, x) => Math.max(best, x), found[0] ?? 0)),
  LARGE: ([range = null, rank = null]) =>
    numbers([range], (found) => {
      const place = toNumber(single(rank));
      if (place instanceof CalcError) return place;
      return [...found].sort((a, b) => b - a)[Math.ceil(place) - 1] ?? NUMBER;
    }),
  SUMPRODUCT: sumOfProducts,
  AND: (operands) => truths(operands, (found) => found.every(Boolean)),
  OR: (operands) => truths(operands, (found) => found.some(Boolean)),
  COUNTIF: (operands) => countOf(operands),
  COUNTIFS: (operands) => countOf(operands),
  SUMIFS: ([range = null, ...criteria]) => numbers([chosen(range, criteria)], total),
  AVERAGEIFS: ([range = null, ...criteria]) =>
    numbers([chosen(range, criteria)], (found) => (found.length === 0 ? DIVISION : total(found) / found.length)),
  INDEX: ([range = null, row = null, column = 1]) => {
    const [place, across] = [toNumber(single(row)), toNumber(single(column))];
    if (place instanceof CalcError) return place;
    if (across instanceof CalcError) return across;
    return isMatrix(range) ? cellAt(range, Math.trunc(place), Math.trunc(across)) : place === 1 ? range : REFERENCE;
  },
  MATCH: ([wanted = null, range = null]) => placeOf(single(wanted), range),
  WORKDAY: ([start = null, days = null, holidays = null]) =>
    withDays([start, days], holidays, ([from = 0, count = 0], isFree) => {
      let day = from;
      for (let left = Math.abs(count); left > 0;) {
        day += Math.sign(count);
        if (!isFree(day)) left -= 1;
      }
      return day;
    }),
  NETWORKDAYS: ([start = null, end = null, holidays = null]) =>
    withDays([start, end], holidays, ([from = 0, to = 0], isFree) => {
      let count = 0;
      for (let day = Math.min(from, to); day <= Math.max(from, to); day += 1) if (!isFree(day)) count += 1;
      return to < from ? -count : count;
    }),
  ISNUMBER: ([value = null]) => each([value], ([one]) => typeof one === "number"),
  NOT: ([value = null]) =>
    each([value], ([one = null]) => {
      const truth = toTruth(one);
      return truth instanceof CalcError ? truth : !truth;
    }),
  ISTEXT: ([value = null]) => each([value], ([one]) => typeof one === "string"),
  ISNA: ([value = null]) => each([value], ([one]) => one instanceof CalcError && one.code === NOT_FOUND.code),
  ISERROR: ([value = null]) => each([value], ([one]) => one instanceof CalcError),
  HYPERLINK: ([location = null, shown = location]) => single(shown),
};

function total(found: readonly number[]): number {
  return found.reduce((sum, x) => sum + x, 0);
}

/** Numbers of operands: in cells text and truth values are passed over, a value given as such must be a number. */
function numbers(operands: readonly Operand[], apply: (found: readonly number[]) => Scalar): Scalar {
  const found: number[] = [];
  for (const operand of operands) {
    if (!isMatrix(operand)) {
      const number = toNumber(operand);
      if (number instanceof CalcError) return number;
      found.push(number);
      continue;
    }
    for (const value of valuesOf(operand)) {
      if (value instanceof CalcError) return value;
      if (typeof value === "number") found.push(value);
    }
  }
  return apply(found);
}

function truths(operands: readonly Operand[], apply: (found: readonly boolean[]) => boolean): Scalar {
  const found: boolean[] = [];
  for (const operand of operands)
    for (const value of valuesOf(operand)) {
      if (isMatrix(operand) && (value === null || typeof value === "string")) continue;
      const truth = toTruth(value);
      if (truth instanceof CalcError) return truth;
      found.push(truth);
    }
  return found.length === 0 ? VALUE : apply(found);
}

/** Sum of the products of cells at the same place; what is no number counts as 0. */
function sumOfProducts(operands: readonly Operand[]): Scalar {
  const lists = operands.map(valuesOf);
  const length = lists[0]?.length ?? 0;
  if (lists.some((list) => list.length !== length)) return VALUE;
  let sum = 0;
  for (let index = 0; index < length; index += 1) {
    let product = 1;
    for (const list of lists) {
      const value = list[index]!;
      if (value instanceof CalcError) return value;
      product *= typeof value === "number" ? value : 0;
    }
    sum += product;
  }
  return sum;
}

/** Rows in which every pair of range and criterion holds; an error where a range is none. */
function rowsWhere(criteria: readonly Operand[]): readonly number[] | CalcError {
  const pairs: { range: Matrix; test: (value: Scalar) => boolean; rows?: readonly number[] }[] = [];
  for (let index = 0; index + 1 < criteria.length; index += 2) {
    const range = criteria[index]!;
    if (!isMatrix(range)) return VALUE;
    const { test, key } = criterionOf(single(criteria[index + 1]!));
    pairs.push({ range, test, ...(key !== undefined && range.columns === 1 ? { rows: rowsOfKey(range, key) } : {}) });
  }
  const first = pairs.filter(({ rows }) => rows).sort((a, b) => a.rows!.length - b.rows!.length)[0];
  const rows = first?.rows ?? [...Array(pairs[0]?.range.rows ?? 0).keys()];
  return rows.filter((row) => pairs.every(({ range, test }) => test(range.at(row, 0))));
}

/** Number of rows that fulfil the criteria; of a criterion of several cells one number each. */
function countOf(criteria: readonly Operand[]): Operand {
  const asked = criteria.filter((_operand, index) => index % 2 === 1);
  return each(asked, (values) => {
    const rows = rowsWhere(criteria.map((operand, index) => (index % 2 === 1 ? values[(index - 1) / 2]! : operand)));
    return rows instanceof CalcError ? rows : rows.length;
  });
}

/** Cells of a column in the rows where the criteria hold. */
function chosen(range: Operand, criteria: readonly Operand[]): Operand {
  const rows = rowsWhere(criteria);
  if (rows instanceof CalcError) return rows;
  if (!isMatrix(range)) return VALUE;
  return { rows: rows.length, columns: 1, at: (row: number) => range.at(rows[row]!, 0) };
}

function cellAt(range: Matrix, row: number, column: number): Scalar {
  if (row < 1 || row > range.rows || column < 1 || column > range.columns) return REFERENCE;
  return range.at(row - 1, column - 1);
}

/** Place (from 1) of a value in a column: the same number, or text that fits. */
function placeOf(wanted: Scalar, range: Operand): Scalar {
  if (wanted instanceof CalcError) return wanted;
  if (!isMatrix(range)) return NOT_FOUND;
  if (wanted === null) return NOT_FOUND;
  if (range.columns !== 1) return foundAt(valuesOf(range).findIndex((value) => isEqual(value, wanted)));
  if (typeof wanted === "string") {
    if (!isPattern(wanted)) return foundAt(rowsOfKey(range, textKey(wanted))[0] ?? -1);
    const fits = wildcard(wanted);
    return foundAt(valuesOf(range).findIndex((value) => typeof value === "string" && fits(value)));
  }
  if (typeof wanted === "number")
    return foundAt(rowsOfKey(range, numberKey(wanted)).find((row) => typeof range.at(row, 0) === "number") ?? -1);
  return foundAt(valuesOf(range).findIndex((value) => value === wanted));
}

function isEqual(value: Scalar, wanted: Exclude<Scalar, CalcError>): boolean {
  return !(value instanceof CalcError) && value !== null && typeof value === typeof wanted && compare(value, wanted) === 0;
}

function foundAt(index: number): Scalar {
  return index < 0 ? NOT_FOUND : index + 1;
}

/** Longest time between two days that is gone through day by day. */
const MOST_DAYS = 200_000;

function withDays(
  given: readonly Operand[],
  holidays: Operand,
  apply: (days: readonly number[], isFree: (day: number) => boolean) => number,
): Scalar {
  const days = given.map((operand) => toNumber(single(operand)));
  const error = days.find((day) => day instanceof CalcError);
  if (error !== undefined) return error;
  const whole = (days as number[]).map(Math.trunc);
  if (whole.some((day) => Math.abs(day) > 2_958_465) || Math.abs((whole[1] ?? 0) - (whole[0] ?? 0)) > 15 * MOST_DAYS) return NUMBER;
  const off = new Set(valuesOf(holidays).filter((value) => typeof value === "number"));
  const isFree = (day: number): boolean => {
    const date = fromSerial(day);
    return off.has(day) || (date !== undefined && weekday(date) >= 6);
  };
  return apply(whole, isFree);
}
