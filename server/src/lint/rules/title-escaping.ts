// Titles in a page are escaped; raw special characters break the build, and doubled escapes show as code.
import { frontMatterTitleSpan, textAt, titleLineSpan } from "../../model/facts.ts";
import { escapeTitle, isAlwaysTheSame, unescapeTitle } from "../../model/title-escape.ts";
import { replaceSpan, safeFix } from "../edits.ts";
import type { Rule } from "../rule.ts";

/** `title-escaping` */
export const titleEscaping: Rule = {
  id: "title-escaping",
  category: "container",
  levels: { archive: "error", authoring: "error" },
  fix: "safe",
  summary: "A page's title has a raw character that must be escaped, or one escaped twice.",
  rationale: "A raw quotation mark ends the title early and the page does not build; others are taken for markup.",
  remedy: "Write special characters as entities: `&quot;`, `&amp;`, `&lt;`, `&gt;`, `&#91;`, `&#93;` …",
  source: "FORMAT §1.3",
  frequency: "none in 60,335 pages",
  mspl: true,
  examples: {
    bad: [
      {
        title: "A raw ampersand",
        container: "page",
        replace: 'title: "Q900100: FIX: Print Queue',
        by: 'title: "Q900100: FIX: Print & Queue',
        also: [["## Q900100: FIX: Print Queue", "## Q900100: FIX: Print &amp; Queue"]],
        restores: false,
      },
      {
        title: "A raw angle bracket in the title line",
        container: "page",
        replace: 'title: "Q900100: FIX: Print Queue',
        by: 'title: "Q900100: FIX: Print &lt;Queue',
        also: [["## Q900100: FIX: Print Queue", "## Q900100: FIX: Print <Queue"]],
        restores: false,
      },
      {
        title: "Escaped twice",
        container: "page",
        replace: 'title: "Q900100: FIX: Print Queue',
        by: 'title: "Q900100: FIX: &amp;quot;Print&amp;quot; Queue',
        also: [["## Q900100: FIX: Print Queue", "## Q900100: FIX: &quot;Print&quot; Queue"]],
        restores: false,
      },
    ],
    good: [
      { title: "No special characters", container: "page" },
      {
        title: "Escaped characters",
        container: "page",
        replace: 'title: "Q900100: FIX: Print Queue',
        by: 'title: "Q900100: FIX: &quot;Print&quot; Queue',
        also: [["## Q900100: FIX: Print Queue", "## Q900100: FIX: &quot;Print&quot; Queue"]],
      },
      {
        title: "Raw texts are not escaped",
        container: "text",
        replace: "FIX: Print Queue",
        by: 'FIX: "Print" & Queue',
      },
    ],
  },
  check(context) {
    const { article } = context;
    if (article.container !== "page") return;
    const front = frontMatterTitleSpan(article);
    const line = titleLineSpan(article);
    for (const at of [front, line]) {
      // Without a special character there is nothing to escape.
      if (!at || isAlwaysTheSame(textAt(article, at))) continue;
      const written = textAt(article, at);
      const other = at === front ? line : front;
      const right = rightForm(written, other && textAt(article, other));
      if (right === written) continue;
      context.report({
        span: at,
        message: `A character of this title is ${written.length < right.length ? "not escaped" : "escaped twice"}, so the page shows it wrong. Write ${right}`,
        fixes: [safeFix("Escape the title", replaceSpan(at, right))],
      });
    }
  },
};

const TWICE = /&amp;(?=(?:amp|lt|gt|quot|#\d\d\d?);)/g;

// A doubled escape can be meant (a title about `&amp;`); it is wrong where the page's other title has it once.
function rightForm(written: string, other: string | undefined): string {
  const once = written.includes("&amp;") ? written.replace(TWICE, "&") : written;
  if (once !== written && once === other) return once;
  const plain = unescapeTitle(written);
  const escaped = escapeTitle(plain);
  return unescapeTitle(escaped) === plain && escaped !== written ? escaped : written;
}
