// Writes an archive of any size from our own words, in the real archive's distribution of sizes, references, types and
// vocabularies (FORMAT §1, §4, §7), slips at their real rates included. The same seed gives the same bytes.
//
// node bench/generate-archive.mjs DIR [--pages N] [--seed N] [--texts SHARE]    writes DIR/kb/… (and DIR/txt/…)
// node bench/generate-archive.mjs DIR --describe                                prints how an archive is made
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { describeArchive } from "./describe.mjs";
import { writePage } from "./page.mjs";
import { folderOf, pageFolder } from "./places.mjs";
import { planArchive } from "./plan.mjs";
import { Random } from "./random.mjs";

/** Writes `count` pages below `folder`/kb, a share of them with their raw texts, and returns what was written. */
export function generateArchive(folder, count, { seed = 42, texts = 0 } = {}) {
  const written = { pages: 0, texts: 0, bytes: 0 };
  for (const plan of planArchive(count, seed)) {
    const { page, text } = writePage(plan, seed);
    const group = folderOf(plan.id);
    const place = pageFolder(folder, plan.id);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, "README.md"), page, "latin1");
    written.pages++;
    written.bytes += page.length;
    if (!text || !new Random(seed, plan.id, 3).chance(texts)) continue;
    mkdirSync(join(folder, "txt", group), { recursive: true });
    writeFileSync(join(folder, "txt", group, `Q${plan.id}.TXT`), text(), "latin1");
    written.texts++;
  }
  return written;
}

function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      pages: { type: "string", default: "60335" },
      seed: { type: "string", default: "42" },
      texts: { type: "string", default: "0" },
      describe: { type: "boolean", default: false },
    },
  });
  const [folder] = positionals;
  const [pages, seed, texts] = [values.pages, values.seed, values.texts].map(Number);
  if (!folder || !(pages >= 1 && pages <= 300_000) || !Number.isInteger(seed) || !(texts >= 0 && texts <= 1)) {
    console.error(
      "usage: node bench/generate-archive.mjs DIR [--pages 1…300000] [--seed N] [--texts 0…1] | DIR --describe",
    );
    process.exit(2);
  }
  if (values.describe) return console.log(describeArchive(folder));
  const started = performance.now();
  const { pages: count, texts: raw, bytes } = generateArchive(folder, pages, { seed, texts });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${count} pages (${(bytes / 1e6).toFixed(1)} MB) and ${raw} raw texts in ${seconds} s: ${folder}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) main();
