// Two open archives that have an article of the same number, black box: each is its own archive's, and a rename in one
// leaves the other alone. And a rename that nobody waits for any more.
import { describe, expect, it, onTestFinished } from "vitest";
import type { WorkspaceEdit } from "vscode-languageserver";
import type { Citations, EditResult } from "../../src/protocol/protocol.ts";
import { page, pagePath } from "../harness/articles.ts";
import { REFACTORING } from "../harness/refactoring.ts";
import { Session } from "../harness/session.ts";
import { TemporaryArchive } from "../harness/temporary-archive.ts";

const CITING = page({ id: "Q900100", more: "See Q900200." });
const SHELVES = page({ id: "Q900200", title: "INFO: Shelves" });

interface TwoArchives {
  readonly session: Session;
  readonly other: TemporaryArchive;
}

async function openBoth(inOther: Record<string, string>): Promise<TwoArchives> {
  const other = new TemporaryArchive(inOther);
  onTestFinished(() => other.remove());
  const files = { [pagePath("Q900100")]: CITING, [pagePath("Q900200")]: SHELVES };
  const session = await Session.open(files, { capabilities: REFACTORING });
  const event = { added: [{ uri: other.uri, name: "other" }], removed: [] };
  session.client.notify("workspace/didChangeWorkspaceFolders", { event });
  await session.ready();
  return { session, other };
}

function rename(session: Session, uri: string, newName: string): Promise<WorkspaceEdit> {
  return session.at("textDocument/rename", session.show(uri, CITING), { text: CITING, word: "900200." }, { newName });
}

function touched(edit: WorkspaceEdit): string[] {
  const uris = (edit.documentChanges ?? []).map((change) => {
    if ("textDocument" in change) return change.textDocument.uri;
    return change.kind === "rename" ? change.oldUri : change.uri;
  });
  return uris.sort();
}

describe("a number that two archives have", () => {
  const BOTH = { [pagePath("Q900150")]: page({ id: "Q900150", more: "See Q900200." }), [pagePath("Q900200")]: SHELVES };

  it("is renamed in the archive of the citing document alone", async () => {
    const { session } = await openBoth(BOTH);
    const edit = await rename(session, session.archive.uriOf(pagePath("Q900100")), "Q901300");
    expect(touched(edit)).toEqual([
      session.archive.uriOf(pagePath("Q900100")),
      session.archive.uriOf("kb/900/Q900200"),
      session.archive.uriOf(pagePath("Q900200")),
    ]);
  });

  it("may become one that only the other archive has", async () => {
    const { session } = await openBoth(BOTH);
    const edit = await rename(session, session.archive.uriOf(pagePath("Q900100")), "Q900150");
    expect(touched(edit)).toHaveLength(3);
  });

  it("has the citations of its own archive", async () => {
    const { session, other } = await openBoth(BOTH);
    const params = { uri: other.uriOf(pagePath("Q900200")) };
    const citations = await session.client.request<Citations>("kb/citations", params);
    expect(citations.files).toEqual([params.uri]);
    expect(citations.places.map(({ id }) => id)).toEqual(["Q900150"]);
  });

  it("is not deleted unless it is said in which", async () => {
    const { session, other } = await openBoth(BOTH);
    const remove = (uri?: string): Promise<EditResult> =>
      session.client.request("kb/replaceCitations", { id: "Q900200", remove: true, uri });
    await expect(remove()).rejects.toThrow("Several open archives have an article Q900200.");
    const { edit } = await remove(other.uriOf(pagePath("Q900200")));
    expect(touched(edit)).toEqual([other.uriOf(pagePath("Q900200"))]);
  });
});

describe("a number that one of two archives has", () => {
  it("is renamed in the citations of both, and may not become one that either has", async () => {
    const citing = page({ id: "Q900150", more: "See Q900200." });
    const { session, other } = await openBoth({ [pagePath("Q900150")]: citing });
    const uri = session.archive.uriOf(pagePath("Q900100"));
    expect(touched(await rename(session, uri, "Q901300"))).toContain(other.uriOf(pagePath("Q900150")));
    await expect(rename(session, uri, "Q900150")).rejects.toThrow("Q900150 is taken by kb/900/Q900150/README.md");
  });
});

describe("a rename that nobody waits for", () => {
  it("is given up where it is cancelled, and refused where a document it changes is typed in", async () => {
    const citing = Object.fromEntries(
      Array.from({ length: 300 }, (_, at) => {
        const id = `Q${910000 + at}`;
        return [pagePath(id), page({ id, more: `${"A line of the article's text.\n".repeat(40)}\nSee Q900200.` })];
      }),
    );
    const session = await Session.open({ [pagePath("Q900200")]: SHELVES, ...citing }, { capabilities: REFACTORING });
    const uri = session.show(session.archive.uriOf(pagePath("Q900200")), SHELVES);
    const line = SHELVES.split("\n").findIndex((text) => text.startsWith("\tArticle: "));
    const params = { textDocument: { uri }, position: { line, character: 12 }, newName: "Q901300" };
    const { id, result } = session.client.send("textDocument/rename", params);
    session.client.notify("$/cancelRequest", { id });
    await expect(result).rejects.toThrow("cancelled");
    const late = session.client.request("textDocument/rename", params);
    session.type(uri, SHELVES.replace("Shelves", "Boards"));
    await expect(late).rejects.toThrow("the document was changed meanwhile");
  });
});
