// The commands “KB: Lint Whole Archive” and “KB: Clear Archive Problems”: the problems of files that are not open.
// Progress is shown in a notification, because there the button that stops the work is in sight.
import { type CancellationToken, commands, Disposable, type Progress, ProgressLocation, window } from "vscode";
import { type BaseLanguageClient, WorkDoneProgress } from "vscode-languageclient";
import {
  CLEAR_ARCHIVE_PROBLEMS,
  LINT_ARCHIVE,
  type LintArchiveParams,
  type LintArchiveResult,
} from "../../../server/src/protocol/protocol.ts";

const SHOW = "Show Problems";

let runs = 0;

/** Registers the commands; `ensureClient` starts the server where no article was opened yet. */
export function registerLintArchive(
  ensureClient: () => BaseLanguageClient,
  client: () => BaseLanguageClient | undefined,
): Disposable {
  return Disposable.from(
    commands.registerCommand("kb.lintArchive", () => lintArchive(ensureClient())),
    commands.registerCommand("kb.clearArchiveProblems", async () => {
      const running = client();
      if (running?.isRunning()) await running.sendRequest(CLEAR_ARCHIVE_PROBLEMS, null);
    }),
  );
}

async function lintArchive(client: BaseLanguageClient): Promise<LintArchiveResult | undefined> {
  await client.start();
  const options = { location: ProgressLocation.Notification, title: "KB: linting the archive", cancellable: true };
  const result = await window.withProgress(options, (progress, token) => run(client, progress, token));
  if (!result) return undefined;
  // Not waited for: whoever called the command wants to go on.
  void window.showInformationMessage(`KB: ${result.message}`, SHOW).then((chosen) => {
    if (chosen === SHOW) void commands.executeCommand("workbench.actions.view.problems");
  });
  return result;
}

type Shown = Progress<{ message?: string; increment?: number }>;

async function run(
  client: BaseLanguageClient,
  shown: Shown,
  token: CancellationToken,
): Promise<LintArchiveResult | undefined> {
  const workDoneToken = `kb.lintArchive.${++runs}`;
  let before = 0;
  const listening = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
    if (value.kind !== "report") return;
    const { message, percentage = before } = value;
    shown.report({ increment: percentage - before, ...(message === undefined ? {} : { message }) });
    before = percentage;
  });
  const params: LintArchiveParams = { workDoneToken };
  try {
    return await client.sendRequest<LintArchiveResult>(LINT_ARCHIVE, params, token);
  } catch (error) {
    if (token.isCancellationRequested) return undefined;
    throw error;
  } finally {
    listening.dispose();
  }
}
