// Which of two version lines is the damaged one, where header and footer differ: the one that also differs from the
// applies-to bullets, or that breaks the grammar or the order which the other keeps.

import { editDistance } from "../base/edit-distance.ts";
import type { Article } from "../syntax/article.ts";
import { judgeVersion } from "./judged-version.ts";
import { HEADER_CAP } from "./keyword-rule.ts";
import { orderedVersion } from "./version-order.ts";
import { bulletVersionsOf, unnamedVersions, withoutCounterpart } from "./version-set.ts";
import { strictVersion } from "./version-style.ts";

/** The footer's version as the header has it, where the footer is the damaged one; else `undefined`. */
export function restoreVersion(article: Article, header: string, footer: string): string | undefined {
  // The end of a header that is cut is not known.
  if (header === "" || header.length >= HEADER_CAP - 1) return undefined;
  const restored = article.container === "page" ? withColon(header, footer) : header;
  const inHeader = judge(article, restored);
  const inFooter = judge(article, footer);
  const worse =
    inFooter.differing > inHeader.differing
      ? inFooter.faults >= inHeader.faults
      : inFooter.differing === inHeader.differing && inFooter.faults > inHeader.faults;
  return worse ? restored : undefined;
}

// Pages lose a leading colon; whether there was one, the damaged footer still tells best.
function withColon(header: string, footer: string): string {
  const colon = `:${header}`;
  if (footer === "") return /^[A-Za-z][^:;]*:/.test(header) ? header : colon;
  return distance(colon, footer) < distance(header, footer) ? colon : header;
}

function distance(a: string, b: string): number {
  return editDistance(a, b, HEADER_CAP);
}

function judge(article: Article, value: string): { differing: number; faults: number } {
  const { sound, versions } = judgeVersion(value);
  const missing = withoutCounterpart(bulletVersionsOf(article), versions);
  const faults = Number(!sound) * 2 + Number(orderedVersion(value) !== value) + Number(strictVersion(value) !== value);
  return { differing: unnamedVersions(article, versions).length + missing.length, faults };
}
