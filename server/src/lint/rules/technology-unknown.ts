// Tokens of the footer's Technology line that no vocabulary knows. The line has no copy in the header to mend it by.
import { footerField } from "../../model/facts.ts";
import { judgeToken, productOf, unknownTokens } from "../../model/keyword-line.ts";
import { replaceSpan, safeFix, unsafeFix } from "../edits.ts";
import type { Rule } from "../rule.ts";

/** `technology-unknown` */
export const technologyUnknown: Rule = {
  id: "technology-unknown",
  category: "footer",
  levels: { archive: "off", authoring: "hint" },
  fix: "safe",
  summary: "A technology token is not in the taxonomy.",
  rationale: "Searches by product go by these tokens; an article under another one is not found.",
  remedy: "Write the token that is meant, or add a new one to `taxonomy.technology` in kb.config.json.",
  source: "FORMAT §5.2",
  frequency: "none: the built-in taxonomy is what the archive uses",
  examples: {
    bad: [
      {
        title: "A slip",
        profile: "authoring",
        replace: "Technology        : kbAudDeveloper",
        by: "Technology        : kbAudDevelper",
      },
      {
        title: "Another case",
        profile: "authoring",
        base: "howto",
        replace: "Technology        : kbAudDeveloper",
        by: "Technology        : kbauddeveloper",
      },
      {
        title: "A token of one's own",
        profile: "authoring",
        replace: "Technology        : kbAudDeveloper",
        by: "Technology        : kbAudDeveloper printing",
        restores: false,
      },
    ],
    good: [
      { title: "A known token", profile: "authoring" },
      { title: "A known token in a how-to", profile: "authoring", base: "howto" },
      {
        title: "Several known tokens",
        profile: "authoring",
        replace: "Technology        : kbAudDeveloper",
        by: "Technology        : kbWinNTsearch kbWinNT400search kbAudDeveloper",
      },
    ],
  },
  check(context) {
    const { article, taxonomy } = context;
    const field = footerField(article, "Technology");
    if (!field) return;
    const { text } = article.source;
    for (const span of unknownTokens(text, field.value, (token) => taxonomy.technologies.has(token))) {
      const token = text.slice(span.start, span.end);
      const { meant, certain } = judgeToken(token, span, taxonomy.technologies, productOf(article, taxonomy));
      const fix = certain ? safeFix : unsafeFix;
      context.report({
        span,
        message: `“${token}” is no known technology, so searches by product miss the article. ${
          meant === undefined ? "Choose a known one" : `Is ${meant} meant? Write it`
        }, or add this one to the taxonomy.`,
        fixes: meant === undefined ? [] : [fix(`Write ${meant}`, replaceSpan(span, meant))],
      });
    }
  },
};
