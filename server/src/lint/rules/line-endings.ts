// Line breaks: one kind in a file, or every program shows other differences between its versions.
import type { SourceText } from "../../text/source-text.ts";
import type { TextEdit } from "../../text/text-edit.ts";
import type { Rule } from "../rule.ts";

/** `line-endings` */
export const lineEndings: Rule = {
  id: "line-endings",
  category: "container",
  levels: { archive: "hint", authoring: "warning" },
  fix: "safe",
  summary: "The file mixes line breaks.",
  rationale: "A comparison of versions then marks lines that nobody changed, and some tools join or double lines.",
  remedy: "Use one kind: CR LF in raw texts, LF in pages, or what most of the file has.",
  source: "FORMAT §1.1, §2.1",
  frequency: "none in 117,324 files",
  mspl: true,
  examples: {
    bad: [
      {
        title: "One CR LF in a page",
        container: "page",
        profile: "authoring",
        replace: "The queue stops.\n",
        by: "The queue stops.\r\n",
      },
      {
        title: "A CR alone in a page",
        container: "page",
        profile: "authoring",
        replace: "The queue stops.\n",
        by: "The queue stops.\r",
      },
      {
        title: "A CR alone in a raw text",
        container: "text",
        profile: "authoring",
        replace: "The queue stops.\n",
        by: "The queue stops.\r",
      },
    ],
    good: [
      { title: "CR LF throughout", container: "text" },
      { title: "LF throughout", container: "page" },
      { title: "LF throughout, in the older dialect", base: "mspl" },
    ],
  },
  check(context) {
    const { source } = context.article;
    const breaks = countBreaks(source);
    const kinds = [...breaks.keys()];
    if (kinds.length < 2) return;
    const usual = mostUsed(breaks);
    const edits = otherBreaks(source, usual);
    const first = edits[0];
    if (!first) return;
    const line = source.lineAt(first.span.start);
    context.report({
      span: { start: source.start(line), end: source.end(line) },
      message: `${edits.length} of ${source.lineCount - 1} lines do not end in ${NAMES.get(usual)} as the others do, so comparisons mark them. Use one kind.`,
      // An editor shows a file with one kind of break and cannot be told of another by text edits.
      fixes: [{ title: `End every line in ${NAMES.get(usual)}`, safety: "safe", scope: "file", edits }],
    });
  },
};

const NAMES: ReadonlyMap<string, string> = new Map([
  ["\r\n", "CR LF"],
  ["\n", "LF"],
  ["\r", "CR"],
]);
const ONE_KIND: ReadonlyMap<string, number> = new Map();

// In nearly every file all breaks are as long as the first and no CR stands alone: nothing needs counting then.
function countBreaks(source: SourceText): ReadonlyMap<string, number> {
  const width = source.lineBreak.length;
  const { starts, ends } = source;
  let same = source.lineBreak !== "\r";
  for (let line = 1; same && line < starts.length; line++) {
    if ((starts[line] ?? 0) - (ends[line - 1] ?? 0) !== width) same = false;
  }
  if (same && !(width === 1 && source.text.includes("\r"))) return ONE_KIND;
  const counts = new Map<string, number>();
  for (let line = 1; line < starts.length; line++) {
    const used = source.text.slice(source.end(line - 1), source.start(line));
    counts.set(used, (counts.get(used) ?? 0) + 1);
  }
  return counts;
}

function mostUsed(breaks: ReadonlyMap<string, number>): string {
  let best = "\n";
  for (const [kind, count] of breaks) if (count > (breaks.get(best) ?? 0)) best = kind;
  return best;
}

function otherBreaks(source: SourceText, usual: string): TextEdit[] {
  const edits: TextEdit[] = [];
  for (let line = 1; line < source.lineCount; line++) {
    const span = { start: source.end(line - 1), end: source.start(line) };
    if (source.text.slice(span.start, span.end) !== usual) edits.push({ span, newText: usual });
  }
  return edits;
}
