// Fills the sentences with things, verbs and files, and breaks paragraphs into lines as the archive does (FORMAT §8).
// Raw text columns; a page loses one leading blank of a line.
import { ESCAPED_TITLES, HOWTO_TITLES, SENTENCES, TITLES } from "./sentences.mjs";
import { DOES, DOING, FILE_PARTS, HEADS, KEY_PARTS, MODIFIERS, NAMES, PLACES, QUALITIES, VERBS } from "./words.mjs";

const capital = (word) => word[0].toUpperCase() + word.slice(1);
const capitals = (text) => text.replace(/[a-z]+(?:-[a-z]+)*/g, capital);
const thing = (random) => `${random.pick(MODIFIERS)} ${random.pick(HEADS)}`;

/** What stands for a name in braces. */
const SLOTS = {
  thing,
  verb: (random) => random.pick(VERBS),
  does: (random) => random.pick(DOES),
  doing: (random) => random.pick(DOING),
  quality: (random) => random.pick(QUALITIES),
  ui: (random) => capitals(thing(random)),
  number: (random) => String(random.between(2, 999)),
  machine: (random) => `the computer ${random.pick(NAMES)}`,
  file: fileName,
  program: (_random, program) => program,
  Thing: (random) => capitals(thing(random)),
  Verb: (random) => capital(random.pick(VERBS)),
  Does: (random) => capital(random.pick(DOES)),
  Doing: (random) => capital(random.pick(DOING)),
  Quality: (random) => capital(random.pick(QUALITIES)),
  Number: (random) => String(random.between(100, 65_000)),
  Name: (random) => random.pick(NAMES),
  Place: (random) => random.pick(PLACES),
};

const compiled = new Map();

function partsOf(template) {
  let parts = compiled.get(template);
  if (!parts) {
    parts = template.split(/\{(\w+)\}/);
    compiled.set(template, parts);
  }
  return parts;
}

/** A template with its braces filled. */
export function fill(random, template, program = "") {
  const parts = partsOf(template);
  let text = parts[0];
  for (let at = 1; at < parts.length; at += 2) {
    let value = SLOTS[parts[at]](random, program);
    // The same word twice in a row would be a finding.
    for (let again = 0; again < 4 && stutters(text, value); again++) value = SLOTS[parts[at]](random, program);
    text += value + parts[at + 1];
  }
  return text;
}

function stutters(before, value) {
  const words = value.toLowerCase().split(" ");
  if (words.some((word, at) => at > 0 && word === words[at - 1])) return true;
  return before.toLowerCase().endsWith(`${words[0]} `);
}

/** The name of a file. */
export function fileName(random) {
  const [first, second, suffix] = FILE_PARTS.map((parts) => random.pick(parts));
  const digits = random.chance(0.4) ? random.between(2, 99) : "";
  return capital(`${first}${second}${digits}.${suffix}`);
}

/** The path of a registry key. */
export function registryPath(random) {
  const steps = Array.from({ length: random.between(2, 3) }, () => random.pick(KEY_PARTS));
  return `HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\${steps.join("\\")}`;
}

/** A title of at most 64 characters, without its tag. */
export function titleText(random, { room, howTo }) {
  const list = howTo ? HOWTO_TITLES : random.chance(0.075) ? ESCAPED_TITLES : TITLES;
  let title = "";
  // Titles were cut at 64 by whoever wrote them; a cut word or bracket would be a finding.
  for (let again = 0; again < 12; again++) {
    title = fill(random, random.pick(list));
    if (title.length <= room) return title;
  }
  const cut = title.replace(/["[\]<>]/g, "").slice(0, room + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf(" "), 1)).trimEnd();
}

/** Sentences of a section, until they have about so many characters. */
export function sentences(random, section, program, characters) {
  const list = SENTENCES[section] ?? SENTENCES["MORE INFORMATION"];
  let text = fill(random, random.pick(list), program);
  while (text.length + 45 < characters) text += ` ${fill(random, random.pick(list), program)}`;
  return text;
}

/** Breaks text into lines: the first may have `first` columns, the others 80; all but the first are indented. */
export function wrap(text, { first = 81, rest = 80, indent = "" } = {}) {
  const lines = [];
  let from = 0;
  let room = first;
  while (text.length - from > room) {
    let end = text.lastIndexOf(" ", from + room);
    if (end <= from) end = text.indexOf(" ", from);
    if (end < 0) break;
    lines.push(lines.length === 0 ? text.slice(from, end) : indent + text.slice(from, end));
    from = end + 1;
    room = rest - indent.length;
  }
  lines.push(lines.length === 0 ? text.slice(from) : indent + text.slice(from));
  return lines;
}
