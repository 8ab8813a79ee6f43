// Hands reported findings to a reporter as if they had just been found.
// Formats that quote articles get their texts from the disk; for the others blanks with the same places will do.
import { join } from "node:path";
import type { Finding } from "../../lint/rule.ts";
import { type Position, SourceText } from "../../text/source-text.ts";
import { systemReason } from "../exit.ts";
import { TextReader } from "../files/read-text.ts";
import type { FileReport } from "../reporters/reporter.ts";
import type { ReportedFile, ReportedFinding } from "./shard-report.ts";

/** The texts of articles that reports are about; a string says why there is none. */
export type Texts = (file: ReportedFile) => SourceText | string;

/** Texts from the disk, where they still have the places that the report names. */
export function textsOnDisk(workingFolder: string): Texts {
  const reader = new TextReader();
  return (file) => {
    try {
      const noText = reader.open(join(workingFolder, file.path), true);
      if (noText !== undefined) return `it is ${noText}`;
    } catch (error) {
      return systemReason(error);
    }
    const source = new SourceText(reader.text());
    return file.findings.every((finding) => fits(finding, source)) ? source : "it has changed since it was linted";
  };
}

function fits({ start, end }: ReportedFinding, source: SourceText): boolean {
  return [start, end].every((place) => isSame(source.positionAt(source.offsetAt(place)), place));
}

function isSame(a: Position, b: Position): boolean {
  return a.line === b.line && a.character === b.character;
}

/** A text of blanks that has every place of the findings. */
export function blankText({ findings }: ReportedFile): SourceText {
  const widths: number[] = [];
  for (const { start, end } of findings) {
    for (const { line, character } of [start, end]) widths[line] = Math.max(widths[line] ?? 0, character);
  }
  return new SourceText(Array.from(widths, (width = 0) => " ".repeat(width)).join("\n"));
}

/** A reported file as reporters take it. */
export function replayed({ path, findings }: ReportedFile, source: SourceText): FileReport {
  return { path, source, findings: findings.map((finding) => findingOf(finding, source)) };
}

function findingOf({ rule, severity, message, start, end, fix }: ReportedFinding, source: SourceText): Finding {
  const span = { start: source.offsetAt(start), end: source.offsetAt(end) };
  const fixes = fix === null ? [] : [{ title: "", safety: fix, edits: [] }];
  return { rule, severity, message, span, fixes };
}
