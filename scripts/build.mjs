// Bundles everything that runs into dist/ (product) and, with --tests, the VS Code suite into out/.
// tsc only checks; esbuild makes all JavaScript, so a build takes well under a second.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");

const version = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version;
const common = {
  absWorkingDir: root,
  bundle: true,
  format: "cjs",
  logLevel: "warning",
  minify: true,
  keepNames: false,
  legalComments: "none",
  metafile: true,
  define: { __KB_VERSION__: JSON.stringify(version), __KB_BUILD__: JSON.stringify(buildName()) },
  tsconfigRaw: "{}",
};
// Some packages (jsonc-parser) are bundled right only by their ES module form.
const node = { ...common, platform: "node", target: "node20", mainFields: ["module", "main"] };
const web = { ...common, platform: "browser", target: "es2022" };

/**
 * Names what decides how articles are read: an index that other sources made is not trusted. The version alone would not
 * do, because during development it stays the same.
 */
function buildName() {
  const hash = createHash("sha256").update(version);
  for (const folder of ["base", "text", "syntax", "model", "index", "host"]) {
    const path = join(root, "server", "src", folder);
    for (const name of readdirSync(path).sort()) hash.update(name).update(readFileSync(join(path, name)));
  }
  return hash.digest("hex").slice(0, 16);
}

/** What is bundled: the name of the output and its settings. */
const products = [
  { ...node, entryPoints: ["client/src/extension.node.ts"], outfile: "dist/client.js", external: ["vscode"] },
  { ...web, entryPoints: ["client/src/extension.web.ts"], outfile: "dist/client.web.js", external: ["vscode"] },
  {
    ...node,
    entryPoints: ["server/src/main.node.ts"],
    outfile: "dist/kb-language-server.js",
    banner: { js: "#!/usr/bin/env node" },
  },
  { ...node, entryPoints: ["server/src/main.index-worker.ts"], outfile: "dist/kb-index-worker.js" },
  { ...node, entryPoints: ["server/src/main.lint-worker.ts"], outfile: "dist/kblint-worker.js" },
  { ...node, entryPoints: ["server/src/main.read-worker.ts"], outfile: "dist/kblint-reader.js" },
  { ...web, entryPoints: ["server/src/main.web.ts"], outfile: "dist/server.web.js", format: "iife" },
  {
    ...node,
    entryPoints: ["server/src/main.cli.ts"],
    outfile: "dist/kblint.js",
    banner: { js: "#!/usr/bin/env node" },
  },
];

/** Builds the product; with `tests` the VS Code suite too. Throws on the first error. */
export async function build({ tests = false, write = true } = {}) {
  // Installed by set-up, so it must not be loaded before.
  const esbuild = await import("esbuild");
  mkdirSync(join(root, "dist"), { recursive: true });
  const suite = {
    ...node,
    minify: false,
    entryPoints: ["client/test/index.ts"],
    outfile: "out/client-test/index.js",
    external: ["vscode"],
  };
  const jobs = tests ? [...products, suite] : products;
  const results = await Promise.all(jobs.map((job) => esbuild.build({ ...job, write })));
  return results.map((result) => result.metafile);
}

/** Removes what a build makes. */
export function clean() {
  for (const folder of ["dist", "out"]) rmSync(join(root, folder), { recursive: true, force: true });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { ensureInstalled } = await import("./setup.mjs");
  await ensureInstalled();
  const started = Date.now();
  const metafiles = await build({ tests: process.argv.includes("--tests") });
  writeFileSync(join(root, "dist", "meta.json"), JSON.stringify(metafiles.map((meta) => meta.outputs)));
  for (const meta of metafiles) {
    for (const [file, { bytes }] of Object.entries(meta.outputs))
      console.log(`${file}  ${Math.round(bytes / 1000)} kB`);
  }
  console.log(`built in ${Date.now() - started} ms`);
}
