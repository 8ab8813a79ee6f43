// Every reference of every real article against a second, simpler reading: same file, line, character and number in the
// index, the right file behind each one, and no lookalike. What is a number and no reference has a class with a count.
import { describe, expect, it } from "vitest";
import { definition } from "../../src/features/definition.ts";
import { documentLinks } from "../../src/features/document-links.ts";
import type { Snapshot } from "../../src/features/snapshot.ts";
import { ArticleIndex } from "../../src/index/article-index.ts";
import { ArticleStore } from "../../src/index/article-store.ts";
import { ColumnsBuilder } from "../../src/index/columns-builder.ts";
import { type Citation, summarizeArticle } from "../../src/model/article-summary.ts";
import { articleId } from "../../src/model/facts.ts";
import { parseIfArticle } from "../../src/syntax/parse-article.ts";
import { touches } from "../../src/text/span.ts";
import { corpusFolder, corpusIsAbsent, corpusPaths, readCorpusFile } from "../harness/corpus.ts";
import { type ScannedWord, scanWords, type WordKind } from "../harness/reference-scan.ts";

/** The words that must be citations; all other classes must not be. */
const REFERENCES: ReadonlySet<WordKind> = new Set(["reference", "address", "glued to its title"]);
const ROOT = "test:";
const MOST_SHOWN = 20;

describe("references of all real articles", () => {
  it("are in the index as a second reading finds them, and lead to the right files", { timeout: 120_000 }, () => {
    if (corpusFolder === undefined) return corpusIsAbsent("the references of all real articles");
    const paths = corpusPaths(corpusFolder);
    expect(paths.length).toBeGreaterThan(1000);
    const reading = new Reading(corpusFolder, paths);
    reading.compareAll();
    reading.compareInverse();
    console.log(reading.report());
    expect(reading.wrong.slice(0, MOST_SHOWN)).toEqual([]);
    expect(reading.count("reference")).toBeGreaterThan(paths.length / 2);
  });
});

class Reading {
  readonly wrong: string[] = [];
  readonly #folder: string;
  readonly #paths: ReadonlySet<string>;
  readonly #counts = new Map<string, number>();
  readonly #index: ArticleIndex;
  /** The places of each number as the scan finds them. */
  readonly #places = new Map<string, string[]>();

  constructor(folder: string, paths: readonly string[]) {
    this.#folder = folder;
    this.#paths = new Set(paths);
    const builder = new ColumnsBuilder();
    for (const path of paths) {
      const article = parseIfArticle(readCorpusFile(folder, path));
      builder.add(path, article && summarizeArticle(article));
    }
    this.#index = ArticleIndex.of([new ArticleStore(ROOT, builder.finish())]);
  }

  /** The index's citations against the words that the scan takes for references, file by file. */
  compareAll(): void {
    for (const path of this.#paths) {
      const text = readCorpusFile(this.#folder, path);
      const summary = this.#index.at(uriOf(path))?.summary;
      if (!summary) this.wrong.push(`${path}: not in the index`);
      const references = this.#compare(path, summary?.citations ?? [], scanWords(text));
      if (references.length > 0) this.#follow(path, text, references);
    }
  }

  #compare(path: string, citations: readonly Citation[], words: readonly ScannedWord[]): ScannedWord[] {
    const cited = new Set(citations.map((citation) => placeOf(path, citation)));
    for (const scanned of words) {
      this.#add(scanned.kind);
      const isCited = cited.delete(placeOf(path, scanned));
      if (isCited === REFERENCES.has(scanned.kind)) continue;
      this.wrong.push(`${placeOf(path, scanned)}: ${scanned.kind} ${scanned.word} is ${isCited ? "a" : "no"} citation`);
    }
    for (const place of cited) this.wrong.push(`${place}: only the index takes this for a citation`);
    return words.filter(({ kind }) => REFERENCES.has(kind));
  }

  // Definition and link of every reference against the file that the number itself says.
  #follow(path: string, text: string, references: readonly ScannedWord[]): void {
    const article = parseIfArticle(text);
    if (!article) return;
    const uri = uriOf(path);
    const snapshot: Snapshot = { uri, path, article, archive: "ready", inArchive: true, index: this.#index };
    const links = documentLinks(snapshot);
    for (const reference of references) {
      const { id, line, character } = reference;
      const offset = article.source.start(line) + character;
      const expected = id === articleId(article) ? uri : this.#fileOf(id, path);
      const link = links.find(({ span, target }) => touches(span, offset) && target.startsWith(ROOT));
      const found = [definition(snapshot, offset)?.uri, link?.target];
      if (found.some((target) => target !== expected)) this.wrong.push(`${placeOf(path, reference)} leads to ${found}`);
      this.#add(expected === undefined ? "dangles" : expected === uri ? "leads to itself" : "leads to its article");
      this.#places.set(id, [...(this.#places.get(id) ?? []), placeOf(path, reference)]);
    }
  }

  /** The other way: who cites a number, in the index and by the scan. */
  compareInverse(): void {
    for (const [id, places] of this.#places) {
      const citing = this.#index.citing(id).map(({ entry, citation }) => placeOf(pathOf(entry.uri), citation));
      if (citing.sort().join() !== places.sort().join()) this.wrong.push(`${id}: ${citing.length}, ${places.length}`);
    }
  }

  // Pages lead to pages and raw texts to raw texts, where there are both.
  #fileOf(id: string, from: string): string | undefined {
    const folder = String(Math.floor(Number(id.slice(1)) / 1000)).padStart(3, "0");
    const page = `kb/${folder}/${id}/README.md`;
    const text = `txt/${folder}/${id}.TXT`;
    const found = (from.startsWith("kb/") ? [page, text] : [text, page]).find((path) => this.#paths.has(path));
    return found === undefined ? undefined : uriOf(found);
  }

  #add(what: string): void {
    this.#counts.set(what, this.count(what) + 1);
  }

  /** How many words of a class there are. */
  count(what: string): number {
    return this.#counts.get(what) ?? 0;
  }

  /** The counts by class, for the log. */
  report(): string {
    const counts = [...this.#counts].sort((a, b) => b[1] - a[1]).map(([what, count]) => `${what} ${count}`);
    const cited = `${this.#places.size} numbers cited`;
    return `${this.#paths.size} articles, ${cited}: ${counts.join(", ")}; ${this.wrong.length} wrong`;
  }
}

function uriOf(path: string): string {
  return `${ROOT}/${path}`;
}

function pathOf(uri: string): string {
  return uri.slice(ROOT.length + 1);
}

function placeOf(path: string, { id, line, character }: Omit<Citation, "length" | "section">): string {
  return `${path}:${line + 1}:${character + 1} ${id}`;
}
