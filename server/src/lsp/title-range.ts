// Where the title of an article stands that need not be read for it: of open documents exactly, of files on disk
// where all sound articles have it (FORMAT §1.2, §2.2). For lists of articles, too long to read each of them.
import type { Range } from "vscode-languageserver";
import { titlePlace } from "../features/title-place.ts";
import type { IndexEntry } from "../index/article-index.ts";
import { escapeTitle } from "../model/title-escape.ts";
import { toRange } from "./to-lsp.ts";
import type { Workspace } from "./workspace.ts";

/** The title's line and, within it, its text. */
export interface TitleRange {
  readonly range: Range;
  readonly selectionRange: Range;
}

const PAGE_LINE = 6;
const TEXT_LINE = 1;
const TEXT_COLUMN = "TITLE   :".length;

/** The place of an entry's title. */
export function titleRange(workspace: Workspace, { uri, summary }: IndexEntry): TitleRange {
  const article = workspace.documents.at(uri)?.parsed.article;
  if (article) {
    const place = titlePlace(article);
    return { range: toRange(article.source, place.line), selectionRange: toRange(article.source, place.title) };
  }
  const isPage = summary.container === "page";
  const line = isPage ? PAGE_LINE : TEXT_LINE;
  const from = isPage ? `## ${summary.id}: `.length : TEXT_COLUMN;
  const to = from + (isPage ? escapeTitle(summary.title) : summary.title).length;
  return { range: onLine(line, 0, to), selectionRange: onLine(line, from, to) };
}

function onLine(line: number, from: number, to: number): Range {
  return { start: { line, character: from }, end: { line, character: to } };
}
