// Answers that nobody wants any more: cancelled requests and requests about a text that has changed meanwhile.
import { expect, it, onTestFinished } from "vitest";
import { page } from "../harness/articles.ts";
import { LanguageClient } from "../harness/language-client.ts";
import { frame } from "../harness/message-stream.ts";
import { CAPABLE } from "../harness/session.ts";

const CITING = page({ id: "Q900100", more: "See the following article:\n\n   Q900200 INFO: Shelves" });
const TARGET = "memfs:/archive/kb/900/Q900200/README.md";
const OPEN = "memfs:/archive/kb/900/Q900100/README.md";

/** A client whose files are slow: reading waits until the test lets it through. */
async function startSlow(): Promise<{ client: LanguageClient; letThrough: () => void; hold: () => void }> {
  const client = await LanguageClient.spawn();
  onTestFinished(() => client.kill());
  let gate = Promise.resolve();
  let letThrough = (): void => {};
  client.answer("kb/findFiles", () => ({ uris: [TARGET] }));
  client.answer("kb/readFile", async () => {
    await gate;
    return { base64: Buffer.from(page({ id: "Q900200", title: "INFO: Shelves" })).toString("base64") };
  });
  const folders = ["memfs:/archive"];
  await client.initialize({ capabilities: CAPABLE, folders, initializationOptions: { clientFiles: true } });
  await client.notification<{ state: string }>("kb/indexStatus", ({ state }) => state === "ready");
  client.notify("textDocument/didOpen", {
    textDocument: { uri: OPEN, languageId: "kb-page", version: 1, text: CITING },
  });
  const hold = (): void => {
    gate = new Promise((resolve) => {
      letThrough = resolve;
    });
  };
  return { client, hold, letThrough: () => letThrough() };
}

const line = CITING.split("\n").findIndex((text) => text.includes("Q900200"));
const HOVER = { textDocument: { uri: OPEN }, position: { line, character: 5 } };

it("a request about a text that changed meanwhile is refused as such", async () => {
  const { client, hold, letThrough } = await startSlow();
  hold();
  const before = client.asked.length;
  const { result } = client.send("textDocument/hover", HOVER);
  await client.askedFor("kb/readFile", client.asked.slice(0, before).filter((one) => one === "kb/readFile").length + 1);
  client.notify("textDocument/didChange", {
    textDocument: { uri: OPEN, version: 2 },
    contentChanges: [{ text: `${CITING}\n` }],
  });
  letThrough();
  await expect(result).rejects.toMatchObject({ code: -32801 });
  expect(await client.request("textDocument/hover", HOVER)).toMatchObject({ contents: { kind: "markdown" } });
});

it("a request that waits can be cancelled", async () => {
  const { client, hold, letThrough } = await startSlow();
  hold();
  const { id, result } = client.send("textDocument/hover", HOVER);
  client.notify("$/cancelRequest", { id });
  letThrough();
  await expect(result).rejects.toMatchObject({ code: -32800 });
});

it("a request that is cancelled before it is looked at is not answered", async () => {
  const { client } = await startSlow();
  const request = frame({ jsonrpc: "2.0", id: 4711, method: "textDocument/hover", params: HOVER });
  const cancel = frame({ jsonrpc: "2.0", method: "$/cancelRequest", params: { id: 4711 } });
  client.process.stdin?.write(Buffer.concat([request, cancel]));
  expect(await client.request("textDocument/hover", HOVER)).not.toBeNull();
});

it("a storm of cancelled requests leaves the server in service", async () => {
  const { client } = await startSlow();
  const outcomes = Array.from({ length: 2000 }, (_, at) => {
    const { id, result } = client.send("textDocument/hover", HOVER);
    if (at % 20 !== 0) client.notify("$/cancelRequest", { id });
    return result.then(
      () => 0,
      (error: { code: number }) => error.code,
    );
  });
  const codes = new Set(await Promise.all(outcomes));
  expect([...codes].filter((code) => code !== 0 && code !== -32800)).toEqual([]);
  expect(await client.request("textDocument/hover", HOVER)).not.toBeNull();
});
