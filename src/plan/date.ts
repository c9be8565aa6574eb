/** A calendar day such as "2026-03-31": no clock, no zone. */
export type CalendarDate = string & { readonly calendarDate: unique symbol };

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY = 86_400_000;

/** The day of a year, month (1–12) and day of month; undefined if there is no such day (31 February). */
export function calendarDate(year: number, month: number, day: number): CalendarDate | undefined {
  const time = new Date(Date.UTC(2000, month - 1, day));
  time.setUTCFullYear(year, month - 1, day);
  if (time.getUTCFullYear() !== year || time.getUTCMonth() !== month - 1 || time.getUTCDate() !== day) return undefined;
  return isoOf(time);
}

/** Reads "2026-03-31"; undefined if it is not a real day. */
export function parseCalendarDate(text: string): CalendarDate | undefined {
  const found = FORM.exec(text);
  return found ? calendarDate(Number(found[1]), Number(found[2]), Number(found[3])) : undefined;
}

/** Year, month (1–12) and day of month. */
export function dateParts(date: CalendarDate): { year: number; month: number; day: number } {
  const [year, month, day] = date.split("-").map(Number);
  return { year: year!, month: month!, day: day! };
}

/** Moves by whole days, back if negative. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return isoOf(new Date(utcOf(date) + days * DAY));
}

/** Whole days from `from` to `to`; negative if `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((utcOf(to) - utcOf(from)) / DAY);
}

/** Last day of a month (1–12). */
export function lastDayOfMonth(year: number, month: number): CalendarDate {
  return isoOf(new Date(Date.UTC(year, month, 0)));
}

/** Day of the week, 1 = Monday … 7 = Sunday (ISO 8601). */
export function weekday(date: CalendarDate): number {
  return new Date(utcOf(date)).getUTCDay() || 7;
}

/** Excel's serial number of a day in the 1900 date system (1 March 1900 and later). */
export function toSerial(date: CalendarDate): number {
  return utcOf(date) / DAY + 25_569;
}

/** The day of an Excel serial number (1900 system), time of day dropped; undefined outside 1900-03-01 … 9999-12-31. */
export function fromSerial(serial: number): CalendarDate | undefined {
  if (!Number.isFinite(serial) || serial < 61 || serial >= 2_958_466) return undefined;
  return isoOf(new Date((Math.floor(serial) - 25_569) * DAY));
}

function utcOf(date: CalendarDate): number {
  const { year, month, day } = dateParts(date);
  return Date.UTC(year, month - 1, day);
}

function isoOf(time: Date): CalendarDate {
  return time.toISOString().slice(0, 10) as CalendarDate;
}
