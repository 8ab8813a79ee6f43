// The header's version against the footer's: the same text, cut at 87 characters, in pages less one leading colon.
import { footerField, headerField, textAt } from "../../model/facts.ts";
import { headerVersionFor } from "../../model/keyword-rule.ts";
import { restoreVersion } from "../../model/restore-version.ts";
import { versionFollows } from "../../model/version-facts.ts";
import { replaceSpan, safeFix, unsafeFix } from "../edits.ts";
import type { Rule } from "../rule.ts";

/** `version-mismatch` */
export const versionMismatch: Rule = {
  id: "version-mismatch",
  category: "header",
  levels: { archive: "error", authoring: "error" },
  fix: "safe",
  summary: "The header's version differs from the footer's.",
  rationale: "Readers decide by the header whether the article concerns them; searches decide by the footer.",
  remedy:
    "Write the footer's version into the header, cut at 87 characters. Where the footer alone contradicts the applies-to block or the grammar, mend the footer.",
  source: "FORMAT §5.2",
  frequency: "none in 53,836 articles with both",
  examples: {
    bad: [
      {
        title: "A service pack only in the footer",
        container: "text",
        replace: "PROD/VER:winnt:3.0,4.0,4.0 SP1",
        by: "PROD/VER:winnt:3.0,4.0",
      },
      {
        title: "Another version",
        container: "page",
        replace: "Version(s): winnt:3.0,4.0,4.0 SP1",
        by: "Version(s): winnt:3.1,4.0,4.0 SP1",
      },
      { title: "An empty header", container: "page", replace: "Version(s): winnt:3.0,4.0,4.0 SP1", by: "Version(s): " },
      {
        title: "A version lost in the footer",
        replace: "Version           : winnt:3.0,4.0,4.0 SP1",
        by: "Version           : winnt:3.0,4.0 SP1",
      },
      {
        title: "A slip in the footer's platform",
        container: "page",
        replace: "Version           : winnt:3.0,4.0,4.0 SP1",
        by: "Version           : winnnt:3.0,4.0,4.0 SP1",
      },
      {
        title: "Another version in the footer, without platform",
        base: "howto",
        replace: "Version           : :4.0",
        by: "Version           : :4.00.1",
      },
    ],
    good: [
      { title: "Equal versions" },
      { title: "A page without the leading colon", base: "howto" },
      {
        title: "No version in the footer",
        container: "text",
        replace: "Version           : winnt:3.0,4.0,4.0 SP1\n",
        by: "",
      },
    ],
  },
  check(context) {
    const header = headerField(context.article, "version");
    const footer = footerField(context.article, "Version");
    if (!header || !footer || versionFollows(context.article)) return;
    const written = textAt(context.article, header.value).trimEnd();
    const full = textAt(context.article, footer.value).trimEnd();
    const toHeader = headerVersionFor(full, context.article.container === "page");
    const restored = restoreVersion(context.article, written, full);
    const deriveHeader = replaceSpan(header.value, toHeader);
    if (restored !== undefined) {
      context.report({
        span: footer.value.end > footer.value.start ? footer.value : footer.label,
        message: `The footer's version “${full}” is not the header's “${written}”, which fits the rest. Restore the footer.`,
        related: [{ message: "The header's version", span: header.value }],
        fixes: [
          safeFix(`Write ${restored}, as in the header`, replaceSpan(footer.value, restored)),
          unsafeFix("Write the footer's version into the header", deriveHeader),
        ],
      });
      return;
    }
    context.report({
      span: header.value.end > header.value.start ? header.value : header.label,
      message: `The header's version “${written}” is not the footer's “${full}”. Write the same in both.`,
      related: [{ message: "The footer's version", span: footer.value }],
      fixes: [safeFix("Write the footer's version into the header", deriveHeader)],
    });
  },
};
