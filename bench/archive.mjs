// The archive that is measured: one that was generated, or a real one. Knows its files, and (by a scan of its own) which
// article is cited most, so that answers can be checked and not only timed.
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pagesOf } from "./describe.mjs";
import { generateArchive } from "./generate-archive.mjs";
import { multiplyArchive } from "./multiply-archive.mjs";
import { numberOf } from "./places.mjs";
import { referencesOf } from "./reference-forms.mjs";

const GENERATOR =
  "blocks citations defects disclaimer fields generate-archive page places plan prose random real-figures sentences vocabulary words"
    .split(" ")
    .map((name) => new URL(`./${name}.mjs`, import.meta.url));

/**
 * Makes ready what is measured: `dir`, a copy with its pages so many `times` that goes with the process, or a generated
 * archive of `pages` pages below `out`.
 */
export function prepareArchive({ out, pages, dir, times, log }) {
  mkdirSync(out, { recursive: true });
  const folder = times > 1 ? multiplied(dir, times, log) : resolve(dir ?? generated(out, pages, log));
  const folders = ["kb", "txt"].map((name) => join(folder, name)).filter((path) => existsSync(path));
  if (folders.length === 0) throw new Error(`${folder} has neither kb/ nor txt/: it is no archive`);
  const files = [...(existsSync(join(folder, "kb")) ? pagesOf(folder) : []), ...textsOf(folder)];
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  return { folder, folders, files, bytes, out, times, list: join(out, "files.txt") };
}

function generated(out, pages, log) {
  const folder = join(out, `archive-${pages}`);
  const stamp = `${folder}.made`;
  const wanted = generatorDigest();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return folder;
  log(`writing an archive of ${pages} pages`);
  rmSync(folder, { recursive: true, force: true });
  generateArchive(folder, pages);
  // Written last, so that an interrupted run does not leave half an archive behind for the next.
  writeFileSync(stamp, wanted);
  return folder;
}

// Somebody else's text, which is not to stay in the project.
function multiplied(dir, times, log) {
  const folder = mkdtempSync(join(tmpdir(), "kb-bench-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  log(`writing the pages of ${dir} ${times} times`);
  multiplyArchive(resolve(dir), folder, times);
  return folder;
}

// An archive is made again when the generator has changed.
function generatorDigest() {
  const hash = createHash("sha256");
  for (const url of GENERATOR) hash.update(readFileSync(url));
  return hash.digest("hex");
}

function textsOf(folder) {
  const root = join(folder, "txt");
  if (!existsSync(root)) return [];
  const groups = readdirSync(root).filter((name) => /^\d{3}$/.test(name));
  return groups.flatMap((group) =>
    readdirSync(join(root, group))
      .filter((name) => /^Q\d+\.TXT$/i.test(name))
      .map((name) => join(root, group, name)),
  );
}

/**
 * What references should find, by a scan of the bench's own: how often each article of the archive is cited, with one
 * place for each, and the titles by number.
 */
export function surveyArchive({ files }) {
  const ids = new Set(files.map(numberOf));
  const cited = new Map();
  const titles = new Map();
  for (const file of files) {
    const text = readFileSync(file, "latin1");
    titles.set(numberOf(file), /^(?:title: "Q\d+: (.*)"|TITLE {3}:(.*))\r?$/m.exec(text)?.slice(1).find(Boolean) ?? "");
    for (const { id, at } of citationsIn(text)) {
      if (!ids.has(id) || id === numberOf(file)) continue;
      const known = cited.get(id);
      if (known) known.times++;
      else cited.set(id, { id, times: 1, file, ...placeOf(text, at) });
    }
  }
  return { titles, cited: [...cited.values()].sort((a, b) => b.times - a.times || a.id - b.id) };
}

function citationsIn(text) {
  const from = Math.max(text.indexOf("\tLast Modified:"), text.indexOf("\nKEYWORDS:"));
  return referencesOf(text.slice(from), text.startsWith("---") ? 1 : 0).references.map(({ id, index }) => ({
    id,
    at: from + index,
  }));
}

function placeOf(text, at) {
  const before = text.slice(0, at);
  const line = before.split("\n").length - 1;
  return { line, character: at - before.lastIndexOf("\n") - 1 };
}
