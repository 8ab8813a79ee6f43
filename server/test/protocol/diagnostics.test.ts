// Diagnostics, black box: by pull and by push, their shape, and when other documents hear of a change.
import { describe, expect, it } from "vitest";
import { page, pagePath } from "../harness/articles.ts";
import { eventually, PLAIN, Session } from "../harness/session.ts";

const SOUND = page({ id: "Q900100" });
const DAMAGED = SOUND.replace("\tSUMMARY\n\t=======", "\tSUMMARY\n\t======");
const CITING = page({ id: "Q900100", more: "For more, see the following article:\n\n   Q900200 INFO: Shelves" });

describe("pull", () => {
  it("reports a finding with everything a client needs", async () => {
    const session = await Session.open({});
    const uri = session.show("untitled:Untitled-1", DAMAGED, "kb-page");
    const report = await session.pull(uri);
    expect(report).toMatchObject({
      kind: "full",
      items: [
        {
          source: "kb",
          code: "heading-underline",
          codeDescription: { href: "https://github.com/kb-author/kb-author/blob/main/docs/rules/heading-underline.md" },
          severity: 1,
          range: { start: { line: 24, character: 1 }, end: { line: 24, character: 7 } },
          data: { fixes: [{ safety: "safe", edits: [expect.anything()] }] },
        },
      ],
    });
  });

  it("says unchanged for a result that the client has", async () => {
    const session = await Session.open({});
    const uri = session.show("untitled:Untitled-1", DAMAGED, "kb-page");
    const { resultId } = await session.pull(uri);
    expect(await session.pull(uri, resultId)).toEqual({ kind: "unchanged", resultId });
    session.type(uri, SOUND);
    expect(await session.pull(uri, resultId)).toMatchObject({ kind: "full", items: [] });
  });

  it("does not push too", async () => {
    const session = await Session.open({});
    const uri = session.show("untitled:Untitled-1", DAMAGED, "kb-page");
    await session.pull(uri);
    session.close(uri);
    expect(await session.pull(uri)).toEqual({ kind: "full", items: [] });
    expect(session.client.notifications.filter(({ method }) => method.includes("publish"))).toEqual([]);
  });

  it("asks to pull again when another document's article comes to be", async () => {
    const session = await Session.open({ [pagePath("Q900100")]: CITING });
    const citing = session.show(session.archive.uriOf(pagePath("Q900100")), CITING);
    expect(await session.rules(citing)).toEqual(["unresolved-reference"]);
    session.show(session.archive.uriOf(pagePath("Q900200")), page({ id: "Q900200", title: "INFO: Shelves" }));
    const before = session.client.asked.filter((method) => method === "workspace/diagnostic/refresh").length;
    await session.client.askedFor("workspace/diagnostic/refresh", before + 1);
    expect(await session.rules(citing)).toEqual([]);
  });

  it("does not ask again for typing in a body", async () => {
    const session = await Session.open({ [pagePath("Q900100")]: CITING });
    session.show(session.archive.uriOf(pagePath("Q900100")), CITING);
    const other = session.show(
      session.archive.uriOf(pagePath("Q900200")),
      page({ id: "Q900200", title: "INFO: Shelves" }),
    );
    await new Promise((resolve) => setTimeout(resolve, 600));
    const before = session.client.asked.length;
    session.type(other, page({ id: "Q900200", title: "INFO: Shelves", summary: "See Q900100 as well." }));
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(session.client.asked.length).toBe(before);
  });
});

describe("push", () => {
  it("pushes after opening, after a change, and takes back after closing", async () => {
    const session = await Session.open({}, { capabilities: PLAIN });
    const uri = session.show("untitled:Untitled-1", DAMAGED, "kb-page");
    expect((await session.pushed(uri)).diagnostics.map(({ code }) => code)).toEqual(["heading-underline"]);
    session.type(uri, SOUND);
    expect((await session.pushed(uri)).diagnostics).toEqual([]);
    session.type(uri, DAMAGED);
    expect((await session.pushed(uri)).diagnostics).toHaveLength(1);
    session.close(uri);
    expect((await session.pushed(uri)).diagnostics).toEqual([]);
  });

  it("tells the version where the client knows versions", async () => {
    const capabilities = { textDocument: { publishDiagnostics: { versionSupport: true } } };
    const session = await Session.open({}, { capabilities });
    const uri = session.show("untitled:Untitled-1", DAMAGED, "kb-page");
    expect((await session.pushed(uri)).version).toBe(1);
    session.change(uri, [{ text: " ", range: { start: { line: 30, character: 0 }, end: { line: 30, character: 0 } } }]);
    expect((await session.pushed(uri)).version).toBe(2);
  });

  it("pushes again when another document's article goes", async () => {
    const shelves = page({ id: "Q900200", title: "INFO: Shelves" });
    const files = { [pagePath("Q900100")]: CITING, [pagePath("Q900200")]: shelves };
    const session = await Session.open(files, { capabilities: PLAIN });
    const citing = session.show(session.archive.uriOf(pagePath("Q900100")), CITING);
    expect((await session.pushed(citing)).diagnostics).toEqual([]);
    session.archive.delete(pagePath("Q900200"));
    session.watched([session.archive.uriOf(pagePath("Q900200")), 3]);
    expect((await session.pushed(citing)).diagnostics.map(({ code }) => code)).toEqual(["unresolved-reference"]);
  });
});

describe("documents", () => {
  it.each([
    ["markdown", SOUND.replace("=======\n", "======\n"), 1],
    ["plaintext", DAMAGED, 1],
    ["markdown", "# A note\n\nNo article.\n", 0],
    ["kb-page", "", 0],
    ["kb-page", "\n \n", 0],
  ])("%s is linted by its content", async (languageId, text, count) => {
    const session = await Session.open({});
    const report = await session.pull(session.show("untitled:Untitled-1", text, languageId));
    expect(report.kind === "full" && report.items.length).toBe(count);
  });

  it("lints any text in our own languages", async () => {
    const session = await Session.open({});
    const rules = await session.rules(session.show("untitled:Untitled-1", "SUMMARY\n=======\n\nText.\n", "kb-article"));
    expect(rules).toContain("footer-missing");
  });

  it.each(["vscode-vfs://github/owner/repo/README.md", "git:/a/b.md?ref", "file:///C:/x/y.md", "weird", "::::"])(
    "takes %s for what it is",
    async (uri) => {
      const session = await Session.open({});
      expect(await session.rules(session.show(uri, DAMAGED, "kb-page"))).toContain("heading-underline");
    },
  );

  it("says nothing of other articles without an archive", async () => {
    const session = await Session.open({}, { folders: null });
    expect(await session.rules(session.show("untitled:Untitled-1", CITING))).toEqual([]);
  });

  it("says nothing of other articles for a file outside all folders", async () => {
    const session = await Session.open({ [pagePath("Q900300")]: page({ id: "Q900300" }) });
    expect(await session.rules(session.show("file:///elsewhere/kb/900/Q900100/README.md", CITING))).toEqual([]);
    expect(await session.rules(session.show("untitled:Untitled-1", CITING))).toEqual(["unresolved-reference"]);
  });

  it("says nothing of other articles when a folder cannot be read", async () => {
    const session = await Session.open({}, { folders: ["file:///no/such/folder"] });
    const uri = session.show("file:///no/such/folder/kb/900/Q900100/README.md", CITING);
    await eventually(async () =>
      expect(session.client.notifications.map(({ method }) => method)).toContain("window/logMessage"),
    );
    expect(await session.rules(uri)).toEqual([]);
  });
});
