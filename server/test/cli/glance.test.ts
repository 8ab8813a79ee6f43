// A glance at an article's head must say what the whole parser says, for sound and for damaged files.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { TextReader } from "../../src/cli/files/read-text.ts";
import { glance } from "../../src/cli/glance.ts";
import { articleId, articleTitle } from "../../src/model/facts.ts";
import { parseIfArticle } from "../../src/syntax/parse-article.ts";
import { page } from "./articles.ts";

const folder = mkdtempSync(join(tmpdir(), "kb-glance-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TEXT =
  "DOCUMENT:Q990100  07-MAY-2001  [vbwin]\r\nTITLE   :HOWTO: Count Lamps  \r\nPRODUCT :Microsoft Visual Basic\r\n";
const SOUND = [
  page({ id: "Q990100", title: "A &amp; B {{ C" }),
  TEXT,
  page({ id: "Q990100" }).replaceAll("\n", "\r\n"),
];

function check(text: string): void {
  const file = join(folder, "a.md");
  writeFileSync(file, text);
  const reader = new TextReader();
  expect(reader.open(file)).toBeUndefined();
  const article = parseIfArticle(reader.text());
  const expected = article && {
    container: article.container,
    id: articleId(article),
    title: articleTitle(article) ?? "",
  };
  expect(glance(reader)).toEqual(expected);
}

test.each(SOUND)("sound articles %#", check);

test("damaged articles", () => {
  const damage = fc.record({
    article: fc.constantFrom(...SOUND),
    at: fc.nat(400),
    remove: fc.nat(12),
    insert: fc.constantFrom(
      "",
      "\n",
      "Q990101",
      "9",
      ":",
      '"',
      "#",
      "\u00e9",
      "title: ",
      "{% raw %}\n",
      "<<<<<<< ours\n",
      "## Q1: x\n",
    ),
  });
  fc.assert(
    fc.property(damage, ({ article, at, remove, insert }) => {
      check(article.slice(0, at) + insert + article.slice(at + remove));
    }),
    { numRuns: 800 },
  );
});
