// The slow work behind the index, reading a folder into columns, behind one interface.
// On Node a worker thread does it beside the typing; elsewhere it is done in short slices between messages.
import type { Columns } from "../index/columns.ts";

/** How far a scan is. */
export interface ScanProgress {
  readonly done: number;
  readonly total: number;
  readonly articles: number;
}

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
}

/** Reads folders into columns. */
export interface FolderIndexer {
  /** Whether reading a folder again costs little, because unchanged files are told by their stamps. */
  readonly isCheap: boolean;
  /** Reads a folder; rejects where it cannot be read. */
  index(folder: string, listener: FolderListener): Promise<FolderContent>;
}
