// Wrong use of kblint: every misspelling is refused with exit code 2 and, where one is near, the right word.
// What the contract promises for later is refused by name.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TemporaryArchive } from "../harness/temporary-archive.ts";
import { page, pagePath } from "./articles.ts";
import { kblint } from "./kblint.ts";

let archive: TemporaryArchive;
beforeAll(() => {
  archive = new TemporaryArchive({
    [pagePath("Q990100")]: page({ id: "Q990100" }),
    "drafts/a.md": page({ id: "Q990101" }),
  });
});
afterAll(() => archive.remove());

const run = (...words: string[]) => kblint(words, { folder: archive.path });

describe("wrong use", () => {
  test.each([
    [["--fromat", "json"], "unknown option --fromat; did you mean --format?"],
    [["-x"], "unknown option -x"],
    [["lnt"], "unknown subcommand lnt; did you mean lint?"],
    [["explian", "permalink"], "unknown subcommand explian; did you mean explain?"],
    [
      ["--format", "jsn"],
      "--format must be one of stylish, json, jsonl, sarif, junit, github, gitlab, not jsn; did you mean json?",
    ],
    [["nwe"], "unknown subcommand nwe; did you mean new?"],
    [["--rule", "permalnk=off"], "unknown rule permalnk; did you mean permalink?"],
    [
      ["--rule", "permalink=of"],
      "--rule must be one of error, warning, information, hint, off, not of; did you mean off?",
    ],
    [["--rule", "permalink"], "--rule needs a severity: --rule permalink=warning (or off)"],
    [["--profile", "authorin"], "--profile must be one of archive, authoring, not authorin; did you mean authoring?"],
    [["--min-severity", "warn"], "--min-severity must be one of hint, information, warning, error, not warn"],
    [["--max-warnings", "-1"], "--max-warnings must be a whole number, not -1"],
    [["--format"], "--format needs a value: --format FORMAT"],
    [["--quiet=yes"], "--quiet takes no value"],
    [["--format", "json", "--format", "json"], "--format is given twice"],
    [["--prune"], "--prune is no option of kblint lint, only of baseline"],
    [["rules", "--quiet"], "--quiet is no option of kblint rules, only of lint"],
    [["explain"], "kblint explain needs one rule"],
    [["explain", "permalnk"], "unknown rule permalnk; did you mean permalink?"],
    [["--stdin-filename", "a.md", "."], "--stdin-filename needs - as the path"],
    [["kb/[**"], "the pattern has an unclosed ["],
  ])("%j", async (words, message) => {
    const { code, output, errors } = await run(...words);
    expect({ code, output }).toEqual({ code: 2, output: "" });
    expect(errors).toContain(`kblint: `);
    expect(errors).toContain(message);
  });
});

describe("right use", () => {
  test("a folder's name wins over a near subcommand, and -- ends the options", async () => {
    expect((await run("drafts")).code).toBe(0);
    expect((await run("--", "drafts")).code).toBe(0);
    expect((await run("lint", "drafts")).code).toBe(0);
    expect((await run()).code).toBe(0);
  });

  test("--version and --help go to standard output", async () => {
    expect(await run("--version")).toMatchObject({ code: 0, output: "kblint 0.0.0-test\n", errors: "" });
    const help = await run("--help");
    expect(help).toMatchObject({ code: 0, errors: "" });
    for (const word of ["Usage:", "Examples:", "Exit codes:", "--stdin-filename", "baseline", "kb.config.json"]) {
      expect(help.output).toContain(word);
    }
    expect((await run("baseline", "--help")).output).toContain("--prune");
    for (const line of help.output.split("\n")) expect(line.length).toBeLessThanOrEqual(120);
  });

  test("explain shows the rule's page, rules lists them all", async () => {
    expect((await run("explain", "permalink")).output).toMatch(/^# permalink\n\n[\s\S]*\*\*What to do\.\*\*/);
    const table = (await run("rules", "--rule", "permalink=hint")).output;
    expect(table).toMatch(/^RULE +SEVERITY/);
    expect(table).toMatch(/^permalink +hint +safe/m);
    const { rules, profile } = JSON.parse((await run("rules", "--format", "json", "--profile", "authoring")).output);
    expect(profile).toBe("authoring");
    expect(Object.keys(rules[0])).toEqual(["rule", "category", "severity", "levels", "fix", "summary"]);
  });
});
