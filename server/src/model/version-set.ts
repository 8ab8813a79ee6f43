// Versions as sets: those of the version line against those that the applies-to bullets name.
// `3.x` stands for 3.1, `3.0 (all SP)` for 3.0 SP1, and 2.50 is 2.5: what differs then differs to a reader.
import type { Article, Bullet } from "../syntax/article.ts";
import type { Span } from "../text/span.ts";
import { textAt } from "./facts.ts";
import type { VersionSegment } from "./version-line.ts";

/** A version and where it stands. */
export interface PlacedVersion {
  readonly text: string;
  readonly span: Span;
}

/** The versions of a bullet, behind its word `version` or `versions`. */
export interface BulletVersions {
  readonly word: "version" | "versions";
  readonly wordSpan: Span;
  readonly items: readonly PlacedVersion[];
}

const WORD = " version";
const DEEPEST = 9;
// Lists that are longer than any real one are not compared.
const MOST_PAIRS = 10_000;
// What follows a product whose bullet has sub-bullets.
const LEAD_IN = /,? (?:used with|on platform\(s\)|included with):$/;

/** The versions that a bullet names; `undefined` where it has no version word. */
export function bulletVersions(article: Article, bullet: Bullet): BulletVersions | undefined {
  const text = textAt(article, bullet.text);
  const at = text.lastIndexOf(WORD);
  if (at < 0) return undefined;
  const plural = text.charAt(at + WORD.length) === "s";
  const behind = at + WORD.length + (plural ? 1 : 0);
  if (text.charAt(behind) !== " ") return undefined;
  const { start } = bullet.text;
  const list = text.endsWith(":") ? text.slice(behind + 1).replace(LEAD_IN, "") : text.slice(behind + 1);
  return {
    word: plural ? "versions" : "version",
    wordSpan: { start: start + at + 1, end: start + behind },
    items: splitItems(list, start + behind + 1),
  };
}

function splitItems(list: string, offset: number): PlacedVersion[] {
  const items: PlacedVersion[] = [];
  let start = offset;
  for (const part of list.split(",")) {
    const text = part.trim();
    const at = start + part.indexOf(text);
    if (text !== "") items.push({ text, span: { start: at, end: at + text.length } });
    start += part.length + 1;
  }
  return items;
}

/** The versions of the article's top-level bullets, or of all that go so deep. */
export function bulletVersionsOf(article: Article, depth = 1): PlacedVersion[] {
  const found: PlacedVersion[] = [];
  for (const bullet of article.appliesTo?.bullets ?? []) {
    if (bullet.depth <= depth) found.push(...(bulletVersions(article, bullet)?.items ?? []));
  }
  return found;
}

// A product can name its version without the word for it: `Microsoft Word 97 for Windows`.
function isNamed(article: Article, version: string): boolean {
  for (const bullet of article.appliesTo?.bullets ?? []) {
    if (` ${textAt(article, bullet.text)} `.includes(` ${version} `)) return true;
  }
  return false;
}

/** The versions of a version line that no bullet names, sub-bullets included: products run on and with others. */
export function unnamedVersions(article: Article, inLine: readonly PlacedVersion[]): PlacedVersion[] {
  const missing = withoutCounterpart(inLine, bulletVersionsOf(article));
  if (missing.length === 0) return missing;
  return withoutCounterpart(missing, bulletVersionsOf(article, DEEPEST)).filter(({ text }) => !isNamed(article, text));
}

/** The versions of a version line, all platforms together; spans are relative to the line's value. */
export function lineVersions(segments: readonly VersionSegment[]): PlacedVersion[] {
  return segments.flatMap((segment) =>
    segment.items.flatMap((item) =>
      // Old lines separate by blanks: only behind a colon is an item one version.
      segment.platform === undefined ? splitAtBlanks(item.text, item.span.start) : [item],
    ),
  );
}

function splitAtBlanks(text: string, offset: number): PlacedVersion[] {
  return [...text.matchAll(/\S+(?: SP\d+)?/g)].map((match) => ({
    text: match[0],
    span: { start: offset + match.index, end: offset + match.index + match[0].length },
  }));
}

/** Those of `versions` that none of `others` is or covers; words that are no versions are left out. */
export function withoutCounterpart(
  versions: readonly PlacedVersion[],
  others: readonly PlacedVersion[],
): PlacedVersion[] {
  if (versions.length * others.length > MOST_PAIRS) return [];
  return versions.filter(
    ({ text }) =>
      !others.some((other) => other.text === text) &&
      plain(text) !== undefined &&
      !others.some((other) => covers(other.text, text) || covers(text, other.text)),
  );
}

function covers(general: string, version: string): boolean {
  const a = plain(general);
  const b = plain(version);
  if (a === undefined || b === undefined) return false;
  if (a === b || (ALL.test(general) && b.startsWith(`${a} sp`))) return true;
  return a.endsWith("x") && b.startsWith(a.replace(/\.?x$/, ""));
}

const ALL = /\(all (?:SP|versions)/;
// What follows a version says where it runs or how it is sold: `4.0 for Windows 95`, `4.0 Option Pack`.
const VERSION = /^(?:build )?\d+(?:\.\d+)*(?:\.x|[a-z]{1,2}(?![a-z]))?(?: ?(?:sp|service pack) ?\d+[a-z]?)?(?![.\d])/;

// A version as it is compared, or `undefined` for other words and for numbers that a cut has shortened.
function plain(version: string): string | undefined {
  return VERSION.exec(version.toLowerCase())?.[0]
    .replace(/ ?(?:sp|service pack) ?(?=\d)/, " sp")
    .replace(/(\.\d)0(?=[a-z]?(?: |$))/, "$1");
}
