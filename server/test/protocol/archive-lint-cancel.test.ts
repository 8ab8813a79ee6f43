// Long requests rest between slices, so that a cancellation or a change of the text ends them before they are done.
// The work of a request stands in for any: each of them goes by the pace that its context gives it.
import { expect, it } from "vitest";
import { Pace } from "../../src/lsp/pace.ts";
import { Abandoned, RequestPace } from "../../src/lsp/request-pace.ts";
import { page, pagePath } from "../harness/articles.ts";
import { Session } from "../harness/session.ts";

const macrotask = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function busy(pace: Pace, slices: number): Promise<number> {
  for (let done = 0; done < slices; done++) {
    const until = performance.now() + 4;
    while (performance.now() < until) Math.sqrt(done);
    if (pace.due) await pace.rest();
  }
  return slices;
}

it("a request that nobody wants any more stops at its next rest", async () => {
  let wanted = true;
  const pace = new RequestPace(new Pace(macrotask), () => !wanted);
  const work = busy(pace, 1000);
  // Heard only because rests are macrotasks.
  setTimeout(() => {
    wanted = false;
  }, 20);
  await expect(work).rejects.toBeInstanceOf(Abandoned);
});

it("a request that is wanted goes on to its end", async () => {
  expect(await busy(new RequestPace(new Pace(macrotask), () => false), 5)).toBe(5);
});

const HUB = page({ id: "Q900001", title: "INFO: The Hub" });

/** An archive with one article that all others cite. */
function hubArchive(count: number): Record<string, string> {
  const files: Record<string, string> = { [pagePath("Q900001")]: HUB };
  for (let at = 0; at < count; at++) {
    const id = `Q${910_000 + at}`;
    files[pagePath(id)] = page({ id, more: "For more, see the following article:\n\n   Q900001 INFO: The Hub" });
  }
  return files;
}

it("references of a hub are cancelled in a queue, and right when they are not", async () => {
  const session = await Session.open(hubArchive(300));
  const uri = session.show(session.archive.uriOf(pagePath("Q900001")), HUB);
  const line = HUB.split("\n").findIndex((text) => text.includes("Article: Q900001"));
  const params = { textDocument: { uri }, position: { line, character: 12 }, context: { includeDeclaration: false } };
  const sent = Array.from({ length: 40 }, () => session.client.send<unknown[]>("textDocument/references", params));
  for (const { id } of sent.slice(0, -1)) session.client.notify("$/cancelRequest", { id });
  const outcomes = await Promise.allSettled(sent.map(({ result }) => result));
  expect(outcomes.at(-1)).toMatchObject({ status: "fulfilled", value: { length: 300 } });
  const refused = outcomes.filter((one) => one.status === "rejected" && one.reason.code === -32800);
  expect(refused.length).toBeGreaterThan(0);
});

it("typing goes on while the whole archive is linted, and its diagnostics are those of the last text", async () => {
  const settings = { diagnostics: { scope: "workspace" } };
  const session = await Session.open(hubArchive(1200), { settings });
  const uri = session.show(session.archive.uriOf(pagePath("Q900001")), HUB);
  const whole = session.client.request("workspace/diagnostic", { previousResultIds: [], partialResultToken: "w" });
  whole.catch(() => {});
  for (let count = 0; count < 20; count++) {
    const damaged = count % 2 === 0;
    session.type(uri, damaged ? HUB.replace("\tSUMMARY\n\t=======", "\tSUMMARY\n\t====") : HUB);
    expect(await session.rules(uri)).toEqual(damaged ? ["heading-underline"] : []);
  }
});
