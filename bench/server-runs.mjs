// The runs that the server's table is made of: without an index, typing meanwhile, with an index kept from before, and
// every kind of request on a ready index.
import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ServerSession } from "./server-session.mjs";
import { scriptFor, typeKeys } from "./server-typing.mjs";
import { Bystanders, runMeasured } from "./usage.mjs";

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const storageIn = (out) => join(out, "index");

function freshStorage(out) {
  const folder = storageIn(out);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

function sizeOf(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.reduce((sum, entry) => sum + statSync(join(entry.parentPath ?? entry.path, entry.name)).size, 0) / 1e6;
}

/** Starts without an index, beside the floor: until diagnostics, until ready. The storage holds the index afterwards. */
export async function coldRun(setting) {
  const storage = freshStorage(setting.archive.out);
  // Several runs: a slow one would make the index look fast.
  const floors = [];
  for (let run = 0; run < 3; run++) floors.push(await runMeasured(setting.floor));
  const figures = await inSession(setting, async (session) => {
    const firstDiagnostics = await openFirst(session, setting.file);
    const ready = await session.untilReady();
    // The index is written once it is ready, which counts for the memory, too.
    await untilWritten(storage);
    return { firstDiagnostics, ready, peak: session.client.usage()?.peak };
  });
  return { ...figures, floors, index: sizeOf(storage) };
}

// A server that keeps no index is not waited for long.
async function untilWritten(storage) {
  let size = 0;
  for (let quiet = 0, waited = 0; quiet < 4 && waited < 60; quiet++, waited++) {
    await pause(250);
    const now = sizeOf(storage);
    if (now !== size || now === 0) quiet = -1;
    size = now;
  }
}

async function inSession(setting, work) {
  const bystanders = new Bystanders();
  const session = new ServerSession({ ...setting, storage: storageIn(setting.archive.out) });
  try {
    const figures = await work(session);
    return { ...figures, others: bystanders.share(session.client.usage()?.cpu ?? 0) };
  } finally {
    await session.client.shutdown();
  }
}

async function openFirst(session, file) {
  await session.start();
  await session.diagnostics(session.open(file));
  return session.client.elapsed;
}

/** Starts without an index and types until the index is ready; what each key waited. */
export function typingRun(setting) {
  freshStorage(setting.archive.out);
  return inSession(setting, async (session) => {
    let ready = false;
    session.ready.then(() => {
      ready = true;
    });
    await openFirst(session, setting.file);
    const { prose, reference, title } = scriptFor(setting.file, setting.hub.id);
    const script = [...prose, ...reference, ...title];
    const waits = await typeKeys(session, session.open(setting.file), script, () => ready);
    await session.untilReady();
    return { waits };
  });
}

/** Starts with the index of the run before: until diagnostics, until references and symbols are right and it is ready. */
export function warmRun(setting, expected) {
  return inSession(setting, async (session) => {
    const firstDiagnostics = await openFirst(session, setting.file);
    while (session.client.elapsed < 60_000 && !(await isRight(session, setting, expected))) await pause(5);
    const right = session.client.elapsed;
    const ready = await session.untilReady();
    return { firstDiagnostics, right: Math.max(right, ready.at), ready };
  });
}

async function isRight(session, { hub }, expected) {
  const { result } = await session.references(hub);
  if ((result?.length ?? 0) !== expected.references) return false;
  if (!session.hasSymbols) return true;
  const symbols = await session.symbols(`Q${hub.id}`);
  return symbols.result.length === expected.symbols;
}

/** Every kind of request on a ready index, and the memory after it. */
export function steadyRun(setting) {
  return inSession(setting, async (session) => {
    await openFirst(session, setting.file);
    await session.untilReady();
    await pause(1000);
    const figures = { typing: await typeAll(session, setting), ...(await requests(session, setting)) };
    await pause(2000);
    return { ...figures, usage: session.client.usage() };
  });
}

async function typeAll(session, { file, hub }) {
  const uri = session.open(file);
  const { prose, reference, title } = scriptFor(file, hub.id);
  const waits = [];
  for (const script of [prose, reference, title]) waits.push(...(await typeKeys(session, uri, script)));
  session.client.notify("textDocument/didClose", { textDocument: { uri } });
  await pause(300);
  return waits;
}

async function requests(session, { hub, places, queries }) {
  const near = places.slice(0, 20);
  for (const { file } of [hub, ...near]) session.open(file);
  await session.diagnostics(pathToFileURL(hub.file).href);
  const hover = await series(15, near, (place) => session.time("textDocument/hover", place));
  const definition = await series(15, near, (place) => session.time("textDocument/definition", place));
  const references = await series(2, places, (place) => session.references(place));
  const hubs = await series(30, [hub], (place) => session.references(place));
  const symbols = session.hasSymbols ? await series(1, queries, (query) => session.symbols(query)) : undefined;
  const exact = session.hasSymbols ? (await session.symbols(`Q${hub.id}`)).result.length : undefined;
  const empty = [...hover, ...definition].filter(({ result }) => result === null || result.length === 0).length;
  return { hover, definition, references, hubs, symbols, exact, empty, found: hubs[0]?.result?.length ?? 0 };
}

/** Asks about each of a list in turn, the whole list so many times. */
async function series(times, list, ask) {
  const answers = [];
  for (let round = 0; round < times; round++) for (const one of list) answers.push(await ask(one));
  return answers;
}
