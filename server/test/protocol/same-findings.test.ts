// The editor and the command line say the same of the same archive: every finding, word for word and place for place.
// Over the example archive, and over some real articles with both of their containers where those are there.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "vscode-languageserver";
import { decodeText } from "../../src/host/decode.ts";
import { type JsonDiagnostic, kblint, parseOutput } from "../cli/kblint.ts";
import { corpusFolder, corpusIsAbsent, corpusPaths } from "../harness/corpus.ts";
import { Session } from "../harness/session.ts";

type Files = Record<string, Uint8Array | string>;
type Findings = ReadonlyMap<string, readonly Partial<JsonDiagnostic>[]>;

const EXAMPLES = join(import.meta.dirname, "../../../examples");
const SEVERITIES = ["", "error", "warning", "information", "hint"];
// KB_SAMPLE compares more articles; with a large number it is all of them.
const SAMPLE = Number(process.env.KB_SAMPLE ?? 300);
const seed = Number(process.env.KB_SEED ?? Date.now() % 1_000_000_000);

function filesIn(folder: string): Files {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => name.replaceAll("\\", "/"));
  const files = names.filter((name) => /\.(?:md|txt|json)$/i.test(name));
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name))]));
}

// Whole articles, so that pages meet their raw texts; whom they cite is mostly not among them.
function someArticles(folder: string): Files {
  const paths = corpusPaths(folder);
  const ids = [...new Set(paths.map((path) => /Q\d+/.exec(path)?.[0] ?? ""))];
  let state = seed;
  const chosen = new Set<string>();
  while (chosen.size < Math.min(SAMPLE, ids.length)) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    chosen.add(ids[state % ids.length] ?? "");
  }
  const wanted = paths.filter((path) => chosen.has(/Q\d+/.exec(path)?.[0] ?? ""));
  return Object.fromEntries(wanted.map((path) => [path, readFileSync(join(folder, path))]));
}

function said({ code, severity, message, range, data }: Diagnostic): Partial<JsonDiagnostic> {
  const fixes: readonly { readonly safety: string }[] = data?.fixes ?? [];
  const best = fixes.some((fix) => fix.safety === "safe") ? "safe" : "unsafe";
  const kind = SEVERITIES[severity ?? 0] ?? "";
  const text = typeof message === "string" ? message : message.value;
  return { rule: String(code), severity: kind, message: text, range, fix: fixes.length === 0 ? null : best };
}

async function fromServer(session: Session, files: Files): Promise<Findings> {
  const found = new Map<string, readonly Partial<JsonDiagnostic>[]>();
  for (const path of Object.keys(files).sort()) {
    if (path.endsWith(".json")) continue;
    const text = decodeText(readFileSync(join(session.archive.path, path))) ?? "";
    const uri = session.show(session.archive.uriOf(path), text, path.endsWith(".md") ? "markdown" : "plaintext");
    const report = await session.pull(uri);
    if (report.kind === "full" && report.items.length > 0) found.set(path, report.items.map(said));
    session.close(uri);
  }
  return found;
}

async function fromCommandLine(session: Session): Promise<Findings> {
  const words = ["--format", "json", "--min-severity", "hint", "."];
  const { output, errors } = await kblint(words, { folder: session.archive.path });
  expect(errors).toBe("");
  return new Map(parseOutput(output).results.map(({ path, diagnostics }) => [path, diagnostics]));
}

async function expectTheSame(files: Files, config: object): Promise<number> {
  const all = { ...files, "kb.config.json": JSON.stringify(config) };
  const session = await Session.open(all);
  const expected = await fromCommandLine(session);
  expect(await fromServer(session, all)).toEqual(expected);
  return expected.size;
}

describe("the server and kblint find the same", () => {
  it.each(["archive", "authoring"])("in the example archive, profile %s", async (profile) => {
    const config = {
      profile,
      superseded: { Q900100: "Q900101" },
      overrides: [{ files: ["txt/**"], rules: { "query-words": "error" } }],
      exclude: ["**/Q900301/**"],
      ids: { registry: ["Q900100", "Q900101", "Q900102"] },
      taxonomy: { keywords: { extend: ["kblamp"] } },
    };
    expect(await expectTheSame(filesIn(EXAMPLES), config)).toBeGreaterThan(5);
  });

  it.each(["archive", "authoring"])("in real articles, profile %s", { timeout: 900_000 }, async (profile) => {
    if (corpusFolder === undefined) return corpusIsAbsent("the comparison of server and kblint");
    console.info(`KB_SEED=${seed}`);
    expect(await expectTheSame(someArticles(corpusFolder), { profile })).toBeGreaterThan(0);
  });
});
