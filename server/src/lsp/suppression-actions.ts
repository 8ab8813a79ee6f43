// Accepting a finding, and taking that back: actions that change the archive's suppressions file, never the article.
// The edit of the file is made when the action is chosen, where the client lets us wait so long: the file may be large.
import { type CodeAction, CodeActionKind, type Diagnostic, type WorkspaceEdit } from "vscode-languageserver";
import { type MarkedFinding, markFindings } from "../config/fingerprint.ts";
import { keyOf, type Suppression, suppressionId } from "../config/suppressions.ts";
import { parseSuppressions, writeSuppressions } from "../config/suppressions-file.ts";
import { minimalEdits } from "../features/minimal-edits.ts";
import { uriBelow } from "../host/uris.ts";
import type { Finding } from "../lint/rule.ts";
import { SourceText } from "../text/source-text.ts";
import type { Span } from "../text/span.ts";
import type { PlacedConfig } from "./archive-configs.ts";
import { asAccepted, type Findings } from "./linter.ts";
import type { DocumentView, RequestContext } from "./request-context.ts";
import { FILE_START, toTextEdits } from "./to-lsp.ts";

/** The findings that actions at a place are about. */
export interface FindingPlace {
  readonly view: DocumentView;
  readonly range: Span;
  readonly findings: Findings;
  /** The diagnostic by which the client knows a finding. */
  shown(finding: Finding): Diagnostic;
}

/** What an action whose edit is not made yet is to do; it travels to the client and back. */
interface SuppressionRequest {
  /** The article's URI. */
  readonly uri: string;
  readonly entry: Omit<Suppression, "reason">;
  readonly remove: boolean;
}

// A longer file is not parsed for actions that nobody may choose.
const LONGEST_AT_ONCE = 200_000;

/** The actions that accept findings at a place, or report accepted ones again. */
export async function suppressionActions(context: RequestContext, place: FindingPlace): Promise<CodeAction[]> {
  const { document, snapshot } = place.view;
  const config = context.workspace.configuration.archives.of(document.key);
  if (!config || !canChange(context, config)) return [];
  const id = suppressionId(snapshot.article, config.path);
  const kept = new Set(place.findings.kept);
  const actions: CodeAction[] = [];
  for (const marked of markFindings(place.findings.all, snapshot.article, id)) {
    const { span } = marked.finding;
    if (span.end < place.range.start || span.start > place.range.end) continue;
    const request = requestFor(document.key, id, marked, !kept.has(marked.finding));
    const action = actionFor(request, marked.finding, place);
    if (context.support.lateEdits) actions.push({ ...action, data: request });
    else {
      const edit = await editFor(context, request, LONGEST_AT_ONCE);
      if (edit) actions.push({ ...action, edit });
    }
  }
  return actions;
}

function requestFor(
  uri: string,
  id: string,
  { finding, fingerprint }: MarkedFinding,
  remove: boolean,
): SuppressionRequest {
  return { uri, entry: { rule: finding.rule, id, fingerprint }, remove };
}

function actionFor({ remove }: SuppressionRequest, finding: Finding, place: FindingPlace): CodeAction {
  return {
    title: remove ? `Report here again: ${finding.rule}` : `Suppress here: ${finding.rule}`,
    kind: CodeActionKind.QuickFix,
    diagnostics: [place.shown(remove ? asAccepted(finding) : finding)],
  };
}

// A file that is not there yet can be made only where the client makes files.
function canChange({ support }: RequestContext, { root, config }: PlacedConfig): boolean {
  return support.newFiles || root.hasList(config.suppressionsPath);
}

/** The edit of an action that came back from the client; `undefined` where it cannot be made any more. */
export function suppressionEdit(context: RequestContext, data: unknown): Promise<WorkspaceEdit | undefined> {
  return isRequest(data) ? editFor(context, data, Number.POSITIVE_INFINITY) : Promise.resolve(undefined);
}

async function editFor(
  context: RequestContext,
  { uri, entry, remove }: SuppressionRequest,
  longest: number,
): Promise<WorkspaceEdit | undefined> {
  const { workspace, support } = context;
  const place = workspace.configuration.archives.of(uri);
  if (!place) return undefined;
  const path = place.config.suppressionsPath;
  const file = uriBelow(place.root.root, path);
  const before = workspace.documents.at(file)?.text ?? (await place.root.readList(path));
  if (before !== undefined && before.length > longest) return undefined;
  const after = changed(before ?? "", entry, remove);
  if (after === undefined || (before === undefined && !support.newFiles)) return undefined;
  const edits = toTextEdits(new SourceText(before ?? ""), minimalEdits(before ?? "", after));
  const target = workspace.clientUri(file);
  if (!support.documentChanges) return { changes: { [target]: edits } };
  const change = { textDocument: { uri: target, version: null }, edits };
  if (before !== undefined) return { documentChanges: [change] };
  const fill = { ...change, edits: [{ range: FILE_START, newText: after }] };
  return { documentChanges: [{ kind: "create", uri: target, options: { ignoreIfExists: true } }, fill] };
}

// A file with errors is left to people: writing it anew would throw away what we cannot read.
function changed(text: string, entry: SuppressionRequest["entry"], remove: boolean): string | undefined {
  const { suppressions, problems } = text.trim() === "" ? { suppressions: [], problems: [] } : parseSuppressions(text);
  if (problems.length > 0) return undefined;
  const others = suppressions.filter((other) => keyOf(other) !== keyOf(entry));
  return writeSuppressions(remove ? others : [...others, { ...entry, reason: undefined }]);
}

function isRequest(data: unknown): data is SuppressionRequest {
  if (typeof data !== "object" || data === null || !("uri" in data) || !("entry" in data) || !("remove" in data))
    return false;
  const { uri, entry, remove } = data;
  if (typeof uri !== "string" || typeof remove !== "boolean" || typeof entry !== "object" || entry === null)
    return false;
  const words = new Map(Object.entries(entry));
  return ["rule", "id", "fingerprint"].every((name) => typeof words.get(name) === "string");
}
