// The workspace, black box: files that change outside, several folders, and how the client hears of the index.
import { describe, expect, it, onTestFinished } from "vitest";
import type { RegistrationParams } from "vscode-languageserver";
import { page, pagePath, rawText, textPath } from "../harness/articles.ts";
import { LanguageClient } from "../harness/language-client.ts";
import { CAPABLE, eventually, Session } from "../harness/session.ts";
import { TemporaryArchive } from "../harness/temporary-archive.ts";

const CITING = page({ id: "Q900100", more: "See the following article:\n\n   Q900200 INFO: Shelves" });
const SHELVES = page({ id: "Q900200", title: "INFO: Shelves" });

async function title(session: Session, uri: string): Promise<string> {
  const place = { text: CITING, word: "900200" };
  const { contents } = await session.at<{ contents: { value: string } }>("textDocument/hover", uri, place);
  return contents.value;
}

/** Opens an archive in an editor that is not our own. */
async function openElsewhere(): Promise<{ session: Session; uri: string }> {
  const files = { [pagePath("Q900100")]: CITING, [pagePath("Q900200")]: SHELVES };
  const session = await Session.open(files, { initializationOptions: null });
  return { session, uri: session.show(session.archive.uriOf(pagePath("Q900100")), CITING) };
}

async function openCiting(files: Record<string, string> = {}): Promise<{ session: Session; uri: string }> {
  const session = await Session.open({ [pagePath("Q900100")]: CITING, ...files });
  return { session, uri: session.show(session.archive.uriOf(pagePath("Q900100")), CITING) };
}

describe("watched files", () => {
  it("are asked for", async () => {
    const asked = new Map<string, unknown>();
    const client = await LanguageClient.spawn();
    onTestFinished(() => client.kill());
    client.answer<RegistrationParams>("client/registerCapability", ({ registrations }) => {
      for (const { method, registerOptions } of registrations) asked.set(method, registerOptions);
    });
    await client.initialize({ capabilities: CAPABLE });
    await client.askedFor("client/registerCapability", 2);
    expect(asked.get("workspace/didChangeWatchedFiles")).toEqual({
      watchers: [
        { globPattern: "**/*.TXT", kind: 3 },
        { globPattern: "**/*.txt", kind: 3 },
        { globPattern: "**/*.md", kind: 3 },
        { globPattern: "**/kb.config.json", kind: 3 },
        { globPattern: "**/{Q*,[0-9][0-9][0-9]}", kind: 3 },
        { globPattern: "**/*", kind: 4 },
      ],
    });
    expect(asked.get("workspace/didChangeConfiguration")).toEqual({ section: "kb" });
  });

  it("come, change and go", async () => {
    const { session, uri } = await openCiting();
    expect(await title(session, uri)).toContain("not in this archive");
    const file = session.archive.write(pagePath("Q900200"), SHELVES);
    session.watched([file, 1]);
    await eventually(async () => expect(await title(session, uri)).toContain("INFO: Shelves"));
    session.archive.write(pagePath("Q900200"), page({ id: "Q900200", title: "INFO: Boards" }));
    session.watched([file, 2]);
    await eventually(async () => expect(await title(session, uri)).toContain("INFO: Boards"));
    session.archive.delete("kb/900/Q900200");
    session.watched([file, 3]);
    await eventually(async () => expect(await title(session, uri)).toContain("not in this archive"));
  });

  it("come with their folder, which may be reported alone", async () => {
    const { session, uri } = await openCiting();
    session.archive.write(pagePath("Q900200"), SHELVES);
    session.watched([session.archive.uriOf("kb/900/Q900200"), 1]);
    await eventually(async () => expect(await title(session, uri)).toContain("INFO: Shelves"));
  });

  it("stand for their folder, which holds a page and nothing else that counts", async () => {
    const { session, uri } = await openCiting();
    session.archive.write("kb/900/Q900200/draft/Q900200.TXT", rawText({ id: "Q900200", title: "INFO: Draft" }));
    session.archive.write(pagePath("Q900201"), page({ id: "Q900201", more: "See Q900200." }));
    const folders = ["kb/900/Q900200", "kb/900/Q900201"].map((folder) => session.archive.uriOf(folder));
    session.watched(...folders.map((folder) => [folder, 1] as const));
    await eventually(async () => expect(await title(session, uri)).toContain("cited by 2 articles"));
    expect(await title(session, uri)).toContain("not in this archive");
  });

  it("go with their folder", async () => {
    const { session, uri } = await openCiting({ [textPath("Q900200")]: rawText({ id: "Q900200" }) });
    expect(await title(session, uri)).not.toContain("not in this archive");
    session.archive.delete("txt");
    session.watched([session.archive.uriOf("txt"), 3]);
    await eventually(async () => expect(await title(session, uri)).toContain("not in this archive"));
  });

  it("give way to what is open, and come back when it is closed", async () => {
    const { session, uri } = await openCiting({ [pagePath("Q900200")]: SHELVES });
    const open = session.show(
      session.archive.uriOf(pagePath("Q900200")),
      page({ id: "Q900200", title: "INFO: Draft" }),
    );
    session.watched([open, 2]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await title(session, uri)).toContain("INFO: Draft");
    session.close(open);
    await eventually(async () => expect(await title(session, uri)).toContain("INFO: Shelves"));
  });

  it("are decoded as Windows-1252 where they are not UTF-8", async () => {
    const { session, uri } = await openCiting();
    const text = rawText({ id: "Q900200", title: "INFO: Shelves \u0093at Home\u0094" });
    session.watched([session.archive.write(textPath("Q900200"), Buffer.from(text, "latin1")), 1]);
    await eventually(async () => expect(await title(session, uri)).toContain("Shelves \u201cat Home\u201d"));
  });
});

describe("folders", () => {
  it("are several, and come and go", async () => {
    const { session, uri } = await openCiting();
    const other = new TemporaryArchive({ [pagePath("Q900200")]: SHELVES });
    onTestFinished(() => other.remove());
    const change = (added: string[], removed: string[]): void => {
      const folders = (uris: string[]): unknown[] => uris.map((folder) => ({ uri: folder, name: folder }));
      session.client.notify("workspace/didChangeWorkspaceFolders", {
        event: { added: folders(added), removed: folders(removed) },
      });
    };
    change([other.uri], []);
    await eventually(async () => expect(await title(session, uri)).toContain("INFO: Shelves"));
    change([], [other.uri]);
    await eventually(async () => expect(await title(session, uri)).toContain("not in this archive"));
  });

  it("are left alone where tools keep their own", async () => {
    const { session, uri } = await openCiting({ ".git/x.md": SHELVES, "node_modules/x/x.md": SHELVES });
    expect(await title(session, uri)).toContain("not in this archive");
  });
});

describe("the index", () => {
  // Progress is shown only for what takes longer: archive-lint.test.ts.
  it("shows a status", async () => {
    const session = await Session.open(
      { [pagePath("Q900100")]: CITING },
      { initializationOptions: { clientFiles: false } },
    );
    expect(await session.ready()).toMatchObject({ state: "ready", articles: 1 });
  });

  it("sends no status to other editors", async () => {
    const { uri, session } = await openElsewhere();
    await eventually(async () => expect(await title(session, uri)).toContain("Shelves"));
    expect(session.client.notifications.filter(({ method }) => method.startsWith("kb/"))).toEqual([]);
  });

  it("is read through the client where the client offers it", async () => {
    const files = new Map([
      ["memfs:/archive/kb/900/Q900100/README.md", CITING],
      ["memfs:/archive/kb/900/Q900200/README.md", SHELVES],
    ]);
    const client = await LanguageClient.spawn();
    onTestFinished(() => client.kill());
    client.answer("kb/findFiles", () => ({ uris: [...files.keys()] }));
    client.answer<{ uri: string }>("kb/readFile", ({ uri }) => {
      const text = files.get(uri);
      return { base64: text === undefined ? null : Buffer.from(text).toString("base64") };
    });
    await client.initialize({ folders: ["memfs:/archive"], initializationOptions: { clientFiles: true } });
    const status = await client.notification<{ state: string; articles: number }>(
      "kb/indexStatus",
      ({ state }) => state === "ready",
    );
    expect(status.articles).toBe(2);
  });
});
