// Reads a folder into columns in short slices between messages, on the thread that serves them.
// For hosts whose files come from the client, and for tests; a local disk is read by a worker (host/worker-indexer.ts).
import { isConfigUri } from "../host/candidates.ts";
import type { FolderContent, FolderIndexer, FolderListener } from "../host/folder-indexer.ts";
import type { Host } from "../host/host.ts";
import { ColumnsBuilder } from "../index/columns-builder.ts";
import type { Pace } from "./pace.ts";
import { listCandidates, readSummaries } from "./scan.ts";

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
