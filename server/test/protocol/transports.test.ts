// The other two ways to talk: the channel of a Node parent and a socket on which the editor listens.
import { fork, spawn } from "node:child_process";
import { createServer } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { frame, MessageStream } from "../harness/message-stream.ts";
import { serverBundle } from "../harness/server-bundle.ts";

const INITIALIZE = { processId: process.pid, rootUri: null, capabilities: {}, workspaceFolders: null };
const OPENING = { jsonrpc: "2.0", id: 1, method: "initialize", params: INITIALIZE };
const NAMED = { id: 1, result: { serverInfo: { name: "kb-language-server" } } };

it("talks over the channel of a Node parent, and ends when the parent lets go", async () => {
  const child = fork(await serverBundle(), ["--node-ipc"], { stdio: "ignore" });
  onTestFinished(() => void child.kill("SIGKILL"));
  const answer = new Promise((resolve) => child.once("message", resolve));
  child.send(OPENING);
  expect(await answer).toMatchObject(NAMED);
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.disconnect();
  expect(await ended).toBe(1);
});

it.each([["--socket=PORT"], ["--socket PORT"]])("talks over %s, and ends when the connection ends", async (form) => {
  const bundle = await serverBundle();
  const server = createServer();
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const child = spawn(process.execPath, [bundle, ...form.replace("PORT", String(port)).split(" ")], {
    stdio: "ignore",
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const answer = new Promise((resolve) => {
    server.once("connection", (socket) => {
      const stream = new MessageStream((text) => {
        resolve(JSON.parse(text));
        socket.end();
      });
      socket.on("data", (chunk) => stream.push(chunk));
      socket.write(frame(OPENING));
    });
  });
  expect(await answer).toMatchObject(NAMED);
  expect(await ended).toBe(1);
});
