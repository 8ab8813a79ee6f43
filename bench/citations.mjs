// How a page cites others, in every form that the archive knows (FORMAT §7), and what only looks like a citation.
// Raw text columns, each block followed by a blank line.
import { fileName, fill, wrap } from "./prose.mjs";
import { QUALITIES } from "./words.mjs";

const ONE = [
  "For additional information, please see the following article in this archive:",
  "For more on this, see the following article:",
];
const MANY = [
  "For additional information, please see the following articles in this archive:",
  "More is said in the following articles:",
];

/** The lines of a page's citations of one form. */
export function citationBlock(random, form, cited) {
  return FORMS[form](random, cited);
}

const FORMS = {
  ownLine: (random, cited) => [
    ...intro(random, cited),
    ...spaced(random, cited, ({ id, title }) => `   Q${id} ${title}`),
  ],
  column0: (_random, cited) => ["Articles on this:", "", ...cited.map(({ id, title }) => `Q${id} ${title}`), ""],
  colon: (_random, cited) => ["What was corrected:", "", ...cited.map(({ id, title }) => `Q${id}: ${title}`), ""],
  listItem: (random, cited) =>
    random.chance(0.5)
      ? [...intro(random, cited), ...cited.map(({ id, title }) => ` - Q${id} ${title}`), ""]
      : numbered(random, cited),
  articleId: (random, cited) => [
    ...intro(random, cited),
    ...cited.flatMap(({ id, title }) => [`   ARTICLE-ID: Q${id}`, `   TITLE     : ${title}`, ""]),
  ],
  alone: (random, cited) => [...intro(random, cited), ...cited.map(({ id }) => `   Q${id}`), ""],
  glued: (random, cited) => [
    ...intro(random, cited),
    ...cited.flatMap(({ id, title }) => [`   Q${id}${title.replace(/^[^A-Za-z]+/, "")}`, ""]),
  ],
  inline: (random, cited) => cited.flatMap((one) => [...wrap(inlineSentence(random, one)), ""]),
  address: (_random, cited) =>
    cited.flatMap(({ id }) => ["The article is also found at this address:", "", `   ${addressOf(id)}`, ""]),
  self: (random, cited) =>
    cited.flatMap(({ id }) => [
      ...wrap(fill(random, `If the {thing} is {quality}, say so when you ask about article Q${id}.`)),
      "",
    ]),
};

function intro(random, cited) {
  return [...wrap(random.pick(cited.length === 1 ? ONE : MANY)), ""];
}

function numbered(random, cited) {
  return [...intro(random, cited), ...cited.map(({ id, title }, at) => `${at + 1}. Q${id} ${title}`), ""];
}

function spaced(random, cited, lineOf) {
  const adjacent = random.chance(0.25);
  const lines = cited.flatMap((one) => (adjacent ? [lineOf(one)] : [lineOf(one), ""]));
  return adjacent ? [...lines, ""] : lines;
}

function inlineSentence(random, { id }) {
  return fill(
    random,
    random.pick([
      `For how to {verb} the {thing}, see Q${id} before you go on.`,
      `The {thing} is the subject of article Q${id} in this archive.`,
      `If the {thing} is {quality}, do what is said in Q${id}, and then {verb} it again.`,
      `A {thing} may be the reason (Article ID: Q${id}) as well.`,
    ]),
  );
}

function addressOf(id) {
  const [, head, middle, tail] = /^(\d+)(\d)(\d\d)$/.exec(String(id)) ?? [];
  return `http://support.example.com/support/kb/articles/q${head}/${middle}/${tail}.asp`;
}

/** How one author wrote the title of the article that he cites: mostly as it is, else changed since (FORMAT §7). */
export function quoteTitle(random, title, form) {
  const luck = random.next() * (form === "ownLine" || form === "column0" ? 1 : 0.7);
  if (luck < 0.64) return title;
  if (luck < 0.68) return title.toLowerCase().replace(/^\w/, (first) => first.toUpperCase());
  if (luck < 0.72) return `${title}.`;
  if (luck < 0.79) return title.replace(/^(?:BUG|FIX|PRB|HOWTO|INFO|XADM): /, "");
  const words = title.split(" ");
  words[words.length > 2 ? random.between(1, words.length - 1) : 0] = random.pick(QUALITIES);
  return words.join(" ").slice(0, 64);
}

/** A sentence with something in it that only looks like a citation. */
export function lookalikeBlock(random, kind, id) {
  const other = random.between(100_000, 320_000);
  const sentence = {
    ownFile: `Download Q${id}.exe now, and run it on the computer where the {thing} is {quality}.`,
    file: `The list of all {thing} changes is in the file Q${other}i.exe, beside ${fileName(random)}.`,
    identifier: `The procedure cmdQ${other}_Click does nothing until the {thing} is loaded.`,
    model: `Printers of the type LQ${random.between(1000, 2800)} do not {verb} the {thing}.`,
    path: `The file is also found in \\\\Server\\Share\\Q${other}\\I386 on the network.`,
    longNumber: `The model Q${random.between(2_000_000, 2_900_000)} of the {thing} is not supported.`,
  }[kind];
  return [...wrap(fill(random, sentence)), ""];
}
