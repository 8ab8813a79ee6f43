// A hyphen with a blank behind it in the middle of a compound: two lines were joined where the word was divided.
// Only compounds that the archive knows; `16- and 32-bit` is right as it stands.
import { isJoined } from "../../model/joined-words.ts";
import { textEndLine } from "../../model/prose.ts";
import type { Article } from "../../syntax/article.ts";
import { LineKind } from "../../syntax/line-kind.ts";
import { safeFix } from "../edits.ts";
import type { Rule, RuleContext } from "../rule.ts";

/** `hyphen-blank` */
export const hyphenBlank: Rule = {
  id: "hyphen-blank",
  category: "consistency",
  levels: { archive: "hint", authoring: "warning" },
  fix: "safe",
  summary: "A blank stands behind the hyphen of a compound: `Windows- based`.",
  rationale:
    "Searches find neither the compound nor its parts; it is left over from a line that was joined to the next.",
  remedy: "Delete the blank.",
  source: "FORMAT §8",
  frequency: "2.3 % of articles",
  examples: {
    bad: [
      {
        title: "In a sentence",
        profile: "authoring",
        replace: "The queue stops.",
        by: "The read- only queue stops.",
        restores: false,
      },
      {
        title: "A name",
        profile: "authoring",
        replace: "The queue stops.",
        by: "The queue of MS- DOS clients stops, and so does that of Windows- based ones.",
        restores: false,
      },
      {
        title: "In a list",
        profile: "authoring",
        replace: "3. Print a page.",
        by: "3. Double- click Print.",
        restores: false,
      },
    ],
    good: [
      { title: "Suspended hyphens", replace: "The queue stops.", by: "The queue stops on 16- and 32-bit clients." },
      {
        title: "A compound that the archive does not know",
        replace: "The queue stops.",
        by: "The queue- stop button of the host.",
      },
      { title: "A dash", replace: "The queue stops.", by: "The queue - built in NT 4.0 - stops." },
    ],
  },
  check(context) {
    const { article } = context;
    const { text } = article.source;
    const end = article.source.start(textEndLine(article));
    for (let at = text.indexOf("- ", article.source.start(article.contentLine)); at >= 0 && at < end; ) {
      if (isLetterOrDigit(text.charCodeAt(at - 1))) checkHyphen(context, at);
      at = text.indexOf("- ", at + 1);
    }
  },
};

function checkHyphen(context: RuleContext, at: number): void {
  const { article } = context;
  const first = /[A-Za-z0-9]+$/.exec(before(article, at))?.[0] ?? "";
  const second = /^[A-Za-z0-9]+/.exec(article.source.text.slice(at + 2, at + 30))?.[0] ?? "";
  if (first === "" || second === "" || !isJoined(first, second)) return;
  if (article.kinds[article.source.lineAt(at)] !== LineKind.text) return;
  context.report({
    span: { start: at - first.length, end: at + 2 + second.length },
    message: `“${first}- ${second}” has a blank behind its hyphen, so searches miss it. Write ${first}-${second}.`,
    fixes: [safeFix(`Write ${first}-${second}`, { span: { start: at + 1, end: at + 2 }, newText: "" })],
  });
}

// What stands before the hyphen on its line. A path, an option or an address is no compound.
function before(article: Article, at: number): string {
  const text = article.source.text.slice(Math.max(0, at - 30), at);
  return /[/\\@=.:_-][A-Za-z0-9]*$/.test(text) ? "" : text;
}

function isLetterOrDigit(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}
