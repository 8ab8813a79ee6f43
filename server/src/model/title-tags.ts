// The tags that titles begin with, such as `FIX:` or `XADM:`, in the archive's own spelling (FORMAT §4.6).

/** Tags written in capitals: kinds of article, and the codes of product groups. */
export const TITLE_TAGS: readonly string[] = (
  "ACC ACC97 ACC2000 ADT ADT2 ADT95 ASD BUG CFS2 CONN DOC DOCERR DOCFIX ELL ERR FAQ FFAPI FILE FIX FP FP97 FP98 " +
  "FS98 FS2000 HOWTO IIS INF INFO MCM2 MDG MHS MOD2000 MSB MSBP ODE97 OFF97 OL97 PPT PPT7 PRB PROFS SAMPLE SFM SMS " +
  "SMSINST SMTP UNCONF WD97 WFWG WV X400 XADM XCCC XCLN XCON XFOR XGEN XIMS XL XL97 XWEB"
).split(" ");

/** Longer tags, which are written as words. */
export const TITLE_TAG_PHRASES: readonly string[] = ["HOW TO", "Err Msg", "ErrMsg", "Error Message", "PC Win"];

// Tags that are words too (`File:`, `Sample:`) may be written as such.
const WORDS_TOO: ReadonlySet<string> = new Set(["DOC", "ERR", "FILE", "FAQ", "MSB", "SAMPLE"]);
const EXACT: ReadonlySet<string> = new Set([...TITLE_TAGS, ...TITLE_TAG_PHRASES]);
const BY_LETTERS: ReadonlyMap<string, string> = new Map(
  [...TITLE_TAGS.filter((tag) => !WORDS_TOO.has(tag)), "HOW TO"].map((tag) => [tag.toLowerCase(), tag]),
);

/** Whether a text is a tag in its right spelling. */
export function isTitleTag(text: string): boolean {
  return EXACT.has(text);
}

/** The tag that a text is but for its capitals; `undefined` where it is none, or none that is never a word. */
export function titleTagMeant(text: string): string | undefined {
  return BY_LETTERS.get(text.toLowerCase());
}
