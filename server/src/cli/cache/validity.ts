// For which days an outcome holds: two rules compare years in an article with today's (invalid-date, boilerplate).
// Whatever they compare, it comes out the same until a year that the texts name begins.
import { type CalendarDate, dateOrder } from "../../model/calendar-date.ts";

/** The days on which an outcome holds, as in {@link dateOrder}. A clock that was set back is outside. */
export interface Validity {
  readonly from: number;
  readonly until: number;
}

// How many years ahead years are looked for; later ones stay in the future for all that time.
const AHEAD = 10;

/** Says for how long what is found in texts today holds. */
export class ValidityOf {
  readonly #day: number;
  readonly #end: number;
  readonly #coming: RegExp;

  constructor(today: CalendarDate) {
    this.#day = dateOrder(today);
    this.#end = dateOrder({ year: today.year + AHEAD - 1, month: 12, day: 31 });
    this.#coming = anyOf(Array.from({ length: AHEAD + 1 }, (_, at) => String(today.year + at)));
  }

  /** From today on: for years where no text names a coming one, else for today only. */
  of(texts: readonly string[]): Validity {
    const isDated = texts.some((text) => this.#coming.test(text));
    return { from: this.#day, until: isDated ? this.#day : this.#end };
  }

  /** Whether today is one of the days. */
  holds({ from, until }: Validity): boolean {
    return from <= this.#day && this.#day <= until;
  }
}

// Written with what the years begin with in front, which few places of a text have: that is what makes it fast.
function anyOf(years: readonly string[]): RegExp {
  const centuries = [...new Set(years.map((year) => year.slice(0, 2)))];
  const parts = centuries.map((century) => {
    const ends = years.filter((year) => year.startsWith(century)).map((year) => year.slice(2));
    return `${century}(?:${ends.join("|")})`;
  });
  return new RegExp(parts.join("|"));
}
