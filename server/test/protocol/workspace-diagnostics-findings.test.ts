// The list of problems of the whole archive and the command line say the same, finding for finding and place for place.
// Over the example archive, and over some real articles with both of their containers where those are there.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { WorkspaceDocumentDiagnosticReport } from "vscode-languageserver";
import { type JsonDiagnostic, kblint, parseOutput } from "../cli/kblint.ts";
import { corpusFolder, corpusIsAbsent, corpusPaths } from "../harness/corpus.ts";
import { Session } from "../harness/session.ts";

type Files = Record<string, Uint8Array | string>;
type Found = Record<string, readonly Partial<JsonDiagnostic>[]>;

const EXAMPLES = join(import.meta.dirname, "../../../examples");
const SEVERITIES = ["", "error", "warning", "information", "hint"];
const STRIDE = 97;

function filesIn(folder: string): Files {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => name.replaceAll("\\", "/"));
  const files = names.filter((name) => /\.(?:md|txt|json)$/i.test(name));
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name))]));
}

function someArticles(folder: string): Files {
  const paths = corpusPaths(folder).filter((path) => Number(/Q(\d+)/.exec(path)?.[1] ?? 1) % STRIDE === 0);
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path))]));
}

async function fromServer(session: Session): Promise<Found> {
  const items: WorkspaceDocumentDiagnosticReport[] = [];
  const token = "all";
  await session.client.request("workspace/diagnostic", { previousResultIds: [], partialResultToken: token });
  for (const { method, params } of session.client.notifications) {
    const part: { token: string; value: { items: WorkspaceDocumentDiagnosticReport[] } } = params;
    if (method === "$/progress" && part.token === token) items.push(...part.value.items);
  }
  const found: Found = {};
  for (const report of items.sort((a, b) => (a.uri < b.uri ? -1 : 1))) {
    if (report.kind !== "full") continue;
    found[decodeURIComponent(report.uri.slice(session.archive.uri.length + 1))] = report.items.map(
      ({ code, severity, message, range }) => ({
        rule: String(code),
        severity: SEVERITIES[severity ?? 0] ?? "",
        message: typeof message === "string" ? message : message.value,
        range,
      }),
    );
  }
  return found;
}

async function fromCommandLine(session: Session): Promise<Found> {
  const { output, errors } = await kblint(["--format", "json", "."], { folder: session.archive.path });
  expect(errors).toBe("");
  const results = parseOutput(output).results.map(({ path, diagnostics }) => [
    path,
    diagnostics.map(({ rule, severity, message, range }) => ({ rule, severity, message, range })),
  ]);
  return Object.fromEntries(results);
}

async function expectTheSame(files: Files, config: object): Promise<number> {
  const all = { ...files, "kb.config.json": JSON.stringify(config) };
  const session = await Session.open(all, { settings: { diagnostics: { scope: "workspace" } } });
  const expected = await fromCommandLine(session);
  expect(await fromServer(session)).toEqual(expected);
  return Object.keys(expected).length;
}

describe("the list of the whole archive and kblint find the same", () => {
  it.each(["archive", "authoring"])("in the example archive, profile %s", async (profile) => {
    const config = { profile, superseded: { Q900100: "Q900101" }, exclude: ["**/Q900301/**"] };
    expect(await expectTheSame(filesIn(EXAMPLES), config)).toBeGreaterThan(3);
  });

  it.each(["archive", "authoring"])("in real articles, profile %s", { timeout: 180_000 }, async (profile) => {
    if (corpusFolder === undefined) return corpusIsAbsent("the comparison of the whole archive's list and kblint");
    expect(await expectTheSame(someArticles(corpusFolder), { profile })).toBeGreaterThan(0);
  });
});
