// The settings in force for each file: the editor's, fetched from the client and kept until it says that they changed,
// under those of the archive. What a kb.config.json sets holds for everybody who works on it, so it goes first.
import { type Connection, DidChangeConfigurationNotification, type InitializeParams } from "vscode-languageserver";
import type { FileConfig } from "../config/archive-config.ts";
import { toLintSettings } from "../config/effective-config.ts";
import { isBelow } from "../host/uris.ts";
import type { LintSettings } from "../lint/run-rules.ts";
import { type CalendarDate, dateOrder } from "../model/calendar-date.ts";
import type { ArchiveConfigs } from "./archive-configs.ts";
import { type ClientSupport, initializationOptions } from "./client-support.ts";
import type { Log } from "./log.ts";
import { DEFAULT_SETTINGS, decodeSettings, type KbSettings } from "./settings.ts";

const SECTION = "kb";
// A client that promises an answer and gives none must not keep diagnostics away for ever.
const LONGEST_WAIT = 2000;

/** What settings come from. */
export interface ConfigurationParts {
  readonly connection: Connection;
  readonly support: ClientSupport;
  readonly log: Log;
  readonly archives: ArchiveConfigs;
  /** Called when the editor's settings changed. */
  readonly onChange: () => void;
}

const NO_ARCHIVE = {};

/** The settings by folder and archive. */
export class Configuration {
  readonly #connection: Connection;
  readonly #support: ClientSupport;
  readonly #log: Log;
  readonly #onChange: () => void;
  #folders: readonly string[] = [];
  #general: KbSettings = DEFAULT_SETTINGS;
  #byFolder: ReadonlyMap<string, KbSettings> = new Map();
  readonly #lint = new WeakMap<KbSettings, WeakMap<object, LintSettings>>();
  #request = 0;
  #ready: Promise<void> = Promise.resolve();

  /** The settings of the archives. */
  readonly archives: ArchiveConfigs;

  constructor({ connection, support, log, archives, onChange }: ConfigurationParts) {
    this.archives = archives;
    this.#connection = connection;
    this.#support = support;
    this.#log = log;
    this.#onChange = onChange;
  }

  /** Resolves once the settings that were asked for last are there. */
  get ready(): Promise<unknown> {
    return Promise.all([this.#ready, this.archives.ready]);
  }

  /** Takes settings that came with `initialize`, under `kb` or `settings.kb`. */
  useOptions(params: InitializeParams): void {
    const options = initializationOptions(params);
    this.#useSection(options.get(SECTION) ?? sectionOf(options.get("settings")));
  }

  /** Asks to be told of changes, where that has to be asked for. */
  register(): void {
    if (!this.#support.configurationRegistration) return;
    const registered = this.#connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
    registered.catch(() => this.#log.info("changes of settings are not followed"));
  }

  /** Fetches the settings again; `sent` is what the client sent of itself. */
  refresh(folders: readonly string[], sent?: unknown): void {
    this.#folders = folders;
    if (this.#support.configuration) {
      this.#ready = this.#fetch();
      return;
    }
    const section = sectionOf(sent);
    if (section !== undefined) this.#useSection(section);
  }

  /** The editor's settings for a file. */
  editorSettings(uri: string): KbSettings {
    let best = "";
    for (const folder of this.#byFolder.keys()) {
      if (folder.length > best.length && isBelow(uri, folder)) best = folder;
    }
    return this.#byFolder.get(best) ?? this.#general;
  }

  /** What is in force for a file when it is linted. The same object is given until something changes. */
  settingsFor(uri: string): LintSettings {
    const editor = this.editorSettings(uri);
    const archive = this.archives.of(uri)?.config;
    const today = currentDate();
    const made = this.#lint.get(editor) ?? new WeakMap<object, LintSettings>();
    const known = made.get(archive ?? NO_ARCHIVE);
    if (known && dateOrder(known.today) === dateOrder(today)) return known;
    const settings = merged(editor, archive, today);
    this.#lint.set(editor, made.set(archive ?? NO_ARCHIVE, settings));
    return settings;
  }

  async #fetch(): Promise<void> {
    const request = ++this.#request;
    const folders = this.#folders;
    const items = [{ section: SECTION }, ...folders.map((scopeUri) => ({ scopeUri, section: SECTION }))];
    const answer = this.#connection.workspace.getConfiguration(items).catch(() => undefined);
    const sections: unknown = await Promise.race([answer, later(LONGEST_WAIT)]);
    if (request !== this.#request || !Array.isArray(sections)) return;
    this.#general = this.#decode(sections[0]);
    this.#byFolder = new Map(folders.map((folder, at) => [folder, this.#decode(sections[at + 1])]));
    this.#onChange();
  }

  #useSection(section: unknown): void {
    this.#general = this.#decode(section);
    this.#onChange();
  }

  #decode(section: unknown): KbSettings {
    const { settings, wrong } = decodeSettings(section);
    if (wrong.length > 0) this.#log.warn(`settings that cannot be used: ${wrong.join(", ")}`);
    return settings;
  }
}

function merged(editor: KbSettings, archive: FileConfig | undefined, today: CalendarDate): LintSettings {
  if (!archive) return { profile: editor.profile, levels: editor.levels, today };
  const { effective } = archive;
  const settings = toLintSettings(effective, today);
  const profile = effective.profile.source.kind === "default" ? editor.profile : settings.profile;
  return { ...settings, profile, levels: new Map([...editor.levels, ...settings.levels]) };
}

function sectionOf(settings: unknown): unknown {
  if (typeof settings !== "object" || settings === null) return undefined;
  return new Map(Object.entries(settings)).get(SECTION);
}

function later(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), milliseconds));
}

function currentDate(): CalendarDate {
  const now = new Date();
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
}
