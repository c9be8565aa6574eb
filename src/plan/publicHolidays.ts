import type { CalendarDate } from "./date";

/** Public holidays on fixed days of the solar calendar (Labour Code 2019, art. 112); those of the lunar calendar and the second day of the National Day are set each year. */
export const PUBLIC_HOLIDAYS = [
  { name: "new-year", month: 1, day: 1 },
  { name: "reunification", month: 4, day: 30 },
  { name: "labour", month: 5, day: 1 },
  { name: "national", month: 9, day: 2 },
] as const;

export type PublicHoliday = (typeof PUBLIC_HOLIDAYS)[number]["name"];

/** Whether a day is a public holiday of every year. */
export function isPublicHoliday(date: CalendarDate): boolean {
  const [month, day] = date.split("-").slice(1).map(Number);
  return PUBLIC_HOLIDAYS.some((holiday) => holiday.month === month && holiday.day === day);
}
