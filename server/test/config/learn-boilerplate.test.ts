// Learning the disclaimer: the majority decides, the sample is the same everywhere, few damaged texts do not matter.
import { describe, expect, test } from "vitest";
import { agreedBoilerplate, boilerplateSample, writtenBoilerplate } from "../../src/config/learn-boilerplate.ts";
import type { Article } from "../../src/syntax/article.ts";
import { parseArticle } from "../../src/syntax/parse-article.ts";

const NOTICE = ["ALL LAMPS ARE LEFT AS FOUND.", "NOBODY ANSWERS FOR BULBS."];

function textWith(notice: readonly string[]): Article {
  const lines = [
    "DOCUMENT:Q990100  07-MAY-2001  [vbwin]",
    "TITLE   :HOWTO: Count Lamps",
    "=".repeat(70),
    "SUMMARY",
    "=======",
    "",
    "Count them.",
    "",
    "=".repeat(70),
    "Keywords          : kbVBp600 ",
    "=".repeat(77),
    ...notice,
    "",
    "Copyright Lamp Office 2001.",
  ];
  return parseArticle(lines.join("\r\n"), "text");
}

describe("the disclaimer", () => {
  test("is what more than half say", () => {
    const sound = textWith(NOTICE);
    const damaged = textWith(["ALL LAMPS"]);
    expect(agreedBoilerplate([sound, damaged, sound])).toBe(NOTICE.join("\n"));
    expect(agreedBoilerplate([sound, damaged])).toBeUndefined();
    expect(agreedBoilerplate([])).toBeUndefined();
    expect(agreedBoilerplate([textWith([])])).toBeUndefined();
  });

  test("reads the same from a file of its own", () => {
    expect(writtenBoilerplate(`\r\n${NOTICE.join(" \r\n")}\r\n\r\n`)).toBe(NOTICE.join("\n"));
  });
});

describe("the sample", () => {
  const texts = Array.from({ length: 1000 }, (_, at) => ({ id: `Q${99_500 + at}`, uri: `file:///txt/${at}` }));

  test("is small, spread over the archive, and does not depend on the order", () => {
    const sample = boilerplateSample(texts);
    expect(sample).toHaveLength(31);
    expect(sample[0]?.id).toBe("Q99500");
    expect(Number(sample[30]?.id.slice(1))).toBeGreaterThan(100_450);
    expect(boilerplateSample([...texts].reverse())).toEqual(sample);
    expect(boilerplateSample(texts.slice(0, 3))).toHaveLength(3);
  });
});
