// The card shown when a number is pointed at: what the cited article is today, without opening it.
// All text taken from articles is made inert; a card has at most seven lines.
import { articleId, articleTitle, dateSpan, headerValue, sectionOf, textAt } from "../model/facts.ts";
import type { Article } from "../syntax/article.ts";
import { LineKind } from "../syntax/line-kind.ts";
import type { Span } from "../text/span.ts";
import { inertMarkdown, plainLine } from "./inert-markdown.ts";
import { numberAt } from "./number-at.ts";
import { preferredEntry, type Snapshot } from "./snapshot.ts";

/** What a hover is about, before the target's text is read. */
export interface HoverTarget {
  readonly span: Span;
  readonly id: string;
  /** The file whose article is shown; the document itself for its own number; `undefined` where there is none. */
  readonly uri: string | undefined;
}

/** How the client wants text. */
export type Markup = "markdown" | "plaintext";

const LONGEST_TITLE = 200;
const LONGEST_FACT = 160;
const LONGEST_PARAGRAPH = 400;
const DOT = " · ";

/** The number at an offset and the file to read for its card; `undefined` where there is no number. */
export function hoverTarget(snapshot: Snapshot, offset: number): HoverTarget | undefined {
  const number = numberAt(snapshot.article, offset);
  if (!number) return undefined;
  const itself = number.id === articleId(snapshot.article);
  const uri = itself ? snapshot.uri : preferredEntry(snapshot, number.id)?.uri;
  return { span: number.span, id: number.id, uri };
}

/** The card of a target; `article` is what its file holds now, `undefined` where it cannot be read. */
export function hover(snapshot: Snapshot, target: HoverTarget, article: Article | undefined, markup: Markup): string {
  const inert = markup === "markdown" ? inertMarkdown : (line: string): string => line;
  const id = markup === "markdown" ? `**${target.id}**` : target.id;
  const cited = citedBy(snapshot, target.id);
  if (!article) return [id, unknownNote(snapshot), cited].filter((part) => part !== "").join(DOT);
  const title = inert(plainLine(articleTitle(article) ?? "", LONGEST_TITLE));
  const facts = [...cardFacts(article).map(inert), cited].filter((fact) => fact !== "");
  const blocks = [title === "" ? id : `${id} ${title}`, facts.join(DOT), inert(firstParagraph(article))];
  return blocks.filter((block) => block !== "").join("\n\n");
}

function unknownNote(snapshot: Snapshot): string {
  if (snapshot.archive === "indexing") return "the archive is still being read";
  return snapshot.archive === "none" ? "no archive is open" : "not in this archive";
}

function citedBy(snapshot: Snapshot, id: string): string {
  if (snapshot.archive !== "ready") return "";
  const count = snapshot.index.citedBy(id);
  return count === 1 ? "cited by 1 article" : `cited by ${count === 0 ? "no" : count} articles`;
}

function cardFacts(article: Article): string[] {
  const date = dateSpan(article);
  const modified = date ? textAt(article, date) : "";
  return [
    headerValue(article, "product") ?? "",
    headerValue(article, "version") ?? "",
    modified === "" ? "" : `last modified ${modified}`,
  ].map((fact) => plainLine(fact, LONGEST_FACT));
}

// What a reader wants to know first is what goes wrong, or else what the article is about.
function firstParagraph(article: Article): string {
  const section = sectionOf(article, "SYMPTOMS") ?? sectionOf(article, "SUMMARY") ?? article.sections[0];
  const from = section?.bodyLine ?? article.contentLine;
  return paragraphFrom(article, from, section?.endLine ?? article.footer?.firstLine ?? article.bodyEndLine);
}

function paragraphFrom(article: Article, from: number, behind: number): string {
  let line = from;
  while (line < behind && article.kinds[line] === LineKind.blank) line++;
  const words: string[] = [];
  let length = 0;
  for (; line < behind && article.kinds[line] === LineKind.text && length <= LONGEST_PARAGRAPH; line++) {
    const text = article.source.text.slice(article.contents[line], article.source.end(line));
    words.push(text);
    length += text.length;
  }
  return plainLine(words.join(" "), LONGEST_PARAGRAPH);
}
