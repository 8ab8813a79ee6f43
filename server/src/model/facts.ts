// What an article says of itself, read out of its parts: number, title, product, dates, type, versions.
// One small function a fact; each gives `undefined` where the article is silent.
import { rememberLast } from "../base/last-answer.ts";
import type { Article, Field, FooterName, HeaderName, Section } from "../syntax/article.ts";
import type { SectionName } from "../syntax/sections.ts";
import type { Span } from "../text/span.ts";
import { unescapeTitle } from "./title-escape.ts";

/** The article's text at a span. */
export function textAt(article: Article, at: Span): string {
  return article.source.text.slice(at.start, at.end);
}

/** The first header field of a name. */
export function headerField(article: Article, name: HeaderName): Field<HeaderName> | undefined {
  for (const field of article.header) if (field.name === name) return field;
  return undefined;
}

/** The first footer field of a name. */
export function footerField(article: Article, name: FooterName): Field<FooterName> | undefined {
  for (const field of article.footer?.fields ?? []) if (field.name === name) return field;
  return undefined;
}

/** A header field's value without trailing blanks. */
export function headerValue(article: Article, name: HeaderName): string | undefined {
  const field = headerField(article, name);
  return field && textAt(article, field.value).trimEnd();
}

/** A footer field's value without trailing blanks. */
export function footerValue(article: Article, name: FooterName): string | undefined {
  const field = footerField(article, name);
  return field && textAt(article, field.value).trimEnd();
}

/** The section of a canonical name, damaged headings included. */
export function sectionOf(article: Article, name: SectionName): Section | undefined {
  return article.sections.find((section) => section.name === name);
}

/** The place and number of each claim that the file makes on its article number, in the order of the text. */
export interface IdClaim {
  readonly place: "permalink" | "title" | "heading" | "field";
  readonly id: string;
  readonly span: Span;
}

const NUMBER = /Q\d{4,8}/;

// A dozen rules ask for number and title; what an article says of them is worked out once.
const lastClaims = rememberLast(findIdClaims);
const lastId = rememberLast(findArticleId);
const lastTitleSpan = rememberLast(findTitleSpan);
const lastTitleLineSpan = rememberLast(findTitleLineSpan);
const lastFrontTitleSpan = rememberLast(findFrontMatterTitleSpan);
const lastTitle = rememberLast(readArticleTitle);

/** All claims on the number within the text. */
export function idClaims(article: Article): readonly IdClaim[] {
  return lastClaims(article, undefined);
}

function findIdClaims(article: Article): IdClaim[] {
  const claims: IdClaim[] = [];
  const add = (place: IdClaim["place"], start: number, end: number): void => {
    const match = NUMBER.exec(article.source.text.slice(start, end));
    if (!match) return;
    const at = start + match.index;
    claims.push({ place, id: match[0], span: { start: at, end: at + match[0].length } });
  };
  for (const field of article.frontMatter?.fields ?? []) {
    if (field.key === "title") add("title", field.value.start, Math.min(field.value.end, field.value.start + 12));
    if (field.key === "permalink") add("permalink", field.value.start, field.value.end);
  }
  if (article.titleLine !== undefined) {
    const start = article.source.start(article.titleLine);
    add("heading", start, Math.min(article.source.end(article.titleLine), start + 14));
  }
  const own = headerField(article, "article");
  if (own) add("field", own.value.start, own.value.end);
  if (article.document?.id)
    claims.push({ place: "field", id: textAt(article, article.document.id), span: article.document.id });
  return claims;
}

/** The number that most of the file's claims agree on; of equals the one of the header's own field. */
export function articleId(article: Article): string | undefined {
  return lastId(article, undefined);
}

function findArticleId(article: Article): string | undefined {
  const claims = idClaims(article);
  const [first] = claims;
  if (first && claims.every((claim) => claim.id === first.id)) return first.id;
  const own = claims.find((claim) => claim.place === "field")?.id ?? claims[0]?.id;
  let best = own;
  for (const claim of claims) if (votes(claims, claim.id) > votes(claims, best)) best = claim.id;
  return best;
}

function votes(claims: readonly IdClaim[], id: string | undefined): number {
  return claims.filter((claim) => claim.id === id).length;
}

/** The place of the title's text: the `title:` value behind the number, the title line, or a raw text's TITLE. */
export function titleSpan(article: Article): Span | undefined {
  return lastTitleSpan(article, undefined);
}

function findTitleSpan(article: Article): Span | undefined {
  const own = headerField(article, "title");
  if (own) return { start: own.value.start, end: Math.max(own.value.start, trimmedEnd(article, own.value)) };
  return titleLineSpan(article) ?? frontMatterTitleSpan(article);
}

/** The title's text within a page's title line, without number. */
export function titleLineSpan(article: Article): Span | undefined {
  return lastTitleLineSpan(article, undefined);
}

function findTitleLineSpan(article: Article): Span | undefined {
  if (article.titleLine === undefined) return undefined;
  const start = article.source.start(article.titleLine);
  const match = /^\s*## (?:Q\d+: )?/.exec(article.source.lineText(article.titleLine));
  return { start: start + (match?.[0].length ?? 0), end: article.source.end(article.titleLine) };
}

/** The title's text within the front matter, without quotes and number. */
export function frontMatterTitleSpan(article: Article): Span | undefined {
  return lastFrontTitleSpan(article, undefined);
}

function findFrontMatterTitleSpan(article: Article): Span | undefined {
  const field = article.frontMatter?.fields.find((candidate) => candidate.key === "title");
  if (!field) return undefined;
  const match = /^"?(?:Q\d+: )?/.exec(textAt(article, field.value));
  const start = field.value.start + (match?.[0].length ?? 0);
  const end = article.source.text[field.value.end - 1] === '"' ? field.value.end - 1 : field.value.end;
  return { start, end: Math.max(start, end) };
}

function trimmedEnd(article: Article, at: Span): number {
  let end = at.end;
  while (end > at.start && article.source.text[end - 1] === " ") end--;
  return end;
}

/** The title as plain text, entities resolved in pages. */
export function articleTitle(article: Article): string | undefined {
  return lastTitle(article, undefined);
}

function readArticleTitle(article: Article): string | undefined {
  const at = titleSpan(article);
  if (!at) return undefined;
  const written = textAt(article, at);
  return article.container === "page" ? plainTitle(article, unescapeTitle(written)) : written;
}

// A title line that is escaped twice is told by the front matter, which says the same with one escape less.
function plainTitle(article: Article, once: string): string {
  const twice = once.includes("&") ? unescapeTitle(once) : once;
  const front = twice === once ? undefined : frontMatterTitleSpan(article);
  return front && unescapeTitle(textAt(article, front)) === twice ? twice : once;
}

/** The date as written: `Last Modified` of a page, the DOCUMENT line's of a raw text. */
export function dateSpan(article: Article): Span | undefined {
  if (article.document) return article.document.date;
  const field = headerField(article, "lastModified");
  return field && { start: field.value.start, end: trimmedEnd(article, field.value) };
}

/** The footer's issue types; several values are several types. */
export function issueTypes(article: Article): string[] {
  const value = footerValue(article, "Issue type");
  if (!value) return [];
  return value.includes(" ") ? value.split(/ +/).filter((token) => token !== "") : [value];
}
