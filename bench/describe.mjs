// Says how an archive is made: sizes, references by form, hubs, vocabularies, sections, types. The same table is printed
// for a generated archive and for a real one, so that anybody can see how far the one stands for the other.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { numberOf } from "./places.mjs";
import { REAL_ROWS } from "./real-figures.mjs";
import { referencesOf } from "./reference-forms.mjs";

const SECTIONS = "SUMMARY|SYMPTOMS|CAUSE|RESOLUTION|WORKAROUND|STATUS|MORE INFORMATION|REFERENCES";
const HEADING = new RegExp(`^\\t(${SECTIONS})\\n\\t=+$`, "gm");

/** The pages of an archive, `kb/NNN/Qn/README.md`, in order. */
export function pagesOf(archive) {
  const found = [];
  for (const folder of foldersIn(join(archive, "kb"), /^\d{3}$/))
    for (const page of foldersIn(folder, /^Q\d+$/)) found.push(join(page, "README.md"));
  return found;
}

function foldersIn(folder, pattern) {
  const names = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && pattern.test(entry.name),
  );
  return names.map((entry) => join(folder, entry.name)).sort();
}

/** The value below which `share` of the sorted numbers lie. */
export function quantile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

const ascending = (numbers) => [...numbers].sort((a, b) => a - b);

class Counter extends Map {
  add(key, times = 1) {
    this.set(key, (this.get(key) ?? 0) + times);
  }
  get total() {
    return [...this.values()].reduce((sum, times) => sum + times, 0);
  }
  top(count) {
    return [...this].sort((a, b) => b[1] - a[1]).slice(0, count);
  }
}

/** Counts everything that the table says of an archive's pages. */
export function measureArchive(files) {
  const facts = emptyFacts();
  const ids = new Set(files.map(numberOf));
  for (const file of files) measurePage(facts, readFileSync(file, "latin1"), ids);
  return facts;
}

function emptyFacts() {
  const counters =
    "forms lookalikes targets dangling sections types solutions products keywords titleTags kinds perPage";
  const facts = { pages: 0, mspl: 0, bytes: [], titles: [], ends: { resolves: 0, dangles: 0, self: 0 }, citing: 0 };
  for (const name of counters.split(" ")) facts[name] = new Counter();
  return { ...facts, keywordsPerPage: [], bullets: [], widths: new Counter(), lines: 0, entities: 0, empty: 0 };
}

function measurePage(facts, text, ids) {
  facts.pages++;
  facts.bytes.push(text.length);
  const own = Number(/^\tArticle: Q(\d+)/m.exec(text)?.[1]);
  measureTitle(facts, /^title: "Q\d+: (.*)"$/m.exec(text)?.[1] ?? "");
  const product = /^\tProduct\(s\): (.*)$/m.exec(text)?.[1] ?? "";
  const body = text.slice(text.indexOf("\tLast Modified:"));
  facts.products.add(product);
  if (product === "See article") facts.mspl++;
  else measureFields(facts, body);
  for (const line of body.split("\n")) measureLine(facts, line);
  const { references, lookalikes } = referencesOf(body);
  for (const kind of lookalikes) facts.lookalikes.add(kind);
  for (const reference of references) measureReference(facts, reference, own, ids);
  if (references.length > 0) facts.citing++;
  facts.perPage.add(references.length);
}

function measureTitle(facts, title) {
  const plain = title.replace(/&#?\w+;/g, "x");
  if (plain !== title) facts.entities++;
  facts.titles.push(plain.length);
  facts.titleTags.add(/^([A-Za-z0-9][A-Za-z0-9/&.'+ -]{0,24}):/.exec(title)?.[1] ?? "(none)");
}

function measureFields(facts, body) {
  const field = (name) => body.match(new RegExp(`^\\t${name.padEnd(18)}: (.*)$`, "m"))?.[1];
  facts.types.add(field("Issue type") ?? "(none)");
  facts.solutions.add(field("Solution Type") ?? "(none)");
  const keywords = (field("Keywords") ?? "").split(" ").filter(Boolean);
  facts.keywordsPerPage.push(keywords.length);
  for (const keyword of keywords) facts.keywords.add(keyword);
  for (const [, heading] of body.matchAll(HEADING)) facts.sections.add(heading);
  const block = /applies to:\n([\s\S]*?)\n\t-{60,}/.exec(body)?.[1] ?? "";
  facts.bullets.push(block.match(/^\t- /gm)?.length ?? 0);
}

function measureLine(facts, line) {
  facts.lines++;
  const text = line.slice(1);
  facts.widths.add(text.length);
  facts.kinds.add(kindOfLine(text));
}

function kindOfLine(text) {
  if (text.trim() === "") return "blank";
  if (/^ *\d+\. /.test(text)) return "numbered item";
  if (/^ *- \S/.test(text)) return "bullet";
  if (/^ {2,}Q\d{5,6} /.test(text)) return "reference";
  if (/\d\d?[-/]\w{2,3}[-/]\d{2,4} +\d\d?:\d\d/.test(text)) return "file table row";
  if (/^[-=]+$/.test(text)) return "ruler, underline";
  if (/^ /.test(text)) return "indented";
  return "column 0";
}

function measureReference(facts, { id, form }, own, ids) {
  facts.forms.add(form);
  if (id === own) facts.ends.self++;
  else if (ids.has(id)) {
    facts.ends.resolves++;
    facts.targets.add(id);
  } else {
    facts.ends.dangles++;
    facts.dangling.add(id);
  }
}

/** Rows of the table: what is counted, and the figure as text. */
export function describeRows(facts) {
  const bytes = ascending(facts.bytes);
  const modern = facts.pages - facts.mspl;
  const percent = (part, whole) => `${((100 * part) / whole).toFixed(1)} %`;
  const shares = (counter, whole, count) =>
    counter
      .top(count)
      .map(([name, times]) => `${name} ${percent(times, whole)}`)
      .join(", ");
  const spread = (numbers) => [0.5, 0.95, 0.99, 1].map((share) => quantile(ascending(numbers), share)).join(" / ");
  return [
    ["pages", `${facts.pages}`],
    ["megabytes", (bytes.reduce((sum, size) => sum + size, 0) / 1e6).toFixed(1)],
    ["bytes: min / median / p95 / p99 / max", `${bytes[0]} / ${spread(bytes)}`],
    ["share of the older dialect (mspl)", percent(facts.mspl, facts.pages)],
    ["lines a page", (facts.lines / facts.pages).toFixed(1)],
    ["lines by kind", shares(facts.kinds, facts.lines, 8)],
    ["width of lines: p50 / p90 / p99", widthsOf(facts.widths)],
    ["pages that cite", percent(facts.citing, facts.pages)],
    ["references: resolve / dangle / self", Object.values(facts.ends).join(" / ")],
    [
      "references a page, by share",
      [0, 1, 2, 3, 4, 5].map((n) => `${n}: ${percent(facts.perPage.get(n) ?? 0, facts.pages)}`).join(", "),
    ],
    ["references by form", shares(facts.forms, facts.forms.total, 10)],
    ["lookalikes", `${shares(facts.lookalikes, facts.lookalikes.total, 8)}; ${facts.lookalikes.total} in all`],
    ["targets that exist, most cited", `${facts.targets.size}: ${timesOf(facts.targets)}`],
    ["targets outside, most cited", `${facts.dangling.size}: ${timesOf(facts.dangling)}`],
    ["titles: median / p95 / p99 / max length", spread(facts.titles)],
    ["titles with escaped characters", percent(facts.entities, facts.pages)],
    ["title tags", `${facts.titleTags.size} distinct; ${shares(facts.titleTags, facts.pages, 8)}`],
    ["sections", shares(facts.sections, modern, 8)],
    ["issue types", shares(facts.types, modern, 5)],
    ["solution types", shares(facts.solutions, modern, 4)],
    ["products", `${facts.products.size} distinct; ${shares(facts.products, facts.pages, 5)}`],
    [
      "keywords",
      `${facts.keywords.size} distinct, ${facts.keywords.total} uses; most: ${facts.keywords
        .top(4)
        .map(([name, times]) => `${name} ${times}`)
        .join(", ")}`,
    ],
    ["keywords a page: median / p95 / p99 / max", spread(facts.keywordsPerPage)],
    ["applies-to bullets: median / p95 / p99 / max", spread(facts.bullets)],
  ];
}

function timesOf(counter) {
  return [...counter.top(5).map(([, times]) => times), "…"].join(", ");
}

function widthsOf(widths) {
  const list = [...widths].filter(([width]) => width > 0).sort((a, b) => a[0] - b[0]);
  const total = list.reduce((sum, [, times]) => sum + times, 0);
  const at = (share) => {
    let seen = 0;
    for (const [width, times] of list) {
      seen += times;
      if (seen >= share * total) return width;
    }
    return 0;
  };
  return [0.5, 0.9, 0.99].map(at).join(" / ");
}

/** The table of an archive beside the real one, as Markdown. */
export function describeArchive(archive) {
  const rows = describeRows(measureArchive(pagesOf(archive)));
  const lines = rows.map(([name, figure]) => `| ${name} | ${figure} | ${REAL_ROWS[name] ?? ""} |`);
  return ["| | this archive | the real archive |", "|---|---|---|", ...lines].join("\n");
}
