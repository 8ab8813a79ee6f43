// The search over numbers and titles as users meet it: what they type, and which articles come in which order.
// The articles are ours; a slow search written differently checks that nothing is lost between keystrokes.
import { describe, expect, it } from "vitest";
import { finish } from "../../src/base/steps.ts";
import { ArticleIndex } from "../../src/index/article-index.ts";
import { ArticleStore } from "../../src/index/article-store.ts";
import { ColumnsBuilder } from "../../src/index/columns-builder.ts";
import { searchTitles } from "../../src/index/title-search.ts";
import { titleColumns } from "../../src/index/title-search-columns.ts";
import type { ArticleSummary } from "../../src/model/article-summary.ts";

type Container = ArticleSummary["container"];

function summary(id: string, title: string, container: Container = "page"): ArticleSummary {
  return { id, title, container, product: "", citations: [] };
}

function storeOf(root: string, articles: readonly ArticleSummary[]): ArticleStore {
  const builder = new ColumnsBuilder();
  for (const article of articles) builder.add(`${article.container}/${article.id}`, article);
  return new ArticleStore(root, builder.finish());
}

function indexOf(...titles: readonly string[]): ArticleIndex {
  const articles = titles.map((line) => summary(line.slice(0, line.indexOf(" ")), line.slice(line.indexOf(" ") + 1)));
  return ArticleIndex.of([storeOf("test:/a", articles)]);
}

function search(index: ArticleIndex, typed: string, limit = 200): string[] {
  return finish(searchTitles(titleColumns(index), typed, limit)).map((entry) => entry.summary.id);
}

describe("numbers", () => {
  const index = indexOf(
    "Q900100 INFO: Shelves",
    "Q900101 INFO: Boards",
    "Q90010 INFO: Planks",
    "Q123456 HOWTO: Read Q900100 Aloud",
    "Q300001 PRB: Counter Stops at 900100 Sheets",
  );

  it.each(["Q900100", "q900100", "900100", "Q900100:", "kb900100"])(
    "%s is the article itself, before all that name it",
    (typed) => {
      expect(search(index, typed)[0]).toBe("Q900100");
    },
  );

  it("are found by their beginning, with and without Q, the shorter number first", () => {
    expect(search(index, "Q9001")).toEqual(["Q90010", "Q900100", "Q900101", "Q123456"]);
    expect(search(index, "90010")).toEqual(["Q90010", "Q900100", "Q900101", "Q123456", "Q300001"]);
  });

  it("are not found by what stands inside them", () => {
    expect(search(index, "q00100")).toEqual([]);
    expect(search(index, "0100")).toEqual(["Q123456", "Q300001"]);
  });

  it("go together with words", () => {
    expect(search(index, "shelves q9001")).toEqual(["Q900100"]);
    expect(search(index, "q9001 boards")).toEqual(["Q900101"]);
    expect(search(index, "q9001 lamps")).toEqual([]);
  });

  it("leave room for titles where a few digits may be a version", () => {
    const many = Array.from({ length: 400 }, (_, at) => `Q95${String(1000 + at)} INFO: Shelf`);
    const found = search(indexOf(...many, "Q100001 Windows 95 and Shelves"), "95");
    expect(found.slice(0, 2)).toEqual(["Q951000", "Q951001"]);
    expect(found).toContain("Q100001");
    expect(search(indexOf(...many, "Q100001 Windows 95 and Shelves"), "q95")).not.toContain("Q100001");
    expect(found).toHaveLength(200);
    expect(search(indexOf(...many), "95", 300)).toHaveLength(300);
  });
});

describe("words", () => {
  const titles = {
    inOrder: "Q100001 HOWTO: Count the Lamps of a Cabinet",
    otherOrder: "Q100002 PRB: Cabinet Does Not Count Its Lamps",
    sideBySide: "Q100003 BUG: Tool Loses Count Lamps Are Reported Twice as They Are Seen",
    inside: "Q100004 PRB: Clamps Keep No Account of Lamps",
    beginning: "Q100005 Lamps",
    half: "Q100006 PRB: Lampshade Is Torn",
  };
  const index = indexOf(...Object.values(titles));
  const numberOf = (title: string): string => title.slice(0, 7);
  const { inOrder, otherOrder, sideBySide, inside, beginning, half } = titles;

  it.each([
    ["lamps", [beginning, inOrder, inside, otherOrder, sideBySide, half]],
    ["lamp", [beginning, half, inOrder, inside, otherOrder, sideBySide]],
    ["lampsh", [half]],
    ["count lamps", [sideBySide, inOrder, otherOrder, inside]],
    ["lamps count", [inOrder, otherOrder, sideBySide, inside]],
    ["COUNT   Lamps ", [sideBySide, inOrder, otherOrder, inside]],
    ['"count lamps"', [sideBySide, inOrder, otherOrder, inside]],
    ["cou lam cab", [inOrder, otherOrder]],
    ["howto: count", [inOrder]],
    ["lamps of q1", [inOrder, inside]],
    ["unt", [inOrder, inside, otherOrder, sideBySide]],
  ])("%s", (typed, expected) => {
    expect(search(index, typed)).toEqual(expected.map(numberOf));
  });

  it("must all be there", () => {
    expect(search(index, "count lamps window")).toEqual([]);
  });

  it("begin at humps and digits as well", () => {
    const code = indexOf("Q200001 INFO: GetWindowText Fails", "Q200002 INFO: Rewindow", "Q200003 HOWTO: Use WD97Tools");
    expect(search(code, "window")).toEqual(["Q200001", "Q200002"]);
    expect(search(code, "97")).toEqual(["Q200003"]);
    expect(search(code, "tools")).toEqual(["Q200003"]);
  });

  it("may be signs", () => {
    const signs = indexOf("Q200001 C++ and Templates", "Q200002 Files Named .INI", "Q200003 Café Tables");
    expect(search(signs, "c++")).toEqual(["Q200001"]);
    expect(search(signs, ".ini")).toEqual(["Q200002"]);
    expect(search(signs, "café")).toEqual(["Q200003"]);
  });
});

describe("letters in order", () => {
  const index = indexOf(
    "Q300001 INFO: GetWindowText Returns Nothing",
    "Q300002 HOWTO: Set the Configuration of a Loom",
    "Q300003 Big Winter Tables",
    "Q300004 PRB: Carpet Unravels if Left in the Garden for Long",
  );

  it.each([
    ["gwt", ["Q300001"]],
    ["config", ["Q300002"]],
    ["cnfg", ["Q300002"]],
    ["wintab", ["Q300003"]],
    ["bigtab", ["Q300003"]],
    ["crpet", ["Q300004"]],
    ["xyz", []],
  ])("%s", (typed, expected) => {
    expect(search(index, typed)).toEqual(expected);
  });

  it("are not asked for where enough titles have the word", () => {
    const lamps = Array.from({ length: 150 }, (_, at) => `Q${400000 + at} Lamp ${at}`);
    expect(search(indexOf(...lamps, "Q100001 Large Map"), "lamp")).not.toContain("Q100001");
    expect(search(indexOf(...lamps.slice(0, 3), "Q100001 Large Map"), "lamp")).toContain("Q100001");
  });
});

describe("files", () => {
  it("of one article are one hit, the page", () => {
    const page = summary("Q100001", "INFO: Shelves");
    const text = summary("Q100001", "INFO: Shelves", "text");
    const only = summary("Q100002", "INFO: Shelves and Boards", "text");
    const index = ArticleIndex.of([storeOf("test:/a", [text, only, page])]);
    const found = [...searchAll(index, "shelves")];
    expect(found).toEqual(["Q100001 page", "Q100002 text"]);
    expect(search(index, "shelves", 1)).toEqual(["Q100001"]);
    expect([...searchAll(index, "q100001")]).toEqual(["Q100001 page"]);
  });

  it("of two folders with one number are two hits", () => {
    const one = storeOf("test:/a", [summary("Q100001", "INFO: Shelves")]);
    const other = storeOf("test:/b", [summary("Q100001", "INFO: Shelves of Oak")]);
    expect(search(ArticleIndex.of([one, other]), "shelves")).toEqual(["Q100001", "Q100001"]);
  });

  it("count as they are now", () => {
    const before = indexOf("Q100001 INFO: Shelves", "Q100002 INFO: Boards");
    expect(search(before, "shelves")).toEqual(["Q100001"]);
    const after = before.with(
      new Map([
        ["test:/a/page/Q100001", summary("Q100001", "INFO: Cupboards")],
        ["test:/a/page/Q100002", undefined],
        ["test:/a/new", summary("Q100003", "INFO: Shelves of Oak")],
      ]),
    );
    expect(search(after, "shelves")).toEqual(["Q100003"]);
    expect(search(after, "cupboards")).toEqual(["Q100001"]);
    expect(search(after, "boards")).toEqual(["Q100001"]);
    expect(search(after, "")).toEqual(["Q100003", "Q100001"]);
  });

  function* searchAll(index: ArticleIndex, typed: string): Generator<string> {
    const found = finish(searchTitles(titleColumns(index), typed, 200));
    for (const { summary } of found) yield `${summary.id} ${summary.container}`;
  }
});

describe("typing", () => {
  const WORDS = "lamp cabinet count shelf board q1 95 windows Get Text carpet loom a of".split(" ");
  const titles = Array.from({ length: 3000 }, (_, at) => {
    const words = Array.from({ length: 2 + (at % 5) }, (_x, word) => WORDS[(at * 7 + word * word * 3) % WORDS.length]);
    return `Q${100000 + at} ${words.join(" ")}`;
  });

  it.each(["cabinet lamp", "q1000", "95 windows", "gettext", "q1 loom", "of a loom", "crpt", "k", "kb1002"])(
    "%s letter by letter, and back, finds what a fresh search finds",
    (typed) => {
      const typing = indexOf(...titles);
      const lengths = Array.from({ length: typed.length }, (_, at) => at + 1);
      for (const length of [...lengths, ...[...lengths].reverse()]) {
        const part = typed.slice(0, length);
        expect(search(typing, part), part).toEqual(search(indexOf(...titles), part));
      }
    },
  );

  it("gives the newest articles before anything is typed, and no more than wanted", () => {
    expect(search(indexOf(...titles), " ", 3)).toEqual(["Q102999", "Q102998", "Q102997"]);
    expect(search(indexOf(...titles), "lamp", 7)).toHaveLength(7);
  });

  it("finds every title by each of its words", () => {
    const index = indexOf("Q100001 The Loom: Carpets/Rugs (1.5) & Co.");
    for (const word of ["the", "loom:", "carpets/rugs", "rugs", "(1.5)", "1.5", "&", "co."]) {
      expect(search(index, word), word).toEqual(["Q100001"]);
    }
  });

  it("bears texts that are no query", () => {
    const index = indexOf("Q100001 Loom");
    expect(search(index, "x".repeat(100_000))).toEqual([]);
    expect(search(index, "\ud800 loom")).toEqual([]);
    expect(search(index, '**""')).toEqual(["Q100001"]);
  });
});
