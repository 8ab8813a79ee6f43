// Keywords in another case than the known ones: unknown spellings, and rare ones of a keyword that has a usual one.
import { strangeKeywords } from "../../model/keyword-line.ts";
import { safeFix, unsafeFix } from "../edits.ts";
import { replaceKeyword } from "../footer-edits.ts";
import type { Rule } from "../rule.ts";

/** `keyword-case` */
export const keywordCase: Rule = {
  id: "keyword-case",
  category: "footer",
  levels: { archive: "hint", authoring: "warning" },
  fix: "safe",
  summary: "A keyword is a known one in other upper and lower case.",
  rationale: "Programs compare keywords letter by letter, and lists show the two spellings as two keywords.",
  remedy: "Write the usual spelling.",
  source: "FORMAT §5.2",
  frequency: "79 of 18,170 articles of a third of the archive, all with `kbFAQ` or `kbAddin`",
  examples: {
    bad: [
      {
        title: "A capital too many",
        base: "howto",
        replace: "Keywords          : kbnetwork kbprint ",
        by: "Keywords          : kbNetwork kbprint ",
        also: [["KEYWORDS:kbnetwork kbprint", "KEYWORDS:kbNetwork kbprint"]],
      },
      {
        title: "All in capitals",
        container: "page",
        replace: "Keywords          : kbnetwork kbprint kbfixlist",
        by: "Keywords          : kbnetwork KBPRINT kbfixlist",
        also: [["Keyword(s): kbnetwork kbprintkbfixlist", "Keyword(s): kbnetwork KBPRINTkbfixlist"]],
      },
      {
        title: "A rare spelling of a keyword that has a usual one",
        container: "text",
        replace: "Keywords          : kbnetwork kbprint kbfixlist",
        by: "Keywords          : kbFAQ kbprint kbfixlist",
        also: [["KEYWORDS:kbnetwork kbprintkbfixlist", "KEYWORDS:kbFAQ kbprintkbfixlist"]],
      },
    ],
    good: [
      { title: "The usual spellings" },
      {
        title: "Capitals that belong",
        base: "howto",
        replace: "Keywords          : kbnetwork kbprint ",
        by: "Keywords          : kbMFC kbGrpDSVB ",
        also: [["KEYWORDS:kbnetwork kbprint", "KEYWORDS:kbMFC kbGrpDSVB"]],
      },
      {
        title: "Two spellings that are both usual",
        base: "howto",
        replace: "Keywords          : kbnetwork kbprint ",
        by: "Keywords          : kbnetwork kbSample ",
        also: [["KEYWORDS:kbnetwork kbprint", "KEYWORDS:kbnetwork kbSample"]],
      },
    ],
  },
  check(context) {
    for (const { token, span, kind, meant, certain } of strangeKeywords(context.article, context.taxonomy)) {
      if (kind !== "case" || meant === undefined) continue;
      // A rare spelling that the archive has is a matter of taste; an unknown one is a slip.
      const fix = certain ? safeFix : unsafeFix;
      context.report({
        span,
        message: `“${token}” is usually spelt “${meant}”, and programs tell the two apart. Write ${meant}.`,
        fixes: [fix(`Write ${meant}`, ...replaceKeyword(context.article, span, meant))],
      });
    }
  },
};
