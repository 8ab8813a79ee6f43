// Who is who in the archive: for each number the files that claim it, with their titles.
// Built once before linting from the files' first lines; small enough for an archive of any size.
import { URI } from "vscode-uri";
import type { KnownArticle } from "../lint/rule.ts";
import type { Container } from "../syntax/article.ts";
import { join } from "./files/paths.ts";
import type { Glance } from "./glance.ts";

/** An article's file. */
export class IndexedFile implements KnownArticle {
  readonly id: string;
  readonly title: string;
  readonly container: Container;
  readonly path: string;
  readonly #root: string;

  constructor(root: string, path: string, id: string, { container, title }: Glance) {
    this.#root = root;
    this.path = path;
    this.id = id;
    this.title = title;
    this.container = container;
  }

  // Made when asked for: few articles are ever pointed at, and all these strings would fill memory.
  get uri(): string {
    return uriOf(this.#root, this.path);
  }
}

const PLAIN = /^\/[A-Za-z0-9._~/-]*$/;

/** The URI of a file below a root, in the server's form. */
export function uriOf(root: string, path: string): string {
  const whole = join(root, path);
  // Making one the long way costs as much as reading the file.
  if (PLAIN.test(whole)) return `file://${whole}`;
  return URI.file(whole).toString();
}

const NONE: readonly IndexedFile[] = [];

/** The articles of one archive by number. */
export class ArchiveIndex {
  /** The files with an article, in the order in which they were added. */
  readonly articles: string[] = [];
  readonly #root: string;
  readonly #byId = new Map<string, IndexedFile[]>();
  // Sorted when asked for: a number that thousands of files claim would be sorted thousands of times.
  readonly #unsorted = new Set<IndexedFile[]>();
  // Made when first asked for: few runs ask for titles.
  #byTitle: Map<string, IndexedFile[]> | undefined;

  constructor(root: string) {
    this.#root = root;
  }

  /** Adds a file. */
  add(path: string, seen: Glance): void {
    this.articles.push(path);
    if (seen.id === undefined) return;
    this.#file(new IndexedFile(this.#root, path, seen.id, seen));
  }

  #file(file: IndexedFile): void {
    const known = this.#byId.get(file.id);
    if (!known) this.#byId.set(file.id, [file]);
    else {
      known.push(file);
      this.#unsorted.add(known);
    }
  }

  /** Takes what a file says now, where its text was changed; `before` is the number it had. Says what else changed. */
  update(path: string, before: string | undefined, seen: Glance): boolean {
    const group = before === undefined ? undefined : this.#byId.get(before);
    const old = group?.find((file) => file.path === path);
    if (old && old.id === seen.id && old.title === seen.title && old.container === seen.container) return false;
    if (old) for (const files of [group, this.#byTitle?.get(old.title)]) files?.splice(files.indexOf(old), 1);
    if (seen.id === undefined) return true;
    const file = new IndexedFile(this.#root, path, seen.id, seen);
    this.#file(file);
    if (this.#byTitle) this.#byTitle.set(file.title, [...this.sameTitle(file.title), file].sort(pagesFirst));
    return true;
  }

  /** The files that claim a number: pages first, then by path, as in the server's index. */
  find(id: string): readonly IndexedFile[] {
    const known = this.#byId.get(id);
    if (known && this.#unsorted.delete(known)) known.sort(pagesFirst);
    return known ?? NONE;
  }

  /** The files whose article has exactly this title. */
  sameTitle(title: string): readonly IndexedFile[] {
    this.#byTitle ??= this.#groupByTitle();
    return this.#byTitle.get(title) ?? NONE;
  }

  /** The files of raw texts. */
  texts(): IndexedFile[] {
    return [...this.#files()].filter((file) => file.container === "text");
  }

  *#files(): Generator<IndexedFile> {
    for (const files of this.#byId.values()) yield* files;
  }

  #groupByTitle(): Map<string, IndexedFile[]> {
    const groups = new Map<string, IndexedFile[]>();
    for (const file of this.#files()) {
      const group = groups.get(file.title);
      if (group) group.push(file);
      else groups.set(file.title, [file]);
    }
    for (const group of groups.values()) if (group.length > 1) group.sort(pagesFirst);
    return groups;
  }
}

function pagesFirst(a: IndexedFile, b: IndexedFile): number {
  if (a.container !== b.container) return a.container === "page" ? -1 : 1;
  return a.path < b.path ? -1 : 1;
}
