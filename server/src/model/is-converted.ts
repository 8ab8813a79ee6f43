// Whether a page is to the letter what conversion makes of a raw text, told without parsing either.
// Nearly every pair of an archive is; only for the others is it worth looking more closely.
import { escapeTitle } from "./title-escape.ts";

const HEAD =
  /^DOCUMENT:(Q\d+) {2}(\S+) {2}\[[^\]\r\n]*\]\r?\nTITLE {3}:(.*)\r?\nPRODUCT :(.*)\r?\nPROD\/VER:(.*)\r?\nOPER\/SYS:(.*)\r?\nKEYWORDS:(.*)\r?\n\r?\n={70}(?=\r?\n)/;
const FOOTER_END = `\n${"=".repeat(77)}`;
/** True where the page surely is the raw text's conversion; false where that takes a closer look. */
export function isConverted(text: string, page: string): boolean {
  const head = HEAD.exec(text);
  const end = text.lastIndexOf(FOOTER_END);
  if (!head || end < 0) return false;
  const [whole, id, date, title = "", product, version = "", system, keywords] = head;
  const header =
    `\tArticle: ${id}\n\tProduct(s): ${product}\n\tVersion(s): ${version.replace(/^:/, "")}\n` +
    `\tOperating System(s): ${system}\n\tKeyword(s): ${keywords}\n\tLast Modified: ${date}\n\t\n\t`;
  const at = page.indexOf(header);
  if (at < 0 || !page.slice(0, at).includes(`\n## ${id}: ${escapeTitle(title)}\n`)) return false;
  const body = text.slice(whole.length, end + FOOTER_END.length).trimStart();
  const lines = body.split(whole.includes("\r") ? "\r\n" : "\n");
  return areConverted(lines, page.slice(at + header.length).split("\n\t"));
}

// Comparing lists of lines is the quickest way there is: making the expected text takes twice as long.
// Characters that conversion writes otherwise make two lines differ, and the closer look knows them.
function areConverted(lines: readonly string[], written: readonly string[]): boolean {
  for (const [at, line] of lines.entries()) {
    const own = written[at] ?? "";
    if (own === line) continue;
    const lostBlank = line.length === own.length + 1 && line.startsWith(" ") && line.endsWith(own);
    // Behind the last line comes what closes the page.
    if (!lostBlank && !(at === lines.length - 1 && own.startsWith(`${line}\n`))) return false;
  }
  return true;
}
