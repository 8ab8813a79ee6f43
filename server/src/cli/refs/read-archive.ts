// The index of an archive for `kblint refs`: what `kblint index` kept holds where files are unchanged, the rest is read.
// Nothing is written. Files that settings keep out of the archive are left out here as well.
import { accessSync, constants } from "node:fs";
import { pathBelow, rootUri } from "../../host/uris.ts";
import { ArticleIndex } from "../../index/article-index.ts";
import { ArticleStore } from "../../index/article-store.ts";
import { RULES } from "../../lint/registry.generated.ts";
import { ArchiveSettings } from "../archive-settings.ts";
import type { Environment } from "../environment.ts";
import { RunFailure } from "../exit.ts";
import { join } from "../files/paths.ts";
import { type ArchiveTargets, selector } from "../files/selection.ts";
import { problemText } from "../problem-text.ts";
import { readFolder } from "../read-folder.ts";

/** An archive with its index. */
export interface IndexedArchive {
  readonly root: string;
  readonly index: ArticleIndex;
  /** Files that could not be read, relative to the root. */
  readonly unreadable: readonly string[];
  /** Whether the arguments name a file of the archive; the path is relative to the root. */
  selects(path: string): boolean;
  /** The path of a file of the index, relative to the root. */
  pathOf(uri: string): string;
}

/** Reads an archive. Throws {@link RunFailure} where its settings have errors. */
export async function readArchive(targets: ArchiveTargets, environment: Environment): Promise<IndexedArchive> {
  const { root } = targets;
  const uri = rootUri(root);
  const { columns, configs } = await readFolder(root, environment);
  const settings = new ArchiveSettings(
    root,
    configs.map((config) => pathBelow(uri, config)),
    RULES,
    { profile: undefined, levels: new Map() },
  );
  checkSettings(settings, environment);
  const pathOf = (file: string): string => pathBelow(uri, file);
  const whole = new ArticleStore(uri, columns);
  const excluded = [...whole.rows()].filter((row) => settings.tree.excludedBy(pathOf(whole.uriAt(row))) !== undefined);
  return {
    root,
    index: ArticleIndex.of([new ArticleStore(uri, columns, new Set(excluded))]),
    unreadable: unreadableFiles(whole, root, pathOf),
    selects: selector(targets),
    pathOf,
  };
}

function checkSettings(settings: ArchiveSettings, environment: Environment): void {
  for (const problem of settings.problems) environment.note(problemText(problem, settings.root, environment));
  if (settings.problems.some((problem) => problem.severity === "error")) {
    throw new RunFailure("the settings have errors; nothing was looked up");
  }
}

// A file that cannot be read is a row without an article, as are files that hold none: only those are tried again.
function unreadableFiles(store: ArticleStore, root: string, pathOf: (uri: string) => string): string[] {
  const unreadable: string[] = [];
  for (let row = 0; row < store.count; row++) {
    if ((store.columns.numbers[row] ?? 0) > 0) continue;
    const path = pathOf(store.uriAt(row));
    try {
      accessSync(join(root, path), constants.R_OK);
    } catch {
      unreadable.push(path);
    }
  }
  return unreadable;
}
