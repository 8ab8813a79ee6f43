// What is reported of one file of the archive, open or not: the same findings as `kblint lint` has for it.
// Hints are left to the editor of an open file, and fixes to its quick fixes: no list of problems shows them.
import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import { diagnostics } from "../features/diagnostics.ts";
import type { Snapshot } from "../features/snapshot.ts";
import { pathOfUri } from "../host/uris.ts";
import type { Finding } from "../lint/rule.ts";
import type { LintSettings } from "../lint/run-rules.ts";
import type { Article } from "../syntax/article.ts";
import type { ClientSupport } from "./client-support.ts";
import { toDiagnostic } from "./diagnostics-to-lsp.ts";
import type { Linter } from "./linter.ts";
import type { OpenDocument } from "./open-document.ts";
import type { Workspace } from "./workspace.ts";

/** What is reported of a file. */
export interface FileReport {
  /** In normal form. */
  readonly uri: string;
  /** Of an open document. */
  readonly version: number | null;
  readonly isArticle: boolean;
  readonly items: readonly Diagnostic[];
  /** Names the items; `undefined` where there are none. */
  readonly resultId: string | undefined;
  /** The files that findings point to. */
  readonly others: readonly string[];
}

/** What files are linted with. */
export interface FileLintParts {
  readonly workspace: Workspace;
  readonly linter: Linter;
  readonly support: ClientSupport;
}

/** The report of a file of which nothing is to be said. */
export function emptyReport(uri: string): FileReport {
  return { uri, version: null, isArticle: false, items: [], resultId: undefined, others: [] };
}

/** The report of an open document: what is shown in its editor. */
export function openFileReport(document: OpenDocument, linter: Linter): FileReport {
  const { items, resultId, version } = linter.report(document);
  return {
    uri: document.key,
    version,
    isArticle: document.parsed.article !== undefined,
    items,
    resultId: items.length === 0 ? undefined : resultId,
    others: othersIn(items, document.uri),
  };
}

/** The report of a file that is not open. */
export function closedFileReport(uri: string, article: Article, parts: FileLintParts): FileReport {
  const { workspace, linter, support } = parts;
  if (linter.isSilent({ key: uri })) return { ...emptyReport(uri), isArticle: true };
  const { keep, settings, ...setup } = linter.setupFor({ key: uri });
  // With suppressions every rule must run, for accepted findings are told apart by their order.
  const all = diagnostics(snapshotOf(uri, article, workspace), {
    ...setup,
    settings: keep ? settings : sparing(settings),
  });
  const context = {
    uri,
    source: article.source,
    support,
    clientUri: (other: string) => workspace.clientUri(other),
    openSource: (other: string) => workspace.documents.at(other)?.parsed.article?.source,
  };
  const items = (keep?.(all, article) ?? all)
    .filter(isListed)
    .map(({ fixes, ...finding }) => toDiagnostic(finding, context));
  const resultId = items.length === 0 ? undefined : markOf(JSON.stringify(items));
  return { uri, version: null, isArticle: true, items, resultId, others: othersIn(items, uri) };
}

/** What is left of a report where very many findings are shown already: the errors. */
export function errorsOnly(report: FileReport): FileReport {
  const items = report.items.filter(({ severity }) => severity === DiagnosticSeverity.Error);
  if (items.length === report.items.length) return report;
  return { ...report, items, resultId: items.length === 0 ? undefined : `${report.resultId}.errors` };
}

function snapshotOf(uri: string, article: Article, { index }: Workspace): Snapshot {
  return {
    uri,
    path: pathOfUri(uri),
    article,
    archive: index.state,
    inArchive: index.isInside(uri),
    index: index.index,
  };
}

function isListed({ severity }: Finding): boolean {
  return severity !== "hint";
}

/** Whether a diagnostic is one of those that lists of problems show. */
export function isListedDiagnostic({ severity }: Diagnostic): boolean {
  return severity !== DiagnosticSeverity.Hint;
}

const spared = new WeakMap<LintSettings, LintSettings>();

// Kept, because runRules remembers for each settings object which rules are on.
function sparing(settings: LintSettings): LintSettings {
  const known = spared.get(settings);
  if (known) return known;
  const made: LintSettings = { ...settings, atLeast: "information" };
  spared.set(settings, made);
  return made;
}

function othersIn(items: readonly Diagnostic[], own: string): string[] {
  const others = new Set<string>();
  for (const { relatedInformation = [] } of items) {
    for (const { location } of relatedInformation) if (location.uri !== own) others.add(location.uri);
  }
  return [...others];
}

// Two 32-bit lanes: equal items have equal names, whoever made them and when. No secret depends on it.
function markOf(content: string): string {
  let a = content.length;
  let b = 0x41c6ce57;
  for (let at = 0; at < content.length; at++) {
    const code = content.charCodeAt(at);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a ^= Math.imul(b ^ (b >>> 13), 3266489909);
  b ^= Math.imul(a ^ (a >>> 13), 2246822507);
  return `${(a >>> 0).toString(36)}.${(b >>> 0).toString(36)}`;
}
