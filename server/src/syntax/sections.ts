// The eight canonical section headings, their order, and what each article type asks for.
// Facts from FORMAT §4.1, §4.4 and §4.5.

/** The canonical headings in their canonical order (FORMAT §4.4). */
export const SECTION_NAMES = [
  "SUMMARY",
  "SYMPTOMS",
  "CAUSE",
  "RESOLUTION",
  "WORKAROUND",
  "STATUS",
  "MORE INFORMATION",
  "REFERENCES",
] as const;

/** One of the eight canonical headings. */
export type SectionName = (typeof SECTION_NAMES)[number];

const BY_TEXT: ReadonlyMap<string, SectionName> = new Map(SECTION_NAMES.map((name) => [name, name]));

/** The canonical heading with exactly this text, or `undefined`. */
export function sectionNamed(text: string): SectionName | undefined {
  return BY_TEXT.get(text);
}

/** The place of a heading in the canonical order, from 0. */
export function sectionRank(name: SectionName): number {
  return SECTION_NAMES.indexOf(name);
}
