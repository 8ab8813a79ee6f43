// Teaching the archive a word: actions that add an unknown keyword, technology or product to kb.config.json.
import { type CodeAction, CodeActionKind, type WorkspaceEdit } from "vscode-languageserver";
import { addToTaxonomy } from "../config/add-to-taxonomy.ts";
import type { TaxonomyName } from "../config/config.ts";
import { minimalEdits } from "../features/minimal-edits.ts";
import { uriBelow } from "../host/uris.ts";
import { SourceText } from "../text/source-text.ts";
import type { PlacedConfig } from "./archive-configs.ts";
import type { RequestContext } from "./request-context.ts";
import type { FindingPlace } from "./suppression-actions.ts";
import { FILE_START, toTextEdits } from "./to-lsp.ts";

const CONFIG_FILE = "kb.config.json";
const LISTS: ReadonlyMap<string, TaxonomyName> = new Map([
  ["keyword-unknown", "keywords"],
  ["technology-unknown", "technology"],
  ["product", "products"],
]);

/** The actions that add the unknown words at a place to the archive's vocabulary. */
export async function taxonomyActions(context: RequestContext, place: FindingPlace): Promise<CodeAction[]> {
  const { document, snapshot } = place.view;
  const config = context.workspace.configuration.archives.of(document.key);
  if (!config) return [];
  const actions: CodeAction[] = [];
  for (const finding of place.findings.kept) {
    const { rule, span } = finding;
    const list = LISTS.get(rule);
    if (list === undefined || span.end < place.range.start || span.start > place.range.end) continue;
    const word = snapshot.article.source.text.slice(span.start, span.end).trim();
    const edit = await editFor(context, config, { list, word });
    if (!edit) continue;
    const title = `Add “${word}” to the archive's ${list}`;
    actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics: [place.shown(finding)], edit });
  }
  return actions;
}

async function editFor(
  { workspace, support }: RequestContext,
  { root }: PlacedConfig,
  { list, word }: { readonly list: TaxonomyName; readonly word: string },
): Promise<WorkspaceEdit | undefined> {
  const file = uriBelow(root.root, CONFIG_FILE);
  const before = workspace.documents.at(file)?.text ?? (await root.readList(CONFIG_FILE));
  const after = addToTaxonomy(before ?? "", list, word);
  if (after === undefined || (before === undefined && !support.newFiles)) return undefined;
  const target = workspace.clientUri(file);
  if (before === undefined) {
    const fill = { textDocument: { uri: target, version: null }, edits: [{ range: FILE_START, newText: after }] };
    return { documentChanges: [{ kind: "create", uri: target, options: { ignoreIfExists: true } }, fill] };
  }
  const edits = toTextEdits(new SourceText(before), minimalEdits(before, after));
  if (!support.documentChanges) return { changes: { [target]: edits } };
  return { documentChanges: [{ textDocument: { uri: target, version: null }, edits }] };
}
