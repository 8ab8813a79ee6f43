// The article's version line as the rules about it want it: only where header and footer tell the same; where they
// do not, that is the finding, and it comes first.
import { rememberLast } from "../base/last-answer.ts";
import type { Article, Field, FooterName } from "../syntax/article.ts";
import { footerField, headerField, textAt } from "./facts.ts";
import { type JudgedVersion, judgeVersion } from "./judged-version.ts";
import { HEADER_CAP, headerVersionFor, headerVersionMatches } from "./keyword-rule.ts";

/** A footer's version line. */
export interface VersionLine {
  readonly field: Field<FooterName>;
  /** The value without trailing blanks, which begins at `field.value.start`, and what is to be said of it. */
  readonly version: JudgedVersion;
}

const lastLine = rememberLast(readLine);

/** The footer's version line; `undefined` where there is none, or where the header tells otherwise. */
export function versionLine(article: Article): VersionLine | undefined {
  return lastLine(article, undefined);
}

function readLine(article: Article): VersionLine | undefined {
  const field = footerField(article, "Version");
  if (!field || !versionFollows(article)) return undefined;
  return { field, version: judgeVersion(textAt(article, field.value).trimEnd()) };
}

/** Whether the header's version is the footer's; also where either is missing. */
export function versionFollows(article: Article): boolean {
  const header = headerField(article, "version");
  const footer = footerField(article, "Version");
  if (!header || !footer) return true;
  const written = textAt(article, header.value);
  const full = textAt(article, footer.value);
  // The common cases first: the very same text, or a page's, which loses a leading colon.
  const lost = full.length - written.length;
  if (written.length <= HEADER_CAP && lost <= (full.startsWith(":") ? 1 : 0) && full.endsWith(written)) return true;
  return headerVersionMatches(written.trimEnd(), full);
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
