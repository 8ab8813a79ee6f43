// What each feature makes of a fixture, as text for golden sections.
// One entry for each name that a section can have.
import { fixAllEdits, quickFixes } from "../../src/features/code-actions.ts";
import { definition } from "../../src/features/definition.ts";
import { diagnostics, type LintSetup } from "../../src/features/diagnostics.ts";
import { documentHighlight } from "../../src/features/document-highlight.ts";
import { documentLinks } from "../../src/features/document-links.ts";
import { type DocumentSymbol, documentSymbols } from "../../src/features/document-symbols.ts";
import { foldingRanges } from "../../src/features/folding.ts";
import { hover, hoverTarget, type Markup } from "../../src/features/hover.ts";
import { references } from "../../src/features/references.ts";
import type { ArchiveState } from "../../src/features/snapshot.ts";
import { titlePlace } from "../../src/features/title-place.ts";
import { RULES } from "../../src/lint/registry.generated.ts";
import { parseArticle } from "../../src/syntax/parse-article.ts";
import { applyEdits } from "../../src/text/text-edit.ts";
import type { MemoryWorkspace } from "../harness/memory-workspace.ts";
import { NAVIGATION_RENDERERS } from "./render-navigation.ts";
import { REFACTORING_RENDERERS } from "./render-refactoring.ts";

const NOTHING = "(nothing)";
const SETUP: LintSetup = {
  rules: RULES,
  settings: { profile: "archive", levels: new Map(), today: { year: 2026, month: 1, day: 1 } },
};

/** Runs the feature that a golden section names. */
export function renderFeature(name: string, workspace: MemoryWorkspace): string {
  const render = RENDERERS.get(name);
  if (!render) throw new Error(`no feature writes a section "${name}"`);
  return render(workspace) || NOTHING;
}

const RENDERERS: ReadonlyMap<string, (workspace: MemoryWorkspace) => string> = new Map([
  ["hover", (workspace) => renderHover(workspace, "markdown", "ready")],
  ["hover plain", (workspace) => renderHover(workspace, "plaintext", "ready")],
  ["hover while indexing", (workspace) => renderHover(workspace, "markdown", "indexing")],
  ["hover without archive", (workspace) => renderHover(workspace, "markdown", "none")],
  ["definition", renderDefinition],
  ["references", (workspace) => renderReferences(workspace, false)],
  ["references and declaration", (workspace) => renderReferences(workspace, true)],
  ["highlight", renderHighlight],
  ["links", renderLinks],
  ["symbols", (workspace) => renderSymbols(documentSymbols(workspace.snapshot().article), workspace, "")],
  ["folding", renderFolding],
  ["findings", renderFindings],
  ["quick fixes", renderQuickFixes],
  ["fix all", renderFixAll],
  ...NAVIGATION_RENDERERS,
  ...REFACTORING_RENDERERS,
]);

function renderHover(workspace: MemoryWorkspace, markup: Markup, archive: ArchiveState): string {
  const snapshot = workspace.snapshot(archive);
  const target = hoverTarget(snapshot, workspace.offset);
  if (!target) return "";
  const article = target.uri === undefined ? undefined : workspace.article(target.uri);
  return `on ${workspace.place(snapshot.uri, target.span)}\n\n${hover(snapshot, target, article, markup)}`;
}

function renderDefinition(workspace: MemoryWorkspace): string {
  const snapshot = workspace.snapshot();
  const found = definition(snapshot, workspace.offset);
  const article = found && workspace.article(found.uri);
  if (!found || !article) return "";
  const { title } = titlePlace(article);
  return `from ${workspace.place(snapshot.uri, found.origin)}\nto ${workspace.place(found.uri, title)}`;
}

function renderReferences(workspace: MemoryWorkspace, includeDeclaration: boolean): string {
  const places = references(workspace.snapshot(), workspace.offset, { includeDeclaration }) ?? [];
  return places
    .map(({ uri, citation }) => {
      const article = workspace.article(uri);
      return citation
        ? workspace.place(uri, workspace.spanOf(uri, citation))
        : `declared ${article ? workspace.place(uri, titlePlace(article).title) : uri}`;
    })
    .join("\n");
}

function renderHighlight(workspace: MemoryWorkspace): string {
  const snapshot = workspace.snapshot();
  const spans = documentHighlight(snapshot, workspace.offset) ?? [];
  return spans.map((span) => workspace.place(snapshot.uri, span)).join("\n");
}

function renderLinks(workspace: MemoryWorkspace): string {
  const snapshot = workspace.snapshot();
  return documentLinks(snapshot)
    .map(({ span, target, tooltip }) =>
      `${workspace.place(snapshot.uri, span)} -> ${target} ${tooltip ?? ""}`.trimEnd(),
    )
    .join("\n");
}

function renderSymbols(symbols: readonly DocumentSymbol[], workspace: MemoryWorkspace, indent: string): string {
  const { source } = workspace.snapshot().article;
  return symbols
    .flatMap((symbol) => {
      const lines = `${source.lineAt(symbol.range.start) + 1}-${source.lineAt(symbol.range.end) + 1}`;
      const head = `${indent}${symbol.kind} ${symbol.name} ${lines} ${symbol.detail}`.trimEnd();
      const below = renderSymbols(symbol.children, workspace, `${indent}  `);
      return below === "" ? [head] : [head, below];
    })
    .join("\n");
}

function renderFolding(workspace: MemoryWorkspace): string {
  const { article } = workspace.snapshot();
  return foldingRanges(article)
    .map(({ startLine, endLine }) => `${startLine + 1}-${endLine + 1} ${article.source.lineText(startLine).trim()}`)
    .join("\n");
}

function renderFindings(workspace: MemoryWorkspace): string {
  const snapshot = workspace.snapshot();
  return diagnostics(snapshot, SETUP)
    .map(({ span, severity, rule }) => `${workspace.place(snapshot.uri, span)} ${severity} ${rule}`)
    .join("\n");
}

function renderQuickFixes(workspace: MemoryWorkspace): string {
  const at = { start: workspace.offset, end: workspace.offset };
  return quickFixes(diagnostics(workspace.snapshot(), SETUP), at)
    .map(({ finding, fix, preferred }) => `${finding.rule}: ${fix.title}${preferred ? " (preferred)" : ""}`)
    .join("\n");
}

function renderFixAll(workspace: MemoryWorkspace): string {
  const snapshot = workspace.snapshot();
  const edits = fixAllEdits(snapshot, SETUP, false);
  const changed = edits.map(
    ({ span, newText }) => `${workspace.place(snapshot.uri, span)} -> ${JSON.stringify(newText)}`,
  );
  const after = applyEdits(snapshot.article.source.text, edits);
  const again = fixAllEdits({ ...snapshot, article: parseArticle(after, snapshot.article.container) }, SETUP, false);
  return [...changed, `then ${again.length} more`].join("\n");
}
