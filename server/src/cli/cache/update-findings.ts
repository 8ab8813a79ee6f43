// Brings the file of findings up to date after a run: new entries, and those of files that say the same still.
// Parts of an archive that this run left out keep theirs, so that shards and single files do not empty the cache.
import { keepOutOfVersionControl, writeCache } from "../../host/index-cache.ts";
import type { Contents } from "./contents.ts";
import { placesOf, StoredEntry } from "./entry.ts";
import { EntriesByPath, encodeFile, findingsFile, type SharedEntries } from "./findings-file.ts";

/** What there is to write. */
export interface Update {
  readonly root: string;
  readonly writer: string;
  readonly old: SharedEntries | undefined;
  /** What the archive's files say. */
  readonly contents: Contents;
  /** New entries, one or more in each. */
  readonly fresh: readonly Uint8Array[];
}

/** Writes the file where it has to change. Throws where it cannot be written. */
export function updateFindings({ root, writer, old, contents, fresh }: Update): void {
  const renewed = new Set(fresh.flatMap(pathsIn));
  const stillHolds = ({ path, content }: StoredEntry): boolean => !renewed.has(path) && contents.of(path) === content;
  const all = old && new EntriesByPath(old);
  const kept = all ? [...all.select(stillHolds)] : [];
  if (fresh.length === 0 && kept.reduce((sum, { length }) => sum + length, 0) === (all?.length ?? 0)) return;
  const file = findingsFile(root);
  keepOutOfVersionControl(file);
  writeCache(file, encodeFile([...fresh, ...kept], writer).buffer);
}

function pathsIn(entries: Uint8Array): string[] {
  const bytes = Buffer.from(entries.buffer, entries.byteOffset, entries.byteLength);
  return (placesOf(bytes) ?? []).map((at) => new StoredEntry(bytes, at).path);
}
