// Whether a page is to the letter what conversion makes of a raw text, told without parsing either.
// Nearly every pair of an archive is; only for the others is it worth looking more closely.
import { escapeTitle } from "./title-escape.ts";

const HEAD =
  /^DOCUMENT:(Q\d+) {2}(\S+) {2}\[[^\]\r\n]*\]\r?\nTITLE {3}:(.*)\r?\nPRODUCT :(.*)\r?\nPROD\/VER:(.*)\r?\nOPER\/SYS:(.*)\r?\nKEYWORDS:(.*)\r?\n\r?\n={70}(?=\r?\n)/;
const FOOTER_END = `\n${"=".repeat(77)}`;
const LINE_FEED = 10;
const RETURN = 13;
const SPACE = 32;
const TAB = 9;

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
  return isConvertedBody(body, whole.includes("\r"), page, at + header.length);
}

// Walks down both texts, line by line: making lists of their lines, or the expected text, takes far longer.
// Characters that conversion writes otherwise make two lines differ, and the closer look knows them.
function isConvertedBody(body: string, breaksHaveReturn: boolean, page: string, from: number): boolean {
  let start = 0;
  let at = from;
  for (let feed = body.indexOf("\n"); feed >= 0; feed = body.indexOf("\n", start)) {
    if (breaksHaveReturn && body.charCodeAt(feed - 1) !== RETURN) return false;
    at = behindLine(page, at, body.slice(start, breaksHaveReturn ? feed - 1 : feed));
    if (at < 0 || page.charCodeAt(at) !== LINE_FEED || page.charCodeAt(at + 1) !== TAB) return false;
    at += 2;
    start = feed + 1;
  }
  const last = body.slice(start);
  // Behind the last line comes what closes the page.
  const end = at + last.length;
  return page.startsWith(last, at) && (end === page.length || page.charCodeAt(end) === LINE_FEED);
}

// Where the page goes on behind a line of the raw text, which may have lost its first blank; -1 where it is another.
function behindLine(page: string, at: number, line: string): number {
  if (page.slice(at, at + line.length) === line) return at + line.length;
  const lost = line.charCodeAt(0) === SPACE && page.slice(at, at + line.length - 1) === line.slice(1);
  return lost ? at + line.length - 1 : -1;
}
