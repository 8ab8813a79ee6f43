// textDocument/codeLens and codeLens/resolve: “cited by n articles” above the title, where `kb.codeLens.enabled` is set.
// A client that does not know how to show references gets the count alone: a command it cannot run helps nobody.
import { type CodeLens, CodeLensRequest, CodeLensResolveRequest, type Command } from "vscode-languageserver";
import { codeLens, countLens } from "../../features/code-lens.ts";
import { SHOW_REFERENCES } from "../../protocol/protocol.ts";
import { isPosition } from "../documents.ts";
import { type RequestFeature, requestFeature } from "../request-feature.ts";
import { toRange } from "../to-lsp.ts";

/** What a lens is resolved from. */
interface LensData {
  readonly id: string;
  /** The document as the client names it, and where in it the number stands. */
  readonly uri: string;
  readonly position: unknown;
}

/** The code lens request. */
export const codeLensRequest: RequestFeature = requestFeature(
  CodeLensRequest.type,
  () => ({ codeLensProvider: { resolveProvider: true } }),
  (context, params): CodeLens[] | null => {
    const view = context.view(params.textDocument);
    if (!view || !context.workspace.configuration.editorSettings(view.document.key).codeLens) return null;
    const lens = codeLens(view.snapshot);
    if (!lens) return [];
    const { source } = view.snapshot.article;
    const data: LensData = {
      id: lens.id,
      uri: view.document.uri,
      position: source.positionAt(lens.number.start),
    };
    return [{ range: toRange(source, lens.line), data }];
  },
);

/** The request to count. */
export const codeLensResolveRequest: RequestFeature = requestFeature(
  CodeLensResolveRequest.type,
  () => ({}),
  ({ support, workspace }, lens): CodeLens => {
    const data = lensData(lens.data);
    if (!data) return lens;
    workspace.flush();
    const { count, title } = countLens(workspace.index.index, data.id);
    const command: Command = { title, command: "" };
    if (support.showReferences && count > 0) {
      command.command = SHOW_REFERENCES;
      command.arguments = [data.uri, data.position];
    }
    return { ...lens, command };
  },
);

function lensData(data: unknown): LensData | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const { id, uri, position }: { id?: unknown; uri?: unknown; position?: unknown } = data;
  if (typeof id !== "string" || typeof uri !== "string" || !isPosition(position)) return undefined;
  return { id, uri, position };
}
