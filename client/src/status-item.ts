// The language status item: the article's type and profile, and how far the index is.
import { Disposable, type LanguageStatusItem, LanguageStatusSeverity, languages, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { State } from "vscode-languageclient";
import {
  DOCUMENT_STATUS,
  type DocumentStatus,
  INDEX_STATUS,
  type IndexStatus,
} from "../../server/src/protocol/protocol.ts";
import { ARTICLE_LANGUAGE, PAGE_LANGUAGE } from "./names.ts";

/** Shows the item for article documents until disposed. */
export function showStatus(client: BaseLanguageClient): Disposable {
  const selector = [{ language: ARTICLE_LANGUAGE }, { language: PAGE_LANGUAGE }];
  const item = languages.createLanguageStatusItem("kb.status", selector);
  item.name = "KB Author";
  item.command = { command: "kb.showOutput", title: "Output" };
  item.text = "KB: starting";
  item.busy = true;
  return Disposable.from(
    item,
    client.onNotification(INDEX_STATUS, (status: IndexStatus) => showIndex(item, client, status)),
    client.onDidChangeState(({ newState }) => showState(item, newState)),
    window.onDidChangeActiveTextEditor(() => void showDocument(item, client)),
  );
}

function showIndex(item: LanguageStatusItem, client: BaseLanguageClient, status: IndexStatus): void {
  item.busy = status.state === "indexing";
  const done = `${status.done.toLocaleString()} of ${status.total.toLocaleString()} files`;
  item.detail = item.busy ? `Indexing: ${done}` : `${status.articles.toLocaleString()} articles in the archive`;
  if (!item.busy) void showDocument(item, client);
}

function showState(item: LanguageStatusItem, state: State): void {
  if (state !== State.Stopped) {
    item.severity = LanguageStatusSeverity.Information;
    item.command = { command: "kb.showOutput", title: "Output" };
    return;
  }
  item.busy = false;
  item.text = "KB: stopped";
  item.detail = "The language server does not run.";
  item.severity = LanguageStatusSeverity.Error;
  item.command = { command: "kb.restartServer", title: "Restart" };
}

async function showDocument(item: LanguageStatusItem, client: BaseLanguageClient): Promise<void> {
  const uri = window.activeTextEditor?.document.uri.toString();
  if (uri === undefined || !client.isRunning()) return;
  const status = await client.sendRequest<DocumentStatus>(DOCUMENT_STATUS, { uri });
  item.text = status.type === null ? "KB: no article" : `KB: ${status.type}, profile ${status.profile}`;
}
