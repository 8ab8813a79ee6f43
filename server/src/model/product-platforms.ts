// Which platforms the applies-to products name, and which platforms of a version line contradict them.
import type { Article } from "../syntax/article.ts";
import { textAt } from "./facts.ts";
import { canonicalPlatform } from "./version-style.ts";

/** A family of platforms that a product's name can tell. */
export type PlatformFamily = "mac" | "windows" | "dos" | "os2" | "unix";

const NAMES: readonly (readonly [PlatformFamily, RegExp])[] = [
  ["mac", /\bMac(?:intosh|OS)?\b|AppleTalk|\bApple\b/],
  ["windows", /Windows|\bWin(?:32|95|NT)?\b/i],
  ["dos", /\bDOS\b|Disk Operating/],
  ["os2", /OS\/2/],
  ["unix", /\bUNIX\b|\bXenix\b|\bSCO\b/i],
];

const FAMILY_OF: ReadonlyMap<string, PlatformFamily> = new Map([
  ["WINDOWS", "windows"],
  ["MACINTOSH", "mac"],
  ["MS-DOS", "dos"],
  ["OS/2", "os2"],
  ["UNIX", "unix"],
]);

/** The family of a version line's platform, in any of its spellings; `winnt` has none, as server products go by it. */
export function familyOf(platform: string): PlatformFamily | undefined {
  return FAMILY_OF.get(canonicalPlatform(platform) ?? platform);
}

/**
 * The families that the products name, sub-bullets included; `undefined` where a product names none,
 * as it may then run on any.
 */
export function productFamilies(article: Article): ReadonlySet<PlatformFamily> | undefined {
  const all = new Set<PlatformFamily>();
  let own = 1;
  for (const { depth, text } of article.appliesTo?.bullets ?? []) {
    if (depth === 1) {
      if (own === 0) return undefined;
      own = 0;
    }
    const name = textAt(article, text);
    for (const [family, pattern] of NAMES) {
      if (!pattern.test(name)) continue;
      all.add(family);
      own++;
    }
  }
  return own === 0 || all.size === 0 ? undefined : all;
}
