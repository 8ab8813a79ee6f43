// The escaping of titles in a page's front matter and title line (FORMAT §1.3). Bodies are never escaped.

const PAIRS: readonly (readonly [string, string])[] = [
  ["&", "&amp;"],
  ["|", "&#124;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["$", "&#36;"],
  ["*", "&#42;"],
  ["[", "&#91;"],
  ["\\", "&#92;"],
  ["]", "&#93;"],
  ["__", "&#95;&#95;"],
  ["{{", "{ {"],
  ["}}", "} }"],
];

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["&amp;", "&"],
  ["&#124;", "|"],
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&quot;", '"'],
  ["&#36;", "$"],
  ["&#42;", "*"],
  ["&#91;", "["],
  ["&#92;", "\\"],
  ["&#93;", "]"],
  ["&#95;", "_"],
]);
// All that either form writes otherwise, so that the titles without any of it cost one look.
const SPECIAL = /[&|<>"$*[\\\]]|__|\{ ?\{|\} ?\}/;
const PARTED = /\{ \{|\} \}/;
const ENTITY = /&(?:amp|lt|gt|quot|#\d\d\d?);/g;

/** Whether a title is the same in a page and in plain text. */
export function isAlwaysTheSame(title: string): boolean {
  return !SPECIAL.test(title);
}

/** A plain title as a page writes it. */
export function escapeTitle(title: string): string {
  if (isAlwaysTheSame(title)) return title;
  let escaped = title;
  for (const [plain, code] of PAIRS) if (escaped.includes(plain)) escaped = escaped.replaceAll(plain, code);
  return escaped;
}

/** A page's title as plain text; unknown entities stay as they are. */
export function unescapeTitle(escaped: string): string {
  if (isAlwaysTheSame(escaped)) return escaped;
  const plain = escaped.includes("&") ? escaped.replace(ENTITY, (entity) => ENTITIES.get(entity) ?? entity) : escaped;
  return PARTED.test(plain) ? plain.replaceAll("{ {", "{{").replaceAll("} }", "}}") : plain;
}
