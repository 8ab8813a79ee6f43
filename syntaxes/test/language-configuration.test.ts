/**
 * Checks what the editor does with words, brackets and the Enter key in articles.
 * The patterns are run as the editor runs them: the word pattern globally, the Enter rules on the text before the caret.
 */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

interface LanguageConfiguration {
  readonly wordPattern: { readonly pattern: string; readonly flags: string };
  readonly brackets: readonly (readonly string[])[];
  readonly colorizedBracketPairs: readonly unknown[];
  readonly autoClosingPairs: readonly { readonly open: string }[];
  readonly onEnterRules: readonly { readonly beforeText: string; readonly action: { readonly appendText: string } }[];
}

const file = new URL("../language-configuration.json", import.meta.url);
const configuration: LanguageConfiguration = JSON.parse(readFileSync(file, "utf8"));

function wordsOf(text: string): string[] {
  const { pattern, flags } = configuration.wordPattern;
  return [...text.matchAll(new RegExp(pattern, `${flags}g`))].map(([word]) => word);
}

function appendedAfter(text: string): string | undefined {
  return configuration.onEnterRules.find(({ beforeText }) => new RegExp(beforeText).test(text))?.action.appendText;
}

describe("words", () => {
  test.each(["Q123456", "kbsms200sp2fix", "kbfix4.00", "s_quickc", "3.51", "Größe", "_IKkbZNotKeyword4"])(
    "%s is one word",
    (word) => {
      expect(wordsOf(`see ${word}, or`)).toEqual(["see", word, "or"]);
    },
  );

  test("sentence marks and separators part words", () => {
    expect(wordsOf("Read Q123456. WINDOWS:1.0,2.0; x")).toEqual(["Read", "Q123456", "WINDOWS", "1.0", "2.0", "x"]);
  });
});

describe("pairs", () => {
  test("apostrophes and angle brackets are not closed, and prose brackets are not coloured", () => {
    expect(configuration.autoClosingPairs.map(({ open }) => open)).toEqual(["(", "[", '"']);
    expect(configuration.colorizedBracketPairs).toEqual([]);
    expect(configuration).not.toHaveProperty("comments");
  });
});

describe("Enter", () => {
  const long = "Move the lever on the left side of the printer until the light goes";

  test("continues the bullets of the applies-to block", () => {
    expect(appendedAfter(" - Sample Print Server, version 1.0 ")).toBe("- ");
    expect(appendedAfter("\t- Sample Print Server, versions 1.0, 2.0 ")).toBe("- ");
  });

  test("indents the next line of an unfinished list item as its container does", () => {
    expect(appendedAfter(`1. ${long}`)).toBe("   ");
    expect(appendedAfter(`\t1. ${long}`)).toBe("  ");
    expect(appendedAfter(` - ${long}`)).toBe("  ");
    expect(appendedAfter(`\t- ${long}`)).toBe("  ");
  });

  test("leaves finished items, short items and prose alone", () => {
    expect([`1. ${long}.`, "1. Open the tray", long, " - Wait", "SUMMARY"].map(appendedAfter)).toEqual(
      Array.from({ length: 5 }),
    );
  });
});
