// Failures of our own are said a few times and counted: a rule that breaks may break at every file of an archive.
// What the user's files are to blame for is said of each file.
import { expect, it } from "vitest";
import { noteTroubles } from "../../src/cli/commands/notices.ts";
import { LintFailures } from "../../src/lsp/archive-lint-failures.ts";

const broken = (count: number, reason: string): { path: string; reason: string }[] =>
  Array.from({ length: count }, (_, at) => ({ path: `kb/${at}.md`, reason }));

it("the server logs three of them and counts the rest, once a go", () => {
  const errors: string[] = [];
  const failures = new LintFailures({ info: () => {}, warn: () => {}, error: (message) => errors.push(message) });
  for (let at = 0; at < 38_000; at++) failures.note(`file:///kb/${at}.md`, "no such thing");
  failures.end();
  expect(errors).toEqual([
    "linting file:///kb/0.md failed: no such thing",
    "linting file:///kb/1.md failed: no such thing",
    "linting file:///kb/2.md failed: no such thing",
    "linting failed for 37997 more files",
  ]);
  failures.note("file:///kb/later.md", "again");
  failures.end();
  expect(errors.slice(4)).toEqual(["linting file:///kb/later.md failed: again"]);
});

it("kblint notes three of them and counts the rest", () => {
  const notes: string[] = [];
  const failures = [...broken(5, "internal failure, please report it: Error: oh"), ...broken(4, "permission denied")];
  const environment = { workingFolder: "/archive", note: (line: string) => notes.push(line) };
  noteTroubles([{ root: "/archive", skipped: [], failures }], environment);
  expect(notes.filter((line) => line.includes("please report it"))).toHaveLength(3);
  expect(notes.filter((line) => line.includes("permission denied"))).toHaveLength(4);
  expect(notes.at(-1)).toBe("kblint: internal failures in 2 more files");
});
