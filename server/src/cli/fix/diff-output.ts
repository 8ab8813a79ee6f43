// Shows a planned change as a diff: with colours and nothing that could steer a terminal, or for programs byte for byte.
import { decodeText } from "../../host/decode.ts";
import { encodeWindows1252, encodingOf } from "../../host/encode.ts";
import type { Output } from "../output.ts";
import { type Paint, printable, type Style } from "../terminal.ts";
import type { PlannedFile } from "./planned-file.ts";
import { type Difference, type DiffLine, unifiedDiff } from "./unified-diff.ts";

const STYLES: Readonly<Partial<Record<DiffLine["kind"], Style>>> = {
  file: "bold",
  place: "blue",
  removed: "red",
  added: "green",
};

/** A planned change as texts; `path` is how the file is named. */
export function differenceOf({ original, bytes }: PlannedFile, before: Uint8Array, path: string): Difference {
  const mark = original.encoding.mark ? "\uFEFF" : "";
  return { path, before: mark + (decodeText(before) ?? ""), after: mark + (decodeText(bytes) ?? "") };
}

/** Writes a diff for people. */
export function showDiff(difference: Difference, output: Output, paint: Paint): void {
  const lines = [...unifiedDiff(difference)];
  const showsBreaks = changesBreaks(lines);
  for (const { kind, text } of lines) {
    const shown = text
      .split("\n")
      .map((part) => printable(showsBreaks ? part.replace("\r", "␍") : part.replace(/\r$/, "")));
    const style = STYLES[kind];
    output.write(style ? shown.map((part) => (part === "" ? "" : paint(style, part))).join("\n") : shown.join("\n"));
  }
}

// Where every changed line ends as before, its CR is nothing to look at.
function changesBreaks(lines: readonly DiffLine[]): boolean {
  const changed = lines.filter(({ kind }) => kind === "removed" || kind === "added");
  const withCr = changed.filter(({ text }) => text.includes("\r")).length;
  return withCr > 0 && withCr < changed.length;
}

/** Writes a diff that `git apply` takes: in the file's own encoding. */
export function writeDiff(difference: Difference, { original, bytes }: PlannedFile, output: Output): void {
  const text = [...unifiedDiff(difference)].map((line) => line.text).join("");
  // A fix can bring in the first character beyond ASCII, or take out the last.
  const names = [original.encoding.name, encodingOf(bytes).name];
  const encoded = names.includes("windows-1252") ? encodeWindows1252(text) : undefined;
  if (encoded) output.writeBytes(encoded);
  else output.write(text);
}
