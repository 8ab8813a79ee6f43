// A second opinion on references, for proving the index: reads a text word by word, as a person with a marker would.
// Shares nothing with the product: no parser, no expression over running text, no knowledge of forms.

/** What a word with a number in it is. */
export type WordKind =
  | "reference"
  | "address"
  | "glued to its title"
  | "glued in a sentence"
  | "run together"
  | "doubled Q"
  | "in the footer"
  | "file name"
  | "path"
  | "identifier"
  | "wrong digit count"
  | "lower case";

/** A word that holds a Q and digits. */
export interface ScannedWord {
  readonly kind: WordKind;
  /** The number it names, or seems to name. */
  readonly id: string;
  readonly line: number;
  readonly character: number;
  readonly word: string;
}

const FOOTER_LABELS = ["Keywords ", "Technology ", "Version ", "Issue type ", "Solution Type ", "Component "];
const HEADER_END = "\tLast Modified:";
const TEXT_HEADER_LINES = 7;
// Signs that end a word; those of file names, paths, options and identifiers do not.
const SIGNS = new Set("\"'()[]{}<>|,;:!?*#~^%$@");

/** All words of an article's text that hold a Q and digits, header excluded. */
export function scanWords(text: string): ScannedWord[] {
  const found: ScannedWord[] = [];
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  const from = text.startsWith("DOCUMENT:")
    ? TEXT_HEADER_LINES
    : lines.findIndex((line) => line.startsWith(HEADER_END)) + 1;
  for (let line = from; line < lines.length; line++) scanLine(lines[line] ?? "", line, found);
  return found;
}

function scanLine(text: string, line: number, found: ScannedWord[]): void {
  if (!text.includes("Q") && !text.includes("q")) return;
  const inFooter = FOOTER_LABELS.some((label) => text.trimStart().startsWith(label) && text.includes(" : "));
  for (const { word, at } of split(text, (sign) => sign === " " || sign === "\t")) {
    const seen = addressIn(word) ?? addressOfService(word);
    if (seen) found.push({ ...seen, kind: "address", line, character: at + seen.offset, word });
    else for (const one of wordsIn(word)) found.push(scanned(one, at, line, inFooter));
  }
}

interface Piece {
  readonly word: string;
  readonly at: number;
}

function split(text: string, ends: (sign: string) => boolean): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !ends(text.charAt(at))) continue;
    if (at > start) pieces.push({ word: text.slice(start, at), at: start });
    start = at + 1;
  }
  return pieces;
}

function wordsIn(word: string): Piece[] {
  return split(word, (sign) => SIGNS.has(sign)).filter(({ word: piece }) => numberStart(piece) >= 0);
}

function numberStart(word: string): number {
  for (let at = 0; at + 1 < word.length; at++) {
    if ((word[at] === "Q" || word[at] === "q") && isDigit(word.charAt(at + 1))) return at;
  }
  return -1;
}

function isDigit(sign: string): boolean {
  return sign >= "0" && sign <= "9" && sign.length === 1;
}

function isLetter(sign: string): boolean {
  return sign.toLowerCase() !== sign.toUpperCase();
}

function scanned(piece: Piece, at: number, line: number, inFooter: boolean): ScannedWord {
  const { word } = piece;
  const start = numberStart(word);
  let end = start + 1;
  while (isDigit(word.charAt(end))) end++;
  const place = { line, character: at + piece.at + start, word, id: word.slice(start, end) };
  return { ...place, kind: inFooter ? "in the footer" : kindOf(place.id, word.slice(0, start), word.slice(end)) };
}

function kindOf(id: string, before: string, behind: string): WordKind {
  if (before.includes("\\") || before.includes("/") || behind.includes("\\")) return "path";
  if (id.length !== 6 && id.length !== 7) return "wrong digit count";
  if (id.startsWith("q")) return "lower case";
  if (before === "Q" && !behind.includes(".e")) return "doubled Q";
  return before === "" ? kindBehind(behind) : "identifier";
}

function kindBehind(behind: string): WordKind {
  const [first = "", second = ""] = behind;
  const goesOn = isLetter(second) || isDigit(second);
  if (first === "_") return "identifier";
  if (first === "." && goesOn) return "file name";
  if (first === "-" && goesOn) return "identifier";
  if (first === "Q" && isDigit(second)) return "run together";
  return isLetter(first) ? gluedKind(behind) : "reference";
}

// A file's name has a suffix of letters; titles begin with a capital, sentences go on without one.
function gluedKind(behind: string): WordKind {
  const dot = behind.lastIndexOf(".");
  if (dot > 0 && isLetter(behind.charAt(dot + 1))) return "file name";
  const first = behind.charAt(0);
  return first === first.toUpperCase() ? "glued to its title" : "glued in a sentence";
}

interface Address {
  readonly id: string;
  readonly offset: number;
}

// …/kb/articles/q140/3/41.asp or …/kb/q140/3/41.txt: the number's digits are spread over three parts of the path.
function addressIn(word: string): Address | undefined {
  const parts = word.toLowerCase().split("/");
  const folder = parts.indexOf("kb");
  const at = folder < 0 ? -1 : parts[folder + 1] === "articles" ? folder + 1 : folder;
  const [first = "", second = "", third = ""] = parts.slice(at + 1);
  if (at < 0 || !first.startsWith("q")) return undefined;
  const digits = first.slice(1) + second + third.slice(0, 2);
  if (digits.length < 5 || digits.length > 6 || ![...digits].every(isDigit)) return undefined;
  if (![".asp", ".txt"].includes(third.slice(2, 6))) return undefined;
  return { id: `Q${digits}`, offset: parts.slice(0, at + 1).join("/").length + 1 };
}

// …?scid=kb;EN-US;q123456 or …?ID=KB;EN-US;q123456
function addressOfService(word: string): Address | undefined {
  const from = word.toLowerCase().indexOf("id=kb;");
  if (from < 0) return undefined;
  const [service = "", language = "", number = ""] = word.slice(from).split(";");
  let end = 1;
  while (isDigit(number.charAt(end))) end++;
  if (number.charAt(0).toLowerCase() !== "q" || end < 6 || end > 7) return undefined;
  return { id: `Q${number.slice(1, end)}`, offset: from + service.length + language.length + 2 };
}
