// The version line in the strict form of FORMAT §6, which new articles keep to. What the loose grammar does not accept
// is version-syntax's finding.
import { versionLine } from "../../model/version-facts.ts";
import { type StyleFault, strictVersion } from "../../model/version-style.ts";
import { safeFix, unsafeFix } from "../edits.ts";
import { replaceVersion } from "../footer-edits.ts";
import type { Fix, Rule } from "../rule.ts";

const WRITTEN = "Version           : winnt:3.0,4.0,4.0 SP1";

/** `version-style` */
export const versionStyle: Rule = {
  id: "version-style",
  category: "versions",
  levels: { archive: "off", authoring: "warning" },
  fix: "safe",
  summary: "The version line is not in the strict form: platform spelling, separators, service packs.",
  rationale: "One version in two spellings is two versions to a search.",
  remedy: "Write `winnt:3.0,4.0,4.0 SP1; WINDOWS:95`: usual platforms, `; ` between them, commas without blanks.",
  source: "FORMAT §6",
  frequency: "7 % of version lines: most lack the colon, as the older form did",
  examples: {
    bad: [
      {
        title: "A platform in another spelling",
        profile: "authoring",
        container: "text",
        replace: WRITTEN,
        by: "Version           : WinNT:3.0,4.0,4.0 SP1",
        also: [["PROD/VER:winnt:3.0,4.0,4.0 SP1", "PROD/VER:WinNT:3.0,4.0,4.0 SP1"]],
      },
      {
        title: "A service pack without its blank",
        profile: "authoring",
        container: "page",
        replace: WRITTEN,
        by: "Version           : winnt:3.0,4.0,4.0SP1",
        also: [["Version(s): winnt:3.0,4.0,4.0 SP1", "Version(s): winnt:3.0,4.0,4.0SP1"]],
      },
      {
        title: "Blanks behind commas",
        profile: "authoring",
        container: "text",
        replace: WRITTEN,
        by: "Version           : winnt:3.0, 4.0, 4.0 SP1",
        also: [["PROD/VER:winnt:3.0,4.0,4.0 SP1", "PROD/VER:winnt:3.0, 4.0, 4.0 SP1"]],
      },
      {
        title: "No colon",
        profile: "authoring",
        base: "howto",
        replace: "Version           : :4.0",
        by: "Version           : 4.0",
        also: [["PROD/VER::4.0", "PROD/VER:4.0"]],
      },
      {
        title: "Words for a version",
        profile: "authoring",
        base: "howto",
        replace: "Version           : :4.0",
        by: "Version           : :4.0 and later",
        also: [
          ["PROD/VER::4.0", "PROD/VER::4.0 and later"],
          ["version 4.0, on", "version 4.0 and later, on"],
        ],
        restores: false,
      },
    ],
    good: [
      { title: "A platform and three versions", profile: "authoring" },
      { title: "No platform", profile: "authoring", base: "howto" },
      {
        title: "Two platforms, an edition",
        profile: "authoring",
        container: "page",
        replace: WRITTEN,
        by: "Version           : winnt:3.0,4.0,4.0 SP1; WINDOWS:1991 edition",
        also: [
          ["Version(s): winnt:3.0,4.0,4.0 SP1", "Version(s): winnt:3.0,4.0,4.0 SP1; WINDOWS:1991 edition"],
          ["3.0, 4.0, 4.0 SP1 \n", "3.0, 4.0, 4.0 SP1 \n\t- Microsoft Host Printing, version 1991 edition \n"],
        ],
      },
    ],
  },
  check(context) {
    const { article } = context;
    const line = versionLine(article);
    const [first] = line?.version.styleFaults ?? [];
    if (!line || !first) return;
    const { value } = line.version;
    const start = line.field.value.start + first.start;
    const strict = strictVersion(value);
    const fixes: Fix[] = [];
    if (strict !== value) {
      // Bars parted the versions by operating system, and nobody can tell any more which was which.
      const fix = value.includes("|") ? unsafeFix : safeFix;
      fixes.push(fix(`Write “${strict}”`, ...replaceVersion(article, strict)));
    }
    context.report({
      span: { start, end: Math.min(line.field.value.end, start + Math.max(1, first.written.length)) },
      message: messageFor(first),
      fixes,
    });
  },
};

function messageFor({ kind, written, strict }: StyleFault): string {
  const write = strict === undefined ? "" : ` Write “${strict}”.`;
  switch (kind) {
    case "platform":
      return `Searches by platform look for the usual spellings, and “${written}” is none.${write}`;
    case "colon":
      return `A list without platform begins with a colon, or programs take it for one of the older form.${write}`;
    case "service-pack":
      return `“${written}” is not how service packs are written, and searches miss it.${write}`;
    case "item":
      return `“${written}” is no plain version, so searches by version miss it. Write a number, with SP or edition.`;
    case "separator":
      return `Version lists have “; ” between platforms and commas without blanks, or programs misread them.${write}`;
  }
}
