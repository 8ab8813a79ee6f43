// A token of the footer's Keywords line that is known keywords run together. Headers glue their last words on by rule
// (FORMAT §5.2); a footer that was copied from a header takes that over.
import { strangeKeywords } from "../../model/keyword-line.ts";
import { safeFix } from "../edits.ts";
import { replaceKeyword } from "../footer-edits.ts";
import type { Rule } from "../rule.ts";

/** `keyword-glued` */
export const keywordGlued: Rule = {
  id: "keyword-glued",
  category: "footer",
  levels: { archive: "warning", authoring: "warning" },
  fix: "safe",
  summary: "A keyword in the footer is two known ones run together.",
  rationale: "Searches find neither of the two.",
  remedy: "Put a blank between them; only the header glues its last words on.",
  source: "FORMAT §5.2",
  frequency: "none in 56,985 articles",
  examples: {
    bad: [
      {
        title: "The header's glued last word in the footer",
        replace: "Keywords          : kbnetwork kbprint kbfixlist",
        by: "Keywords          : kbnetwork kbprintkbfixlist",
      },
      {
        title: "A lost blank in footer and header",
        base: "howto",
        replace: "Keywords          : kbnetwork kbprint ",
        by: "Keywords          : kbnetworkkbprint ",
        also: [["KEYWORDS:kbnetwork kbprint", "KEYWORDS:kbnetworkkbprint"]],
      },
      {
        title: "Three in one",
        container: "text",
        replace: "Keywords          : kbnetwork kbprint kbfixlist",
        by: "Keywords          : kbnetworkkbprintkbfixlist",
        also: [["KEYWORDS:kbnetwork kbprintkbfixlist", "KEYWORDS:kbnetworkkbprintkbfixlist"]],
      },
    ],
    good: [
      { title: "A glued last word in the header" },
      {
        title: "A known keyword that begins with another",
        base: "howto",
        replace: "Keywords          : kbnetwork kbprint ",
        by: "Keywords          : kbnetwork kbsms200bug ",
        also: [["KEYWORDS:kbnetwork kbprint", "KEYWORDS:kbnetwork kbsms200bug"]],
      },
      {
        title: "Separate keywords",
        base: "howto",
        replace: "Keywords          : kbnetwork kbprint ",
        by: "Keywords          : kbusage kbfaq",
        also: [["KEYWORDS:kbnetwork kbprint", "KEYWORDS:kbusagekbfaq"]],
      },
    ],
  },
  check(context) {
    for (const { token, span, kind, meant } of strangeKeywords(context.article, context.taxonomy)) {
      if (kind !== "glued" || meant === undefined) continue;
      context.report({
        span,
        message: `“${token}” is “${meant}” run together, so searches find neither. Separate them by a blank.`,
        fixes: [safeFix(`Write “${meant}”`, ...replaceKeyword(context.article, span, meant))],
      });
    }
  },
};
