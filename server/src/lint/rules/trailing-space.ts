// Blanks at the end of lines. Those of bullets, of Keywords and of an empty header field belong there and stay.
import { LineKind } from "../../syntax/line-kind.ts";
import { safeFix } from "../edits.ts";
import type { Rule } from "../rule.ts";

/** `trailing-space` */
export const trailingSpace: Rule = {
  id: "trailing-space",
  category: "text",
  levels: { archive: "off", authoring: "hint" },
  fix: "safe",
  summary: "A line of text ends in blanks, or a blank line holds some.",
  rationale: "Nobody sees them, but comparisons of versions do, and a line that is not quite empty ends no paragraph.",
  remedy: "Delete them.",
  source: "FORMAT §8",
  frequency: "11 % of articles",
  examples: {
    bad: [
      { title: "Behind a sentence", profile: "authoring", replace: "The queue stops.", by: "The queue stops.  " },
      {
        title: "On a blank line",
        container: "text",
        profile: "authoring",
        replace: "The queue stops.\n\n",
        by: "The queue stops.\n  \n",
      },
      {
        title: "On a blank line of a page",
        container: "page",
        profile: "authoring",
        replace: "\tThe queue stops.\n\t\n",
        by: "\tThe queue stops.\n\t  \n",
      },
      { title: "Behind query words", profile: "authoring", replace: "prodsna spool", by: "prodsna spool " },
    ],
    good: [
      { title: "The obligatory blanks of bullets and fields", profile: "authoring" },
      { title: "The blank of an empty keyword list", profile: "authoring", base: "howto" },
      { title: "A blank line of a page is a TAB", profile: "authoring", container: "page" },
    ],
  },
  check(context) {
    const { source, kinds, contents, bodyLine, bodyEndLine } = context.article;
    for (let line = bodyLine; line < bodyEndLine; line++) {
      const end = source.end(line);
      if (!isBlankCode(source.text.charCodeAt(end - 1)) || end <= (contents[line] ?? 0)) continue;
      if (!TRIMMED.has(kinds[line] ?? LineKind.unknown)) continue;
      let start = end;
      while (start > (contents[line] ?? 0) && isBlankCode(source.text.charCodeAt(start - 1))) start--;
      context.report({
        span: { start, end },
        message: "The line ends in blanks that nobody sees but comparisons do. Delete them.",
        tags: ["unnecessary"],
        fixes: [safeFix("Delete the blanks at the line's end", { span: { start, end }, newText: "" })],
      });
    }
  },
};

const TRIMMED: ReadonlySet<LineKind> = new Set([
  LineKind.blank,
  LineKind.text,
  LineKind.heading,
  LineKind.headingUnderline,
  LineKind.queryWords,
]);

function isBlankCode(code: number): boolean {
  return code === 32 || code === 9;
}
