// The server's requests about whole articles, as our commands use them, and the edits that they offer.
// Nothing is changed before the author has said so.
import { window, workspace } from "vscode";
import type { BaseLanguageClient, WorkspaceEdit } from "vscode-languageclient";
import {
  CITATIONS,
  type Citations,
  type CitationsParams,
  type EditResult,
  REPLACE_CITATIONS,
  type ReplaceCitationsParams,
  UPDATE_QUOTED_TITLES,
  type UpdateQuotedTitlesParams,
} from "../../server/src/protocol/protocol.ts";
import { withLegacyFiles } from "./legacy-files.ts";

/** An edit that the server offers. */
export type OfferedEdit = Omit<EditResult, "edit"> & { readonly edit: WorkspaceEdit };

/** Gives the client, made where no article was opened yet. */
export type EnsureClient = () => BaseLanguageClient;

/** Does a command's work with the running client; what the server refuses is shown to the author. */
export async function withServer(
  ensure: EnsureClient,
  work: (client: BaseLanguageClient) => Promise<void>,
): Promise<void> {
  try {
    const client = ensure();
    await client.start();
    await work(client);
  } catch (error) {
    void window.showErrorMessage(`KB Author: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Who cites an article. */
export function askCitations(client: BaseLanguageClient, params: CitationsParams): Promise<Citations | null> {
  return client.sendRequest<Citations | null>(CITATIONS, params);
}

/** The edit that replaces an article's citations, deletes it, or both. */
export function askReplacement(client: BaseLanguageClient, params: ReplaceCitationsParams): Promise<OfferedEdit> {
  return client.sendRequest<OfferedEdit>(REPLACE_CITATIONS, params);
}

/** The edit that brings a title everywhere it is quoted. */
export function askTitleUpdate(client: BaseLanguageClient, params: UpdateQuotedTitlesParams): Promise<OfferedEdit> {
  return client.sendRequest<OfferedEdit>(UPDATE_QUOTED_TITLES, params);
}

/** Applies an edit in one undo step; false where it was not applied. */
export async function applyOffer(client: BaseLanguageClient, { edit }: OfferedEdit): Promise<boolean> {
  const converted = await client.protocol2CodeConverter.asWorkspaceEdit(edit);
  return workspace.applyEdit(await withLegacyFiles(converted), { isRefactoring: true });
}
