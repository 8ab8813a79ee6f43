// The footer's hardware: processors and machines of a short closed list.
import { nearest } from "../../base/edit-distance.ts";
import { footerField, textAt } from "../../model/facts.ts";
import { replaceSpan, safeFix } from "../edits.ts";
import type { Rule } from "../rule.ts";

const HARDWARE: readonly string[] = ["ALPHA", "MAC", "MIPS", "PPC", "x86", "WinCE"];

/** `hardware-unknown` */
export const hardwareUnknown: Rule = {
  id: "hardware-unknown",
  category: "footer",
  levels: { archive: "hint", authoring: "warning" },
  fix: "safe",
  summary: "A hardware value is none of the known ones.",
  rationale: "Readers of other machines are told by these words whether the article concerns them.",
  remedy: `Write ${HARDWARE.join(", ")}, separated by blanks.`,
  source: "FORMAT §5.2",
  frequency: "none of 3,564",
  examples: {
    bad: [
      {
        title: "Another case",
        replace: "Issue type        : kbbug",
        by: "Hardware          : ALPHA X86\nIssue type        : kbbug",
        restores: false,
      },
      {
        title: "A slip",
        replace: "Issue type        : kbbug",
        by: "Hardware          : ALHPA x86\nIssue type        : kbbug",
        restores: false,
      },
      {
        title: "Another word",
        base: "howto",
        replace: "Issue type        : kbhowto",
        by: "Hardware          : mainframe\nIssue type        : kbhowto",
        restores: false,
      },
    ],
    good: [
      { title: "None" },
      {
        title: "Two",
        replace: "Issue type        : kbbug",
        by: "Hardware          : ALPHA x86\nIssue type        : kbbug",
      },
      {
        title: "A hand-held",
        base: "howto",
        replace: "Issue type        : kbhowto",
        by: "Hardware          : WinCE\nIssue type        : kbhowto",
      },
    ],
  },
  check(context) {
    const field = footerField(context.article, "Hardware");
    if (!field) return;
    for (const match of textAt(context.article, field.value).matchAll(/\S+/g)) {
      const word = match[0];
      if (HARDWARE.includes(word)) continue;
      const start = field.value.start + match.index;
      const span = { start, end: start + word.length };
      const meant = meantHardware(word);
      context.report({
        span,
        message: `“${word}” is no known hardware${meant ? `; ${meant} is meant` : ""}. Write one of ${HARDWARE.join(", ")}.`,
        fixes: meant ? [safeFix(`Write ${meant}`, replaceSpan(span, meant))] : [],
      });
    }
  },
};

// One slip, whatever the case: the words are too short for two.
function meantHardware(word: string): string | undefined {
  const lower = nearest(
    word.toLowerCase(),
    HARDWARE.map((known) => known.toLowerCase()),
    1,
  );
  return HARDWARE.find((known) => known.toLowerCase() === lower);
}
