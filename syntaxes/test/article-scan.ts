/**
 * A second, much simpler reading of an article, by string comparison only.
 * The corpus test holds the grammar against it; the two share no code.
 */

const canonical: ReadonlySet<string> = new Set([
  "SUMMARY",
  "SYMPTOMS",
  "CAUSE",
  "RESOLUTION",
  "WORKAROUND",
  "STATUS",
  "MORE INFORMATION",
  "REFERENCES",
]);
const footerNames = [
  "Keywords",
  "Component",
  "Technology",
  "Version",
  "Platform",
  "Hardware",
  "Issue type",
  "Solution Type",
];
const footerLabels = footerNames.map((name) => `${name.padEnd(18)}:`);
const textLabels = ["DOCUMENT:", "TITLE   :", "PRODUCT :", "PROD/VER:", "OPER/SYS:", "KEYWORDS:"];
const pageNames = ["Article", "Product(s)", "Version(s)", "Operating System(s)", "Keyword(s)", "Last Modified"];

/** What the scan finds; every member holds line numbers of the document. */
export interface ArticleScan {
  readonly headings: readonly number[];
  readonly bareHeadingWords: readonly number[];
  readonly subheadings: readonly number[];
  readonly frontMatter: readonly number[];
  readonly headerFields: readonly number[];
  readonly footerFields: readonly number[];
  readonly ownLineReferences: readonly number[];
  readonly bullets: readonly number[];
}

function consistsOf(text: string, mark: string): boolean {
  return text.length >= 3 && text === mark.repeat(text.length);
}

function isOwnLineReference(text: string): boolean {
  const id = text.trimStart();
  const indent = text.length - id.length;
  const digits = id.slice(1).split(" ", 1)[0] ?? "";
  const isNumber =
    digits.length >= 5 && digits.length <= 6 && [...digits].every((digit) => digit >= "0" && digit <= "9");
  return (indent === 2 || indent === 3) && id.startsWith("Q") && isNumber && id.length > digits.length + 2;
}

function numbersWhere(lines: readonly string[], from: number, to: number, test: (index: number) => boolean): number[] {
  return [...lines.keys()].slice(Math.max(from, 0), Math.max(to, 0)).filter(test);
}

function scanBody(
  texts: readonly string[],
  from: number,
  to: number,
): Pick<ArticleScan, "headings" | "bareHeadingWords" | "subheadings" | "ownLineReferences"> {
  const underlined = (index: number, mark: string): boolean => consistsOf(texts[index + 1] ?? "", mark);
  const text = (index: number): string => texts[index] ?? "";
  const words = numbersWhere(texts, from, to, (index) => canonical.has(text(index)));
  return {
    headings: words.filter((index) => underlined(index, "=")),
    bareHeadingWords: words.filter((index) => !underlined(index, "=")),
    subheadings: numbersWhere(
      texts,
      from,
      to,
      (index) =>
        underlined(index, "-") &&
        texts[index + 1]?.length === text(index).length &&
        text(index - 1).trim() === "" &&
        text(index + 2).trim() === "" &&
        !text(index).startsWith(" ") &&
        !canonical.has(text(index)),
    ),
    ownLineReferences: numbersWhere(texts, from, to, (index) => isOwnLineReference(text(index))),
  };
}

/** Reads an article of either container; a page's TAB does not count. */
export function scanArticle(lines: readonly string[]): ArticleScan {
  const isPage = lines[0] === "---";
  const texts = isPage ? lines.map((line) => (line.startsWith("\t") ? line.slice(1) : line)) : lines;
  const labels = isPage ? pageNames.map((name) => `${name}:`) : textLabels;
  const headerStart = isPage ? texts.findIndex((text) => text.startsWith("Article: Q")) : 0;
  const sentence = texts.indexOf("The information in this article applies to:");
  const blockEnd =
    sentence < 0 ? headerStart + 6 : texts.findIndex((text, i) => i > sentence && text.startsWith("----"));
  const footerEnd = texts.lastIndexOf("=".repeat(77));
  const footerStart = texts.lastIndexOf("=".repeat(70), footerEnd);
  const starts = (index: number, all: readonly string[]): boolean =>
    all.some((label) => texts[index]?.startsWith(label));
  return {
    ...scanBody(texts, blockEnd, footerStart < 0 ? texts.length : footerStart),
    frontMatter: isPage ? numbersWhere(texts, 1, texts.indexOf("---", 1), () => true) : [],
    headerFields: numbersWhere(texts, headerStart, headerStart + 6, (index) => starts(index, labels)),
    footerFields: numbersWhere(texts, footerStart, footerEnd, (index) => starts(index, footerLabels)),
    bullets: numbersWhere(texts, sentence, blockEnd, (index) => (texts[index] ?? "").trimStart().startsWith("- ")),
  };
}
