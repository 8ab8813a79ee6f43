// What the server asks of the world outside: files, listed and read. The only way in which it touches a disk or a client's
// file system; nothing here writes.

/** A value that is there at once (a local disk) or comes later (files that the client reads for us). */
export type Maybe<T> = T | Promise<T>;

/** Access to the files of workspace folders. */
export interface Host {
  /** Whether files below the URI can be listed and read by this host at all. */
  serves(uri: string): boolean;
  /**
   * The URIs of files below a folder that may be articles by their names, and of settings files. Symbolic links are not followed.
   * An `undefined` in between is a place to take a breath where a long stretch holds no candidate.
   * Throws (or rejects) where the folder itself cannot be read.
   */
  listFiles(folder: string): Maybe<Iterable<string | undefined>>;
  /** The decoded text of a file; `undefined` where it is missing, unreadable, binary or beyond the size limit. */
  readText(uri: string, limits?: Limits): Maybe<string | undefined>;
  /** The bytes of a file of at most so many; `undefined` where it is missing, unreadable or longer. Not every host can. */
  readBytes?(uri: string, longest: number): Promise<Uint8Array | undefined>;
}

/** What a file must keep to besides, where its name comes out of somebody's settings. */
export interface Limits {
  /** The folder that it must really lie in, links resolved. */
  readonly within: string;
  /** The longest that is read, in bytes. */
  readonly longest: number;
}

/** Files larger than this are no articles (the largest real one has 180 kB) and are not read. */
export const LARGEST_FILE = 4_000_000;
