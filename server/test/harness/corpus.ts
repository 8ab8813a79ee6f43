// The real archive's sample, for tests that need it: found by KB_CORPUS, a folder with kb/ and txt/.
// Where it is absent tests say so loudly; in CI that is a failure.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { decodeText } from "../../src/host/decode.ts";

/** The corpus folder, or undefined where there is none. */
export const corpusFolder: string | undefined = process.env.KB_CORPUS;

/** Says loudly that the corpus is absent; throws in CI, where it must be there. */
export function corpusIsAbsent(what: string): void {
  const message = `CORPUS ABSENT: ${what} did not run. Set KB_CORPUS to a folder with kb/ and txt/ of real articles.`;
  if (process.env.CI) throw new Error(message);
  console.warn(message);
}

/** The paths of all articles of the corpus, relative to it, with `/`: pages, then raw texts, sorted. */
export function corpusPaths(folder: string): string[] {
  const paths: string[] = [];
  for (const thousand of folders(join(folder, "kb"))) {
    for (const article of readdirSync(join(folder, "kb", thousand))
      .filter((name) => /^Q\d+$/.test(name))
      .sort()) {
      paths.push(`kb/${thousand}/${article}/README.md`);
    }
  }
  for (const thousand of folders(join(folder, "txt"))) {
    for (const file of readdirSync(join(folder, "txt", thousand)).sort()) paths.push(`txt/${thousand}/${file}`);
  }
  return paths;
}

function folders(parent: string): string[] {
  if (!existsSync(parent)) return [];
  return readdirSync(parent)
    .filter((name) => /^\d{3}$/.test(name))
    .sort();
}

/** A file's text, decoded as the product decodes it. */
export function readCorpusFile(folder: string, path: string): string {
  return decodeText(readFileSync(join(folder, path))) ?? "";
}
