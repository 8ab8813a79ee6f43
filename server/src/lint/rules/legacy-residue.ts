// Remains of an older header above the applies-to block: lines of versions, systems and keywords (FORMAT §3.3).
// Prose there (a warning, a note on a beta release) is no such remains.
import { textAt } from "../../model/facts.ts";
import type { Article } from "../../syntax/article.ts";
import { deleteLines, trimmedSpan, unsafeFix } from "../edits.ts";
import type { Rule } from "../rule.ts";

const VERSION = /^\d[\d.]*[a-z]{0,2}$/i;
const SYSTEM = /^(?:WINDOWS|WINNT|NT|MS-DOS|OS\/2|MACINTOSH|UNIX|WIN\d\w*)$/i;
const KEYWORD = /^kb[a-z0-9_.]+$/i;
// Older headers are short; what is longer is text.
const MOST_LINES = 40;

/** `legacy-residue` */
export const legacyResidue: Rule = {
  id: "legacy-residue",
  category: "applies-to",
  levels: { archive: "hint", authoring: "warning" },
  fix: "unsafe",
  summary: "Remains of an older header stand above the applies-to block.",
  rationale: "Readers take them for text, and they contradict the header that counts.",
  remedy: "Delete them; what they say stands in header and footer.",
  source: "FORMAT §3.3",
  frequency: "2 % of articles",
  examples: {
    bad: [
      {
        title: "Versions, system and keywords",
        replace: "-------------------------------------------------------------------------------\nThe information",
        by: "3.00 4.00\nWINDOWS\nkbprint kbenv\n-------------------------------------------------------------------------------\nThe information",
        restores: false,
      },
      {
        title: "With blank lines between",
        base: "howto",
        replace: "-------------------------------------------------------------------------------\nThe information",
        by: "3.10 | 4.00\n\nWINDOWS | MS-DOS\n\n-------------------------------------------------------------------------------\nThe information",
        restores: false,
      },
      {
        title: "Keywords only",
        container: "page",
        replace: "\t-------------------------------------------------------------------------------\n\tThe information",
        by: "\tkbprg kbref\n\t-------------------------------------------------------------------------------\n\tThe information",
        restores: false,
      },
    ],
    good: [
      { title: "Nothing above the block" },
      {
        title: "A blank line above the block",
        replace: "-------------------------------------------------------------------------------\nThe information",
        by: "\n-------------------------------------------------------------------------------\nThe information",
      },
      {
        title: "A note",
        base: "howto",
        replace: "-------------------------------------------------------------------------------\nThe information",
        by: "IMPORTANT: This article is about a product that is not released.\n-------------------------------------------------------------------------------\nThe information",
      },
    ],
  },
  check(context) {
    const { article } = context;
    const { residue, appliesTo } = article;
    if (!residue || !appliesTo || residue.endLine - residue.firstLine > MOST_LINES) return;
    for (let line = residue.firstLine; line < residue.endLine; line++) if (!isRemains(article, line)) return;
    context.report({
      span: {
        start: trimmedSpan(article, residue.firstLine).start,
        end: trimmedSpan(article, residue.endLine - 1).end,
      },
      message: "These lines are left of an older header, and readers take them for text. Delete them.",
      tags: ["unnecessary"],
      fixes: [unsafeFix("Delete the remains", deleteLines(article, residue.firstLine, appliesTo.firstLine))],
    });
  },
};

function isRemains(article: Article, line: number): boolean {
  const text = textAt(article, trimmedSpan(article, line));
  return text
    .split(/[ |,]+/)
    .every((word) => word === "" || VERSION.test(word) || SYSTEM.test(word) || KEYWORD.test(word));
}
