/**
 * Checks the snippets of both languages: their JSON, their exact rulers and labels, and the article they make.
 * Every skeleton must be an article in the eyes of the scan that real articles are read with.
 */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { scanArticle } from "./article-scan.ts";
import { expandSnippet } from "./snippet-expand.ts";
import { loadLanguage, tokenizeLines } from "./tokenize.ts";

interface Snippet {
  readonly prefix: string | readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

function readSnippets(language: string): [name: string, snippet: Snippet][] {
  const file = new URL(`../../snippets/${language}.code-snippets`, import.meta.url);
  const parsed: Record<string, Snippet> = JSON.parse(readFileSync(file, "utf8"));
  return Object.entries(parsed);
}

function prefixesOf({ prefix }: Snippet): readonly string[] {
  return typeof prefix === "string" ? [prefix] : prefix;
}

const types = ["bug", "problem", "how-to", "info"];
const lengths: Readonly<Record<string, readonly number[]>> = { "-": [79], "=": [70, 77] };

describe.each(["kb-article", "kb-page"])("snippets of %s", (language) => {
  const all = readSnippets(language);
  const isPage = language === "kb-page";

  test("have a prefix of their own, a description and a body", () => {
    const prefixes = all.flatMap(([, snippet]) => prefixesOf(snippet));
    expect(new Set(prefixes).size).toBe(prefixes.length);
    for (const [name, { description, body }] of all) {
      expect(description, name).toMatch(/\.$/);
      expect(body.length, name).toBeGreaterThan(0);
    }
  });

  test.each(all)("%s: rulers, underlines, labels and widths are exact", (_, { body }) => {
    const lines = expandSnippet(body.join("\n")).split("\n");
    for (const [index, line] of lines.entries()) {
      const text = line.replace(/^\t/, "");
      const mark = text[0] ?? "";
      if (text.length > 2 && (mark === "-" || mark === "=") && text === mark.repeat(text.length) && text !== "---") {
        const above = lines[index - 1]?.replace(/^\t/, "") ?? "";
        const isUnderline = above !== "" && above.length === text.length;
        expect(isUnderline || lengths[mark]?.includes(text.length), line).toBe(true);
      }
      if (/^(?:Keywords|Component|Technology|Version|Hardware|Issue type|Solution Type) *:/.test(text)) {
        expect(text.indexOf(":"), line).toBe(18);
      }
      expect(text.length, line).toBeLessThanOrEqual(80);
    }
  });

  test.each(all)("%s: TABs stand where the container wants them", (name, { body }) => {
    const text = body.join("\n");
    if (isPage && name.startsWith("Article")) {
      const inside = body.slice(body.indexOf("{% raw %}") + 2, body.indexOf("{% endraw %}") - 1);
      expect(inside.filter((line) => !/^\t(?!\t)/.test(line))).toEqual([]);
    } else {
      // The editor puts the white space of the current line, a page's TAB, before every further line.
      expect(text).not.toContain("\t");
    }
  });

  test.each(types)("the %s skeleton is an article", async (type) => {
    const body = all.find(([, snippet]) => snippet.prefix === `kb-${type}`)?.[1].body ?? [];
    const lines = expandSnippet(body.join("\n")).split("\n");
    const scan = scanArticle(lines);
    const grammar = await loadLanguage(isPage ? "text.kb-page" : "text.kb-article");
    const pieces = tokenizeLines(grammar, lines);
    const scoped = (line: number, scope: string): boolean =>
      pieces[line]?.some(({ scopes }) => scopes.includes(scope)) ?? false;
    expect(scan.headerFields).toHaveLength(6);
    expect(scan.bullets).toHaveLength(1);
    expect(scan.headings.length).toBe(type === "bug" ? 5 : type === "problem" ? 4 : 2);
    expect(scan.footerFields).toHaveLength(type === "bug" ? 5 : 4);
    expect(scan.headings.filter((line) => !scoped(line, "entity.name.section.kb"))).toEqual([]);
    const fields = [...scan.headerFields, ...scan.footerFields];
    expect(fields.filter((line) => !scoped(line, "entity.name.tag.field.kb"))).toEqual([]);
    if (isPage) {
      expect(lines).toContain("permalink: /kb/100/Q100000/");
      expect(lines.slice(-3)).toEqual(["", "{% endraw %}", ""]);
    } else {
      expect(lines[0]).toBe("DOCUMENT:Q100000  05-NOV-2001  [code]");
    }
  });
});
