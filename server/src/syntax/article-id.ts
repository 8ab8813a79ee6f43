// Article numbers: Q and five or six digits, and the folder and permalink that follow from them.
// FORMAT (head), §1.2: the folder is floor(n / 1000), three digits.

const ID = /^Q[1-9]\d{4,5}$/;

/** Whether the text is an article number such as `Q10022` or `Q263681`. */
export function isArticleId(text: string): boolean {
  return ID.test(text);
}

/** The folder of an article: `263` for `Q263681`, `010` for `Q10022`. */
export function folderOf(id: string): string {
  return String(Math.floor(Number(id.slice(1)) / 1000)).padStart(3, "0");
}

/** The permalink of an article's page. */
export function permalinkOf(id: string): string {
  return `/kb/${folderOf(id)}/${id}/`;
}

/** What a path says of an article's number: any part may be missing. Segments are split at `/`. */
export interface PathIdentity {
  /** The number in the folder name or file name that names the article. */
  readonly id: string | undefined;
  /** The three-digit folder above it. */
  readonly folder: string | undefined;
  /** Whether `id` stands in the file's own name (else in its folder's). */
  readonly inFileName: boolean;
}

const FILE_NAME = /^Q([1-9]\d{4,5})(?:\.[A-Za-z0-9.]+)?$/i;
const FOLDER = /^\d{3}$/;

// Several rules ask for the same path, one right after the other.
let last: { readonly path: string; readonly identity: PathIdentity } | undefined;

/** Reads the article number and folder out of a path or URI path; unknown parts are `undefined`. */
export function identityOfPath(path: string): PathIdentity {
  if (last?.path !== path) last = { path, identity: readPath(path) };
  return last.identity;
}

function readPath(path: string): PathIdentity {
  const fileStart = segmentStart(path, path.length);
  const parentStart = segmentStart(path, fileStart - 1);
  const file = path.slice(fileStart);
  const parent = path.slice(parentStart, Math.max(0, fileStart - 1));
  const inFile = FILE_NAME.exec(file);
  if (inFile) return { id: `Q${inFile[1]}`, folder: folderSegment(parent), inFileName: true };
  const inFolder = file.toLowerCase() === "readme.md" ? FILE_NAME.exec(parent) : null;
  if (!inFolder) return { id: undefined, folder: undefined, inFileName: false };
  const folder = path.slice(segmentStart(path, parentStart - 1), Math.max(0, parentStart - 1));
  return { id: `Q${inFolder[1]}`, folder: folderSegment(folder), inFileName: false };
}

// Where the path's segment begins that ends at `end`.
function segmentStart(path: string, end: number): number {
  let start = Math.max(0, end);
  while (start > 0 && path.charCodeAt(start - 1) !== SLASH && path.charCodeAt(start - 1) !== BACKSLASH) start--;
  return start;
}

const SLASH = 47;
const BACKSLASH = 92;

function folderSegment(segment: string): string | undefined {
  return FOLDER.test(segment) ? segment : undefined;
}
