// The pair that keeps Liquid from reading a page's body as template code.
// The oldest pages have none; that is only a fault where the body holds `{{` or `{%`.
import type { Article } from "../../syntax/article.ts";
import { LineKind } from "../../syntax/line-kind.ts";
import { RAW_CLOSE, RAW_OPEN } from "../../syntax/parse-page-frame.ts";
import { deleteLines, insertRawLines, replaceSpan, safeFix, trimmedSpan } from "../edits.ts";
import type { Fix, Rule, RuleContext } from "../rule.ts";

const OPEN = RAW_OPEN;
const CLOSE = RAW_CLOSE;

/** `raw-wrapper` */
export const rawWrapper: Rule = {
  id: "raw-wrapper",
  category: "container",
  levels: { archive: "error", authoring: "error" },
  variants: { historical: { archive: "information", authoring: "warning" } },
  fix: "safe",
  summary: "`{% raw %}` or `{% endraw %}` is missing, doubled or unpaired.",
  rationale: "Without the pair the page's body is read as template code: text in braces vanishes or the build fails.",
  remedy: "Put `{% raw %}` before the header and `{% endraw %}` at the end, once each.",
  source: "FORMAT §1.2",
  frequency: "none in 60,335 pages; the historical form has no pair at all",
  mspl: true,
  examples: {
    bad: [
      { title: "No end", container: "page", replace: "\n{% endraw %}\n", by: "", restores: false },
      { title: "The closing line is gone", container: "page", replace: "{% endraw %}\n", by: "" },
      { title: "Misspelt", container: "page", replace: "{% endraw %}", by: "{% end raw %}" },
      { title: "The opening line is gone", container: "page", replace: "{% raw %}\n", by: "" },
      { title: "Opened twice", container: "page", replace: "{% raw %}\n", by: "{% raw %}\n{% raw %}\n" },
      { title: "Closed twice", container: "page", replace: "{% endraw %}\n", by: "{% endraw %}\n{% endraw %}\n" },
      {
        title: "The historical form",
        container: "page",
        replace: "{% raw %}\n\n",
        by: "",
        also: [["\n{% endraw %}\n", ""]],
      },
    ],
    good: [
      { title: "One pair", container: "page" },
      { title: "Braces inside the pair", container: "page", replace: "The queue stops.", by: "Type {{ queue }}." },
      { title: "Raw texts have no pair", container: "text", replace: "The queue stops.", by: "Type {{ queue }}." },
    ],
  },
  check(context) {
    const { article } = context;
    if (article.container !== "page") return;
    const opened = article.rawOpen.length;
    const closed = article.rawClose.length;
    const damaged = [reportDamaged(context, OPEN, opened), reportDamaged(context, CLOSE, closed)];
    if (damaged.includes(true)) return;
    if (opened === 0 && closed === 0) reportNone(context);
    else if (opened === 0) reportMissing(context, OPEN, article.rawClose[0] ?? 0, openFix(article));
    else if (closed === 0) reportMissing(context, CLOSE, article.rawOpen[0] ?? 0, closeFix(article));
    for (const line of article.rawOpen.slice(1)) reportDoubled(context, OPEN, line);
    for (const line of article.rawClose.slice(0, -1)) reportDoubled(context, CLOSE, line);
    if (opened === 1 && closed === 1) checkOrder(context);
  },
};

// The parser gives a misspelt marker its kind, but does not list it.
function reportDamaged(context: RuleContext, marker: string, count: number): boolean {
  const { article } = context;
  const line = count > 0 ? -1 : article.kinds.indexOf(marker === OPEN ? LineKind.rawOpen : LineKind.rawClose);
  if (line < 0) return false;
  const at = trimmedSpan(article, line);
  const whole = { start: article.source.start(line), end: article.source.end(line) };
  context.report({
    span: at,
    message: `“${article.source.text.slice(at.start, at.end)}” is not what the site's build knows, so the page does not build. Write ${marker}.`,
    fixes: [safeFix(`Write ${marker}`, replaceSpan(whole, marker))],
  });
  return true;
}

function reportNone(context: RuleContext): void {
  const { article } = context;
  const liquid = firstLiquid(article);
  const fix = safeFix("Wrap the body in {% raw %} and {% endraw %}", openEdit(article), closeEdit(article));
  if (liquid !== undefined) {
    context.report({
      span: { start: liquid, end: liquid + 2 },
      message: "The body holds template braces but no {% raw %} pair, so the site's build reads them. Add the pair.",
      fixes: [fix],
    });
    return;
  }
  const line = article.titleLine ?? article.header[0]?.line ?? 0;
  context.report({
    span: trimmedSpan(article, line),
    message: "No {% raw %} pair: the page has its historical form. Add the pair, as all present pages have it.",
    variant: "historical",
    fixes: [fix],
  });
}

function firstLiquid(article: Article): number | undefined {
  const start = article.source.start(article.bodyLine);
  const found = /\{[{%]/.exec(article.source.text.slice(start));
  return found ? start + found.index : undefined;
}

function reportMissing(context: RuleContext, marker: string, line: number, fix: Fix): void {
  context.report({
    span: trimmedSpan(context.article, line),
    message: `This has no ${marker} to pair with, so the page does not build. Add ${marker}.`,
    fixes: [fix],
  });
}

function reportDoubled(context: RuleContext, marker: string, line: number): void {
  context.report({
    span: trimmedSpan(context.article, line),
    message: `${marker} stands here a second time and pairs with nothing. Delete the line.`,
    fixes: [safeFix(`Delete the second ${marker}`, deleteLines(context.article, line, line + 1))],
  });
}

function checkOrder(context: RuleContext): void {
  const { article } = context;
  const open = article.rawOpen[0] ?? 0;
  const close = article.rawClose[0] ?? 0;
  const header = article.header[0]?.line ?? article.bodyLine;
  if (open < header && close >= article.bodyEndLine) return;
  const wrong = open < header ? close : open;
  context.report({
    span: trimmedSpan(article, wrong),
    message: `${wrong === open ? OPEN : CLOSE} stands in the wrong place, so part of the body is read as template code. Move it.`,
  });
}

function openFix(article: Article): Fix {
  return safeFix(`Insert ${OPEN}`, openEdit(article));
}

function closeFix(article: Article): Fix {
  return safeFix(`Insert ${CLOSE}`, closeEdit(article));
}

// Canonical surroundings are a blank line above and one below; where both stand already, only the marker is missing.
function openEdit(article: Article): ReturnType<typeof insertRawLines> {
  const header = article.header[0]?.line ?? article.bodyLine;
  const { source } = article;
  const blankAbove = source.lineText(header - 1) === "";
  const twoAbove = blankAbove && source.lineText(header - 2) === "";
  if (twoAbove) return insertRawLines(article, header - 1, [OPEN]);
  return insertRawLines(article, header, blankAbove ? [OPEN, ""] : ["", OPEN, ""]);
}

function closeEdit(article: Article): ReturnType<typeof insertRawLines> {
  const { source } = article;
  const last = source.lineCount - 1;
  const ended = source.lineText(last) === "";
  if (!ended) return insertRawLines(article, source.lineCount, ["", CLOSE, ""]);
  const blankAbove = last > 0 && source.lineText(last - 1) === "";
  const at = source.text.length;
  const lineBreak = source.lineBreak;
  return { span: { start: at, end: at }, newText: `${blankAbove ? "" : lineBreak}${CLOSE}${lineBreak}` };
}
