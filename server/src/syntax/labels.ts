// The labels of header and footer lines as the containers write them (FORMAT §1.2, §2.2, §5.2).
import type { FooterName, HeaderName } from "./article.ts";

/** A page's header labels, in their order. */
export const PAGE_LABELS: ReadonlyMap<string, HeaderName> = new Map([
  ["Article", "article"],
  ["Product(s)", "product"],
  ["Version(s)", "version"],
  ["Operating System(s)", "operatingSystem"],
  ["Keyword(s)", "keywords"],
  ["Last Modified", "lastModified"],
]);

/** A raw text's header labels without padding, in their order. */
export const TEXT_LABELS: ReadonlyMap<string, HeaderName> = new Map([
  ["DOCUMENT", "document"],
  ["TITLE", "title"],
  ["PRODUCT", "product"],
  ["PROD/VER", "version"],
  ["OPER/SYS", "operatingSystem"],
  ["KEYWORDS", "keywords"],
]);

/** The footer's labels, in their order. */
export const FOOTER_NAMES: readonly FooterName[] = [
  "Keywords",
  "Component",
  "Technology",
  "Version",
  "Platform",
  "Hardware",
  "Issue type",
  "Solution Type",
];

/** The footer's labels by their text, which is their name. */
export const FOOTER_LABELS: ReadonlyMap<string, FooterName> = new Map(FOOTER_NAMES.map((name) => [name, name]));

/** Footer labels are padded to this column, where the colon stands. */
export const FOOTER_LABEL_WIDTH = 18;

/** Raw text header labels are padded to this column, where the colon stands. */
export const TEXT_LABEL_WIDTH = 8;

/** The footer field with this label. */
export function footerName(label: string): FooterName | undefined {
  return FOOTER_LABELS.get(label);
}
