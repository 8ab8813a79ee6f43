// The article's date: a real day, written DD-MON-YYYY in capitals, and not in the future.
import { type CalendarDate, dateOrder, readExactDate, readLooseDate, writeDate } from "../../model/calendar-date.ts";
import { dateSpan, textAt } from "../../model/facts.ts";
import { replaceSpan, safeFix } from "../edits.ts";
import type { Rule } from "../rule.ts";

/** `invalid-date` */
export const invalidDate: Rule = {
  id: "invalid-date",
  category: "header",
  levels: { archive: "error", authoring: "error" },
  fix: "safe",
  summary: "The date is not a day of the calendar, not `DD-MON-YYYY`, or in the future.",
  rationale: "Readers judge by the date whether an article still holds, and lists are sorted by it.",
  remedy: "Write day, month in three capitals, and year: `06-AUG-2002`.",
  source: "FORMAT §1.4",
  frequency: "none in 60,335 pages and 56,989 texts",
  mspl: true,
  examples: {
    bad: [
      { title: "Numbers only", container: "page", replace: "14-MAR-2001", by: "2001-03-14" },
      { title: "Small letters", container: "text", replace: "14-MAR-2001", by: "14-mar-2001" },
      { title: "No such day", container: "page", replace: "14-MAR-2001", by: "31-APR-2001", restores: false },
      { title: "In the future", container: "page", replace: "14-MAR-2001", by: "14-MAR-2091", restores: false },
      { title: "Two readings", container: "page", replace: "14-MAR-2001", by: "03/04/2001", restores: false },
    ],
    good: [
      { title: "The archive's form" },
      { title: "A leap day", container: "page", replace: "14-MAR-2001", by: "29-FEB-2000" },
      { title: "One digit in the old dialect", base: "mspl" },
    ],
  },
  check(context) {
    const at = dateSpan(context.article);
    if (!at || at.end === at.start) return;
    const written = textAt(context.article, at);
    const padded = context.article.dialect === "mspl" ? written.padStart(11, "0") : written;
    const exact = readExactDate(padded);
    if (exact) {
      if (dateOrder(exact) > dateOrder(context.today) + SLACK) {
        context.report({ span: at, message: `${written} lies in the future. Write the day of the last change.` });
      }
      return;
    }
    const meant = readLooseDate(written);
    context.report({ span: at, message: complaint(written, meant), ...repair(at, meant) });
  },
};

// An author east of the machine's time zone may already write tomorrow's date.
const SLACK = 1;

function complaint(written: string, meant: CalendarDate | undefined): string {
  if (meant) return `${written} is not written as dates are here, so it is not sorted. Write ${writeDate(meant)}.`;
  const formed = /^\d{2}-[A-Z]{3}-\d{4}$/.test(written);
  return formed
    ? `${written} is no day of the calendar. Write the day of the last change.`
    : `“${written}” is no date of the form DD-MON-YYYY. Write it like 06-AUG-2002.`;
}

function repair(at: { start: number; end: number }, meant: CalendarDate | undefined): object {
  return meant ? { fixes: [safeFix(`Write ${writeDate(meant)}`, replaceSpan(at, writeDate(meant)))] } : {};
}
