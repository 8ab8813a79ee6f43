// Bundles a program for black-box tests, once a process, into out/test/.
// The product's own bundles in dist/ may be old; tests must not depend on them.
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const ROOT = join(import.meta.dirname, "../../..");
const FOLDER = join(ROOT, "out/test");

const bundled = new Map<string, Promise<string>>();

/** The path of a bundled program; `entry` is a file in server/src. */
export function bundleOnce(entry: string, name: string): Promise<string> {
  const known = bundled.get(name);
  if (known) return known;
  const made = bundle(entry, join(FOLDER, name));
  bundled.set(name, made);
  return made;
}

async function bundle(entry: string, file: string): Promise<string> {
  const result = await build({
    absWorkingDir: ROOT,
    entryPoints: [`server/src/${entry}`],
    bundle: true,
    format: "cjs",
    platform: "node",
    target: "node20",
    // jsonc-parser's main is UMD, whose inner requires no bundler can follow.
    mainFields: ["module", "main"],
    define: { __KB_VERSION__: '"0.0.0-test"', __KB_BUILD__: '"test"' },
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
