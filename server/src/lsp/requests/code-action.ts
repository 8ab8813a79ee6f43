// textDocument/codeAction: quick fixes at a range, and all fixes of a document where they are asked for by kind.
// Works on the text as it is now, whatever the diagnostics that the client shows are about.
import {
  type CodeAction,
  CodeActionKind,
  CodeActionRequest,
  CodeActionResolveRequest,
  type Diagnostic,
} from "vscode-languageserver";
import { fixAllEdits, quickFixes } from "../../features/code-actions.ts";
import type { Finding } from "../../lint/rule.ts";
import type { SourceText } from "../../text/source-text.ts";
import { SOURCE } from "../diagnostics-to-lsp.ts";
import { isRange } from "../documents.ts";
import type { DocumentView, RequestContext } from "../request-context.ts";
import { type RequestFeature, requestFeature } from "../request-feature.ts";
import { type FindingPlace, suppressionActions, suppressionEdit } from "../suppression-actions.ts";
import { taxonomyActions } from "../taxonomy-actions.ts";
import { TITLE_ACTION, titleActions, titleEdit } from "../title-actions.ts";
import { toRange, toSpan, toTextEdits, toWorkspaceEdit } from "../to-lsp.ts";

/** The kind of the action that applies all safe fixes. */
export const FIX_ALL: string = `${CodeActionKind.SourceFixAll}.kb`;
/** The kind of the action that applies offered fixes too; outside `source.fixAll`, which stands for safe ones. */
export const FIX_ALL_UNSAFE: string = "source.fixAllUnsafe.kb";

/** The code action request. */
export const codeActionRequest: RequestFeature = requestFeature(
  CodeActionRequest.type,
  ({ lateEdits }) => ({
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, TITLE_ACTION, FIX_ALL, FIX_ALL_UNSAFE],
      resolveProvider: lateEdits,
    },
  }),
  async (context, params): Promise<CodeAction[] | null> => {
    await context.workspace.configuration.ready;
    const view = context.view(params.textDocument);
    if (!view || !isRange(params.range)) return null;
    const actions: CodeAction[] = [];
    const only = Array.isArray(params.context?.only) ? params.context.only : undefined;
    if (isWanted(CodeActionKind.QuickFix, only, true)) {
      const place: FindingPlace = {
        view,
        range: toSpan(view.snapshot.article.source, params.range),
        findings: context.linter.currentFindings(view.document),
        shown: (finding) => shownDiagnostic(context, view, finding, params.context?.diagnostics),
      };
      actions.push(...quickFixActions(context, place), ...(await taxonomyActions(context, place)));
      actions.push(...(await suppressionActions(context, place)));
    }
    if (isWanted(TITLE_ACTION, only, true)) {
      actions.push(...(await titleActions(context, view, toSpan(view.snapshot.article.source, params.range))));
    }
    if (isWanted(FIX_ALL, only, false)) actions.push(...fixAllAction(context, view, false));
    if (isWanted(FIX_ALL_UNSAFE, only, false)) actions.push(...fixAllAction(context, view, true));
    return actions;
  },
);

/** The request for what a code action does, where that was left open. */
export const codeActionResolveRequest: RequestFeature = requestFeature(
  CodeActionResolveRequest.type,
  () => ({}),
  async (context, action): Promise<CodeAction> => {
    const edit =
      action.edit ?? (await suppressionEdit(context, action.data)) ?? (await titleEdit(context, action.data));
    return edit ? { ...action, edit } : action;
  },
);

function quickFixActions(context: RequestContext, { view, range, findings, shown }: FindingPlace): CodeAction[] {
  return quickFixes(findings.kept, range).map(({ finding, fix, preferred }) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [shown(finding)],
    ...(preferred ? { isPreferred: true } : {}),
    edit: workspaceEdit(context, view, fix.edits),
  }));
}

// A kind asks for all kinds below it: `source` for `source.fixAll.kb`.
function isWanted(kind: string, only: readonly string[] | undefined, byDefault: boolean): boolean {
  if (only === undefined) return byDefault;
  return only.some((asked) => kind === asked || asked === "" || kind.startsWith(`${asked}.`));
}

function fixAllAction(context: RequestContext, view: DocumentView, unsafe: boolean): CodeAction[] {
  if (context.linter.isSilent(view.document)) return [];
  const edits = fixAllEdits(view.snapshot, context.linter.setupFor(view.document), unsafe);
  if (edits.length === 0) return [];
  const title = unsafe ? "Apply all KB fixes, unsafe ones too" : "Apply all safe KB fixes";
  return [{ title, kind: unsafe ? FIX_ALL_UNSAFE : FIX_ALL, edit: workspaceEdit(context, view, edits) }];
}

function workspaceEdit(
  context: RequestContext,
  { document, snapshot }: DocumentView,
  edits: Parameters<typeof toTextEdits>[1],
): NonNullable<CodeAction["edit"]> {
  return toWorkspaceEdit(document, toTextEdits(snapshot.article.source, edits), context.support);
}

// The client finds the mark to remove by the diagnostic that it sent; ours stands in where it sent none.
function shownDiagnostic(
  context: RequestContext,
  { document, snapshot }: DocumentView,
  finding: Finding,
  diagnostics: readonly Diagnostic[] | undefined,
): Diagnostic {
  const { source } = snapshot.article;
  const shown = diagnostics?.find((candidate) => isAbout(candidate, finding, source));
  return shown ?? context.linter.diagnosticOf(document, source, finding);
}

function isAbout(diagnostic: Diagnostic, finding: Finding, source: SourceText): boolean {
  if (diagnostic.source !== SOURCE || diagnostic.code !== finding.rule) return false;
  const { start, end } = toRange(source, finding.span);
  const { range } = diagnostic;
  return (
    range.start.line === start.line &&
    range.start.character === start.character &&
    range.end.line === end.line &&
    range.end.character === end.character
  );
}
