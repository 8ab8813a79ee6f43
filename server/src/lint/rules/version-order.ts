// The version line's order: within a platform the versions in plain string order, each once; each platform once.

import { versionLine } from "../../model/version-facts.ts";
import { type OrderFault, orderedVersion } from "../../model/version-order.ts";
import { safeFix } from "../edits.ts";
import { replaceVersion } from "../footer-edits.ts";
import type { Rule } from "../rule.ts";

const WRITTEN = "Version           : winnt:3.0,4.0,4.0 SP1";

/** `version-order` */
export const versionOrder: Rule = {
  id: "version-order",
  category: "versions",
  levels: { archive: "hint", authoring: "warning" },
  fix: "safe",
  summary: "The versions are not sorted, or a version or platform stands twice.",
  rationale:
    "Readers look for a version at its place; a header cut at 87 characters loses what stands behind a repeat.",
  remedy: "Sort the versions of each platform as plain strings, and write each version and platform once.",
  source: "FORMAT §6",
  frequency: "35 of 22,683 lists not sorted, 14 with a version twice, 5 with a platform twice",
  examples: {
    bad: [
      {
        title: "Not sorted",
        container: "text",
        replace: WRITTEN,
        by: "Version           : winnt:4.0,3.0,4.0 SP1",
        also: [["PROD/VER:winnt:3.0,4.0,4.0 SP1", "PROD/VER:winnt:4.0,3.0,4.0 SP1"]],
      },
      {
        title: "A version twice",
        container: "page",
        replace: WRITTEN,
        by: "Version           : winnt:3.0,4.0,4.0,4.0 SP1",
        also: [["Version(s): winnt:3.0,4.0,4.0 SP1", "Version(s): winnt:3.0,4.0,4.0,4.0 SP1"]],
      },
      {
        title: "A platform twice",
        container: "text",
        replace: WRITTEN,
        by: "Version           : winnt:3.0; winnt:4.0,4.0 SP1",
        also: [["PROD/VER:winnt:3.0,4.0,4.0 SP1", "PROD/VER:winnt:3.0; winnt:4.0,4.0 SP1"]],
      },
    ],
    good: [
      { title: "Sorted" },
      { title: "One version", base: "howto" },
      {
        title: "Plain string order: 10 before 9",
        container: "page",
        replace: WRITTEN,
        by: "Version           : winnt:10.0,9.0",
        also: [["Version(s): winnt:3.0,4.0,4.0 SP1", "Version(s): winnt:10.0,9.0"]],
      },
    ],
  },
  check(context) {
    const line = versionLine(context.article);
    const fault = line?.version.orderFault;
    if (!line || !fault) return;
    const offset = line.field.value.start;
    const ordered = orderedVersion(line.version.value);
    context.report({
      span: { start: offset + fault.start, end: offset + fault.end },
      message: messageFor(fault),
      fixes: [safeFix(`Write “${ordered}”`, ...replaceVersion(context.article, ordered))],
    });
  },
};

function messageFor({ kind, text }: OrderFault): string {
  switch (kind) {
    case "unsorted":
      return `“${text}” is out of order, where readers do not look for it. Sort the versions as plain strings.`;
    case "version-twice":
      return `“${text}” stands in this list already and says nothing more. Delete it.`;
    case "platform-twice":
      return `The platform “${text}” stands in this line already. Join its versions to one list.`;
  }
}
