// A footer's value changed as an author would who means it: in the footer, and in the header that repeats it.
// Used by the kinds that are about what a line says.
import { headerValue } from "../../../src/model/facts.ts";
import type { FooterName } from "../../../src/syntax/article.ts";
import type { Injected } from "../defect.ts";
import type { Sheet } from "../sheet.ts";

const VALUE = 20;

/** Changes a footer value and, where it follows from it, the header's, as an author would who means it. */
export function revalue(
  sheet: Sheet,
  name: FooterName,
  change: (value: string) => string | undefined,
): Injected | undefined {
  const line = sheet.footer(name);
  if (line === undefined) return undefined;
  const before = sheet.at(line).slice(VALUE);
  const after = change(before);
  if (after === undefined || after === before) return undefined;
  const own = name === "Keywords" ? "keywords" : name === "Version" ? "version" : undefined;
  if (own !== undefined) {
    const header = sheet.header(own);
    const value = headerValue(sheet.article, own) ?? "";
    // Only where the header says the whole footer: glued, cut or colonless ones are another matter.
    if (header === undefined || value !== before.trimEnd() || after.length > 86) return undefined;
    const text = sheet.lines[header] ?? "";
    sheet.lines[header] = text.slice(0, text.length - value.length) + after.trimEnd();
  }
  sheet.put(line, sheet.at(line).slice(0, VALUE) + after);
  return { lines: [line] };
}
