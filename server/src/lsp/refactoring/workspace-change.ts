// Makes the protocol's workspace edit of what a refactoring changes: one edit that can be previewed and undone.
// Texts come first and files move last, so that every text is changed under the name by which it is known.
import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  DeleteFile,
  RenameFile,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver";
import type { ChangeReason, FileEdits, Move, ReasonedEdit } from "../../features/refactor-edit.ts";
import { BEYOND_ASCII, type BeyondAscii } from "../../protocol/protocol.ts";
import type { SourceText } from "../../text/source-text.ts";
import type { RequestContext } from "../request-context.ts";
import { toRange } from "../to-lsp.ts";

/** What previews say of each reason. */
export type ReasonLabels = Readonly<Partial<Record<ChangeReason, Pick<ChangeAnnotation, "label" | "description">>>>;

/** What a refactoring changes. */
export interface WorkspaceChange {
  readonly texts: readonly FileEdits[];
  readonly moves?: readonly Move[];
  readonly deletions?: readonly string[];
  readonly labels: ReasonLabels;
}

/** The edit of a change. Moves and deletions that the client cannot make are left out; whoever asks has said so. */
export function workspaceEdit(context: RequestContext, change: WorkspaceChange): WorkspaceEdit {
  const { support, workspace } = context;
  const texts = change.texts.filter(({ edits }) => edits.length > 0);
  warnOfEncodings(context, texts);
  if (!support.documentChanges) {
    return { changes: Object.fromEntries(texts.map((file) => [workspace.clientUri(file.uri), plainEdits(file)])) };
  }
  const documentChanges = [
    ...texts.map((file) => documentEdit(context, file)),
    ...(support.renameFiles ? (change.moves ?? []) : []).map((move) => rename(context, move)),
    ...(support.deleteFiles ? (change.deletions ?? []) : []).map((uri) => deletion(context, uri)),
  ];
  if (!support.changeReasons) return { documentChanges };
  return { documentChanges, changeAnnotations: annotations(change) };
}

const BEYOND = /[^\0-\x7f]/;

// Our client sees to it that such files are read and written in their own code page.
function warnOfEncodings({ workspace, support, messages }: RequestContext, texts: readonly FileEdits[]): void {
  if (!support.ownClient) return;
  const closed = texts.filter(({ uri, source }) => !workspace.documents.at(uri) && BEYOND.test(source.text));
  const beyond: BeyondAscii = { uris: closed.map(({ uri }) => uri) };
  if (closed.length > 0) messages.tell(BEYOND_ASCII, beyond);
}

function plainEdits({ source, edits }: FileEdits): TextEdit[] {
  return edits.map(({ span, newText }) => ({ range: toRange(source, span), newText }));
}

function documentEdit({ support, workspace }: RequestContext, { uri, source, edits }: FileEdits): TextDocumentEdit {
  const document = workspace.documents.at(uri);
  return {
    textDocument: { uri: document?.uri ?? uri, version: document?.version ?? null },
    edits: edits.map((edit) => textEdit(source, edit, support.changeReasons)),
  };
}

function textEdit(source: SourceText, edit: ReasonedEdit, reasoned: boolean): TextEdit | AnnotatedTextEdit {
  const plain = { range: toRange(source, edit.span), newText: edit.newText };
  return reasoned ? { ...plain, annotationId: edit.reason } : plain;
}

function rename({ support, workspace }: RequestContext, { from, to }: Move): RenameFile {
  const annotation = support.changeReasons ? { annotationId: "files" } : {};
  return { kind: "rename", oldUri: workspace.clientUri(from), newUri: to, ...annotation };
}

function deletion({ support, workspace }: RequestContext, uri: string): DeleteFile {
  const annotation = support.changeReasons ? { annotationId: "files" } : {};
  return { kind: "delete", uri: workspace.clientUri(uri), options: { ignoreIfNotExists: true }, ...annotation };
}

// Only what the author should look at first is left unticked; a preview with nothing ticked helps nobody.
function annotations({ texts, labels, moves, deletions }: WorkspaceChange): Record<string, ChangeAnnotation> {
  const used = new Set<ChangeReason>(texts.flatMap(({ edits }) => edits.map(({ reason }) => reason)));
  if ((moves?.length ?? 0) + (deletions?.length ?? 0) > 0) used.add("files");
  const known: Record<string, ChangeAnnotation> = {};
  for (const reason of used) {
    known[reason] = { label: reason, ...labels[reason], needsConfirmation: reason === "doubtful" };
  }
  return known;
}
