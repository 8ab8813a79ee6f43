/**
 * Holds the scopes of one article against its scan and collects every difference.
 * Subheadings are only counted: one line says too little to tell all of them from prose.
 */
import { type ArticleScan, scanArticle } from "./article-scan.ts";
import type { SampleArticle } from "./corpus-sample.ts";
import type { ScopedText } from "./tokenize.ts";

/** The running result over many articles. */
export interface Comparison {
  articles: number;
  lines: number;
  agreed: number;
  readonly disagreements: string[];
  readonly subheadings: { hit: number; missed: number; wrong: number };
}

const idScope = "constant.numeric.article-id.kb";
const headingScope = "entity.name.section.kb";
const fieldScope = "entity.name.tag.field.kb";
const subheadingScope = "entity.name.section.subheading.kb";

function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && /^[A-Za-z0-9_]$/.test(character);
}

/** Finds what starts like an id but goes on as a file name, an identifier or a longer number. */
function lookalikes(line: string): number[] {
  return [...line.matchAll(/Q[0-9]{5,6}/g)].flatMap(({ 0: id, index }) => {
    const after = line.slice(index + id.length);
    const goesOn = isWordCharacter(after[0]) || (after[0] === "." && isWordCharacter(after[1])) || after[0] === "\\";
    return goesOn || isWordCharacter(line[index - 1]) ? [index] : [];
  });
}

/** One article under comparison; every check lands in the running result. */
class ArticleComparison {
  readonly #total: Comparison;
  readonly #article: SampleArticle;
  readonly #pieces: readonly (readonly ScopedText[])[];

  constructor(total: Comparison, article: SampleArticle, pieces: readonly (readonly ScopedText[])[]) {
    this.#total = total;
    this.#article = article;
    this.#pieces = pieces;
  }

  linesWith(scope: string): number[] {
    return [...this.#pieces.keys()].filter((line) => this.#has(line, scope));
  }

  expectOn(expected: readonly number[], scope: string): void {
    for (const line of expected) {
      this.#check(this.#has(line, scope), line, `without ${scope}`);
    }
  }

  expectOnlyOn(allowed: readonly number[], scope: string): void {
    for (const line of this.linesWith(scope)) {
      this.#check(allowed.includes(line), line, `stray ${scope}`);
    }
  }

  expectNoLookalike(): void {
    for (const [number, line] of this.#article.lines.entries()) {
      for (const start of lookalikes(line)) {
        const piece = this.#pieces[number]?.find((candidate) => candidate.start <= start && candidate.end > start);
        this.#check(piece?.scopes.includes(idScope) !== true, number, "lookalike taken for an id");
      }
    }
  }

  #has(line: number, scope: string): boolean {
    return (this.#pieces[line] ?? []).some(({ scopes }) => scopes.includes(scope));
  }

  #check(holds: boolean, line: number, what: string): void {
    if (holds) {
      this.#total.agreed += 1;
    } else {
      this.#total.disagreements.push(`${this.#article.path}:${line + 1} ${what}: ${this.#article.lines[line] ?? ""}`);
    }
  }
}

function countSubheadings(total: Comparison, found: readonly number[], scan: ArticleScan): void {
  const hit = found.filter((line) => scan.subheadings.includes(line)).length;
  total.subheadings.hit += hit;
  total.subheadings.missed += scan.subheadings.length - hit;
  total.subheadings.wrong += found.length - hit;
}

/** Adds an article to the result. */
export function compareArticle(total: Comparison, article: SampleArticle, pieces: readonly ScopedText[][]): void {
  const scan = scanArticle(article.lines);
  const comparison = new ArticleComparison(total, article, pieces);
  comparison.expectOn(scan.headings, headingScope);
  // A canonical word alone on its line is a heading whose underline is missing or of dashes.
  comparison.expectOnlyOn([...scan.headings, ...scan.bareHeadingWords], headingScope);
  comparison.expectOn(
    scan.headings.map((line) => line + 1),
    "punctuation.definition.heading.kb",
  );
  comparison.expectOn([...scan.headerFields, ...scan.footerFields], fieldScope);
  comparison.expectOnlyOn([...scan.frontMatter, ...scan.headerFields, ...scan.footerFields], fieldScope);
  comparison.expectOn(scan.bullets, "support.class.product.kb");
  comparison.expectOn(scan.ownLineReferences, idScope);
  comparison.expectOn(scan.ownLineReferences, "string.other.link.title.kb");
  comparison.expectNoLookalike();
  countSubheadings(total, comparison.linesWith(subheadingScope), scan);
  total.articles += 1;
  total.lines += article.lines.length;
}
