// textDocument/diagnostic: diagnostics by pull, `unchanged` where the client has them already.
import {
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
} from "vscode-languageserver";
import { SOURCE } from "../diagnostics-to-lsp.ts";
import { type RequestFeature, requestFeature } from "../request-feature.ts";

/** The diagnostic request; announced only to clients that pull, so that none gets everything twice. */
export const diagnosticRequest: RequestFeature = requestFeature(
  DocumentDiagnosticRequest.type,
  (support) => {
    if (!support.pullDiagnostics) return {};
    return { diagnosticProvider: { identifier: SOURCE, interFileDependencies: true, workspaceDiagnostics: false } };
  },
  async (context, params): Promise<DocumentDiagnosticReport> => {
    await context.workspace.configuration.ready;
    const document = context.open(params.textDocument);
    if (!document) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const { resultId, items } = context.linter.report(document);
    if (resultId === params.previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...items] };
  },
);
