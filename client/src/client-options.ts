// What the client asks of VS Code's language client: which documents, which log, and that no Markdown is trusted.
import type { LogOutputChannel } from "vscode";
import { type LanguageClientOptions, RevealOutputChannelOn } from "vscode-languageclient";
import type { InitializationOptions } from "../../server/src/protocol/protocol.ts";
import { legacyMiddleware } from "./legacy-files.ts";
import { ARTICLE_LANGUAGE, CLIENT_ID, HOST_LANGUAGES, PAGE_LANGUAGE } from "./names.ts";
import { noteRename } from "./save-renamed.ts";

/** The language client's options. Article text shown in hovers can run no command and load nothing. */
export function clientOptions(
  outputChannel: LogOutputChannel,
  initializationOptions: InitializationOptions,
): LanguageClientOptions {
  return {
    documentSelector: [
      ...[ARTICLE_LANGUAGE, PAGE_LANGUAGE, ...HOST_LANGUAGES].map((language) => ({ language })),
      // Mistakes in settings are told while they are typed.
      { pattern: "**/kb.config.json" },
    ],
    diagnosticCollectionName: CLIENT_ID,
    initializationOptions,
    markdown: { isTrusted: false, supportHtml: false },
    middleware: { ...noteRename, ...legacyMiddleware },
    outputChannel,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
  };
}
