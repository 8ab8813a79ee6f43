// Pages to raw texts line by line: what an author sees in one form and what the other must say.
import { describe, expect, test } from "vitest";
import { builtInTaxonomy } from "../../src/model/built-in-taxonomy.ts";
import type { ConversionLoss } from "../../src/model/convert-loss.ts";
import { lossesOfPage, lossesOfText } from "../../src/model/convert-losses.ts";
import { convertPageToText, type TextSurroundings } from "../../src/model/convert-page-to-text.ts";
import { convertTextToPage } from "../../src/model/convert-text-to-page.ts";
import { extendTaxonomy } from "../../src/model/extend-taxonomy.ts";
import { parseArticle } from "../../src/syntax/parse-article.ts";
import { crlf, page, rawText } from "../harness/articles.ts";

const DISCLAIMER =
  "THE INFORMATION IN THIS ARTICLE IS GIVEN AS IT IS, FOR THE SAKE OF\nEXAMPLE ONLY, WITHOUT A PROMISE OF ANY KIND.";
const AROUND: TextSurroundings = { taxonomy: builtInTaxonomy(), disclaimer: DISCLAIMER };
const DRAFT = { id: "Q990101" };

function toText(text: string, around: TextSurroundings = AROUND): string {
  return convertPageToText(parseArticle(text, "page"), around);
}

/** The raw text's lines under MORE INFORMATION for a page's, down to the query words. */
function body(...lines: string[]): string[] {
  const made = toText(page({ ...DRAFT, more: lines.join("\n") })).split("\r\n");
  const from = made.indexOf("MORE INFORMATION") + 3;
  return made.slice(from, made.indexOf("Additional query words: prodsna shelf") - 1);
}

/** A page whose body is exactly these lines under MORE INFORMATION: conversion would take a blank from each. */
function bodyOfPage(...lines: string[]): string[] {
  return body(...lines.map((line) => ` ${line}`));
}

describe("a sound page", () => {
  test("becomes its raw text: code, colon, disclaimer, year, CR LF, no line break at the end", () => {
    const text = crlf(rawText(DRAFT));
    expect(toText(page(DRAFT))).toBe(text);
    expect(toText(crlf(page(DRAFT)))).toBe(text);
  });

  test("in its older forms too", () => {
    const older = page(DRAFT).replace("{% raw %}\n\n", "").replace("\n\n{% endraw %}\n", "\n");
    expect(toText(older.replace("permalink: /", "permalink: "))).toBe(crlf(rawText(DRAFT)));
  });

  test("gets the archive's own copyright line", () => {
    const text = toText(page(DRAFT), { ...AROUND, copyright: "Copyright Lamp Works YYYY." });
    expect(text.endsWith("\r\n\r\nCopyright Lamp Works 2001.")).toBe(true);
  });

  test("without a known disclaimer ends in the copyright line alone", () => {
    const text = toText(page(DRAFT), { ...AROUND, disclaimer: undefined });
    expect(text.endsWith(`${"=".repeat(77)}\r\n\r\nCopyright Microsoft Corporation 2001.`)).toBe(true);
  });
});

describe("the title", () => {
  test.each([
    ['INFO: "Run" & <Stop>', 'INFO: "Run" & <Stop>'],
    ["INFO: __lamp [a|b] *$1*\\", "INFO: __lamp [a|b] *$1*\\"],
    ["INFO: {{x}}", "INFO: {{x}}"],
    ["INFO: Caf\u00e9", "INFO: Caf\u00e9"],
  ])("%s", (title, wanted) => {
    expect(toText(page({ ...DRAFT, title }))).toContain(`\r\nTITLE   :${wanted}\r\n`);
  });
});

describe("the version", () => {
  const withVersion = (header: string, footer: string): string =>
    crlf(rawText(DRAFT))
      .replace("PROD/VER:winnt:3.0,4.0", `PROD/VER:${header}`)
      .replace(": winnt:3.0,4.0", `: ${footer}`);
  const cut = `:${"1.0,".repeat(30)}`;

  test.each([
    ["with its platform", "winnt:3.0,4.0", "winnt:3.0,4.0"],
    ["with the leading colon that the footer has", ":3.0,4.0", ":3.0,4.0"],
    ["that is nothing but a colon", ":", ":"],
    ["that is cut at 87 characters, colon included", cut.slice(0, 87), cut],
    ["without a colon", "3.0 4.0", "3.0 4.0"],
  ])("%s", (_name, header, footer) => {
    const text = withVersion(header, footer);
    expect(toText(convertTextToPage(parseArticle(text, "text")))).toBe(text);
  });
});

describe("a line of the body", () => {
  test("gets back the blank that the page dropped before blanks and bullets", () => {
    expect(bodyOfPage("- a lamp", "  its colour", "  code", "prose")).toEqual([
      " - a lamp",
      "   its colour",
      "   code",
      "prose",
    ]);
  });

  test("keeps a dash in the first column that is no bullet", () => {
    expect(bodyOfPage("Turn the lamp.", "", "- or -", "", "Turn the key.")[2]).toBe("- or -");
    const full = `The lamps of the cabinet ${"x".repeat(50)} turn`;
    expect(full).toHaveLength(80);
    expect(bodyOfPage(full, "- slowly - to the right.")[1]).toBe("- slowly - to the right.");
    const item = `- Lamp Works of the North, "The Lamps of the Cabinet", second edition, page 12`;
    expect(bodyOfPage(item, "Chapter 3")[0]).toBe(item);
  });

  test("in an empty section is one blank, as the archive has it", () => {
    const made = toText(page({ ...DRAFT, more: "x" }).replace("\tx\n", "\t\n"));
    expect(made).toContain("\r\n================\r\n\r\n \r\n\r\nAdditional query words:");
  });

  test.each([
    ["a byte", "50<A0>lamps and <B7> dots", "50\u00a0lamps and \u00b7 dots"],
    ["a letter inside a word", "Caf<E9>s", "Caf\u00e9s"],
    ["a control character", "<1B>&l6D", "\u001b&l6D"],
    ["a hole of the code page", "<81>", "\u0081"],
    ["no byte, but a key", "Press <F2> or <F10>", "Press <F2> or <F10>"],
    ["no byte, but a disk", "<CD>\\setup", "<CD>\\setup"],
    ["no byte, but a tag", "<DD>Says what it is", "<DD>Says what it is"],
    ["no byte, but plain text", "<41> <0A> <93> <a0>", "<41> <0A> <93> <a0>"],
  ])("with %s", (_name, line, wanted) => {
    expect(bodyOfPage(line)).toEqual([wanted]);
  });
});

describe("what cannot be known is said", () => {
  const said = (text: string, around: TextSurroundings = AROUND): string[] =>
    lossesOfPage(parseArticle(text, "page"), around).map(brief);
  const brief = ({ kind, line, message }: ConversionLoss): string => `${kind} ${line + 1}: ${message}`;
  const sound = page(DRAFT);

  test("nothing of a sound page or raw text", () => {
    expect(said(sound)).toEqual([]);
    expect(lossesOfText(parseArticle(crlf(rawText(DRAFT)), "text"), AROUND)).toEqual([]);
  });

  test("the code of an unknown product; the archive's settings can name it", () => {
    const other = sound.replace("Product(s): Microsoft SNA Server", "Product(s): Lamp Works");
    expect(said(other)).toEqual([
      expect.stringMatching(/^product-code 12: no code is known for the product “Lamp Works”/),
    ]);
    expect(toText(other)).toContain("  14-MAR-2001  []\r\n");
    const taxonomy = extendTaxonomy(builtInTaxonomy(), { products: { extend: ["lamps=Lamp Works"] } });
    expect(said(other, { ...AROUND, taxonomy })).toEqual([]);
    expect(toText(other, { ...AROUND, taxonomy })).toContain("  14-MAR-2001  [lamps]\r\n");
  });

  test("the colon of a version whose footer has none", () => {
    const other = sound.replace("Version(s): winnt:3.0,4.0", "Version(s): 3.0").replace(/\tVersion {11}.*\n/, "");
    expect(said(other)).toEqual([expect.stringMatching(/^version-colon 13: /)]);
  });

  test("the year of a date without one, a missing field, a line without a place", () => {
    expect(said(sound.replace("14-MAR-2001", "soon"))).toEqual([expect.stringMatching(/^copyright-year 16: “soon”/)]);
    expect(said(sound.replace(/\tKeyword\(s\).*\n/, ""))).toEqual([
      "missing-field 11: there is no Keyword(s) line, so the converted article's is empty",
    ]);
    expect(said(sound.replace("layout: page\n", "layout: page\nauthor: Ann\n"))).toEqual([
      "unplaced-line 3: “author: Ann” has no place in the other form and is left out",
    ]);
    expect(said(sound.replace("\tKeyword(s)", "\tEditor: Ann\n\tKeyword(s)"))).toEqual([
      "unplaced-line 15: “Editor: Ann” has no place in the other form and is left out",
    ]);
  });

  test("of a raw text: what stands behind the footer and is no disclaimer, and a code that is not the product's", () => {
    const text = crlf(rawText(DRAFT)).replace("\r\n\r\nTHE INFORMATION", "\r\n\r\nAsk Ann.\r\n\r\nTHE INFORMATION");
    expect(lossesOfText(parseArticle(text, "text"), AROUND).map(brief)).toEqual([
      expect.stringMatching(/^unplaced-line \d+: “Ask Ann\.” has no place/),
    ]);
    expect(lossesOfText(parseArticle(text, "text"), { ...AROUND, disclaimer: undefined })).toEqual([]);
    const coded = crlf(rawText(DRAFT)).replace("[sna]", "[word97]");
    expect(lossesOfText(parseArticle(coded, "text"), AROUND).map(brief)).toEqual([
      "product-code 1: the code [word97] is not the one of the product “Microsoft SNA Server”, and pages have no place for it",
    ]);
  });
});
