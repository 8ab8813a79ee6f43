// Where an article's title stands: the place that stands for the article as a whole.
// Used wherever another document points to it.
import { titleSpan } from "../model/facts.ts";
import type { Article } from "../syntax/article.ts";
import { type Span, span } from "../text/span.ts";

/** The title's text and the line or lines it stands on. */
export interface TitlePlace {
  readonly line: Span;
  readonly title: Span;
}

/** The place of the title; the document's very beginning where it has none. */
export function titlePlace(article: Article): TitlePlace {
  const title = titleSpan(article) ?? span(0, 0);
  const { source } = article;
  const line = source.lineAt(title.start);
  return { line: span(source.start(line), Math.max(source.end(line), title.end)), title };
}
