// Reads the part of VS Code desktop's command line that matters here.
// Flags that mean nothing to a served workbench are accepted and ignored, as test runners pass many.
import { statSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const known = {
  extensionDevelopmentPath: { type: "string", multiple: true },
  extensionDevelopmentKind: { type: "string" },
  extensionTestsPath: { type: "string" },
  "user-data-dir": { type: "string" },
  "extensions-dir": { type: "string" },
  "folder-uri": { type: "string" },
};

/** The command line as paths: what to open, which extension to load, which tests to run. */
export function readCommandLine(args) {
  const { values, positionals } = parseArgs({ args, options: known, strict: false, allowPositionals: true });
  const tests = path(values.extensionTestsPath);
  if (tests !== undefined && !tests.endsWith(".js")) {
    throw new Error(`--extensionTestsPath must end in .js, which ${tests} does not.`);
  }
  return {
    folder: path(values["folder-uri"]) ?? positionals.map((each) => resolve(each)).find(isOpenable),
    extensions: (values.extensionDevelopmentPath ?? []).map(path),
    web: values.extensionDevelopmentKind === "web",
    tests,
    userFolder: path(values["user-data-dir"]),
    extensionsFolder: path(values["extensions-dir"]),
  };
}

function path(value) {
  if (typeof value !== "string") return undefined;
  return value.startsWith("file:") ? fileURLToPath(value) : resolve(value);
}

/** A flag unknown to this list may have left its value behind, so only what can be opened counts. */
function isOpenable(candidate) {
  const found = statSync(candidate, { throwIfNoEntry: false });
  return found !== undefined && (found.isDirectory() || candidate.endsWith(".code-workspace"));
}
