// Hostile and broken input, black box: the server answers on, or ends with 70 where the stream is lost.
import { describe, expect, it, onTestFinished } from "vitest";
import { page } from "../harness/articles.ts";
import { LanguageClient } from "../harness/language-client.ts";
import { frame } from "../harness/message-stream.ts";

const URI = "untitled:Untitled-1";

async function startServer(): Promise<LanguageClient> {
  const client = await LanguageClient.start();
  onTestFinished(() => client.kill());
  client.notify("textDocument/didOpen", {
    textDocument: { uri: URI, languageId: "kb-page", version: 1, text: page({ id: "Q900100" }) },
  });
  return client;
}

async function answers(client: LanguageClient): Promise<void> {
  const folds: unknown[] = await client.request("textDocument/foldingRange", { textDocument: { uri: URI } });
  expect(folds.length).toBeGreaterThan(3);
}

describe("broken frames", () => {
  it.each([
    ["a length that is no number", "Content-Length: abc\r\n\r\n{}"],
    ["a negative length", "Content-Length: -5\r\n\r\n{}"],
    ["no length", "Content-Type: text\r\n\r\n{}"],
    ["a header without colon", "garbage\r\n\r\n"],
    ["stray bytes before a frame", "stray bytes"],
  ])("%s ends the server with 70", async (_, bytes) => {
    const client = await startServer();
    await answers(client);
    client.process.stdin?.write(bytes);
    client.notify("$/nothing", {});
    expect(await client.exited).toBe(70);
    expect(client.stderr).toContain("the connection is broken");
  });
});

describe("messages that make no sense", () => {
  const body = (text: string): Buffer => Buffer.from(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  it.each([
    ["no JSON", body("{oops")],
    ["an array", body("[]")],
    ["null", body("null")],
    ["a number", body("7")],
    ["deep JSON", body("[".repeat(10_000) + "]".repeat(10_000))],
    ["a cancellation of nothing", frame({ jsonrpc: "2.0", method: "$/cancelRequest" })],
    ["an unknown notification", frame({ jsonrpc: "2.0", method: "kb/what", params: {} })],
    ["an opening without text", frame(notification("textDocument/didOpen", { textDocument: { uri: "file:///x" } }))],
    ["an opening without document", frame(notification("textDocument/didOpen", {}))],
    ["a change of an unknown document", frame(change("file:///unknown", [{ text: "x" }]))],
    ["a change with a strange range", frame(change(URI, [{ text: "x", range: { start: {}, end: 3 } }]))],
    ["changes that are no list", frame(change(URI, "x"))],
    ["a saving of an unknown document", frame(notification("textDocument/didSave", { textDocument: { uri: "x:y" } }))],
    ["watched files without list", frame(notification("workspace/didChangeWatchedFiles", {}))],
    ["folders without event", frame(notification("workspace/didChangeWorkspaceFolders", {}))],
  ])("%s leaves it in service", async (_, bytes) => {
    const client = await startServer();
    client.process.stdin?.write(bytes);
    await answers(client);
  });

  it.each([
    ["no parameters", undefined],
    ["a list", []],
    ["no document", { position: { line: 0, character: 0 } }],
    ["a document without URI", { textDocument: {}, position: { line: 0, character: 0 } }],
    ["a position of words", { textDocument: { uri: URI }, position: { line: "one", character: "two" } }],
  ])("hover with %s is refused or empty", async (_, params) => {
    const client = await startServer();
    const outcome = await client.request("textDocument/hover", params).catch((error: { code: number }) => error.code);
    expect([null, -32602]).toContain(outcome);
    await answers(client);
  });

  it("survives absurd positions", async () => {
    const client = await startServer();
    for (const [line, character] of [
      [-1, -1],
      [1e9, 1e9],
      [3, 2 ** 31],
    ]) {
      const params = { textDocument: { uri: URI }, position: { line, character } };
      expect(await client.request("textDocument/hover", params)).toSatisfy((value) => value === null || value);
    }
    await answers(client);
  });
});

function notification(method: string, params: unknown): unknown {
  return { jsonrpc: "2.0", method, params };
}

function change(uri: string, contentChanges: unknown): unknown {
  return notification("textDocument/didChange", { textDocument: { uri, version: 2 }, contentChanges });
}
