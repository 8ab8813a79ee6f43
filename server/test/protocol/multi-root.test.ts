// Several archives open at once, black box: each stands for itself where both have an article of one number, folders
// within one another count once, and one that goes takes what it held with it.
import { rmSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Hover, Location, LocationLink } from "vscode-languageserver";
import { crlf, page, pagePath, rawText, textPath } from "../harness/articles.ts";
import { LanguageClient } from "../harness/language-client.ts";
import { CAPABLE, eventually, Session } from "../harness/session.ts";

const CITING = page({ id: "Q900100", more: "See Q900200." });
const PLACE = { text: CITING, word: "900200" };
const RULES = ["duplicate-id", "unresolved-reference", "pair-mismatch"];

function shelves(title: string): string {
  return page({ id: "Q900200", title: `INFO: ${title}` });
}

/** Folders of one temporary archive as workspace folders. */
class Desk {
  readonly session: Session;

  private constructor(session: Session) {
    this.session = session;
  }

  static async open(files: Record<string, string>, ...folders: string[]): Promise<Desk> {
    // Its first folder is opened and let go again, because the archive's place is not known before.
    const desk = new Desk(
      await Session.open(files, { capabilities: CAPABLE, settings: { lint: { profile: "authoring" } } }),
    );
    desk.change(folders, [""]);
    await desk.session.ready();
    return desk;
  }

  uriOf(folder: string): string {
    return folder === "" ? this.session.archive.uri : this.session.archive.uriOf(folder);
  }

  change(added: readonly string[], removed: readonly string[]): void {
    const [on, off] = [added, removed].map((some) => some.map((name) => ({ uri: this.uriOf(name), name })));
    this.session.client.notify("workspace/didChangeWorkspaceFolders", { event: { added: on, removed: off } });
  }

  show(path: string): string {
    return this.session.show(this.uriOf(path), this.session.archive.read(path));
  }

  /** Where a definition leads, relative to the archive. */
  async definition(uri: string): Promise<string[]> {
    const found = await this.session.at<LocationLink[] | null>("textDocument/definition", uri, PLACE);
    return (found ?? []).map(({ targetUri }) => this.#pathOf(targetUri));
  }

  async citing(uri: string): Promise<string[]> {
    const context = { includeDeclaration: false };
    const found = await this.session.at<Location[] | null>("textDocument/references", uri, PLACE, { context });
    return (found ?? []).map((location) => this.#pathOf(location.uri)).sort();
  }

  async card(uri: string): Promise<string> {
    const hover = await this.session.at<Hover | null>("textDocument/hover", uri, PLACE);
    return JSON.stringify(hover?.contents);
  }

  async rules(uri: string): Promise<unknown[]> {
    return (await this.session.rules(uri)).filter((rule) => RULES.includes(String(rule)));
  }

  #pathOf(uri: string): string {
    return uri.slice(this.session.archive.uri.length + 1);
  }
}

describe("two archives with an article of one number", () => {
  const FILES = {
    [`one/${pagePath("Q900100")}`]: CITING,
    [`one/${pagePath("Q900200")}`]: shelves("Shelves of One"),
    [`two/${pagePath("Q900100")}`]: CITING,
    [`two/${pagePath("Q900200")}`]: shelves("Shelves of Two"),
  };

  it.each(["one", "two"])("show the article of the citing file's own archive: %s", async (root) => {
    const desk = await Desk.open(FILES, "one", "two");
    const uri = desk.show(`${root}/${pagePath("Q900100")}`);
    expect(await desk.definition(uri)).toEqual([`${root}/${pagePath("Q900200")}`]);
    expect(await desk.card(uri)).toContain(root === "one" ? "Shelves of One" : "Shelves of Two");
  });

  it("prefer the own archive's raw text to another one's page", async () => {
    const files = { ...FILES, [`two/${textPath("Q900200")}`]: crlf(rawText({ id: "Q900200" })) };
    const { [`two/${pagePath("Q900200")}`]: _page, ...without } = files;
    const desk = await Desk.open(without, "one", "two");
    const uri = desk.show(`two/${pagePath("Q900100")}`);
    expect(await desk.definition(uri)).toEqual([`two/${textPath("Q900200")}`]);
  });

  it("lead to the other archive where the own one has no such article", async () => {
    const { [`two/${pagePath("Q900200")}`]: _page, ...without } = FILES;
    const desk = await Desk.open(without, "one", "two");
    const uri = desk.show(`two/${pagePath("Q900100")}`);
    expect(await desk.definition(uri)).toEqual([`one/${pagePath("Q900200")}`]);
    expect(await desk.rules(uri)).toEqual([]);
  });

  it("are no duplicates of each other, as two files of one archive are", async () => {
    const desk = await Desk.open(FILES, "one", "two");
    const uri = desk.show(`one/${pagePath("Q900200")}`);
    expect(await desk.rules(uri)).toEqual([]);
    const copy = desk.session.archive.write("one/kb/copy.md", shelves("Shelves of One"));
    desk.session.watched([copy, 1]);
    await eventually(async () => expect(await desk.rules(uri)).toEqual(["duplicate-id"]));
    desk.session.archive.delete("one/kb/copy.md");
    desk.session.watched([copy, 3]);
    await eventually(async () => expect(await desk.rules(uri)).toEqual([]));
  });

  it("are not compared as page and raw text of one article", async () => {
    const other = crlf(rawText({ id: "Q900200", summary: "Another archive tells of other shelves." }));
    const { [`two/${pagePath("Q900200")}`]: _page, ...without } = FILES;
    const desk = await Desk.open({ ...without, [`two/${textPath("Q900200")}`]: other }, "one", "two");
    expect(await desk.rules(desk.show(`one/${pagePath("Q900200")}`))).toEqual([]);
    expect(await desk.rules(desk.show(`two/${textPath("Q900200")}`))).toEqual([]);
  });

  it("are cited from both, until one is closed", async () => {
    const desk = await Desk.open(FILES, "one", "two");
    const uri = desk.show(`one/${pagePath("Q900100")}`);
    const both = [`one/${pagePath("Q900100")}`, `two/${pagePath("Q900100")}`];
    expect(await desk.citing(uri)).toEqual(both);
    desk.change([], ["two"]);
    await eventually(async () => expect(await desk.citing(uri)).toEqual(both.slice(0, 1)));
    desk.change(["two"], []);
    await eventually(async () => expect(await desk.citing(uri)).toEqual(both));
  });
});

describe("a folder within another", () => {
  const FILES = {
    [pagePath("Q900100")]: CITING,
    [pagePath("Q900200")]: shelves("Shelves"),
    [`inner/${pagePath("Q900101")}`]: page({ id: "Q900101", more: "See Q900200, and Q900200 again." }),
    [`inner/${pagePath("Q900200")}`]: shelves("Inner Shelves"),
  };
  const ALL = [pagePath("Q900100"), `inner/${pagePath("Q900101")}`, `inner/${pagePath("Q900101")}`].sort();

  async function open(): Promise<{ desk: Desk; uri: string }> {
    const session = await Desk.open(FILES, "inner");
    session.change([""], []);
    await session.session.ready();
    return { desk: session, uri: session.show(pagePath("Q900100")) };
  }

  it("has its articles once, and is an archive of its own", async () => {
    const { desk, uri } = await open();
    expect(await desk.citing(uri)).toEqual(ALL);
    expect(await desk.definition(uri)).toEqual([pagePath("Q900200")]);
    expect(await desk.rules(desk.show(`inner/${pagePath("Q900200")}`))).toEqual([]);
  });

  it("belongs to the outer one when it is closed, and its duplicates count", async () => {
    const { desk, uri } = await open();
    const inner = desk.show(`inner/${pagePath("Q900200")}`);
    desk.change([], ["inner"]);
    await eventually(async () => expect(await desk.rules(inner)).toEqual(["duplicate-id"]));
    expect(await desk.citing(uri)).toEqual(ALL);
  });

  it("stays when the outer one is closed, and follows changes", async () => {
    const { desk, uri } = await open();
    desk.change([], [""]);
    const file = desk.session.archive.write(
      `inner/${pagePath("Q900102")}`,
      page({ id: "Q900102", more: "See Q900200." }),
    );
    desk.session.watched([file, 1]);
    const left = [...ALL.filter((path) => path.startsWith("inner/")), `inner/${pagePath("Q900102")}`];
    await eventually(async () => expect(await desk.citing(uri)).toEqual(left));
  });
});

describe("settings in a folder within another", () => {
  const SETTINGS = "inner/kb.config.json";
  const OFF = '{ "rules": { "heading-underline": "off" } }';
  const ON = '{ "rules": { "heading-underline": "error" } }';
  const PATH = `inner/${pagePath("Q900101")}`;
  const SOUND = page({ id: "Q900101", title: "INFO: Lamps" });
  const FILES = { "other/notes.txt": "", [PATH]: SOUND.replace("\tSUMMARY\n\t=======", "\tSUMMARY\n\t======") };

  /** The outer folder, opened at the same moment as a document of the inner one. */
  async function open(settings: string | undefined): Promise<{ desk: Desk; uri: string }> {
    const desk = await Desk.open(settings === undefined ? FILES : { ...FILES, [SETTINGS]: settings }, "other");
    desk.change([""], []);
    const uri = desk.show(PATH);
    await desk.session.ready();
    return { desk, uri };
  }

  function put({ session }: Desk, settings: string | undefined): void {
    if (settings === undefined) session.archive.delete(SETTINGS);
    else session.archive.write(SETTINGS, settings);
    session.watched([session.archive.uriOf(SETTINGS), settings === undefined ? 3 : 1]);
  }

  function honoured({ session }: Desk, uri: string, settings: string | undefined): Promise<void> {
    const rules = settings === OFF ? [] : ["heading-underline"];
    return eventually(async () => expect(await session.rules(uri)).toEqual(rules));
  }

  it.each([
    ["written", [undefined], OFF],
    ["changed", [ON], OFF],
    ["deleted", [OFF], undefined],
    ["written again, after they were deleted,", [ON, undefined], OFF],
  ])("that were %s while it was open by itself hold for the outer one when it is closed", async (_, before, after) => {
    const { desk, uri } = await open(before[0]);
    await honoured(desk, uri, before[0]);
    for (const settings of before.slice(1)) put(desk, settings);
    await honoured(desk, uri, before.at(-1));
    desk.change(["inner"], []);
    await desk.session.ready();
    put(desk, after);
    await honoured(desk, uri, after);
    desk.change([], ["inner"]);
    await desk.session.ready();
    await honoured(desk, uri, after);
  });
});

describe("a folder within another that is deleted", () => {
  it("leaves nothing behind of what the outer one once read in it", async () => {
    const files = {
      [pagePath("Q900100")]: CITING,
      [`inner/${pagePath("Q900101")}`]: page({ id: "Q900101", more: "See Q900200." }),
    };
    const desk = await Desk.open(files, ".");
    const uri = desk.show(pagePath("Q900100"));
    const gone = `inner/${pagePath("Q900101")}`;
    expect(await desk.citing(uri)).toEqual([gone, pagePath("Q900100")]);
    desk.session.archive.delete(gone);
    desk.session.watched([desk.uriOf(gone), 3]);
    await eventually(async () => expect(await desk.citing(uri)).toEqual([pagePath("Q900100")]));
    desk.change(["inner"], []);
    await desk.session.ready();
    desk.session.archive.delete("inner");
    desk.session.watched([desk.uriOf("inner"), 3]);
    await desk.session.ready();
    await eventually(async () => expect(await desk.citing(uri)).toEqual([pagePath("Q900100")]));
  });
});

describe("a folder that is not there", () => {
  it("makes no reference of another folder's articles look unresolved that it may hold, once it is back", async () => {
    const desk = await Desk.open({ [`one/${pagePath("Q900100")}`]: CITING }, "one", "two");
    const uri = desk.show(`one/${pagePath("Q900100")}`);
    await eventually(async () => expect(await desk.rules(uri)).toEqual(["unresolved-reference"]));
    const file = desk.session.archive.write(`two/${pagePath("Q900200")}`, shelves("Shelves"));
    desk.session.watched([file, 1]);
    await eventually(async () => expect(await desk.rules(uri)).toEqual([]));
    expect(await desk.definition(uri)).toEqual([`two/${pagePath("Q900200")}`]);
  });

  it("is read again after it was deleted, the documents that are open in it included", async () => {
    const desk = await Desk.open(
      { [`one/${pagePath("Q900100")}`]: CITING, [`two/${pagePath("Q900200")}`]: shelves("Shelves") },
      "one",
      "two",
    );
    const uri = desk.show(`one/${pagePath("Q900100")}`);
    const open = desk.show(`two/${pagePath("Q900200")}`);
    rmSync(`${desk.session.archive.path}/two`, { recursive: true });
    desk.session.watched([desk.uriOf("two"), 3]);
    await eventually(async () => expect(await desk.card(uri)).toContain("not in this archive"));
    desk.session.archive.write(`two/${pagePath("Q900200")}`, shelves("Shelves"));
    desk.session.watched([open, 1]);
    await eventually(async () => expect(await desk.card(uri)).toContain("Shelves"));
    desk.session.type(open, shelves("Planks"));
    await eventually(async () => expect(await desk.card(uri)).toContain("Planks"));
  });

  it("leaves a server that has nothing else without an archive, and without false alarms", async () => {
    const desk = await Desk.open({ "one/x.txt": "" }, "two");
    const uri = desk.session.show(desk.uriOf("two/x.md"), CITING);
    expect(await desk.rules(uri)).toEqual([]);
    expect(await desk.card(uri)).toContain("no archive is open");
  });
});

it("a client that knows one root only is served, by its URI", async () => {
  const session = await Session.open({ [pagePath("Q900200")]: shelves("Shelves") });
  const client = await LanguageClient.spawn();
  client.answer("workspace/configuration", () => [null]);
  await client.request("initialize", { processId: null, rootUri: session.archive.uri, capabilities: {} });
  client.notify("initialized", {});
  const uri = session.archive.uriOf("draft.md");
  client.notify("textDocument/didOpen", { textDocument: { uri, languageId: "markdown", version: 1, text: CITING } });
  const line = CITING.split("\n").findIndex((one) => one.includes("See Q900200"));
  const character = (CITING.split("\n")[line] ?? "").indexOf("Q900200") + 1;
  await eventually(async () => {
    const found = await client.request<Location | null>("textDocument/definition", {
      textDocument: { uri },
      position: { line, character },
    });
    expect(found?.uri).toBe(session.archive.uriOf(pagePath("Q900200")));
  });
  client.kill();
});
