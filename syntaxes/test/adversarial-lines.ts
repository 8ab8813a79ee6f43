/**
 * Lines that punish a careless pattern: long runs of what the grammar looks for, and near misses of it.
 * Each shape is a repeated unit with an optional head and tail, so that any length can be made.
 */

/** A family of lines of any length. */
export interface LineShape {
  readonly name: string;
  readonly head: string;
  readonly unit: string;
  readonly tail: string;
}

function shape(name: string, unit: string, head = "", tail = ""): LineShape {
  return { name, head, unit, tail };
}

/** The shapes; heads put the engine into the rule that reads the run. */
export const lineShapes: readonly LineShape[] = [
  shape("one letter", "a"),
  shape("blanks, then text", " ", "", "x"),
  shape("tabs, then text", "\t", "", "x"),
  shape("ids", "Q123456 "),
  shape("ids glued", "Q123456"),
  shape("file names", "Q123456.exe "),
  shape("capital Q", "Q"),
  shape("digits after Q", "1", "Q"),
  shape("colons", ":"),
  shape("words with colons", "Word: "),
  shape("title case words", "Word "),
  shape("title case, then lower", "Word ", "", "lower"),
  shape("dots", ".", "http://a", " "),
  shape("addresses", "http://a.b/c "),
  shape("address starts", "http://"),
  shape("one long address", "a.", "http://", ""),
  shape("backslashes", "\\", "HKEY_LOCAL_MACHINE", ""),
  shape("registry path with blanks", "\\a b", "HKEY_LOCAL_MACHINE", ""),
  shape("registry path without end", " a", "HKEY_LOCAL_MACHINE\\", ""),
  shape("hives", "HKEY_"),
  shape("angle brackets", "<"),
  shape("open placeholders", "<a"),
  shape("hex residue", "<A0>"),
  shape("equal signs", "="),
  shape("equal signs, then text", "=", "", "x"),
  shape("dashes", "-"),
  shape("dashes with blanks", "- "),
  shape("callouts", "NOTE: "),
  shape("version items", "1,", "PROD/VER:"),
  shape("version segments", "a:1;", "PROD/VER:"),
  shape("version letters", "a", "PROD/VER:"),
  shape("page version", "a:1;", "\tVersion(s): "),
  shape("footer version", "a:1,2;", "Version           : "),
  shape("keywords", "kbfix ", "Keywords          : "),
  shape("issue types", "kbbug ", "Issue type        : "),
  shape("document codes", " [a]", "DOCUMENT:Q123456"),
  shape("title entities", "&quot;", "## Q123456: "),
  shape("front matter", "&amp;", 'title: "Q123456: ', '"'),
  shape("numbered items", "1. "),
  shape("own-line reference", "a:", "   Q123456 "),
  shape("reference blanks", " ", "   Q123456", ""),
  shape("cited title", " ", "TITLE", ":x"),
  shape("bullet blanks", " ", " - ", ""),
  shape("bullet versions", "1, ", " - A, versions "),
  shape("bullet commas", ", version ", " - A"),
  shape("raw tag blanks", " ", "{%", "raw %}"),
  shape("conflict marker", "< ", "<<<<<<< "),
];

/** Makes a line of exactly `length` characters, or of head and tail where those are longer. */
export function lineOf({ head, unit, tail }: LineShape, length: number): string {
  const room = Math.max(0, length - head.length - tail.length);
  return head + unit.repeat(Math.ceil(room / unit.length)).slice(0, room) + tail;
}
