// The form of the applies-to block: ruler, sentence, blank line, bullets, ruler, and only one such block.
// The blank at the end of bullets is nobody's business: editors trim it (FORMAT §3.1).
import { type MalformedBullet, malformedBullets } from "../../model/bullet-form.ts";
import { headerValue, textAt } from "../../model/facts.ts";
import type { AppliesTo, Article } from "../../syntax/article.ts";
import { LineKind } from "../../syntax/line-kind.ts";
import { APPLIES_TO_SENTENCE } from "../../syntax/parse-applies-to.ts";
import { APPLIES_TO_RULER } from "../../syntax/ruler.ts";
import { secondBlock } from "../applies-to-twice.ts";
import { contentSpan, deleteLines, insertLines, replaceSpan, safeFix, trimmedSpan, unsafeFix } from "../edits.ts";
import type { Fix, Rule, RuleContext } from "../rule.ts";

const DASH = 45;
const RULER_LENGTH = APPLIES_TO_RULER.length;
const BUG_BULLET = " - Microsoft SNA Server versions 3.0, 4.0, 4.0 SP1 \n";

/** `applies-to-format` */
export const appliesToFormat: Rule = {
  id: "applies-to-format",
  category: "applies-to",
  levels: { archive: "warning", authoring: "error" },
  fix: "safe",
  summary: "The applies-to block is not in its form: rulers of 79 dashes, one blank line, bullets, only once.",
  rationale: "Programs read the products by the block's form; a product on a line that they do not know is lost.",
  remedy: "Write ruler, sentence, blank line, one bullet a product, ruler.",
  source: "FORMAT §3.1",
  frequency: "32 of 56,986 articles without bullets, 13 with the sentence twice, 6 with a ruler of another length",
  examples: {
    bad: [
      {
        title: "A short ruler",
        replace: `${APPLIES_TO_RULER}\nThe information`,
        by: `${APPLIES_TO_RULER.slice(8)}\nThe information`,
      },
      { title: "No upper ruler", replace: `${APPLIES_TO_RULER}\nThe information`, by: "The information" },
      { title: "No lower ruler", replace: `4.0 SP1 \n${APPLIES_TO_RULER}\n`, by: "4.0 SP1 \n" },
      {
        title: "Two lower rulers",
        replace: `4.0 SP1 \n${APPLIES_TO_RULER}\n`,
        by: `4.0 SP1 \n${APPLIES_TO_RULER}\n${APPLIES_TO_RULER}\n`,
      },
      {
        title: "No blank line above the bullets",
        base: "howto",
        replace: "applies to:\n\n - Microsoft",
        by: "applies to:\n - Microsoft",
      },
      { title: "A blank line below the bullets", replace: BUG_BULLET, by: `${BUG_BULLET}\n` },
      { title: "A line without its dash", replace: " - Microsoft SNA Server ver", by: " Microsoft SNA Server ver" },
      {
        title: "An asterisk for the dash",
        base: "howto",
        replace: " - Microsoft SNA Server version 4.0, on",
        by: " * Microsoft SNA Server version 4.0, on",
      },
      {
        title: "A sub-bullet in the wrong column",
        base: "howto",
        replace: "    - Microsoft Windows",
        by: "     - Microsoft Windows",
      },
      { title: "A wrapped bullet", replace: "versions 3.0, 4.0, 4.0 SP1", by: "versions 3.0,\n   4.0, 4.0 SP1" },
      { title: "No bullets", replace: `\n${BUG_BULLET}`, by: "\n", restores: false },
      {
        title: "The block twice",
        replace: `${BUG_BULLET}${APPLIES_TO_RULER}\n`,
        by: `${BUG_BULLET}${APPLIES_TO_RULER}\n\n${APPLIES_TO_RULER}\nThe information in this article applies to:\n\n${BUG_BULLET}${APPLIES_TO_RULER}\n`,
      },
    ],
    good: [
      { title: "A sound block" },
      { title: "Sub-bullets", base: "howto" },
      { title: "A trimmed blank at a bullet's end", replace: BUG_BULLET, by: `${BUG_BULLET.trimEnd()}\n` },
      {
        title: "Another sentence on what an article applies to",
        replace: "The queue stops.",
        by: "The queue stops. The information in this article applies to all queues.",
      },
    ],
  },
  check(context) {
    const block = context.article.appliesTo;
    if (block?.sentence === undefined) return;
    checkRulers(context, block, block.sentence);
    // A second block begins with a ruler too; that one goes with the block.
    if (!secondBlock(context.article, block)) checkDoubleRulers(context, block);
    checkBlankLines(context, block, block.sentence);
    if (block.bullets.length === 0 && !hasLines(block, block.sentence)) reportNoBullets(context, block, block.sentence);
    for (const fault of malformedBullets(context.article)) reportBullet(context, fault);
    reportSecond(context, block);
  },
};

function checkRulers(context: RuleContext, block: AppliesTo, sentence: number): void {
  const { article } = context;
  if (block.topRuler === undefined) reportNoRuler(context, sentence, { above: "sentence", at: sentence });
  else checkRuler(context, block.topRuler);
  if (block.bottomRuler !== undefined) return checkRuler(context, block.bottomRuler);
  const last = lastLine(article, block);
  reportNoRuler(context, last, { above: "text below", at: last + 1 });
}

function lastLine(article: Article, block: AppliesTo): number {
  let line = block.endLine - 1;
  while (line > block.firstLine && article.kinds[line] === LineKind.blank) line--;
  return line;
}

function reportNoRuler(context: RuleContext, line: number, { above, at }: { above: string; at: number }): void {
  const { article } = context;
  context.report({
    span: trimmedSpan(article, line),
    message: `The ruler above the ${above} is missing, so programs do not see where the block begins or ends. Insert it.`,
    fixes: [safeFix("Insert the ruler of 79 dashes", insertLines(article, at, [APPLIES_TO_RULER]))],
  });
}

function checkRuler(context: RuleContext, line: number): void {
  const { article } = context;
  const at = contentSpan(article, line);
  const { text } = article.source;
  if (text.startsWith(APPLIES_TO_RULER, at.start) && trimmedSpan(article, line).end === at.start + RULER_LENGTH) return;
  context.report({
    span: trimmedSpan(article, line),
    message: `This ruler is not the block's 79 dashes, by which programs know it. Write 79 dashes.`,
    fixes: [safeFix("Write the ruler of 79 dashes", replaceSpan(at, APPLIES_TO_RULER))],
  });
}

// A second ruler directly outside the block's own.
function checkDoubleRulers(context: RuleContext, block: AppliesTo): void {
  const { article } = context;
  const outside: number[] = [];
  if (block.topRuler !== undefined && article.residue) outside.push(block.topRuler - 1);
  if (block.bottomRuler !== undefined) outside.push(block.bottomRuler + 1);
  for (const line of outside) {
    if (article.source.text.charCodeAt(article.contents[line] ?? 0) !== DASH || !isDashes(article, line)) continue;
    context.report({
      span: trimmedSpan(article, line),
      message: "The block has a second ruler here, which readers take for the end of something. Delete it.",
      fixes: [safeFix("Delete the second ruler", deleteLines(article, line, line + 1))],
    });
  }
}

function isDashes(article: Article, line: number): boolean {
  return /^-{5,}$/.test(textAt(article, trimmedSpan(article, line)));
}

// One blank line below the sentence, none elsewhere.
function checkBlankLines(context: RuleContext, block: AppliesTo, sentence: number): void {
  const { article } = context;
  let above = block.topRuler ?? sentence;
  for (let line = above + 1; line < block.endLine; line++) {
    if (article.kinds[line] === LineKind.blank) continue;
    const blanks = line - above - 1;
    const wanted = above === sentence ? 1 : 0;
    if (blanks < wanted) reportNoBlank(context, line);
    if (blanks > wanted) reportBlanks(context, above + 1 + wanted, line);
    above = line;
  }
}

function reportNoBlank(context: RuleContext, line: number): void {
  const { article } = context;
  context.report({
    span: trimmedSpan(article, line),
    message: "The blank line between sentence and products is missing, and programs count on it. Insert it.",
    fixes: [safeFix("Insert a blank line", insertLines(article, line, [""]))],
  });
}

function reportBlanks(context: RuleContext, from: number, to: number): void {
  const { article } = context;
  context.report({
    span: { start: article.source.start(from), end: article.source.end(to - 1) },
    message: "A blank line too many in the applies-to block: programs take it for the block's end. Delete it.",
    fixes: [safeFix("Delete the blank line", deleteLines(article, from, to))],
  });
}

function hasLines(block: AppliesTo, sentence: number): boolean {
  return block.endLine - Number(block.bottomRuler !== undefined) > sentence + 2;
}

function reportNoBullets(context: RuleContext, block: AppliesTo, sentence: number): void {
  const { article } = context;
  const product = headerValue(article, "product") ?? "";
  const fixes: Fix[] = [];
  if (block.bottomRuler !== undefined && product !== "") {
    const bullet = `${article.container === "text" ? " " : ""}- ${product} `;
    fixes.push(unsafeFix("Insert the header's product", insertLines(article, block.bottomRuler, [bullet])));
  }
  context.report({
    span: trimmedSpan(article, sentence),
    message: "The block names no product, so readers do not learn what the article applies to. Add a bullet a product.",
    fixes,
  });
}

const BULLET_MESSAGES: Readonly<Record<MalformedBullet["kind"], string>> = {
  indent: "This bullet does not stand where its level belongs, and is read as another level's. Move it to its column.",
  marker: "A product without its dash is not read as one. Write it as a bullet.",
  wrapped: "A bullet that wraps is read as far as its first line. Join the lines, however long they get.",
};

function reportBullet(context: RuleContext, { line, span, newText, kind }: MalformedBullet): void {
  const title = kind === "wrapped" ? "Join the lines" : "Write the bullet as its level asks";
  context.report({
    span: trimmedSpan(context.article, line),
    message: BULLET_MESSAGES[kind],
    fixes: [safeFix(title, { span, newText })],
  });
}

function reportSecond(context: RuleContext, block: AppliesTo): void {
  const { article } = context;
  const second = secondBlock(article, block);
  if (!second) return;
  context.report({
    span: trimmedSpan(article, second.sentence),
    message: `“${APPLIES_TO_SENTENCE}” stands twice, and only the first block is read. Delete or reword the second.`,
    related: [{ message: "The block that is read", span: trimmedSpan(article, block.sentence ?? block.firstLine) }],
    fixes: second.copy
      ? [safeFix("Delete the second block", deleteLines(article, second.copy.from, second.copy.to))]
      : [],
  });
}
