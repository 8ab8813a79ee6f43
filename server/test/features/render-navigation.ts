// What the features around the graph of references make of a fixture, as text for golden sections.
// Kept apart from the others for the length of the file.
import { taxonomyEntry } from "../../src/config/taxonomy-entry.ts";
import {
  type HierarchyCall,
  incomingCalls,
  outgoingCalls,
  prepareHierarchy,
} from "../../src/features/call-hierarchy.ts";
import { codeLens, countLens } from "../../src/features/code-lens.ts";
import { inlayHints } from "../../src/features/inlay-hints.ts";
import { vocabularyWordAt } from "../../src/features/type-definition.ts";
import { span } from "../../src/text/span.ts";
import { applyEdits } from "../../src/text/text-edit.ts";
import type { MemoryWorkspace } from "../harness/memory-workspace.ts";

const CONFIG = "test:/kb.config.json";

/** Renderers by the name of the golden section. */
export const NAVIGATION_RENDERERS: readonly (readonly [string, (workspace: MemoryWorkspace) => string])[] = [
  ["call hierarchy", renderHierarchy],
  ["code lens", renderCodeLens],
  ["inlay hints", renderInlayHints],
  ["after the hints' edits", renderHintEdits],
  ["type definition", renderTypeDefinition],
];

function renderHierarchy(workspace: MemoryWorkspace): string {
  const entry = prepareHierarchy(workspace.snapshot(), workspace.offset);
  if (!entry) return "";
  const { uri, summary } = entry;
  const list = (calls: readonly HierarchyCall[], placesIn?: string): string[] =>
    calls.flatMap((call) => [
      `  ${call.entry.summary.id} ${call.entry.summary.title} (${call.entry.uri})`,
      ...call.citations.map((citation) => {
        const inUri = placesIn ?? call.entry.uri;
        return `    at ${workspace.place(inUri, workspace.spanOf(inUri, citation))}`;
      }),
    ]);
  return [
    `${summary.id} ${summary.title} (${uri})`,
    "cited by",
    ...list(incomingCalls(workspace.index, entry)),
    "cites",
    ...list(outgoingCalls(workspace.index, entry), uri),
  ].join("\n");
}

function renderCodeLens(workspace: MemoryWorkspace): string {
  const snapshot = workspace.snapshot();
  const lens = codeLens(snapshot);
  if (!lens) return "";
  const line = workspace.place(snapshot.uri, lens.line);
  return `${countLens(snapshot.index, lens.id).title}\nabove ${line}\nof ${workspace.place(snapshot.uri, lens.number)}`;
}

function hintsOf(workspace: MemoryWorkspace): ReturnType<typeof inlayHints> {
  const snapshot = workspace.snapshot();
  return inlayHints(snapshot, span(0, snapshot.article.source.text.length));
}

function renderInlayHints(workspace: MemoryWorkspace): string {
  const { source } = workspace.snapshot().article;
  return hintsOf(workspace)
    .map(({ offset, label, tooltip, edit }) => {
      const line = source.lineAt(offset);
      const before = source.text.slice(source.start(line), offset).trim();
      return `${line + 1}: ${before} [${label}] ${tooltip}${edit ? "" : " (no edit)"}`;
    })
    .join("\n");
}

function renderHintEdits(workspace: MemoryWorkspace): string {
  const { source } = workspace.snapshot().article;
  const edits = hintsOf(workspace).flatMap(({ edit }) => edit ?? []);
  const before = source.text.split("\n");
  const after = applyEdits(source.text, edits).split("\n");
  return after.filter((line) => !before.includes(line)).join("\n");
}

function renderTypeDefinition(workspace: MemoryWorkspace): string {
  const snapshot = workspace.snapshot();
  const word = vocabularyWordAt(snapshot.article, workspace.offset);
  if (!word) return "";
  const config = workspace.article(CONFIG)?.source.text ?? "";
  const entry = taxonomyEntry(config, word.list, word.word);
  const to = entry ? workspace.place(CONFIG, entry) : "(nothing declares it)";
  return `${word.list} from ${workspace.place(snapshot.uri, word.span)}\nto ${to}`;
}
