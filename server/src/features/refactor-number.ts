// Article numbers as refactorings read and write them: what an author types, and how a citation in an address is
// split. A number is only ever written where the same form of the old one stood.
import { isArticleId } from "../syntax/article-id.ts";

/** New numbers by old ones; all are given at once, so that two articles can change places. */
export type Renumbering = ReadonlyMap<string, string>;

/** The number that an author means by `Q123456`, `q123456` or `123456`; `undefined` where it is none. */
export function parseNumber(typed: string): string | undefined {
  const digits = /^\s*q?(\d+)\s*$/i.exec(typed)?.[1];
  const id = `Q${digits}`;
  return digits !== undefined && isArticleId(id) ? id : undefined;
}

/** The number that a citation's text stands for: `Q140341` for `q140/3/41`. */
export function numberOf(written: string): string {
  return `Q${written.slice(1).replaceAll("/", "")}`;
}

/** A number in the form in which another one was written: addresses of the old site split it 3/1/2. */
export function writtenLike(written: string, id: string): string {
  const sign = written.charAt(0);
  if (!written.includes("/")) return sign + id.slice(1);
  return `${sign}${id.slice(1, -3)}/${id.slice(-3, -2)}/${id.slice(-2)}`;
}
