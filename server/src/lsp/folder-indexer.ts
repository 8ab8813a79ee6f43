// Makes the columns of a folder: the slow work behind the index, behind one interface.
// On Node a worker thread does it beside the typing (host/worker-indexer.ts); this one works in short slices between messages.
import { isConfigUri } from "../host/candidates.ts";
import type { Host } from "../host/host.ts";
import type { Columns } from "../index/columns.ts";
import { ColumnsBuilder } from "../index/columns-builder.ts";
import type { Pace } from "./pace.ts";
import { listCandidates, readSummaries, type ScanProgress } from "./scan.ts";

/** What a folder holds. */
export interface FolderContent {
  readonly columns: Columns;
  /** The URIs of settings files. */
  readonly configs: readonly string[];
}

/** Who follows the work. */
export interface FolderListener {
  onProgress(progress: ScanProgress): void;
  /** What was known of the folder when it was read last; it may be outdated. */
  onKnown(columns: Columns): void;
  /** What was found after all, in places that are looked into last. */
  onMore(content: FolderContent): void;
}

/** Reads folders into columns. */
export interface FolderIndexer {
  /** Whether reading a folder again costs little, because unchanged files are told by their stamps. */
  readonly isCheap: boolean;
  /** Reads a folder; rejects where it cannot be read. */
  index(folder: string, listener: FolderListener): Promise<FolderContent>;
  /** Resolves once nothing is left that could be found after all. */
  idle(): Promise<void>;
}

/** Works in slices on the thread that it is asked on. */
export class SlicedIndexer implements FolderIndexer {
  readonly isCheap = false;
  readonly #host: Host;
  readonly #pace: Pace;

  constructor(host: Host, pace: Pace) {
    this.#host = host;
    this.#pace = pace;
  }

  async index(folder: string, { onProgress }: Pick<FolderListener, "onProgress">): Promise<FolderContent> {
    const listed = await listCandidates(this.#host, folder, this.#pace);
    const candidates = listed.filter((uri) => !isConfigUri(uri));
    const builder = new ColumnsBuilder();
    for (const [uri, summary] of await readSummaries(this.#host, candidates, this.#pace, onProgress)) {
      builder.add(uri.slice(folder.length + 1), summary);
      if (this.#pace.due) await this.#pace.rest();
    }
    return { columns: builder.finish(), configs: listed.filter(isConfigUri) };
  }

  idle(): Promise<void> {
    return Promise.resolve();
  }
}
