// Links in a document: references that the archive can resolve, and addresses on the web.
// Addresses of the old knowledge base itself lead to the archive's article or nowhere: the site is gone.
import { textAt } from "../model/facts.ts";
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
  const addresses = webAddresses(snapshot.article);
  const own = new Set<Span>();
  const links = references.flatMap((reference) => {
    const address = reference.form === "url" ? addresses.find((one) => holds(one, reference.span)) : undefined;
    if (address) own.add(address);
    return articleLink(snapshot, reference, address ?? reference.span) ?? [];
  });
  for (const address of addresses) {
    if (!own.has(address)) links.push({ span: address, target: textAt(snapshot.article, address), tooltip: undefined });
  }
  return links.sort((a, b) => a.span.start - b.span.start);
}

function articleLink(snapshot: Snapshot, { id }: Reference, at: Span): DocumentLink | undefined {
  const entry = preferredEntry(snapshot, id);
  if (!entry) return undefined;
  return { span: at, target: entry.uri, tooltip: `${entry.summary.id} ${entry.summary.title}` };
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

const ADDRESS = /(?:https?|ftp):\/\/[^\s<>"']+/gi;
const TRAILING = new Set([".", ",", ";", ":", "!", "?", ")", "]", "}", "*", "_", "`"]);
const LONGEST = 2000;

function webAddresses(article: Article): Span[] {
  const { source } = article;
  const from = source.start(article.bodyLine);
  const body = source.text.slice(from, source.start(article.footer?.firstLine ?? article.bodyEndLine));
  const addresses: Span[] = [];
  if (!body.includes("://")) return addresses;
  for (const match of body.matchAll(ADDRESS)) {
    const start = from + match.index;
    const target = withoutTrailing(match[0]);
    if (target.length <= LONGEST && !target.endsWith("//")) addresses.push(span(start, start + target.length));
  }
  return addresses;
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
