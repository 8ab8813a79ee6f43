// The version line's platforms against the products of the applies-to block, where the two cannot both be right.
import { malformedBullets } from "../../model/bullet-form.ts";
import { familyOf, productFamilies } from "../../model/product-platforms.ts";
import { versionLine } from "../../model/version-facts.ts";
import type { VersionSegment } from "../../model/version-line.ts";
import type { Article } from "../../syntax/article.ts";
import type { Rule } from "../rule.ts";

const WRITTEN = "Version           : winnt:3.0,4.0,4.0 SP1";
// Versions of Windows that are no Windows 2000.
const OTHER_WINDOWS: readonly string[] = ["95", "98", "98 Second Edition"];

/** `version-platform` */
export const versionPlatform: Rule = {
  id: "version-platform",
  category: "consistency",
  levels: { archive: "hint", authoring: "warning" },
  fix: "no",
  summary: "A platform of the version line contradicts the products.",
  rationale: "Searches by platform offer the article to readers whom it does not concern, and hide it from the others.",
  remedy: "Write the platform of the products in the applies-to block, or correct the products.",
  source: "FORMAT §3.1, §6",
  frequency: "71 of 56,986 articles with `Win2000:95`; 5 of 18,170 with a platform that no product has",
  examples: {
    bad: [
      {
        title: "Windows 95 as a version of Windows 2000",
        container: "text",
        replace: WRITTEN,
        by: "Version           : Win2000:95; winnt:3.0,4.0",
        also: [["PROD/VER:winnt:3.0,4.0,4.0 SP1", "PROD/VER:Win2000:95; winnt:3.0,4.0"]],
      },
      {
        title: "Windows, where the product is for the Macintosh",
        container: "page",
        replace: WRITTEN,
        by: "Version           : WINDOWS:3.0",
        also: [
          ["Version(s): winnt:3.0,4.0,4.0 SP1", "Version(s): WINDOWS:3.0"],
          ["Microsoft SNA Server versions 3.0, 4.0, 4.0 SP1", "Microsoft Host Printing for Macintosh, version 3.0"],
        ],
      },
      {
        title: "Macintosh, where the product is for Windows",
        container: "text",
        replace: WRITTEN,
        by: "Version           : MACINTOSH:3.0; WINDOWS:3.0",
        also: [
          ["PROD/VER:winnt:3.0,4.0,4.0 SP1", "PROD/VER:MACINTOSH:3.0; WINDOWS:3.0"],
          ["Microsoft SNA Server versions 3.0, 4.0, 4.0 SP1", "Microsoft Host Printing for Windows, version 3.0"],
        ],
      },
    ],
    good: [
      { title: "A product that names no platform" },
      {
        title: "Windows 2000 itself",
        container: "text",
        replace: WRITTEN,
        by: "Version           : Win2000:2000; winnt:3.0,4.0",
        also: [["PROD/VER:winnt:3.0,4.0,4.0 SP1", "PROD/VER:Win2000:2000; winnt:3.0,4.0"]],
      },
      {
        title: "One of the products has the platform",
        container: "text",
        replace: WRITTEN,
        by: "Version           : MACINTOSH:3.0; WINDOWS:3.0",
        also: [
          ["PROD/VER:winnt:3.0,4.0,4.0 SP1", "PROD/VER:MACINTOSH:3.0; WINDOWS:3.0"],
          [
            " - Microsoft SNA Server versions 3.0, 4.0, 4.0 SP1 \n",
            " - Microsoft Host Printing for Windows, version 3.0 \n - Microsoft Host Printing for Macintosh, version 3.0 \n",
          ],
        ],
      },
    ],
  },
  check(context) {
    const line = versionLine(context.article);
    if (!line?.version.sound) return;
    for (const segment of line.version.segments) {
      const { platform, platformSpan } = segment;
      if (!platform) continue;
      const message = contradiction(segment) ?? otherFamily(context.article, platform);
      if (message === undefined) continue;
      const offset = line.field.value.start;
      const first = context.article.appliesTo?.bullets[0];
      context.report({
        span: { start: offset + platformSpan.start, end: offset + platformSpan.end },
        message,
        related: first ? [{ message: "The products", span: first.text }] : [],
      });
    }
  },
};

function contradiction({ platform, items }: VersionSegment): string | undefined {
  if (platform !== "Win2000") return undefined;
  const item = items.find(({ text }) => OTHER_WINDOWS.includes(text));
  return (
    item &&
    `Windows ${item.text} is no Windows 2000, so searches by either mislead. Write the platform and version that are meant.`
  );
}

function otherFamily(article: Article, platform: string): string | undefined {
  const family = familyOf(platform);
  if (family === undefined) return undefined;
  const families = productFamilies(article);
  // What a damaged block names is known once it is mended.
  if (!families || families.has(family) || malformedBullets(article).length > 0) return undefined;
  return `None of the products is for ${platform}, so searches by platform mislead. Write the products' platform, or correct the products.`;
}
