// The index between two runs: whatever happened to the files or to the index meanwhile, a new start answers rightly.
// Each test compares with what the files say, never with an earlier answer.
import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Location } from "vscode-languageserver";
import { page, pagePath } from "../harness/articles.ts";
import { LanguageClient } from "../harness/language-client.ts";
import { CAPABLE, Session } from "../harness/session.ts";
import { openArchive } from "../harness/temporary-archive.ts";

const CITED = "Q900200";
const CITING = ["Q900101", "Q900102", "Q900103"];
// So long after its last change a file's time of change can be trusted (milliseconds).
const SETTLED = 2100;

function citing(id: string, cited = CITED): string {
  return page({ id, more: `See ${cited} as well.` });
}

/** An archive with a folder for the index. */
class Desk {
  readonly storage = openArchive();
  readonly archive = openArchive({
    [pagePath(CITED)]: page({ id: CITED }),
    ...Object.fromEntries(CITING.map((id) => [pagePath(id), citing(id)])),
  });

  /** The files of the index. */
  get indexFiles(): string[] {
    return readdirSync(this.storage.path).map((name) => join(this.storage.path, name));
  }

  /** Starts a server, waits until the archive is read, and gives the files that cite the article. */
  async citingFiles(): Promise<string[]> {
    const client = await this.start();
    await client.notification<{ state: string }>("kb/indexStatus", ({ state }) => state === "ready");
    const uri = this.archive.uriOf(pagePath(CITED));
    const text = this.archive.read(pagePath(CITED));
    client.notify("textDocument/didOpen", { textDocument: { uri, languageId: "markdown", version: 1, text } });
    const line = text.split("\n").findIndex((one) => one.includes(`Article: ${CITED}`));
    const found = await client.request<Location[]>("textDocument/references", {
      textDocument: { uri },
      position: { line, character: 12 },
      context: { includeDeclaration: false },
    });
    await this.kept();
    await client.stop();
    return found.map((location) => location.uri).sort();
  }

  start(): Promise<LanguageClient> {
    return LanguageClient.start({
      capabilities: CAPABLE,
      folders: [this.archive.uri],
      initializationOptions: { clientFiles: false, storageFolder: this.storage.path },
    });
  }

  // The file is written after the answer is given, and a server that is stopped at once may not come to it.
  async kept(): Promise<void> {
    await expect.poll(() => this.indexFiles.some((name) => name.endsWith(".kbindex")), { timeout: 5000 }).toBe(true);
  }

  expected(...ids: string[]): string[] {
    return ids.map((id) => this.archive.uriOf(pagePath(id)));
  }
}

it("is kept in the editor's storage and used again", async () => {
  const desk = new Desk();
  expect(await desk.citingFiles()).toEqual(desk.expected(...CITING));
  expect(await desk.citingFiles()).toEqual(desk.expected(...CITING));
});

it("follows what was changed, made and deleted while no server ran", async () => {
  const desk = new Desk();
  await new Promise((resolve) => setTimeout(resolve, SETTLED));
  await desk.citingFiles();
  desk.archive.delete("kb/900/Q900101");
  desk.archive.write(pagePath("Q900102"), citing("Q900102", "Q900103"));
  desk.archive.write(pagePath("Q900104"), citing("Q900104"));
  desk.archive.write("drafts/new/Q900105.TXT", citing("Q900105"));
  const added = desk.archive.uriOf("drafts/new/Q900105.TXT");
  expect(await desk.citingFiles()).toEqual([...desk.expected("Q900103"), added, ...desk.expected("Q900104")].sort());
  expect(await desk.citingFiles()).toEqual([...desk.expected("Q900103"), added, ...desk.expected("Q900104")].sort());
});

it("notices a change that keeps a file's length and time of change", async () => {
  const desk = new Desk();
  await new Promise((resolve) => setTimeout(resolve, SETTLED));
  await desk.citingFiles();
  const file = join(desk.archive.path, pagePath("Q900101"));
  const { atime, mtime } = statSync(file);
  writeFileSync(file, citing("Q900101", "Q900103"));
  utimesSync(file, atime, mtime);
  expect(await desk.citingFiles()).toEqual(desk.expected("Q900102", "Q900103"));
});

it("is made anew where it is damaged, cut off, empty or something else", async () => {
  const desk = new Desk();
  await desk.citingFiles();
  const [file = ""] = desk.indexFiles;
  const sound = readFileSync(file);
  const damages = [
    sound.subarray(0, sound.length - 8),
    Buffer.concat([sound.subarray(0, 300), Buffer.from([sound[300] === 7 ? 8 : 7]), sound.subarray(301)]),
    Buffer.alloc(0),
    Buffer.from("no index at all"),
  ];
  for (const damage of damages) {
    writeFileSync(file, damage);
    expect(await desk.citingFiles()).toEqual(desk.expected(...CITING));
    // A server that is stopped at once may not come to writing it.
    const server = await desk.start();
    await expect.poll(() => readFileSync(file).length, { timeout: 5000 }).toBe(sound.length);
    await server.stop();
  }
});

it("survives servers that are killed at any moment, and serves two at once", async () => {
  const desk = new Desk();
  for (let round = 0; round < 8; round++) {
    desk.archive.write(pagePath("Q900101"), citing("Q900101", round % 2 === 0 ? CITED : "Q900103"));
    const servers = await Promise.all([desk.start(), desk.start()]);
    await new Promise((resolve) => setTimeout(resolve, round * 25));
    for (const server of servers) server.kill();
    await Promise.all(servers.map((server) => server.exited));
    const expected = round % 2 === 0 ? CITING : CITING.slice(1);
    expect(await desk.citingFiles()).toEqual(desk.expected(...expected));
  }
});

it("is not written into an archive that has no folder for it", async () => {
  const session = await Session.open({ [pagePath(CITED)]: page({ id: CITED }) });
  await session.client.stop();
  expect(readdirSync(session.archive.path)).toEqual(["kb"]);
});
