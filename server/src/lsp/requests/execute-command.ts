// workspace/executeCommand: what the server can do for any client that has a way to call commands by name.
// Our own client has commands of its own and asks by requests, so nothing is announced to it.
import {
  ExecuteCommandRequest,
  MessageType,
  ShowMessageNotification,
  type ShowMessageParams,
} from "vscode-languageserver";
import { runArchiveLint } from "../archive-lint-run.ts";
import type { RequestContext } from "../request-context.ts";
import { type RequestFeature, requestFeature } from "../request-feature.ts";

type Command = (context: RequestContext) => unknown;

// Not the names of our client's commands: some clients make a command of their own of each.
const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ["kb.server.lintArchive", lintArchive],
  ["kb.server.clearArchiveProblems", ({ archiveLint }) => archiveLint.clear()],
]);

/** The command request. */
export const executeCommandRequest: RequestFeature = requestFeature(
  ExecuteCommandRequest.type,
  (support) => (support.ownClient ? {} : { executeCommandProvider: { commands: [...COMMANDS.keys()] } }),
  async (context, { command }) => {
    await COMMANDS.get(String(command))?.(context);
    return null;
  },
);

async function lintArchive(context: RequestContext): Promise<void> {
  const { message } = await runArchiveLint(context);
  const shown: ShowMessageParams = { type: MessageType.Info, message: `KB: ${message}` };
  await context.archiveLint.connection.sendNotification(ShowMessageNotification.type, shown);
}
