// Characters that no article means: control characters, the mark of an unreadable byte, and in pages the number
// that the archive's conversion wrote in place of a byte outside ASCII.
import { characterOfByte } from "../../model/code-page.ts";
import type { Article } from "../../syntax/article.ts";
import type { TextEdit } from "../../text/text-edit.ts";
import type { Rule, RuleContext } from "../rule.ts";

/** `control-character` */
export const controlCharacter: Rule = {
  id: "control-character",
  category: "container",
  levels: { archive: "warning", authoring: "warning" },
  fix: "unsafe",
  summary: "A control character, an unreadable byte, or the number of a lost one such as `<A0>`.",
  rationale: "Readers see a box or a number where a letter was, and searches do not find the word.",
  remedy: "Write the character that was meant, in plain ASCII where there is one.",
  source: "FORMAT §1.1, §2.1",
  frequency: "190 pages with lost bytes, 22 raw texts with control characters",
  mspl: true,
  examples: {
    bad: [
      { title: "A control character", container: "text", replace: "The queue stops.", by: "The queue\u001b stops." },
      {
        title: "A byte that could not be read",
        replace: "The queue stops.",
        by: "The queue\ufffds jobs stop.",
        container: "page",
      },
      { title: "A lost no-break space", container: "page", replace: "The queue stops.", by: "The queue<A0>stops." },
      {
        title: "A code that the code page leaves open",
        container: "text",
        replace: "The queue stops.",
        by: "The queue\u0081 stops.",
      },
    ],
    good: [
      { title: "Plain ASCII" },
      { title: "A key's name", replace: "The queue stops.", by: "Press <F5> when the queue stops." },
      {
        title: "A letter of the code page",
        container: "text",
        replace: "The queue stops.",
        by: "The queue of M\u00fcller stops.",
      },
      {
        title: "A number in brackets, in a raw text",
        container: "text",
        replace: "The queue stops.",
        by: "The queue sends <A0> and stops.",
      },
    ],
  },
  check(context) {
    const { text, isPlain } = context.article.source;
    if (!isPlain && CONTROL.test(text)) checkControls(context);
    if (context.article.container === "page" && text.includes("<")) checkLostBytes(context);
  },
};

// One class and nothing else, so that the scan stays at a nanosecond a character.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what the rule looks for.
const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above.
const CONTROLS = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd]/g;

function checkControls(context: RuleContext): void {
  const { text } = context.article.source;
  let reported = -1;
  for (const match of text.matchAll(CONTROLS)) {
    const line = context.article.source.lineAt(match.index);
    if (line !== reported) reportControl(context, line, match.index);
    reported = line;
  }
}

// One finding a line: a printer's codes are dozens of control characters and one defect.
function reportControl(context: RuleContext, line: number, at: number): void {
  const { source } = context.article;
  const written = source.lineText(line);
  const edits: TextEdit[] = [];
  for (const match of written.matchAll(CONTROLS)) {
    const start = source.start(line) + match.index;
    const code = match[0].charCodeAt(0);
    edits.push({ span: { start, end: start + 1 }, newText: (code > 0x7f && characterOfByte(code)) || "" });
  }
  const code = source.text.charCodeAt(at);
  const what = code === 0xfffd ? "A byte that could not be read" : `The control character ${hex(code)}`;
  const replaced = edits.some((edit) => edit.newText !== "");
  context.report({
    span: { start: at, end: at + 1 },
    message: `${what} stands here, and readers see a box or nothing. Write the character that was meant.`,
    fixes: [
      { title: replaced ? "Write the character of the Windows code page" : "Delete it", safety: "unsafe", edits },
    ],
  });
}

const LOST = /<([0-9A-F]{2})>/g;
// Names of keys, drives and HTML tags that look like numbers of bytes; so does a plain number in brackets.
const NAMES = /^(?:F\d|CD|DD|BE|BF|\d\d)$/;

function checkLostBytes(context: RuleContext): void {
  const { source } = context.article;
  let reported = -1;
  for (let at = source.text.indexOf("<"); at >= 0; at = source.text.indexOf("<", at + 1)) {
    if (source.text.charAt(at + 3) !== ">" || lostByte(source.text.slice(at + 1, at + 3)) === undefined) continue;
    const line = source.lineAt(at);
    if (line !== reported) reportLostByte(context, line, at);
    reported = line;
  }
}

function lostByte(digits: string): number | undefined {
  if (!/^[0-9A-F]{2}$/.test(digits) || NAMES.test(digits)) return undefined;
  const byte = Number.parseInt(digits, 16);
  return byte < 0x20 || byte >= 0x7f ? byte : undefined;
}

function reportLostByte(context: RuleContext, line: number, at: number): void {
  const { source } = context.article;
  const edits = restoredBytes(context.article, line);
  const written = source.text.slice(at, at + 4);
  context.report({
    span: { start: at, end: at + 4 },
    message: `${written} is what conversion left of a character outside ASCII, and readers see the number. Write the character.`,
    fixes:
      edits.length > 0 ? [{ title: "Write the characters of the Windows code page", safety: "unsafe", edits }] : [],
  });
}

function restoredBytes(article: Article, line: number): TextEdit[] {
  const { source } = article;
  const edits: TextEdit[] = [];
  for (const match of source.lineText(line).matchAll(LOST)) {
    const byte = lostByte(match[1] ?? "");
    const character = byte === undefined ? undefined : characterOfByte(byte);
    if (character === undefined) continue;
    const start = source.start(line) + match.index;
    edits.push({ span: { start, end: start + 4 }, newText: character });
  }
  return edits;
}

function hex(code: number): string {
  return `0x${code.toString(16).toUpperCase().padStart(2, "0")}`;
}
