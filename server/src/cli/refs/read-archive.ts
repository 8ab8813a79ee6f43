// The index of an archive for `kblint refs`: what `kblint index` kept holds where files are unchanged, the rest is read.
// Nothing is written. Files that settings keep out of the archive are left out here as well.
import { accessSync, constants } from "node:fs";
import { pathBelow, rootUri } from "../../host/uris.ts";
import { ArticleIndex } from "../../index/article-index.ts";
import { ArticleStore } from "../../index/article-store.ts";
import { RULES } from "../../lint/registry.generated.ts";
import { ArchiveSettings } from "../archive-settings.ts";
import type { Environment } from "../environment.ts";
import { join } from "../files/paths.ts";
import { type ArchiveTargets, selector } from "../files/selection.ts";
import { readFolder } from "../read-folder.ts";
import { refuseSettingsErrors } from "../settings-problems.ts";

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

/** Reads an archive. Throws `RunFailure` where its settings have errors. */
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
  refuseSettingsErrors(settings, environment, "nothing was looked up");
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
