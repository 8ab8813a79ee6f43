// A finding as a SARIF result: its place, its mark that stays when the line moves, related places, and its fixes.
import { markFindings } from "../../../config/fingerprint.ts";
import { RULES } from "../../../lint/registry.generated.ts";
import type { Finding, Fix, RelatedPlace } from "../../../lint/rule.ts";
import type { SourceText } from "../../../text/source-text.ts";
import type { TextEdit } from "../../../text/text-edit.ts";
import type { FileReport } from "../reporter.ts";
import { LEVELS } from "./levels.ts";
import { type ArtifactLocation, addressLocation, artifactLocation, regionOf } from "./location.ts";
import { messageOf } from "./message.ts";

/** The name of our mark; another way of making it must get another number. */
export const FINGERPRINT = "kblint/v1";

const INDEX: ReadonlyMap<string, number> = new Map(RULES.map(({ id }, at) => [id, at]));

interface ResultPlace {
  readonly file: ArtifactLocation;
  readonly source: SourceText;
  readonly workingFolder: string;
}

/** A file's findings as results, each a text of its own. */
export function sarifResults({ path, source, findings }: FileReport, workingFolder: string): string[] {
  const place: ResultPlace = { file: artifactLocation(path), source, workingFolder };
  return markFindings(findings, { source }, path).map(({ finding, fingerprint }) =>
    JSON.stringify(resultOf(finding, fingerprint, place)),
  );
}

function resultOf(finding: Finding, fingerprint: string, place: ResultPlace): object {
  const { file, source } = place;
  const related = (finding.related ?? []).map((other, at) => relatedLocation(other, at, place));
  const fixes = fixesOf(finding, place);
  return {
    ruleId: finding.rule,
    ruleIndex: INDEX.get(finding.rule) ?? -1,
    level: LEVELS[finding.severity],
    message: messageOf(finding.message),
    locations: [{ physicalLocation: { artifactLocation: file, region: regionOf(finding.span, source) } }],
    partialFingerprints: { [FINGERPRINT]: fingerprint },
    ...(related.length > 0 ? { relatedLocations: related } : {}),
    ...(fixes.length > 0 ? { fixes } : {}),
  };
}

// Of another file only the address is known: reading it to count its lines would cost more than it tells.
function relatedLocation({ message, span, uri }: RelatedPlace, at: number, place: ResultPlace): object {
  const physicalLocation =
    uri === undefined
      ? { artifactLocation: place.file, region: regionOf(span, place.source) }
      : { artifactLocation: addressLocation(uri, place.workingFolder) };
  return { id: at, message: messageOf(message), physicalLocation };
}

// A fix of the file's line breaks cannot be said in lines and columns.
function fixesOf({ fixes = [] }: Finding, place: ResultPlace): object[] {
  const sayable = fixes.filter((fix) => fix.scope !== "file" && fix.edits.length > 0);
  const texts = new Set(sayable.map((fix) => JSON.stringify(fixOf(fix, place))));
  return [...texts].map((text): object => JSON.parse(text));
}

function fixOf({ title, safety, edits }: Fix, { file, source }: ResultPlace): object {
  const replacements = edits.map((edit) => replacementOf(edit, source));
  return {
    description: messageOf(title),
    artifactChanges: [{ artifactLocation: file, replacements }],
    properties: { safety },
  };
}

function replacementOf({ span, newText }: TextEdit, source: SourceText): object {
  const deletedRegion = regionOf(span, source);
  return newText === "" ? { deletedRegion } : { deletedRegion, insertedContent: { text: newText } };
}
