// The order of version lines: within a platform the versions in plain string order, each once; each platform once.
import { parseVersionLine, type VersionSegment } from "./version-line.ts";
import { canonicalPlatform, strictItem } from "./version-style.ts";

// A comma can be part of a version's name: `2000, Service Release 1 (SR-1)`. Such lists are left alone.
const PLAIN = /^(?:Build )?\d/;

/** What is out of order: a version before its predecessor, or a version or platform a second time. */
export interface OrderFault {
  readonly kind: "unsorted" | "version-twice" | "platform-twice";
  readonly text: string;
  /** Where it stands, relative to the value. */
  readonly start: number;
  readonly end: number;
}

/** The first thing out of order in a value that the loose grammar accepts, or `undefined`. */
export function orderFault(segments: readonly VersionSegment[]): OrderFault | undefined {
  for (const [at, segment] of segments.entries()) {
    const fault = itemFault(segment) ?? (at > 0 ? platformFault(segments, at) : undefined);
    if (fault) return fault;
  }
  return undefined;
}

function itemFault({ items, platform }: VersionSegment): OrderFault | undefined {
  // Lists without a platform's colon are of an older form, by operating system.
  if (platform === undefined || !items.every(({ text }) => PLAIN.test(text))) return undefined;
  for (let at = 1; at < items.length; at++) {
    const before = items[at - 1]?.text ?? "";
    const item = items[at];
    // A service pack without its blank sorts elsewhere; that is a matter of style.
    if (!item || before < item.text || strictItem(before) < strictItem(item.text)) continue;
    const twice = items.slice(0, at).some((earlier) => earlier.text === item.text);
    return { kind: twice ? "version-twice" : "unsorted", text: item.text, ...item.span };
  }
  return undefined;
}

function platformFault(segments: readonly VersionSegment[], at: number): OrderFault | undefined {
  const segment = segments[at];
  if (!segment?.platform) return undefined;
  const name = nameOf(segment);
  if (!segments.slice(0, at).some((earlier) => earlier.platform && nameOf(earlier) === name)) return undefined;
  return { kind: "platform-twice", text: segment.platform, ...segment.platformSpan };
}

function nameOf({ platform = "" }: VersionSegment): string {
  return canonicalPlatform(platform) ?? platform;
}

/** The value in order, each version and platform once; the very value where nothing is out of order. */
export function orderedVersion(value: string): string {
  const segments = parseVersionLine(value);
  if (!orderFault(segments)) return value;
  const byPlatform = new Map<string, { platform: string | undefined; items: string[] }>();
  for (const [at, segment] of segments.entries()) {
    const key = segment.platform ? nameOf(segment) : `${at}`;
    const known = byPlatform.get(key);
    const items = segment.items.map((item) => item.text);
    if (known) {
      known.items.push(...items);
      known.platform = key;
    } else byPlatform.set(key, { platform: segment.platform, items });
  }
  return [...byPlatform.values()].map(({ platform, items }) => written(platform, items)).join("; ");
}

function written(platform: string | undefined, items: readonly string[]): string {
  return platform === undefined ? items.join(",") : `${platform}:${[...new Set(items)].sort(plainOrder).join(",")}`;
}

function plainOrder(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
