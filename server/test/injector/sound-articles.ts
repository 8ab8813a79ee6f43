// Sound real articles to put defects into, and the archive around them.
// Sound is what has no finding of Warning or above; the whole archive is too large to parse for a test of seconds.
import { RULES } from "../../src/lint/registry.generated.ts";
import type { ArchiveView, KnownArticle, Profile } from "../../src/lint/rule.ts";
import { type LintSettings, runRules } from "../../src/lint/run-rules.ts";
import { builtInTaxonomy } from "../../src/model/built-in-taxonomy.ts";
import { articleTitle } from "../../src/model/facts.ts";
import type { Article, Container } from "../../src/syntax/article.ts";
import { identityOfPath } from "../../src/syntax/article-id.ts";
import { parseArticle, parseIfArticle } from "../../src/syntax/parse-article.ts";
import { corpusPaths, readCorpusFile } from "../harness/corpus.ts";
import type { Random } from "./random.ts";

/** A real article and where it lies. */
export interface SoundArticle {
  readonly path: string;
  readonly id: string;
  readonly article: Article;
}

/** What is in force when an article is linted. */
export function settingsFor(profile: Profile): LintSettings {
  return { profile, levels: new Map(), today: { year: 2026, month: 11, day: 21 }, taxonomy: builtInTaxonomy() };
}

/** The real archive: its sound articles, and what rules may ask of it. */
export class RealArchive implements ArchiveView {
  readonly #folder: string;
  readonly #byId = new Map<string, string[]>();
  readonly #titles = new Map<string, string>();
  readonly #paths: readonly string[];
  readonly #texts = new Map<string, string>();
  #boilerplate: string | undefined;

  constructor(folder: string) {
    this.#folder = folder;
    this.#paths = corpusPaths(folder);
    for (const path of this.#paths) {
      const { id } = identityOfPath(path);
      if (id === undefined) continue;
      const same = this.#byId.get(id);
      if (same) same.push(path);
      else this.#byId.set(id, [path]);
    }
  }

  /** A random choice of sound articles in one container. */
  sound(container: Container, count: number, random: Random): SoundArticle[] {
    return this.choose(container, count, random, (article, path) => this.#isSound(article, path));
  }

  /** A random choice of articles in one container. */
  choose(
    container: Container,
    count: number,
    random: Random,
    passes: (article: Article, path: string) => boolean = () => true,
  ): SoundArticle[] {
    const found: SoundArticle[] = [];
    const top = container === "page" ? "kb/" : "txt/";
    const paths = this.#paths.filter((path) => path.startsWith(top));
    const tried = new Set<string>();
    while (found.length < count && tried.size < paths.length) {
      const path = random.pick(paths) ?? "";
      if (tried.has(path)) continue;
      tried.add(path);
      const { id } = identityOfPath(path);
      const article = parseIfArticle(readCorpusFile(this.#folder, path));
      if (id === undefined || !article || article.dialect === "mspl") continue;
      if (passes(article, path)) found.push({ path, id, article });
    }
    return found;
  }

  #isSound(article: Article, path: string): boolean {
    const findings = runRules(RULES, { article, path, uri: path, archive: this }, settingsFor("archive"));
    return !findings.some(({ severity }) => severity === "error" || severity === "warning");
  }

  find(id: string): readonly KnownArticle[] {
    const paths = this.#byId.get(id) ?? [];
    return paths.map((path) => ({ id, title: this.#titleOf(path), uri: path, container: containerOf(path) }));
  }

  isRegistered(): undefined {
    return undefined;
  }

  supersededBy(): undefined {
    return undefined;
  }

  sameTitle(): readonly KnownArticle[] {
    return [];
  }

  counterpart(id: string, container: Container): string | undefined {
    const path = this.#byId.get(id)?.find((other) => containerOf(other) !== container);
    if (path === undefined) return undefined;
    const text = this.#texts.get(path) ?? readCorpusFile(this.#folder, path);
    this.#texts.set(path, text);
    return text;
  }

  /** The disclaimer that the first raw text ends in; the archive has only one. */
  boilerplate(): string | undefined {
    this.#boilerplate ??= this.#disclaimer();
    return this.#boilerplate;
  }

  #disclaimer(): string | undefined {
    const path = this.#paths.find((one) => one.startsWith("txt/"));
    if (path === undefined) return undefined;
    const article = parseArticle(readCorpusFile(this.#folder, path), "text");
    const lines = article.source.text.slice(article.source.start(article.footer?.endLine ?? 0)).split(/\r?\n/);
    return lines.slice(1, -2).join("\n");
  }

  #titleOf(path: string): string {
    const known = this.#titles.get(path);
    if (known !== undefined) return known;
    const article = parseIfArticle(readCorpusFile(this.#folder, path));
    const title = (article && articleTitle(article)) ?? "";
    this.#titles.set(path, title);
    return title;
  }
}

function containerOf(path: string): Container {
  return path.startsWith("kb/") ? "page" : "text";
}
