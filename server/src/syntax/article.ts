// The shapes that parsing yields: the parts of an article as spans and line numbers over an unchanged text.
// Plain data without methods; every part may be missing, because real files are damaged in every way.

import type { SourceText } from "../text/source-text.ts";
import type { Span } from "../text/span.ts";
import type { LineKind } from "./line-kind.ts";
import type { SectionName } from "./sections.ts";

/** The two containers of FORMAT §1 and §2. */
export type Container = "page" | "text";

/** `mspl` is the Programmer's Library dialect of 1988-1991 (FORMAT §9). */
export type Dialect = "modern" | "mspl";

/** The header's fields; pages and raw texts name them differently. */
export type HeaderName =
  | "document"
  | "article"
  | "title"
  | "product"
  | "version"
  | "operatingSystem"
  | "keywords"
  | "lastModified";

/** The footer's fields in their fixed order (FORMAT §5.2). */
export type FooterName =
  | "Keywords"
  | "Component"
  | "Technology"
  | "Version"
  | "Platform"
  | "Hardware"
  | "Issue type"
  | "Solution Type";

/** A labelled line: `name` is undefined where the label neither is nor means one of the known ones. */
export interface Field<Name extends string> {
  /** The field that the label names, or means in spite of a slip. */
  readonly name: Name | undefined;
  /** Whether the label is the name's own to the letter. */
  readonly exact: boolean;
  readonly line: number;
  /** The label without padding, colon or blanks. */
  readonly label: Span;
  /** All behind the colon and its one blank, trailing blanks included. */
  readonly value: Span;
}

/** A `key: value` line of the front matter. */
export interface FrontMatterField {
  readonly key: string;
  readonly line: number;
  readonly value: Span;
}

/** The front matter of a page; a missing fence is `undefined`. */
export interface FrontMatter {
  readonly openLine: number | undefined;
  readonly closeLine: number | undefined;
  readonly fields: readonly FrontMatterField[];
}

/** The parts of a raw text's `DOCUMENT:` line that could be read. */
export interface DocumentLine {
  readonly line: number;
  readonly id: Span | undefined;
  readonly date: Span | undefined;
  /** The product code between brackets, without them. */
  readonly code: Span | undefined;
}

/** One product of the applies-to block; depth 1 is a top-level bullet. */
export interface Bullet {
  readonly line: number;
  readonly depth: number;
  readonly text: Span;
}

/** The applies-to block (FORMAT §3.1); its lines by number, a missing one is `undefined`. */
export interface AppliesTo {
  readonly firstLine: number;
  /** The line behind the block's last. */
  readonly endLine: number;
  readonly topRuler: number | undefined;
  readonly sentence: number | undefined;
  readonly bullets: readonly Bullet[];
  readonly bottomRuler: number | undefined;
}

/** How a heading is marked: `=` under it, `-` under it, nothing under it. */
export type HeadingMark = "equals" | "dashes" | "none";

/** A section: its heading and the lines down to the next heading. */
export interface Section {
  /** The canonical name that the heading has or means; undefined for other headings. */
  readonly name: SectionName | undefined;
  /** Whether the heading's text is the canonical name to the letter. */
  readonly exact: boolean;
  readonly mark: HeadingMark;
  /** The heading's text without blanks around it. */
  readonly heading: Span;
  readonly headingLine: number;
  /** The underline without blanks around it. */
  readonly underline: Span | undefined;
  /** The first line behind heading and underline. */
  readonly bodyLine: number;
  /** The line behind the section's last. */
  readonly endLine: number;
}

/** The footer (FORMAT §5); `undefined` rulers are missing. */
export interface Footer {
  readonly firstLine: number;
  readonly endLine: number;
  readonly topRuler: number | undefined;
  readonly fields: readonly Field<FooterName>[];
  readonly bottomRuler: number | undefined;
}

/** An unresolved merge conflict, from its first marker to its last. */
export interface Conflict {
  readonly firstLine: number;
  readonly endLine: number;
}

/** A parsed article. The text is unchanged; all parts point into it. */
export interface Article {
  readonly source: SourceText;
  readonly container: Container;
  readonly dialect: Dialect;
  /** The kind of each line. */
  readonly kinds: readonly LineKind[];
  /** The offset at which each line's own text begins: behind the TAB of a page's body line. */
  readonly contents: readonly number[];
  readonly frontMatter: FrontMatter | undefined;
  /** The line of the `## Qn: title` heading of a page. */
  readonly titleLine: number | undefined;
  /** Lines holding `{% raw %}` and `{% endraw %}`, in order. */
  readonly rawOpen: readonly number[];
  readonly rawClose: readonly number[];
  readonly header: readonly Field<HeaderName>[];
  readonly document: DocumentLine | undefined;
  /** The ruler under a raw text's header. */
  readonly headerRuler: number | undefined;
  /** The first body line, behind header and ruler. */
  readonly bodyLine: number;
  /** The line behind the last body line, footer included, closing lines of the container excluded. */
  readonly bodyEndLine: number;
  /** Lines of an older header's remains, before the applies-to block (FORMAT §3.3). */
  readonly residue: { readonly firstLine: number; readonly endLine: number } | undefined;
  readonly appliesTo: AppliesTo | undefined;
  /** Where the sections' part begins: behind the applies-to block, or the body's first line. */
  readonly contentLine: number;
  readonly sections: readonly Section[];
  /** Lines that hold query words, in order. */
  readonly queryWords: readonly number[];
  readonly footer: Footer | undefined;
  readonly conflicts: readonly Conflict[];
}
