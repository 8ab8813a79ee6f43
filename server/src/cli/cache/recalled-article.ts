// An article whose findings were recalled: its lines are there for whoever shows them, the rest is parsed when asked for.
// Reading and parsing are what a cache is to spare.
import type { Article } from "../../syntax/article.ts";
import { parseArticle, parseIfArticle } from "../../syntax/parse-article.ts";
import { type KnownText, SourceText } from "../../text/source-text.ts";

/** An article that is read when it is asked for. */
export class RecalledArticle {
  readonly #read: () => string;
  readonly #known: KnownText;
  #source: SourceText | undefined;
  #article: Article | undefined;

  /** `isPlain` is what the reader says of the text, false where it has not been read. */
  constructor(read: () => string, isPlain: boolean) {
    this.#read = read;
    this.#known = { isPlain };
  }

  /** The article's text with its lines. */
  get source(): SourceText {
    this.#source ??= new SourceText(this.#read(), this.#known);
    return this.#source;
  }

  /** The whole article. */
  get article(): Article {
    const { text } = this.source;
    this.#article ??= parseIfArticle(text, this.#known) ?? parseArticle(text, "page", this.#known);
    return this.#article;
  }
}
