// The editor and the command line say the same of the same archive: every finding, word for word and place for place.
// Over the example archive, and over a handful of real articles with both of their containers where those are there.
import { cpSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Diagnostic } from "vscode-languageserver";
import { decodeText } from "../../src/host/decode.ts";
import { parseIfArticle } from "../../src/syntax/parse-article.ts";
import { kblint, parseOutput } from "../cli/kblint.ts";
import { corpusFiles } from "../harness/corpus.ts";
import { Session } from "../harness/session.ts";

const EXAMPLES = join(import.meta.dirname, "../../../examples");
const SEVERITIES = ["", "error", "warning", "information", "hint"];
const SAMPLE = 300;

interface Said {
  readonly rule: unknown;
  readonly severity: string | undefined;
  readonly message: unknown;
  readonly range: unknown;
  readonly fix: string | null;
}

type Findings = ReadonlyMap<string, readonly Said[]>;

async function openCopy(files: Iterable<readonly [from: string, to: string]>, opening = {}): Promise<Session> {
  const session = await Session.open({}, opening);
  for (const [from, to] of files) cpSync(from, join(session.archive.path, to), { recursive: true });
  session.client.notify("workspace/didChangeWorkspaceFolders", {
    event: { added: [{ uri: session.archive.uri, name: "copy" }], removed: [{ uri: session.archive.uri, name: "copy" }] },
  });
  await session.ready();
  return session;
}

async function fromServer(session: Session): Promise<Findings> {
  const found = new Map<string, readonly Said[]>();
  for (const path of articlesIn(session.archive.path)) {
    const text = decodeText(readFileSync(join(session.archive.path, path))) ?? "";
    const uri = session.show(session.archive.uriOf(path), text, path.endsWith(".md") ? "markdown" : "plaintext");
    const report = await session.pull(uri);
    const items = report.kind === "full" ? report.items : [];
    if (items.length > 0) found.set(path, items.map(said));
    session.close(uri);
  }
  return found;
}

function articlesIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => name.replaceAll("\\", "/"));
  return names
    .filter((name) => /\.(?:md|txt)$/i.test(name))
    .filter((name) => parseIfArticle(decodeText(readFileSync(join(folder, name))) ?? "") !== undefined)
    .sort();
}

function said({ code, severity, message, range, data }: Diagnostic): Said {
  const fixes: readonly { readonly safety: string }[] = data?.fixes ?? [];
  const safe = fixes.some((fix) => fix.safety === "safe");
  return { rule: code, severity: SEVERITIES[severity ?? 0], message, range, fix: fixes.length === 0 ? null : safe ? "safe" : "unsafe" };
}

async function fromCommandLine(session: Session, ...words: string[]): Promise<Findings> {
  const all = ["--format", "json", "--min-severity", "hint", ...words, "."];
  const { output, errors } = await kblint(all, { folder: session.archive.path });
  expect(errors).toBe("");
  return new Map(parseOutput(output).results.map(({ path, diagnostics }) => [path, diagnostics.map((one) => ({ ...one }))]));
}

describe("the server and kblint find the same", () => {
  it.each(["archive", "authoring"])("in the example archive, profile %s", async (profile) => {
    const session = await openCopy([[EXAMPLES, "."]]);
    session.archive.write("kb.config.json", JSON.stringify({ profile, superseded: { Q900100: "Q900101" } }));
    session.watched([session.archive.uriOf("kb.config.json"), 2]);
    const expected = await fromCommandLine(session);
    expect(expected.size).toBeGreaterThan(5);
    expect(await fromServer(session)).toEqual(expected);
  });

  const corpus = corpusFiles();
  it.skipIf(corpus.length === 0)("in real articles and their neighbours", async () => {
    const chosen = new Map<string, string>();
    for (let count = 0; count < SAMPLE; count++) {
      const file = corpus[Math.floor(Math.random() * corpus.length)] ?? "";
      const id = /Q\d{5,6}/.exec(file)?.[0] ?? "";
      for (const other of corpus) if (other.includes(id)) chosen.set(other, id);
    }
    expect(chosen.size).toBeGreaterThan(SAMPLE / 2);
  });
  expect(existsSync(EXAMPLES)).toBe(true);
  onTestFinished(() => undefined);
});
