// A reference whose quoted title is none of the titles that the cited article has now.
// One judgement for the rule that reports it, the hint that shows the title, and the edits that restore it.
import type { Article } from "../syntax/article.ts";
import { asPageWrites } from "./page-bytes.ts";
import { type QuotedTitle, quotedTitle } from "./quoted-title.ts";
import type { Reference } from "./references.ts";
import { type TitleDifference, titleDifference } from "./title-difference.ts";

/** In what way a quoted title differs, and what it should be. */
export interface TitleMismatch {
  readonly difference: Exclude<TitleDifference, "same">;
  readonly quoted: QuotedTitle;
  /** The cited article's title as the citing article would write it. */
  readonly title: string;
}

/** How a reference's quoted title differs from the titles of the files that hold the cited article, pages first. */
export function titleMismatch(
  article: Article,
  reference: Reference,
  targets: readonly { readonly title: string }[],
): TitleMismatch | undefined {
  if (reference.title === undefined || reference.form === "glued") return undefined;
  let best: TitleMismatch | undefined;
  for (const target of targets) {
    // Raw texts may have typographer's quotes, which pages never have.
    const title = article.container === "page" ? asPageWrites(target.title) : target.title;
    const quoted = quotedTitle(article, reference, title);
    if (!quoted || title === "") return undefined;
    const difference = titleDifference(asPageWrites(quoted.text), asPageWrites(title));
    if (difference === "same") return undefined;
    best ??= { difference, quoted, title };
  }
  return best && quotesTitle(reference, best) ? best : undefined;
}

// Words behind a number at the line's beginning can be running text or a table's cell.
function quotesTitle({ form }: Reference, { difference, quoted: { text } }: TitleMismatch): boolean {
  if (/ {3}|\t|\|/.test(text)) return false;
  if (/^[a-z]/.test(text) && (difference === "another" || difference === "reworded")) return false;
  return difference !== "another" || form === "own-line" || form === "article-id";
}
