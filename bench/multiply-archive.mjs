// An archive of the real size in real words: a real one's pages several times over, each time under numbers of their
// own. What cites an article of the archive cites the one of its own copy, so references lead where they led.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pagesOf } from "./describe.mjs";
import { folderOf, numberOf, pageFolder } from "./places.mjs";

const NUMBERS = 1_000_000;
const CITATION = /\bQ([1-9]\d{4,5})\b/g;
const STEP = 1000;

/** Writes the pages of `from` so many times below `to`; gives the number of pages. Throws where numbers do not suffice. */
export function multiplyArchive(from, to, times) {
  const files = pagesOf(from);
  const own = new Map(files.map((file) => [numberOf(file), file]));
  const step = Math.ceil((Math.max(...own.keys()) + 1) / STEP) * STEP;
  if (step * times > NUMBERS) throw new Error(`article numbers do not suffice for ${times} copies of ${from}`);
  for (let copy = 0; copy < times; copy++) {
    for (const [number, file] of own) writeCopy(to, { file, number, own, shift: copy * step });
  }
  return own.size * times;
}

function writeCopy(to, { file, number, own, shift }) {
  const moved = number + shift;
  const text = readFileSync(file, "latin1")
    .replace(CITATION, (written, digits) => (own.has(Number(digits)) ? `Q${Number(digits) + shift}` : written))
    .replace(`permalink: /kb/${folderOf(number)}/`, `permalink: /kb/${folderOf(moved)}/`);
  const folder = pageFolder(to, moved);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "README.md"), text, "latin1");
}
