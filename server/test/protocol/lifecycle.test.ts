// The protocol's life cycle, black box: what is refused before `initialize` and after `shutdown`, and how the process ends.
import { describe, expect, it, onTestFinished } from "vitest";
import { LanguageClient } from "../harness/language-client.ts";

const HOVER = { textDocument: { uri: "untitled:a" }, position: { line: 0, character: 0 } };

async function spawnServer(args?: readonly string[]): Promise<LanguageClient> {
  const client = await LanguageClient.spawn(args);
  onTestFinished(() => client.kill());
  return client;
}

describe("life cycle", () => {
  it("refuses requests before initialize", async () => {
    const client = await spawnServer();
    await expect(client.request("textDocument/hover", HOVER)).rejects.toMatchObject({ code: -32002 });
    await client.initialize({});
    expect(await client.request("textDocument/hover", HOVER)).toBeNull();
  });

  it("drops notifications before initialize", async () => {
    const client = await spawnServer();
    const textDocument = { uri: "untitled:a", languageId: "kb-page", version: 1, text: "x" };
    client.notify("textDocument/didOpen", { textDocument });
    await client.initialize({});
    expect(await client.request("textDocument/foldingRange", { textDocument })).toBeNull();
  });

  it("refuses a second initialize", async () => {
    const client = await spawnServer();
    await client.initialize({});
    await expect(client.initialize({})).rejects.toMatchObject({ code: -32600 });
  });

  it("refuses requests after shutdown and ends with 0 on exit", async () => {
    const client = await spawnServer();
    await client.initialize({});
    await client.request("shutdown", undefined);
    await expect(client.request("textDocument/hover", HOVER)).rejects.toMatchObject({ code: -32600 });
    client.notify("exit", undefined);
    expect(await client.exited).toBe(0);
  });

  it("ends with 1 on exit without shutdown", async () => {
    const client = await spawnServer();
    await client.initialize({});
    client.notify("exit", undefined);
    expect(await client.exited).toBe(1);
  });

  it("ends when its input ends", async () => {
    const client = await spawnServer();
    await client.initialize({});
    client.process.stdin?.end();
    expect(await client.exited).toBe(1);
  });

  it("announces incremental sync, UTF-16 and its name", async () => {
    const client = await spawnServer();
    const { capabilities, serverInfo } = await client.initialize({});
    expect(serverInfo).toEqual({ name: "kb-language-server", version: "0.0.0-test" });
    expect(capabilities.positionEncoding).toBe("utf-16");
    expect(capabilities.textDocumentSync).toMatchObject({ openClose: true, change: 2 });
    expect(capabilities.diagnosticProvider).toBeUndefined();
  });
});

describe("command line", () => {
  it.each([
    { args: [], code: 2, text: "Usage:" },
    { args: ["--what"], code: 2, text: "unknown argument: --what" },
    { args: ["--socket=zero"], code: 2, text: "not a port: zero" },
    { args: ["--stdio", "--node-ipc"], code: 2, text: "more than one" },
    { args: ["--node-ipc"], code: 2, text: "parent process" },
    { args: ["--socket=1"], code: 70, text: "ECONNREFUSED" },
  ])("$args ends with $code", async ({ args, code, text }) => {
    const client = await spawnServer(args);
    expect(await client.exited).toBe(code);
    expect(client.stderr).toContain(text);
  });

  it("takes the process id that clients add", async () => {
    const client = await spawnServer(["--stdio", `--clientProcessId=${process.pid}`]);
    await client.initialize({});
    expect(await client.stop()).toBe(0);
  });

  it.each([["--version", "0.0.0-test\n"]])("%s prints and ends with 0", async (argument, text) => {
    const client = await spawnServer([argument]);
    let printed = "";
    client.process.stdout?.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
    });
    expect(await client.exited).toBe(0);
    expect(printed).toBe(text);
  });
});
