// workspace/diagnostic: findings of files that are not open. Announced with the request for documents (diagnostic.ts).
// The answer waits until there is news; parts of it are streamed where the client takes parts.
import { type WorkspaceDiagnosticReport, WorkspaceDiagnosticRequest } from "vscode-languageserver";
import { normalUri } from "../../host/uris.ts";
import { type RequestFeature, requestFeature } from "../request-feature.ts";

/** The workspace diagnostic request. */
export const workspaceDiagnosticRequest: RequestFeature = requestFeature(
  WorkspaceDiagnosticRequest.type,
  () => ({}),
  (context, params): Promise<WorkspaceDiagnosticReport> => {
    const known = knownResults(params.previousResultIds);
    return context.archiveLint.pull({ known, partToken: params.partialResultToken }, context.token);
  },
);

function knownResults(previous: unknown): Map<string, string> {
  const known = new Map<string, string>();
  for (const one of Array.isArray(previous) ? previous : []) {
    if (typeof one?.uri === "string" && typeof one.value === "string") known.set(normalUri(one.uri), one.value);
  }
  return known;
}
