// What a request handler works with: the workspace, the client's abilities, and the documents it has looked at.
// Remembers their versions, so that no answer made from an older text goes out.
import type { CancellationToken, Position, TextDocumentIdentifier } from "vscode-languageserver";
import type { Snapshot } from "../features/snapshot.ts";
import type { ArchiveLint } from "./archive-lint.ts";
import type { ClientMessages } from "./client-messages.ts";
import type { ClientSupport } from "./client-support.ts";
import { isPosition } from "./documents.ts";
import type { Linter } from "./linter.ts";
import type { OpenDocument } from "./open-document.ts";
import type { Pace } from "./pace.ts";
import { RequestPace } from "./request-pace.ts";
import type { Workspace } from "./workspace.ts";

/** The server's parts that requests use. */
export interface ServerParts {
  readonly workspace: Workspace;
  readonly linter: Linter;
  readonly support: ClientSupport;
  readonly pace: Pace;
  readonly messages: ClientMessages;
  readonly archiveLint: ArchiveLint;
}

/** A document that is an article, as one request sees it. */
export interface DocumentView {
  readonly document: OpenDocument;
  readonly snapshot: Snapshot;
}

/** A place in such a document. */
export interface PlaceView extends DocumentView {
  readonly offset: number;
}

/** The context of one request. */
export class RequestContext {
  readonly workspace: Workspace;
  readonly linter: Linter;
  readonly support: ClientSupport;
  readonly pace: Pace;
  readonly messages: ClientMessages;
  readonly archiveLint: ArchiveLint;
  /** Cancelled when the client does not want the answer any more. */
  readonly token: CancellationToken;
  readonly #seen: { readonly document: OpenDocument; readonly version: number }[] = [];

  constructor({ workspace, linter, support, pace, messages, archiveLint }: ServerParts, token: CancellationToken) {
    this.workspace = workspace;
    this.linter = linter;
    this.support = support;
    this.pace = new RequestPace(pace, () => token.isCancellationRequested || this.outdated);
    this.messages = messages;
    this.archiveLint = archiveLint;
    this.token = token;
  }

  /** Whether a document that the answer rests on was changed or closed since. */
  get outdated(): boolean {
    return this.#seen.some(
      ({ document, version }) => document.version !== version || this.workspace.documents.at(document.key) !== document,
    );
  }

  /** An open document and its version from now on; `undefined` where it is not open. */
  open({ uri }: TextDocumentIdentifier): OpenDocument | undefined {
    const document = this.workspace.documents.get(uri);
    if (document) this.#seen.push({ document, version: document.version });
    return document;
  }

  /** An open article; `undefined` where the document is not open or is none. */
  view(identifier: TextDocumentIdentifier): DocumentView | undefined {
    const document = this.open(identifier);
    const snapshot = document && this.workspace.snapshot(document);
    return document && snapshot && { document, snapshot };
  }

  /** A place in an open article. */
  place(params: { textDocument: TextDocumentIdentifier; position: Position }): PlaceView | undefined {
    const view = isPosition(params.position) ? this.view(params.textDocument) : undefined;
    return view && { ...view, offset: view.snapshot.article.source.offsetAt(params.position) };
  }
}
