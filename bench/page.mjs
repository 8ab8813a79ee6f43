// Writes one article of the plan as a page, and as the raw text that the page would have been converted from. Its body
// is made once, in raw text columns, and filled until the page has the planned size.
import { block, firstParagraph } from "./blocks.mjs";
import { citationBlock, lookalikeBlock } from "./citations.mjs";
import { damage, spoil } from "./defects.mjs";
import { DISCLAIMER } from "./disclaimer.mjs";
import { appliesToLines, fieldsOf, footerLines, headerLines, solutionOf } from "./fields.mjs";
import { folderOf } from "./places.mjs";
import { sentences, wrap } from "./prose.mjs";
import { Random } from "./random.mjs";
import { SIGNATURES } from "./vocabulary.mjs";
import { MODIFIERS } from "./words.mjs";

const WEIGHTS = {
  SYMPTOMS: 2,
  CAUSE: 1,
  RESOLUTION: 2,
  WORKAROUND: 2,
  STATUS: 0.4,
  SUMMARY: 2,
  "MORE INFORMATION": 4,
  REFERENCES: 0.5,
};
// Articles without an issue type have the sections that their title promises.
const TYPES_OF_TAGS = { BUG: "kbbug", FIX: "kbbug", PRB: "kbprb" };
const ESCAPES = [
  ["&", "&amp;"],
  ["|", "&#124;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["$", "&#36;"],
  ["*", "&#42;"],
  ["[", "&#91;"],
  ["\\", "&#92;"],
  ["]", "&#93;"],
];

/** The page's text, and its raw text where it has one. */
export function writePage(page, seed) {
  const random = new Random(seed, page.id, 2);
  if (page.kind === "mspl") return { page: frame(page, olderBody(random, page), "\n") };
  page.solution = solutionOf(random, page);
  const fields = fieldsOf(random, page);
  spoil(random, page, fields);
  const header = headerLines(page, fields, random);
  const body = damage(random, page, articleBody(random, page, fields, header));
  return {
    page: frame(page, [...header, ...body.map((line) => line.replace(/^ /, ""))], "\n\t\n"),
    text: () => rawText(page, fields, body),
  };
}

/** A title as pages write it. */
export function escapeTitle(title) {
  return ESCAPES.reduce((text, [plain, escaped]) => text.replaceAll(plain, escaped), title);
}

function frame({ id, title }, lines, ending) {
  const heading = `Q${id}: ${escapeTitle(title)}`;
  const body = lines.map((line) => `\t${line}`).join("\n");
  return `---\nlayout: page\ntitle: "${heading}"\npermalink: /kb/${folderOf(id)}/Q${id}/\n---\n\n## ${heading}\n\n{% raw %}\n\n${body}${ending}\n{% endraw %}\n`;
}

function rawText({ id, title, product }, fields, body) {
  const lines = [
    `DOCUMENT:Q${id}  ${fields.date}  [${product.code}]`,
    `TITLE   :${title}`,
    `PRODUCT :${product.name}`,
    `PROD/VER:${fields.versions.line.slice(0, 87).trimEnd()}`,
    "OPER/SYS:",
    `KEYWORDS:${fields.header}`,
    "",
    "=".repeat(70),
    ...body.map((line) => line.replace(/<A0>/g, "\xa0")),
    "",
    ...DISCLAIMER,
    "",
    `Copyright Microsoft Corporation ${fields.year}.`,
  ];
  return lines.join("\r\n");
}

function articleBody(random, page, fields, header) {
  const top = appliesToLines(random, page, fields);
  const end = [...queryWords(random), ...footerLines(random, page, fields)];
  const names = page.sections ?? random.draw(SIGNATURES[page.issue || (TYPES_OF_TAGS[page.tag] ?? "")]);
  const cited = citationsBySection(random, page, names);
  const fixed = frame(page, [...header, ...top, ...end], "\n\t\n").length;
  const headings = names.reduce((sum, name) => sum + 2 * name.length + 6, 0);
  const room = page.size - fixed - headings - cited.reduce((sum, lines) => sum + length(lines), 0);
  const sections = fillSections(random, page, names, room);
  const body = names.flatMap((name, at) => [
    name,
    "=".repeat(name.length),
    "",
    ...sections[at],
    ...cited[at],
    ...(random.chance(0.09) ? [""] : []),
  ]);
  return [...top, ...body, ...end];
}

const length = (lines) => lines.reduce((sum, line) => sum + line.length + 2, 0);

/** Blocks for each section, `room` characters in all; what one section leaves over goes to the next. */
function fillSections(random, page, names, room) {
  const weights = names.map((name) => WEIGHTS[name] * (0.5 + random.next()));
  let total = weights.reduce((sum, weight) => sum + weight, 0);
  let left = room;
  return names.map((name, at) => {
    let share = (left * weights[at]) / total;
    total -= weights[at];
    const lines = firstParagraph(random, name, page.product.name, Math.max(share, 60));
    share -= length(lines);
    left -= length(lines);
    while (share > 90) {
      const next = block(random, name, page.product.name, share);
      lines.push(...next);
      share -= length(next);
      left -= length(next);
    }
    return lines;
  });
}

function citationsBySection(random, { citations, lookalikes, id }, names) {
  const lines = names.map(() => []);
  const place = () => {
    const best = ["REFERENCES", "MORE INFORMATION", "RESOLUTION"]
      .map((name) => names.indexOf(name))
      .filter((at) => at >= 0);
    return best.length > 0 && random.chance(0.85) ? random.pick(best) : random.between(0, names.length - 1);
  };
  for (const { form, cited } of citations) lines[place()].push(...citationBlock(random, form, cited));
  for (const kind of lookalikes) lines[place()].push(...lookalikeBlock(random, kind, id));
  return lines;
}

function queryWords(random) {
  if (random.chance(0.053)) return [""];
  const words = random.chance(0.24) ? [] : Array.from({ length: random.between(1, 9) }, () => random.pick(MODIFIERS));
  return [`Additional query words:${[...new Set(words)].map((word) => ` ${word}`).join("")}`, ""];
}

// The older dialect has paragraphs of 70 columns and code indented by three, no sections and no footer.
function olderBody(random, page) {
  const header = headerLines(page, fieldsOf(random, page), random);
  const lines = [...header];
  let room = page.size - frame(page, header, "\n").length;
  while (room > 60 || lines.length === header.length) {
    const characters = Math.min(Math.max(room, 60), random.between(90, 500));
    const next = random.chance(0.75)
      ? wrap(sentences(random, random.pick(["SUMMARY", "CAUSE", "MORE INFORMATION"]), "the compiler", characters), {
          first: 70,
          rest: 70,
        })
      : Array.from(
          { length: random.between(2, 9) },
          (_, at) => `   ${(at + 1) * 10} PRINT "${random.pick(MODIFIERS)}"; ${random.between(1, 99)}`,
        );
    lines.push(...next, "");
    room -= length(next) + 2;
  }
  return lines.slice(0, -1);
}
