// `version` before one version, `versions` before several, in the bullets of the applies-to block.

import { textAt } from "../../model/facts.ts";
import { bulletVersions } from "../../model/version-set.ts";
import { isStrictItem, strictItem } from "../../model/version-style.ts";
import type { Bullet } from "../../syntax/article.ts";
import { replaceSpan, safeFix } from "../edits.ts";
import type { Rule, RuleContext } from "../rule.ts";

/** `applies-to-version-word` */
export const appliesToVersionWord: Rule = {
  id: "applies-to-version-word",
  category: "applies-to",
  levels: { archive: "hint", authoring: "warning" },
  fix: "safe",
  summary: "“version” before several versions, or “versions” before one.",
  rationale: "Readers expect one version behind the one word and more behind the other.",
  remedy: "Write “versions” before several and “version” before one.",
  source: "FORMAT §3.1",
  frequency: "1 of 18,092 articles of a third of the archive",
  examples: {
    bad: [
      {
        title: "Several",
        replace: "Server versions 3.0, 4.0, 4.0 SP1 \n",
        by: "Server version 3.0, 4.0, 4.0 SP1 \n",
      },
      { title: "One", base: "howto", replace: "SNA Server version 4.0, on", by: "SNA Server versions 4.0, on" },
      {
        title: "One in a sub-bullet",
        base: "howto",
        replace: "Windows NT Server version 4.0 \n",
        by: "Windows NT Server versions 4.0 \n",
      },
    ],
    good: [
      { title: "Several" },
      { title: "One", base: "howto" },
      {
        title: "An edition behind the version",
        base: "howto",
        replace: "Windows NT Server version 4.0 \n",
        by: "Windows NT Server version 4.0, Terminal Server Edition \n",
      },
      {
        title: "A range",
        replace: "Server versions 3.0, 4.0, 4.0 SP1 \n",
        by: "Server versions 3.x \n",
      },
    ],
  },
  check(context) {
    for (const bullet of context.article.appliesTo?.bullets ?? []) {
      const text = textAt(context.article, bullet.text);
      // A bullet that ends in a comma goes on below, which is applies-to-format's finding.
      if (!agreesAtAGlance(text) && !text.endsWith(",")) checkBullet(context, bullet);
    }
  },
};

// Most bullets have one version without a comma behind it, or several with.
function agreesAtAGlance(text: string): boolean {
  const at = text.lastIndexOf(" version");
  if (at < 0) return true;
  return !text.endsWith(":") && (text.charAt(at + " version".length) === "s") === text.includes(",", at);
}

function checkBullet(context: RuleContext, bullet: Bullet): void {
  const versions = bulletVersions(context.article, bullet);
  // Anything but plain versions may be part of the product's name, or stand for several.
  if (!versions?.items.every((item) => isStrictItem(strictItem(item.text)))) return;
  const { word, wordSpan, items } = versions;
  const right = items.length > 1 ? "versions" : "version";
  // `3.x` stands for several.
  if (items.length === 0 || right === word || (items.length === 1 && items[0]?.text.endsWith("x"))) return;
  context.report({
    span: wordSpan,
    message:
      right === "versions"
        ? "Several versions follow, so readers miss all but the first. Write “versions”."
        : "One version follows, so readers look for more. Write “version”.",
    fixes: [safeFix(`Write “${right}”`, replaceSpan(wordSpan, right))],
  });
}
