// What is found in articles while the archive is still being read, so that nearly all of them are read once only.
// Each rests on presumptions; where one does not come true, the article is linted again as if nothing had been found.
import { agreedBoilerplate, boilerplateSample } from "../../config/learn-boilerplate.ts";
import { NumberColumn } from "../../index/number-column.ts";
import type { Article } from "../../syntax/article.ts";
import { parseArticle } from "../../syntax/parse-article.ts";
import type { ArchiveIndex } from "../archive-index.ts";
import type { LintedFile } from "../archive-run.ts";
import { type Place, placeOf, readPlace, TEXTS } from "../files/article-place.ts";
import type { Judgement } from "../judge.ts";
import { BIT_OF, bitsOfPlaces, ELSEWHERE, NumberBits } from "./number-bits.ts";
import { type NumberedPlace, type PlacedArticle, PresumedArchive, type Presumptions } from "./presumed-archive.ts";

/** The archive whose articles are linted early. */
export interface EarlyArchive {
  /** The files that may be articles, sorted, relative to the root. */
  readonly files: readonly string[];
  readonly index: Pick<ArchiveIndex, "namesakes" | "titleOf" | "uriOf">;
  /** What its raw texts agree on; known only when all are. */
  readonly learnedBoilerplate: string | undefined;
  /** The text of a file that is learned later. */
  textAhead(path: string): string | undefined;
  /** The title of an article that is learned later. */
  titleAhead(path: string): string | undefined;
}

// Characters of reports that are kept: what is beyond is found again.
const MOST_KEPT = 32_000_000;
// Where rules come too early in most articles, trying costs more than it saves.
const ATTEMPTS = 500;

/** What was found early. */
export class EarlyFindings implements Presumptions {
  readonly #archive: EarlyArchive;
  readonly #judge: (file: LintedFile) => Judgement | undefined;
  readonly #claims = new NumberBits();
  readonly #soundPairs = new Set<string>();
  #places: NumberBits | undefined;
  #hasTexts: boolean | undefined;
  /** Of each article in the order of learning the place at which it was linted, or NOT_LINTED. */
  readonly #codes = new NumberColumn();
  /** Which numbers rules asked for, and for which article, as it is counted in {@link #codes}. */
  readonly #asked = new NumberColumn();
  readonly #askers = new NumberColumn();
  #misled: ReadonlySet<number> | undefined;
  /** Of articles that are cited before they are learned. */
  readonly #titles = new Map<string, string | undefined>();
  readonly #kept = new Map<number, Judgement>();
  #code = NOT_LINTED;
  #attempts = 0;
  #refusals = 0;
  #size = 0;
  #doTitlesMatter = false;
  #knownNamesakes: ReadonlySet<number> | undefined;
  #boilerplate: { readonly text: string | undefined } | undefined;

  /** `judge` says what there is to say of an article; nothing where it has no findings. */
  constructor(archive: EarlyArchive, judge: (file: LintedFile) => Judgement | undefined) {
    this.#archive = archive;
    this.#judge = judge;
  }

  /** The place of a file, if its article may be linted early. */
  placeFor(path: string): Place | undefined {
    const isWorthwhile = this.#attempts < ATTEMPTS || this.#refusals * 2 < this.#attempts;
    return isWorthwhile && this.#size < MOST_KEPT ? readPlace(path) : undefined;
  }

  /** The raw text that a page at its usual place will be compared with; that raw text need not be compared again. */
  comparedWith(path: string): string | undefined {
    this.#hasTexts ??= this.#archive.files.some((file) => file.startsWith(TEXTS));
    const place = this.#hasTexts ? readPlace(path) : undefined;
    const isPaired = place?.container === "page" && (this.standsAt(place.number) & BIT_OF.text) !== 0;
    return isPaired ? placeOf(place.id, "text") : undefined;
  }

  /** The archive for an article's rules. */
  presume(own: PlacedArticle): PresumedArchive {
    return new PresumedArchive(this, own);
  }

  /** The URI of a file by its path relative to the root. */
  uriOf(path: string): string {
    return this.#archive.index.uriOf(path);
  }

  /** What stands at a number's usual places. */
  standsAt(number: number): number {
    this.#places ??= bitsOfPlaces(this.#archive.files);
    return this.#places.of(number);
  }

  /** Notes that the next article's findings rest on nothing else having another number. */
  relyOn(number: number): void {
    this.#asked.push(number);
    this.#askers.push(this.#codes.length);
  }

  /** The text of a file. */
  textOf(path: string): string | undefined {
    return this.#archive.textAhead(path);
  }

  /** The title of the article at its usual place. */
  titleAt(place: Place): string | undefined {
    const path = placeOf(place.id, place.container);
    return this.#archive.index.titleOf(path) ?? this.#titleAhead(path);
  }

  #titleAhead(path: string): string | undefined {
    if (!this.#titles.has(path)) this.#titles.set(path, this.#archive.titleAhead(path));
    return this.#titles.get(path);
  }

  /** The numbers of which page and raw text, at their usual places, say the same. */
  get soundPairs(): Set<string> {
    return this.#soundPairs;
  }

  /** Notes that findings rest on titles. */
  titlesMatter(): void {
    this.#doTitlesMatter = true;
  }

  /** What the raw texts will be found to agree on. */
  boilerplate(): string | undefined {
    this.#boilerplate ??= { text: agreedBoilerplate(this.#someTexts()) };
    return this.#boilerplate.text;
  }

  // As they are sampled later, but by their places.
  *#someTexts(): Generator<Article> {
    const placed = this.#archive.files.map((uri) => ({ uri, place: readPlace(uri) }));
    const texts = placed.flatMap(({ uri, place }) => (place?.container === "text" ? { id: place.id, uri } : []));
    for (const { uri } of boilerplateSample(texts)) {
      const text = this.#archive.textAhead(uri);
      if (text !== undefined) yield parseArticle(text, "text");
    }
  }

  /** Keeps what was found in an article, which is the next to be learned. */
  keep(place: Place, file: LintedFile): void {
    this.#attempts++;
    const found = this.#judge(file);
    this.#code = encodePlace(place);
    if (!found) return;
    this.#kept.set(this.#codes.length, found);
    this.#size += found.text?.length ?? 0;
  }

  /** Notes that the findings of the next article cannot be known yet. */
  refuse(): void {
    this.#attempts++;
    this.#refusals++;
  }

  /** Notes that the next article was learned, and the number that its text claims. */
  learned(path: string, id: string | undefined): void {
    if (id !== undefined) {
      const place = this.#code === NOT_LINTED ? readPlace(path) : decodePlace(this.#code);
      const number = Number(id.slice(1));
      this.#claims.add(number, place?.number === number ? BIT_OF[place.container] : ELSEWHERE);
    }
    this.#codes.push(this.#code);
    this.#code = NOT_LINTED;
  }

  /** Whether an article's findings are known, to be asked when the whole archive is; `at` counts the articles learned. */
  holds(at: number): boolean {
    const code = this.#codes.at(at) ?? NOT_LINTED;
    if (code === NOT_LINTED) return false;
    const { number } = decodePlace(code);
    if (!this.#isRight(number) || this.#wasMisled(at)) return false;
    return this.#isBoilerplateRight() && (!this.#doTitlesMatter || !this.#namesakes.has(at));
  }

  // Whether a number is claimed by what stands at its usual places, and by nothing else.
  #isRight(number: number): boolean {
    return this.#claims.of(number) === this.standsAt(number);
  }

  #wasMisled(at: number): boolean {
    this.#misled ??= new Set(this.#whoWasMisled());
    return this.#misled.has(at);
  }

  *#whoWasMisled(): Generator<number> {
    const askers = this.#askers.finish();
    const retitled = new Set(this.#retitled());
    for (const [at, number] of this.#asked.finish().entries()) {
      if (!this.#isRight(number) || retitled.has(number)) yield askers[at] ?? 0;
    }
  }

  // The articles that had another title when they were learned than when it was read ahead.
  *#retitled(): Generator<number | undefined> {
    const { index } = this.#archive;
    for (const [path, title] of this.#titles) if (index.titleOf(path) !== title) yield readPlace(path)?.number;
  }

  /** What was kept of an article whose findings are known; nothing where it has none. */
  of(at: number): Judgement | undefined {
    return this.#kept.get(at);
  }

  #isBoilerplateRight(): boolean {
    const presumed = this.#boilerplate;
    return !presumed || presumed.text === this.#archive.learnedBoilerplate;
  }

  get #namesakes(): ReadonlySet<number> {
    this.#knownNamesakes ??= this.#archive.index.namesakes();
    return this.#knownNamesakes;
  }
}

const NOT_LINTED = 0;

// Number and container of a place as one small integer: there are as many as articles.
function encodePlace({ number, container }: NumberedPlace): number {
  return number * 2 + (container === "page" ? 0 : 1);
}

function decodePlace(code: number): NumberedPlace {
  return { number: code >> 1, container: code % 2 === 0 ? "page" : "text" };
}
