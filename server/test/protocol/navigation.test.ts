// Hover, definition, references, links, symbols and folding over a small archive on disk, black box.
import { describe, expect, it } from "vitest";
import type { DocumentLink, DocumentSymbol, FoldingRange, Hover, Location, LocationLink } from "vscode-languageserver";
import { crlf, page, pagePath, rawText, textPath } from "../harness/articles.ts";
import { PLAIN, Session } from "../harness/session.ts";

const MORE =
  "For more, see the following article:\n\n   Q900200 INFO: Shelves\n\nSee also http://example.com/a(b) and Q900999.";
const CITING = page({ id: "Q900100", more: MORE });
const SHELVES = { id: "Q900200", title: 'INFO: Shelves & "Boards"', summary: "A shelf holds\nwhat stands on it." };
const FILES = {
  [pagePath("Q900100")]: CITING,
  [textPath("Q900100")]: crlf(rawText({ id: "Q900100", more: MORE })),
  [pagePath("Q900200")]: page(SHELVES),
  [textPath("Q900200")]: crlf(rawText(SHELVES)),
  "notes/README.md": "# No article\n",
};
const AT_REFERENCE = { text: CITING, word: "900200 INFO" };
const AT_OWN = { text: CITING, word: "Q900100\n\tProduct" };

async function openCiting(options = {}): Promise<{ session: Session; uri: string }> {
  const session = await Session.open(FILES, options);
  return { session, uri: session.show(session.archive.uriOf(pagePath("Q900100")), CITING) };
}

describe("hover", () => {
  it("shows the article as it is today", async () => {
    const { session, uri } = await openCiting();
    const hover = await session.at<Hover>("textDocument/hover", uri, AT_REFERENCE);
    expect(hover.contents).toEqual({
      kind: "markdown",
      value: [
        '**Q900200** INFO: Shelves \\& "Boards"',
        "Microsoft SNA Server · winnt:3.0,4.0 · last modified 14-MAR-2001 · cited by 1 article",
        "A shelf holds what stands on it.",
      ].join("\n\n"),
    });
    expect(hover.range?.start.line).toBe(hover.range?.end.line);
  });

  it("comes as plain text where Markdown is not known", async () => {
    const { session, uri } = await openCiting({ capabilities: PLAIN });
    const hover = await session.at<Hover>("textDocument/hover", uri, AT_REFERENCE);
    expect(hover.contents).toMatchObject({
      kind: "plaintext",
      value: expect.stringMatching(/^Q900200 INFO: Shelves & /),
    });
  });

  it("says what the archive does not hold", async () => {
    const { session, uri } = await openCiting();
    const hover = await session.at<Hover>("textDocument/hover", uri, { text: CITING, word: "900999" });
    expect(hover.contents).toMatchObject({ value: "**Q900999** · not in this archive · cited by 1 article" });
  });

  it("shows who cites the article itself", async () => {
    const session = await Session.open(FILES);
    const uri = session.show(session.archive.uriOf(textPath("Q900200")), crlf(rawText(SHELVES)));
    const hover = await session.at<Hover>("textDocument/hover", uri, { text: rawText(SHELVES), word: "900200" });
    expect(hover.contents).toMatchObject({ value: expect.stringContaining("cited by 1 article") });
  });

  it("shows what is typed, not what is saved", async () => {
    const { session, uri } = await openCiting();
    session.show(session.archive.uriOf(pagePath("Q900200")), page({ ...SHELVES, title: "INFO: Boards" }));
    const hover = await session.at<Hover>("textDocument/hover", uri, AT_REFERENCE);
    expect(hover.contents).toMatchObject({ value: expect.stringContaining("**Q900200** INFO: Boards") });
  });
});

describe("definition", () => {
  it("leads to the title of the page from a page", async () => {
    const { session, uri } = await openCiting();
    const [link] = await session.at<LocationLink[]>("textDocument/definition", uri, AT_REFERENCE);
    expect(link).toMatchObject({
      targetUri: session.archive.uriOf(pagePath("Q900200")),
      targetSelectionRange: { start: { line: 6, character: 12 } },
      targetRange: { start: { line: 6, character: 0 } },
      originSelectionRange: { start: { character: 3 }, end: { character: 24 } },
    });
  });

  it("leads to the raw text from a raw text, as a plain location", async () => {
    const session = await Session.open(FILES, { capabilities: PLAIN });
    const text = rawText({ id: "Q900100", more: MORE });
    const uri = session.show(session.archive.uriOf(textPath("Q900100")), crlf(text), "plaintext");
    const found = await session.at<Location>("textDocument/definition", uri, { text, word: "900200" });
    expect(found).toEqual({
      uri: session.archive.uriOf(textPath("Q900200")),
      range: { start: { line: 1, character: 9 }, end: { line: 1, character: 33 } },
    });
  });

  it("gives nothing for unknown numbers and for words", async () => {
    const { session, uri } = await openCiting();
    expect(await session.at("textDocument/definition", uri, { text: CITING, word: "900999" })).toBeNull();
    expect(await session.at("textDocument/definition", uri, { text: CITING, word: "SUMMARY" })).toBeNull();
  });
});

describe("references", () => {
  it("list pages and raw texts, with declarations on demand", async () => {
    const { session, uri } = await openCiting();
    const find = (includeDeclaration: boolean): Promise<Location[]> =>
      session.at("textDocument/references", uri, AT_REFERENCE, { context: { includeDeclaration } });
    const names = (locations: Location[]): string[] =>
      locations.map((location) => `${location.uri.slice(session.archive.uri.length + 1)}:${location.range.start.line}`);
    expect(names(await find(false))).toEqual(["kb/900/Q900100/README.md:33", "txt/900/Q900100.TXT:24"]);
    expect(names(await find(true))).toEqual([
      "kb/900/Q900200/README.md:6",
      "txt/900/Q900200.TXT:1",
      "kb/900/Q900100/README.md:33",
      "txt/900/Q900100.TXT:24",
    ]);
  });

  it("start from the article's own number", async () => {
    const { session, uri } = await openCiting();
    const context = { includeDeclaration: false };
    expect(await session.at("textDocument/references", uri, AT_OWN, { context })).toEqual([]);
  });
});

describe("the document", () => {
  it("links references that resolve and addresses on the web", async () => {
    const { session, uri } = await openCiting();
    const links = await session.client.request<DocumentLink[]>("textDocument/documentLink", { textDocument: { uri } });
    expect(links.map(({ target }) => target)).toEqual([
      session.archive.uriOf(pagePath("Q900200")),
      "http://example.com/a(b)",
    ]);
    expect(links[0]?.tooltip).toBe('Q900200 INFO: Shelves & "Boards"');
  });

  it("has an outline, as a tree or as a list", async () => {
    const { session, uri } = await openCiting();
    const tree = await session.client.request<DocumentSymbol[]>("textDocument/documentSymbol", {
      textDocument: { uri },
    });
    expect(tree.map(({ name }) => name)).toEqual(["Q900100", "Applies to", "SUMMARY", "MORE INFORMATION", "Footer"]);
    const plain = await openCiting({ capabilities: PLAIN });
    const list = await plain.session.client.request("textDocument/documentSymbol", {
      textDocument: { uri: plain.uri },
    });
    expect(list).toContainEqual(expect.objectContaining({ name: "SUMMARY", location: expect.anything() }));
  });

  it("folds, and no more than the client wants", async () => {
    const { session, uri } = await openCiting();
    const folds = await session.client.request<FoldingRange[]>("textDocument/foldingRange", { textDocument: { uri } });
    expect(folds[0]).toEqual({ startLine: 0, endLine: 4 });
    expect(folds.length).toBe(6);
    const few = await openCiting({ capabilities: { textDocument: { foldingRange: { rangeLimit: 2 } } } });
    const params = { textDocument: { uri: few.uri } };
    expect(await few.session.client.request("textDocument/foldingRange", params)).toHaveLength(2);
  });

  it("has a status", async () => {
    const { session, uri } = await openCiting();
    const status = await session.client.request("kb/documentStatus", { uri });
    expect(status).toEqual({ id: "Q900100", type: "kbinfo", profile: "archive" });
    expect(await session.client.request("kb/documentStatus", { uri: "file:///nothing" })).toEqual({
      id: null,
      type: null,
      profile: "archive",
    });
  });
});
