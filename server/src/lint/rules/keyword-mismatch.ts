// The header's keywords against the footer's by the exact rule that the archive was made with (FORMAT §5.2).
import { footerField, headerField, textAt } from "../../model/facts.ts";
import { headerKeywordsFor, type KeywordCause, keywordCause } from "../../model/keyword-rule.ts";
import { replaceSpan, safeFix } from "../edits.ts";
import type { Rule } from "../rule.ts";

const CAUSES: Readonly<Record<KeywordCause, string>> = {
  missing: "lacks keywords that the footer has",
  extra: "has keywords that the footer lacks",
  order: "has the footer's keywords in another order or spacing",
  spelling: "spells a keyword otherwise than the footer",
  cut: "is cut off before column 87",
  differs: "has other keywords than the footer",
};

/** `keyword-mismatch` */
export const keywordMismatch: Rule = {
  id: "keyword-mismatch",
  category: "header",
  levels: { archive: "error", authoring: "error" },
  fix: "safe",
  summary: "The header's keywords do not follow from the footer's.",
  rationale: "Searches use the one list, readers see the other; an article is found by words it does not have.",
  remedy: "Derive the header from the footer: both lists joined, the fixed last words without a blank, cut at 87.",
  source: "FORMAT §5.2",
  frequency: "none in 56,985 articles",
  examples: {
    bad: [
      {
        title: "A keyword only in the footer",
        container: "text",
        replace: "KEYWORDS:kbnetwork kbprintkbfixlist",
        by: "KEYWORDS:kbprintkbfixlist",
      },
      {
        title: "A keyword only in the header",
        container: "page",
        replace: "kbnetwork kbprintkbfixlist",
        by: "kbnetwork kbenv kbprintkbfixlist",
      },
      {
        title: "Another spelling",
        base: "howto",
        container: "text",
        replace: "KEYWORDS:kbnetwork kbprint",
        by: "KEYWORDS:kbnetwork kbPrint",
      },
      {
        title: "An empty header",
        container: "page",
        replace: "Keyword(s): kbnetwork kbprintkbfixlist",
        by: "Keyword(s): ",
      },
    ],
    good: [
      { title: "Last words glued on, as the archive has them" },
      {
        title: "A trimmed blank at the footer's end",
        base: "howto",
        replace: "kbprint \nTechnology",
        by: "kbprint\nTechnology",
      },
      {
        title: "No keywords at all",
        base: "howto",
        replace: "KEYWORDS:kbnetwork kbprint",
        by: "KEYWORDS:",
        also: [["Keywords          : kbnetwork kbprint ", "Keywords          : "]],
      },
    ],
  },
  check(context) {
    const header = headerField(context.article, "keywords");
    const footer = footerField(context.article, "Keywords");
    // Commas in the footer are footer-field's finding; what the list is, is known once they are gone.
    if (!header || !footer || textAt(context.article, footer.value).includes(",")) return;
    const written = textAt(context.article, header.value).trimEnd();
    const [expected = "", ...others] = headerKeywordsFor(textAt(context.article, footer.value));
    if (written === expected || others.includes(written)) return;
    const cause = CAUSES[keywordCause(written, expected)];
    context.report({
      span: header.value.end > header.value.start ? header.value : header.label,
      message: `The header ${cause}: “${shortened(written)}” should be “${shortened(expected)}”. Derive it from the footer.`,
      related: [{ message: "The footer's keywords", span: footer.value }],
      fixes: [safeFix("Derive the header's keywords from the footer", replaceSpan(header.value, expected))],
    });
  },
};

function shortened(keywords: string): string {
  return keywords.length > 60 ? `${keywords.slice(0, 57)}…` : keywords;
}
