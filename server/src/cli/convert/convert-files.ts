// Converts the files of an archive one after the other; one that cannot be converted does not keep the others from it.
import type { Container } from "../../syntax/article.ts";
import type { Overlay } from "../archive-files.ts";
import type { Environment } from "../environment.ts";
import { RunFailure, systemReason } from "../exit.ts";
import { join, shownPrefix } from "../files/paths.ts";
import { type NoText, TextReader } from "../files/read-text.ts";
import { convertArticle } from "./conversion.ts";
import type { ConvertReport } from "./convert-report.ts";
import { type Destination, NoRoom } from "./destination.ts";
import type { SourceArchive } from "./source-archive.ts";

/** A conversion with everything that it takes. */
export interface ConvertJob {
  readonly to: Container;
  /** The text on standard input, where that is what is converted. */
  readonly overlay: Overlay | undefined;
  readonly archives: readonly SourceArchive[];
  readonly destination: Destination;
  readonly report: ConvertReport;
  readonly environment: Environment;
}

/** Converts an archive's files; each step is a file. */
export function* convertFiles(job: ConvertJob, archive: SourceArchive): Generator<void> {
  const reader = new TextReader();
  const prefix = shownPrefix(job.environment.workingFolder, archive.root);
  for (const path of archive.files) {
    try {
      convertFile(job, { archive, path, from: prefix + path }, reader);
    } catch (error) {
      // Wrong use, or no room for anything: the other files would fare no better.
      if (error instanceof NoRoom || !(error instanceof RunFailure)) throw error;
      job.report.fail(prefix + path, error.message);
    }
    yield;
  }
}

interface Input {
  readonly archive: SourceArchive;
  readonly path: string;
  /** As the user is shown it. */
  readonly from: string;
}

function convertFile({ to, overlay, destination, report }: ConvertJob, input: Input, reader: TextReader): void {
  const { archive, path, from } = input;
  const isNamed = archive.named.has(path);
  const noText = openInput(reader, join(archive.root, path), overlay);
  if (noText !== undefined) {
    // What is too large to be looked at might be an article, so that is said of every file.
    report.leaveOut(from, "no-article", isNamed || noText === "too large", `not an article (${noText})`);
    return;
  }
  const surroundings = () => archive.surroundingsOf(path);
  const made = convertArticle(reader.text(), to, surroundings);
  if (made.kind === "failed") report.fail(from, made.reason);
  else if (made.kind !== "converted") report.leaveOut(from, made.kind, isNamed);
  else {
    const placed = destination.take({ id: made.id, bytes: made.bytes, from });
    if (to === "text" && surroundings().disclaimer === undefined) report.noDisclaimer();
    report.add(from, placed, made.losses);
  }
}

function openInput(reader: TextReader, path: string, overlay: Overlay | undefined): NoText | undefined {
  try {
    return overlay ? reader.take(overlay.bytes) : reader.open(path, true);
  } catch (error) {
    throw new RunFailure(systemReason(error));
  }
}
