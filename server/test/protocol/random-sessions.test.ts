// Random sessions against the real server with its index worker: whatever happens to files, documents, folders and
// settings in whatever order, once it is quiet the server answers as one that was started on what there is now.
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, it } from "vitest";
import { ArchiveWorld } from "../harness/archive-world.ts";
import { crlf, page, pagePath, rawText, textPath } from "../harness/articles.ts";
import { differences, openProbe, pushedView, type ServerView, viewOf } from "../harness/server-view.ts";
import { TemporaryArchive } from "../harness/temporary-archive.ts";
import { Random } from "../injector/random.ts";

// A failing session names its seed; KB_SEED repeats it (with KB_RUNS=1), KB_RUNS does more.
const SEED = Number(process.env.KB_SEED ?? Date.now() % 1_000_000_000);
const RUNS = Number(process.env.KB_RUNS ?? 6);
const STEPS = Number(process.env.KB_STEPS ?? 60);
// So many archives are made at once, and settle together.
const BATCH = 8;
// So long after its last change a file's time of change can be trusted (milliseconds).
const SETTLED = 2100;
const DEADLINE = 6000;
const CALM = 100;

const IDS = Array.from({ length: 24 }, (_, at) => `Q9001${String(at).padStart(2, "0")}`);
// One that no file has at first, one of another shelf.
const ASKED = [...IDS, "Q900190", "Q901000"];
const TITLES = ["INFO: How Shelves Are Built", "HOWTO: Build a Shelf", "BUG: Shelf Leans to the Left"];
const ROOTS = ["one", "two", "one/txt"];
const ODD_FILES = ["one/notes/a b#c%é.md", "one/notes/😀.TXT", "one/shelf v1.2/Q900103.TXT", "two/Q900104.txt"];
const CONFIGS = ["one/kb.config.json", "one/kb/kb.config.json", "two/kb.config.json", "one/txt/kb.config.json"];
const SETTINGS = [
  { exclude: ["txt/**"] },
  { exclude: ["**/Q90010*", "**/Q90010*/**"] },
  { include: ["kb/**"] },
  { exclude: ["nothing/**"] },
  { profile: "archive" },
];

const worlds: ArchiveWorld[] = [];
afterAll(() => Promise.all(worlds.map((world) => world.remove())));

function pathsOf(id: string): string[] {
  const inFolder = [`kb/900/${id}/extra/deep.TXT`, `kb/901/${id}/README.md`, `notes/${id}.md`];
  return [pagePath(id), pagePath(id), textPath(id), textPath(id), ...inFolder].flatMap((path) => [
    `one/${path}`,
    `two/${path}`,
  ]);
}

/** Chooses what is done, and does it. */
class Player {
  readonly #random: Random;
  readonly #world: ArchiveWorld;

  constructor(world: ArchiveWorld, random: Random) {
    this.#world = world;
    this.#random = random;
  }

  async step(): Promise<void> {
    const choice = this.#random.below(100);
    if (choice < 24) this.#write();
    else if (choice < 32) this.#delete();
    else if (choice < 40) this.#move();
    else if (choice < 52) this.#show();
    else if (choice < 66) this.#type();
    else if (choice < 71) this.#onOpen("save", (uri) => this.#world.save(uri));
    else if (choice < 79) this.#onOpen("close", (uri) => this.#world.close(uri));
    else if (choice < 84) this.#configure();
    else if (choice < 89) this.#changeFolders();
    else if (choice < 91) await this.#restart();
    else this.#does("catch up", () => this.#world.catchUp());
    if (this.#random.below(3) === 0) await sleep(this.#random.below(80));
  }

  #does(what: string, action: () => void): void {
    this.#world.trace.push(what);
    action();
  }

  #write(): void {
    const path = this.#anyPath();
    const text = this.#anyText(path);
    this.#does(`write ${path} ${headOf(text)}`, () => this.#world.write(path, text));
  }

  #delete(): void {
    const path = this.#anyPlace();
    if (path) this.#does(`delete ${path}`, () => this.#world.delete(path));
  }

  #move(): void {
    const from = this.#anyPlace();
    if (!from) return;
    const name = from.slice(from.lastIndexOf("/") + 1);
    const to = /\.\w+$/.test(name)
      ? this.#anyPath()
      : `${this.#one(["one", "two", "one/kb", "one/kb/900", "one/new"])}/${this.#one([name, name, "902", "Qs"])}`;
    this.#does(`move ${from} to ${to}`, () => this.#world.move(from, to));
  }

  #show(): void {
    const path = this.#anyPath();
    const text = this.#random.below(2) === 0 ? this.#anyText(path) : undefined;
    this.#does(`show ${path} ${text === undefined ? "" : headOf(text)}`, () => this.#world.show(path, text));
  }

  #type(): void {
    this.#onOpen("type in", (uri) => {
      const text = this.#anyText(uri);
      this.#world.trace.push(`    ${headOf(text)}`);
      this.#world.type(uri, text);
    });
  }

  #configure(): void {
    const path = this.#one(CONFIGS);
    const choice = this.#random.below(SETTINGS.length + 2);
    if (choice === SETTINGS.length) this.#does(`delete ${path}`, () => this.#world.delete(path));
    else {
      const text = choice > SETTINGS.length ? "{ no settings" : JSON.stringify(SETTINGS[choice]);
      this.#does(`write ${path} ${text}`, () => this.#world.write(path, text));
    }
  }

  #changeFolders(): void {
    const uri = this.#world.disk.uriOf(this.#one(ROOTS));
    const isOpen = this.#world.folders.includes(uri);
    this.#does(`${isOpen ? "remove" : "add"} folder ${uri}`, () =>
      this.#world.changeFolders(isOpen ? [] : [uri], isOpen ? [uri] : []),
    );
  }

  async #restart(): Promise<void> {
    const kindly = this.#random.below(3) > 0;
    this.#world.trace.push(kindly ? "restart" : "kill");
    await this.#world.stop(kindly);
    await this.#world.start();
    openProbe(this.#world.client, ASKED);
  }

  #onOpen(what: string, action: (uri: string) => void): void {
    const uri = this.#random.pick([...this.#world.open.keys()]);
    if (uri !== undefined) this.#does(`${what} ${uri}`, () => action(uri));
  }

  #one(items: readonly string[]): string {
    return this.#random.pick(items) ?? "";
  }

  #anyPath(): string {
    if (this.#random.below(12) === 0) return this.#one(ODD_FILES);
    return this.#one(pathsOf(this.#one(IDS)));
  }

  // A file, or a folder above one; hardly ever a whole archive.
  #anyPlace(): string | undefined {
    const file = this.#random.pick(this.#world.filesBelow(""));
    if (file === undefined) return undefined;
    const parts = file.split("/");
    const up = this.#random.below(2) === 0 ? 0 : this.#random.below(parts.length);
    const depth = parts.length - up;
    return parts.slice(0, depth === 1 && this.#random.below(4) > 0 ? 2 : depth).join("/");
  }

  #anyText(path: string): string {
    const random = this.#random;
    if (random.below(15) === 0) return "Notes, and no article.";
    const named = /Q9\d{5}/.exec(path)?.[0];
    const id = named !== undefined && random.below(6) > 0 ? named : this.#one(ASKED);
    const cited = Array.from({ length: random.below(4) }, () => `   ${this.#one(ASKED)} ${this.#one(TITLES)}`);
    const draft = { id, title: this.#one(TITLES), more: `Look here, too:\n\n${cited.join("\n\n")}` };
    return path.endsWith(".md") ? page(draft) : crlf(rawText(draft));
  }
}

function headOf(text: string): string {
  const [id, title] = [/Article: (Q\d+)|DOCUMENT:(Q\d+)/, /(?:INFO|HOWTO|BUG): .*/].map((form) => form.exec(text));
  return `[${id?.[1] ?? id?.[2]} ${title?.[0]?.trim()} → ${text.match(/^\s+Q\d+/gm)?.map((one) => one.trim())}]`;
}

function startFiles(random: Random): Record<string, string> {
  const files: Record<string, string> = {};
  for (const [at, id] of IDS.entries()) {
    const cited = random.pick(IDS) ?? id;
    const draft = { id, title: TITLES[at % 3] ?? "", more: `See:\n\n   ${cited} ${TITLES[random.below(3)]}` };
    files[`one/${pagePath(id)}`] = page(draft);
    if (at % 2 === 0) files[`one/${textPath(id)}`] = crlf(rawText(draft));
    if (at % 4 === 0) files[`two/${pagePath(id)}`] = page(draft);
  }
  files["one/kb/900/Q900105/extra/deep.TXT"] = crlf(rawText({ id: "Q900122", more: "See Q900100." }));
  return files;
}

// What a fresh server finds late (what lies beside pages) has to be there, too.
async function expected(world: ArchiveWorld): Promise<ServerView> {
  const client = await world.fresh();
  openProbe(client, ASKED);
  let view = await viewOf(client, ASKED, [...world.open.keys()]);
  for (let before: ServerView = new Map(); differences(view, before).length > 0; ) {
    before = view;
    await sleep(CALM);
    view = await viewOf(client, ASKED, [...world.open.keys()]);
  }
  const settings = configProblems(pushedView(client));
  await client.stop();
  return new Map([...view, ...settings]);
}

async function found(world: ArchiveWorld): Promise<ServerView> {
  const open = [...world.open.keys()];
  const pushed = pushedView(world.client);
  const view = new Map([...(await viewOf(world.client, ASKED, open)), ...configProblems(pushed)]);
  if (!world.isPushed) return view;
  for (const uri of open) view.set(`diagnostics of ${uri}`, pushed.get(`diagnostics of ${uri}`) ?? "none pushed");
  for (const [question, items] of pushed) if (items !== "[]" && !view.has(question)) view.set(question, items);
  return view;
}

function configProblems(pushed: ServerView): [string, string][] {
  return [...pushed].filter(([question, items]) => question.endsWith("kb.config.json") && items !== "[]");
}

// Right once is not enough: what comes late must not spoil it.
async function whatIsWrong(world: ArchiveWorld): Promise<string[]> {
  const right = await expected(world);
  const deadline = Date.now() + DEADLINE;
  for (let calm = 0; ; ) {
    const wrong = differences(await found(world), right);
    calm = wrong.length > 0 ? 0 : calm + 1;
    if (calm === 2 || Date.now() > deadline) return wrong;
    await sleep(CALM);
  }
}

async function play(world: ArchiveWorld, random: Random): Promise<string[]> {
  world.folders.push(...ROOTS.slice(0, 2).map((root) => world.disk.uriOf(root)));
  await world.start();
  openProbe(world.client, ASKED);
  const player = new Player(world, random);
  for (let step = 0; step < STEPS; step++) await player.step();
  world.catchUp();
  return whatIsWrong(world);
}

async function batch(seeds: readonly number[]): Promise<void> {
  const games = seeds.map((seed) => {
    const random = new Random(seed);
    const world = new ArchiveWorld(new TemporaryArchive(startFiles(random)), random, random.below(2) === 0);
    worlds.push(world);
    return { seed, random, world };
  });
  await sleep(SETTLED);
  for (const { seed, random, world } of games) {
    const wrong = await play(world, random).catch((error: unknown) => [String(error)]);
    const story = `KB_SEED=${seed} KB_RUNS=1 repeats it\n${world.trace.join("\n")}\n${world.client.stderr}`;
    expect(wrong.join("\n"), story).toBe("");
    await world.remove();
  }
}

it(
  `a server after a random session answers as a fresh one (seed ${SEED})`,
  async () => {
    const seeds = Array.from({ length: RUNS }, (_, run) => SEED + run);
    while (seeds.length > 0) await batch(seeds.splice(0, BATCH));
  },
  60_000 + RUNS * 10_000,
);
