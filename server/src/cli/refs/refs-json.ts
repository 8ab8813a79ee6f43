// References for programs: one JSON object, schema 1, described in the help of `kblint refs`.
// Keys and their order are a promise; lines and characters are those of LSP.
import type { ArticleRefs, CitationPlace } from "./collect-refs.ts";

const SCHEMA = 1;

/** The JSON text of an article's references. */
export function refsJson({ id, files, citedBy, cites }: ArticleRefs): string {
  const found = { schema: SCHEMA, id, files, citedBy: citedBy.map(placeOf), cites: cites.map(placeOf) };
  return `${JSON.stringify(found, null, 2)}\n`;
}

function placeOf({ id, title, path, citation }: CitationPlace): unknown {
  const { line, character, length, section } = citation;
  const range = { start: { line, character }, end: { line, character: character + length } };
  return { id, title: title ?? null, section, path, range };
}
