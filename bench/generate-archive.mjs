// Writes an archive of any size from our own words, in the real archive's distribution of sizes and references
// (FORMAT §1.1, §7): a median page of 2.5 kB, a long tail, hubs that a thousand articles cite, a quarter of the
// references leading outside. The same seed gives the same bytes.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { KEYWORDS, PRODUCTS, WORDS } from "./words.mjs";

const FIRST_ID = 100_000;
const HUBS = [1588, 1249, 716, 235, 194];
const RULER = "-".repeat(79);

/** A small generator of numbers in [0, 1), the same for the same seed. */
export function randomFrom(seed) {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** Writes `count` pages below `folder`/kb and returns their number of bytes. */
export function generateArchive(folder, count, seed = 42) {
  const random = randomFrom(seed);
  const ids = Array.from({ length: count }, (_, at) => FIRST_ID + at * 3);
  const titles = ids.map(() => titleOf(random));
  const hubs = hubCitations(ids, random);
  let bytes = 0;
  for (const [at, id] of ids.entries()) {
    const cited = citations({ random, ids, hubs, own: id });
    const page = renderPage(random, { id, title: titles[at], cited, titles, ids });
    const path = join(folder, "kb", String(Math.floor(id / 1000)).padStart(3, "0"), `Q${id}`);
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, "README.md"), page);
    bytes += page.length;
  }
  return bytes;
}

function pick(random, list) {
  return list[Math.floor(random() * list.length)];
}

function words(random, count) {
  return Array.from({ length: count }, () => pick(random, WORDS));
}

function titleOf(random) {
  const tag = pick(random, ["", "", "", "PRB: ", "FIX: ", "BUG: ", "HOWTO: ", "INFO: "]);
  const text = words(random, 4 + Math.floor(random() * 4)).map((word) => word[0].toUpperCase() + word.slice(1));
  return `${tag}${text.join(" ")}`.slice(0, 64).trimEnd();
}

// A hub's share of the real archive's 60,335 pages, scaled to this one.
function hubCitations(ids, random) {
  return HUBS.map((times) => ({ id: pick(random, ids), chance: times / 60_335 }));
}

function citations({ random, ids, hubs, own }) {
  const cited = hubs.filter((hub) => random() < hub.chance).map((hub) => hub.id);
  while (random() < 0.22) cited.push(random() < 0.25 ? 900_000 + Math.floor(random() * 90_000) : pick(random, ids));
  return cited.filter((id) => id !== own);
}

function paragraph(random, count) {
  const lines = [];
  let line = "";
  for (const word of words(random, count)) {
    if (line.length + word.length + 1 > 79) {
      lines.push(line);
      line = "";
    }
    line += line === "" ? word : ` ${word}`;
  }
  lines.push(`${line}.`);
  lines[0] = lines[0][0].toUpperCase() + lines[0].slice(1);
  return lines;
}

// Log-normal, so that the median page has 2.5 kB and one in a hundred more than 16.
function bodyWords(random) {
  const normal = Math.sqrt(-2 * Math.log(random() || 1e-9)) * Math.cos(2 * Math.PI * random());
  return Math.min(20_000, Math.round(150 * Math.exp(0.95 * normal)));
}

function renderPage(random, { id, title, cited, titles, ids }) {
  const [, product] = pick(random, PRODUCTS);
  const keywords = [...new Set([pick(random, KEYWORDS), pick(random, KEYWORDS)])].join(" ");
  const body = [];
  const sections =
    title.startsWith("HOWTO") || title.startsWith("INFO")
      ? ["SUMMARY", "MORE INFORMATION"]
      : ["SYMPTOMS", "CAUSE", "RESOLUTION", "STATUS"];
  const share = Math.ceil(bodyWords(random) / sections.length);
  for (const section of sections) {
    body.push(section, "=".repeat(section.length), "");
    for (let left = share; left > 0; left -= 60) body.push(...paragraph(random, Math.min(left, 60)), "");
  }
  if (cited.length > 0) body.push("For additional information, see the following articles:", "");
  for (const other of cited)
    body.push(`  Q${other} ${titles[ids.indexOf(other)] ?? "An Article of Another Archive"}`, "");
  const lines = [
    `Article: Q${id}`,
    `Product(s): ${product}`,
    "Version(s): winnt:4.0",
    "Operating System(s): ",
    `Keyword(s): ${keywords}`,
    "Last Modified: 06-AUG-2001",
    "",
    RULER,
    "The information in this article applies to:",
    "",
    `- ${product} version 4.0 `,
    RULER,
    "",
    ...body,
    "Additional query words:",
    "",
    "=".repeat(70),
    `Keywords          : ${keywords} `,
    "Technology        : kbWinNTsearch",
    "Version           : winnt:4.0",
    "",
    "=".repeat(77),
    "",
  ];
  const folder = String(Math.floor(id / 1000)).padStart(3, "0");
  const heading = `Q${id}: ${title}`;
  return `---\nlayout: page\ntitle: "${heading}"\npermalink: /kb/${folder}/Q${id}/\n---\n\n## ${heading}\n\n{% raw %}\n\n${lines.map((line) => `\t${line}\n`).join("")}\n{% endraw %}\n`;
}
