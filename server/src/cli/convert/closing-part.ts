// The closing part of raw texts, learned from an archive's own: the disclaimer and the copyright line below it.
// Only names are looked at to find the texts, so that converting one page does not read a whole archive.
import { existsSync } from "node:fs";
import { agreedBoilerplate, boilerplateSample } from "../../config/learn-boilerplate.ts";
import type { Article } from "../../syntax/article.ts";
import { identityOfPath } from "../../syntax/article-id.ts";
import { LineKind } from "../../syntax/line-kind.ts";
import { parseIfArticle } from "../../syntax/parse-article.ts";
import { join } from "../files/paths.ts";
import { TextReader } from "../files/read-text.ts";
import { nothingFound, walk } from "../files/walk.ts";

/** What closes a raw text; `undefined` where nothing tells. */
export interface ClosingPart {
  readonly disclaimer: string | undefined;
  /** With `YYYY` for the year. */
  readonly copyright: string | undefined;
}

const RAW_TEXT = /\.txt$/i;
const TEXTS = "txt";

/** What the raw texts below a folder agree on; in a shallow folder only its own files are asked. */
export function learnClosingPart(root: string, shallow: boolean): ClosingPart {
  const articles = [...sampleOf(root, shallow)];
  return { disclaimer: agreedBoilerplate(articles), copyright: agreedCopyright(articles) };
}

function* sampleOf(root: string, shallow: boolean): Generator<Article> {
  const reader = new TextReader();
  for (const { uri } of boilerplateSample(rawTexts(root, shallow))) {
    const article = tryRead(reader, uri);
    if (article?.container === "text") yield article;
  }
}

// A file that cannot be read has no vote; if it is to be converted, that says so.
function tryRead(reader: TextReader, path: string): Article | undefined {
  try {
    return reader.open(path) === undefined ? parseIfArticle(reader.text()) : undefined;
  } catch {
    return undefined;
  }
}

function rawTexts(root: string, shallow: boolean): { readonly id: string; readonly uri: string }[] {
  const shelf = join(root, TEXTS);
  const shelved = !shallow && existsSync(shelf) ? namedTexts(shelf, false) : [];
  return shelved.length > 0 ? shelved : namedTexts(root, shallow);
}

function namedTexts(folder: string, shallow: boolean): { readonly id: string; readonly uri: string }[] {
  const found = nothingFound();
  for (const _folder of walk(folder, found, { shallow, thorough: true }));
  const texts = found.files.filter((path) => RAW_TEXT.test(path));
  return texts.map((path) => ({ id: identityOfPath(path).id ?? "", uri: join(folder, path) }));
}

function agreedCopyright(articles: readonly Article[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { source, kinds } of articles) {
    const line = kinds.lastIndexOf(LineKind.copyright);
    if (line < 0) continue;
    const text = source.lineText(line).replace(/\d{4}(?=\.?$)/, "YYYY");
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  for (const [text, count] of counts) if (text.includes("YYYY") && count * 2 > articles.length) return text;
  return undefined;
}
