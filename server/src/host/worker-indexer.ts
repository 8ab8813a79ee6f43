// Has folders read by a worker thread, so that nothing of it stands in the way of typing.
// One worker a task; it ends with it and gives its memory back.
import { Worker } from "node:worker_threads";
import type { Columns } from "../index/columns.ts";
import { viewColumns } from "../index/columns-file.ts";
import type { FolderContent, FolderIndexer, FolderListener } from "./folder-indexer.ts";
import type { IndexMessage, IndexTask } from "./index-worker.ts";

/** What an indexer needs to know. */
export interface WorkerIndexerParts {
  /** The worker's program. */
  readonly program: string;
  readonly build: string;
  /** The file in which a folder's index is kept between two runs; nowhere without it. */
  readonly cacheFile: (folder: string) => string | undefined;
  readonly warn: (message: string) => void;
}

/** Columns and the memory they stand in, to be given to the next worker. */
interface Held {
  readonly columns: Columns;
  readonly block: SharedArrayBuffer;
}

// Summaries die young; a small nursery keeps the worker's memory low at no cost in time (megabytes).
const LIMITS = { maxYoungGenerationSizeMb: 16 };

/** Reads folders in worker threads. */
export class WorkerIndexer implements FolderIndexer {
  readonly isCheap = true;
  readonly #parts: WorkerIndexerParts;
  readonly #held = new Map<string, Held>();

  constructor(parts: WorkerIndexerParts) {
    this.#parts = parts;
  }

  index(folder: string, listener: FolderListener): Promise<FolderContent> {
    const { build, cacheFile } = this.#parts;
    const known = this.#held.get(folder)?.block;
    const task: IndexTask = { folder, build, cacheFile: cacheFile(folder), known };
    return new Promise((resolve, reject) => {
      const worker = new Worker(this.#parts.program, { workerData: task, resourceLimits: LIMITS });
      worker.on("message", (message: IndexMessage) => {
        // What is thrown in here would end the server, and nobody would wait for the folder any less.
        try {
          if (message.kind === "content") resolve(this.#hold(folder, message));
          else if (message.kind === "failed") reject(new Error(message.message));
          else this.#tell(folder, message, listener);
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
      worker.on("error", reject);
      worker.on("exit", () => reject(new Error("the index worker ended early")));
    });
  }

  #tell(folder: string, message: IndexMessage, listener: FolderListener): void {
    if (message.kind === "progress") listener.onProgress(message.progress);
    else if (message.kind === "warning") this.#parts.warn(message.message);
    else if (message.kind === "known") {
      listener.onKnown(this.#hold(folder, { block: message.block, configs: [] }).columns);
    }
  }

  #hold(folder: string, { block, configs }: { block: SharedArrayBuffer; configs: readonly string[] }): FolderContent {
    const held = this.#held.get(folder);
    const columns = held?.block === block ? held.columns : viewColumns(block);
    this.#held.set(folder, { columns, block });
    return { columns, configs };
  }
}
