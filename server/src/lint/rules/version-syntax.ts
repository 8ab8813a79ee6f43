// The footer's version line against the loose grammar of FORMAT §6. What it does not accept has lost a separator
// or names no platform. The header is not judged: it is a copy, and cut.
import { nearest } from "../../base/edit-distance.ts";
import { textAt } from "../../model/facts.ts";
import { versionLine } from "../../model/version-facts.ts";
import { isPlatform, PLATFORMS, type VersionSegment } from "../../model/version-line.ts";
import type { Span } from "../../text/span.ts";
import { replaceSpan, safeFix } from "../edits.ts";
import type { Fix, Rule, RuleContext } from "../rule.ts";

/** `version-syntax` */
export const versionSyntax: Rule = {
  id: "version-syntax",
  category: "versions",
  levels: { archive: "warning", authoring: "warning" },
  variants: { empty: { archive: "hint", authoring: "warning" } },
  fix: "safe",
  summary: "The version line is outside the grammar: an unknown platform, a lost or doubled separator.",
  rationale: "Searches by version read the line by its separators; a wrong one hides the versions behind it.",
  remedy: "Write `platform:version,version; platform:version`, with `winnt`, `WINDOWS`, `MS-DOS`, `MACINTOSH` …",
  source: "FORMAT §6",
  frequency: "36 of 53,836 version lines",
  examples: {
    bad: [
      {
        title: "A misspelt platform",
        container: "page",
        replace: "Version           : winnt:3.0,4.0,4.0 SP1",
        by: "Version           : wint:3.0,4.0,4.0 SP1",
        also: [["Version(s): winnt:3.0,4.0,4.0 SP1", "Version(s): wint:3.0,4.0,4.0 SP1"]],
        restores: false,
      },
      {
        title: "A comma before the next platform",
        container: "text",
        replace: "Version           : winnt:3.0,4.0,4.0 SP1",
        by: "Version           : winnt:3.0,4.0,WINDOWS:95",
        also: [["PROD/VER:winnt:3.0,4.0,4.0 SP1", "PROD/VER:winnt:3.0,4.0,WINDOWS:95"]],
        restores: false,
      },
      {
        title: "An empty item",
        container: "page",
        profile: "authoring",
        replace: "Version           : winnt:3.0,4.0,4.0 SP1",
        by: "Version           : winnt:3.0,,4.0,4.0 SP1",
        also: [["Version(s): winnt:3.0,4.0,4.0 SP1", "Version(s): winnt:3.0,,4.0,4.0 SP1"]],
        restores: false,
      },
      {
        title: "Two platforms without a separator",
        container: "page",
        replace: "Version           : winnt:3.0,4.0,4.0 SP1",
        by: "Version           : WINDOWS:95,winnt:3.0",
        also: [["Version(s): winnt:3.0,4.0,4.0 SP1", "Version(s): WINDOWS:95,winnt:3.0"]],
        restores: false,
      },
      {
        title: "An empty segment",
        container: "page",
        profile: "authoring",
        replace: "Version           : winnt:3.0,4.0,4.0 SP1",
        by: "Version           : winnt:3.0,4.0,4.0 SP1;",
        also: [["Version(s): winnt:3.0,4.0,4.0 SP1", "Version(s): winnt:3.0,4.0,4.0 SP1;"]],
        restores: false,
      },
    ],
    good: [
      { title: "One platform" },
      { title: "No platform", base: "howto" },
      {
        title: "Two platforms",
        container: "page",
        replace: "Version           : winnt:3.0,4.0,4.0 SP1",
        by: "Version           : WINDOWS:95; winnt:3.0,4.0,4.0 SP1",
        also: [["Version(s): winnt:3.0,4.0,4.0 SP1", "Version(s): WINDOWS:95; winnt:3.0,4.0,4.0 SP1"]],
      },
    ],
  },
  check(context) {
    // Where the header tells otherwise, that is the finding, and its repair mends the slip.
    const line = versionLine(context.article);
    if (!line || line.version.sound) return;
    const { field } = line;
    const { segments } = line.version;
    const value = textAt(context.article, field.value);
    for (const [at, segment] of segments.entries())
      checkSegment(context, segment, { value, offset: field.value.start, at, of: segments.length });
  },
};

interface Place {
  readonly value: string;
  /** Where the value begins in the file. */
  readonly offset: number;
  readonly at: number;
  readonly of: number;
}

function checkSegment(context: RuleContext, segment: VersionSegment, place: Place): void {
  const nothing = segment.items.length === 0 && (segment.platform ?? "") === "";
  // A lone `:` is how 2,102 articles say that they hold for all versions.
  if (nothing && place.of > 1) return reportEmptySegment(context, segment, place);
  const inner = place.value.slice(segment.span.start, segment.span.end);
  if (inner.split(":").length > 2) return reportSecondColon(context, segment, place);
  if (segment.platform !== undefined && !isPlatform(segment.platform)) return reportPlatform(context, segment, place);
  reportEmptyItem(context, segment, place);
}

function shifted(at: Span, offset: number): Span {
  return { start: at.start + offset, end: at.end + offset };
}

function reportEmptySegment(context: RuleContext, segment: VersionSegment, place: Place): void {
  const at = shifted(segment.span, place.offset);
  const semicolon = place.offset + place.value.lastIndexOf(";", segment.span.start);
  const span = at.end > at.start ? at : { start: Math.max(place.offset, semicolon), end: semicolon + 1 };
  context.report({
    span,
    message: "This part of the version line is empty and says nothing. Delete it with its semicolon.",
    variant: "empty",
  });
}

// Two colons in one segment: the separator before the second platform is a comma, or is lost.
function reportSecondColon(context: RuleContext, segment: VersionSegment, place: Place): void {
  const text = place.value.slice(segment.span.start, segment.span.end);
  const first = text.indexOf(":");
  const second = text.indexOf(":", first + 1);
  const found = /(,|;|\||\s)\s*([A-Za-z][A-Za-z0-9/. -]*)$/.exec(text.slice(0, second));
  const known = found?.[2] !== undefined && isPlatform(found[2]);
  const start = segment.span.start + (found && known ? found.index : second);
  const end = segment.span.start + (found && known ? second - (found[2] ?? "").length : second + 1);
  const span = shifted({ start, end }, place.offset);
  context.report({
    span: shifted(
      {
        start: segment.span.start + (found && known ? second - (found[2] ?? "").length : second),
        end: segment.span.start + second + 1,
      },
      place.offset,
    ),
    message: "A second platform begins here without “; ” before it, so its versions count for the first. Write “; ”.",
    fixes: known ? [safeFix("Separate the platforms by “; ”", replaceSpan(span, "; "))] : [],
  });
}

function reportPlatform(context: RuleContext, segment: VersionSegment, place: Place): void {
  const written = segment.platform ?? "";
  const at = shifted(segment.platformSpan, place.offset);
  const meant = nearest(written, PLATFORMS, written.length > 4 ? 2 : 1);
  const fixes: Fix[] = meant ? [safeFix(`Write ${meant}`, replaceSpan(at, meant))] : [];
  context.report({
    span: at,
    message: `“${written}” is no platform that searches know${meant ? `; ${meant} is meant` : ""}. Write one they know, or none.`,
    fixes,
  });
}

function reportEmptyItem(context: RuleContext, segment: VersionSegment, place: Place): void {
  for (const [at, item] of segment.items.entries()) {
    if (item.text !== "") continue;
    const span = shifted(item.span, place.offset);
    const last = at === segment.items.length - 1;
    const from = last ? span.start - 1 : span.start;
    const to = nextItemStart(segment, at, place) ?? span.end;
    context.report({
      span: { start: span.start - (at > 0 ? 1 : 0), end: span.end + (at > 0 ? 0 : 1) },
      message: "A version is missing beside this separator. Write it, or delete the separator.",
      variant: "empty",
      fixes: [safeFix("Delete the separator", { span: { start: from, end: to }, newText: "" })],
    });
    return;
  }
}

function nextItemStart(segment: VersionSegment, at: number, place: Place): number | undefined {
  const next = segment.items[at + 1];
  return next && next.span.start + place.offset;
}
