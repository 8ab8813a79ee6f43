// textDocument/prepareRename and textDocument/rename: an article gets another number, wherever it is named.
// Whatever stands in the way is said in a sentence; nothing is done by halves without saying so.
import {
  PrepareRenameRequest,
  type PrepareRenameResult,
  RenameRequest,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { movesFor } from "../../features/refactor-paths.ts";
import {
  isRefused,
  newNumber,
  type Refused,
  type RenameScope,
  renamePlace,
  renameScope,
  shortPath,
  takenBy,
} from "../../features/rename.ts";
import type { Snapshot } from "../../features/snapshot.ts";
import { Refusal } from "../dispatch.ts";
import { bearing } from "../refactoring/article-scope.ts";
import { renumberFiles, renumberLabels } from "../refactoring/renumber-files.ts";
import { workspaceEdit } from "../refactoring/workspace-change.ts";
import type { PlaceView, RequestContext } from "../request-context.ts";
import { type RequestFeature, requestFeature } from "../request-feature.ts";
import { toRange } from "../to-lsp.ts";

/** The request that asks what would be renamed. */
export const prepareRenameRequest: RequestFeature = requestFeature(
  PrepareRenameRequest.type,
  () => ({}),
  async (context, params): Promise<PrepareRenameResult | null> => {
    const place = context.place(params);
    const found = place && allowed(renamePlace(place.snapshot, place.offset));
    if (!place || !found) return null;
    await scopeOf(context, place.snapshot, found);
    return { range: toRange(place.snapshot.article.source, found.span), placeholder: found.id };
  },
);

/** The rename request. */
export const renameRequest: RequestFeature = requestFeature(
  RenameRequest.type,
  ({ prepareRename }) => ({ renameProvider: prepareRename ? { prepareProvider: true } : true }),
  async (context, params): Promise<WorkspaceEdit | null> => {
    const place = context.place(params);
    return place ? renameAt(context, place, String(params.newName)) : null;
  },
);

async function renameAt(context: RequestContext, place: PlaceView, typed: string): Promise<WorkspaceEdit | null> {
  const found = allowed(renamePlace(place.snapshot, place.offset));
  if (!found) throw new Refusal("There is no article number here. Put the cursor on one.");
  const scope = await scopeOf(context, place.snapshot, found);
  const number = allowed(newNumber(scope.id, typed));
  if (number === undefined) return null;
  allowed(takenBy(scope, number, await bearing(context, number)));
  refuseSuperseded(context, place.snapshot.uri, number);
  const numbers = new Map([[scope.id, number]]);
  const moves = movesFor(
    scope.files.map((uri) => ({ uri, id: scope.id })),
    numbers,
  );
  for (const { to } of moves) await refuseExisting(context, to);
  const texts = await renumberFiles(context, { ...scope, numbers });
  if (moves.length > 0 && !context.support.renameFiles) {
    const names = moves.map(({ from, to }) => `${shortPath(from)} to ${shortPath(to)}`).join(", ");
    context.messages.warn(`This editor lets nobody rename files in an edit. Please rename ${names}.`);
  }
  return workspaceEdit(context, { texts, moves, labels: renumberLabels(numbers, scope.files) });
}

async function scopeOf(
  context: RequestContext,
  snapshot: Snapshot,
  found: { readonly id: string; readonly own: boolean },
): Promise<RenameScope> {
  const { archives } = context.workspace.configuration;
  const start = { ...found, entries: await bearing(context, found.id) };
  return allowed(renameScope(snapshot, start, (uri) => archives.rootOf(uri)));
}

// Readers of the number are sent on to the successor: the new article would never be found.
function refuseSuperseded({ workspace }: RequestContext, uri: string, number: string): void {
  const successor = workspace.configuration.archives.of(uri)?.config.facts.supersededBy?.(number);
  if (successor === undefined) return;
  throw new Refusal(`The settings say that ${number} is superseded by ${successor}. Choose another number.`);
}

// A file in the way is no article of that number, or the number would be taken.
async function refuseExisting({ workspace }: RequestContext, target: string): Promise<void> {
  const file = /\.[a-z]+$/i.test(target) ? target : `${target}/README.md`;
  if ((await workspace.textOf(file)) === undefined) return;
  throw new Refusal(`${shortPath(file)} is in the way. Move it elsewhere, or choose another number.`);
}

function allowed<T>(answer: T | Refused): T {
  if (isRefused(answer)) throw new Refusal(answer.refused);
  return answer;
}
