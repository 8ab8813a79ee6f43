// Instructions to change the registry need a warning: a slip there can keep a computer from starting.
// Any warning counts, in whatever words; articles that only name a key need none.
import { isTextLine, lineText, paragraphAt, paragraphText, textEndLine } from "../../model/prose.ts";
import type { Article } from "../../syntax/article.ts";
import { LineKind } from "../../syntax/line-kind.ts";
import { insertLines, unsafeFix } from "../edits.ts";
import type { Fix, Rule } from "../rule.ts";

/** `registry-warning` */
export const registryWarning: Rule = {
  id: "registry-warning",
  category: "text",
  levels: { archive: "off", authoring: "warning" },
  fix: "unsafe",
  summary: "The article tells the reader to change the registry and does not warn of it.",
  rationale: "A slip in the registry can keep a computer from starting; readers must know before they begin.",
  remedy: "Put a warning in front: back up the registry, and know how to restore it.",
  source: "FORMAT §8, §11",
  frequency: "868 of 2,684 articles that name a registry key have no warning",
  examples: {
    bad: [
      {
        title: "An instruction with the key below",
        profile: "authoring",
        replace: "The queue stops.",
        by: "Add the following value to the registry:\n\n   HKEY_LOCAL_MACHINE\\Software\\Spooler",
      },
      {
        title: "An instruction with the key in the sentence",
        profile: "authoring",
        replace: "2. Restart the spooler.",
        by: "2. Change the value of HKEY_LOCAL_MACHINE\\Software\\Spooler to 1.",
      },
      {
        title: "By the editor's name",
        profile: "authoring",
        replace: "The queue stops.",
        by: "Run Regedit and go to HKEY_LOCAL_MACHINE\\Software. Delete the key named Spooler.",
      },
    ],
    good: [
      {
        title: "A warning",
        profile: "authoring",
        replace: "The queue stops.",
        by: "WARNING: A slip in the registry can do harm. Back it up.\n\nAdd the following value:\n\n   HKEY_LOCAL_MACHINE\\Software\\Spooler",
      },
      {
        title: "A key that is only named",
        profile: "authoring",
        replace: "The queue stops.",
        by: "The queue reads its name from the following registry key:\n\n   HKEY_LOCAL_MACHINE\\Software\\Spooler",
      },
      { title: "No registry at all", profile: "authoring" },
    ],
  },
  check(context) {
    const { article } = context;
    const { source } = article;
    const from = source.start(article.contentLine);
    const first = source.text.indexOf("HKEY_", from);
    const to = source.start(textEndLine(article));
    if (first < 0 || first >= to || isWarned(source.text.slice(source.start(article.bodyLine), to))) return;
    for (let at = first; at >= 0 && at < to; at = source.text.indexOf("HKEY_", at + 1)) {
      const line = source.lineAt(at);
      if (!isInstruction(article, line)) continue;
      const key = /^HKEY_[A-Za-z_]*/.exec(source.text.slice(at, at + 40))?.[0] ?? "HKEY_";
      context.report({
        span: { start: at, end: at + key.length },
        message:
          "Readers are told to change the registry without a warning, and a slip there can do harm. Put one in front.",
        fixes: warningFix(article, line),
      });
      return;
    }
  },
};

// A callout about the registry, or a sentence on its dangers or its backup.
const WARNED = [
  /(?:WARNING|CAUTION|IMPORTANT|Warning|Caution|Important)[^\n]*(?:\r?\n[\t ]*\S[^\n]*){0,6}?[Rr]egist/,
  /(?:back(?:ed|s|ing)?[ -]?up|restor\w+|damag\w+|cautio\w+|careful\w*|risk|incorrect\w*|problems?)\b[^.:]{0,80}\b(?:[Rr]egistry|REGEDI?T)/,
  /\b(?:[Rr]egistry|Registry Editor)\b[^.:]{0,80}\b(?:back(?:ed|ing)?[ -]?up|backup|restore|incorrect\w*|risk|serious|reinstall|caution|careful)/,
  /information about (?:\w+ing|how to \w+) the registry/,
] as const;

function isWarned(body: string): boolean {
  return WARNED.some((sign) => sign.test(body.replace(/\r?\n[\t ]*(?=\S)/g, " ")) || sign.test(body));
}

const VERB = "(?:[Aa]dd|[Cc]hange|[Cc]reate|[Dd]elete|[Ee]dit|[Mm]odify|[Rr]emove|[Rr]ename|[Rr]eplace|[Ss]et)";
const ORDER = new RegExp(
  `(?:^|[.:;,] |\\d[.)] |[a-z][.)] |- |\\b(?:and|or|then|to|must|should|can|need to|have to|please|by manually) )${VERB} (?:the|a|an|this|these|that|new|following|its|their|your|value|values|any|each|one|HKEY|[A-Z][A-Za-z]+)\\b`,
);
const REGISTRY = /registry|\bkeys?\b|subkeys?\b|\bvalues?\b|entry|entries|HKEY_|REG_[A-Z]/i;
const BY_TOOL = /\b(?:[Rr]un|[Ss]tart|[Uu]se|[Oo]pen) (?:the )?(?:Regedi?t(?:32)?|REGEDI?T(?:32)?)(?:\.exe|\.EXE)?\b/;

// The sentence that holds the key, or the one that leads into it, is an order to change something there.
function isInstruction(article: Article, line: number): boolean {
  const own = paragraphAt(article, line);
  if (!own) return false;
  const text = paragraphText(article, own);
  if (isOrder(text) || BY_TOOL.test(text)) return true;
  if (!/^["[\\]*HKEY_/.test(text)) return false;
  let above = own.firstLine - 1;
  while (article.kinds[above] === LineKind.blank) above--;
  const lead = isTextLine(article, above) ? paragraphAt(article, above) : undefined;
  return (
    lead !== undefined && lineText(article, above).endsWith(":") && isOrder(lastSentence(paragraphText(article, lead)))
  );
}

function lastSentence(text: string): string {
  return text.split(/[.!?] +(?=[A-Z])/).at(-1) ?? text;
}

function isOrder(text: string): boolean {
  return text.split(/[.!?] +(?=[A-Z])/).some((sentence) => ORDER.test(sentence) && REGISTRY.test(sentence));
}

const WARNING = [
  "WARNING: A slip in the registry can keep the computer from starting. Back up the",
  "registry before you change it, and make sure that you know how to restore it.",
  "Change only the values that this article names.",
  "",
];

// At the beginning of the section, so that no list is torn apart.
function warningFix(article: Article, line: number): Fix[] {
  const section = article.sections.find((candidate) => candidate.bodyLine <= line && line < candidate.endLine);
  let at = section?.bodyLine ?? article.contentLine;
  while (article.kinds[at] === LineKind.blank) at++;
  return [unsafeFix("Insert a warning at the section's beginning", insertLines(article, at, WARNING))];
}
