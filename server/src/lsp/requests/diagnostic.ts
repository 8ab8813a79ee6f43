// textDocument/diagnostic: diagnostics by pull, `unchanged` where the client has them already.
import {
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
} from "vscode-languageserver";
import { normalUri } from "../../host/uris.ts";
import { type RequestFeature, requestFeature } from "../request-feature.ts";
import { diagnosticOptions } from "../workspace-diagnostics-registration.ts";

/** The diagnostic request, for files that are not open as well where those are wanted; announced only to clients that pull, so that none gets everything twice. */
export const diagnosticRequest: RequestFeature = requestFeature(
  DocumentDiagnosticRequest.type,
  (support) => {
    if (!support.pullDiagnostics || support.diagnosticRegistration) return {};
    // What cannot be announced anew is announced as wide as it may become: requests wait until then.
    return { diagnosticProvider: diagnosticOptions(true) };
  },
  async (context, params): Promise<DocumentDiagnosticReport> => {
    await context.workspace.configuration.ready;
    const document = context.open(params.textDocument);
    const { resultId, items } = document
      ? context.linter.report(document)
      : await context.archiveLint.reportOf(normalUri(params.textDocument.uri));
    if (resultId === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [...items] };
    if (resultId === params.previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...items] };
  },
);
