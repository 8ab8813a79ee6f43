// Keywords of the footer that no vocabulary knows, with the known one that is most likely meant.
import { strangeKeywords } from "../../model/keyword-line.ts";
import { safeFix, unsafeFix } from "../edits.ts";
import { replaceKeyword } from "../footer-edits.ts";
import type { Rule } from "../rule.ts";

/** `keyword-unknown` */
export const keywordUnknown: Rule = {
  id: "keyword-unknown",
  category: "footer",
  levels: { archive: "hint", authoring: "warning" },
  fix: "safe",
  summary: "A keyword is not in the taxonomy.",
  rationale: "Searches go by the keywords that are agreed on; an article under another one is not found.",
  remedy: "Write the keyword that is meant, or add a new one to `taxonomy.keywords` in kb.config.json.",
  source: "FORMAT §5.2",
  frequency: "none: the built-in taxonomy is what the archive uses",
  examples: {
    bad: [
      {
        title: "A slip in footer and header",
        replace: "Keywords          : kbnetwork kbprint kbfixlist",
        by: "Keywords          : kbnetwrok kbprint kbfixlist",
        also: [["KEYWORDS:kbnetwork kbprintkbfixlist", "KEYWORDS:kbnetwrok kbprintkbfixlist"]],
        container: "text",
      },
      {
        title: "A letter too many",
        base: "howto",
        replace: "Keywords          : kbnetwork kbprint ",
        by: "Keywords          : kbnetwork kbprinnt ",
        also: [["KEYWORDS:kbnetwork kbprint", "KEYWORDS:kbnetwork kbprinnt"]],
      },
      {
        title: "A word of one's own",
        base: "howto",
        replace: "Keywords          : kbnetwork kbprint ",
        by: "Keywords          : kbnetwork spooling ",
        also: [["KEYWORDS:kbnetwork kbprint", "KEYWORDS:kbnetwork spooling"]],
        restores: false,
      },
      {
        title: "A page",
        container: "page",
        replace: "Keywords          : kbnetwork kbprint kbfixlist",
        by: "Keywords          : kbnetwrk kbprint kbfixlist",
        also: [["Keyword(s): kbnetwork kbprintkbfixlist", "Keyword(s): kbnetwrk kbprintkbfixlist"]],
      },
    ],
    good: [
      { title: "Known keywords" },
      {
        title: "Known keywords without kb",
        base: "howto",
        replace: "Keywords          : kbnetwork kbprint ",
        by: "Keywords          : win95 exc55 ",
        also: [["KEYWORDS:kbnetwork kbprint", "KEYWORDS:win95 exc55"]],
      },
      {
        title: "No keywords",
        base: "howto",
        replace: "Keywords          : kbnetwork kbprint ",
        by: "Keywords          : ",
        also: [["KEYWORDS:kbnetwork kbprint", "KEYWORDS:"]],
      },
    ],
  },
  check(context) {
    for (const { token, span, kind, meant, certain } of strangeKeywords(context.article, context.taxonomy)) {
      if (kind !== "unknown") continue;
      const fix = certain ? safeFix : unsafeFix;
      context.report({
        span,
        message: `“${token}” is no known keyword, so searches miss the article. ${
          meant === undefined ? "Choose a known one" : `Is ${meant} meant? Write it`
        }, or add this one to the taxonomy.`,
        fixes: meant === undefined ? [] : [fix(`Write ${meant}`, ...replaceKeyword(context.article, span, meant))],
      });
    }
  },
};
