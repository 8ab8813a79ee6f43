// Number and title of an article from its first lines: all that other articles' rules ask of it.
// Says exactly what the whole parser would say; where a glance cannot be sure, the parser is asked.
import { articleId, articleTitle } from "../model/facts.ts";
import { unescapeTitle } from "../model/title-escape.ts";
import type { Article, Container } from "../syntax/article.ts";
import { parseIfArticle } from "../syntax/parse-article.ts";
import type { TextReader } from "./files/read-text.ts";

/** What the archive knows of an article. The strings may be parts of its text and keep it alive. */
export interface Glance {
  readonly container: Container;
  /** The number; undefined where the article says none. */
  readonly id: string | undefined;
  readonly title: string;
}

// The longest real front matter with its heading has 330 bytes.
const HEAD = 1024;
// Three claims agree, so no fourth can outvote them.
const PAGE =
  /^---\nlayout: page\ntitle: "(Q[1-9]\d{4,5}): [^\n]*\npermalink: \/kb\/\d{3}\/\1\/\n---\n\n## \1: ([^\n]*)\n/;
const TEXT = /^DOCUMENT:(Q[1-9]\d{4,5}) [^\r\n]*\r?\nTITLE {3}:([^\r\n]*?) *\r?\n/;

/** The article in the file that was just opened; `undefined` where it holds none. */
export function glance(reader: TextReader): Glance | undefined {
  const text = reader.isAscii ? reader.slice(0, HEAD) : reader.text().slice(0, HEAD);
  const page = PAGE.exec(text);
  if (page) return { container: "page", id: page[1], title: unescapeTitle(page[2] ?? "") };
  const raw = TEXT.exec(text);
  if (raw) return { container: "text", id: raw[1], title: raw[2] ?? "" };
  return parseWhole(reader.text());
}

function parseWhole(text: string): Glance | undefined {
  const article = parseIfArticle(text);
  return article && glanceOf(article);
}

/** What the archive knows of an article that was parsed. */
export function glanceOf(article: Article): Glance {
  const id = articleId(article);
  return { container: article.container, id, title: articleTitle(article) ?? "" };
}
