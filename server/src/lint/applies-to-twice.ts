// A second applies-to sentence further down, and whether it opens a copy of the whole block.
import { rememberLast } from "../base/last-answer.ts";
import type { AppliesTo, Article } from "../syntax/article.ts";
import { APPLIES_TO_SENTENCE } from "../syntax/parse-applies-to.ts";
import { linesText } from "./edits.ts";

/** A second sentence; `copy` are the lines that repeat the first block, to be deleted. */
export interface SecondBlock {
  readonly sentence: number;
  readonly copy: { readonly from: number; readonly to: number } | undefined;
}

/** The second block of an article, or `undefined`. */
export function secondBlock(article: Article, block: AppliesTo): SecondBlock | undefined {
  return lastSecond(article, block);
}

const lastSecond = rememberLast(findSecond);

function findSecond(article: Article, block: AppliesTo): SecondBlock | undefined {
  const { source } = article;
  if (!holdsSentence(article, block.endLine)) return undefined;
  const limit = source.start(article.footer?.firstLine ?? article.bodyEndLine);
  const at = source.text.indexOf(APPLIES_TO_SENTENCE, source.start(block.endLine));
  if (at < 0 || at >= limit) return undefined;
  const sentence = source.lineAt(at);
  if (at !== article.contents[sentence] || at + APPLIES_TO_SENTENCE.length !== source.end(sentence)) return undefined;
  return { sentence, copy: copyAt(article, block, sentence) };
}

// Comparing lengths is far faster than to look for the sentence, and settles nearly all articles.
function holdsSentence({ source, contents }: Article, from: number): boolean {
  for (let line = from; line < contents.length; line++) {
    if (source.end(line) - (contents[line] ?? 0) === APPLIES_TO_SENTENCE.length) return true;
  }
  return false;
}

// The copy goes with one blank line, so that as many stay as there were before it.
function copyAt(article: Article, block: AppliesTo, sentence: number): SecondBlock["copy"] {
  if (block.sentence === undefined) return undefined;
  const from = sentence - (block.sentence - block.firstLine);
  const to = from + block.endLine - block.firstLine;
  if (from < block.endLine) return undefined;
  if (linesText(article, from, to) !== linesText(article, block.firstLine, block.endLine)) return undefined;
  const blankAbove = from > block.endLine && linesText(article, from - 1, from).trim() === "";
  return { from: blankAbove ? from - 1 : from, to };
}
