// A small world for random sessions: two archives on disk, a client with open documents, and the server between them.
// It does what users and their tools do, and reports it as clients do: late, twice, or by the folder alone.
import { existsSync, mkdirSync, readdirSync, renameSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { URI } from "vscode-uri";
import { INDEX_STATUS, type IndexStatus } from "../../src/protocol/protocol.ts";
import type { Random } from "../injector/random.ts";
import { LanguageClient } from "./language-client.ts";
import { CAPABLE } from "./session.ts";
import { TemporaryArchive } from "./temporary-archive.ts";

/** A change of a file: 1 created, 2 changed, 3 deleted. */
export type FileEvent = readonly [uri: string, type: 1 | 2 | 3];

const { diagnostic: _pull, ...withoutPull } = CAPABLE.textDocument ?? {};
/** A client that is pushed to, and shows the same of a finding as one that pulls. */
const PUSHED = {
  ...CAPABLE,
  textDocument: { ...withoutPull, publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [] } } },
};
const SETTINGS = { lint: { profile: "authoring" } };
const WATCHED_FILE = /(?:\.TXT|\.txt|\.md|\/kb\.config\.json)$/;
const WATCHED_FOLDER = /\/(?:Q[^/]*|\d{3})$/;

/** Whether a client tells of a change at all: only of what the server asks to be watched. */
function isWatched([uri, type]: FileEvent): boolean {
  return type === 3 || WATCHED_FILE.test(uri) || WATCHED_FOLDER.test(uri);
}

// As VS Code does it: of what happened to a file, or to a folder that is watched, one event remains.
function coalesced(events: readonly FileEvent[]): FileEvent[] {
  const kept: FileEvent[] = [];
  const places = new Map<string, number>();
  for (const event of events) {
    const [uri, type] = event;
    const at = places.get(uri);
    const before = at === undefined ? undefined : kept[at];
    if (at === undefined || !before || !(WATCHED_FILE.test(uri) || WATCHED_FOLDER.test(uri))) {
      places.set(uri, kept.push(event) - 1);
    } else if (before[1] === 3 && type !== 3) kept[at] = [uri, 2];
    else if (before[1] !== 1 || type === 3) kept[at] = event;
  }
  return kept;
}

/** The client's side of a session. */
export class ArchiveWorld {
  readonly disk: TemporaryArchive;
  readonly storage = new TemporaryArchive();
  readonly isPushed: boolean;
  /** What was done, for a test that fails. */
  readonly trace: string[] = [];
  /** Texts of open documents by URI. */
  readonly open = new Map<string, string>();
  readonly folders: string[] = [];
  /** Open documents whose file is gone, as the server was told. */
  readonly gone = new Set<string>();
  readonly #random: Random;
  #late: FileEvent[] = [];
  #version = 1;
  #client: LanguageClient | undefined;

  constructor(disk: TemporaryArchive, random: Random, isPushed: boolean) {
    this.disk = disk;
    this.#random = random;
    this.isPushed = isPushed;
  }

  /** The client of the server that runs now. */
  get client(): LanguageClient {
    if (!this.#client) throw new Error("no server runs");
    return this.#client;
  }

  /** Starts the server on the folders, with the index that an earlier one kept, and opens what is open. */
  async start(): Promise<void> {
    this.gone.clear();
    this.#late = [];
    this.#client = await startOn(this.folders, this.open, this.isPushed ? PUSHED : CAPABLE, this.storage.path);
  }

  /** Another server, that knows nothing of what happened, on the same state. */
  async fresh(): Promise<LanguageClient> {
    const client = await startOn(this.folders, this.open, CAPABLE);
    if (this.folders.length > 0) await client.notification<IndexStatus>(INDEX_STATUS, ({ state }) => state === "ready");
    sendEvents(
      client,
      [...this.gone].map((uri) => [uri, 3]),
    );
    return client;
  }

  /** Stops the server in good order, or kills it. */
  async stop(kindly: boolean): Promise<void> {
    if (kindly) await this.client.stop();
    else this.client.kill();
    await this.client.exited;
    this.#client = undefined;
  }

  /** Removes everything. */
  async remove(): Promise<void> {
    this.#client?.kill();
    await this.#client?.exited;
    this.disk.remove();
    this.storage.remove();
  }

  /** Writes a file. */
  write(path: string, text: string): void {
    const created = this.#firstMissing(path);
    if (this.#isFolder(path) || this.#hasFileAbove(path)) return;
    this.disk.write(path, text);
    const uri = this.disk.uriOf(path);
    if (created === undefined) this.#tell([[uri, 2]]);
    else if (created !== path && this.#random.below(2) === 0 && WATCHED_FOLDER.test(`/${created}`))
      this.#tell([[this.disk.uriOf(created), 1]]);
    else
      this.#tell([
        [this.disk.uriOf(created), 1],
        [uri, 1],
      ]);
  }

  /** Deletes a file or a folder; of a folder's files nothing is said. */
  delete(path: string): void {
    if (!existsSync(join(this.disk.path, path))) return;
    this.disk.delete(path);
    this.#tell([[this.disk.uriOf(path), 3]]);
  }

  /** Moves a file or a folder to where nothing is. */
  move(from: string, to: string): void {
    const [source, target] = [join(this.disk.path, from), join(this.disk.path, to)];
    if (!existsSync(source) || existsSync(target) || `${to}/`.startsWith(`${from}/`) || this.#hasFileAbove(to)) return;
    const created = this.#firstMissing(to) ?? to;
    mkdirSync(dirname(target), { recursive: true });
    renameSync(source, target);
    const files = this.filesBelow(to).map((path): FileEvent => [this.disk.uriOf(path), 1]);
    const isAlone = WATCHED_FOLDER.test(`/${created}`) && this.#random.below(2) === 0;
    this.#tell([[this.disk.uriOf(from), 3], [this.disk.uriOf(created), 1], ...(isAlone ? [] : files)]);
  }

  /** Opens a document with its file's text, or one of its own. */
  show(path: string, text: string | undefined): void {
    const uri = this.disk.uriOf(path);
    if (this.open.has(uri) || this.#isFolder(path)) return;
    const content = text ?? (existsSync(join(this.disk.path, path)) ? this.disk.read(path) : undefined);
    if (content === undefined) return;
    this.open.set(uri, content);
    openDocument(this.client, uri, content);
  }

  /** Changes an open document. */
  type(uri: string, text: string): void {
    this.open.set(uri, text);
    this.gone.delete(uri);
    const version = ++this.#version;
    this.client.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ text }] });
  }

  /** Saves an open document. */
  save(uri: string): void {
    const path = this.#pathOf(uri);
    if (this.#isFolder(path) || this.#hasFileAbove(path)) return;
    this.write(path, this.open.get(uri) ?? "");
    this.gone.delete(uri);
    this.client.notify("textDocument/didSave", { textDocument: { uri } });
  }

  /** Closes an open document, saved or not. */
  close(uri: string): void {
    this.open.delete(uri);
    this.gone.delete(uri);
    this.client.notify("textDocument/didClose", { textDocument: { uri } });
  }

  /** Opens and closes workspace folders. */
  changeFolders(added: readonly string[], removed: readonly string[]): void {
    this.folders.splice(0, Number.POSITIVE_INFINITY, ...this.folders.filter((uri) => !removed.includes(uri)), ...added);
    const [on, off] = [added, removed].map((uris) => uris.map((uri) => ({ uri, name: uri })));
    this.client.notify("workspace/didChangeWorkspaceFolders", { event: { added: on, removed: off } });
  }

  /** Reports what was not reported yet. */
  catchUp(): void {
    const late = coalesced(this.#late);
    this.#late = [];
    this.#send(late);
  }

  /** The files below a path, which may be a file's own. */
  filesBelow(path: string): string[] {
    if (!this.#isFolder(path)) return existsSync(join(this.disk.path, path)) ? [path] : [];
    return readdirSync(join(this.disk.path, path)).flatMap((name) => this.filesBelow(path ? `${path}/${name}` : name));
  }

  // Whatever waits goes first: clients keep the order.
  #tell(events: readonly FileEvent[]): void {
    const mode = this.#random.below(6);
    this.#late.push(...events);
    if (mode < 2) return;
    if (mode === 2) this.#send(events);
    this.catchUp();
  }

  #send(events: readonly FileEvent[]): void {
    const told = events.filter(isWatched);
    if (told.length === 0) return;
    this.trace.push(`    told ${told.map(([uri, type]) => `${type}:${this.#pathOf(uri)}`).join(" ")}`);
    sendEvents(this.client, told);
    for (const uri of this.open.keys()) {
      const hit = told.some(([other, type]) => type === 3 && `${uri}/`.startsWith(`${other}/`));
      if (hit) this.gone.add(uri);
      if (told.some(([other, type]) => type !== 3 && other === uri)) this.gone.delete(uri);
    }
  }

  #pathOf(uri: string): string {
    return URI.parse(uri).path.slice(URI.file(this.disk.path).path.length + 1);
  }

  #isFolder(path: string): boolean {
    return statSync(join(this.disk.path, path), { throwIfNoEntry: false })?.isDirectory() === true;
  }

  #hasFileAbove(path: string): boolean {
    for (let above = dirname(path); above !== "."; above = dirname(above)) {
      if (statSync(join(this.disk.path, above), { throwIfNoEntry: false })?.isFile()) return true;
    }
    return false;
  }

  // The outermost part of a path that is not there; `undefined` where all of it is.
  #firstMissing(path: string): string | undefined {
    const parts = path.split("/");
    const paths = parts.map((_, at) => parts.slice(0, at + 1).join("/"));
    return paths.find((one) => !existsSync(join(this.disk.path, one)));
  }
}

async function startOn(
  folders: readonly string[],
  open: ReadonlyMap<string, string>,
  capabilities: typeof CAPABLE,
  storageFolder?: string,
): Promise<LanguageClient> {
  const initializationOptions = { clientFiles: false, storageFolder };
  const client = await LanguageClient.start({ capabilities, folders, initializationOptions, settings: SETTINGS });
  for (const [uri, text] of open) openDocument(client, uri, text);
  return client;
}

function openDocument(client: LanguageClient, uri: string, text: string): void {
  client.notify("textDocument/didOpen", { textDocument: { uri, languageId: "markdown", version: 1, text } });
}

function sendEvents(client: LanguageClient, events: readonly FileEvent[]): void {
  client.notify("workspace/didChangeWatchedFiles", { changes: events.map(([uri, type]) => ({ uri, type })) });
}
