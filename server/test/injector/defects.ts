// All kinds of defects, by the rule that must find them.
// A rule without a kind here is named by the test.
import type { Defect } from "./defect.ts";
import { CONTAINER } from "./kinds/container.ts";
import { FOOTER } from "./kinds/footer.ts";
import { HEADER_KINDS } from "./kinds/header.ts";
import { SECTIONS } from "./kinds/sections.ts";
import { TEXTS } from "./kinds/text.ts";

/** All kinds. */
export const DEFECTS: readonly Defect[] = [...CONTAINER, ...HEADER_KINDS, ...SECTIONS, ...FOOTER, ...TEXTS];
