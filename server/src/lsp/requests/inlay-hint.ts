// textDocument/inlayHint: current titles behind references that quote others, where `kb.inlayHints.enabled` is set.
import { type InlayHint, InlayHintRequest } from "vscode-languageserver";
import { inlayHints } from "../../features/inlay-hints.ts";
import { isRange } from "../documents.ts";
import { type RequestFeature, requestFeature } from "../request-feature.ts";
import { toSpan, toTextEdits } from "../to-lsp.ts";

/** The inlay hint request. */
export const inlayHintRequest: RequestFeature = requestFeature(
  InlayHintRequest.type,
  () => ({ inlayHintProvider: true }),
  (context, params): InlayHint[] | null => {
    const view = isRange(params.range) ? context.view(params.textDocument) : undefined;
    if (!view || !context.workspace.configuration.editorSettings(view.document.key).inlayHints) return null;
    const { source } = view.snapshot.article;
    return inlayHints(view.snapshot, toSpan(source, params.range)).map(({ offset, label, tooltip, edit }) => ({
      position: source.positionAt(offset),
      label,
      tooltip,
      paddingLeft: true,
      ...(edit ? { textEdits: toTextEdits(source, [edit]) } : {}),
    }));
  },
);
