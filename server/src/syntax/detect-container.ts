// Tells pages, raw texts and other files apart by content alone, damaged articles included.
import type { Container } from "./article.ts";

// One sign may be damaged, so several are known; each is a form that ordinary Markdown and text do not have.
const TEXT_SIGNS: readonly RegExp[] = [
  /^DOCUMENT *: *Q\d{4,7}\b/m,
  /^TITLE {3}:/m,
  /^PROD\/VER:/m,
  /^OPER\/SYS:/m,
  /^KEYWORDS:/m,
];
const PAGE_SIGNS: readonly RegExp[] = [
  /^permalink: *\/?kb\/\d{3}\/Q\d{4,7}\//m,
  /^title: *"?Q\d{4,7}: /m,
  /^## Q\d{4,7}: /m,
  /^\t?Article: Q\d{4,7}\b/m,
  /^\t?Product\(s\): /m,
  /^\t?Last Modified: /m,
];
// Headers lie in the first hundreds of bytes (longest real one: 620); conflicts can push them down.
const HEAD = 4000;
const ENOUGH = 2;

/**
 * The container of an article, or `undefined` for a file that is no article.
 * An index page (`id/<code>/README.md`) and a folder's README are no articles.
 */
export function detectContainer(text: string): Container | undefined {
  if (/^---\r?\nlayout: page\r?\ntitle: "Q\d{5,6}: /.test(text)) return "page";
  if (/^DOCUMENT:Q\d{5,6} /.test(text)) return "text";
  const head = text.slice(0, HEAD);
  if (count(TEXT_SIGNS, head) >= ENOUGH) return "text";
  if (count(PAGE_SIGNS, head) >= ENOUGH) return "page";
  return undefined;
}

function count(signs: readonly RegExp[], head: string): number {
  return signs.filter((sign) => sign.test(head)).length;
}
