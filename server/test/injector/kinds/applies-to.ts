// Defects of the applies-to block.
// Rules of the same names in RULES.md.
import { type Defect, type Injected, kinds } from "../defect.ts";
import type { Sheet } from "../sheet.ts";
import { headerLines } from "./header.ts";

/** Defects of the applies-to block. */
export const APPLIES_TO: readonly Defect[] = [
  ...kinds("applies-to-missing", [
    {
      name: "the sentence misspelt",
      fix: "safe",
      inject: (sheet) => sheet.replace(sentence(sheet), SENTENCE, sheet.random.slip(SENTENCE)),
    },
    { name: "a full stop for the colon", fix: "safe", inject: (sheet) => sheet.replace(sentence(sheet), /:$/, ".") },
    {
      name: "the sentence in other words",
      fix: "safe",
      inject: (sheet) => sheet.replace(sentence(sheet), "in this article ", ""),
    },
    {
      name: "the sentence lost",
      fix: "safe",
      inject: (sheet) => {
        const line = sentence(sheet);
        if (line === undefined) return undefined;
        sheet.delete(line);
        return { lines: [line - 1, line, line + 1] };
      },
    },
    {
      name: "the block lost",
      inject: (sheet) => {
        const block = sheet.article.appliesTo;
        if (!block || sheet.article.residue) return undefined;
        sheet.delete(block.firstLine, block.endLine - block.firstLine);
        return headerLines(sheet);
      },
    },
  ]),
  ...kinds("applies-to-format", [
    {
      name: "a longer ruler",
      fix: "safe",
      inject: (sheet) => sheet.replace(ruler(sheet), /-$/, "-".repeat(2 + sheet.random.below(4))),
    },
    { name: "a shorter ruler", fix: "safe", inject: (sheet) => sheet.replace(ruler(sheet), /-{3}$/, "") },
    { name: "another character in a ruler", fix: "safe", inject: (sheet) => sheet.replace(ruler(sheet), "---", "-=-") },
    { name: "the upper ruler lost", fix: "safe", inject: (sheet) => around(sheet, sheet.article.appliesTo?.topRuler) },
    {
      name: "the lower ruler lost",
      fix: "safe",
      inject: (sheet) => around(sheet, sheet.article.appliesTo?.bottomRuler),
    },
    {
      name: "the blank line behind the sentence lost",
      fix: "safe",
      inject: (sheet) => around(sheet, plus(sentence(sheet), 1)),
    },
    {
      name: "a blank line among the products",
      fix: "safe",
      inject: (sheet) => within(sheet, (line) => sheet.insert(line, "")),
    },
    { name: "a product without its dash", fix: "safe", inject: (sheet) => sheet.replace(bullet(sheet), "- ", "") },
    { name: "an asterisk for the dash", fix: "safe", inject: (sheet) => sheet.replace(bullet(sheet), "- ", "* ") },
    { name: "no blank behind the dash", fix: "safe", inject: (sheet) => sheet.replace(bullet(sheet), "- ", "-") },
    {
      name: "the first product out of line",
      container: "text",
      fix: "safe",
      inject: (sheet) => sheet.replace(sheet.article.appliesTo?.bullets[0]?.line, " - ", "- "),
    },
    {
      name: "the block twice",
      inject: (sheet) => {
        const block = sheet.article.appliesTo;
        if (!block) return undefined;
        sheet.lines.splice(block.endLine, 0, ...sheet.lines.slice(block.firstLine, block.endLine));
        return { lines: range(block.firstLine, 2 * block.endLine - block.firstLine) };
      },
    },
  ]),
  ...kinds("applies-to-version-word", [
    {
      name: "version before several",
      fix: "safe",
      inject: (sheet) => sheet.replace(someBullet(sheet, /\bversions \d/), "versions", "version"),
    },
    {
      name: "versions before one",
      fix: "safe",
      inject: (sheet) => sheet.replace(someBullet(sheet, /\bversion [\d.]+ ?$/), "version", "versions"),
    },
  ]),
  ...kinds("legacy-residue", [
    {
      name: "lines of an older header",
      inject: (sheet) => {
        const block = sheet.article.appliesTo;
        if (!block || sheet.article.residue) return undefined;
        sheet.insert(block.firstLine, "3.00 3.10", "WINDOWS", "kbprg kbref");
        return { lines: range(block.firstLine, block.firstLine + 3) };
      },
    },
  ]),
];

const SENTENCE = "The information in this article applies to:";

function sentence(sheet: Sheet): number | undefined {
  return sheet.article.appliesTo?.sentence;
}

function ruler(sheet: Sheet): number | undefined {
  const block = sheet.article.appliesTo;
  return sheet.random.pick([block?.topRuler, block?.bottomRuler]);
}

function bullet(sheet: Sheet): number | undefined {
  const bullets = sheet.article.appliesTo?.bullets ?? [];
  return bullets.length < 2 ? undefined : sheet.random.pick(bullets.filter((one) => one.depth === 1))?.line;
}

function someBullet(sheet: Sheet, shape: RegExp): number | undefined {
  return sheet.article.appliesTo?.bullets.find((one) => shape.test(sheet.at(one.line)))?.line;
}

function plus(line: number | undefined, count: number): number | undefined {
  return line === undefined ? undefined : line + count;
}

function around(sheet: Sheet, line: number | undefined): Injected | undefined {
  if (line === undefined) return undefined;
  sheet.delete(line);
  const block = sheet.article.appliesTo;
  return { lines: range((block?.firstLine ?? line) - 1, (block?.endLine ?? line) + 1) };
}

function within(sheet: Sheet, change: (line: number) => number): number | undefined {
  const bullets = sheet.article.appliesTo?.bullets ?? [];
  const line = bullets[1 + sheet.random.below(bullets.length - 1)]?.line;
  return line === undefined || bullets.length < 2 ? undefined : change(line);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
}
