// TABs in running text: each program has its own idea of their width, so columns and code shift.
import { isTextLine, lineText, textEndLine } from "../../model/prose.ts";
import type { Article } from "../../syntax/article.ts";
import { replaceSpan } from "../edits.ts";
import type { Rule } from "../rule.ts";

/** `tab-in-text` */
export const tabInText: Rule = {
  id: "tab-in-text",
  category: "text",
  levels: { archive: "off", authoring: "hint" },
  fix: "unsafe",
  summary: "A TAB stands in the text.",
  rationale: "Its width differs between programs, so tables and code lose their columns.",
  remedy: "Write blanks.",
  source: "FORMAT §1.1",
  frequency: "1.5 % of articles",
  examples: {
    bad: [
      { title: "In a sentence", profile: "authoring", replace: "The queue stops.", by: "The queue\tstops." },
      {
        title: "In front of code",
        profile: "authoring",
        replace: "The queue stops.",
        by: "   SUB Print\n\tPRINT\n   END SUB",
      },
      { title: "In a list", profile: "authoring", replace: "3. Print a page.", by: "3.\tPrint a page." },
    ],
    good: [
      { title: "Blanks only", profile: "authoring" },
      { title: "The TAB of a page's body lines", profile: "authoring", container: "page" },
      { title: "A raw text", profile: "authoring", container: "text", base: "howto" },
    ],
  },
  check(context) {
    const { article } = context;
    const end = textEndLine(article);
    for (let line = article.contentLine; line < end; line++) {
      if (!isTextLine(article, line) || !hasTab(article, line)) continue;
      // One finding for lines that stand together: a table is one defect.
      let last = line;
      while (last + 1 < end && isTextLine(article, last + 1) && hasTab(article, last + 1)) last++;
      const edits = [];
      for (let at = line; at <= last; at++) edits.push(replaceSpan(contentSpanOf(article, at), expanded(article, at)));
      const { start } = contentSpanOf(article, line);
      const at = start + lineText(article, line).indexOf("\t");
      context.report({
        span: { start: at, end: at + 1 },
        message: "A TAB has another width in every program, so columns shift. Write blanks.",
        fixes: [{ title: "Write blanks up to every eighth column", safety: "unsafe", edits }],
      });
      line = last;
    }
  },
};

const TAB_WIDTH = 8;

function contentSpanOf(article: Article, line: number): { start: number; end: number } {
  return { start: article.contents[line] ?? 0, end: article.source.end(line) };
}

// A TAB at the line's end is one of trailing-space's.
function hasTab(article: Article, line: number): boolean {
  return lineText(article, line).includes("\t");
}

function expanded(article: Article, line: number): string {
  const { start, end } = contentSpanOf(article, line);
  let text = "";
  for (const character of article.source.text.slice(start, end)) {
    text += character === "\t" ? " ".repeat(TAB_WIDTH - (text.length % TAB_WIDTH)) : character;
  }
  return text;
}
