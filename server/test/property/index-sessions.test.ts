// Random sessions against the index keeper: whatever happens in whatever order, once it is quiet the index equals
// the one that a fresh keeper makes of the same files and open documents (RELIABILITY I7).
import fc from "fast-check";
import { expect, it } from "vitest";
import { MemoryHost } from "../../src/host/memory-host.ts";
import type { IndexEntry } from "../../src/index/article-index.ts";
import { IndexKeeper } from "../../src/lsp/index-keeper.ts";
import { Pace } from "../../src/lsp/pace.ts";
import { summaryOf } from "../../src/lsp/scan.ts";
import { page, rawText } from "../harness/articles.ts";

// A failing run prints its seed; KB_SEED repeats it, KB_RUNS does more.
const SEED = Number(process.env.KB_SEED ?? Date.now() % 1_000_000_000);
const RUNS = Number(process.env.KB_RUNS ?? 300);
const FOLDERS = ["test:/one", "test:/two", "test:/one/deep"];
const IDS = ["Q900100", "Q900101", "Q900102", "Q900103"];
const SILENT = { info: () => {}, warn: () => {}, error: () => {} };

function keeperOf(host: MemoryHost): IndexKeeper {
  const listener = { onBegin: () => {}, onProgress: () => {}, onReady: () => {}, onChange: () => {} };
  const pace = new Pace(() => new Promise((resolve) => setImmediate(resolve)));
  return new IndexKeeper({ host, pace, log: SILENT, listener, quiet: 0 });
}

const anUri = fc
  .tuple(
    fc.constantFrom(...FOLDERS, "test:/outside"),
    fc.constantFrom("a", "b", ".git"),
    fc.constantFrom("x.md", "y.TXT", "z.doc"),
  )
  .map((parts) => parts.join("/"));
const aText = fc
  .tuple(fc.constantFrom(...IDS), fc.constantFrom(...IDS), fc.constantFrom("page", "text", "none"))
  .map(([id, cited, kind]) => {
    const draft = { id, title: `INFO: About ${cited}`, more: `See ${cited}.` };
    return kind === "none" ? "no article" : kind === "page" ? page(draft) : rawText(draft);
  });

const aStep = fc.oneof(
  fc.record({ do: fc.constant("write" as const), uri: anUri, text: aText }),
  fc.record({ do: fc.constant("delete" as const), uri: anUri }),
  fc.record({
    do: fc.constant("deleteFolder" as const),
    uri: fc.constantFrom("test:/one/a", "test:/two/b", "test:/one/deep"),
  }),
  fc.record({ do: fc.constant("type" as const), uri: anUri, text: aText }),
  fc.record({ do: fc.constant("close" as const), uri: anUri }),
  fc.record({ do: fc.constant("addFolder" as const), uri: fc.constantFrom(...FOLDERS) }),
  fc.record({ do: fc.constant("removeFolder" as const), uri: fc.constantFrom(...FOLDERS) }),
  fc.record({ do: fc.constant("wait" as const), turns: fc.integer({ min: 1, max: 4 }) }),
);
type Step = typeof aStep extends fc.Arbitrary<infer T> ? T : never;

/** A session: the keeper under test and what a model knows of the world around it. */
class World {
  readonly host = new MemoryHost();
  readonly keeper = keeperOf(this.host);
  readonly open = new Map<string, string>();
  readonly folders = new Set<string>();

  async run(step: Step): Promise<void> {
    if (step.do === "wait")
      for (let turn = 0; turn < step.turns; turn++) await new Promise((resolve) => setImmediate(resolve));
    else if (step.do === "write") this.#write(step.uri, step.text);
    else if (step.do === "delete") this.#delete(step.uri);
    else if (step.do === "deleteFolder") this.#deleteFolder(step.uri);
    else if (step.do === "type") this.#type(step.uri, step.text);
    else if (step.do === "close") this.#close(step.uri);
    else this.#changeFolder(step.do === "addFolder", step.uri);
  }

  #write(uri: string, text: string): void {
    this.host.files.set(uri, text);
    this.keeper.filesChanged([uri], []);
  }

  #delete(uri: string): void {
    this.host.files.delete(uri);
    this.keeper.filesChanged([], [uri]);
  }

  #deleteFolder(folder: string): void {
    for (const uri of [...this.host.files.keys()]) if (uri.startsWith(`${folder}/`)) this.host.files.delete(uri);
    this.keeper.filesChanged([], [folder]);
  }

  #type(uri: string, text: string): void {
    this.open.set(uri, text);
    this.keeper.setOverlay(uri, summaryOf(text));
  }

  #close(uri: string): void {
    if (this.open.delete(uri)) this.keeper.dropOverlay(uri);
  }

  // As the server does it: open documents are laid over again when the folders have changed.
  #changeFolder(add: boolean, uri: string): void {
    if (add) this.folders.add(uri);
    else this.folders.delete(uri);
    if (add) this.keeper.addFolders([uri]);
    else this.keeper.removeFolders([uri]);
    layOver(this.keeper, this.open);
  }
}

function layOver(keeper: IndexKeeper, open: ReadonlyMap<string, string>): void {
  for (const [uri, text] of open) keeper.setOverlay(uri, summaryOf(text));
}

async function contentOf(keeper: IndexKeeper): Promise<unknown> {
  await keeper.idle();
  const entries = [...keeper.index.entries()].map(plain).sort((a, b) => (a.uri < b.uri ? -1 : 1));
  const citing = IDS.map((id) => keeper.index.citing(id).map(({ entry, citation }) => [entry.uri, citation]));
  return {
    state: keeper.state,
    entries,
    citing,
    cited: IDS.map((id) => keeper.index.citedBy(id)),
    size: keeper.index.size,
  };
}

// Entries read their facts from columns when asked; a plain copy can be compared.
function plain({ uri, summary }: IndexEntry): IndexEntry {
  const { id, title, container, product, citations } = summary;
  return { uri, summary: { id, title, container, product, citations } };
}

it("an index after a random session equals a fresh one", async () => {
  const session = fc.asyncProperty(
    fc.array(aStep, { minLength: 1, maxLength: 60, size: "max" }),
    fc.boolean(),
    async (steps, slow) => {
      const world = new World();
      world.host.slow = slow;
      await world.run({ do: "addFolder", uri: "test:/one" });
      for (const step of steps) await world.run(step);
      const fresh = keeperOf(world.host);
      fresh.addFolders([...world.folders]);
      layOver(fresh, world.open);
      expect(await contentOf(world.keeper)).toEqual(await contentOf(fresh));
    },
  );
  await fc.assert(session, { numRuns: RUNS, seed: SEED });
});

it("typing in a body leaves the columns of the folder untouched, to the object", async () => {
  const host = new MemoryHost(IDS.map((id) => [`test:/one/${id}.TXT`, rawText({ id })] as const));
  const keeper = keeperOf(host);
  keeper.addFolders(["test:/one"]);
  await keeper.idle();
  const index = keeper.index;
  const [before] = index.views;
  const { reads } = host.calls;
  keeper.setOverlay("test:/one/Q900100.TXT", summaryOf(rawText({ id: "Q900100", summary: "Other prose." })));
  expect(keeper.index).toBe(index);
  keeper.setOverlay("test:/one/Q900100.TXT", summaryOf(rawText({ id: "Q900100", summary: "See Q900101." })));
  expect(keeper.index.views[0]?.store).toBe(before?.store);
  expect(before?.replaced.size).toBe(0);
  expect(host.calls.reads).toBe(reads);
});
