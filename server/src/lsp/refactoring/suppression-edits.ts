// The changes of suppressions files that go with a renumbering: of the articles that change, those with accepted
// findings are linted as they are now, and the marks of their findings are made anew.
import { suppressionId } from "../../config/suppressions.ts";
import { diagnostics } from "../../features/diagnostics.ts";
import type { FileEdits } from "../../features/refactor-edit.ts";
import type { Renumbering } from "../../features/refactor-number.ts";
import { type NewMarks, noteMarks, renumberSuppressions } from "../../features/refactor-suppressions.ts";
import { pathOfUri, uriBelow } from "../../host/uris.ts";
import { parseArticle, parseIfArticle } from "../../syntax/parse-article.ts";
import { SourceText } from "../../text/source-text.ts";
import { applyEdits } from "../../text/text-edit.ts";
import type { PlacedConfig } from "../archive-configs.ts";
import type { RequestContext } from "../request-context.ts";

/** A suppressions file and what becomes of its entries. */
interface SuppressionsFile {
  readonly root: PlacedConfig["root"];
  readonly path: string;
  readonly marks: NewMarks;
}

/** The edits of suppressions files for articles that are about to change. */
export async function suppressionEdits(
  context: RequestContext,
  changed: readonly FileEdits[],
  numbers: Renumbering,
): Promise<FileEdits[]> {
  const files = new Map<string, SuppressionsFile>();
  for (const edits of changed) {
    noteArticle(context, edits, { numbers, files });
    if (context.pace.due) await context.pace.rest();
  }
  const collected: FileEdits[] = [];
  for (const [uri, { root, path, marks }] of files) {
    const text = context.open({ uri })?.text ?? (await root.readList(path));
    const edits = text === undefined ? [] : renumberSuppressions(text, marks, numbers);
    if (text !== undefined && edits.length > 0) collected.push({ uri, source: new SourceText(text), edits });
  }
  return collected;
}

function noteArticle(
  { workspace, linter }: RequestContext,
  { uri, source, edits }: FileEdits,
  { numbers, files }: { readonly numbers: Renumbering; readonly files: Map<string, SuppressionsFile> },
): void {
  const place = workspace.configuration.archives.of(uri);
  if (!place || place.config.suppressions.size === 0) return;
  const before = parseIfArticle(source.text);
  const id = before && suppressionId(before, place.path);
  if (!before || id === undefined || !place.config.suppressions.has(id)) return;
  const after = parseArticle(applyEdits(source.text, edits), before.container);
  const file = uriBelow(place.root.root, place.config.suppressionsPath);
  const known = files.get(file) ?? { root: place.root, path: place.config.suppressionsPath, marks: new Map() };
  files.set(file, known);
  const { index } = workspace;
  const snapshot = { uri, path: pathOfUri(uri), article: before, archive: index.state, index: index.index };
  const findings = diagnostics({ ...snapshot, inArchive: index.isInside(uri) }, linter.setupFor({ key: uri }));
  noteMarks(known.marks, { before, after, id, newId: numbers.get(id) ?? id, findings });
}
