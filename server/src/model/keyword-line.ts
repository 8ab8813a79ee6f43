// The footer's Keywords line against the vocabulary: the tokens that are not known as they stand, and what each one is.
// Judged only where the header follows from the footer; where it does not, that is the finding, and it comes first.
import { rememberLast } from "../base/last-answer.ts";
import type { Article } from "../syntax/article.ts";
import type { Span } from "../text/span.ts";
import { caseVariant, usualTokens } from "./case-twins.ts";
import { footerField, headerField, headerValue, textAt } from "./facts.ts";
import { splitGlued } from "./glued-token.ts";
import { headerKeywordsMatch } from "./keyword-rule.ts";
import { nearToken } from "./near-token.ts";
import { productCode, type Taxonomy, type Vocabulary } from "./taxonomy.ts";

/** A token that its vocabulary does not know, or knows as a rare spelling. */
export interface StrangeToken {
  readonly token: string;
  readonly span: Span;
  /** A known token in another case, known tokens run together, or neither. */
  readonly kind: "case" | "glued" | "unknown";
  /** What is meant, where something known is near. */
  readonly meant: string | undefined;
  /** Whether that may be put in its place unseen. */
  readonly certain: boolean;
}

const NONE: readonly StrangeToken[] = [];
const MOST_STRANGE = 60;
const SPACE = 32;
const COMMA = 44;

const lastTokens = rememberLast(findStrange);

/** The footer's keywords that the taxonomy does not know as they stand; none where the header tells otherwise than the footer. */
export function strangeKeywords(article: Article, taxonomy: Taxonomy): readonly StrangeToken[] {
  return lastTokens(article, taxonomy);
}

function findStrange(article: Article, taxonomy: Taxonomy): readonly StrangeToken[] {
  const field = footerField(article, "Keywords");
  if (!field) return NONE;
  const { text } = article.source;
  const usual = usualTokens(taxonomy.keywords);
  const spans = unknownTokens(text, field.value, (token) => usual.has(token));
  if (spans.length === 0 || text.slice(field.value.start, field.value.end).includes(",")) return NONE;
  if (!headerFollows(article)) return NONE;
  const words = textAt(article, field.value).toLowerCase().split(/ +/);
  const product = productOf(article, taxonomy);
  return spans
    .filter((span) => {
      const lower = textAt(article, span).toLowerCase();
      // A keyword that stands twice is another rule's finding, whatever its case.
      return words.indexOf(lower) === words.lastIndexOf(lower);
    })
    .map((span) => judgeToken(textAt(article, span), span, taxonomy.keywords, product));
}

/** What an unknown token is, or a known one in a rare spelling. */
export function judgeToken(
  token: string,
  span: Span,
  vocabulary: Vocabulary,
  product: string | undefined,
): StrangeToken {
  const variant = caseVariant(token, vocabulary);
  if (variant !== undefined) return { token, span, kind: "case", meant: variant, certain: !vocabulary.has(token) };
  const parts = splitGlued(token, vocabulary);
  if (parts) return { token, span, kind: "glued", meant: parts.join(" "), certain: true };
  const near = nearToken(token, vocabulary, product);
  return { token, span, kind: "unknown", meant: near?.token, certain: near?.certain ?? false };
}

/** The tokens of a blank-separated value that are not known, as many as anyone would look at. */
export function unknownTokens(text: string, value: Span, isKnown: (token: string) => boolean): Span[] {
  const found: Span[] = [];
  for (let start = value.start; start < value.end && found.length < MOST_STRANGE; start++) {
    if (text.charCodeAt(start) === SPACE || text.charCodeAt(start) === COMMA) continue;
    let end = start + 1;
    while (end < value.end && text.charCodeAt(end) !== SPACE && text.charCodeAt(end) !== COMMA) end++;
    if (!isKnown(text.slice(start, end))) found.push({ start, end });
    start = end;
  }
  return found;
}

/** The code of the article's product: the raw text's own, or the one of the product's name. */
export function productOf(article: Article, taxonomy: Taxonomy): string | undefined {
  if (article.document?.code) return textAt(article, article.document.code);
  return productCode(taxonomy, headerValue(article, "product") ?? "");
}

/** Whether the header's keywords are what the footer's give; also where either is missing. */
export function headerFollows(article: Article): boolean {
  const header = headerField(article, "keywords");
  const footer = footerField(article, "Keywords");
  if (!header || !footer) return true;
  return headerKeywordsMatch(textAt(article, header.value).trimEnd(), textAt(article, footer.value));
}
