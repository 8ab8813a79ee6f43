/**
 * Draws articles from an archive of real ones that stands beside the project, never in it.
 * The folder comes from KB_CORPUS and holds `kb/NNN/Qn/README.md` and `txt/NNN/Qn.TXT`.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { LanguageScope } from "./tokenize.ts";

/** One real article, decoded and split at its line ends. */
export interface SampleArticle {
  readonly path: string;
  readonly language: LanguageScope;
  readonly lines: readonly string[];
}

/** A small generator of numbers below one, the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function list(folder: string, container: "kb" | "txt"): string[] {
  return readdirSync(join(folder, container))
    .sort()
    .flatMap((group) => readdirSync(join(folder, container, group)).map((name) => join(container, group, name)))
    .map((path) => (container === "kb" ? join(path, "README.md") : path));
}

function read(folder: string, path: string): SampleArticle {
  const isPage = path.endsWith(".md");
  const text = readFileSync(join(folder, path), isPage ? "utf8" : "latin1");
  return { path, language: isPage ? "text.kb-page" : "text.kb-article", lines: text.split(/\r?\n/) };
}

/** Draws `count` articles, half of them from each container. */
export function* drawArticles(folder: string, count: number, seed: number): Generator<SampleArticle> {
  const random = seededRandom(seed);
  for (const container of ["kb", "txt"] as const) {
    const paths = list(folder, container);
    for (let drawn = 0; drawn < count / 2 && paths.length > 0; drawn += 1) {
      const [path] = paths.splice(Math.floor(random() * paths.length), 1);
      yield read(folder, path ?? "");
    }
  }
}
