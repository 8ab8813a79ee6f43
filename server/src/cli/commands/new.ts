// `kblint new`: the skeleton of an article, sound in every part, with the next free number.
// It is linted as a new article before anybody sees it; what is wrong then comes from the arguments, and is refused.
import { existsSync } from "node:fs";
import { builtInTaxonomy } from "../../model/built-in-taxonomy.ts";
import { COPYRIGHT } from "../../model/convert-page-to-text.ts";
import type { Container } from "../../syntax/article.ts";
import type { CommandLine } from "../command-line.ts";
import { learnClosingPart } from "../convert/closing-part.ts";
import type { Environment } from "../environment.ts";
import { EXIT_CLEAN, EXIT_FINDINGS, RunFailure } from "../exit.ts";
import { archiveRoot } from "../files/archive-root.ts";
import { placeOf } from "../files/article-place.ts";
import { absolute, below, join, shown } from "../files/paths.ts";
import { taggedTitle } from "../new/article-kind.ts";
import { claimPlace } from "../new/claim-place.ts";
import { type DraftArticle, draftArticle, findingsOf } from "../new/draft-article.ts";
import { freeNumber, type NumberFacts } from "../new/free-number.ts";
import { KnownArchive } from "../new/known-archive.ts";
import { findProduct, type NewOptions, type Product, readNewOptions, usualTechnology } from "../new/new-options.ts";
import type { SkeletonParts } from "../new/skeleton.ts";
import { printable } from "../terminal.ts";

/** Runs the subcommand; gives the exit code. */
export async function newArticle(line: CommandLine, environment: Environment): Promise<number> {
  const options = readNewOptions(line);
  const archives = await readArchives(options, environment);
  const container = options.container ?? usualContainer(archives.home);
  const parts = decide(options, archives.home, container, environment);
  const job: NewJob = { options, archives, environment, refused: new Set() };
  for (;;) {
    const id = nextNumber(job, parts.product);
    const draft = draftArticle({ ...parts, id }, container);
    const findings = findingsOf(draft, archives.home);
    for (const { text } of findings) environment.note(`kblint: ${printable(text)}`);
    if (findings.some(({ isGrave }) => isGrave)) {
      environment.note("kblint: no article was made");
      return EXIT_FINDINGS;
    }
    if (!options.isWritten) {
      environment.output.writeBytes(draft.bytes);
      return EXIT_CLEAN;
    }
    const path = join(archives.target, placeOf(id, container));
    if (claimPlace(path, draft.bytes)) return tellPlace(path, draft, job);
    // Somebody else was quicker.
    job.refused.add(id);
  }
}

interface Archives {
  /** The archive that numbers and settings come from. */
  readonly home: KnownArchive;
  /** The folder that the file goes to, where that is another one. */
  readonly away: KnownArchive | undefined;
  readonly target: string;
}

interface NewJob {
  readonly options: NewOptions;
  readonly archives: Archives;
  readonly environment: Environment;
  readonly refused: Set<string>;
}

async function readArchives({ out }: NewOptions, environment: Environment): Promise<Archives> {
  const { workingFolder } = environment;
  const root = archiveRoot(absolute(workingFolder, ".")).path;
  const target = out === undefined ? root : absolute(workingFolder, out);
  const home = new KnownArchive(root, environment);
  await home.read();
  const isElsewhere = below(root, target) === undefined && existsSync(target);
  const away = isElsewhere ? new KnownArchive(target, environment) : undefined;
  await away?.read();
  return { home, away, target };
}

function usualContainer({ counts }: KnownArchive): Container {
  return counts.text > 0 && counts.page === 0 ? "text" : "page";
}

function decide(
  options: NewOptions,
  home: KnownArchive,
  container: Container,
  { today }: Environment,
): Omit<SkeletonParts, "id"> {
  const { lint, archive } = home.settingsOf(placeOf("Q100000", container));
  const taxonomy = lint.taxonomy ?? builtInTaxonomy();
  const product = findProduct(options.product, taxonomy);
  const isText = container === "text";
  return {
    kind: options.kind,
    title: taggedTitle(options.title, options.kind),
    product,
    versions: options.versions,
    keywords: options.keywords,
    technology: options.technology ?? usualTechnology(product, taxonomy),
    date: today,
    disclaimer: isText ? archive.boilerplate?.() : undefined,
    copyright: (isText ? learnClosingPart(home.root, false).copyright : undefined) ?? COPYRIGHT,
  };
}

function nextNumber({ options, archives, refused }: NewJob, product: Product): string {
  const { home, away } = archives;
  const settings = home.numbers();
  const facts: NumberFacts = {
    used: [...home.used, ...(away?.used ?? [])],
    ranges: settings.ranges,
    isTaken: (id) =>
      refused.has(id) || isUsed(id, home) || (away !== undefined && isUsed(id, away)) || settings.isTaken(id),
  };
  const found = freeNumber(facts, { product, author: options.author });
  if ("id" in found) return found.id;
  throw new RunFailure(found.problem);
}

function isUsed(id: string, archive: KnownArchive): boolean {
  return archive.used.has(Number(id.slice(1))) || archive.holds(id);
}

function tellPlace(path: string, { id }: DraftArticle, { archives, environment }: NewJob): number {
  environment.output.write(`${printable(shown(environment.workingFolder, path))}\n`);
  const { registry } = archives.home.numbers();
  if (registry !== undefined) environment.note(`kblint: add ${id} to the registry of numbers: ${printable(registry)}`);
  return EXIT_CLEAN;
}
