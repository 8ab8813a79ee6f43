// A version value with what is to be said of it: its parts, whether they are sound, sorted and in the strict form.
// Articles share few values (5,093 among 53,836), so each is judged once and remembered.
import { isPlatform, parseVersionLine, type VersionSegment } from "./version-line.ts";
import { type OrderFault, orderFault } from "./version-order.ts";
import { lineVersions, type PlacedVersion } from "./version-set.ts";
import { type StyleFault, styleFaults } from "./version-style.ts";

/** A version value and its judgement; places are relative to the value. */
export class JudgedVersion {
  readonly value: string;
  readonly segments: readonly VersionSegment[];
  /** Whether the loose grammar accepts it, so that its parts are what they seem. */
  readonly sound: boolean;
  /** The first thing out of order in a sound value. */
  readonly orderFault: OrderFault | undefined;
  /** All versions, whatever their platform. */
  readonly versions: readonly PlacedVersion[];
  #styleFaults: readonly StyleFault[] | undefined;

  constructor(value: string) {
    this.value = value;
    this.segments = parseVersionLine(value);
    this.sound = isSound(value, this.segments);
    this.orderFault = this.sound ? orderFault(this.segments) : undefined;
    this.versions = lineVersions(this.segments);
  }

  /** What keeps a sound value from the strict form. */
  get styleFaults(): readonly StyleFault[] {
    this.#styleFaults ??= this.sound ? styleFaults(this.value) : [];
    return this.#styleFaults;
  }
}

const judged = new Map<string, JudgedVersion>();
const MOST_VALUES = 8192;

/** The judgement of a value. */
export function judgeVersion(value: string): JudgedVersion {
  let known = judged.get(value);
  if (!known) {
    // A slice keeps the text it is cut from; joining characters makes a string of its own.
    const own = value.split("").join("");
    known = new JudgedVersion(own);
    if (judged.size >= MOST_VALUES) judged.clear();
    judged.set(own, known);
  }
  return known;
}

// The loose grammar: known platforms, one colon a segment, nothing empty between separators.
function isSound(value: string, segments: readonly VersionSegment[]): boolean {
  return segments.every((segment) => {
    const { platform, items, span } = segment;
    if (items.length === 0 && (platform ?? "") === "" && segments.length > 1) return false;
    if (platform !== undefined && !isPlatform(platform)) return false;
    const colon = value.indexOf(":", span.start);
    if (colon >= 0 && colon < span.end && value.slice(colon + 1, span.end).includes(":")) return false;
    return items.every((item) => item.text !== "");
  });
}
