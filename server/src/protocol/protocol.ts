// The custom messages between our client and our server: method names and plain shapes, shared by both.
// Names only, never request-type objects: client and server carry two versions of the protocol library.

/** Sent with `initialize` by our own client; other editors send nothing. */
export interface InitializationOptions {
  /** The client answers `readFile` and `findFiles`: set in the browser and in virtual workspaces. */
  readonly clientFiles?: boolean;
  /** The folder (an absolute path) in which the server keeps its index between two runs. */
  readonly storageFolder?: string;
  /** The client has the command {@link SHOW_REFERENCES}; other editors may say so as well. */
  readonly showReferences?: boolean;
}

/** A command of the client: shows who cites an article. Arguments: a document's URI and a position of a number in it. */
export const SHOW_REFERENCES = "kb.showReferences";

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

/**
 * Client → server request: lints the whole archive and shows what it finds until {@link CLEAR_ARCHIVE_PROBLEMS}.
 * Parameters {@link LintArchiveParams} or null, result {@link LintArchiveResult}. Can be cancelled.
 */
export const LINT_ARCHIVE = "kb/lintArchive";
/** How to show how far it is. */
export interface LintArchiveParams {
  /** Progress that the client shows; without it the server makes one where the client can show any. */
  readonly workDoneToken?: string | number;
}
/** What was found in the whole archive. */
export interface LintArchiveResult {
  /** Articles that were looked at. */
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly informations: number;
  readonly milliseconds: number;
  readonly cancelled: boolean;
  /** All of it in a sentence for the user. */
  readonly message: string;
}

/** Client → server request: takes back what {@link LINT_ARCHIVE} showed. No parameters, result null. */
export const CLEAR_ARCHIVE_PROBLEMS = "kb/clearArchiveProblems";

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

/** Server → client notification: deleted articles that others cite. Parameters {@link CitationsLeft}. */
export const CITATIONS_LEFT = "kb/citationsLeft";
/** Articles that are being deleted while others cite them. */
export interface CitationsLeft {
  /** The most cited one first. */
  readonly articles: readonly { readonly id: string; readonly title: string; readonly articles: number }[];
  /** The same as a sentence. */
  readonly message: string;
}

/** Server → client notification: files that an edit to come changes and that are not plain ASCII. {@link BeyondAscii}. */
export const BEYOND_ASCII = "kb/beyondAscii";
/** Closed files whose encoding an editor may get wrong. */
export interface BeyondAscii {
  readonly uris: readonly string[];
}

/** Client → server request: who cites an article. Parameters {@link CitationsParams}, result {@link Citations} or null. */
export const CITATIONS = "kb/citations";
/** The article: by a document that holds it, or by its number (`Q123456`, `123456`). */
export interface CitationsParams {
  readonly uri?: string;
  readonly id?: string;
}
/** A position in a document, as in LSP. */
export interface ProtocolPosition {
  readonly line: number;
  readonly character: number;
}
/** One place that cites an article. */
export interface CitingDocument {
  readonly uri: string;
  readonly range: { readonly start: ProtocolPosition; readonly end: ProtocolPosition };
  /** The heading of the section that holds it; empty above the first one. */
  readonly section: string;
  /** Number and title of the citing article. */
  readonly id: string;
  readonly title: string;
}
/** An article and who cites it; the places in its own files are left out. */
export interface Citations {
  readonly id: string;
  /** Empty where the archive holds no such article. */
  readonly title: string;
  /** The files that hold the article. */
  readonly files: readonly string[];
  /** How many articles cite it. */
  readonly articles: number;
  readonly places: readonly CitingDocument[];
}

/**
 * Client → server request: the edit that cites another article in the place of one, deletes one, or both.
 * Parameters {@link ReplaceCitationsParams}, result {@link EditResult}. Nothing is changed until the client applies it.
 */
export const REPLACE_CITATIONS = "kb/replaceCitations";
/** What to do; without `by` citations stay as they are. */
export interface ReplaceCitationsParams {
  readonly id: string;
  /** A file of the archive that is meant, where several open ones have an article of this number. */
  readonly uri?: string;
  /** The number to cite instead. */
  readonly by?: string;
  /** Whether the article's files go, with its entries in index pages. */
  readonly remove?: boolean;
}

/** Client → server request: the edit that makes all articles quote a title as it is now. Result {@link EditResult}. */
export const UPDATE_QUOTED_TITLES = "kb/updateQuotedTitles";
/** The document whose article's title is meant, and where in it; by default the title that readers see. */
export interface UpdateQuotedTitlesParams {
  readonly uri: string;
  readonly position?: ProtocolPosition;
}

/** An edit on offer. */
export interface EditResult {
  /** A `WorkspaceEdit` of LSP. */
  readonly edit: object;
  /** How many citing places it changes, and in how many files. */
  readonly places: number;
  readonly files: number;
  /** Places that cite the article and stay as they are, because the article that is to be cited stands there itself. */
  readonly left: number;
}
