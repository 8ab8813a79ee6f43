// Columns as bytes: what goes in comes out, and whatever is wrong with a file makes it a miss, never a wrong answer.
// A failing run prints its seed; KB_SEED repeats it.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ArticleStore } from "../../src/index/article-store.ts";
import { ColumnsBuilder } from "../../src/index/columns-builder.ts";
import { decodeColumns, encodeColumns } from "../../src/index/columns-file.ts";
import type { ArticleSummary } from "../../src/model/article-summary.ts";

const SEED = Number(process.env.KB_SEED ?? Date.now() % 1_000_000_000);
const ROOT = "test:/archive";

const anId = fc.oneof(
  fc.integer({ min: 10_000, max: 999_999 }).map((number) => `Q${number}`),
  fc.constantFrom("Q0012", "Q00000000", "Q12345678"),
);
const aCitation = fc.record({
  id: anId,
  line: fc.nat(100_000),
  character: fc.nat(100_000),
  length: fc.nat(255),
  section: fc.constantFrom("", "SYMPTOMS", "MORE INFORMATION", "Été 🙂"),
});
const aSummary: fc.Arbitrary<ArticleSummary> = fc.record({
  id: anId,
  title: fc.string({ unit: "binary", maxLength: 64 }),
  container: fc.constantFrom("page" as const, "text" as const),
  product: fc.constantFrom("", "Microsoft SNA Server", "Microsoft Exchange"),
  citations: fc.array(aCitation, { maxLength: 5 }),
});
const anArchive = fc.dictionary(fc.stringMatching(/^[a-z%0-9/]{1,20}$/), fc.option(aSummary, { nil: undefined }), {
  maxKeys: 30,
  noNullPrototype: true,
});

function built(files: Readonly<Record<string, ArticleSummary | undefined>>): ArrayBuffer {
  const builder = new ColumnsBuilder();
  for (const [path, summary] of Object.entries(files)) builder.add(path, summary, [1, 2, 3]);
  return encodeColumns(builder.finish(), "build", (bytes) => new ArrayBuffer(bytes));
}

function storeOf(block: ArrayBuffer): ArticleStore {
  const columns = decodeColumns(block, "build");
  if (!columns) throw new Error("the block cannot be read");
  return new ArticleStore(ROOT, columns);
}

const SAMPLE = built({
  "kb/900/Q900100/README.md": {
    id: "Q900100",
    title: "INFO: About Shelves",
    container: "page",
    product: "Microsoft SNA Server",
    citations: [{ id: "Q900101", line: 20, character: 3, length: 7, section: "SUMMARY" }],
  },
  "README.md": undefined,
});

describe("columns", () => {
  it("give back every article, and find it by file, number, title and cited number", () => {
    fc.assert(
      fc.property(anArchive, (files) => {
        const store = storeOf(built(files));
        const articles = Object.entries(files).flatMap(([path, summary]) => (summary ? [{ path, summary }] : []));
        expect(store.size).toBe(articles.length);
        for (const { path, summary } of articles) {
          const row = store.rowOf(`${ROOT}/${path}`);
          const { id, title, container, product, citations } = store.entryAt(row).summary;
          expect({ id, title, container, product, citations }).toEqual(summary);
          expect(store.find(id)).toContain(row);
          expect(store.titled(title)).toContain(row);
          for (const citation of citations) {
            const places = store.citing(citation.id).filter(({ file }) => file === row);
            expect(places.map((place) => store.citationAt(place.citation))).toContainEqual(citation);
          }
        }
      }),
      { seed: SEED },
    );
  });

  it("say which files hold no article", () => {
    const store = storeOf(SAMPLE);
    expect(store.rowOf(`${ROOT}/README.md`)).toBe(1);
    expect(store.holds(1)).toBe(false);
    expect(store.rowOf(`${ROOT}/other.md`)).toBe(-1);
    expect(store.rowsBelow(`${ROOT}/kb/900`)).toEqual([0]);
    expect(store.rowsBelow(`${ROOT}/kb/90`)).toEqual([]);
  });
});

describe("a block that is not sound is a miss", () => {
  it("of another build", () => expect(decodeColumns(SAMPLE, "other")).toBeUndefined());

  it("cut off anywhere", () => {
    for (let length = 0; length < SAMPLE.byteLength; length += 4) {
      expect(decodeColumns(SAMPLE.slice(0, length), "build")).toBeUndefined();
    }
  });

  it("with any single byte damaged", () => {
    for (let at = 0; at < SAMPLE.byteLength; at++) {
      const damaged = SAMPLE.slice(0);
      const bytes = new Uint8Array(damaged);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
      expect(decodeColumns(damaged, "build"), `byte ${at}`).toBeUndefined();
    }
  });

  it("of random bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4000 }), (bytes) => {
        expect(decodeColumns(Uint8Array.from(bytes).buffer, "build")).toBeUndefined();
      }),
      { seed: SEED },
    );
  });
});
