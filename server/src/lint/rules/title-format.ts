// The form of titles: one blank between words and behind the tag, the tag in its own spelling, no period at the end.
import { textAt } from "../../model/facts.ts";
import { unescapeTitle } from "../../model/title-escape.ts";
import { LONGEST_TITLE, titleSpans } from "../../model/title-spans.ts";
import { isTitleTag, titleTagMeant } from "../../model/title-tags.ts";
import type { Article } from "../../syntax/article.ts";
import { replaceSpan, safeFix } from "../edits.ts";
import type { Fix, Rule } from "../rule.ts";

const TITLE = "FIX: Print Queue Stops After the Spooler Is Restarted";

/** `title-format` */
export const titleFormat: Rule = {
  id: "title-format",
  category: "container",
  levels: { archive: "hint", authoring: "warning" },
  fix: "safe",
  summary: "The title has a double blank, a tag without a blank behind it or in wrong capitals, or ends in a period.",
  rationale: "Titles are sorted and searched by their first words; a tag in another form hides the article there.",
  remedy: "Write `FIX: Title in Title Case` with single blanks and no period.",
  source: "FORMAT §11, §4.6",
  frequency: "131 double blanks, 96 tags without blank, 5 in wrong capitals, 245 periods in 56,986 articles",
  mspl: true,
  examples: {
    bad: [
      {
        title: "A double blank",
        container: "text",
        profile: "authoring",
        replace: "FIX: Print Queue Stops",
        by: "FIX: Print Queue  Stops",
      },
      {
        title: "A double blank in both titles of a page",
        container: "page",
        profile: "authoring",
        replace: `"Q900100: ${TITLE}"`,
        by: '"Q900100: FIX:  Print Queue Stops After the Spooler Is Restarted"',
        also: [[`## Q900100: ${TITLE}`, "## Q900100: FIX:  Print Queue Stops After the Spooler Is Restarted"]],
      },
      {
        title: "No blank behind the tag",
        container: "text",
        profile: "authoring",
        replace: "FIX: Print Queue Stops",
        by: "FIX:Print Queue Stops",
      },
      {
        title: "The tag in wrong capitals",
        container: "text",
        profile: "authoring",
        replace: "FIX: Print Queue Stops",
        by: "Fix: Print Queue Stops",
      },
      {
        title: "A period at the end",
        container: "text",
        profile: "authoring",
        replace: "Spooler Is Restarted\n",
        by: "Spooler Is Restarted.\n",
      },
    ],
    good: [
      { title: "Tag and title" },
      {
        title: "Three periods",
        container: "text",
        replace: TITLE,
        by: "Err Msg: The Print Queue Was Stopped...",
      },
      {
        title: "A word cut short by a period",
        container: "text",
        replace: "Spooler Is Restarted\n",
        by: "Spooler of SNA Corp.\n",
      },
      {
        title: "A value that ends in a period",
        container: "text",
        replace: "Spooler Is Restarted\n",
        by: "Spooler Returns .F.\n",
      },
      { title: "A colon that ends no tag", container: "text", replace: "FIX: Print", by: "FIX: LPT1:Print" },
    ],
  },
  check(context) {
    const { article } = context;
    const at = titleSpans(article)[0];
    if (!at) return;
    const written = textAt(article, at);
    const { text, slip } = better(written);
    if (slip === undefined) return;
    const right = unescaped(article, text);
    const room = right.length > LONGEST_TITLE ? `, and shorten it by ${right.length - LONGEST_TITLE}` : "";
    context.report({
      span: at,
      message: `The title ${slip}, so lists sort and show it wrong. Write “${right}”${room}.`,
      fixes: fixTitles(article),
    });
  },
};

interface Better {
  readonly text: string;
  /** What was wrong first; `undefined` where nothing was. */
  readonly slip: string | undefined;
}

// Works on titles as they are escaped in pages: no entity holds a blank, a colon or a period.
function better(title: string): Better {
  let text = title;
  let slip: string | undefined;
  if (text.includes("  ")) {
    text = text.replace(/ {2,}/g, " ");
    slip = "has a double blank";
  }
  const tagged = betterTag(text);
  if (tagged !== undefined) {
    slip ??= tagged.slip;
    text = tagged.text;
  }
  if (endsInPeriod(text)) {
    text = text.slice(0, -1);
    slip ??= "ends in a period";
  }
  return { text, slip };
}

const TAG = /^([A-Za-z][A-Za-z0-9]*(?: [A-Z][A-Za-z]+)?):(?=[^ :\\/])/;
const SPACED_TAG = /^([A-Za-z][A-Za-z0-9]*(?: [Tt][Oo])?):/;

function betterTag(title: string): Better | undefined {
  const colon = title.indexOf(":");
  if (colon < 0 || colon > 15) return undefined;
  const tag = SPACED_TAG.exec(title)?.[1];
  const meant = tag !== undefined && !isTitleTag(tag) ? titleTagMeant(tag) : undefined;
  const spelt = meant === undefined ? title : meant + title.slice(meant.length);
  const open = TAG.exec(spelt)?.[1];
  const glued = open !== undefined && lacksBlank(open, spelt.slice(open.length + 1));
  if (!glued && meant === undefined) return undefined;
  const slip =
    meant === undefined ? "lacks the blank behind its tag" : "has its tag in other capitals than the archive";
  return { text: glued ? `${open}: ${spelt.slice(open.length + 1)}` : spelt, slip };
}

// A known tag before anything but a digit, or any word of capitals before a capitalised one.
function lacksBlank(tag: string, rest: string): boolean {
  if (isTitleTag(tag)) return !/^\d/.test(rest);
  return /^[A-Z][A-Z0-9]+$/.test(tag) && !/\d$/.test(tag) && /^[A-Z][a-z]/.test(rest);
}

// Words that titles cut short; `.F.` and the like are values, and after an inner sentence the period is quoted.
const SHORTENED: ReadonlySet<string> = new Set(
  (
    "app apps attr auth char chars co com config corp dept dir dist doc docs drv ed err errs est etc ext fig hex inc " +
    "incl info inst int jr lib ltd max mgr min misc msg msgs no num oper param params pgm pkg prob probs proc prog prop props " +
    "ref sec spec specs sr srv std stmt stmts subdir svc sys temp u.s unavail univ util utils ver vol vs wiz"
  ).split(" "),
);

function endsInPeriod(title: string): boolean {
  if (!title.endsWith(".") || title.endsWith("..")) return false;
  const last = title.slice(title.search(/[^ /]*$/), -1).toLowerCase();
  return last.length > 1 && !SHORTENED.has(last) && !/\.[A-Z]+\.$/.test(title) && !/\. +[A-Z]/.test(title);
}

// Each title is repaired by itself. A blank more must not make it too long.
function fixTitles(article: Article): Fix[] {
  const edits = [];
  for (const at of titleSpans(article)) {
    const written = textAt(article, at);
    const { text } = better(written);
    if (text === written) continue;
    if (text.length > written.length && unescaped(article, text).length > LONGEST_TITLE) return [];
    edits.push(replaceSpan(at, text));
  }
  return edits.length > 0 ? [safeFix("Write the title in the archive's form", ...edits)] : [];
}

function unescaped(article: Article, title: string): string {
  return article.container === "page" ? unescapeTitle(title) : title;
}
