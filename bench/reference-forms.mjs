// Finds the references of a page by their forms (FORMAT §7), and what only looks like one. A plain scan, different in
// kind from the product's own, so that it may serve as its witness.

const ANY = /Q\d{4,7}/gi;
const PROPER = /^Q\d{5,6}$/;
const BEFORE = /[A-Za-z0-9_\\/\-+=.&]$/;
const AFTER = /^(?:[A-Za-z0-9_\\]|-[A-Za-z0-9]|\.[A-Za-z0-9])/;
const GLUED = /^[A-Z][A-Za-z]+[ :]/;
const ADDRESS_START = "kb/articles/";
const ADDRESS = /kb\/articles\/q(\d{2,3})\/(\d)\/(\d{2})\.asp/gi;

/**
 * The references of an article's body with their forms and places, and the kinds of its lookalikes.
 * `prefix` is how many characters of each line are no text: the TAB of pages.
 */
export function referencesOf(body, prefix = 1) {
  const references = [];
  const lookalikes = [];
  for (const match of body.matchAll(ANY)) {
    const before = body.slice(body.lastIndexOf("\n", match.index) + 1 + prefix, match.index);
    const after = body.slice(match.index + match[0].length, match.index + match[0].length + 80).split("\n", 1)[0];
    if (isReference(match[0], before, after))
      references.push({ id: Number(match[0].slice(1)), form: formOf(before, after), index: match.index });
    else lookalikes.push(lookalikeOf(match[0], before, after));
  }
  for (const { 1: head, 2: middle, 3: tail, index } of body.matchAll(ADDRESS))
    references.push({ id: Number(`${head}${middle}${tail}`), form: "URL", index: index + ADDRESS_START.length });
  return { references, lookalikes };
}

// A number that runs into its title is a slip, but the reader is sent somewhere nevertheless.
function isReference(token, before, after) {
  return PROPER.test(token) && !BEFORE.test(before) && (!AFTER.test(after) || GLUED.test(after));
}

function formOf(before, after) {
  if (/^ARTICLE-ID *: *$/i.test(before.trimStart())) return "ARTICLE-ID";
  if (/^ *(?:-|\*|\d+\.) +$/.test(before)) return "list item";
  if (before.trim() !== "") return "inline";
  if (after.trim() === "") return "own line, number alone";
  if (GLUED.test(after)) return "glued";
  if (/^ ?[:.,;-]/.test(after)) return "Qn: Title";
  return before === "" ? "column 0" : "own line";
}

function lookalikeOf(token, before, after) {
  if (/^[a-z]?\.[A-Za-z0-9]/.test(after)) return "file name";
  if (!PROPER.test(token) && !BEFORE.test(before)) return "digits";
  if (/[\\/]$/.test(before)) return "path";
  if (BEFORE.test(before)) return "glued left";
  return "glued right";
}
