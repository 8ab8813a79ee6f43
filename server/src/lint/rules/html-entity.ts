// Entities such as `&amp;` in running text: bodies are not escaped, so readers see the code.
// An article that speaks of HTML means the entities it shows.
import { isTextLine, lineText, textEndLine } from "../../model/prose.ts";
import type { Span } from "../../text/span.ts";
import type { TextEdit } from "../../text/text-edit.ts";
import { replaceSpan } from "../edits.ts";
import { quotesKnownTitle } from "../quoted-title.ts";
import type { Rule, RuleContext } from "../rule.ts";

/** `html-entity` */
export const htmlEntity: Rule = {
  id: "html-entity",
  category: "text",
  levels: { archive: "hint", authoring: "warning" },
  fix: "unsafe",
  summary: "An HTML entity stands in the text.",
  rationale: "The body is shown as it is written, so readers see `&lt;` where `<` was meant.",
  remedy: "Write the character itself.",
  source: "FORMAT §1.3, §11",
  frequency: "1 in 3,000 articles",
  examples: {
    bad: [
      {
        title: "An ampersand",
        profile: "authoring",
        replace: "The queue stops.",
        by: "The queue &amp; the spooler stop.",
      },
      {
        title: "Angle brackets",
        profile: "authoring",
        replace: "3. Print a page.",
        by: "3. In the &lt;Sessions&gt; box, print a page.",
      },
      {
        title: "A quotation mark",
        profile: "authoring",
        replace: "The queue stops.",
        by: "The queue stops with &quot;Printer not found&quot; on the screen.",
      },
    ],
    good: [
      {
        title: "The characters themselves",
        replace: "The queue stops.",
        by: 'The queue & the "spooler" stop at <host>.',
      },
      {
        title: "An article about HTML",
        replace: "The queue stops.",
        by: "The queue stops at an HTML page that has &lt; in its first line.",
      },
      {
        title: "In code",
        replace: "The queue stops.",
        by: '      <td width="10">&nbsp;</td>',
      },
    ],
  },
  check(context) {
    const { article } = context;
    const { source } = article;
    const end = source.start(textEndLine(article));
    let about: boolean | undefined;
    for (let at = source.text.indexOf("&", source.start(article.bodyLine)); at >= 0 && at < end; ) {
      const entity = ENTITY.exec(source.text.slice(at, at + LONGEST))?.[0];
      if (entity !== undefined) {
        const line = source.lineAt(at);
        if (isTextLine(article, line) && !isMarkup(context, line)) {
          about ??= ABOUT.test(source.text.slice(0, end));
          if (about) return;
          reportEntities(context, line, { start: at, end: at + entity.length });
        }
        // One finding a line: entities come in pairs.
        at = source.end(line);
      }
      at = source.text.indexOf("&", at + 1);
    }
  },
};

const LONGEST = 8;
const ENTITY = /^&(?:amp|lt|gt|quot|apos|nbsp|copy|reg|trade|#\d{2,4});/;
const ENTITIES = /&(?:amp|lt|gt|quot|apos|nbsp|copy|reg|trade|#\d{2,4});/g;
const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ["&amp;", "&"],
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&quot;", '"'],
  ["&apos;", "'"],
  ["&nbsp;", " "],
  ["&copy;", "(c)"],
  ["&reg;", "(R)"],
  ["&trade;", "(TM)"],
]);
const TAG = /<\/?[A-Za-z][A-Za-z0-9]* ?[^<>]*>|=\s*"|["']&/;
const ABOUT = /HTML|XML|SGML|\bhtml?\b|[Ee]ntit(?:y|ies)\b|nonbreaking|non-breaking/;

function isMarkup(context: RuleContext, line: number): boolean {
  return TAG.test(lineText(context.article, line)) || quotesKnownTitle(context, line);
}

function reportEntities(context: RuleContext, line: number, first: Span): void {
  const { source } = context.article;
  const edits: TextEdit[] = [];
  for (const match of source.text.slice(first.start, source.end(line)).matchAll(ENTITIES)) {
    const start = first.start + match.index;
    edits.push(replaceSpan({ start, end: start + match[0].length }, plainForm(match[0])));
  }
  const entity = source.text.slice(first.start, first.end);
  const plain = plainForm(entity);
  context.report({
    span: first,
    message: `Readers see “${entity}” as it stands, for the text is not HTML. Write ${plain === " " ? "a blank" : plain}.`,
    fixes: [{ title: "Write the characters themselves", safety: "unsafe", edits }],
  });
}

function plainForm(entity: string): string {
  const number = /^&#(\d+);$/.exec(entity)?.[1];
  return number === undefined ? (CHARACTERS.get(entity) ?? entity) : String.fromCharCode(Number(number));
}
