// Entities such as `&amp;` in running text: bodies are not escaped, so readers see the code.
// An article that speaks of HTML means the entities it shows.
import { lineText } from "../../model/prose.ts";
import type { Article } from "../../syntax/article.ts";
import { LineKind } from "../../syntax/line-kind.ts";
import { replaceSpan, unsafeFix } from "../edits.ts";
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
  frequency: "21 of 56,986 articles",
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
    const { text } = article.source;
    let about: boolean | undefined;
    for (let at = text.indexOf("&", article.source.start(article.bodyLine)); at >= 0; at = text.indexOf("&", at + 1)) {
      const entity = ENTITY.exec(text.slice(at, at + 8))?.[0];
      if (entity === undefined) continue;
      const line = article.source.lineAt(at);
      if (article.kinds[line] !== LineKind.text || isMarkup(context, line)) continue;
      about ??= isAboutMarkup(article);
      if (about) return;
      reportEntity(context, at, entity);
    }
  },
};

const ENTITY = /^&(?:amp|lt|gt|quot|apos|nbsp|copy|reg|trade|#\d{2,4});/;
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

// Tags on the line, or a reference: a title quoted wrong is reference-title's finding where the article is known.
function isMarkup(context: RuleContext, line: number): boolean {
  if (TAG.test(lineText(context.article, line))) return true;
  const reference = context.references.find((candidate) => candidate.line === line && candidate.title);
  return reference !== undefined && (context.archive?.find(reference.id).length ?? 0) > 0;
}

function isAboutMarkup(article: Article): boolean {
  const { source } = article;
  return ABOUT.test(source.text.slice(0, source.start(article.footer?.firstLine ?? article.bodyEndLine)));
}

function reportEntity(context: RuleContext, at: number, entity: string): void {
  const span = { start: at, end: at + entity.length };
  const number = /^&#(\d+);$/.exec(entity)?.[1];
  const plain = number === undefined ? CHARACTERS.get(entity) : String.fromCharCode(Number(number));
  context.report({
    span,
    message: `Readers see “${entity}” as it stands, for the text is not HTML. Write ${plain === " " ? "a blank" : plain}.`,
    fixes:
      plain === undefined ? [] : [unsafeFix(`Write ${plain === " " ? "a blank" : plain}`, replaceSpan(span, plain))],
  });
}
