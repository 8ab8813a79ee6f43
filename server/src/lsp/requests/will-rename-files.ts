// workspace/willRenameFiles: files and folders that are about to move, and what their new names mean for numbers.
// Gives the edit of a rename without the moves that are being made already. Also announces the deletion request.
import {
  FileOperationPatternKind,
  type ServerCapabilities,
  WillRenameFilesRequest,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { type MovedFile, movedNumbers, takenByOther } from "../../features/move-files.ts";
import type { FileEdits, Move } from "../../features/refactor-edit.ts";
import { movesFor } from "../../features/refactor-paths.ts";
import { isRefused, type RenameScope, renameScope } from "../../features/rename.ts";
import { normalUri } from "../../host/uris.ts";
import { bearing } from "../refactoring/article-scope.ts";
import { movedFiles } from "../refactoring/moved-files.ts";
import { renumberFiles, renumberLabels } from "../refactoring/renumber-files.ts";
import { workspaceEdit } from "../refactoring/workspace-change.ts";
import type { RequestContext } from "../request-context.ts";
import { type RequestFeature, requestFeature } from "../request-feature.ts";

const FILTERS = [
  { pattern: { glob: "**/*.{md,txt}", matches: FileOperationPatternKind.file, options: { ignoreCase: true } } },
  { pattern: { glob: "**/*", matches: FileOperationPatternKind.folder } },
];

/** The request before files are moved or renamed. */
export const willRenameFilesRequest: RequestFeature = requestFeature(
  WillRenameFilesRequest.type,
  (): ServerCapabilities => ({
    workspace: { fileOperations: { willRename: { filters: FILTERS }, willDelete: { filters: FILTERS } } },
  }),
  async (context, params): Promise<WorkspaceEdit | null> => {
    context.workspace.flush();
    const files: MovedFile[] = [];
    for (const move of readMoves(params)) files.push(...(await movedFiles(context, move)));
    const { scopes, numbers, problems } = await scopesOf(context, files);
    if (problems.length > 0) context.messages.warn(problems.slice(0, 3).join(" "));
    const moved = new Set(files.map(({ from }) => from));
    return scopes.length === 0 ? null : renumber(context, scopes, { numbers, moved });
  },
);

interface Scopes {
  readonly scopes: readonly RenameScope[];
  readonly numbers: ReadonlyMap<string, string>;
  readonly problems: readonly string[];
}

async function scopesOf(context: RequestContext, files: readonly MovedFile[]): Promise<Scopes> {
  const { numbers: given, refused } = movedNumbers(files);
  const scopes: RenameScope[] = [];
  const numbers = new Map<string, string>();
  const problems = [...refused];
  for (const [id, { number, uri }] of given) {
    const entries = given.has(number) ? [] : await bearing(context, number);
    const taken = takenByOther(id, number, entries);
    const scope = taken === undefined ? await scopeOf(context, id, uri) : { refused: taken };
    if (isRefused(scope)) problems.push(scope.refused);
    else {
      scopes.push(scope);
      numbers.set(id, number);
    }
    if (context.pace.due) await context.pace.rest();
  }
  return { scopes, numbers, problems };
}

async function scopeOf(context: RequestContext, id: string, uri: string): Promise<ReturnType<typeof renameScope>> {
  const { workspace } = context;
  const { archives } = workspace.configuration;
  const snapshot = {
    uri,
    inArchive: workspace.index.isInside(uri),
    archive: workspace.index.state,
    index: workspace.index.index,
  };
  return renameScope(snapshot, { id, own: true, entries: await bearing(context, id) }, (file) => archives.rootOf(file));
}

async function renumber(
  context: RequestContext,
  scopes: readonly RenameScope[],
  { numbers, moved }: { readonly numbers: ReadonlyMap<string, string>; readonly moved: ReadonlySet<string> },
): Promise<WorkspaceEdit> {
  const files = scopes.flatMap((scope) => scope.files.map((uri) => ({ uri, id: scope.id })));
  const wide = scopes.filter((scope) => scope.wide);
  const narrow = scopes.filter((scope) => !scope.wide).map((scope) => [scope]);
  const texts: FileEdits[] = [];
  for (const group of wide.length > 0 ? [wide, ...narrow] : narrow) {
    const given = new Map(group.map(({ id }) => [id, numbers.get(id) ?? id]));
    const uris = { files: group.flatMap((scope) => scope.files), citing: group.flatMap((scope) => scope.citing) };
    texts.push(...(await renumberFiles(context, { numbers: given, ...uris, wide: group[0]?.wide === true })));
  }
  // Of a file that moves already nothing is to be moved; its article's other form follows it.
  const others = files.filter(({ uri }) => !moved.has(uri));
  const labels = renumberLabels(
    numbers,
    files.map(({ uri }) => uri),
  );
  return workspaceEdit(context, { texts: merged(texts), moves: movesFor(others, numbers), labels });
}

function merged(texts: readonly FileEdits[]): FileEdits[] {
  const byUri = new Map<string, FileEdits>();
  for (const file of texts) {
    const known = byUri.get(file.uri);
    byUri.set(file.uri, known ? { ...known, edits: [...known.edits, ...file.edits] } : file);
  }
  return [...byUri.values()];
}

function readMoves(params: unknown): Move[] {
  return listOf(params).flatMap((file) =>
    typeof file === "object" &&
    file !== null &&
    "oldUri" in file &&
    "newUri" in file &&
    typeof file.oldUri === "string" &&
    typeof file.newUri === "string"
      ? [{ from: normalUri(file.oldUri), to: normalUri(file.newUri) }]
      : [],
  );
}

/** The list of files that a file operation names; empty where a client sent something else. */
export function listOf(params: unknown): readonly unknown[] {
  if (typeof params !== "object" || params === null || !("files" in params)) return [];
  return Array.isArray(params.files) ? params.files : [];
}
