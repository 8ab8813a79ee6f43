// The custom messages between our client and our server: method names and plain shapes, shared by both.
// Names only, never request-type objects: client and server carry two versions of the protocol library.

/** Sent with `initialize` by our own client; other editors send nothing. */
export interface InitializationOptions {
  /** The client answers `readFile` and `findFiles`: set in the browser and in virtual workspaces. */
  readonly clientFiles?: boolean;
}

/** Server → client request: the bytes of a file. Parameters {@link ReadFileParams}, result {@link ReadFileResult}. */
export const READ_FILE = "kb/readFile";
/** The file to read. */
export interface ReadFileParams {
  readonly uri: string;
}
/** The file's bytes in base64, or null where it cannot be read. */
export interface ReadFileResult {
  readonly base64: string | null;
}

/** Server → client request: the URIs of files that may be articles. */
export const FIND_FILES = "kb/findFiles";
/** The folder to search. */
export interface FindFilesParams {
  readonly folder: string;
}
/** URIs of `Q*.TXT` and a `README.md` in a `Q` folder files and other candidates below the folder. */
export interface FindFilesResult {
  readonly uris: readonly string[];
}

/** Server → client notification: how the index stands. Parameters {@link IndexStatus}. */
export const INDEX_STATUS = "kb/indexStatus";
/** The state of the archive's index. */
export interface IndexStatus {
  readonly state: "indexing" | "ready";
  /** Files with an article so far. */
  readonly articles: number;
  /** Files looked at and files to look at in all, while indexing. */
  readonly done: number;
  readonly total: number;
}

/** Client → server request: what the server makes of a document. */
export const DOCUMENT_STATUS = "kb/documentStatus";
/** The document asked about. */
export interface DocumentStatusParams {
  readonly uri: string;
}
/** What the server makes of a document; `null` fields where it is no article. */
export interface DocumentStatus {
  readonly id: string | null;
  /** `kbbug`, `kbprb`, `kbinfo`, `kbhowto`, several joined by a blank, or `untyped`. */
  readonly type: string | null;
  readonly profile: "archive" | "authoring";
}
