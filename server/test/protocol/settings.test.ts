// Settings, black box: when linting runs, which profile and severities hold, and what wrong values do.
import { describe, expect, it } from "vitest";
import { page } from "../harness/articles.ts";
import { eventually, PLAIN, Session } from "../harness/session.ts";

const URI = "untitled:Untitled-1";
const SOUND = page({ id: "Q900100" });
const DAMAGED = SOUND.replace("\tSUMMARY\n\t=======", "\tSUMMARY\n\t=====");
const RULE = "heading-underline";

async function openWith(lint: unknown, text = DAMAGED): Promise<Session> {
  const session = await Session.open({}, { settings: { lint } });
  session.show(URI, text, "kb-page");
  return session;
}

describe("kb.lint.run", () => {
  it("onSave speaks of the text that was saved last", async () => {
    const session = await openWith({ run: "onSave" });
    expect(await session.rules(URI)).toEqual([RULE]);
    session.type(URI, SOUND);
    expect(await session.rules(URI)).toEqual([RULE]);
    session.save(URI);
    expect(await session.rules(URI)).toEqual([]);
    await session.client.askedFor("workspace/diagnostic/refresh");
  });

  it("onSave pushes after opening and saving only", async () => {
    const initializationOptions = { kb: { lint: { run: "onSave" } } };
    const session = await Session.open({}, { capabilities: PLAIN, initializationOptions });
    session.show(URI, DAMAGED, "kb-page");
    expect((await session.pushed(URI)).diagnostics).toHaveLength(1);
    session.type(URI, SOUND);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(session.client.notifications.filter(({ method }) => method.includes("publish"))).toEqual([]);
    session.save(URI);
    expect((await session.pushed(URI)).diagnostics).toEqual([]);
  });

  it("off says nothing and offers nothing", async () => {
    const session = await openWith({ run: "off" });
    expect(await session.rules(URI)).toEqual([]);
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const context = { diagnostics: [], only: ["quickfix", "source"] };
    expect(
      await session.client.request("textDocument/codeAction", { textDocument: { uri: URI }, range, context }),
    ).toEqual([]);
  });

  it("is followed when it changes", async () => {
    const session = await openWith({ run: "off" });
    expect(await session.rules(URI)).toEqual([]);
    session.client.answer("workspace/configuration", () => [{ lint: { run: "onType" } }, { lint: { run: "onType" } }]);
    session.client.notify("workspace/didChangeConfiguration", { settings: null });
    await eventually(async () => expect(await session.rules(URI)).toEqual([RULE]));
  });

  it("comes with the notification where the client cannot be asked", async () => {
    const session = await Session.open({}, { capabilities: PLAIN });
    session.show(URI, DAMAGED, "kb-page");
    expect((await session.pushed(URI)).diagnostics).toHaveLength(1);
    session.client.notify("workspace/didChangeConfiguration", { settings: { kb: { lint: { run: "off" } } } });
    expect((await session.pushed(URI)).diagnostics).toEqual([]);
  });
});

describe("kb.lint.rules and profile", () => {
  it("set severities", async () => {
    const session = await openWith({ rules: { [RULE]: "hint" } });
    const report = await session.pull(URI);
    expect(report.kind === "full" && report.items[0]?.severity).toBe(4);
  });

  it("silence rules", async () => {
    expect(await (await openWith({ rules: { [RULE]: "off" } })).rules(URI)).toEqual([]);
  });

  it("choose the profile", async () => {
    const session = await openWith({ profile: "authoring" });
    expect(await session.client.request("kb/documentStatus", { uri: URI })).toMatchObject({ profile: "authoring" });
  });

  it.each([
    ["a string", "off"],
    ["a list", [1, 2]],
    ["a number", 7],
    ["wrong values", { run: 1, profile: {}, rules: { [RULE]: 3, __proto__: "off" } }],
    ["an evil key", JSON.parse('{"run":"__proto__","rules":{"__proto__":{"run":"off"},"constructor":"off"}}')],
    ["very many rules", { rules: Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`r${at}`, "off"])) }],
  ])("%s gives way to the defaults", async (_, lint) => {
    expect(await (await openWith(lint)).rules(URI)).toEqual([RULE]);
  });

  it("a client that never answers gets diagnostics all the same", async () => {
    const session = await Session.open({}, { settings: {} });
    session.client.answer("workspace/configuration", () => new Promise(() => {}));
    session.client.notify("workspace/didChangeConfiguration", { settings: null });
    session.show(URI, DAMAGED, "kb-page");
    expect(await session.rules(URI)).toEqual([RULE]);
  });
});
