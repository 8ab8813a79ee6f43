// The command “KB: Go to Article…”: finds articles by number or by words of the title, in any order.
// VS Code's own search over symbols asks the server for the first word alone; this one asks for all of them at each
// keystroke and keeps the server's order, which is why the title stands where the list does not sort by it.
import {
  type CancellationToken,
  CancellationTokenSource,
  commands,
  Disposable,
  type QuickPick,
  type QuickPickItem,
  window,
} from "vscode";
import type { SymbolInformation, WorkspaceSymbol } from "vscode-languageclient";
import { type BaseLanguageClient, WorkspaceSymbolRequest, WorkspaceSymbolResolveRequest } from "vscode-languageclient";
import { type EnsureClient, withServer } from "../article-requests.ts";

type Found = SymbolInformation | WorkspaceSymbol;

interface ArticleItem extends QuickPickItem {
  readonly symbol: Found;
}

const MOST_SHOWN = 100;

/** Registers the command; it may be given what to begin with. */
export function registerGoToArticle(ensure: EnsureClient): Disposable {
  return commands.registerCommand("kb.goToArticle", (typed?: string) =>
    withServer(ensure, async (client) => {
      const symbol = await choose(client, typeof typed === "string" ? typed : "");
      if (symbol) await show(client, symbol);
    }),
  );
}

function choose(client: BaseLanguageClient, typed: string): Promise<Found | undefined> {
  const pick = window.createQuickPick<ArticleItem>();
  pick.placeholder = "Number, or words of the title in any order";
  pick.value = typed;
  let asked = new CancellationTokenSource();
  const ask = (query: string): void => {
    asked.cancel();
    asked.dispose();
    asked = new CancellationTokenSource();
    void search(client, pick, query, asked.token);
  };
  return new Promise((resolve) => {
    const parts = Disposable.from(
      pick,
      pick.onDidChangeValue(ask),
      pick.onDidAccept(() => {
        resolve(pick.selectedItems[0]?.symbol);
        pick.hide();
      }),
      pick.onDidHide(() => {
        asked.cancel();
        resolve(undefined);
        parts.dispose();
      }),
    );
    pick.show();
    ask(typed);
  });
}

async function search(
  client: BaseLanguageClient,
  pick: QuickPick<ArticleItem>,
  query: string,
  token: CancellationToken,
): Promise<void> {
  pick.busy = true;
  try {
    const found = await client.sendRequest(WorkspaceSymbolRequest.type, { query }, token);
    if (token.isCancellationRequested) return;
    pick.items = (found ?? []).slice(0, MOST_SHOWN).map(itemOf);
    pick.busy = false;
  } catch {
    // Cancelled because of the next keystroke, or the server is gone, which its own message says.
    if (!token.isCancellationRequested) pick.busy = false;
  }
}

// The list puts first what it finds in labels; titles are in the descriptions, so that it leaves the order alone.
function itemOf(symbol: Found): ArticleItem {
  const colon = symbol.name.indexOf(": ");
  const label = colon < 0 ? symbol.name : symbol.name.slice(0, colon);
  const description = colon < 0 ? "" : symbol.name.slice(colon + 2);
  return { label, description, alwaysShow: true, symbol };
}

async function show(client: BaseLanguageClient, symbol: Found): Promise<void> {
  const { location } = await client.sendRequest(WorkspaceSymbolResolveRequest.type, symbol);
  const { protocol2CodeConverter: toCode } = client;
  const selection = "range" in location ? toCode.asRange(location.range) : undefined;
  const title = selection && { selection: selection.with({ end: selection.start }) };
  await window.showTextDocument(toCode.asUri(location.uri), { preview: true, ...title });
}
