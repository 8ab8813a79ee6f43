// What both editions of the extension do: wait for an article, start the client once, and keep its parts together.
import { type ExtensionContext, type LogOutputChannel, type TextDocument, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { tellCitationsLeft } from "./citations-left.ts";
import { registerDeleteArticle } from "./commands/delete-article.ts";
import { registerFixAll } from "./commands/fix-all.ts";
import { registerGoToArticle } from "./commands/go-to-article.ts";
import { registerLintArchive } from "./commands/lint-archive.ts";
import { registerRestartServer } from "./commands/restart-server.ts";
import { registerShowOutput } from "./commands/show-output.ts";
import { registerShowReferences } from "./commands/show-references.ts";
import { registerUpdateQuotedTitles } from "./commands/update-quoted-titles.ts";
import { isArticleLanguage, looksLikeArticle, switchLanguage } from "./detect-language.ts";
import { openLegacyFiles } from "./legacy-files.ts";
import { CLIENT_NAME } from "./names.ts";
import { saveRenamed } from "./save-renamed.ts";
import { showStatus } from "./status-item.ts";
import { serveFiles } from "./workspace-files.ts";

/** The running extension. */
export interface RunningExtension {
  /** Stops the server, if it runs. Never throws. */
  stop(): Promise<void>;
}

type CreateClient = (output: LogOutputChannel) => BaseLanguageClient;

/** Starts listening for articles; the client is made at the first one. */
export function startExtension(context: ExtensionContext, createClient: CreateClient): RunningExtension {
  const output = window.createOutputChannel(CLIENT_NAME, { log: true });
  let client: BaseLanguageClient | undefined;
  const ensureClient = (): BaseLanguageClient => {
    client ??= startClient(context, createClient(output), output);
    return client;
  };
  const consider = (document: TextDocument): void => {
    if (isArticleLanguage(document.languageId)) ensureClient();
    else if (looksLikeArticle(document)) {
      ensureClient();
      void switchLanguage(document);
    }
  };
  context.subscriptions.push(
    output,
    workspace.onDidOpenTextDocument(consider),
    registerShowOutput(output),
    registerRestartServer(() => client, output),
    registerFixAll(),
    registerGoToArticle(ensureClient),
    registerLintArchive(ensureClient, () => client),
    registerShowReferences(() => client),
    registerDeleteArticle(ensureClient),
    registerUpdateQuotedTitles(ensureClient),
  );
  for (const document of workspace.textDocuments) consider(document);
  return {
    async stop() {
      if (client?.isRunning()) await client.stop();
    },
  };
}

function startClient(
  context: ExtensionContext,
  client: BaseLanguageClient,
  output: LogOutputChannel,
): BaseLanguageClient {
  context.subscriptions.push(
    serveFiles(client),
    showStatus(client),
    tellCitationsLeft(client),
    saveRenamed(),
    openLegacyFiles(client),
  );
  client.start().catch((error: unknown) => {
    output.error(error instanceof Error ? error : String(error));
    void window.showErrorMessage("KB Author: the language server did not start. See the output channel “KB Author”.");
  });
  return client;
}
