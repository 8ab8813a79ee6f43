// The strict form of version lines (FORMAT §6), which new articles keep to: canonical platforms, `; ` between
// platforms, `,` between versions, `4.0 SP1`. Gives a line's strict form and what it has to change for it.
import { PLATFORMS, parseVersionLine, type VersionSegment } from "./version-line.ts";

/** What a version line has that the strict form has not. */
export interface StyleFault {
  readonly kind: "platform" | "colon" | "separator" | "service-pack" | "item";
  /** The written text, and the strict one where it is known. */
  readonly written: string;
  readonly strict: string | undefined;
  /** Where it stands, relative to the value. */
  readonly start: number;
}

const CANONICAL: ReadonlyMap<string, string> = new Map([
  ...PLATFORMS.map((platform) => [platform, platform] as const),
  ["Win98", "Win98"],
  ["windows", "WINDOWS"],
  ["Windows", "WINDOWS"],
  ["Win", "WINDOWS"],
  ["WinNT", "winnt"],
  ["WINNT", "winnt"],
  ["Winnt", "winnt"],
  ["WinNt", "winnt"],
  ["WINDOWS NT", "winnt"],
  ["NT", "winnt"],
  ["macintosh", "MACINTOSH"],
  ["Macintosh", "MACINTOSH"],
  ["MAC", "MACINTOSH"],
  ["Mac", "MACINTOSH"],
  ["MS- DOS", "MS-DOS"],
  ["MSDOS", "MS-DOS"],
  ["Unix", "UNIX"],
  ["win95", "Win95"],
]);

const STRICT_ITEM =
  /^(?:Build )?\d+(?:\.\d+)*(?:\.x|[a-z]{1,2})?(?: SP\d+[a-z]?| SR-\d+[a-z]?| Service Pack \d+| \([^()]*\))?(?: (?:Second )?[Ee]ditions?)?$/;
const SERVICE_PACK = /^(\d[\d.]*[a-z]?) ?[Ss][Pp] ?(\d+[a-z]?)$/;
const BARE_NUMBERS = /^\d+(?:\.\d+)*[a-z]?(?: \d+(?:\.\d+)*[a-z]?)*$/;

/** The strict spelling of a platform in any of its spellings; `undefined` where it has none. */
export function canonicalPlatform(platform: string): string | undefined {
  return platform === "" ? "" : CANONICAL.get(platform);
}

/** Whether a version is in the strict form. */
export function isStrictItem(item: string): boolean {
  return STRICT_ITEM.test(item);
}

/** The strict form of a version, as far as it has one: `4.0SP1` is `4.0 SP1`. */
export function strictItem(text: string): string {
  if (BARE_NUMBERS.test(text)) return text.replaceAll(" ", ",");
  const pack = SERVICE_PACK.exec(text);
  return pack ? `${pack[1]} SP${pack[2]}` : text;
}

/** The strict form of a value that the loose grammar accepts; parts that have none stay as they are. */
export function strictVersion(value: string): string {
  let strict = "";
  for (const [at, segment] of parseVersionLine(value).entries()) {
    if (at > 0) strict += isContinuation(segment, at) ? "," : "; ";
    strict += isContinuation(segment, at) ? strictList(segment).join(",") : strictSegment(segment);
  }
  return strict;
}

// Behind another part, versions without a colon go on with its list: a semicolon was typed for a comma.
function isContinuation(segment: VersionSegment, at: number): boolean {
  return at > 0 && segment.platform === undefined && segment.items.length > 0;
}

function strictSegment(segment: VersionSegment): string {
  const { platform } = segment;
  const items = segment.items.map((item) => strictItem(item.text)).join(",");
  if (platform !== undefined) return `${canonicalPlatform(platform) ?? platform}:${items}`;
  const list = strictList(segment);
  return list.every(isStrictItem) ? `:${list.join(",")}` : items;
}

// By operating system, a version may stand in several of the older form's lists.
function strictList(segment: VersionSegment): string[] {
  return [...new Set(segment.items.flatMap((item) => strictItem(item.text).split(",")))];
}

/** What keeps a value from the strict form, in the order of the text; empty for strict values. */
export function styleFaults(value: string): StyleFault[] {
  const segments = parseVersionLine(value);
  const faults = segments.flatMap((segment, at) =>
    isContinuation(segment, at) ? [continuationFault(segment, value)] : segmentFaults(segment),
  );
  // Only the blanks and bars between parts are left to tell a value from its strict form.
  if (faults.length === 0 && segments.length > 0 && strictVersion(value) !== value) {
    const strict = strictVersion(value);
    let start = 0;
    while (value[start] === strict[start]) start++;
    faults.push({ kind: "separator", written: value, strict, start });
  }
  return faults;
}

function continuationFault(segment: VersionSegment, value: string): StyleFault {
  const semicolon = value.lastIndexOf(";", segment.span.start);
  return { kind: "separator", written: ";", strict: ",", start: semicolon };
}

function segmentFaults(segment: VersionSegment): StyleFault[] {
  const faults: StyleFault[] = [];
  const { platform, items } = segment;
  const start = segment.span.start;
  if (platform !== undefined && canonicalPlatform(platform) !== platform) {
    faults.push({ kind: "platform", written: platform, strict: canonicalPlatform(platform), start });
  }
  if (platform === undefined && items.length > 0) {
    const text = items.map((item) => item.text).join(",");
    const strict = strictSegment(segment);
    faults.push({ kind: "colon", written: text, strict: strict.startsWith(":") ? strict : undefined, start });
    return faults;
  }
  for (const { text, span } of items) {
    const strict = strictItem(text);
    const kind = strict.includes(",") ? "separator" : "service-pack";
    if (strict !== text) faults.push({ kind, written: text, strict, start: span.start });
    else if (!isStrictItem(text)) {
      faults.push({ kind: "item", written: text, strict: undefined, start: span.start });
    }
  }
  return faults;
}
