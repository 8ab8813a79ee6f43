// One run of the command “Lint Whole Archive”: progress that can be stopped, and what came out in a sentence.
// The findings themselves go the way of all findings of the archive.
import { type CancellationToken, CancellationTokenSource, type ProgressToken } from "vscode-languageserver";
import type { LintArchiveResult } from "../protocol/protocol.ts";
import type { ArchiveTotals } from "./archive-lint.ts";
import { MOST_LISTED } from "./archive-lint-work.ts";
import type { RequestContext } from "./request-context.ts";
import { WorkProgress } from "./work-progress.ts";

/** Lints the archive for a request; `progress` is the client's own, where it made one. */
export async function runArchiveLint(context: RequestContext, progress?: ProgressToken): Promise<LintArchiveResult> {
  const { archiveLint, support, token, workspace } = context;
  const { connection } = archiveLint;
  const nothing = { files: 0, errors: 0, warnings: 0, informations: 0, milliseconds: 0, cancelled: false };
  if (workspace.index.state === "none")
    return { ...nothing, message: "No folder is open: there is no archive to lint." };
  if (workspace.configuration.editorSettings("").run === "off")
    return { ...nothing, message: "Linting is off: the setting kb.lint.run says so." };
  const shown = new WorkProgress({
    connection,
    support,
    title: "KB: linting the archive",
    token: progress,
    cancellable: true,
  });
  try {
    const totals = await archiveLint.lintAll(
      ({ done, total }) => shown.report(done, total, `${grouped(done)} of ${grouped(total)} files`),
      eitherOf(token, shown.token),
    );
    return { ...totals, message: messageOf(totals) };
  } finally {
    shown.end();
  }
}

function eitherOf(...tokens: readonly CancellationToken[]): CancellationToken {
  const source = new CancellationTokenSource();
  for (const token of tokens) {
    if (token.isCancellationRequested) source.cancel();
    else token.onCancellationRequested(() => source.cancel());
  }
  return source.token;
}

function messageOf({ files, errors, warnings, informations, listed, milliseconds, cancelled }: ArchiveTotals): string {
  const counts = [counted(files, "article"), counted(errors, "error"), counted(warnings, "warning")];
  if (informations > 0) counts.push(counted(informations, "information"));
  const whole = `${counts.join(", ")} (${(milliseconds / 1000).toFixed(1)} s)`;
  const hidden = errors + warnings + informations - listed;
  const cut =
    hidden > 0
      ? ` More than ${grouped(MOST_LISTED)} findings are too many to show: ${grouped(hidden)} that are no errors are left out.`
      : "";
  return `${cancelled ? "Stopped early: " : ""}${whole}.${cut}`;
}

function counted(number: number, word: string): string {
  return `${grouped(number)} ${word}${number === 1 ? "" : "s"}`;
}

function grouped(number: number): string {
  return number.toLocaleString("en-US");
}
