// What of the settings decides which findings an article has, as a digest.
// What rules ask the archive for (registry, successors, disclaimer) is not in it: the answers themselves are compared.
import type { EffectiveConfig } from "../../config/effective-config.ts";
import type { LintSettings } from "../../lint/run-rules.ts";
import { digestOf } from "./digest.ts";

/** The digest of the settings for files of an archive; findings name files by where the archive is. */
export function settingsDigest(root: string, { taxonomy }: EffectiveConfig, lint: LintSettings): string {
  const lists = [...taxonomy].map(([name, { value }]) => [name, value.replace ?? null, value.extend]);
  const levels = [...lint.levels].sort(([a], [b]) => (a < b ? -1 : 1));
  return digestOf(JSON.stringify([root, lint.profile, lint.atLeast ?? null, levels, lists]));
}
