// Where a file writes its title: once in a raw text, twice in a page.
import type { Article } from "../syntax/article.ts";
import type { Span } from "../text/span.ts";
import { frontMatterTitleSpan, titleSpan } from "./facts.ts";

/** The longest that a title of the archive is, in characters (FORMAT §1.3). */
export const LONGEST_TITLE = 64;

/** The places of the title's text: first the one that readers see, then that of the front matter. */
export function titleSpans(article: Article): Span[] {
  const shown = titleSpan(article);
  const front = frontMatterTitleSpan(article);
  if (!shown) return [];
  return front && front.start !== shown.start ? [shown, front] : [shown];
}
