// `npm run package`: builds and makes dist/kb-author.vsix, one file for all platforms and both registries.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureInstalled } from "./setup.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

await ensureInstalled();
const { build } = await import("./build.mjs");
await build();
const { createVSIX } = createRequire(import.meta.url)("@vscode/vsce");
const packagePath = join(root, "dist", "kb-author.vsix");
await createVSIX({ cwd: root, packagePath, dependencies: false, skipLicense: true });
console.log(`packaged: ${packagePath}`);
