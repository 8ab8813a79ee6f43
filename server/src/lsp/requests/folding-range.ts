// textDocument/foldingRange: whole lines only, which every client can fold.
import { FoldingRangeRequest } from "vscode-languageserver";
import { foldingRanges } from "../../features/folding.ts";
import { type RequestFeature, requestFeature } from "../request-feature.ts";

/** The folding range request. */
export const foldingRangeRequest: RequestFeature = requestFeature(
  FoldingRangeRequest.type,
  () => ({ foldingRangeProvider: true }),
  (context, params) => {
    const view = context.view(params.textDocument);
    if (!view) return null;
    const ranges = foldingRanges(view.snapshot.article).map(({ startLine, endLine }) => ({ startLine, endLine }));
    return ranges.slice(0, context.support.foldingLimit);
  },
);
