// Shows places that cite an article: all of them in the references peek, or one of them in its editor.
import { commands, Uri, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { Citations, CitingDocument } from "../../server/src/protocol/protocol.ts";

/** Opens the peek with all places, over the first of them. */
export async function showCitations(client: BaseLanguageClient, { places }: Citations): Promise<void> {
  const [first] = places;
  if (!first) return;
  const { protocol2CodeConverter: toCode } = client;
  const locations = places.map(({ uri, range }) => toCode.asLocation({ uri, range }));
  await window.showTextDocument(Uri.parse(first.uri), { preview: true });
  await commands.executeCommand(
    "editor.action.showReferences",
    Uri.parse(first.uri),
    toCode.asPosition(first.range.start),
    locations,
  );
}

/** Opens one place in an editor. */
export async function showCitation(client: BaseLanguageClient, { uri, range }: CitingDocument): Promise<void> {
  await window.showTextDocument(Uri.parse(uri), { selection: client.protocol2CodeConverter.asRange(range) });
}
