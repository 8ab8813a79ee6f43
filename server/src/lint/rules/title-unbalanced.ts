// Quotation marks and brackets in titles come in pairs; one alone was lost in writing, or with the end of a cut title.
import { articleTitle, titleSpan } from "../../model/facts.ts";
import type { Rule } from "../rule.ts";

const TITLE = "FIX: Print Queue Stops After the Spooler Is Restarted";

/** `title-unbalanced` */
export const titleUnbalanced: Rule = {
  id: "title-unbalanced",
  category: "container",
  levels: { archive: "hint", authoring: "warning" },
  fix: "no",
  summary: "A quotation mark or bracket in the title has no partner.",
  rationale: "Readers cannot tell where the quoted message ends; most often the title was cut at 64 characters.",
  remedy: "Add the partner, or shorten the title until there is room for it.",
  source: "FORMAT §11",
  frequency: "39 quotation marks and 15 brackets in 56,986 articles",
  mspl: true,
  examples: {
    bad: [
      {
        title: "A quotation that does not end",
        container: "text",
        profile: "authoring",
        replace: TITLE,
        by: 'FIX: "Queue Stopped Message After the Spooler Is Restarted',
      },
      {
        title: "A bracket that does not close, in a page",
        container: "page",
        profile: "authoring",
        replace: `"Q900100: ${TITLE}"`,
        by: '"Q900100: FIX: Print Queue Stops After Spooler Is Restarted (SNA"',
        also: [[`## Q900100: ${TITLE}`, "## Q900100: FIX: Print Queue Stops After Spooler Is Restarted (SNA"]],
      },
      {
        title: "A bracket that closes nothing",
        container: "text",
        profile: "authoring",
        replace: TITLE,
        by: "FIX: Print Queue] Stops After the Spooler Is Restarted",
      },
    ],
    good: [
      { title: "None at all" },
      {
        title: "Pairs",
        container: "text",
        replace: TITLE,
        by: 'FIX: "Queue" Stops After the Spooler (NT) Is Restarted',
      },
      { title: "Inches", container: "text", replace: TITLE, by: 'FIX: Print Queue Stops for Disks of 3.5" Size' },
      {
        title: "A bracket that is quoted",
        container: "text",
        replace: TITLE,
        by: 'FIX: Print Queue Stops at a ")" in a Name',
      },
    ],
  },
  check(context) {
    const at = titleSpan(context.article);
    if (!at) return;
    const title = articleTitle(context.article);
    const mark = title && unpaired(title);
    if (!mark) return;
    context.report({
      span: at,
      message: `A ${mark} in the title has no partner, so readers miss where the words end. Add it, or shorten the title.`,
    });
  },
};

function unpaired(title: string): string | undefined {
  const quoted = title.includes('"');
  if (quoted && isOdd(title)) return "quotation mark";
  const plain = quoted ? title.replace(/"[^"]*"/g, "") : title;
  if (!sameCount(plain, "(", ")")) return "round bracket";
  if (!sameCount(plain, "[", "]")) return "square bracket";
  return sameCount(plain, "{", "}") ? undefined : "brace";
}

// An inch mark stands behind a digit; a mark behind a backslash, or one that is itself spoken of, is no quotation.
function isOdd(title: string): boolean {
  const marks = title.split('"').length - 1;
  if (marks % 2 === 0) return false;
  const others = title.match(/\d"(?=[ ),]|$)|\\"|Quote\(?"|'"'/g)?.length ?? 0;
  return (marks - others) % 2 !== 0;
}

function sameCount(title: string, open: string, close: string): boolean {
  if (!title.includes(open) && !title.includes(close)) return true;
  return title.split(open).length === title.split(close).length;
}
