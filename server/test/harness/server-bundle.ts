// Bundles the language server for black-box tests, once a process, into out/test/.
// The product's own bundle in dist/ may be old; tests must not depend on it.
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const ROOT = join(import.meta.dirname, "../../..");
const FOLDER = join(ROOT, "out/test");

let bundled: Promise<string> | undefined;

/** The path of the bundled server. */
export function serverBundle(): Promise<string> {
  bundled ??= bundle();
  return bundled;
}

async function bundle(): Promise<string> {
  const file = join(FOLDER, "kb-language-server.js");
  const result = await build({
    absWorkingDir: ROOT,
    entryPoints: ["server/src/main.node.ts"],
    bundle: true,
    format: "cjs",
    platform: "node",
    target: "node20",
    // jsonc-parser's main is UMD, whose inner requires no bundler can follow.
    mainFields: ["module", "main"],
    define: { __KB_VERSION__: '"0.0.0-test"' },
    tsconfigRaw: "{}",
    write: false,
  });
  mkdirSync(FOLDER, { recursive: true });
  // Test files run in several processes; each writes the same and none sees half of it.
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, result.outputFiles[0]?.text ?? "");
  renameSync(draft, file);
  return file;
}
