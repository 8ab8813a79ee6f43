// The front matter of a page: two fences around layout, title and permalink, each once.

import { nearest } from "../../base/edit-distance.ts";
import { articleId, textAt } from "../../model/facts.ts";
import type { Article, FrontMatter, FrontMatterField } from "../../syntax/article.ts";
import { identityOfPath, permalinkOf } from "../../syntax/article-id.ts";
import { LineKind } from "../../syntax/line-kind.ts";
import { deleteLines, insertRawLines, replaceSpan, safeFix, trimmedSpan, unsafeFix } from "../edits.ts";
import type { Fix, Rule, RuleContext } from "../rule.ts";

const KEYS: readonly string[] = ["layout", "title", "permalink"];

/** `front-matter` */
export const frontMatter: Rule = {
  id: "front-matter",
  category: "container",
  levels: { archive: "error", authoring: "error" },
  fix: "safe",
  summary: "The front matter is missing, malformed, or has a missing, doubled or unknown field.",
  rationale: "The site's build reads layout, title and address from it; without them the page is not published.",
  remedy: 'Begin the page with `---`, `layout: page`, `title: "Qn: …"`, `permalink: /kb/NNN/Qn/`, `---`.',
  source: "FORMAT §1.2",
  frequency: "none in 60,335 pages",
  mspl: true,
  examples: {
    bad: [
      { title: "No layout", container: "page", replace: "layout: page\n", by: "" },
      { title: "No closing fence", container: "page", replace: "/Q900100/\n---\n", by: "/Q900100/\n" },
      { title: "No permalink", container: "page", replace: "permalink: /kb/900/Q900100/\n", by: "" },
      { title: "A misspelt field", container: "page", replace: "permalink:", by: "permalnk:" },
      { title: "A doubled field", container: "page", replace: "layout: page\n", by: "layout: page\nlayout: page\n" },
      {
        title: "A title without quotation marks",
        container: "page",
        replace: 'title: "Q900100: FIX: Print Queue Stops After the Spooler Is Restarted"',
        by: "title: Q900100: FIX: Print Queue Stops After the Spooler Is Restarted",
      },
    ],
    good: [
      { title: "All three fields", container: "page" },
      { title: "The old dialect", base: "mspl" },
      { title: "Raw texts have none", container: "text" },
    ],
  },
  check(context) {
    const { article } = context;
    if (article.container !== "page" || !article.frontMatter) return;
    const front = article.frontMatter;
    if (front.fields.length === 0 && front.openLine === undefined) return reportWhole(context);
    checkFences(context, front);
    const seen = new Map<string, FrontMatterField>();
    for (const field of front.fields) checkField(context, field, seen);
    for (const key of KEYS) if (!seen.has(key)) reportMissing(context, key, seen);
    checkStrayLines(context, front);
  },
};

function reportWhole(context: RuleContext): void {
  const lines = wholeFrontMatter(context);
  context.report({
    span: trimmedSpan(context.article, 0),
    message: "The page has no front matter, so it is not published. Begin it with layout, title and permalink.",
    ...(lines ? { fixes: [safeFix("Insert the front matter", insertRawLines(context.article, 0, lines))] } : {}),
  });
}

function wholeFrontMatter(context: RuleContext): string[] | undefined {
  const values = KEYS.map((key) => lineOf(context, key));
  return values.every((line) => line !== undefined) ? ["---", ...values, "---", ""] : undefined;
}

function lineOf({ article, path }: RuleContext, key: string): string | undefined {
  if (key === "layout") return "layout: page";
  const id = articleId(article) ?? identityOfPath(path ?? "").id;
  if (key === "permalink") return id && `permalink: ${permalinkOf(id)}`;
  if (article.titleLine === undefined) return undefined;
  return `title: "${article.source.lineText(article.titleLine).replace(/^\s*## /, "")}"`;
}

function checkFences(context: RuleContext, front: FrontMatter): void {
  const { article } = context;
  const first = front.fields[0];
  const last = front.fields[front.fields.length - 1];
  if (!first || !last) return;
  if (front.openLine === undefined) reportFence(context, first, "opening", first.line);
  if (front.closeLine === undefined) reportFence(context, last, "closing", lastFrontLine(article, last) + 1);
}

function lastFrontLine(article: Article, last: FrontMatterField): number {
  return article.kinds[last.line + 1] === LineKind.unknown ? last.line + 1 : last.line;
}

function reportFence(context: RuleContext, field: FrontMatterField, which: string, line: number): void {
  context.report({
    span: trimmedSpan(context.article, field.line),
    message: `The front matter's ${which} --- is missing, so the page is not published. Put it back.`,
    fixes: [safeFix(`Insert the ${which} ---`, insertRawLines(context.article, line, ["---"]))],
  });
}

function checkField(context: RuleContext, field: FrontMatterField, seen: Map<string, FrontMatterField>): void {
  const { article } = context;
  const earlier = seen.get(field.key);
  if (earlier) return reportDoubled(context, field, earlier);
  if (!KEYS.includes(field.key)) return reportUnknown(context, field, seen);
  seen.set(field.key, field);
  const value = textAt(article, field.value);
  if (field.key === "layout" && value !== "page") reportValue(context, field, "page");
  if (field.key === "title" && !/^".*"$/.test(value))
    reportValue(context, field, `"${value.replace(/^["']|["']$/g, "")}"`);
}

function reportDoubled(context: RuleContext, field: FrontMatterField, earlier: FrontMatterField): void {
  const { article } = context;
  const same = textAt(article, field.value) === textAt(article, earlier.value);
  const edit = deleteLines(article, field.line, field.line + 1);
  context.report({
    span: trimmedSpan(article, field.line),
    message: `${field.key} stands twice in the front matter, and only one counts. Delete one.`,
    related: [{ message: "The first one", span: trimmedSpan(article, earlier.line) }],
    fixes: [same ? safeFix(`Delete the second ${field.key}`, edit) : unsafeFix(`Delete this ${field.key}`, edit)],
  });
}

function reportUnknown(context: RuleContext, field: FrontMatterField, seen: Map<string, FrontMatterField>): void {
  const { article } = context;
  const start = article.source.start(field.line);
  const key = { start, end: start + field.key.length };
  const meant = nearest(field.key.toLowerCase(), KEYS, 2);
  const usable = meant !== undefined && !article.frontMatter?.fields.some((other) => other.key === meant);
  if (usable) seen.set(meant, field);
  const fix: Fix = usable
    ? safeFix(`Write ${meant}`, replaceSpan(key, meant))
    : unsafeFix(`Delete ${field.key}`, deleteLines(article, field.line, field.line + 1));
  context.report({
    span: key,
    message: `“${field.key}” is no field of the front matter here${usable ? `; ${meant} is meant` : ""}. ${usable ? "Correct" : "Delete"} it.`,
    fixes: [fix],
  });
}

function reportValue(context: RuleContext, field: FrontMatterField, right: string): void {
  context.report({
    span: field.value.end > field.value.start ? field.value : trimmedSpan(context.article, field.line),
    message: `${field.key} must be ${field.key === "title" ? "set in double quotation marks" : right}, or the page is not built right.`,
    fixes: [safeFix(`Write ${right}`, replaceSpan(field.value, right))],
  });
}

function reportMissing(context: RuleContext, key: string, seen: ReadonlyMap<string, FrontMatterField>): void {
  const { article } = context;
  const line = lineOf(context, key);
  const before = KEYS.slice(0, KEYS.indexOf(key))
    .reverse()
    .map((other) => seen.get(other))
    .find(Boolean);
  const at = before ? before.line + 1 : (article.frontMatter?.openLine ?? -1) + 1;
  context.report({
    span: trimmedSpan(article, article.frontMatter?.openLine ?? 0),
    message: `The front matter lacks ${key}, which the site's build needs. Add it.`,
    ...(line === undefined ? {} : { fixes: [safeFix(`Insert ${key}`, insertRawLines(article, at, [line]))] }),
  });
}

function checkStrayLines(context: RuleContext, front: FrontMatter): void {
  if (front.openLine === undefined || front.closeLine === undefined) return;
  for (let line = front.openLine + 1; line < front.closeLine; line++) {
    const kind = context.article.kinds[line];
    if (kind === LineKind.frontMatterField) continue;
    context.report({
      span: trimmedSpan(context.article, line),
      message: "This line is no field of the front matter. Write it as “name: value”, or delete it.",
    });
  }
}
