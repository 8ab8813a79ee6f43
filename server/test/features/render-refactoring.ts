// What refactorings make of a fixture, as text for golden sections: each changed place and what is written there.
// Kept apart from the others for the length of the file.
import { renumberArticle } from "../../src/features/refactor-article.ts";
import type { ReasonedEdit } from "../../src/features/refactor-edit.ts";
import { parseNumber } from "../../src/features/refactor-number.ts";
import { movesFor } from "../../src/features/refactor-paths.ts";
import { replaceCitations } from "../../src/features/refactor-replace.ts";
import { isRefused, type RenameScope, renamePlace, renameScope, takenBy } from "../../src/features/rename.ts";
import { updateOwnTitles, updateQuotedTitles, wantedTitle } from "../../src/features/update-title.ts";
import type { Article } from "../../src/syntax/article.ts";
import type { MemoryWorkspace } from "../harness/memory-workspace.ts";

/** Renderers by the name of the golden section. */
export const REFACTORING_RENDERERS: readonly (readonly [string, (workspace: MemoryWorkspace) => string])[] = [
  ["rename to Q901300", (workspace) => renderRename(workspace, "Q901300")],
  ["rename to Q900300", (workspace) => renderRename(workspace, "Q900300")],
  ["cite Q900300 instead of Q900200", (workspace) => renderReplacement(workspace, "Q900200", "Q900300")],
  ["quote this title", renderTitle],
];

function renderRename(workspace: MemoryWorkspace, typed: string): string {
  const snapshot = workspace.snapshot();
  const place = renamePlace(snapshot, workspace.offset);
  if (!place) return "";
  if (isRefused(place)) return place.refused;
  const scope = renameScope(snapshot, { ...place, entries: snapshot.index.find(place.id) }, () => "test:");
  if (isRefused(scope)) return scope.refused;
  const number = parseNumber(typed) ?? "";
  const taken = takenBy(scope, number, snapshot.index.find(number));
  return taken ? taken.refused : renumbered(workspace, scope, number).join("\n");
}

function renumbered(workspace: MemoryWorkspace, { id, files, citing }: RenameScope, number: string): string[] {
  const numbers = new Map([[id, number]]);
  const uris = [...new Set([...files, ...citing])].sort();
  const edits = uris.flatMap((uri) =>
    changes(workspace, uri, (article) => renumberArticle(article, numbers, files.includes(uri))),
  );
  const bearing = files.map((uri) => ({ uri, id }));
  return [...edits, ...movesFor(bearing, numbers).map(({ from, to }) => `move ${from} -> ${to}`)];
}

function renderReplacement(workspace: MemoryWorkspace, id: string, by: string): string {
  const titles = (number: string): string[] => workspace.index.find(number).map(({ summary }) => summary.title);
  const citing = [...new Set(workspace.index.citing(id).map(({ entry }) => entry.uri))];
  return citing
    .flatMap((uri) =>
      changes(workspace, uri, (article) =>
        replaceCitations(article, { id, titles: titles(id) }, { id: by, titles: titles(by) }),
      ),
    )
    .join("\n");
}

function renderTitle(workspace: MemoryWorkspace): string {
  const wanted = wantedTitle(workspace.snapshot().article, workspace.offset);
  if (!wanted) return "";
  const own = workspace.index.find(wanted.id).map(({ uri }) => uri);
  const citing = [...new Set(workspace.index.citing(wanted.id).map(({ entry }) => entry.uri))];
  return [
    ...own.flatMap((uri) => changes(workspace, uri, (article) => updateOwnTitles(article, wanted))),
    ...citing.flatMap((uri) => changes(workspace, uri, (article) => updateQuotedTitles(article, wanted))),
  ].join("\n");
}

function changes(workspace: MemoryWorkspace, uri: string, edit: (article: Article) => ReasonedEdit[]): string[] {
  const article = workspace.article(uri);
  return (article ? edit(article) : []).map(
    ({ span, newText, reason }) => `${reason} ${workspace.place(uri, span)} -> ${JSON.stringify(newText)}`,
  );
}
