// Version lines (FORMAT §6): segments of platform and versions, `winnt:3.0,4.0; WINDOWS:95`.
// The loose grammar accepts what the archive has; anything else has usually lost a separator.
import type { Span } from "../text/span.ts";

/** The platforms' canonical spellings, by majority in the archive. */
export const PLATFORMS: readonly string[] = [
  "WINDOWS",
  "winnt",
  "MS-DOS",
  "MACINTOSH",
  "OS/2",
  "Win95",
  "Win2000",
  "UNIX",
];

// Spellings that real articles use as well; the authoring profile asks for the canonical ones.
const VARIANTS: readonly string[] = [
  "WinNT",
  "WINNT",
  "windows",
  "WINDOWS NT",
  "Windows",
  "NT",
  "Winnt",
  "WIN3X",
  "macintosh",
  "MS- DOS",
  "MAC",
  "Macintosh",
  "MSDOS",
  "Win",
  "Win3.x",
  "WinNt",
  "Win98",
  "Mac",
  "Unix",
  "WIN3.X",
  "win95",
];

const KNOWN: ReadonlySet<string> = new Set([...PLATFORMS, ...VARIANTS]);

/** A part of a version line between semicolons; offsets are relative to the line's value. */
export interface VersionSegment {
  /** The text before the colon; undefined where there is no colon. */
  readonly platform: string | undefined;
  readonly platformSpan: Span;
  /** The items behind the colon, without blanks around them. */
  readonly items: readonly VersionItem[];
  readonly span: Span;
}

/** One version of a segment. */
export interface VersionItem {
  readonly text: string;
  readonly span: Span;
}

/** Splits a version value into its segments; an empty value has none. */
export function parseVersionLine(value: string): VersionSegment[] {
  if (value.trim() === "") return [];
  const segments: VersionSegment[] = [];
  let start = 0;
  for (const part of value.split(";")) {
    segments.push(parseSegment(part, start));
    start += part.length + 1;
  }
  return segments;
}

function parseSegment(part: string, offset: number): VersionSegment {
  const lead = part.length - part.trimStart().length;
  const colon = part.indexOf(":");
  const platform = colon < 0 ? undefined : part.slice(lead, colon);
  const platformSpan = { start: offset + lead, end: offset + Math.max(lead, colon) };
  const from = colon + 1;
  const span = { start: offset + lead, end: offset + Math.max(lead, part.trimEnd().length) };
  return { platform, platformSpan, items: parseItems(part.slice(from), offset + from), span };
}

function parseItems(list: string, offset: number): VersionItem[] {
  const items: VersionItem[] = [];
  let start = 0;
  for (const part of list.split(/[,|]/)) {
    const text = part.trim();
    const at = offset + start + part.length - part.trimStart().length;
    items.push({ text, span: { start: at, end: at + text.length } });
    start += part.length + 1;
  }
  return items.length === 1 && items[0]?.text === "" ? [] : items;
}

/** Whether the text before a colon is a platform in one of its spellings; the empty one is. */
export function isPlatform(platform: string): boolean {
  return platform === "" || KNOWN.has(platform);
}
