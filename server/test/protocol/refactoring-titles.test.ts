// A title that was changed is brought everywhere it is quoted, black box: by request and by code action.
import { describe, expect, it } from "vitest";
import type { CodeAction } from "vscode-languageserver";
import type { EditResult } from "../../src/protocol/protocol.ts";
import { crlf, page, pagePath, rawText, textPath } from "../harness/articles.ts";
import { applyWorkspaceEdit } from "../harness/file-tree.ts";
import { changedPaths, REFACTORING, treeOf } from "../harness/refactoring.ts";
import { eventually, Session } from "../harness/session.ts";

const QUOTING = [
  "See the following articles:",
  "",
  "   Q900200 INFO: Shelves",
  "   Q900200 INFO: Shelves and Boards",
  "   Q900200 Something Else Entirely",
  "",
  "ARTICLE-ID: Q900200",
  "TITLE     : INFO: Shelf",
  "",
  "Q900200 is what you want.",
  "",
  " - Q900200 INFO: Shelves",
].join("\n");
const NEW = 'INFO: Shelves & "Boards"';
const UPDATED = QUOTING.replaceAll("INFO: Shelves\n", `${NEW}\n`)
  .replace("INFO: Shelves and Boards", NEW)
  .replace("Something Else Entirely", NEW)
  .replace("INFO: Shelf\n", `${NEW}\n`)
  .replace(/INFO: Shelves$/, NEW);
const INDEX = "- [Q900200: INFO: Shelves](../../kb/900/Q900200/)\n";
const FILES: Record<string, string> = {
  [pagePath("Q900100")]: page({ id: "Q900100", more: QUOTING }),
  [textPath("Q900100")]: crlf(rawText({ id: "Q900100", more: QUOTING })),
  [pagePath("Q900200")]: page({ id: "Q900200", title: "INFO: Shelves" }),
  [textPath("Q900200")]: crlf(rawText({ id: "Q900200", title: "INFO: Shelves" })),
  "id/sna/README.md": INDEX,
};
const EDITED = (FILES[pagePath("Q900200")] ?? "").replace(
  "## Q900200: INFO: Shelves",
  "## Q900200: INFO: Shelves &amp; &quot;Boards&quot;",
);

async function edited(): Promise<{ session: Session; uri: string }> {
  const session = await Session.open(FILES, { capabilities: REFACTORING });
  return { session, uri: session.show(session.archive.uriOf(pagePath("Q900200")), EDITED) };
}

function actions(session: Session, uri: string, line: number, character: number): Promise<CodeAction[]> {
  const at = { line, character };
  const params = {
    textDocument: { uri },
    range: { start: at, end: at },
    context: { diagnostics: [], only: ["refactor"] },
  };
  return session.client.request("textDocument/codeAction", params);
}

describe("a changed title", () => {
  it("is brought into all citations, index pages and the article's own files", async () => {
    const { session, uri } = await edited();
    const { edit, ...counts } = await session.client.request<EditResult>("kb/updateQuotedTitles", { uri });
    expect(counts).toEqual({ places: 10, files: 2, left: 0 });
    const before = treeOf({ ...FILES, [pagePath("Q900200")]: EDITED });
    const after = applyWorkspaceEdit(before, session.archive.uri, edit);
    const shelves = { id: "Q900200", title: NEW };
    expect(Object.fromEntries(after)).toEqual({
      [pagePath("Q900100")]: page({ id: "Q900100", more: UPDATED }),
      [textPath("Q900100")]: crlf(rawText({ id: "Q900100", more: UPDATED })),
      [pagePath("Q900200")]: page(shelves),
      [textPath("Q900200")]: crlf(rawText(shelves)),
      "id/sna/README.md": "- [Q900200: INFO: Shelves &amp; &quot;Boards&quot;](../../kb/900/Q900200/)\n",
    });
    expect(edit).toMatchObject({
      changeAnnotations: {
        citations: { label: "Citations", needsConfirmation: false },
        doubtful: { label: "Citations with quite another title", needsConfirmation: true },
      },
    });
  });

  it("leaves the rules on titles nothing to say", async () => {
    const { session, uri } = await edited();
    const { edit } = await session.client.request<EditResult>("kb/updateQuotedTitles", { uri });
    const before = treeOf({ ...FILES, [pagePath("Q900200")]: EDITED });
    const after = applyWorkspaceEdit(before, session.archive.uri, edit);
    const settings = { lint: { profile: "authoring" } };
    const files = Object.fromEntries(after);
    const later = await Session.open(files, { capabilities: REFACTORING, settings });
    for (const [path, text] of after) {
      if (!path.includes("/900/")) continue;
      const shown = later.show(later.archive.uriOf(path), text, path.endsWith(".TXT") ? "plaintext" : "markdown");
      const titles = ["reference-title", "title-consistency", "pair-mismatch"];
      expect((await later.rules(shown)).filter((rule) => titles.includes(String(rule)))).toEqual([]);
    }
  });

  it("is offered as an action on the title and nowhere else, made when it is chosen", async () => {
    const { session, uri } = await edited();
    const [action, ...others] = await actions(session, uri, 6, 20);
    expect(others).toEqual([]);
    expect(action).toMatchObject({
      title: "Quote this title wherever Q900200 is cited with another (10)",
      kind: "refactor.rewrite.title",
    });
    expect(action?.edit).toBeUndefined();
    const resolved = await session.client.request<CodeAction>("codeAction/resolve", action);
    const before = treeOf({ ...FILES, [pagePath("Q900200")]: EDITED });
    const after = applyWorkspaceEdit(before, session.archive.uri, resolved.edit ?? {});
    expect(after.get(pagePath("Q900100"))).toBe(page({ id: "Q900100", more: UPDATED }));
    expect(await actions(session, uri, 12, 3)).toEqual([]);
  });

  it("takes the one of a page's two titles that the cursor is on", async () => {
    const { session, uri } = await edited();
    const [action] = await actions(session, uri, 2, 20);
    expect(action?.title).toBe("Quote this title wherever Q900200 is cited with another (6)");
  });

  it("is not offered where everyone quotes it", async () => {
    const session = await Session.open(
      { ...FILES, [pagePath("Q900100")]: page({ id: "Q900100", more: "See Q900200." }), [textPath("Q900100")]: "" },
      { capabilities: REFACTORING },
    );
    const uri = session.show(session.archive.uriOf(pagePath("Q900200")), EDITED);
    expect(await actions(session, uri, 6, 20)).toEqual([]);
    session.archive.write(pagePath("Q900100"), FILES[pagePath("Q900100")] ?? "");
    session.watched([session.archive.uriOf(pagePath("Q900100")), 2]);
    await eventually(async () => expect(await actions(session, uri, 6, 20)).toHaveLength(1));
  });

  it("is refused for a document that is no article", async () => {
    const { session } = await edited();
    await expect(session.client.request("kb/updateQuotedTitles", { uri: "file:///x" })).rejects.toThrow(
      "This document is no open article with a number and a title.",
    );
  });

  it("touches nothing that quotes it already", async () => {
    const { session, uri } = await edited();
    session.type(uri, FILES[pagePath("Q900200")] ?? "");
    const { edit } = await session.client.request<EditResult>("kb/updateQuotedTitles", { uri });
    const after = applyWorkspaceEdit(treeOf(FILES), session.archive.uri, edit);
    expect(changedPaths(treeOf(FILES), after)).toEqual([pagePath("Q900100"), textPath("Q900100")]);
    expect(after.get(pagePath("Q900100"))).not.toContain("Shelves and Boards");
  });
});
