// The files and folders that bear an article's number, and where they belong under another one.
// Works on URIs in normal form; what a path does not say of a number is left as it is.
import { folderOf, identityOfPath } from "../syntax/article-id.ts";
import type { Move } from "./refactor-edit.ts";
import type { Renumbering } from "./refactor-number.ts";

/** Where the file of an article goes when it gets another number; `undefined` where its path does not name it. */
export function moveFor(uri: string, id: string, number: string): Move | undefined {
  const identity = identityOfPath(uri);
  if (identity.id !== id) return undefined;
  const from = identity.inFileName ? uri : parentOf(uri);
  const name = nameOf(from).replace(/\d+/, number.slice(1));
  const folder = parentOf(from);
  const shelf = identity.folder === folderOf(id) ? `${parentOf(folder)}/${folderOf(number)}` : folder;
  return { from, to: `${shelf}/${name}` };
}

/** The number that moving a file gives to its article; `undefined` where the move has nothing to say of it. */
export function numberAfterMove(id: string, from: string, to: string): string | undefined {
  const before = identityOfPath(from);
  const after = identityOfPath(to);
  return before.id === id && after.id !== undefined && after.id !== id ? after.id : undefined;
}

/** The moves of several files, each folder once; what lies inside another that moves comes first. */
export function movesFor(files: Iterable<{ readonly uri: string; readonly id: string }>, numbers: Renumbering): Move[] {
  const moves = new Map<string, Move>();
  for (const { uri, id } of files) {
    const number = numbers.get(id);
    const move = number === undefined ? undefined : moveFor(uri, id, number);
    if (move) moves.set(move.from, move);
  }
  return [...moves.values()].sort((a, b) => b.from.length - a.from.length || (a.from < b.from ? -1 : 1));
}

/** The folder that holds the archive of an article's file: what stands above `kb/NNN` or `txt/NNN`. */
export function archiveFolderOf(uri: string): string | undefined {
  const { id, inFileName, folder } = identityOfPath(uri);
  if (id === undefined || folder === undefined) return undefined;
  const shelf = inFileName ? parentOf(uri) : parentOf(parentOf(uri));
  return parentOf(parentOf(shelf));
}

function parentOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf("/"));
}

function nameOf(uri: string): string {
  return uri.slice(uri.lastIndexOf("/") + 1);
}
