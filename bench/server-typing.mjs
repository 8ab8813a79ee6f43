// Types into an open article at a steady 25 keys a second, as fast as people do, and times each key until the server
// has answered with diagnostics for the text with that key or a later one.
import { readFileSync } from "node:fs";

const PERIOD = 40;
const PROSE = " The list is read again as soon as somebody closes the session, and stays empty until then.";
const TITLE = " and What Follows";

/** What is typed into a file: prose at a paragraph's end, a reference on a line of its own, more of the title. */
export function scriptFor(file, id) {
  const lines = readFileSync(file, "latin1").split("\n");
  const heading = lines.findIndex((line) => /^\t=+$/.test(line));
  const text = lines.findIndex((line, at) => at > heading && /^\t\w/.test(line));
  const at = text < 0 ? lines.length - 5 : text;
  const title = lines.findIndex((line) => line.startsWith("## "));
  return {
    prose: keys(PROSE, { line: at, character: lines[at].length }),
    reference: [
      { text: "\n\t\n\t  ", position: { line: at, character: lines[at].length } },
      ...keys(`Q${id} The Title of It`, { line: at + 2, character: 3 }),
    ],
    title: keys(TITLE, { line: title, character: lines[title].length }),
  };
}

function keys(text, { line, character }) {
  return [...text].map((key, at) => ({ text: key, position: { line, character: character + at } }));
}

/** Types keys until there are no more or `stopped()`; the milliseconds that each waited. */
export async function typeKeys(session, uri, script, stopped = () => false) {
  const waits = [];
  const pending = [];
  const asked = [];
  const began = performance.now();
  for (const [at, { text, position }] of script.entries()) {
    await until(began + at * PERIOD);
    if (stopped()) break;
    const key = { at: performance.now(), version: session.insert(uri, position, text) };
    pending.push(key);
    asked.push(session.diagnostics(uri).then(() => settle(pending, waits, key.version), ignoreStale));
  }
  await Promise.all(asked);
  return waits;
}

function settle(pending, waits, version) {
  while (pending.length > 0 && pending[0].version <= version) waits.push(performance.now() - pending.shift().at);
}

// Cancelled, modified meanwhile, cancelled by the server: the next key's answer counts for this one too.
function ignoreStale(error) {
  if (![-32800, -32801, -32802].includes(error.code)) throw error;
}

function until(time) {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, time - performance.now())));
}
