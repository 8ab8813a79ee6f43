// Bursts of file events, as a branch switch makes them: thousands of files, and a hundred thousand events about them,
// about folders, and about what is no article. The server goes on answering, ends with the right index, and forgets.
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { Hover, Location } from "vscode-languageserver";
import { page, pagePath } from "../harness/articles.ts";
import { Session } from "../harness/session.ts";
import { Random } from "../injector/random.ts";

const EVENTS = 100_000;
const HUB = "Q800000";
const OPEN = "Q800001";
const OPEN_TEXT = page({ id: OPEN, more: `See the following article:\n\n   ${HUB} INFO: Hub` });

/** An event: 1 created, 2 changed, 3 deleted. */
type Event = readonly [path: string, type: number];

/** A branch: what each article's page says. */
type Branch = ReadonlyMap<string, string>;

// Every article but some cites the hub; a branch has articles of its own, and its own wording of the others.
function branch(name: string, size: number): Branch {
  const offset = name === "summer" ? 0 : size >> 2;
  const ids = Array.from({ length: size }, (_, at) => `Q8${String(at + offset + 10).padStart(5, "0")}`);
  const articles = ids.map((id, at): [string, string] => {
    const more = at % 4 === 0 ? "Nothing else is known." : `In ${name} see ${HUB}.`;
    return [id, page({ id, title: `INFO: The ${name} of ${id}`, more })];
  });
  return new Map([...articles, [HUB, page({ id: HUB, title: `INFO: Hub of the ${name}` })]]);
}

function citingHub(articles: Branch): string[] {
  const citing = [...articles].filter(([id, text]) => id !== HUB && text.includes(HUB)).map(([id]) => pagePath(id));
  return [pagePath(OPEN), ...citing].sort();
}

class BranchSwitch {
  readonly session: Session;
  readonly #random: Random;
  readonly hoverTimes: number[] = [];

  private constructor(session: Session, random: Random) {
    this.session = session;
    this.#random = random;
  }

  static async open(start: Branch): Promise<BranchSwitch> {
    const files = Object.fromEntries([...start].map(([id, text]) => [pagePath(id), text]));
    const session = await Session.open({ ...files, [pagePath(OPEN)]: OPEN_TEXT });
    session.show(session.archive.uriOf(pagePath(OPEN)), OPEN_TEXT);
    return new BranchSwitch(session, new Random(1));
  }

  /** Has the files of another branch, and gives the events of it. */
  checkOut(from: Branch, to: Branch): Event[] {
    const { archive } = this.session;
    const events: Event[] = [];
    for (const id of from.keys()) {
      if (to.has(id)) continue;
      archive.delete(pagePath(id).replace("/README.md", ""));
      events.push([pagePath(id).replace("/README.md", ""), 3], [pagePath(id), 3]);
    }
    for (const [id, text] of to) {
      if (from.get(id) === text) continue;
      archive.write(pagePath(id), text);
      events.push([pagePath(id), from.has(id) ? 2 : 1]);
    }
    return events;
  }

  /** The events among others, some of them twice, in any order. */
  amid(events: readonly Event[], count: number): Event[] {
    const more: Event[] = [];
    while (events.length + more.length < count) {
      const at = more.length;
      const kinds: Event[] = [
        this.#random.pick(events) ?? ["x", 1],
        [`.git/objects/${at % 256}/${at}`, 1],
        [`node_modules/tool ${at % 99}/file-${at}.md`, 2],
        [`source/part-${at}.cpp`, 3],
        [`build/step-${at}`, 1],
        [`kb/${at % 999}`, 1],
        [`pictures/ä-${at}.png`, 2],
        [`old/${at % 700}`, 3],
      ];
      more.push(kinds[this.#random.below(kinds.length)] ?? ["x", 1]);
    }
    return this.#random.shuffled([...events, ...more]);
  }

  /** Sends events in notifications of some size, and asks for a hover card all the while. */
  async tell(events: readonly Event[], size: number): Promise<void> {
    const { archive, client } = this.session;
    const uris = new Map<string, string>();
    const changes = events.map(([path, type]) => {
      const uri = uris.get(path) ?? archive.uriOf(path);
      uris.set(path, uri);
      return { uri, type };
    });
    for (let at = 0; at < changes.length; at += size) {
      client.notify("workspace/didChangeWatchedFiles", { changes: changes.slice(at, at + size) });
      await this.hover();
    }
  }

  async hover(): Promise<string> {
    const started = performance.now();
    const place = { text: OPEN_TEXT, word: "800000" };
    const hover = await this.session.at<Hover>("textDocument/hover", this.session.archive.uriOf(pagePath(OPEN)), place);
    this.hoverTimes.push(performance.now() - started);
    return JSON.stringify(hover.contents);
  }

  async citingFiles(): Promise<string[]> {
    const uri = this.session.archive.uriOf(pagePath(OPEN));
    const found = await this.session.at<Location[]>(
      "textDocument/references",
      uri,
      { text: OPEN_TEXT, word: "800000" },
      { context: { includeDeclaration: false } },
    );
    return found.map((one) => one.uri.slice(this.session.archive.uri.length + 1)).sort();
  }

  /** Waits for the index to be the branch's. */
  async arrive(to: Branch, name: string): Promise<void> {
    const expected = citingHub(to);
    const deadline = Date.now() + 15_000;
    for (;;) {
      const [card, citing] = [await this.hover(), await this.citingFiles()];
      const isRight = card.includes(`Hub of the ${name}`) && citing.join() === expected.join();
      if (isRight || Date.now() > deadline) {
        expect(card).toContain(`Hub of the ${name}`);
        expect(citing).toEqual(expected);
        return;
      }
      await sleep(10);
    }
  }

  /** How long the cards took, for those who want to know: no time is asserted. */
  report(what: string): void {
    const times = this.hoverTimes.splice(0).sort((a, b) => a - b);
    const [middle, longest] = [times[times.length >> 1] ?? 0, times.at(-1) ?? 0];
    console.info(`${what}: hover ${middle.toFixed(1)} ms in the middle, ${longest.toFixed(0)} ms at most`);
  }
}

const SUMMER = branch("summer", 2250);
const WINTER = branch("winter", 2250);

describe("a branch switch of 3,000 files and 100,000 events", () => {
  it.each([
    ["one notification", EVENTS],
    ["notifications of 5,000", 5000],
    ["notifications of 150", 150],
  ])("in %s ends with the right index", async (what, size) => {
    const desk = await BranchSwitch.open(SUMMER);
    await desk.tell(desk.amid(desk.checkOut(SUMMER, WINTER), EVENTS), size);
    await desk.arrive(WINTER, "winter");
    desk.report(what);
    await desk.tell(desk.amid(desk.checkOut(WINTER, SUMMER), EVENTS), size);
    await desk.arrive(SUMMER, "summer");
    desk.report(`${what}, and back`);
  });

  it("is followed where each folder is reported alone", async () => {
    const desk = await BranchSwitch.open(SUMMER);
    const events = desk.checkOut(SUMMER, WINTER).map(([path, type]): Event => [path.replace("/README.md", ""), type]);
    await desk.tell(events, EVENTS);
    await desk.arrive(WINTER, "winter");
  });
});

it.skipIf(process.platform !== "linux")("twenty bursts leave no memory behind", async () => {
  const [small, other] = [branch("summer", 900), branch("winter", 900)];
  const desk = await BranchSwitch.open(small);
  const resident: number[] = [];
  for (let burst = 0; burst < 20; burst++) {
    const [from, to, name] = burst % 2 === 0 ? [small, other, "winter"] : [other, small, "summer"];
    await desk.tell(desk.amid(desk.checkOut(from, to), 10_000), 10_000);
    await desk.arrive(to, name);
    const status = readFileSync(`/proc/${desk.session.client.process.pid}/status`, "utf8");
    resident.push(Number(/VmRSS:\s*(\d+) kB/.exec(status)?.[1]) / 1024);
  }
  const [early, late] = [resident.slice(4, 10), resident.slice(14)].map((some) => Math.min(...some));
  console.info(`resident memory by burst, MB: ${resident.map((one) => one.toFixed(0)).join(" ")}`);
  // Two bursts' events as text are 2 MB; what is kept of each would be fifty times that by now.
  expect((late ?? 0) - (early ?? 0)).toBeLessThan(30);
});
