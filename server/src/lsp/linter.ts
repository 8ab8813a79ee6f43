// Lints open documents and keeps each result until something changes that it rests on.
// Honours when the user wants to be told: while typing, after saving, or never.
import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import { applySuppressions, suppressionId } from "../config/suppressions.ts";
import { diagnostics, type LintSetup } from "../features/diagnostics.ts";
import type { Snapshot } from "../features/snapshot.ts";
import { LARGEST_FILE } from "../host/host.ts";
import type { Finding, Rule } from "../lint/rule.ts";
import { detectContainer } from "../syntax/detect-container.ts";
import type { SourceText } from "../text/source-text.ts";
import { WorkspaceFacts } from "./archive-facts.ts";
import type { ClientSupport } from "./client-support.ts";
import { SOURCE, toDiagnostic } from "./diagnostics-to-lsp.ts";
import type { IndexChange } from "./index-keeper.ts";
import type { OpenDocument, ParsedVersion } from "./open-document.ts";
import { FILE_START } from "./to-lsp.ts";
import type { Workspace } from "./workspace.ts";

/** A document's diagnostics under a name that stays the same while they do. */
export interface DiagnosticReport {
  readonly resultId: string;
  readonly version: number;
  readonly items: readonly Diagnostic[];
}

/** A document's findings. */
export interface Findings {
  /** All of them, in the order of the text. */
  readonly all: readonly Finding[];
  /** Those that are not accepted. */
  readonly kept: readonly Finding[];
}

/** A document, or a file that is not open, by its URI in normal form. */
type Keyed = Pick<OpenDocument, "key">;

/** The findings of one version and what they rest on. */
interface Linted {
  readonly parsed: ParsedVersion;
  readonly setup: LintSetup["settings"];
  readonly epoch: number;
  readonly findings: Findings;
}

interface Reported extends DiagnosticReport {
  readonly parsed: ParsedVersion;
  readonly findings: Findings;
  readonly content: string;
}

const NONE: Findings = { all: [], kept: [] };

/** The linter of open documents. */
export class Linter {
  readonly #workspace: Workspace;
  readonly #rules: readonly Rule[];
  readonly #support: ClientSupport;
  readonly #facts: WorkspaceFacts;
  readonly #linted = new WeakMap<OpenDocument, Linted>();
  readonly #reported = new WeakMap<OpenDocument, Reported>();
  // Names of results must not return after a restart: the client would take an old result for the new one.
  readonly #series: string = Date.now().toString(36);
  #count = 0;
  #epoch = 0;

  constructor(workspace: Workspace, rules: readonly Rule[], support: ClientSupport) {
    this.#workspace = workspace;
    this.#rules = rules;
    this.#support = support;
    this.#facts = new WorkspaceFacts(workspace);
  }

  /** Notes that the archive changed in a way that rules can see. */
  archiveChanged(change: IndexChange): void {
    this.#epoch++;
    this.#facts.archiveChanged(change);
  }

  /** The rules and what is in force for a document. */
  setupFor(document: Keyed): LintSetup {
    const { configuration } = this.#workspace;
    const settings = configuration.settingsFor(document.key);
    return { rules: this.#rules, settings, facts: this.#facts.of(document.key), keep: this.#keeperOf(document) };
  }

  // Leaves out the findings that the archive's owners accepted.
  #keeperOf({ key }: Keyed): LintSetup["keep"] {
    const place = this.#workspace.configuration.archives.of(key);
    if (!place || place.config.suppressions.size === 0) return undefined;
    return (findings, article) => {
      const id = suppressionId(article, place.path);
      return applySuppressions(findings, article, id, place.config.suppressions.get(id)).kept;
    };
  }

  /** The findings of the current text, for fixes; none where linting is off. */
  currentFindings(document: OpenDocument): Findings {
    if (this.isSilent(document)) return NONE;
    return this.#lint(document, document.parsed);
  }

  /** Whether nothing is said of a document: linting is off, or settings keep it out of the archive. */
  isSilent(document: Keyed): boolean {
    return this.#runMode(document) === "off" || this.#workspace.configuration.archives.isExcluded(document.key);
  }

  /** What the client is to show for a document now. */
  report(document: OpenDocument): DiagnosticReport {
    const mode = this.#runMode(document);
    const parsed = mode === "onType" ? document.parsed : document.saved;
    const findings = this.isSilent(document) ? NONE : this.#lint(document, parsed);
    const before = this.#reported.get(document);
    if (before?.parsed === parsed && before.findings === findings) return before;
    const items = this.isSilent(document) ? [] : this.#toDiagnostics(document, parsed, findings);
    const content = JSON.stringify(items);
    const resultId = before?.content === content ? before.resultId : `${this.#series}-${++this.#count}`;
    const reported = { resultId, version: parsed.version, items };
    this.#reported.set(document, { ...reported, parsed, findings, content });
    return reported;
  }

  #runMode(document: Keyed): "onType" | "onSave" | "off" {
    return this.#workspace.configuration.editorSettings(document.key).run;
  }

  #lint(document: OpenDocument, parsed: ParsedVersion): Findings {
    const snapshot: Snapshot | undefined = this.#workspace.snapshot(document, parsed);
    if (!snapshot) return NONE;
    const setup = this.setupFor(document);
    const known = this.#linted.get(document);
    if (known?.parsed === parsed && known.setup === setup.settings && known.epoch === this.#epoch)
      return known.findings;
    const all = diagnostics(snapshot, setup);
    const findings = { all, kept: setup.keep?.(all, snapshot.article) ?? all };
    this.#linted.set(document, { parsed, setup: setup.settings, epoch: this.#epoch, findings });
    return findings;
  }

  /** A finding as the client is told of it. */
  diagnosticOf(document: OpenDocument, source: SourceText, finding: Finding): Diagnostic {
    return toDiagnostic(finding, {
      uri: document.uri,
      source,
      support: this.#support,
      clientUri: (uri) => this.#workspace.clientUri(uri),
      openSource: (uri) => this.#workspace.documents.at(uri)?.parsed.article?.source,
    });
  }

  #toDiagnostics(document: OpenDocument, { article }: ParsedVersion, { all, kept }: Findings): Diagnostic[] {
    if (!article) return noteOnSize(document);
    const accepted = new Set(all.length === kept.length ? [] : all);
    for (const finding of kept) accepted.delete(finding);
    return all.map((finding) =>
      this.diagnosticOf(document, article.source, accepted.has(finding) ? asAccepted(finding) : finding),
    );
  }
}

// Silence would look like soundness. What is no article by its beginning is none of our business at any size.
function noteOnSize(document: OpenDocument): Diagnostic[] {
  if (!document.tooLarge || !detectContainer(document.text)) return [];
  const message = `This file is larger than ${LARGEST_FILE / 1_000_000} MB, too large for an article: KB Author does not look at it.`;
  return [{ range: FILE_START, severity: DiagnosticSeverity.Information, code: "too-large", source: SOURCE, message }];
}

/** An accepted finding as it is shown: a hint, with nothing to mend. */
export function asAccepted(finding: Finding): Finding {
  return { ...finding, severity: "hint", message: `Accepted: ${finding.message}`, fixes: [] };
}
