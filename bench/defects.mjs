// The slips that real articles have, at the real rates: an archive without any would let a linter do less work than a
// real one does, and one with too many would measure the writing of findings.

// Slips of fields and structure, decided before the article is written. The rates are of the articles that can have
// the slip: a title tag can be contradicted only where there is one.
const SPOILERS = [
  [0.022, dropSection],
  [0.0095, swapSections],
  [0.04, contradictTag],
  [0.013, doubleIssue],
  [0.024, tagWithoutBlank],
  [0.005, orphanSolution],
  [0.0053, emptySegment],
];

// Slips of the text, made in the finished body.
const DAMAGES = [
  [0.0145, emptySection],
  [0.0052, lostBytes],
  [0.0049, dashUnderline],
  [0.0003, shortUnderline],
  [0.0027, withoutAppliesTo],
  [0.0105, doubledLink],
  [0.021, blankAfterHyphen],
  [0.0067, doubledWord],
  [0.0046, lineAboveRuler],
  [0.0024, legacyResidue],
  [0.0026, doubledQueryWord],
];

/** Slips of fields and structure. */
export function spoil(random, page, fields) {
  for (const [rate, slip] of SPOILERS) if (random.chance(rate)) slip(page, fields);
}

/** Slips of the text; the body may be changed in place. */
export function damage(random, page, body) {
  let lines = body;
  for (const [rate, slip] of DAMAGES) if (random.chance(rate)) lines = slip(lines, random, page) ?? lines;
  return lines;
}

function dropSection(page) {
  if (page.issue === "kbbug") page.sections = ["SYMPTOMS", "CAUSE", "RESOLUTION"];
  else if (page.issue === "kbprb") page.sections = ["SUMMARY", "MORE INFORMATION"];
  else page.sections = ["MORE INFORMATION"];
}

function swapSections(page) {
  if (page.issue === "kbbug" || page.issue === "kbprb")
    page.sections = ["SYMPTOMS", "CAUSE", "RESOLUTION", "MORE INFORMATION", "STATUS"];
  else page.sections = ["MORE INFORMATION", "SUMMARY"];
}

function contradictTag(page) {
  if (page.tag === "BUG") page.solution = "kbfix";
  else if (page.tag === "PRB") page.issueType = "kbbug";
}

function doubleIssue(page) {
  if (page.issue !== "")
    page.issueType = { kbhowto: "kbhowto kbinfo", kbinfo: "kbhowto kbinfo" }[page.issue] ?? "kbbug kbprb";
}

function tagWithoutBlank(page) {
  page.title = page.title.replace(/^(\w+): /, "$1:");
}

function orphanSolution(page) {
  if (page.issue === "" && page.tag === "") page.solution = "kbfix";
}

function emptySegment(_page, { versions }) {
  if (/^\w+:./.test(versions.line)) versions.line = `${versions.line}; :`;
}

const isHeading = (lines, at) =>
  /^=+$/.test(lines[at + 1] ?? "") && lines[at + 1].length === lines[at].length && /^[A-Z ]+$/.test(lines[at]);
const headings = (lines) => lines.flatMap((_, at) => (isHeading(lines, at) ? [at] : []));
// Lines of running text: not in the block at the top, nor in the footer.
const prose = (lines) =>
  lines.flatMap((line, at) =>
    at > 6 && /^[A-Z][a-z]+ [a-z].{30,}/.test(line) && !line.startsWith("Additional query") ? [at] : [],
  );
const replaceAt = (lines, at, line) => lines.with(at, line);

function emptySection(lines) {
  const found = headings(lines);
  if (found.length < 3) return undefined;
  const [, second, third] = found;
  // Citations stay, so that every article is cited as often as planned.
  if (lines.slice(second, third).some((line) => /Q\d/.test(line))) return undefined;
  return [...lines.slice(0, second + 3), ...lines.slice(third)];
}

function lostBytes(lines, random) {
  let changed = lines;
  for (const at of prose(lines).slice(0, random.between(1, 6)))
    changed = replaceAt(changed, at, changed[at].replace(" ", "<A0>"));
  return changed;
}

function dashUnderline(lines) {
  const at = headings(lines).at(-1);
  return at === undefined ? undefined : replaceAt(lines, at + 1, "-".repeat(lines[at].length));
}

function shortUnderline(lines) {
  const at = headings(lines)[0];
  return at === undefined ? undefined : replaceAt(lines, at + 1, "=".repeat(lines[at].length - 1));
}

function withoutAppliesTo(lines) {
  const rulers = lines.flatMap((line, at) => (/^-{79}$/.test(line) ? [at] : []));
  return rulers.length < 2 ? undefined : lines.slice(rulers[1] + 2);
}

function doubledLink(lines, random) {
  const at = prose(lines)[0];
  if (at === undefined) return undefined;
  return [
    ...lines.slice(0, at),
    `   DownloadDownload Q${random.between(100_000, 320_000)}.exe now`,
    "",
    ...lines.slice(at),
  ];
}

function blankAfterHyphen(lines, random) {
  const list = prose(lines);
  const at = list[Math.floor(list.length / 2)];
  return at === undefined
    ? undefined
    : replaceAt(lines, at, `${random.pick(["Windows- based", "MS- DOS", "32- bit"])} ${lines[at]}`.slice(0, 80));
}

function doubledWord(lines) {
  const at = prose(lines).find((line) => lines[line].includes(" the "));
  return at === undefined ? undefined : replaceAt(lines, at, lines[at].replace(" the ", " the the "));
}

function lineAboveRuler(lines) {
  const at = lines.indexOf("=".repeat(70));
  return at > 0 && lines[at - 1] === "" ? [...lines.slice(0, at - 1), ...lines.slice(at)] : undefined;
}

function legacyResidue(lines) {
  return ["3.00 3.10", "WINDOWS", "kbprg kbref", "", ...lines];
}

function doubledQueryWord(lines) {
  const at = lines.findLastIndex((line) => /^Additional query words: \w/.test(line));
  return at < 0 ? undefined : replaceAt(lines, at, `${lines[at]} ${lines[at].split(" ")[3]}`);
}
