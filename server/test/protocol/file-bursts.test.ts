// Bursts of file events, as a branch switch makes them: thousands of files, and a hundred thousand events about them,
// about folders, and about what is no article. The server goes on answering, ends with the right index, and forgets.
import { readdirSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { Hover, Location } from "vscode-languageserver";
import { INDEX_STATUS } from "../../src/protocol/protocol.ts";
import { page, pagePath } from "../harness/articles.ts";
import type { LanguageClient } from "../harness/language-client.ts";
import { Session } from "../harness/session.ts";
import { TemporaryArchive } from "../harness/temporary-archive.ts";
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
  });

  it("is followed where each folder is reported alone", async () => {
    const desk = await BranchSwitch.open(SUMMER);
    const events = desk.checkOut(SUMMER, WINTER).map(([path, type]): Event => [path.replace("/README.md", ""), type]);
    await desk.tell(events, EVENTS);
    await desk.arrive(WINTER, "winter");
    await desk.tell(desk.amid(desk.checkOut(WINTER, SUMMER), 10_000), 1000);
    await desk.arrive(SUMMER, "summer");
  });

  it("is no burst where some dozens of folders come and go, reported alone", async () => {
    const [small, other] = [branch("summer", 120), branch("winter", 120)];
    const part = new Map([...other].filter(([id], at) => at < 60 || id === HUB));
    const desk = await BranchSwitch.open(small);
    const events = desk.checkOut(small, part).map(([path, type]): Event => [path.replace("/README.md", ""), type]);
    // Few enough to be looked at one by one.
    await desk.tell([...new Map(events)], EVENTS);
    await desk.arrive(part, "winter");
  });
});

/** A server whose heap can be looked at: how much of it is held, after everything else was collected. */
class Heap {
  readonly #folder = new TemporaryArchive();

  constructor() {
    // The option is for the server, which has it from the environment when it starts.
    vi.stubEnv("NODE_OPTIONS", `--heapsnapshot-signal=SIGUSR2 --diagnostic-dir=${this.#folder.path}`);
    onTestFinished(() => {
      vi.unstubAllEnvs();
      this.#folder.remove();
    });
  }

  /** The bytes that are held, in megabytes. */
  async size({ process: server }: LanguageClient): Promise<number> {
    server.kill("SIGUSR2");
    let size = 0;
    const look = (): boolean => {
      size = this.#read();
      return size > 0;
    };
    await expect.poll(look, { timeout: 15_000, interval: 200 }).toBe(true);
    return size;
  }

  // A snapshot that is still being written cannot be parsed.
  #read(): number {
    for (const name of readdirSync(this.#folder.path)) {
      try {
        const { snapshot, nodes } = JSON.parse(this.#folder.read(name));
        this.#folder.delete(name);
        const fields: readonly string[] = snapshot.meta.node_fields;
        let bytes = 0;
        for (let at = fields.indexOf("self_size"); at < nodes.length; at += fields.length) bytes += nodes[at];
        return bytes / 1_000_000;
      } catch {
        return 0;
      }
    }
    return 0;
  }
}

it.skipIf(process.platform === "win32")("twenty bursts leave no memory behind", async () => {
  const heap = new Heap();
  const [small, other] = [branch("summer", 400), branch("winter", 400)];
  const desk = await BranchSwitch.open(small);
  const { client } = desk.session;
  const sizes: number[] = [];
  for (let burst = 0; burst < 20; burst++) {
    const [from, to, name] = burst % 2 === 0 ? [small, other, "winter"] : [other, small, "summer"];
    await desk.tell(desk.amid(desk.checkOut(from, to), 8000), 8000);
    await desk.arrive(to, name);
    if (burst % 14 === 5) sizes.push(await heap.size(client));
  }
  const [early, late] = sizes;
  console.info(`held after 6 and 20 bursts: ${early?.toFixed(1)} and ${late?.toFixed(1)} MB`);
  // The events of fourteen bursts have 10 MB as text, and more as objects.
  expect((late ?? 0) - (early ?? 0)).toBeLessThan(3);
});

describe("documents closed by the hundred", () => {
  it("are no reason to read the archive again", async () => {
    const articles = branch("summer", 400);
    const session = await Session.open(Object.fromEntries([...articles].map(([id, text]) => [pagePath(id), text])));
    const uris = [...articles].map(([id, text]) => session.show(session.archive.uriOf(pagePath(id)), text));
    await session.pull(uris[0] ?? "");
    session.client.notifications.splice(0);
    for (const uri of uris) session.close(uri);
    // What comes behind the closed ones in the queue is known only when those are done with.
    const added = page({ id: "Q899999", title: "INFO: Behind all others" });
    session.watched([session.archive.write(pagePath("Q899999"), added), 1]);
    await vi.waitFor(async () => {
      const found = await session.client.request<unknown[]>("workspace/symbol", { query: "Q899999" });
      expect(found).toHaveLength(1);
    });
    const states = session.client.notifications.filter(({ method }) => method === INDEX_STATUS);
    expect(states).toEqual([]);
  });
});
