// No footer at all: neither its fields nor its rulers.
import { headerField, headerValue, textAt } from "../../model/facts.ts";
import type { Article } from "../../syntax/article.ts";
import { LineKind } from "../../syntax/line-kind.ts";
import { FOOTER_BOTTOM_RULER, FOOTER_TOP_RULER } from "../../syntax/ruler.ts";
import { insertLines, trimmedSpan, unsafeFix } from "../edits.ts";
import type { Rule } from "../rule.ts";

// The sound examples' footers, as their texts have them.
const BUG_FOOTER = [
  FOOTER_TOP_RULER,
  "Keywords          : kbnetwork kbprint kbfixlist",
  "Technology        : kbAudDeveloper",
  "Version           : winnt:3.0,4.0,4.0 SP1",
  "Issue type        : kbbug",
  "Solution Type     : kbfix",
  "",
  FOOTER_BOTTOM_RULER,
  "",
].join("\n");
const HOWTO_FOOTER = [
  FOOTER_TOP_RULER,
  "Keywords          : kbnetwork kbprint ",
  "Technology        : kbAudDeveloper",
  "Version           : :4.0",
  "Issue type        : kbhowto",
  "",
  FOOTER_BOTTOM_RULER,
  "",
].join("\n");

/** `footer-missing` */
export const footerMissing: Rule = {
  id: "footer-missing",
  category: "footer",
  levels: { archive: "error", authoring: "error" },
  fix: "unsafe",
  summary: "The article has no footer.",
  rationale: "Keywords, technology, version and type stand in the footer; without it no search finds the article.",
  remedy: "Add the footer: ruler of 70, fields, blank line, ruler of 77.",
  source: "FORMAT §5",
  frequency: "none in 56,986 articles",
  examples: {
    bad: [
      { title: "A raw text without", container: "text", replace: BUG_FOOTER, by: "", restores: false },
      { title: "A page without", replace: BUG_FOOTER, by: "", restores: false },
      { title: "A how-to without", base: "howto", replace: HOWTO_FOOTER, by: "", restores: false },
    ],
    good: [
      { title: "A footer with all fields" },
      { title: "A footer without solution type", base: "howto" },
      { title: "The old dialect has none", base: "mspl" },
    ],
  },
  check(context) {
    const { article } = context;
    if (article.footer) return;
    const last = lastBodyLine(article);
    context.report({
      span: trimmedSpan(article, last),
      message: "The article ends without a footer, so no search by keyword or version finds it. Add the footer.",
      fixes: [unsafeFix("Insert a footer", insertLines(article, last + 1, footerLines(article)))],
    });
  },
};

function lastBodyLine(article: Article): number {
  let line = article.bodyEndLine - 1;
  while (line > 0 && article.kinds[line] !== LineKind.text && article.kinds[line] !== LineKind.queryWords) line--;
  return line;
}

function footerLines(article: Article): string[] {
  const keywords = headerValue(article, "keywords") ?? "";
  const version = headerField(article, "version");
  const lines = ["", FOOTER_TOP_RULER, `Keywords          : ${keywords} `.replace(/ {2}$/, " ")];
  const value = version ? textAt(article, version.value).trim() : "";
  if (value !== "") lines.push(`Version           : ${value}`);
  return [...lines, "", FOOTER_BOTTOM_RULER];
}
