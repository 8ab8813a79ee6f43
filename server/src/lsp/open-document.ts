// A document that the client has open: its live text, and what parsing makes of it.
// Parsing waits until someone asks and is done once for each version.
import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { LARGEST_FILE } from "../host/host.ts";
import { normalUri, pathOfUri } from "../host/uris.ts";
import { type ArticleSummary, summarizeArticle } from "../model/article-summary.ts";
import type { Article, Container } from "../syntax/article.ts";
import { detectContainer } from "../syntax/detect-container.ts";
import { parseArticle } from "../syntax/parse-article.ts";

/** One version of a document, parsed; `article` is undefined for a text that is no article. */
export interface ParsedVersion {
  readonly version: number;
  readonly article: Article | undefined;
  readonly summary: ArticleSummary | undefined;
}

// In our own languages the author says that the text is an article, however damaged or unfinished it is.
const OWN_LANGUAGES: ReadonlyMap<string, Container> = new Map([
  ["kb-page", "page"],
  ["kb-article", "text"],
]);

/** An open document. */
export class OpenDocument {
  /** The URI as the client writes it, for all that is sent to it. */
  readonly uri: string;
  /** The URI in normal form, for all that is looked up. */
  readonly key: string;
  /** The path with `/`, or undefined for a document without a file. */
  readonly path: string | undefined;
  readonly #text: TextDocument;
  #parsed: ParsedVersion | undefined;
  #saved: ParsedVersion | undefined;

  constructor(uri: string, languageId: string, version: number, text: string) {
    this.uri = uri;
    this.key = normalUri(uri);
    this.path = pathOfUri(uri);
    this.#text = TextDocument.create(uri, languageId, version, text);
  }

  get version(): number {
    return this.#text.version;
  }

  get text(): string {
    return this.#text.getText();
  }

  /** Whether the text is beyond the size that is looked at. */
  get tooLarge(): boolean {
    return this.text.length > LARGEST_FILE;
  }

  /** The current version, parsed. */
  get parsed(): ParsedVersion {
    if (this.#parsed?.version !== this.version) this.#parsed = this.#parse();
    return this.#parsed;
  }

  /** The version that was saved last, or opened. */
  get saved(): ParsedVersion {
    this.#saved ??= this.parsed;
    return this.#saved;
  }

  /** Applies the client's changes. The saved version is parsed before it is gone. */
  update(changes: TextDocumentContentChangeEvent[], version: number): void {
    this.#saved ??= this.parsed;
    TextDocument.update(this.#text, changes, version);
    this.#parsed = undefined;
  }

  /** Takes the current version for the saved one. */
  markSaved(): void {
    this.#saved = this.parsed;
  }

  #parse(): ParsedVersion {
    const { text, version } = this;
    const container = this.tooLarge || text.trim() === "" ? undefined : this.#container(text);
    const article = container && parseArticle(text, container);
    return { version, article, summary: article && summarizeArticle(article) };
  }

  #container(text: string): Container | undefined {
    return detectContainer(text) ?? OWN_LANGUAGES.get(this.#text.languageId);
  }
}
