// What differs between Node and a web worker, given to the server by its entry point.
// Everything else in lsp/ runs in both.

import type { SendRequest } from "../host/client-host.ts";
import type { FolderIndexer } from "../host/folder-indexer.ts";
import type { Host } from "../host/host.ts";

/** The world in which the server runs. */
export interface Platform {
  /** The product's version, told to the client. */
  readonly version: string;
  /** The name of what decides how articles are read: an index of another build is not trusted. */
  readonly build: string;
  /** Resolves in a later macrotask, so that waiting messages come first. */
  pause(): Promise<void>;
  /** The files; `clientFiles` says that the client offers to read them. */
  createHost(clientFiles: boolean, send: SendRequest): Host;
  /** What reads folders of a local disk beside the typing; without it that is done in slices. */
  createIndexer?(settings: IndexerSettings): FolderIndexer | undefined;
}

/** What an indexer is told. */
export interface IndexerSettings {
  /** The folder in which the client wants the index to be kept between two runs; an absolute path. */
  readonly storageFolder: string | undefined;
  warn(message: string): void;
}
