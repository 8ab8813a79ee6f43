// Findings as the protocol's diagnostics.
// Sends relations and tags only to clients that show them.
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag, type Range } from "vscode-languageserver";
import type { Finding, RelatedPlace, Severity } from "../lint/rule.ts";
import { ruleHref } from "../lint/rule-href.ts";
import type { SourceText } from "../text/source-text.ts";
import type { ClientSupport } from "./client-support.ts";
import { FILE_START, toRange, toTextEdits } from "./to-lsp.ts";

/** The `source` of all our diagnostics. */
export const SOURCE = "kb";

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
const TAGS = { deprecated: DiagnosticTag.Deprecated, unnecessary: DiagnosticTag.Unnecessary } as const;

/** The document that findings are about, and what can be said of others. */
export interface DiagnosticContext {
  readonly uri: string;
  readonly source: SourceText;
  readonly support: ClientSupport;
  /** The URI under which the client knows a file. */
  clientUri(uri: string): string;
  /** The text of an open document, to place a relation in it. */
  openSource(uri: string): SourceText | undefined;
}

/** A finding as a diagnostic; `data` holds its fixes, so that a client needs nothing else to apply one. */
export function toDiagnostic(finding: Finding, context: DiagnosticContext): Diagnostic {
  const { source, support } = context;
  const diagnostic: Diagnostic = {
    range: toRange(source, finding.span),
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    codeDescription: { href: ruleHref(finding.rule) },
    source: SOURCE,
    message: finding.message,
  };
  if (support.diagnosticTags && finding.tags) diagnostic.tags = finding.tags.map((tag) => TAGS[tag]);
  if (support.relatedInformation && finding.related) {
    diagnostic.relatedInformation = finding.related.map((place) => ({
      location: { uri: context.clientUri(place.uri ?? context.uri), range: relatedRange(place, context) },
      message: place.message,
    }));
  }
  const fixes = finding.fixes?.filter((fix) => fix.scope !== "file") ?? [];
  if (fixes.length > 0) {
    diagnostic.data = {
      fixes: fixes.map(({ title, safety, edits }) => ({ title, safety, edits: toTextEdits(source, edits) })),
    };
  }
  return diagnostic;
}

// A relation in a file that is not open points to the file; reading it for each finding would cost too much.
function relatedRange(place: RelatedPlace, context: DiagnosticContext): Range {
  const source = place.uri === undefined ? context.source : context.openSource(place.uri);
  return source ? toRange(source, place.span) : FILE_START;
}
