// Findings that rest on other articles, in files that are open: they follow what happens to those articles on disk and
// in other editors, for clients that are pushed to and for clients that pull when they are told to.
import { performance } from "node:perf_hooks";
import { describe, expect, it } from "vitest";
import type { Diagnostic, DocumentDiagnosticReport, PublishDiagnosticsParams } from "vscode-languageserver";
import { crlf, page, pagePath, rawText, textPath } from "../harness/articles.ts";
import { CAPABLE, PLAIN, Session } from "../harness/session.ts";

const CITED = "Q900200";
const CITING = "Q900100";
const SHELVES = page({ id: CITED, title: "INFO: Shelves" });
const TEXT = page({
  id: CITING,
  title: "INFO: Boards",
  more: `See the following article:\n\n   ${CITED} INFO: Shelves`,
});
const RULES = ["reference-title", "unresolved-reference", "duplicate-title", "duplicate-id", "pair-mismatch"];
const DEADLINE = 8000;

/** What an editor shows of a document, kept up to date as the client can. */
class Screen {
  readonly session: Session;
  readonly #isPushed: boolean;
  #asked = 0;
  readonly #shown = new Map<string, readonly Diagnostic[]>();

  private constructor(session: Session, isPushed: boolean) {
    this.session = session;
    this.#isPushed = isPushed;
  }

  static async open(kind: string, files: Record<string, string>, diagnostics: object = {}): Promise<Screen> {
    const settings = { lint: { profile: "authoring" }, diagnostics };
    const capabilities = kind === "pushed" ? { ...PLAIN, workspace: { configuration: true } } : CAPABLE;
    return new Screen(await Session.open(files, { capabilities, settings }), kind === "pushed");
  }

  show(path: string, text: string): string {
    return this.session.show(this.session.archive.uriOf(path), text);
  }

  /** The rules of other articles whose findings are shown now. */
  async rules(uri: string): Promise<string[]> {
    if (this.#isPushed) this.#takePushed();
    else await this.#pullIfAsked(uri);
    const codes = (this.#shown.get(uri) ?? []).map(({ code }) => String(code));
    return codes.filter((code) => RULES.includes(code)).sort();
  }

  /** How many findings of any rule are shown; `undefined` where nothing was ever pushed. */
  count(uri: string): number | undefined {
    this.#takePushed();
    return this.#shown.get(uri)?.length;
  }

  /** Waits for findings, and says how long they took. */
  async expectRules(uri: string, ...rules: string[]): Promise<void> {
    const started = performance.now();
    await expect.poll(() => this.rules(uri), { timeout: DEADLINE, interval: 10 }).toEqual(rules);
    console.info(`${rules.join(", ") || "no finding"}: ${(performance.now() - started).toFixed(0)} ms`);
  }

  #takePushed(): void {
    for (const { method, params } of this.session.client.notifications.splice(0)) {
      if (method !== "textDocument/publishDiagnostics") continue;
      const { uri, diagnostics }: PublishDiagnosticsParams = params;
      this.#shown.set(uri, diagnostics);
    }
  }

  // As editors do: once when a document is opened, then when the server asks for it.
  async #pullIfAsked(uri: string): Promise<void> {
    const asked = this.session.client.asked.filter((method) => method === "workspace/diagnostic/refresh").length;
    if (asked === this.#asked && this.#shown.has(uri)) return;
    this.#asked = asked;
    const report: DocumentDiagnosticReport = await this.session.pull(uri);
    if (report.kind === "full") this.#shown.set(uri, report.items);
  }
}

describe.each(["pushed", "pulled"])("findings of an open file, %s, follow when", (kind) => {
  it("the article that it cites gets another title, goes, and comes back", async () => {
    const screen = await Screen.open(kind, { [pagePath(CITED)]: SHELVES, [pagePath(CITING)]: TEXT });
    const { archive } = screen.session;
    const uri = screen.show(pagePath(CITING), TEXT);
    await screen.expectRules(uri);
    const cited = archive.write(pagePath(CITED), page({ id: CITED, title: "INFO: Planks" }));
    screen.session.watched([cited, 2]);
    await screen.expectRules(uri, "reference-title");
    archive.delete(`kb/900/${CITED}`);
    screen.session.watched([archive.uriOf(`kb/900/${CITED}`), 3]);
    await screen.expectRules(uri, "unresolved-reference");
    archive.write(pagePath(CITED), SHELVES);
    screen.session.watched([cited, 1]);
    await screen.expectRules(uri);
  });

  it("the article that it cites is typed in, closed unsaved, and moved", async () => {
    const screen = await Screen.open(kind, { [pagePath(CITED)]: SHELVES, [pagePath(CITING)]: TEXT });
    const { archive } = screen.session;
    const uri = screen.show(pagePath(CITING), TEXT);
    await screen.expectRules(uri);
    const cited = screen.show(pagePath(CITED), SHELVES);
    screen.session.type(cited, page({ id: CITED, title: "INFO: Planks" }));
    await screen.expectRules(uri, "reference-title");
    screen.session.close(cited);
    await screen.expectRules(uri);
    archive.delete(pagePath(CITED));
    const moved = archive.write(`kb/901/${CITED}/README.md`, page({ id: CITED, title: "INFO: Planks" }));
    screen.session.watched([cited, 3], [moved, 1]);
    await screen.expectRules(uri, "reference-title");
  });

  it("another file claims its number or its title, and gives them back", async () => {
    const screen = await Screen.open(kind, { [pagePath(CITED)]: SHELVES, [pagePath(CITING)]: TEXT });
    const { archive } = screen.session;
    const uri = screen.show(pagePath(CITING), TEXT);
    await screen.expectRules(uri);
    const copy = archive.write("kb/notes.md", page({ id: CITING, title: "INFO: Other Boards" }));
    screen.session.watched([copy, 1]);
    await screen.expectRules(uri, "duplicate-id");
    archive.write("kb/notes.md", page({ id: "Q900300", title: "INFO: Boards" }));
    screen.session.watched([copy, 2]);
    await screen.expectRules(uri, "duplicate-title");
    archive.write("kb/notes.md", page({ id: "Q900300", title: "INFO: Other Boards" }));
    screen.session.watched([copy, 2]);
    await screen.expectRules(uri);
  });

  it("the raw text of its article says something else, on disk or in another editor", async () => {
    const draft = { id: CITING, title: "INFO: Boards" };
    const [own, twin] = [page(draft), crlf(rawText(draft))];
    const other = crlf(rawText({ ...draft, summary: "This article says where files are kept." }));
    const screen = await Screen.open(kind, { [pagePath(CITING)]: own, [textPath(CITING)]: twin });
    const { archive } = screen.session;
    const uri = screen.show(pagePath(CITING), own);
    await screen.expectRules(uri);
    const text = archive.write(textPath(CITING), other);
    screen.session.watched([text, 2]);
    await screen.expectRules(uri, "pair-mismatch");
    screen.show(textPath(CITING), other);
    screen.session.type(text, twin);
    await screen.expectRules(uri);
    screen.session.close(text);
    await screen.expectRules(uri, "pair-mismatch");
  });

  it("settings keep the article that it cites out of the archive, and let it in again", async () => {
    const screen = await Screen.open(kind, { [pagePath(CITED)]: SHELVES, [pagePath(CITING)]: TEXT });
    const { archive } = screen.session;
    const uri = screen.show(pagePath(CITING), TEXT);
    await screen.expectRules(uri);
    const config = archive.write(
      "kb.config.json",
      JSON.stringify({ profile: "authoring", exclude: [`**/${CITED}/**`] }),
    );
    screen.session.watched([config, 1]);
    await screen.expectRules(uri, "unresolved-reference");
    archive.delete("kb.config.json");
    screen.session.watched([config, 3]);
    await screen.expectRules(uri);
  });
});

describe("findings that were pushed are taken back when", () => {
  const BROKEN = TEXT.replaceAll(CITED, "Q900999");

  it("settings keep the open file out of its archive", async () => {
    const screen = await Screen.open("pushed", { [pagePath(CITING)]: BROKEN });
    const uri = screen.show(pagePath(CITING), BROKEN);
    await screen.expectRules(uri, "unresolved-reference");
    const config = screen.session.archive.write("kb.config.json", JSON.stringify({ exclude: ["kb/**"] }));
    screen.session.watched([config, 1]);
    await expect.poll(() => screen.count(uri), { timeout: DEADLINE }).toBe(0);
  });

  it("the file is closed", async () => {
    const screen = await Screen.open("pushed", { [pagePath(CITING)]: BROKEN });
    const uri = screen.show(pagePath(CITING), BROKEN);
    await screen.expectRules(uri, "unresolved-reference");
    screen.session.close(uri);
    await expect.poll(() => screen.count(uri), { timeout: DEADLINE }).toBe(0);
  });

  it.each(["file", "folder"])("a %s is gone that was never open", async (what) => {
    const files = { [pagePath(CITING)]: BROKEN, [pagePath(CITED)]: SHELVES };
    const screen = await Screen.open("pushed", files, { scope: "workspace" });
    const { archive } = screen.session;
    const uri = archive.uriOf(pagePath(CITING));
    await expect.poll(() => screen.rules(uri), { timeout: DEADLINE }).toEqual(["unresolved-reference"]);
    const gone = what === "file" ? pagePath(CITING) : "kb/900";
    archive.delete(gone);
    screen.session.watched([archive.uriOf(gone), 3]);
    await expect.poll(() => screen.count(uri), { timeout: DEADLINE }).toBe(0);
  });
});
