// Articles are linted while the archive is still being read, and again where what was presumed does not come true.
// Nobody must notice: the report is the one of a run that knows the archive first, as every shard does.
import { describe, expect, test } from "vitest";
import { page as pairedPage, pagePath as pairPage, rawText, textPath } from "../harness/articles.ts";
import { openArchive } from "../harness/temporary-archive.ts";
import { damagedPage, page, pagePath } from "./articles.ts";
import { kblint, type Outcome } from "./kblint.ts";

const FIRST = "Q990001";
const PAIR = { [pairPage(FIRST)]: pairedPage({ id: FIRST }), [textPath(FIRST)]: rawText({ id: FIRST }) };

interface Run {
  readonly words?: readonly string[];
  /** A rule that must be among the findings, so that the case is what it says. */
  readonly finds: string;
}

async function expectTheSame(files: Record<string, string>, { words = [], finds }: Run): Promise<Outcome> {
  const { path } = openArchive({ [pagePath("Q992001")]: page({ id: "Q992001" }), ...files });
  const all = ["--min-severity", "hint", ...words, "."];
  const early = await kblint(all, { folder: path });
  const knowing = await kblint(["--shard", "1/1", ...all], { folder: path });
  expect(early).toEqual(knowing);
  expect(early.output).toContain(finds);
  return early;
}

/** An article of a title of its own. */
function other(id: string, more?: readonly string[]): string {
  return page({ id, title: `HOWTO: Mend Lamp ${id.slice(2)} of a Signal Cabinet`, ...(more ? { more } : {}) });
}

describe("the same findings as with the whole archive known", () => {
  test("a file elsewhere claims the number too", async () => {
    await expectTheSame({ "drafts/again.md": other("Q992001") }, { finds: "duplicate-id" });
  });

  test("a page claims the number of another one's place", async () => {
    await expectTheSame({ [pagePath("Q992002")]: other("Q992001") }, { finds: "duplicate-id" });
  });

  test("a reference to a later article, to an earlier one, and to none", async () => {
    const more = [
      "See these:",
      "",
      "   Q992001 HOWTO: Count the Lamps of a Signal Cabinet",
      "",
      "   Q992003 HOWTO: Go",
    ];
    const files = { [pagePath("Q992000")]: other("Q992000", more), [pagePath("Q992002")]: other("Q992002", more) };
    await expectTheSame(files, { finds: "Q992003 is not in this archive" });
  });

  test("a quoted title that is not the article's", async () => {
    const more = ["See this article:", "", "   Q992001 HOWTO: Count the Doors of a Signal Cabinet"];
    await expectTheSame({ [pagePath("Q992000")]: other("Q992000", more) }, { finds: "reference-title" });
  });

  test("a quoted title that is not an earlier article's", async () => {
    const more = ["See this article:", "", "   Q992001 HOWTO: Count the Doors of a Signal Cabinet"];
    await expectTheSame({ [pagePath("Q992002")]: other("Q992002", more) }, { finds: "reference-title" });
  });

  test("a cited article that lies elsewhere only", async () => {
    const more = ["See this article:", "", "   Q992009 HOWTO: Mend Lamp 92009 of a Signal Cabinet"];
    const files = {
      [pagePath("Q992002")]: other("Q992002", more),
      [pagePath("Q992003")]: damagedPage({ id: "Q992003" }),
      "drafts/new.md": other("Q992009"),
    };
    const { output } = await expectTheSame(files, { finds: "heading-underline" });
    expect(output).not.toContain("Q992009 is not in this archive");
  });

  test("at the place of a cited article stands another one", async () => {
    const more = ["See this article:", "", "   Q992003 HOWTO: Mend Lamp 92003 of a Signal Cabinet"];
    const files = { [pagePath("Q992002")]: other("Q992002", more), [pagePath("Q992003")]: other("Q992004") };
    await expectTheSame(files, { finds: "Q992003 is not in this archive" });
  });

  test("at the place of a cited article stands no article", async () => {
    const more = ["See this article:", "", "   Q992003 HOWTO: Mend Lamp 92003 of a Signal Cabinet"];
    const files = { [pagePath("Q992002")]: other("Q992002", more), [pagePath("Q992003")]: "# To be written\n" };
    await expectTheSame(files, { finds: "Q992003 is not in this archive" });
  });

  test("another article of the same title", async () => {
    const files = { [pagePath("Q992002")]: page({ id: "Q992002" }) };
    await expectTheSame(files, { words: ["--profile", "authoring"], finds: "duplicate-title" });
  });

  test("a page and its raw text that differ", async () => {
    const text = rawText({ id: FIRST, more: "Each file stands where there was room." });
    await expectTheSame({ ...PAIR, [textPath(FIRST)]: text }, { finds: "pair-mismatch" });
  });

  test("what stands at the counterpart's place is another article, and the counterpart elsewhere", async () => {
    const files = {
      ...PAIR,
      [textPath(FIRST)]: rawText({ id: "Q990009" }),
      [`drafts/${FIRST}.TXT`]: rawText({ id: FIRST, more: "Each file stands where there was room." }),
    };
    await expectTheSame(files, { finds: "pair-mismatch" });
  });

  test("the counterpart is kept out of the archive", async () => {
    const text = rawText({ id: FIRST, more: "Each file stands where there was room." });
    const files = {
      ...PAIR,
      [textPath(FIRST)]: text,
      [pagePath("Q992002")]: damagedPage({ id: "Q992002" }),
      "kb.config.json": JSON.stringify({ exclude: ["txt/**"] }),
    };
    await expectTheSame(files, { finds: "heading-underline" });
  });

  test("raw texts of which most that stand at their places say another disclaimer than most do", async () => {
    const files: Record<string, string> = {};
    for (let at = 10; at < 60; at++) {
      const id = `Q9900${at}`;
      const isPlaced = at % 5 === 0;
      const text = rawText({ id, title: `INFO: How File ${at} Is Kept` });
      if (isPlaced) files[textPath(id)] = text.replace("FOR THE SAKE OF", "IN MEMORY OF");
      else files[`drafts/${id}.TXT`] = text;
    }
    await expectTheSame(files, { finds: "boilerplate" });
  });

  test("an article whose findings are suppressed", async () => {
    const suppression = { rule: "heading-underline", id: "Q992002", fingerprint: "0".repeat(16), reason: "seen" };
    const files = {
      [pagePath("Q992002")]: damagedPage({ id: "Q992002" }),
      ".kb/suppressions.json": JSON.stringify({ version: 1, suppressions: [suppression] }),
    };
    await expectTheSame(files, { finds: "heading-underline" });
  });
});
