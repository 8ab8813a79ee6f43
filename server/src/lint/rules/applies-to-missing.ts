// The block that says which products an article is about: missing, or with a damaged sentence.
import { headerValue, textAt } from "../../model/facts.ts";
import type { AppliesTo, Article } from "../../syntax/article.ts";
import { APPLIES_TO_SENTENCE } from "../../syntax/parse-applies-to.ts";
import { APPLIES_TO_RULER } from "../../syntax/ruler.ts";
import { contentSpan, insertLines, replaceSpan, safeFix, trimmedSpan, unsafeFix } from "../edits.ts";
import type { Rule, RuleContext } from "../rule.ts";

/** `applies-to-missing` */
export const appliesToMissing: Rule = {
  id: "applies-to-missing",
  category: "applies-to",
  levels: { archive: "warning", authoring: "error" },
  fix: "safe",
  summary: "No applies-to block, or its sentence is misspelt.",
  rationale: "Readers and programs learn from this block which products and versions the article is about.",
  remedy: `Write the block: ruler, “${APPLIES_TO_SENTENCE}”, blank line, one bullet a product, ruler.`,
  source: "FORMAT §3.1",
  frequency: "1.4 % of articles have no block; no sentence is misspelt",
  examples: {
    bad: [
      {
        title: "A misspelt sentence",
        replace: "The information in this article applies to:",
        by: "The infomation in this article applies to:",
      },
      {
        title: "A full stop for the colon",
        base: "howto",
        replace: "The information in this article applies to:",
        by: "The information in this article applies to.",
      },
      {
        title: "No sentence",
        replace: "The information in this article applies to:\n",
        by: "",
      },
      {
        title: "No block",
        replace: `${APPLIES_TO_RULER}\nThe information in this article applies to:\n\n - Microsoft SNA Server versions 3.0, 4.0, 4.0 SP1 \n${APPLIES_TO_RULER}\n\n`,
        by: "",
        restores: false,
      },
    ],
    good: [
      { title: "A sound block" },
      { title: "A block with sub-bullets", base: "howto" },
      { title: "The old dialect has none", base: "mspl" },
    ],
  },
  check(context) {
    const { article } = context;
    const block = article.appliesTo;
    if (!block) {
      context.report({
        span: trimmedSpan(article, article.header[article.header.length - 1]?.line ?? 0),
        message: "The article does not say which products it applies to. Add the applies-to block below the header.",
        fixes: [unsafeFix("Insert an applies-to block", insertBlock(article))],
      });
      return;
    }
    if (block.sentence === undefined) return reportNoSentence(context, block);
    const at = trimmedSpan(article, block.sentence);
    if (textAt(article, at) === APPLIES_TO_SENTENCE) return;
    const whole = { start: contentSpan(article, block.sentence).start, end: at.end };
    context.report({
      span: at,
      message: `This sentence opens the applies-to block, and programs know it by its letters. Write “${APPLIES_TO_SENTENCE}”`,
      fixes: [safeFix("Write the block's sentence", replaceSpan(whole, APPLIES_TO_SENTENCE))],
    });
  },
};

function reportNoSentence(context: RuleContext, { topRuler, firstLine }: AppliesTo): void {
  const { article } = context;
  context.report({
    span: trimmedSpan(article, firstLine),
    message: `The applies-to block lacks the sentence by which programs know it. Write “${APPLIES_TO_SENTENCE}”`,
    fixes: [
      safeFix(
        "Insert the block's sentence",
        insertLines(article, (topRuler ?? firstLine - 1) + 1, [APPLIES_TO_SENTENCE]),
      ),
    ],
  });
}

function insertBlock(article: Article): ReturnType<typeof insertLines> {
  const bullet = article.container === "page" ? "- " : " - ";
  const product = headerValue(article, "product") ?? "";
  let line = article.bodyLine;
  if (article.container === "page" && article.source.lineText(line).trim() === "") line++;
  return insertLines(article, line, [
    APPLIES_TO_RULER,
    APPLIES_TO_SENTENCE,
    "",
    `${bullet}${product} `,
    APPLIES_TO_RULER,
    "",
  ]);
}
