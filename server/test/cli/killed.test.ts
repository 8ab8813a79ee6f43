// Killed without warning at random moments: no file is ever half written, nothing is changed before the backup stands,
// and whatever was done can be taken back, even by an undo that was itself killed on the way.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openArchive, type TemporaryArchive } from "../harness/temporary-archive.ts";
import { page, pagePath } from "./articles.ts";
import { kblint, kblintKilled } from "./kblint.ts";

// A failing run prints its seed; KB_SEED repeats it.
const SEED = Number(process.env.KB_SEED ?? Date.now() % 1_000_000_000);
const IDS = Array.from({ length: 240 }, (_, at) => `Q99${2000 + at}`);
const ROUNDS = 8;
const BUNDLE = "before.undo";

const sound = (id: string): string => page({ id, title: `HOWTO: Count Lamp ${id.slice(3)}` });
const damaged = (id: string): string => sound(id).replace("\t=======\n", "\t=====\n");

/** A number from 0 to 1, another one each time. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** What the files say: how many are damaged still, how many are sound; any other fails the test. */
function countOf(archive: TemporaryArchive): { readonly old: number; readonly new: number } {
  const counts = { old: 0, new: 0 };
  for (const id of IDS) {
    const text = archive.read(pagePath(id));
    if (text === damaged(id)) counts.old++;
    else if (text === sound(id)) counts.new++;
    else expect.fail(`${id} is half written: ${JSON.stringify(text.slice(-80))}`);
  }
  return counts;
}

function after(moment: number): () => boolean {
  const at = performance.now() + moment;
  return () => performance.now() >= at;
}

function drafts(archive: TemporaryArchive): string[] {
  return readdirSync(archive.path, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(".tmp"));
}

function open(ids: readonly string[] = IDS): TemporaryArchive {
  return openArchive(Object.fromEntries(ids.map((id) => [pagePath(id), damaged(id)])));
}

test(`whole files, and a way back, at every moment (seed ${SEED})`, { timeout: 120_000 }, async () => {
  const archive = open();
  const bundle = join(archive.path, BUNDLE);
  const random = randomFrom(SEED);
  const seen = { nothing: 0, bundle: 0, part: 0, all: 0 };
  const tookMs = await durationOf(archive);
  for (let round = 0; round < ROUNDS; round++) {
    // Half of the moments lie anywhere in the run, half while files are written.
    const start = after(random() * tookMs);
    const wanted = Math.floor(random() * IDS.length);
    const id = IDS[wanted] ?? "";
    const isReached = (): boolean => readFileSync(join(archive.path, pagePath(id)), "utf8") === sound(id);
    await kblintKilled(["fix", "--backup", BUNDLE], archive.path, round % 2 === 0 ? start : isReached);
    const counts = countOf(archive);
    if (!existsSync(bundle)) {
      expect(counts.new).toBe(0);
      seen.nothing++;
      continue;
    }
    seen[counts.new === 0 ? "bundle" : counts.old === 0 ? "all" : "part"]++;
    await kblintKilled(["undo", BUNDLE], archive.path, after(random() * tookMs));
    countOf(archive);
    expect((await kblint(["undo", BUNDLE], { folder: archive.path })).code).toBe(0);
    expect(countOf(archive).old).toBe(IDS.length);
    archive.delete(BUNDLE);
  }
  console.log(`killed ${ROUNDS} times: ${JSON.stringify(seen)}`);
  expect(seen.part).toBeGreaterThan(0);
  expect((await kblint(["fix", "--backup", BUNDLE], { folder: archive.path })).code).toBe(0);
  expect(countOf(archive).new).toBe(IDS.length);
  expect(drafts(archive)).toEqual([]);
});

async function durationOf(archive: TemporaryArchive): Promise<number> {
  const startedAt = performance.now();
  await kblint(["fix", "--backup", BUNDLE], { folder: archive.path });
  const took = performance.now() - startedAt;
  await kblint(["undo", BUNDLE], { folder: archive.path });
  archive.delete(BUNDLE);
  return took;
}

test("drafts of killed runs are taken away by the next undo, wherever it writes", async () => {
  const archive = open(IDS.slice(0, 3));
  await kblint(["fix", "--backup", BUNDLE], { folder: archive.path });
  const left = `kb/992/${IDS[0]}/.kblint-999999999-abc.tmp`;
  archive.write(left, "half");
  expect((await kblint(["undo", BUNDLE], { folder: archive.path })).code).toBe(0);
  expect(drafts(archive)).toEqual([]);
});
