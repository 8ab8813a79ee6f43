// Shows what is wrong in settings files, whether they are open or not: always by push, because nobody pulls for a file
// that is not open. An open file's own text speaks before what was saved of it.
import { type Connection, type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import { type FileProblem, fileProblems } from "../config/archive-config.ts";
import { CONFIG_FILE } from "../config/config.ts";
import { readConfigFile } from "../config/config-file.ts";
import { isConfigUri } from "../host/candidates.ts";
import { uriBelow } from "../host/uris.ts";
import type { Rule } from "../lint/rule.ts";
import { SOURCE } from "./diagnostics-to-lsp.ts";
import type { OpenDocument } from "./open-document.ts";
import type { RootConfig } from "./root-config.ts";
import type { Workspace } from "./workspace.ts";

/** What problems are shown with. */
export interface ConfigProblemParts {
  readonly connection: Connection;
  readonly workspace: Workspace;
  readonly rules: readonly Rule[];
}

type Problems = readonly FileProblem[];

/** Publishes the problems of settings files. */
export class ConfigProblems {
  readonly #parts: ConfigProblemParts;
  /** What was found in the files on disk, by root and URI. */
  readonly #found = new Map<string, ReadonlyMap<string, { readonly own: Problems; readonly lists: Problems }>>();
  readonly #shown = new Set<string>();

  constructor(parts: ConfigProblemParts) {
    this.#parts = parts;
  }

  /** Shows the problems of a folder's settings, and takes back those that are over. */
  publish(root: RootConfig): void {
    const found = new Map<string, { own: FileProblem[]; lists: FileProblem[] }>();
    const add = (kind: "own" | "lists", problem: FileProblem): void => {
      const uri = uriBelow(root.root, problem.path);
      const known = found.get(uri) ?? { own: [], lists: [] };
      known[kind].push(problem);
      found.set(uri, known);
    };
    for (const problem of root.ownProblems) add("own", problem);
    for (const problem of root.listProblems) add("lists", problem);
    const before = this.#found.get(root.root)?.keys() ?? [];
    const uris = new Set([...before, ...found.keys()]);
    this.#found.set(root.root, found);
    for (const uri of uris) this.#show(uri);
  }

  /** A folder was closed. */
  remove(root: string): void {
    const uris = [...(this.#found.get(root)?.keys() ?? [])];
    this.#found.delete(root);
    for (const uri of uris) this.#show(uri);
  }

  /** A document was opened or changed. */
  documentChanged(document: OpenDocument): void {
    if (isConfigUri(document.key)) this.#show(document.key, document);
  }

  /** A document was closed. */
  documentClosed({ key }: OpenDocument): void {
    if (isConfigUri(key)) this.#show(key);
  }

  #show(uri: string, document: OpenDocument | undefined = this.#parts.workspace.documents.at(uri)): void {
    const found = [...this.#found.values()].map((byUri) => byUri.get(uri)).find((one) => one !== undefined);
    const own = document ? this.#problemsOf(document) : (found?.own ?? []);
    const diagnostics = [...own, ...(found?.lists ?? [])].map(toDiagnostic);
    if (diagnostics.length === 0 && !this.#shown.has(uri)) return;
    if (diagnostics.length === 0) this.#shown.delete(uri);
    else this.#shown.add(uri);
    const shown = { uri: document?.uri ?? uri, diagnostics };
    this.#parts.connection.sendDiagnostics(shown).catch(() => {});
  }

  #problemsOf({ key, text }: OpenDocument): Problems {
    return isConfigUri(key) ? fileProblems(readConfigFile(CONFIG_FILE, text, this.#parts.rules)) : [];
  }
}

function toDiagnostic({ message, severity, start, end }: FileProblem): Diagnostic {
  return {
    range: { start, end },
    severity: severity === "error" ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    code: "config",
    source: SOURCE,
    message,
  };
}
