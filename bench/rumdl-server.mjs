// rumdl's language server on a twin of the archive in which the references are Markdown links, for without links it would
// have nothing to find. What the strongest peer spends before it can answer; its work is alike, not the same.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { LspClient } from "./lsp-client.mjs";
import { findRumdl } from "./peers.mjs";
import { Bystanders } from "./usage.mjs";

// Index passes of a large archive pause while files are listed.
const QUIET = 16;
const LIMIT = 150_000;

/** Wall seconds, processor seconds and peak memory until its processor time stands still; undefined without rumdl. */
export async function benchRumdlServer({ root, archive, log }) {
  const program = findRumdl(root);
  if (!program) return undefined;
  log("rumdl's server: writing the pages with links");
  const folder = mkdtempSync(join(tmpdir(), "kb-bench-linked-"));
  try {
    for (const file of archive.files.filter((name) => name.endsWith(".md"))) writeLinked(file, archive.folder, folder);
    log("rumdl's server: indexing");
    const bystanders = new Bystanders();
    const client = new LspClient(program, ["server"]);
    await client.initialize(folder, undefined);
    const end = await untilQuiet(client);
    const others = bystanders.share(end?.cpu ?? 0);
    await client.shutdown();
    return end && { ...end, others };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// The body without its TABs, which make it one block of code, and each number as a link to its page.
function writeLinked(file, archive, folder) {
  const text = readFileSync(file, "latin1");
  const start = text.indexOf("{% raw %}");
  const body = text
    .slice(start)
    .replace(/^\t/gm, "")
    .replace(
      /(?<![\w\\/])Q(\d{2,3})(\d{3})(?![\w.])/g,
      (id, group) => `[${id}](../../${group.padStart(3, "0")}/${id}/README.md)`,
    );
  const target = join(folder, file.slice(archive.length));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text.slice(0, start) + body, "latin1");
}

// It does not say when it is ready, but an idle server uses no processor time.
async function untilQuiet(client) {
  let last = { cpu: 0, wall: 0 };
  for (let quiet = 0; quiet < QUIET && client.elapsed < LIMIT; quiet++) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    const usage = client.usage();
    if (!usage) return undefined;
    if (usage.cpu - last.cpu <= 0.02) continue;
    last = { ...usage, wall: client.elapsed / 1000 };
    quiet = 0;
  }
  return last;
}
