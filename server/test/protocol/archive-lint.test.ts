// “Lint Whole Archive”, black box: what it counts and shows, its progress, how it is stopped, and how it is taken back.
// Also the notes of progress while an archive is read, and the note on a file that is too large to be looked at.
import { describe, expect, it } from "vitest";
import type { ClientCapabilities, DocumentDiagnosticReport, WorkspaceDiagnosticReport } from "vscode-languageserver";
import type { LintArchiveResult } from "../../src/protocol/protocol.ts";
import { page, pagePath } from "../harness/articles.ts";
import { CAPABLE, eventually, PLAIN, Session } from "../harness/session.ts";

const SOUND = page({ id: "Q900100" });
const DAMAGED = SOUND.replace("\tSUMMARY\n\t=======", "\tSUMMARY\n\t======");
const FILES = {
  [pagePath("Q900100")]: DAMAGED,
  [pagePath("Q900200")]: page({ id: "Q900200", title: "INFO: Shelves" }),
};
const DAMAGED_PATH = pagePath("Q900100");
const COMMAND = "kb.server.lintArchive";

/** An archive that takes a while. */
function manyFiles(count: number): Record<string, string> {
  const ids = Array.from({ length: count }, (_, at) => `Q${900_000 + at}`);
  return Object.fromEntries(ids.map((id) => [pagePath(id), DAMAGED.replaceAll("Q900100", id)]));
}

function lint(session: Session, params: object | null = null): Promise<LintArchiveResult> {
  return session.client.request<LintArchiveResult>("kb/lintArchive", params);
}

interface Progress {
  readonly token: string;
  readonly value: {
    readonly kind: string;
    readonly percentage?: number;
    readonly message?: string;
    cancellable?: boolean;
  };
}

describe("kb/lintArchive", () => {
  it("counts what it finds, and says so in a sentence", async () => {
    const session = await Session.open(FILES);
    const result = await lint(session);
    expect(result).toMatchObject({ files: 2, errors: 1, warnings: 0, informations: 0, cancelled: false });
    expect(result.message).toMatch(/^2 articles, 1 error, 0 warnings \(\d+\.\d s\)\.$/);
  });

  it("shows its findings to a client that holds a request, though only open files are wanted otherwise", async () => {
    const session = await Session.open(FILES);
    const params = { previousResultIds: [] };
    const held = session.client.request<WorkspaceDiagnosticReport>("workspace/diagnostic", params);
    await lint(session);
    const { items } = await held;
    expect(items).toMatchObject([{ uri: session.archive.uriOf(DAMAGED_PATH), kind: "full", items: [{ severity: 1 }] }]);
    const previousResultIds = items.map(({ uri, resultId }) => ({ uri, value: resultId }));
    const next = session.client.request<WorkspaceDiagnosticReport>("workspace/diagnostic", { previousResultIds });
    await session.client.request("kb/clearArchiveProblems", null);
    expect((await next).items).toMatchObject([{ uri: session.archive.uriOf(DAMAGED_PATH), kind: "full", items: [] }]);
  });

  it("pushes its findings to others until they are cleared, and keeps them up to date", async () => {
    const session = await Session.open(FILES, { capabilities: PLAIN });
    const uri = session.archive.uriOf(DAMAGED_PATH);
    await lint(session);
    expect((await session.pushed(uri)).diagnostics).toHaveLength(1);
    session.watched([session.archive.write(DAMAGED_PATH, SOUND), 2]);
    expect((await session.pushed(uri)).diagnostics).toEqual([]);
    session.watched([session.archive.write(DAMAGED_PATH, DAMAGED), 2]);
    expect((await session.pushed(uri)).diagnostics).toHaveLength(1);
    await session.client.request("kb/clearArchiveProblems", null);
    expect((await session.pushed(uri)).diagnostics).toEqual([]);
  });

  it("shows a file's findings once where documents are pulled and the workspace is not", async () => {
    const session = await Session.open(FILES);
    const uri = session.archive.uriOf(DAMAGED_PATH);
    await lint(session);
    expect((await session.pushed(uri)).diagnostics).toHaveLength(1);
    session.show(uri, DAMAGED);
    expect((await session.pushed(uri)).diagnostics).toEqual([]);
    expect(await session.rules(uri)).toEqual(["heading-underline"]);
    session.close(uri);
    expect((await session.pushed(uri)).diagnostics).toHaveLength(1);
  });

  it("says why nothing is linted", async () => {
    const off = await Session.open(FILES, { settings: { lint: { run: "off" } } });
    expect((await lint(off)).message).toContain("kb.lint.run");
    const nowhere = await Session.open({}, { folders: null });
    expect((await lint(nowhere)).message).toContain("No folder is open");
  });

  it("reports under the client's own progress", async () => {
    const session = await Session.open(FILES);
    await lint(session, { workDoneToken: "mine" });
    const kinds = session.client.notifications
      .filter(({ method }) => method === "$/progress")
      .map(({ params }) => params);
    expect(kinds.at(0)).toMatchObject({
      token: "mine",
      value: { kind: "begin", title: "KB: linting the archive", cancellable: true },
    });
    expect(kinds.at(-1)).toEqual({ token: "mine", value: { kind: "end" } });
  });

  it("is cancelled as any request", async () => {
    const session = await Session.open(manyFiles(1500));
    const { id, result } = session.client.send<LintArchiveResult>("kb/lintArchive", { workDoneToken: "mine" });
    await session.client.notification<Progress>("$/progress", ({ value }) => value.kind === "begin");
    session.client.notify("$/cancelRequest", { id });
    await expect(result).rejects.toMatchObject({ code: -32800 });
    expect((await lint(session)).files).toBe(1500);
  });

  it("counts an open article as it stands in its editor, and an article once", async () => {
    const session = await Session.open(FILES);
    session.show(session.archive.uriOf(DAMAGED_PATH), SOUND);
    expect(await lint(session)).toMatchObject({ files: 2, errors: 0 });
  });
});

describe("the command of the server", () => {
  it("is announced to other clients than ours, and shows a message", async () => {
    const session = await Session.open(FILES, { initializationOptions: {} });
    await session.client.request("workspace/executeCommand", { command: COMMAND });
    const shown = await session.client.notification<{ message: string; type: number }>("window/showMessage");
    expect(shown).toEqual({ type: 3, message: expect.stringContaining("2 articles, 1 error") });
  });

  it("can be stopped by the progress that it makes", async () => {
    const session = await Session.open(manyFiles(4000), { initializationOptions: {} });
    const before = session.client.asked.filter((method) => method === "window/workDoneProgress/create").length;
    const running = session.client.request("workspace/executeCommand", { command: COMMAND });
    await session.client.askedFor("window/workDoneProgress/create", before + 1);
    const { token } = await session.client.notification<Progress>(
      "$/progress",
      ({ value }) => value.cancellable === true,
    );
    session.client.notify("window/workDoneProgress/cancel", { token });
    const shown = await session.client.notification<{ message: string }>("window/showMessage");
    expect(shown.message).toMatch(/^KB: Stopped early: /);
    await running;
  });
});

describe("a file that is too large", () => {
  const article = `${SOUND}\n${"\tA line of a very long article.\n".repeat(130_000)}`;

  it("is said to be so at its beginning, where it is an article", async () => {
    const session = await Session.open({});
    const report: DocumentDiagnosticReport = await session.pull(session.show("untitled:Large", article, "kb-page"));
    expect(report).toMatchObject({
      kind: "full",
      items: [
        { severity: 3, code: "too-large", message: expect.stringContaining("4 MB"), range: { start: { line: 0 } } },
      ],
    });
  });

  it("is none of our business otherwise", async () => {
    const session = await Session.open({});
    expect(await session.rules(session.show("untitled:Large", "A log.\n".repeat(700_000), "plaintext"))).toEqual([]);
  });
});

describe("progress while an archive is read", () => {
  const capabilities: ClientCapabilities = CAPABLE;

  it("is not begun for a small one", async () => {
    const session = await Session.open(FILES, { capabilities });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(session.client.asked).not.toContain("window/workDoneProgress/create");
  });

  it("is begun, reported and ended for one that takes longer", async () => {
    const session = await Session.open(FILES, { initializationOptions: { clientFiles: true }, capabilities });
    let letThrough = (): void => {};
    const gate = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    session.client.answer("kb/findFiles", async () => {
      await gate;
      return { uris: [] };
    });
    session.client.notify("workspace/didChangeWorkspaceFolders", {
      event: { added: [{ uri: "memfs:/slow", name: "slow" }], removed: [] },
    });
    await session.client.askedFor("window/workDoneProgress/create");
    letThrough();
    await eventually(async () => {
      const kinds = session.client.notifications.filter(({ method }) => method === "$/progress");
      expect(kinds.map(({ params }: { params: Progress }) => params.value.kind)).toEqual(["begin", "end"]);
    });
  });
});
