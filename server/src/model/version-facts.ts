// The article's version line as the rules about it want it: only where header and footer tell the same, parsed once,
// and whether its separators and platforms are sound.
import type { Article, Field, FooterName } from "../syntax/article.ts";
import { footerField, headerField, textAt } from "./facts.ts";
import { headerVersionFor, headerVersionMatches } from "./keyword-rule.ts";
import { isPlatform, parseVersionLine, type VersionSegment } from "./version-line.ts";

/** A footer's version line. */
export interface VersionLine {
  readonly field: Field<FooterName>;
  /** The value without trailing blanks; it begins at `field.value.start`. */
  readonly value: string;
  readonly segments: readonly VersionSegment[];
  /** Whether the loose grammar accepts it, so that its parts are what they seem. */
  readonly sound: boolean;
}

interface Answer {
  readonly line: VersionLine | undefined;
}

// Several rules ask for the line of the same article.
const answers = new WeakMap<Article, Answer>();

/** The footer's version line; `undefined` where there is none, or where the header tells otherwise. */
export function versionLine(article: Article): VersionLine | undefined {
  let answer = answers.get(article);
  if (!answer) {
    answer = { line: readLine(article) };
    answers.set(article, answer);
  }
  return answer.line;
}

function readLine(article: Article): VersionLine | undefined {
  const field = footerField(article, "Version");
  if (!field || !versionFollows(article)) return undefined;
  const value = textAt(article, field.value).trimEnd();
  const segments = parseVersionLine(value);
  return { field, value, segments, sound: isSoundVersion(value, segments) };
}

/** Whether the header's version is the footer's; also where either is missing. */
export function versionFollows(article: Article): boolean {
  const header = headerField(article, "version");
  const footer = footerField(article, "Version");
  if (!header || !footer) return true;
  const written = textAt(article, header.value);
  const full = textAt(article, footer.value);
  return written === full || headerVersionMatches(written.trimEnd(), full);
}

/** The header's version for another footer version, in the form that the header has now. */
export function headerVersionLike(article: Article, footer: string): string {
  const written = headerField(article, "version");
  const old = footerField(article, "Version");
  const page = article.container === "page";
  const derived = headerVersionFor(footer, page);
  if (page || !written || !old || !textAt(article, old.value).startsWith(":")) return derived;
  return textAt(article, written.value).startsWith(":") ? derived : derived.replace(/^:/, "");
}

/** Whether a value keeps to the loose grammar: known platforms, one colon a segment, nothing empty between. */
export function isSoundVersion(value: string, segments: readonly VersionSegment[]): boolean {
  return segments.every((segment) => {
    const { platform, items, span } = segment;
    if (items.length === 0 && (platform ?? "") === "" && segments.length > 1) return false;
    if (platform !== undefined && !isPlatform(platform)) return false;
    const colon = value.indexOf(":", span.start);
    if (colon >= 0 && colon < span.end && value.slice(colon + 1, span.end).includes(":")) return false;
    return items.every((item) => item.text !== "");
  });
}
