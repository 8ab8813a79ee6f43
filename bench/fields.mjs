// Header and footer of an article: keywords by the archive's exact rule (FORMAT §5.2), version lines, applies-to
// bullets, date. What header and footer must agree in is made once and written twice.
import { BULLETS, KEYWORDS_A_PAGE, TAILS, YEARS } from "./real-figures.mjs";
import { OLDER } from "./vocabulary.mjs";

const MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(" ");
const LIMIT = 87;
const RULER = "-".repeat(79);

/** The fields of an article as values. */
export function fieldsOf(random, page) {
  const keywords = keywordsOf(random, page.product);
  const versions = versionsOf(random, page.product);
  const year = page.kind === "mspl" ? random.between(1988, 1991) : random.draw(YEARS);
  const last = year === 2002 ? 6 : 11;
  const day = String(random.between(1, 28)).padStart(page.kind === "mspl" ? 1 : 2, "0");
  return { ...keywords, versions, date: `${day}-${MONTHS[random.between(0, last)]}-${year}`, year };
}

// Header: main list and closing list run together, cut at 87 characters. Footer: both in full, one blank between.
function keywordsOf(random, product) {
  const main = random.chance(0.378 + 0.02) ? [] : distinct(random, product.keywords, random.draw(KEYWORDS_A_PAGE));
  const tail = random.chance(0.0582) ? random.draw(TAILS) : [];
  return {
    header: `${main.join(" ")}${tail.join(" ")}`.slice(0, LIMIT).trimEnd(),
    footer: main.length + tail.length === 0 ? "" : `${main.join(" ")} ${tail.join(" ")}`,
  };
}

function distinct(random, table, count) {
  const found = new Set();
  for (let again = 0; found.size < count && again < count * 4; again++) found.add(random.draw(table));
  return [...found];
}

/** Technology tokens of an article. */
export function technologyOf(random, product) {
  return distinct(random, product.technology, Math.min(1 + Math.floor(-Math.log(random.next() || 1) * 3), 40)).join(
    " ",
  );
}

function versionsOf(random, { platform, versions }) {
  if (versions.length === 0 || random.chance(0.05)) return { list: [], line: random.chance(0.5) ? ":" : "" };
  const count = Math.min(versions.length, random.chance(0.6) ? 1 : random.between(1, 4));
  const from = random.between(0, versions.length - count);
  const list = versions.slice(from, from + count);
  return { list, line: `${random.chance(0.26) ? "" : platform}:${list.join(",")}` };
}

/** The header of a page below its heading, without TABs. */
export function headerLines({ id, product, kind }, fields, random) {
  if (kind === "mspl") return olderHeader(id, fields, random);
  return [
    `Article: Q${id}`,
    `Product(s): ${product.name}`,
    `Version(s): ${fields.versions.line.replace(/^:/, "").slice(0, LIMIT).trimEnd()}`,
    "Operating System(s): ",
    `Keyword(s): ${fields.header}`,
    `Last Modified: ${fields.date}`,
    "",
  ];
}

function olderHeader(id, { date }, random) {
  const systems = random.draw(OLDER.systems);
  const versions = systems
    .split(" | ")
    .map(() => random.pick(["5.10", "4.00 4.00b 4.50", "6.00 6.00a", "2.50 2.51", "5.10 6.00"]));
  return [
    `Article: Q${id}`,
    "Product(s): See article",
    `Version(s): ${versions.join(" | ")}`,
    `Operating System(s): ${systems}`,
    `Keyword(s): ENDUSER | ${random.pick(OLDER.tokens)} | ${random.draw(OLDER.sources)}`,
    `Last Modified: ${date}`,
    "",
  ];
}

/** The applies-to block, raw text columns. */
export function appliesToLines(random, { product }, { versions }) {
  const count = random.draw(BULLETS);
  const suffix = [
    "",
    " for Workstations",
    " Standard Edition",
    " Professional Edition",
    " Administrator's Kit",
    " Client",
    " Server",
  ];
  const bullets = Array.from({ length: count }, (_, at) => {
    const kind = at === 0 ? "" : (suffix[at] ?? `, option pack ${at}`);
    return ` - ${product.name}${kind}${versionWords(versions.list)} `;
  });
  return [RULER, "The information in this article applies to:", "", ...bullets, RULER, ""];
}

function versionWords(list) {
  if (list.length === 0) return "";
  return list.length === 1 ? `, version ${list[0]}` : `, versions ${list.join(", ")}`;
}

/** The footer with its rulers. */
export function footerLines(random, page, fields) {
  const field = (name, value) => (value === "" ? [] : [`${name.padEnd(18)}: ${value}`]);
  const hardware = random.chance(0.0625) ? random.pick(["ALPHA x86", "ALPHA x86", "x86", "MAC x86"]) : "";
  return [
    "=".repeat(70),
    `${"Keywords".padEnd(18)}: ${fields.footer}`,
    ...field("Technology", technologyOf(random, page.product)),
    ...field("Version", fields.versions.line),
    ...field("Hardware", hardware),
    ...field("Issue type", page.issueType ?? page.issue),
    ...field("Solution Type", page.solution),
    "",
    "=".repeat(77),
  ];
}

/** The solution type that goes with issue type and tag. */
export function solutionOf(random, { issue, tag }) {
  if (tag === "FIX") return "kbfix";
  if (issue === "kbbug") return random.draw(tag === "BUG" ? OPEN : BUGS);
  if (issue === "kbprb") return random.draw(PROBLEMS);
  return "";
}

const OPEN = { values: ["", "kbpending", "kbnofix"], sums: [763, 1312, 1492] };
const BUGS = { values: ["", "kbfix", "kbpending", "kbnofix"], sums: [2_300, 8_150, 9_750, 10_500] };
const PROBLEMS = { values: ["", "kbfix", "kbpending"], sums: [9_900, 10_250, 10_502] };
