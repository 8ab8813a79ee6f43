// Links in a document: references that the archive can resolve, and addresses on the web.
// Addresses of the old knowledge base itself lead to the archive's article or nowhere: the site is gone.
import { findReferences, type Reference } from "../model/references.ts";
import type { Article } from "../syntax/article.ts";
import { type Span, span } from "../text/span.ts";
import { preferredEntry, type Snapshot } from "./snapshot.ts";

/** A link: its text, where it leads, and what it says when pointed at. */
export interface DocumentLink {
  readonly span: Span;
  readonly target: string;
  readonly tooltip: string | undefined;
}

/** All links of the document's body in the order of the text. */
export function documentLinks(snapshot: Snapshot): DocumentLink[] {
  const references = findReferences(snapshot.article);
  const links = references.flatMap((reference) => articleLink(snapshot, reference) ?? []);
  links.push(...webLinks(snapshot.article, references));
  return links.sort((a, b) => a.span.start - b.span.start);
}

function articleLink(snapshot: Snapshot, reference: Reference): DocumentLink | undefined {
  const entry = preferredEntry(snapshot, reference.id);
  if (!entry) return undefined;
  return { span: reference.span, target: entry.uri, tooltip: `${entry.summary.id} ${entry.summary.title}` };
}

const ADDRESS = /(?:https?|ftp):\/\/[^\s<>"']+/g;
const TRAILING = new Set([".", ",", ";", ":", "!", "?", ")", "]", "}", "*", "_", "`"]);
const LONGEST = 2000;

function webLinks(article: Article, references: readonly Reference[]): DocumentLink[] {
  const { source } = article;
  const from = source.start(article.bodyLine);
  const body = source.text.slice(from, source.start(article.footer?.firstLine ?? article.bodyEndLine));
  const links: DocumentLink[] = [];
  if (!body.includes("://")) return links;
  const own = references.filter((reference) => reference.form === "url");
  for (const match of body.matchAll(ADDRESS)) {
    const start = from + match.index;
    const target = withoutTrailing(match[0]);
    const end = start + target.length;
    if (target.length > LONGEST || target.endsWith("//")) continue;
    if (own.some((reference) => reference.span.start >= start && reference.span.end <= end)) continue;
    links.push({ span: span(start, end), target, tooltip: undefined });
  }
  return links;
}

// Punctuation behind an address belongs to the sentence; a bracket that the address opened belongs to it.
function withoutTrailing(address: string): string {
  let end = address.length;
  while (end > 0 && TRAILING.has(address.charAt(end - 1))) {
    if (address.charAt(end - 1) === ")" && address.lastIndexOf("(", end - 1) > 0) break;
    end--;
  }
  return address.slice(0, end);
}
