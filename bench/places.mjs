// Where an archive has its pages, and whose a file is by its path.
import { join } from "node:path";

const IN_A_FOLDER = 1000;

/** The folder of an article's number: `263` for 263681. */
export function folderOf(number) {
  return String(Math.floor(number / IN_A_FOLDER)).padStart(3, "0");
}

/** The folder of a page within an archive. */
export function pageFolder(archive, number) {
  return join(archive, "kb", folderOf(number), `Q${number}`);
}

/** The number in the path of a page or raw text; NaN where there is none. */
export function numberOf(file) {
  return Number(/Q(\d+)(?:[\\/]README\.md|\.TXT)$/i.exec(file)?.[1]);
}
