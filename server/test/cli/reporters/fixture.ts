// A small archive for the formats: sound articles, and findings of every kind that a format must say right.
// Of our own writing; what is wrong with each article is said beside it.
import { type ArticleParts, damagedPage, page, pagePath } from "../articles.ts";

/** The article without a fault. */
export const SOUND = "Q990100";
/** One error with a safe fix: the underline of SUMMARY is too short. */
export const DAMAGED = "Q990101";
/** The same error twice, in lines that differ. */
export const TWICE = "Q990102";
/** A heading that stands twice: a finding with a related place. */
export const REPEATED = "Q990103";

function repeated(parts: ArticleParts): string {
  return page({ ...parts, more: ["Count the lamps.", "", "SUMMARY", "=======", "", "Then count them again."] });
}

/** The archive's files. */
export const FILES: Readonly<Record<string, string>> = {
  [pagePath(SOUND)]: page({ id: SOUND }),
  [pagePath(DAMAGED)]: damagedPage({ id: DAMAGED }),
  [pagePath(TWICE)]: damagedPage({ id: TWICE }).replace("\t================\n", "\t===============\n"),
  [pagePath(REPEATED)]: repeated({ id: REPEATED }),
};

/** A value at a path of keys in a JSON document; `undefined` where there is none. */
export function at(value: unknown, ...keys: readonly (string | number)[]): unknown {
  let inner = value;
  for (const key of keys) {
    if (typeof inner !== "object" || inner === null) return undefined;
    inner = Reflect.get(inner, key);
  }
  return inner;
}

/** The items of an array at a path of keys; empty where there is none. */
export function list(value: unknown, ...keys: readonly (string | number)[]): readonly unknown[] {
  const inner = at(value, ...keys);
  return Array.isArray(inner) ? inner : [];
}
