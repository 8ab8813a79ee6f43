// All kinds of defects, by the rule that must find them.
// A rule without a kind here is named by the test.
import type { Defect } from "./defect.ts";
import { APPLIES_TO } from "./kinds/applies-to.ts";
import { ARCHIVE } from "./kinds/archive.ts";
import { CONTAINER } from "./kinds/container.ts";
import { FOOTER } from "./kinds/footer.ts";
import { FOOTER_WORDS } from "./kinds/footer-words.ts";
import { HEADER_KINDS } from "./kinds/header.ts";
import { REFERENCES } from "./kinds/references.ts";
import { SECTIONS } from "./kinds/sections.ts";
import { TEXT } from "./kinds/text.ts";
import { TITLES } from "./kinds/titles.ts";
import { VERSION_KINDS } from "./kinds/versions.ts";

/** All kinds. */
export const DEFECTS: readonly Defect[] = [
  ...CONTAINER,
  ...TITLES,
  ...HEADER_KINDS,
  ...APPLIES_TO,
  ...SECTIONS,
  ...FOOTER,
  ...FOOTER_WORDS,
  ...VERSION_KINDS,
  ...REFERENCES,
  ...TEXT,
  ...ARCHIVE,
];
