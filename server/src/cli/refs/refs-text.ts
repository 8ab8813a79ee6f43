// References as text for people and for `grep`: one place a line, the path with line and column (from one) last.
// What the archive does not hold is said in the title's place.
import { tableText } from "../table.ts";
import { type Paint, printable } from "../terminal.ts";
import { type ArticleRefs, type CitationPlace, countArticles } from "./collect-refs.ts";

const MISSING = "not in this archive";
const ITSELF = "this article itself";

/** The text of an article's references. */
export function refsText(refs: ArticleRefs, paint: Paint): string {
  return [
    head(refs, paint),
    group("Cited by", refs, refs.citedBy, paint),
    group("Cites", refs, refs.cites, paint),
  ].join("\n");
}

function head({ id, files }: ArticleRefs, paint: Paint): string {
  const [first] = files;
  const title = first ? printable(first.title) : `(${MISSING})`;
  const lines = files.map(({ path }) => `  ${printable(path)}\n`);
  return `${paint("bold", id)} ${title}\n${lines.join("")}`;
}

function group(name: string, refs: ArticleRefs, places: readonly CitationPlace[], paint: Paint): string {
  const count = counted(countArticles(places), "article");
  const more = places.length > countArticles(places) ? ` in ${counted(places.length, "place")}` : "";
  return `${paint("bold", name)} (${count}${more})\n${tableText(places.map((place) => rowOf(place, refs)))}`;
}

function rowOf({ id, title, path, citation }: CitationPlace, refs: ArticleRefs): string[] {
  const known = title === undefined ? `(${MISSING})` : printable(title);
  const place = `${path}:${citation.line + 1}:${citation.character + 1}`;
  return [`  ${id}`, id === refs.id ? `(${ITSELF})` : known, printable(citation.section), printable(place)];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
