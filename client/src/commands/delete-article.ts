// The command “KB: Delete Article…”: shows who cites the article first, and can have another one cited in its place.
// Page and raw text go together, with the article's entries in index pages; one undo brings everything back.
import { commands, type Disposable, type QuickPickItem, QuickPickItemKind, type Uri, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { Citations, CitingDocument, ReplaceCitationsParams } from "../../../server/src/protocol/protocol.ts";
import { applyOffer, askCitations, askReplacement, type EnsureClient, withServer } from "../article-requests.ts";
import { askSubstitute } from "../ask-substitute.ts";
import { withoutNotice } from "../citations-left.ts";
import { showCitation, showCitations } from "../show-citations.ts";

/** Registers the command; it takes the file that is to go, by default the one in the active editor. */
export function registerDeleteArticle(ensure: EnsureClient): Disposable {
  return commands.registerCommand("kb.deleteArticle", (chosen?: Uri) =>
    withServer(ensure, async (client) => {
      const uri = chosen ?? window.activeTextEditor?.document.uri;
      const citations = uri ? await askCitations(client, { uri: uri.toString() }) : null;
      if (!citations || citations.files.length === 0) {
        void window.showInformationMessage("KB Author: open the article that is to be deleted first.");
        return;
      }
      await (citations.places.length === 0 ? confirm(client, citations) : choose(client, citations));
    }),
  );
}

async function confirm(client: BaseLanguageClient, { id, title, files }: Citations): Promise<void> {
  const detail = `No article cites it. ${files.length === 1 ? "One file goes." : `${files.length} files go.`}`;
  const answer = await window.showWarningMessage(`Delete ${id} “${title}”?`, { modal: true, detail }, "Delete");
  if (answer === "Delete") await remove(client, { id, ...fileOf(files) });
}

interface Choice extends QuickPickItem {
  readonly act?: () => Promise<void>;
}

async function choose(client: BaseLanguageClient, citations: Citations): Promise<void> {
  const { id, title, articles } = citations;
  const many = articles === 1 ? "1 article" : `${articles} articles`;
  const choice = await window.showQuickPick([...actions(client, citations), ...placesOf(client, citations)], {
    title: `Delete ${id} “${title}”: Cited by ${many}`,
    placeHolder: "What is to become of the citations?",
    matchOnDescription: true,
    matchOnDetail: true,
  });
  await choice?.act?.();
}

function actions(client: BaseLanguageClient, citations: Citations): Choice[] {
  const { id, articles, files } = citations;
  return [
    {
      label: "$(replace-all) Replace Citations and Delete…",
      detail: "Asks for the article to cite instead; numbers and quoted titles change.",
      alwaysShow: true,
      act: () => replaceAndDelete(client, citations),
    },
    {
      label: "$(references) Show Citations",
      detail: "Deletes nothing.",
      alwaysShow: true,
      act: () => showCitations(client, citations),
    },
    {
      label: "$(trash) Delete Anyway",
      detail: `Leaves readers of ${articles === 1 ? "1 article" : `${articles} articles`} with a number that leads nowhere.`,
      alwaysShow: true,
      act: () => remove(client, { id, ...fileOf(files) }),
    },
  ];
}

// A list of more is read by nobody; all of them are behind “Show Citations”.
const MOST_PLACES = 200;

function placesOf(client: BaseLanguageClient, { places }: Citations): Choice[] {
  const items = places.slice(0, MOST_PLACES).map((place) => ({
    label: `${place.id} ${place.title}`,
    description: descriptionOf(place),
    act: () => showCitation(client, place),
  }));
  return [{ label: "cited by", kind: QuickPickItemKind.Separator }, ...items];
}

function descriptionOf({ section, uri, range }: CitingDocument): string {
  const container = /\.txt$/i.test(uri) ? "raw text" : "page";
  return `${section === "" ? container : `${section}, ${container}`}, line ${range.start.line + 1}`;
}

async function replaceAndDelete(client: BaseLanguageClient, { id, files }: Citations): Promise<void> {
  const by = await askSubstitute(client, id);
  if (by !== undefined) await remove(client, { id, by, ...fileOf(files) });
}

function fileOf([uri]: readonly string[]): Pick<ReplaceCitationsParams, "uri"> {
  return uri === undefined ? {} : { uri };
}

async function remove(client: BaseLanguageClient, params: ReplaceCitationsParams): Promise<void> {
  const offer = await askReplacement(client, { ...params, remove: true });
  const done = await withoutNotice(params.id, () => applyOffer(client, offer));
  if (!done) void window.showWarningMessage(`KB Author: ${params.id} was not deleted; the edit was not applied.`);
  else if (offer.left > 0) {
    void window.showWarningMessage(`KB Author: ${params.by} itself cites ${params.id}; those places were left alone.`);
  }
}
