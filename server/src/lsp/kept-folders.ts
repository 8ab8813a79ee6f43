// The folders whose articles are kept: which of them can be read, and what may lie in them.
// One that cannot be read is remembered, because it may be there again one day.
import { isCandidateUri, isOpenTo, PAGE_NAME } from "../host/candidates.ts";
import { hasParentIn, isBelow } from "../host/uris.ts";

/** The open folders by their URIs in normal form. */
export class KeptFolders {
  readonly #all = new Set<string>();
  readonly #unreadable = new Set<string>();

  /** All of them. */
  get all(): readonly string[] {
    return [...this.#all];
  }

  /** Whether none of them can be read. */
  get isEmpty(): boolean {
    return this.#all.size === this.#unreadable.size;
  }

  /** Whether a folder is among them. */
  has(folder: string): boolean {
    return this.#all.has(folder);
  }

  /** Takes a folder in. */
  add(folder: string): void {
    this.#all.add(folder);
  }

  /** Lets a folder go. */
  delete(folder: string): void {
    this.#all.delete(folder);
    this.#unreadable.delete(folder);
  }

  /** Notes whether a folder could be read. */
  note(folder: string, isReadable: boolean): void {
    if (isReadable) this.#unreadable.delete(folder);
    else if (this.#all.has(folder)) this.#unreadable.add(folder);
  }

  /** The unreadable ones in which something was changed or made: they are there again. */
  backBy(changed: readonly string[]): string[] {
    const isIn = (folder: string): boolean => changed.some((uri) => uri === folder || isBelow(uri, folder));
    return [...this.#unreadable].filter(isIn);
  }

  /** Those that were deleted themselves, or with a folder above them. */
  goneBy(deleted: ReadonlySet<string>): string[] {
    if (deleted.size === 0) return [];
    return this.all.filter((folder) => deleted.has(folder) || hasParentIn(folder, deleted));
  }

  /** Those in which, or above which, something happened. */
  touchedBy(uris: readonly string[]): string[] {
    const isTouched = (folder: string): boolean =>
      uris.some((uri) => uri === folder || isBelow(uri, folder) || isBelow(folder, uri));
    return this.all.filter(isTouched);
  }

  /** Whether a URI lies in one of them, readable or not. */
  isOpen(uri: string): boolean {
    for (const folder of this.#all) if (isBelow(uri, folder)) return true;
    return false;
  }

  /** Whether a URI lies in one that can be read. */
  holds(uri: string): boolean {
    return this.#some((folder) => isBelow(uri, folder));
  }

  /** Whether a file lies in one that can be read, and may be an article by its name and place. */
  holdsCandidate(uri: string): boolean {
    return this.#some((folder) => isBelow(uri, folder) && isCandidateUri(uri, folder));
  }

  /** Whether something that was deleted can have been, or have held, an article: most events are of tools' own folders. */
  mayHaveHeld(uri: string): boolean {
    if (this.#some((folder) => isBelow(uri, folder) && isOpenTo(uri, folder))) return true;
    for (const folder of this.#all) if (folder === uri || isBelow(folder, uri)) return true;
    return false;
  }

  /** Whether something that is new may be a folder with articles: made together with its files it is often reported alone. */
  mayBeFolder(uri: string): boolean {
    if (uri.slice(uri.lastIndexOf("/")).includes(".")) return false;
    return this.#some((folder) => isBelow(uri, folder) && isOpenTo(`${uri}/${PAGE_NAME}`, folder));
  }

  #some(test: (folder: string) => boolean): boolean {
    for (const folder of this.#all) if (!this.#unreadable.has(folder) && test(folder)) return true;
    return false;
  }
}
