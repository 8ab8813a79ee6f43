// Where an article's file stands in an archive that keeps to the usual order (FORMAT §1.2): number and container tell.
// Other places are no mistake, but there only the text says whose article it is.
import type { Container } from "../../syntax/article.ts";
import { folderOf } from "../../syntax/article-id.ts";

/** Whose article a place is for. */
export interface Place {
  readonly id: string;
  /** The same without the Q. */
  readonly number: number;
  readonly container: Container;
}

/** What paths of raw texts at their usual places begin with. */
export const TEXTS = "txt/";

const PAGE = /^kb\/(\d{3})\/Q([1-9]\d{4,5})\/README\.md$/;
const TEXT = /^txt\/(\d{3})\/Q([1-9]\d{4,5})\.TXT$/;
const IN_A_FOLDER = 1000;

/** The file's path, relative to the root. */
export function placeOf(id: string, container: Container): string {
  return container === "page" ? `kb/${folderOf(id)}/${id}/README.md` : `txt/${folderOf(id)}/${id}.TXT`;
}

/** The article that a path is the usual place of, if it is. */
export function readPlace(path: string): Place | undefined {
  const page = PAGE.exec(path);
  const [, folder, digits] = page ?? TEXT.exec(path) ?? [];
  if (digits === undefined || Number(folder) !== Math.floor(Number(digits) / IN_A_FOLDER)) return undefined;
  return { id: `Q${digits}`, number: Number(digits), container: page ? "page" : "text" };
}

/** The container that a place is not for. */
export function otherContainer({ container }: Pick<Place, "container">): Container {
  return container === "page" ? "text" : "page";
}
