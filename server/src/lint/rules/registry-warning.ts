// Instructions to change the registry need a warning: a slip there can keep a computer from starting.
// Any warning counts, in whatever words; articles that only name a key need none.
import {
  isProse,
  isTextLine,
  lineText,
  type Paragraph,
  paragraphAt,
  paragraphText,
  textEndLine,
} from "../../model/prose.ts";
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
  frequency: "0.2 % of articles",
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
    if (first < 0 || first >= to) return;
    for (let at = first; at >= 0 && at < to; at = source.text.indexOf("HKEY_", at + 1)) {
      const line = source.lineAt(at);
      const paragraph = paragraphAt(article, line);
      if (!paragraph) continue;
      if (!isInstruction(article, paragraph)) {
        at = source.end(paragraph.endLine - 1);
        continue;
      }
      // Looked for last: where nothing is ordered, no warning is missed.
      if (isWarned(source.text.slice(source.start(article.bodyLine), to))) return;
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

const CALLOUT = /(?:WARNING|CAUTION|IMPORTANT|Warning|Caution|Important)[^\n]*(?:\r?\n[\t ]*\S[^\n]*){0,6}?[Rr]egist/;
const DANGER = [
  "back(?:ed|s|ing)?[ -]?up",
  "backup",
  "restor\\w+",
  "reinstall",
  "cautio\\w+",
  "careful\\w*",
  "risk",
  "serious",
  "incorrect\\w*",
].join("|");
const REGISTRY_NAME = "(?:[Rr]egistry|REGEDI?T)";
// A callout about the registry, or a sentence on its dangers or its backup.
const WARNED: readonly RegExp[] = [
  CALLOUT,
  new RegExp(`\\b(?:${DANGER})\\b[^.:]{0,80}\\b${REGISTRY_NAME}`),
  new RegExp(`\\b${REGISTRY_NAME}[^.:]{0,80}\\b(?:${DANGER})\\b`),
  /information about (?:\w+ing|how to \w+) the registry/,
];

function isWarned(body: string): boolean {
  const unwrapped = body.replace(/\r?\n[\t ]*(?=\S)/g, " ");
  return WARNED.some((sign) => sign.test(unwrapped) || sign.test(body));
}

const VERB = "(?:[Aa]dd|[Cc]hange|[Cc]reate|[Dd]elete|[Ee]dit|[Mm]odify|[Rr]emove|[Rr]ename|[Rr]eplace|[Ss]et)";
const OBJECT = "(?:the|a|an|this|these|that|new|following|its|their|your|values?|any|each|one|two|HKEY|[A-Z][A-Za-z]+)";
// At the beginning of a sentence, clause or item, or behind a word that makes it the reader's business.
const TOLD =
  "(?:^|[.:;,] |\\d[.)] |[a-z][.)] |- |\\b(?:and|or|then|must|should|[Yy]ou (?:can|may)|(?:need|have|want) to|please|manually) )";
const ORDER = new RegExp(`${TOLD}${VERB} ${OBJECT}\\b`);
const BY_TOOL = new RegExp(`\\b[Uu]s(?:e|ing) (?:the )?(?:[Rr]egistry|[Rr]eg|REG)[^.]{0,50}(?: to|,) ${VERB}\\b`);
const BY_DOING = /\bby (?:add|chang|creat|delet|edit|modify|remov|renam|replac|sett)ing (?:the|a|an|this|these)\b/;
const READERS = /\b(?:[Yy]ou|possible|necessary|turned|enabled?|disabled?)\b/;
const PROGRAM = /\bAPI\b|\bcalls? to\b/;
const REGISTRY = /registry|\bkeys?\b|subkeys?\b|\bvalues?\b|entry|entries|HKEY_|REG_[A-Z]/i;
// What might happen, or what a program did: the reader is told nothing.
const CONDITION = /^(?:[-*o] +|\d+[.)] +)?(?:If|When|Whenever|Because|Since|After|Before|Although)\b[^,]*$/;

// The sentence that holds the key, the one that leads into it, or the step after it is an order to change something.
function isInstruction(article: Article, own: Paragraph): boolean {
  const text = paragraphText(article, own);
  const alone = /^["[\\]*HKEY_/.test(text);
  if (!alone && isProse(article, own) && sentences(text).some(isOrder)) return true;
  const lead = alone ? leadInto(article, own.firstLine) : text;
  return (
    isOrder(sentences(lead).at(-1) ?? "") ||
    (PLACE.test(lead.slice(-LONGEST_STEP)) && CHANGE.test(nextText(article, own.endLine)))
  );
}

// “Locate the following key”, and then a step that changes it.
const LONGEST_STEP = 300;
const PLACE = /\b(?:locate|find|go to|open|select|navigate to|under)\b.*(?:key|registry)/i;
const CHANGE = new RegExp(
  `^(?:\\d+\\.|[a-z]\\.|-)? *(?:On the Edit menu|Click Add Value|${VERB} ${OBJECT} .*(?:${REGISTRY.source}))`,
);

// What stands above a key on lines of its own and ends in a colon.
function leadInto(article: Article, line: number): string {
  let above = line - 1;
  while (article.kinds[above] === LineKind.blank || lineText(article, above).trim() === "REGEDIT4") above--;
  if (!isTextLine(article, above) || !lineText(article, above).endsWith(":")) return "";
  const lead = paragraphAt(article, above);
  return lead ? paragraphText(article, lead) : "";
}

function nextText(article: Article, line: number): string {
  let below = line;
  while (article.kinds[below] === LineKind.blank) below++;
  const next = paragraphAt(article, below);
  return next ? paragraphText(article, next) : "";
}

function sentences(text: string): string[] {
  return text.split(/[.!?] +(?=[A-Z])/);
}

function isOrder(sentence: string): boolean {
  if (!REGISTRY.test(sentence) || CONDITION.test(sentence)) return false;
  if (ORDER.test(sentence) || BY_TOOL.test(sentence)) return true;
  return BY_DOING.test(sentence) && READERS.test(sentence) && !PROGRAM.test(sentence);
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
