// Dates as articles write them: DD-MON-YYYY with English capitals; one digit in the mspl dialect (FORMAT §1.4, §9).

/** A calendar date; months count from 1. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The months as written. */
export const MONTHS: readonly string[] = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(" ");
const DAYS: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether the date exists in the calendar. */
export function isCalendarDate(date: CalendarDate): boolean {
  const leap = date.month === 2 && date.year % 4 === 0 && (date.year % 100 !== 0 || date.year % 400 === 0);
  const days = (DAYS[date.month - 1] ?? 0) + (leap ? 1 : 0);
  return date.day >= 1 && date.day <= days;
}

/** The date in the archive's form. */
export function writeDate(date: CalendarDate): string {
  return `${String(date.day).padStart(2, "0")}-${MONTHS[date.month - 1] ?? "???"}-${date.year}`;
}

/** A number that grows with the date, to compare by. */
export function dateOrder(date: CalendarDate): number {
  return date.year * 10000 + date.month * 100 + date.day;
}

const EXACT = /^(\d{2})-([A-Z]{3})-(\d{4})$/;

/** Reads the archive's exact form; `undefined` for any other or for a day that no calendar has. */
export function readExactDate(text: string): CalendarDate | undefined {
  const match = EXACT.exec(text);
  if (!match) return undefined;
  const month = MONTHS.indexOf(match[2] ?? "") + 1;
  const date = { year: Number(match[3]), month, day: Number(match[1]) };
  return month > 0 && isCalendarDate(date) ? date : undefined;
}

/**
 * Reads a date in another form where it can mean only one day: `12-jul-2002`, `2-MAY-1989`, `2002-07-12`,
 * `12 July 2002`, `July 12, 2002`. `undefined` for `07/12/2002` and the like, which can mean two.
 */
export function readLooseDate(text: string): CalendarDate | undefined {
  const date = isoDate(text) ?? dayFirst(text) ?? monthFirst(text);
  return date && isCalendarDate(date) ? date : undefined;
}

function isoDate(text: string): CalendarDate | undefined {
  const match = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  return match ? { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) } : undefined;
}

function dayFirst(text: string): CalendarDate | undefined {
  const match = /^(\d{1,2})[-/. ]*([A-Za-z]{3,9})[-/., ]*(\d{4})$/.exec(text);
  return match ? named(match[2], match[1], match[3]) : undefined;
}

function monthFirst(text: string): CalendarDate | undefined {
  const match = /^([A-Za-z]{3,9})[-/. ]*(\d{1,2})[-/., ]+(\d{4})$/.exec(text);
  return match ? named(match[1], match[2], match[3]) : undefined;
}

const FULL_NAMES: readonly string[] =
  "JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER".split(" ");

function named(name = "", day = "", year = ""): CalendarDate | undefined {
  const upper = name.toUpperCase();
  const month = FULL_NAMES.findIndex((full) => full.startsWith(upper)) + 1;
  return month > 0 ? { year: Number(year), month, day: Number(day) } : undefined;
}
