// Diagnostics of files that are not open, black box: what is reported, when a held request is answered, and with what.
// The archive is small; what matters is which files are named and which are not.
import { describe, expect, it } from "vitest";
import type {
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
  WorkspaceFullDocumentDiagnosticReport,
} from "vscode-languageserver";
import { page, pagePath, rawText, textPath } from "../harness/articles.ts";
import type { Opening } from "../harness/language-client.ts";
import { CAPABLE, eventually, PLAIN, Session } from "../harness/session.ts";

const SOUND = page({ id: "Q900100" });
const DAMAGED = SOUND.replace("\tSUMMARY\n\t=======", "\tSUMMARY\n\t======");
const CITING = page({ id: "Q900300", more: "For more, see the following article:\n\n   Q900200 INFO: Shelves" });
const CITED = page({ id: "Q900200", title: "INFO: Shelves" });
const FILES = {
  [pagePath("Q900100")]: DAMAGED,
  [pagePath("Q900200")]: CITED,
  [pagePath("Q900300")]: CITING,
  "notes/README.md": "# No article\n\nSUMMARY\n======\n",
};
const WHOLE = { diagnostics: { scope: "workspace" } };
const METHOD = "workspace/diagnostic";

type Report = WorkspaceDocumentDiagnosticReport;

interface Asked {
  readonly id: number;
  readonly result: Promise<WorkspaceDiagnosticReport>;
  /** Whether the answer is there. */
  isAnswered(): boolean;
}

function open(files: Record<string, string> = FILES, opening: Opening = {}): Promise<Session> {
  return Session.open(files, { settings: WHOLE, ...opening });
}

function ask(session: Session, before: readonly Report[] = [], partialResultToken?: string): Asked {
  const previousResultIds = before.flatMap(({ uri, resultId }) => (resultId ? [{ uri, value: resultId }] : []));
  const params = { identifier: "kb", previousResultIds, ...(partialResultToken ? { partialResultToken } : {}) };
  const { id, result } = session.client.send<WorkspaceDiagnosticReport>(METHOD, params);
  let answered = false;
  const done = (): void => {
    answered = true;
  };
  result.then(done, done);
  return { id, result, isAnswered: () => answered };
}

function full(report: Report | undefined): WorkspaceFullDocumentDiagnosticReport {
  if (report?.kind !== "full") throw new Error("no full report");
  return report;
}

function rules(report: Report | undefined): unknown[] {
  return full(report).items.map(({ code }) => code);
}

/** The rules reported, by path. */
function said(session: Session, items: readonly Report[]): Record<string, unknown> {
  const path = (uri: string): string => uri.slice(session.archive.uri.length + 1);
  return Object.fromEntries(items.map((one) => [path(one.uri), one.kind === "full" ? rules(one) : one.kind]));
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe("the first answer", () => {
  it("names the files with findings and no others", async () => {
    const session = await open();
    const { items } = await ask(session).result;
    expect(said(session, items)).toEqual({ [pagePath("Q900100")]: ["heading-underline"] });
    expect(items[0]).toMatchObject({ kind: "full", version: null, resultId: expect.stringMatching(/./) });
    expect(full(items[0]).items[0]).toMatchObject({
      source: "kb",
      severity: 1,
      range: { start: { line: 24, character: 1 }, end: { line: 24, character: 7 } },
    });
  });

  it("comes in parts where the client takes parts, and holds nothing itself", async () => {
    const session = await open();
    const asked = ask(session, [], "part-1");
    const part = await session.client.notification<{ token: string; value: { items: Report[] } }>(
      "$/progress",
      ({ token }) => token === "part-1",
    );
    expect(said(session, part.value.items)).toEqual({ [pagePath("Q900100")]: ["heading-underline"] });
    expect(await asked.result).toEqual({ items: [] });
  });

  it("tells of an open document what its editor shows, with its version", async () => {
    const session = await open();
    const uri = session.show(session.archive.uriOf(pagePath("Q900100")), SOUND);
    session.type(uri, DAMAGED.replace("MORE INFORMATION\n\t================", "MORE INFORMATION\n\t==="));
    const { items } = await ask(session).result;
    const report = items.find((one) => one.uri === uri);
    expect(report).toMatchObject({ version: 2 });
    expect(rules(report)).toEqual(["heading-underline", "heading-underline"]);
  });

  it("leaves out what settings keep out of the archive, and accepted findings", async () => {
    const config = JSON.stringify({ exclude: ["**/Q900100/**"] });
    const other = DAMAGED.replaceAll("Q900100", "Q900400");
    const session = await open({ ...FILES, [pagePath("Q900400")]: other, "kb.config.json": config });
    expect(said(session, (await ask(session).result).items)).toEqual({ [pagePath("Q900400")]: ["heading-underline"] });
  });

  it("names what the client has and what still holds as unchanged, in one list", async () => {
    const other = DAMAGED.replaceAll("Q900100", "Q900400");
    const session = await open({ ...FILES, [pagePath("Q900400")]: other });
    const { items } = await ask(session).result;
    expect(items).toHaveLength(2);
    const held = items.filter(({ uri }) => uri.includes("Q900400"));
    expect(said(session, (await ask(session, held).result).items)).toEqual({
      [pagePath("Q900100")]: ["heading-underline"],
      [pagePath("Q900400")]: "unchanged",
    });
  });
});

describe("a held request", () => {
  it("waits while there is no news, and is not asked for again and again", async () => {
    const session = await open();
    const { items } = await ask(session).result;
    const held = ask(session, items);
    await pause(700);
    expect(held.isAnswered()).toBe(false);
    expect(session.client.asked).not.toContain("workspace/diagnostic/refresh");
  });

  it("answers with a changed file alone", async () => {
    const session = await open();
    const { items } = await ask(session).result;
    const held = ask(session, items);
    const uri = session.archive.write(pagePath("Q900200"), DAMAGED.replaceAll("Q900100", "Q900200"));
    session.watched([uri, 2]);
    const answer = (await held.result).items.filter(({ kind }) => kind === "full");
    expect(said(session, answer)).toMatchObject({ [pagePath("Q900200")]: ["heading-underline"] });
    expect(answer.map((one) => one.uri)).not.toContain(session.archive.uriOf(pagePath("Q900100")));
  });

  it("takes back the findings of a file that is gone, and of a folder", async () => {
    const session = await open();
    const { items } = await ask(session).result;
    const held = ask(session, items);
    session.archive.delete("kb/900/Q900100");
    session.watched([session.archive.uriOf("kb/900/Q900100"), 3]);
    expect(said(session, (await held.result).items)).toEqual({ [pagePath("Q900100")]: [] });
  });

  it("looks within a second at those who cite an article that goes, and again when it comes back", async () => {
    const settings = { ...WHOLE, lint: { rules: { "unresolved-reference": "warning" } } };
    const session = await open(FILES, { settings });
    const { items } = await ask(session).result;
    const held = ask(session, items, "a");
    await pause(300);
    const started = performance.now();
    session.archive.delete("kb/900/Q900200");
    session.watched([session.archive.uriOf(pagePath("Q900200")), 3]);
    const part = await nextPart(session, "a");
    expect(performance.now() - started).toBeLessThan(1000);
    expect(said(session, part)).toEqual({ [pagePath("Q900300")]: ["unresolved-reference"] });
    session.watched([session.archive.write(pagePath("Q900200"), CITED), 1]);
    expect(said(session, await nextPart(session, "a"))).toEqual({ [pagePath("Q900300")]: [] });
    expect(await held.result).toEqual({ items: [] });
  });

  it("looks at a namesake when a title changes, also at the former one", async () => {
    const settings = { ...WHOLE, lint: { rules: { "duplicate-title": "warning", "reference-title": "off" } } };
    const twin = page({ id: "Q900400", title: "INFO: Shelves" });
    const session = await open({ [pagePath("Q900200")]: CITED, [pagePath("Q900400")]: twin }, { settings });
    const { items } = await ask(session).result;
    expect(items.map(rules)).toEqual([["duplicate-title"], ["duplicate-title"]]);
    const held = ask(session, items, "a");
    const uri = session.show(session.archive.uriOf(pagePath("Q900400")), twin);
    session.type(uri, page({ id: "Q900400", title: "INFO: Ladders" }));
    await eventually(async () => {
      const part = await nextPart(session, "a");
      expect(said(session, part)).toMatchObject({ [pagePath("Q900200")]: [] });
    });
    await held.result;
  });

  it("looks at a raw text when its page changes", async () => {
    const sound = rawText({ id: "Q900100" });
    const session = await open({ [pagePath("Q900100")]: SOUND, [textPath("Q900100")]: sound });
    const held = ask(session, [], "a");
    await pause(400);
    const other = page({ id: "Q900100", summary: "Here something else is said of how files are kept." });
    session.watched([session.archive.write(pagePath("Q900100"), other), 2]);
    // The page itself comes first, perhaps in a part of its own.
    await eventually(async () => {
      expect(said(session, await nextPart(session, "a"))).toMatchObject({ [textPath("Q900100")]: ["pair-mismatch"] });
    });
    await held.result;
  });

  it("tells of a closed document what its file holds, though nothing seems new", async () => {
    const session = await open({ [pagePath("Q900200")]: CITED });
    const held = ask(session, [], "a");
    const uri = session.show(session.archive.uriOf(pagePath("Q900200")), DAMAGED.replaceAll("Q900100", "Q900200"));
    expect(await session.rules(uri)).toContain("heading-underline");
    session.close(uri);
    await eventually(async () => {
      const part = await nextPart(session, "a");
      expect(part.filter(({ uri: one }) => one === uri)).toMatchObject([{ kind: "full", version: null, items: [] }]);
    });
    await held.result;
  });

  it("answers anew when settings change", async () => {
    const session = await open();
    const { items } = await ask(session).result;
    const held = ask(session, items);
    session.client.answer("workspace/configuration", ({ items: sections }: { items: unknown[] }) =>
      sections.map(() => ({ ...WHOLE, lint: { rules: { "heading-underline": "off" } } })),
    );
    session.client.notify("workspace/didChangeConfiguration", { settings: null });
    expect(said(session, (await held.result).items)).toEqual({ [pagePath("Q900100")]: [] });
  });

  it("can be cancelled", async () => {
    const session = await open();
    const { items } = await ask(session).result;
    const held = ask(session, items);
    session.client.notify("$/cancelRequest", { id: held.id });
    await expect(held.result).rejects.toMatchObject({ code: -32800 });
    expect((await ask(session).result).items).toHaveLength(1);
  });

  it("is answered at shutdown, and when another one comes", async () => {
    const session = await open();
    const { items } = await ask(session).result;
    const first = ask(session, items);
    const second = ask(session, items);
    expect(await first.result).toEqual({ items: [] });
    expect(await session.client.stop()).toBe(0);
    expect(await second.result).toEqual({ items: [] });
  });
});

describe("with open files only", () => {
  it("a request is held, and answered when the scope becomes the workspace", async () => {
    const session = await open(FILES, { settings: {} });
    const held = ask(session);
    await pause(500);
    expect(held.isAnswered()).toBe(false);
    changeScope(session, "workspace");
    expect(said(session, (await held.result).items)).toEqual({ [pagePath("Q900100")]: ["heading-underline"] });
  });

  it("what was reported is taken back when the scope becomes open files", async () => {
    const session = await open();
    const { items } = await ask(session).result;
    const held = ask(session, items);
    changeScope(session, "openFiles");
    expect(said(session, (await held.result).items)).toEqual({ [pagePath("Q900100")]: [] });
  });

  it("a pull for a file that is not open finds nothing; with the workspace it finds what the file holds", async () => {
    const narrow = await open(FILES, { settings: {} });
    expect(await narrow.rules(narrow.archive.uriOf(pagePath("Q900100")))).toEqual([]);
    const wide = await open();
    await ask(wide).result;
    expect(await wide.rules(wide.archive.uriOf(pagePath("Q900100")))).toEqual(["heading-underline"]);
    expect(await wide.rules("file:///etc/hostname")).toEqual([]);
  });
});

describe("a client that takes announcements late", () => {
  it("is told to ask for the workspace only while that is wanted", async () => {
    const capabilities = structuredClone(CAPABLE);
    Object.assign(capabilities.textDocument?.diagnostic ?? {}, { dynamicRegistration: true });
    const announced: boolean[] = [];
    const session = await open(FILES, { settings: {}, capabilities, initializationOptions: {} });
    const note = ({ registrations }: { registrations: readonly Registered[] }): null => {
      for (const { method, registerOptions } of registrations)
        if (method === "textDocument/diagnostic") announced.push(registerOptions?.workspaceDiagnostics === true);
      return null;
    };
    session.client.answer("client/registerCapability", note);
    session.client.answer("client/unregisterCapability", () => null);
    changeScope(session, "workspace");
    await eventually(async () => expect(announced.at(-1)).toBe(true));
    changeScope(session, "openFiles");
    await eventually(async () => expect(announced.at(-1)).toBe(false));
    expect(session.client.asked.filter((method) => method === "client/unregisterCapability").length).toBeGreaterThan(0);
  });
});

interface Registered {
  readonly method: string;
  readonly registerOptions?: { readonly workspaceDiagnostics?: boolean };
}

describe("a client that is pushed to", () => {
  const kb = { diagnostics: { scope: "workspace" } };

  it("gets the findings of files that are not open, and loses them with the scope", async () => {
    const session = await Session.open(FILES, {
      capabilities: PLAIN,
      initializationOptions: { clientFiles: false, kb },
    });
    const uri = session.archive.uriOf(pagePath("Q900100"));
    expect((await session.pushed(uri)).diagnostics.map(({ code }) => code)).toEqual(["heading-underline"]);
    session.show(uri, SOUND);
    expect((await session.pushed(uri)).diagnostics).toEqual([]);
    session.close(uri);
    expect((await session.pushed(uri)).diagnostics).toEqual([]);
    expect((await session.pushed(uri)).diagnostics).toHaveLength(1);
    session.client.notify("workspace/didChangeConfiguration", { settings: { kb: {} } });
    expect((await session.pushed(uri)).diagnostics).toEqual([]);
  });
});

async function nextPart(session: Session, wanted: string): Promise<Report[]> {
  const { value } = await session.client.notification<{ token: string; value: { items: Report[] } }>(
    "$/progress",
    ({ token }) => token === wanted,
  );
  return value.items;
}

function changeScope(session: Session, scope: string): void {
  session.client.answer("workspace/configuration", ({ items }: { items: unknown[] }) =>
    items.map(() => ({ diagnostics: { scope } })),
  );
  session.client.notify("workspace/didChangeConfiguration", { settings: null });
}
