// The conversion against every pair of the real archive, both ways and there and back again; figures are printed.
// Pages must be their raw texts' pages to the byte; of raw texts pages tell nearly all, and what they do not is counted.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { agreedBoilerplate } from "../../src/config/learn-boilerplate.ts";
import { encodeText } from "../../src/host/encode.ts";
import { builtInTaxonomy } from "../../src/model/built-in-taxonomy.ts";
import { lossesOfPage, lossesOfText } from "../../src/model/convert-losses.ts";
import { convertPageToText, type TextSurroundings } from "../../src/model/convert-page-to-text.ts";
import { convertTextToPage } from "../../src/model/convert-text-to-page.ts";
import type { Article } from "../../src/syntax/article.ts";
import { parseIfArticle } from "../../src/syntax/parse-article.ts";
import { corpusFolder, corpusIsAbsent, corpusPaths, readCorpusFile } from "../harness/corpus.ts";
import { causesOf, LEADING } from "./convert-causes.ts";

/** Pages that somebody edited after they had been converted (FORMAT §10), and what was done to them. */
const EDITED_BY_HAND: ReadonlyMap<string, string> = new Map([
  ["Q191452", "single quotation marks were put into the title in place of the double ones"],
  ["Q192582", "edited in the archive's history; not a part of the sample"],
  ["Q221690", "the title's á was put back, as UTF-8, where conversion had written its byte"],
]);
const TIMEOUT = { timeout: 240_000 };

interface Pair {
  readonly id: string;
  readonly page: string;
  readonly text: string;
}

function pairs(folder: string): Pair[] {
  const paths = new Set(corpusPaths(folder));
  return [...paths].flatMap((text) => {
    const place = /^txt\/(\d+)\/(Q\d+)\.TXT$/.exec(text);
    const page = place && `kb/${place[1]}/${place[2]}/README.md`;
    return page && paths.has(page) ? [{ id: place[2] ?? "", page, text }] : [];
  });
}

function articleAt(folder: string, path: string): Article {
  const article = parseIfArticle(readCorpusFile(folder, path));
  if (!article) throw new Error(`${path} is not taken for an article`);
  return article;
}

function share(count: number, all: number): string {
  return `${count} of ${all} (${((100 * count) / all).toFixed(2)} %)`;
}

describe("the conversion of raw texts", () => {
  it("gives the archive's pages to the byte, but for those edited by hand", TIMEOUT, () => {
    if (corpusFolder === undefined) return corpusIsAbsent("the conversion of all raw texts");
    const folder = corpusFolder;
    const all = pairs(folder);
    const different = all.filter(
      ({ page, text }) => convertTextToPage(articleAt(folder, text)) !== readCorpusFile(folder, page),
    );
    console.log(`raw texts to pages: ${share(all.length - different.length, all.length)} identical`);
    for (const { id } of different) console.log(`  ${id}: ${EDITED_BY_HAND.get(id) ?? "UNEXPLAINED"}`);
    expect(all.length).toBeGreaterThan(100);
    expect(different.map(({ id }) => id).filter((id) => !EDITED_BY_HAND.has(id))).toEqual([]);
  });
});

function surroundingsOf(folder: string, all: readonly Pair[]): TextSurroundings {
  const some = all.filter((_pair, at) => at % Math.ceil(all.length / 31) === 0);
  const disclaimer = agreedBoilerplate(some.map(({ text }) => articleAt(folder, text)));
  return { taxonomy: builtInTaxonomy(), disclaimer };
}

describe("the conversion of pages", () => {
  it("gives the archive's raw texts, but for what pages do not tell", TIMEOUT, () => {
    if (corpusFolder === undefined) return corpusIsAbsent("the conversion of all pages");
    const folder = corpusFolder;
    const all = pairs(folder);
    const around = surroundingsOf(folder, all);
    const byCause = new Map<string, string[]>();
    for (const { id, page, text } of all) {
      const made = convertPageToText(articleAt(folder, page), around);
      const bytes = encodeText(made, { name: "ascii", mark: false }, "windows-1252");
      if (bytes && readFileSync(join(folder, text)).equals(bytes)) continue;
      const causes = [...causesOf(readCorpusFile(folder, text), made)].sort().join(" + ");
      const edited = EDITED_BY_HAND.get(id);
      const cause = edited ?? (causes || "unexplained: the same characters in other bytes");
      byCause.set(cause, [...(byCause.get(cause) ?? []), id]);
    }
    const lost = [...byCause].sort(([, a], [, b]) => b.length - a.length);
    const different = lost.reduce((sum, [, ids]) => sum + ids.length, 0);
    const withLead = lost.reduce((sum, [cause, ids]) => sum + (cause.includes(LEADING) ? ids.length : 0), 0);
    console.log(`pages to raw texts: ${share(all.length - different, all.length)} identical`);
    for (const [cause, ids] of lost) console.log(`  ${ids.length} ${cause}: ${ids.slice(0, 3).join(", ")}`);
    expect(lost.filter(([cause]) => cause.includes("unexplained"))).toEqual([]);
    expect((all.length - different) / all.length).toBeGreaterThan(0.974);
    // What FORMAT §10 counts: lines of the body, not the blank ones before it.
    console.log(
      `  ${share(all.length - different + withLead, all.length)} where blank lines before the body do not count`,
    );
    expect((all.length - different + withLead) / all.length).toBeGreaterThan(0.982);
  });

  it("and of these the very same pages again, with no warning either way", TIMEOUT, () => {
    if (corpusFolder === undefined) return corpusIsAbsent("the conversion of all pages there and back");
    const folder = corpusFolder;
    const all = pairs(folder);
    const around = surroundingsOf(folder, all);
    const different: string[] = [];
    const warned: string[] = [];
    for (const { id, page, text } of all) {
      const article = articleAt(folder, page);
      const again = parseIfArticle(convertPageToText(article, around));
      if (!again || convertTextToPage(again) !== article.source.text) different.push(id);
      const losses = [...lossesOfPage(article, around), ...lossesOfText(articleAt(folder, text), around)];
      if (losses.length > 0) warned.push(id);
    }
    console.log(`pages to raw texts and back: ${share(all.length - different.length, all.length)} identical`);
    expect(different.filter((id) => !EDITED_BY_HAND.has(id))).toEqual([]);
    expect(warned).toEqual([]);
  });
});
