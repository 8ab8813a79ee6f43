// Reads a folder into columns in short slices between messages, on the thread that serves them: for hosts whose files
// come from the client, and for tests. Where the archive brings its own index (`kblint index --out .kb/index.kbindex`),
// only files that it does not name are read: over a network nobody could wait for tens of thousands of them.
import { isConfigUri } from "../host/candidates.ts";
import type { FolderContent, FolderIndexer, FolderListener } from "../host/folder-indexer.ts";
import type { Host } from "../host/host.ts";
import { rowOfPath } from "../index/article-store.ts";
import type { Columns } from "../index/columns.ts";
import { ColumnsBuilder } from "../index/columns-builder.ts";
import { decodeColumns } from "../index/columns-file.ts";
import type { Pace } from "./pace.ts";
import { listCandidates, readSummaries } from "./scan.ts";

/** Where an archive may bring its own index, relative to its root. */
export const PORTABLE_INDEX = ".kb/index.kbindex";

// Some 150 bytes an article.
const LONGEST_INDEX = 100_000_000;

/** Works in slices on the thread that it is asked on. */
export class SlicedIndexer implements FolderIndexer {
  readonly isCheap = false;
  readonly #host: Host;
  readonly #pace: Pace;
  readonly #build: string | undefined;

  /** Without the name of the build no index that an archive brings is trusted. */
  constructor(host: Host, pace: Pace, build?: string) {
    this.#host = host;
    this.#pace = pace;
    this.#build = build;
  }

  async index(folder: string, listener: Pick<FolderListener, "onProgress" | "onKnown">): Promise<FolderContent> {
    const known = await this.#portableIndex(folder);
    if (known) listener.onKnown(known);
    const listed = await listCandidates(this.#host, folder, this.#pace);
    const paths = listed.filter((uri) => !isConfigUri(uri)).map((uri) => uri.slice(folder.length + 1));
    const columns = await this.#columnsOf(folder, paths, known, listener.onProgress);
    return { columns, configs: listed.filter(isConfigUri) };
  }

  async #portableIndex(folder: string): Promise<Columns | undefined> {
    if (this.#build === undefined) return undefined;
    const bytes = await this.#host.readBytes?.(`${folder}/${PORTABLE_INDEX}`, LONGEST_INDEX);
    return bytes && decodeColumns(bytes.slice().buffer, this.#build);
  }

  async #columnsOf(
    folder: string,
    paths: readonly string[],
    known: Columns | undefined,
    onProgress: FolderListener["onProgress"],
  ): Promise<Columns> {
    const rows = paths.map((path) => (known ? rowOfPath(known, path) : -1));
    const unknown = paths.filter((_, at) => rows[at] === -1);
    if (known && unknown.length === 0 && paths.length === known.numbers.length) return known;
    const uris = unknown.map((path) => `${folder}/${path}`);
    const summaries = await readSummaries(this.#host, uris, this.#pace, onProgress);
    const builder = new ColumnsBuilder();
    for (const [at, path] of paths.entries()) {
      const row = rows[at] ?? -1;
      if (known && row >= 0) builder.keep(known, row);
      else builder.add(path, summaries.get(`${folder}/${path}`));
      if (this.#pace.due) await this.#pace.rest();
    }
    return builder.finish();
  }
}
