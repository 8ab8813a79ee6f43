// Puts the files of several reports into the order of a single run, and refuses a file that two reports have.
// Within one archive that order is the order of the paths' characters, which every shard keeps.

import { RunFailure } from "../exit.ts";
import { absolute } from "../files/paths.ts";

/** Something that a report says of a file. */
export interface OfFile {
  readonly path: string;
}

/** A report with what it says. */
export interface Listed<T extends OfFile> {
  readonly name: string;
  readonly items: readonly T[];
}

/** All files in the order of one run; throws {@link RunFailure} where reports overlap. */
export function joinFiles<T extends OfFile>(reports: readonly Listed<T>[], workingFolder: string): T[] {
  const owners = new Map<string, string>();
  const keyed: { readonly key: string; readonly item: T }[] = [];
  for (const { name, items } of reports) {
    for (const item of items) {
      const key = absolute(workingFolder, item.path);
      const owner = owners.get(key);
      if (owner !== undefined) throw overlap(item.path, owner, name);
      owners.set(key, name);
      keyed.push({ key, item });
    }
  }
  return keyed.sort((a, b) => compare(a.key, b.key)).map(({ item }) => item);
}

function overlap(path: string, one: string, other: string): RunFailure {
  if (one === other) return new RunFailure(`${one}: ${path} is reported twice`);
  return new RunFailure(`${path} is in both ${one} and ${other}; shards of one run have no file in common`);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
