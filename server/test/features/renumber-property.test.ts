// Random small archives: giving an article another number makes the very files that would have been written with that
// number, giving it back restores every byte, and the rules find neither more nor less than before.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diagnostics } from "../../src/features/diagnostics.ts";
import { renumberArticle } from "../../src/features/refactor-article.ts";
import { renumberIndexPage } from "../../src/features/refactor-index-page.ts";
import { movesFor } from "../../src/features/refactor-paths.ts";
import { ArticleIndex } from "../../src/index/article-index.ts";
import { RULES } from "../../src/lint/registry.generated.ts";
import { summarizeArticle } from "../../src/model/article-summary.ts";
import { articleId } from "../../src/model/facts.ts";
import { parseIfArticle } from "../../src/syntax/parse-article.ts";
import { applyEdits } from "../../src/text/text-edit.ts";
import { crlf, page, pagePath, rawText, textPath } from "../harness/articles.ts";

const ROOT = "test:";
const NUMBERS = ["Q10022", "Q98765", "Q100000", "Q263681", "Q900200"];
const FREE = ["Q10500", "Q99999", "Q100001", "Q263700", "Q999999"];
const INDEX_PAGE = "id/sna/README.md";

/** Every form in which an article is cited, as a paragraph. */
const CITATIONS: readonly ((id: string) => string)[] = [
  (id) => `   ${id} INFO: How Files Are Kept`,
  (id) => `${id} INFO: How Files Are Kept`,
  (id) => `${id}: INFO: How Files Are Kept`,
  (id) => ` - ${id} INFO: How Files Are Kept`,
  (id) => `1. ${id} INFO: How Files Are Kept`,
  (id) => `ARTICLE-ID: ${id}\nTITLE     : INFO: How Files Are Kept`,
  (id) => `For the steps, see ${id}, or "${id}", or (${id}).`,
  (id) =>
    `Open http://example.com/kb/articles/q${id.slice(1, -3)}/${id.slice(-3, -2)}/${id.slice(-2)}.asp in a browser.`,
  (id) => `Open http://example.com/default.asp?scid=kb;EN-US;${id.toLowerCase()} in a browser.`,
];
/** What looks like a citation and is none. */
const LOOKALIKES: readonly ((id: string) => string)[] = [
  (id) => `Run ${id}.exe, or unpack ${id}i.exe into C:\\${id}\\bin.`,
  (id) => `Sub cmd${id}_Click() calls 0x${id} and L${id}.`,
  (id) => `The printer ${id}00 and the part ${id}-A are others.`,
];

interface Paragraph {
  readonly lookalike: boolean;
  readonly form: number;
  readonly about: number;
}

interface Draft {
  readonly raw: boolean;
  readonly paragraphs: readonly Paragraph[];
}

const aDraft: fc.Arbitrary<Draft> = fc.record({
  raw: fc.boolean(),
  paragraphs: fc.array(fc.record({ lookalike: fc.boolean(), form: fc.nat(99), about: fc.nat(NUMBERS.length) }), {
    minLength: 1,
    maxLength: 6,
  }),
});

type Tree = Map<string, string>;

function build(drafts: readonly Draft[], named: (id: string) => string): Tree {
  const tree: Tree = new Map();
  for (const [at, { raw, paragraphs }] of drafts.entries()) {
    const id = named(NUMBERS[at] ?? "");
    const more = paragraphs.map((paragraph) => write(paragraph, named)).join("\n\n");
    tree.set(pagePath(id), page({ id, more }));
    if (raw) tree.set(textPath(id), crlf(rawText({ id, more })));
  }
  const entries = NUMBERS.slice(0, drafts.length).map((number) => {
    const id = named(number);
    return `- [${id}: INFO: How Files Are Kept](../../${pagePath(id).replace("README.md", "")})\n`;
  });
  return tree.set(INDEX_PAGE, entries.join(""));
}

function write({ lookalike, form, about }: Paragraph, named: (id: string) => string): string {
  const id = NUMBERS[about] ?? "Q111111";
  if (lookalike) return LOOKALIKES[form % LOOKALIKES.length]?.(id) ?? "";
  return CITATIONS[form % CITATIONS.length]?.(named(id)) ?? "";
}

function renumber(tree: Tree, before: string, after: string): Tree {
  const numbers = new Map([[before, after]]);
  const bearing: { uri: string; id: string }[] = [];
  const texts: Tree = new Map();
  for (const [path, text] of tree) {
    const article = parseIfArticle(text);
    const own = article !== undefined && articleId(article) === before;
    if (own) bearing.push({ uri: `${ROOT}/${path}`, id: before });
    const edits = article ? renumberArticle(article, numbers, own) : renumberIndexPage(text, numbers);
    texts.set(`${ROOT}/${path}`, applyEdits(text, edits));
  }
  for (const { from, to } of movesFor(bearing, numbers)) {
    for (const [uri, text] of [...texts]) {
      if (uri !== from && !uri.startsWith(`${from}/`)) continue;
      texts.delete(uri);
      texts.set(to + uri.slice(from.length), text);
    }
  }
  return new Map([...texts].map(([uri, text]) => [uri.slice(ROOT.length + 1), text]));
}

function findings(tree: Tree): string[] {
  const articles = [...tree].flatMap(([path, text]) => {
    const article = parseIfArticle(text);
    return article ? [{ uri: `${ROOT}/${path}`, article }] : [];
  });
  const index = ArticleIndex.empty.with(new Map(articles.map(({ uri, article }) => [uri, summarizeArticle(article)])));
  const settings = { profile: "authoring", levels: new Map(), today: { year: 2026, month: 1, day: 1 } } as const;
  return articles
    .flatMap(({ uri, article }) => {
      const snapshot = {
        uri,
        path: uri.slice(ROOT.length),
        article,
        archive: "ready",
        inArchive: true,
        index,
      } as const;
      const found = diagnostics(snapshot, { rules: RULES, settings });
      return found.map(({ rule, span }) => `${article.container} ${rule} line ${article.source.lineAt(span.start)}`);
    })
    .sort();
}

describe("giving a number", () => {
  const aCase = fc.record({
    drafts: fc.array(aDraft, { minLength: 1, maxLength: NUMBERS.length }),
    which: fc.nat(NUMBERS.length - 1),
    free: fc.constantFrom(...FREE),
  });

  it("makes the files that would have been written with it, and giving it back restores every byte", () => {
    fc.assert(
      fc.property(aCase, ({ drafts, which, free }) => {
        const number = NUMBERS[which] ?? "";
        const tree = build(drafts, (id) => id);
        const there = renumber(tree, number, free);
        const expected = build(drafts, (id) => (id === number ? free : id));
        expect(Object.fromEntries(there)).toEqual(Object.fromEntries(expected));
        expect(Object.fromEntries(renumber(there, free, number))).toEqual(Object.fromEntries(tree));
      }),
      { numRuns: 200 },
    );
  });

  it("changes nothing of what the rules find", () => {
    fc.assert(
      fc.property(aCase, ({ drafts, which, free }) => {
        const tree = build(drafts, (id) => id);
        const number = NUMBERS[which] ?? "";
        expect(findings(renumber(tree, number, free))).toEqual(findings(tree));
      }),
      { numRuns: 40 },
    );
  });
});
