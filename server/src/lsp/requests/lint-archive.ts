// kb/lintArchive and kb/clearArchiveProblems: the whole archive's findings, asked for by our own client's commands.
// Other clients have the same as commands of the server (execute-command.ts).
import { RequestType } from "vscode-languageserver";
import {
  CLEAR_ARCHIVE_PROBLEMS,
  LINT_ARCHIVE,
  type LintArchiveParams,
  type LintArchiveResult,
} from "../../protocol/protocol.ts";
import { runArchiveLint } from "../archive-lint-run.ts";
import { type RequestFeature, requestFeature } from "../request-feature.ts";

/** Lints the whole archive. */
export const lintArchiveRequest: RequestFeature = requestFeature(
  new RequestType<LintArchiveParams | null, LintArchiveResult, void>(LINT_ARCHIVE),
  () => ({}),
  (context, params) => runArchiveLint(context, params?.workDoneToken),
);

/** Takes back what that showed. */
export const clearArchiveProblemsRequest: RequestFeature = requestFeature(
  new RequestType<object | null, null, void>(CLEAR_ARCHIVE_PROBLEMS),
  () => ({}),
  (context) => {
    context.archiveLint.clear();
    return null;
  },
);
