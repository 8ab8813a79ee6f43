// Articles for tests of the command line: a sound one in both containers, of our own writing.
// Tests damage one place of it, so that they say themselves what is wrong.

/** What an article of the tests says. */
export interface ArticleParts {
  readonly id: string;
  readonly title?: string;
  /** The lines of its MORE INFORMATION section. */
  readonly more?: readonly string[];
}

const TITLE = "HOWTO: Count the Lamps of a Signal Cabinet";
const MORE: readonly string[] = ["Open the cabinet, and then count the lamps from the left to the right."];
const LINE = "-".repeat(79);

function body(more: readonly string[]): string[] {
  return [
    "",
    LINE,
    "The information in this article applies to:",
    "",
    "- Microsoft Visual Basic Professional Edition for Windows, version 6.0 ",
    LINE,
    "",
    "SUMMARY",
    "=======",
    "",
    "This article describes how to count the lamps of a signal cabinet.",
    "",
    "MORE INFORMATION",
    "================",
    "",
    ...more,
    "",
    "Additional query words: lamp cabinet",
    "",
    "=".repeat(70),
    "Keywords          : kbVBp600 ",
    "Technology        : kbVBSearch kbAudDeveloper kbVB600Search kbVB600",
    "Version           : WINDOWS:6.0",
    "Issue type        : kbhowto",
    "",
    "=".repeat(77),
  ];
}

/** A sound page. */
export function page({ id, title = TITLE, more = MORE }: ArticleParts): string {
  const head = ["---", "layout: page", `title: "${id}: ${title}"`, `permalink: /kb/${id.slice(1, 4)}/${id}/`, "---"];
  const inner = [
    `Article: ${id}`,
    "Product(s): Microsoft Visual Basic for Windows",
    "Version(s): WINDOWS:6.0",
    "Operating System(s): ",
    "Keyword(s): kbVBp600",
    "Last Modified: 07-MAY-2001",
    ...body(more),
    "",
  ];
  const wrapped = [
    ...head,
    "",
    `## ${id}: ${title}`,
    "",
    "{% raw %}",
    "",
    ...inner.map((line) => `\t${line}`),
    "",
    "{% endraw %}",
  ];
  return `${wrapped.join("\n")}\n`;
}

/** Where the page of an article stands. */
export function pagePath(id: string): string {
  return `kb/${id.slice(1, 4)}/${id}/README.md`;
}

/** A page with a damaged underline: one error of `heading-underline`, with a safe fix. */
export function damagedPage(parts: ArticleParts): string {
  return page(parts).replace("\t=======\n", "\t=====\n");
}
