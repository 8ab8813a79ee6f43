// The server's state in one place: open documents, the index and the settings, and the snapshots made of them.
// Snapshots are immutable; whoever holds one is not disturbed by later changes.
import type { Snapshot } from "../features/snapshot.ts";
import type { Host } from "../host/host.ts";
import { hasParentIn } from "../host/uris.ts";
import type { Article } from "../syntax/article.ts";
import { parseIfArticle } from "../syntax/parse-article.ts";
import { SourceText } from "../text/source-text.ts";
import type { Configuration } from "./configuration.ts";
import { Documents } from "./documents.ts";
import type { IndexKeeper } from "./index-keeper.ts";
import type { Log } from "./log.ts";
import type { OpenDocument, ParsedVersion } from "./open-document.ts";

/** What a workspace is made of. */
export interface WorkspaceParts {
  readonly host: Host;
  readonly index: IndexKeeper;
  readonly configuration: Configuration;
  readonly log: Log;
}

/** The server's state. */
export class Workspace {
  readonly documents: Documents;
  readonly index: IndexKeeper;
  readonly configuration: Configuration;
  readonly #host: Host;
  readonly #unflushed = new Set<OpenDocument>();
  /** Keys of open documents whose file was deleted: editors keep closed ones for a while, and they must not haunt the index. */
  readonly #gone = new Set<string>();

  constructor({ host, index, configuration, log }: WorkspaceParts) {
    this.documents = new Documents(log);
    this.index = index;
    this.configuration = configuration;
    this.#host = host;
  }

  /** Notes that a document is new or was changed; the index hears of it with the next {@link flush}. */
  touch(document: OpenDocument): void {
    this.#gone.delete(document.key);
    this.#unflushed.add(document);
  }

  /** Notes all open documents, after the folders changed. */
  touchAll(): void {
    for (const document of this.documents.all()) if (!this.#gone.has(document.key)) this.#unflushed.add(document);
  }

  /** Notes that a document is closed: from now on its file speaks for itself. */
  closed(document: OpenDocument): void {
    this.#unflushed.delete(document);
    this.#gone.delete(document.key);
    this.index.dropOverlay(document.key);
  }

  /** Follows changes on disk; a deleted URI may be a folder's. */
  filesChanged(changed: readonly string[], deleted: readonly string[]): void {
    const gone = new Set(deleted);
    for (const document of this.documents.all()) {
      if (gone.has(document.key) || hasParentIn(document.key, gone)) this.#leave(document);
    }
    if (this.#gone.size > 0) this.#welcome(new Set(changed));
    this.flush();
    this.index.filesChanged(changed, deleted);
    this.configuration.archives.filesChanged(changed, deleted);
  }

  #welcome(changed: ReadonlySet<string>): void {
    for (const document of this.documents.all()) {
      if (this.#gone.has(document.key) && changed.has(document.key)) this.touch(document);
    }
  }

  // Until it is changed or saved again.
  #leave(document: OpenDocument): void {
    this.#unflushed.delete(document);
    this.#gone.add(document.key);
    this.index.dropOverlay(document.key);
  }

  /** Brings the index up to date with what was typed. */
  flush(): void {
    for (const document of this.#unflushed) this.index.setOverlay(document.key, document.parsed.summary);
    this.#unflushed.clear();
  }

  /** The snapshot of a document's version, by default the current one; `undefined` where it is no article. */
  snapshot(document: OpenDocument, { article }: ParsedVersion = document.parsed): Snapshot | undefined {
    if (!article) return undefined;
    this.flush();
    return {
      uri: document.key,
      path: document.path,
      article,
      archive: this.index.state,
      inArchive: document.path === undefined || this.index.isInside(document.key),
      index: this.index.index,
      rootOf: (uri) => this.configuration.archives.rootOf(uri),
    };
  }

  /** The URI under which the client knows a file. */
  clientUri(uri: string): string {
    return this.documents.at(uri)?.uri ?? uri;
  }

  /** The article that a file holds now, open documents first. The URI comes from the index, never from a text. */
  async articleOf(uri: string): Promise<Article | undefined> {
    const document = this.documents.at(uri);
    if (document) return document.parsed.article;
    const text = await this.#host.readText(uri);
    return text === undefined ? undefined : parseIfArticle(text);
  }

  /** The text that a file holds now, open documents first. The URI is in normal form. */
  async textOf(uri: string): Promise<string | undefined> {
    return this.documents.at(uri)?.text ?? (await this.#host.readText(uri));
  }

  /** The files below a folder that may be articles by their names; none where there is no such folder. */
  async filesBelow(folder: string): Promise<string[]> {
    try {
      return [...(await this.#host.listFiles(folder))].filter((uri) => uri !== undefined);
    } catch {
      return [];
    }
  }

  /** A file's text, open documents first, where it can be had without waiting. The URI comes from the index. */
  textNow(uri: string): string | undefined {
    const document = this.documents.at(uri);
    if (document) return document.text;
    const text = this.#host.readText(uri);
    return typeof text === "string" ? text : undefined;
  }

  /** A file's text with its lines, open documents first; for turning offsets of the index into positions. */
  async sourceOf(uri: string): Promise<SourceText | undefined> {
    const article = this.documents.at(uri)?.parsed.article;
    if (article) return article.source;
    const text = await this.#host.readText(uri);
    return text === undefined ? undefined : new SourceText(text);
  }
}
