// The header's keywords against the footer's by the exact rule that the archive was made with (FORMAT §5.2).
import { footerField, headerField, textAt } from "../../model/facts.ts";
import { headerKeywordsFor, headerKeywordsMatch, type KeywordCause, keywordCause } from "../../model/keyword-rule.ts";
import { type KeywordRepair, restoreKeywords, withoutRepeats } from "../../model/restore-keywords.ts";
import type { Span } from "../../text/span.ts";
import { replaceSpan, safeFix, unsafeFix } from "../edits.ts";
import type { Rule, RuleContext } from "../rule.ts";

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
  remedy:
    "Derive the header from the footer: both lists joined, the fixed last words without a blank, cut at 87. Where the footer has a slip that the header has not, mend the footer.",
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
      {
        title: "A slip in the footer: its keyword is unknown, the header's is known",
        replace: "Keywords          : kbnetwork kbprint kbfixlist",
        by: "Keywords          : kbnetwrok kbprint kbfixlist",
      },
      {
        title: "Two of the footer's keywords run together",
        base: "howto",
        replace: "Keywords          : kbnetwork kbprint ",
        by: "Keywords          : kbnetworkkbprint ",
      },
      {
        title: "Two blanks in the footer",
        base: "howto",
        container: "page",
        replace: "Keywords          : kbnetwork kbprint ",
        by: "Keywords          : kbnetwork  kbprint ",
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
    if (!header || !footer) return;
    const written = textAt(context.article, header.value).trimEnd();
    const full = textAt(context.article, footer.value);
    // Commas in the footer are footer-field's finding; what the list is, is known once they are gone.
    if (headerKeywordsMatch(written, full) || /[,;]/.test(full)) return;
    // A keyword that stands twice in the footer is keyword-duplicate's finding.
    if (headerKeywordsMatch(written, withoutRepeats(full))) return;
    const allowed = headerKeywordsFor(full);
    const at = header.value.end > header.value.start ? header.value : header.label;
    const lists: Lists = { written, expected: allowed[0] ?? "", header: header.value, footer: footer.value };
    const repair = restoreKeywords(full, written, context.taxonomy.keywords);
    if (repair) reportFooter(context, lists, repair);
    else reportHeader(context, lists, at);
  },
};

interface Lists {
  readonly written: string;
  readonly expected: string;
  readonly header: Span;
  readonly footer: Span;
}

function reportHeader(context: RuleContext, lists: Lists, at: Span): void {
  const { written, expected } = lists;
  const cause = CAUSES[keywordCause(written, expected)];
  context.report({
    span: at,
    message: `The header ${cause}: “${shortened(written)}” should be “${shortened(expected)}”. Derive it from the footer.`,
    related: [{ message: "The footer's keywords", span: lists.footer }],
    fixes: [safeFix("Derive the header's keywords from the footer", replaceSpan(lists.header, expected))],
  });
}

function reportFooter(context: RuleContext, lists: Lists, repair: KeywordRepair): void {
  const start = lists.footer.start + repair.span.start;
  const span = { start, end: lists.footer.start + repair.span.end };
  const written = textAt(context.article, span);
  const slip = written.trim() !== "";
  context.report({
    span,
    message: slip
      ? `The footer has “${written}”, no known keyword, where the header has “${repair.newText}”. Searches miss it; restore it.`
      : "Blanks too many here: the footer's keywords are not those of the header. Leave as many as belong here.",
    related: [{ message: "The header's keywords", span: lists.header }],
    fixes: [
      safeFix(slip ? `Write ${repair.newText}, as in the header` : "Delete the blanks too many", {
        span,
        newText: repair.newText,
      }),
      unsafeFix("Derive the header's keywords from the footer", replaceSpan(lists.header, lists.expected)),
    ],
  });
}

function shortened(keywords: string): string {
  return keywords.length > 60 ? `${keywords.slice(0, 57)}…` : keywords;
}
