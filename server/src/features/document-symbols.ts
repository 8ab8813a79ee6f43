// The outline: header, applies-to block, sections with their subheadings, footer.
// Every symbol's selection lies within its range, and children within their parents.
import { articleId, articleTitle } from "../model/facts.ts";
import type { Article, Section } from "../syntax/article.ts";
import { type Span, span } from "../text/span.ts";
import { subheadings } from "./subheadings.ts";

/** What a symbol stands for; the adapter chooses an icon. */
export type SymbolKind = "header" | "appliesTo" | "section" | "subheading" | "footer";

/** An entry of the outline. */
export interface DocumentSymbol {
  readonly name: string;
  readonly detail: string;
  readonly kind: SymbolKind;
  readonly range: Span;
  /** The part of the range that is shown when the symbol is chosen. */
  readonly selection: Span;
  readonly children: readonly DocumentSymbol[];
}

/** The outline of an article, in the order of the text. */
export function documentSymbols(article: Article): DocumentSymbol[] {
  const symbols = [
    headerSymbol(article),
    appliesToSymbol(article),
    ...article.sections.map((section) => sectionSymbol(article, section)),
    footerSymbol(article),
  ];
  return symbols.filter((symbol): symbol is DocumentSymbol => symbol !== undefined);
}

function headerSymbol(article: Article): DocumentSymbol | undefined {
  const first = article.header[0]?.line ?? article.titleLine;
  const last = article.header[article.header.length - 1]?.line ?? article.titleLine;
  if (first === undefined || last === undefined) return undefined;
  const name = articleId(article) ?? "Header";
  return leaf(article, { name, detail: articleTitle(article) ?? "", kind: "header" }, [first, last + 1]);
}

function appliesToSymbol(article: Article): DocumentSymbol | undefined {
  const block = article.appliesTo;
  if (!block) return undefined;
  const detail = block.bullets.map((bullet) => article.source.text.slice(bullet.text.start, bullet.text.end));
  const head: Head = { name: "Applies to", detail: detail.join("; "), kind: "appliesTo" };
  return leaf(article, head, [block.firstLine, block.endLine]);
}

function sectionSymbol(article: Article, section: Section): DocumentSymbol | undefined {
  const name = article.source.text.slice(section.heading.start, section.heading.end);
  const symbol = leaf(article, { name, detail: "", kind: "section" }, [section.headingLine, section.endLine]);
  if (!symbol) return undefined;
  const children = subheadings(article, section).flatMap(({ text, line, endLine }) => {
    const head: Head = { name: article.source.text.slice(text.start, text.end), detail: "", kind: "subheading" };
    return leaf(article, head, [line, endLine]) ?? [];
  });
  return { ...symbol, selection: section.heading, children };
}

function footerSymbol(article: Article): DocumentSymbol | undefined {
  const { footer } = article;
  if (!footer) return undefined;
  return leaf(article, { name: "Footer", detail: "", kind: "footer" }, [footer.firstLine, footer.endLine]);
}

interface Head {
  readonly name: string;
  readonly detail: string;
  readonly kind: SymbolKind;
}

// Editors refuse a whole outline for one empty name.
function leaf(article: Article, head: Head, [first, behind]: readonly [number, number]): DocumentSymbol | undefined {
  if (head.name.trim() === "") return undefined;
  const { source } = article;
  const range = span(source.start(first), source.end(behind - 1));
  return { ...head, range, selection: span(range.start, source.end(first)), children: [] };
}
