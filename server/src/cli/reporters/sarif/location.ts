// Places in SARIF: files relative to the folder that kblint ran in, regions counted from one.
// No absolute path of ours goes into a log, so that logs of different machines can be compared and joined.
import { fileURLToPath } from "node:url";
import type { SourceText } from "../../../text/source-text.ts";
import type { Span } from "../../../text/span.ts";
import { shown, withSlashes } from "../../files/paths.ts";
import { wellFormed } from "../well-formed.ts";

/** The name of the folder that paths are relative to. */
export const SOURCE_ROOT = "%SRCROOT%";

/** A file's place. */
export interface ArtifactLocation {
  readonly uri: string;
  readonly uriBaseId?: string;
}

/** A stretch of text. */
export interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The place of a file by the path that the user is shown. */
export function artifactLocation(path: string): ArtifactLocation {
  // Only a path on another disk (Windows) cannot be said relative to the folder.
  if (/^[A-Za-z]:\//.test(path)) return { uri: `file:///${encodePath(path)}` };
  return { uri: encodePath(path), uriBaseId: SOURCE_ROOT };
}

/** The path that an {@link artifactLocation} stands for. */
export function pathOfUri(uri: string): string {
  return decodeURIComponent(uri.replace(/^file:\/\/\//, ""));
}

/** The place of a file by its `file:` address. */
export function addressLocation(address: string, workingFolder: string): ArtifactLocation {
  if (!address.startsWith("file:")) return { uri: address };
  return artifactLocation(shown(workingFolder, withSlashes(fileURLToPath(address))));
}

/** The region of a span. */
export function regionOf(span: Span, source: SourceText): Region {
  const start = source.positionAt(span.start);
  const end = source.positionAt(span.end);
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

// A colon in the first part of a relative address would be read as a scheme.
function encodePath(path: string): string {
  return wellFormed(path).split("/").map(encodeURIComponent).join("/");
}
