// Lets a web extension host load an extension from the disk: a proxy before the VS Code server that also serves it.
// A web extension host takes its code only from the page's own origin, and the server offers no folder there.
import { createReadStream } from "node:fs";
import { createServer, request } from "node:http";
import { connect } from "node:net";
import { basename, dirname, extname, join, normalize, sep } from "node:path";

const extensionPath = "/kb-host/extension";
// VS Code runs tests in the extension host of the extension whose folder they are in.
const testsPath = `${extensionPath}/kb-host-tests`;
const types = { ".js": "text/javascript", ".json": "application/json", ".wasm": "application/wasm" };

/** Starts the proxy; what it returns stands for the server in `testUrl`. */
export async function startWebProxy({ lifetime, server, extension, tests }) {
  const folders = { [testsPath]: dirname(tests), [extensionPath]: extension };
  const proxy = createServer((incoming, outgoing) => {
    const { pathname } = new URL(incoming.url, server.address);
    const served = Object.keys(folders).find((path) => pathname.startsWith(`${path}/`));
    if (served !== undefined) sendFile(folders[served], pathname.slice(served.length), outgoing);
    else forward(server, incoming, outgoing, pathname === "/" ? developmentPage(incoming, tests) : undefined);
  });
  proxy.on("upgrade", (incoming, socket, head) => tunnel(server, incoming, socket, head));
  await new Promise((done) => proxy.listen(0, "127.0.0.1", done));
  lifetime.add(() => {
    proxy.close();
    proxy.closeAllConnections();
  });
  return { address: `http://127.0.0.1:${proxy.address().port}/`, token: server.token };
}

function sendFile(folder, path, outgoing) {
  const file = normalize(join(folder, decodeURIComponent(path)));
  if (!file.startsWith(folder + sep)) return void outgoing.writeHead(404).end();
  const stream = createReadStream(file);
  stream.once("open", () => {
    outgoing.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" });
    stream.pipe(outgoing);
  });
  stream.once("error", () => outgoing.writeHead(404).end());
}

/** Passes a request on; `rewrite`, if given, changes the answer's text. */
function forward(server, incoming, outgoing, rewrite) {
  const headers = { ...incoming.headers };
  if (rewrite !== undefined) delete headers["accept-encoding"];
  const target = new URL(incoming.url, server.address);
  const onward = request(target, { method: incoming.method, headers }, async (answer) => {
    if (rewrite === undefined || answer.statusCode !== 200) {
      outgoing.writeHead(answer.statusCode, answer.headers);
      answer.pipe(outgoing);
      return;
    }
    const text = rewrite(Buffer.concat(await answer.toArray()).toString("utf8"));
    const { "content-length": _length, ...rest } = answer.headers;
    outgoing.writeHead(200, rest).end(text);
  });
  onward.on("error", () => outgoing.destroy());
  incoming.pipe(onward);
}

/** Writes the extension and its tests into the configuration that the workbench reads from its page. */
function developmentPage(incoming, tests) {
  const here = (path) => ({ scheme: "http", authority: incoming.headers.host, path });
  return (html) =>
    html.replace(/(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/, (_whole, before, escaped) => {
      const settings = JSON.parse(escaped.replaceAll("&quot;", '"').replaceAll("&amp;", "&"));
      settings.developmentOptions = {
        ...settings.developmentOptions,
        extensions: [here(extensionPath)],
        extensionTestsPath: here(`${testsPath}/${basename(tests)}`),
      };
      return `${before}${JSON.stringify(settings).replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"`;
    });
}

/** Joins a browser's websocket with one to the server, byte for byte. */
function tunnel(server, incoming, socket, head) {
  const onward = connect(Number(new URL(server.address).port), "127.0.0.1", () => {
    const lines = [`${incoming.method} ${incoming.url} HTTP/1.1`];
    for (let at = 0; at < incoming.rawHeaders.length; at += 2) {
      lines.push(`${incoming.rawHeaders[at]}: ${incoming.rawHeaders[at + 1]}`);
    }
    onward.write(`${lines.join("\r\n")}\r\n\r\n`);
    onward.write(head);
    onward.pipe(socket).pipe(onward);
  });
  onward.on("error", () => socket.destroy());
  socket.on("error", () => onward.destroy());
}
