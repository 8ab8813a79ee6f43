// Whether a page is to the letter what conversion makes of a raw text, told without parsing either.
// Nearly every pair of an archive is; only for the others is it worth looking more closely.
import { escapeTitle } from "./title-escape.ts";

const HEAD =
  /^DOCUMENT:(Q\d+) {2}(\S+) {2}\[[^\]\r\n]*\]\r?\nTITLE {3}:(.*)\r?\nPRODUCT :(.*)\r?\nPROD\/VER:(.*)\r?\nOPER\/SYS:(.*)\r?\nKEYWORDS:(.*)\r?\n\r?\n={70}(?=\r?\n)/;
const FOOTER_END = `\n${"=".repeat(77)}`;
const BEYOND_ASCII = /[^\t\r\n\x20-\x7e]/;

/** True where the page surely is the raw text's conversion; false where that takes a closer look. */
export function isConverted(text: string, page: string): boolean {
  const head = HEAD.exec(text);
  const end = text.lastIndexOf(FOOTER_END);
  if (!head || end < 0 || BEYOND_ASCII.test(text)) return false;
  const [whole, id, date, title = "", product, version = "", system, keywords] = head;
  if (!page.includes(`\n## ${id}: ${escapeTitle(title)}\n`)) return false;
  const body = text
    .slice(whole.length, end + FOOTER_END.length)
    .trim()
    .replace(/\r?\n ?/g, "\n\t");
  const expected =
    `\tArticle: ${id}\n\tProduct(s): ${product}\n\tVersion(s): ${version.replace(/^:/, "")}\n` +
    `\tOperating System(s): ${system}\n\tKeyword(s): ${keywords}\n\tLast Modified: ${date}\n\t\n\t${body}\n`;
  return page.includes(expected);
}
