// File patterns: what they match, what is refused, and that no pattern takes long.
// picomatch, which everybody knows, serves as the oracle for what the two have in common.
import fc from "fast-check";
import picomatch from "picomatch";
import { describe, expect, test } from "vitest";
import { compileGlob } from "../../src/config/glob.ts";

function matches(pattern: string, path: string): boolean {
  const glob = compileGlob(pattern);
  if ("problem" in glob) throw new Error(`${pattern} ${glob.problem}`);
  return glob.matches(path);
}

describe("patterns", () => {
  test.each([
    ["kb/**", "kb/263/Q263681/README.md", true],
    ["kb/**", "txt/263/Q263681.TXT", false],
    ["kb/*", "kb/263/Q263681/README.md", true],
    ["kb", "kb/263/Q263681/README.md", true],
    ["./kb/", "kb/a.md", true],
    ["kb", "kbx/a.md", false],
    ["*.TXT", "txt/Q1.TXT", false],
    ["**/*.TXT", "Q1.TXT", true],
    ["**/*.TXT", "txt/263/Q1.TXT", true],
    ["**/Q9?0*/*.md", "kb/990/Q990001/README.md", true],
    ["kb/[0-2]*/**", "kb/199/Q199000/README.md", true],
    ["kb/[!0-2]*/**", "kb/199/Q199000/README.md", false],
    ["{kb,txt}/26{3,4}/**", "txt/264/Q264000.TXT", true],
    ["{kb,txt}/26{3,4}/**", "txt/265/Q265000.TXT", false],
    ["a{b,c{d,e}}f", "acef", true],
    ["a/**/b", "a/b", true],
    ["a/**/b", "a/x/y/b", true],
    ["**/drafts", "x/drafts/y.md", true],
    ["[[]x", "[x", true],
  ])("%s on %s: %s", (pattern, path, expected) => {
    expect(matches(pattern, path)).toBe(expected);
  });

  test.each([
    ["", "is empty"],
    ["!kb", "starts with !"],
    ["a\\b", "has a \\"],
    ["../x", "leaves its folder"],
    ["a/[b", "unclosed ["],
    ["a/{b", "unclosed {"],
    ["{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}", "more than 64 alternatives"],
    ["*a".repeat(25), "more than 24 wildcards"],
    ["a".repeat(501), "longer than 500"],
  ])("%s is refused", (pattern, reason) => {
    const glob = compileGlob(pattern);
    expect("problem" in glob && glob.problem).toContain(reason);
  });

  test("agree with picomatch", () => {
    const letter = fc.constantFrom("a", "b", "c");
    const segment = fc.array(fc.oneof(letter, fc.constantFrom("*", "?", "[ab]", "[^a]")), {
      minLength: 1,
      maxLength: 4,
    });
    const segmentText = segment.map((tokens) => tokens.join("").replace(/\*+/g, "*"));
    const part = fc.oneof({ weight: 3, arbitrary: segmentText }, fc.constant("**"));
    // Whether a last ** stands for nothing too, picomatch answers by what precedes it; ours always says yes.
    const pattern = fc
      .tuple(fc.array(part, { maxLength: 3 }), segmentText)
      .map(([parts, last]) => [...parts, last].join("/"));
    const path = fc.array(fc.array(letter, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        pattern,
        path.map((parts) => parts.map((letters) => letters.join("")).join("/")),
        (glob, file) => {
          // Ours lets a folder stand for what is in it.
          const folders = file.split("/").map((_part, at, parts) => parts.slice(0, at + 1).join("/"));
          const isMatch = picomatch(glob, { noextglob: true });
          expect(matches(glob, file)).toBe(folders.some((folder) => isMatch(folder)));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("star-bombs take no time", () => {
    const began = performance.now();
    expect(matches("*a".repeat(24), `${"a".repeat(4000)}b/`)).toBe(false);
    expect(matches("**/a/".repeat(12) + "b".repeat(3), "a/".repeat(2000))).toBe(false);
    expect(performance.now() - began).toBeLessThan(100);
  });
});
