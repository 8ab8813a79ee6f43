// `kblint completion` as a user of a shell: what TAB offers behind a line that is half typed.
// bash is asked in earnest; shells that a machine has not are only asked where they are there.
import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { COMMANDS, OPTIONS } from "../../src/cli/option-table.ts";
import { RULES } from "../../src/lint/registry.generated.ts";
import { TemporaryArchive } from "../harness/temporary-archive.ts";
import { kblint } from "./kblint.ts";

let folder: TemporaryArchive;
beforeAll(async () => {
  folder = new TemporaryArchive({ "kb/990/a b.md": "", "drafts.md": "", "reports/one.json": "" });
  for (const shell of ["bash", "zsh", "fish", "powershell"]) {
    const { code, output, errors } = await kblint(["completion", shell], { folder: folder.path });
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    folder.write(`.completion/${shell}`, output);
  }
});
afterAll(() => folder.remove());

const has = (program: string): boolean => spawnSync(program, ["--version"]).error === undefined;

function offered(line: string, breaks = "\\\"'@><=;|&(: "): string[] {
  const script = `source .completion/bash; COMP_WORDBREAKS=$1; COMP_LINE=$2; COMP_POINT=\${#2}; _kblint
    for word in "\${COMPREPLY[@]}"; do echo "$word"; done`;
  const { status, stdout, stderr } = spawnSync("bash", ["--norc", "-c", script, "bash", breaks, line], {
    cwd: folder.path,
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout.split("\n").filter((word) => word !== "");
}

describe.skipIf(!has("bash"))("bash", () => {
  test("offers all commands, and files, at the beginning", () => {
    const words = offered("kblint ");
    for (const name of [...COMMANDS, "drafts.md", "kb", "reports"]) expect(words).toContain(name);
    expect(offered("kblint con")).toEqual(["config", "convert"]);
    expect(offered("kblint lint dr")).toEqual(["drafts.md"]);
    expect(offered("kblint lint kb/990/a")).toEqual(["kb/990/a b.md"]);
  });

  test("offers a command's options and no others", () => {
    expect(offered("kblint baseline --p")).toEqual(["--profile", "--prune"]);
    expect(offered("kblint --max")).toEqual(["--max-warnings"]);
    expect(offered("kblint lint --pru")).toEqual([]);
    const lint = OPTIONS.filter((option) => !option.planned && (!option.commands || option.commands.includes("lint")));
    expect(offered("kblint lint -")).toEqual(lint.map((option) => `--${option.name}`));
  });

  test.each([
    ["kblint --format s", ["stylish", "sarif"]],
    ["kblint rules --format ", ["text", "json"]],
    ["kblint . --min-severity w", ["warning"]],
    ["kblint lint --profile a", ["archive", "authoring"]],
    ["kblint fix --rule heading-", ["heading-blank-lines", "heading-underline"]],
    [
      "kblint lint --rule heading-u",
      ["error", "warning", "information", "hint", "off"].map((l) => `heading-underline=${l}`),
    ],
    ["kblint convert --to ", ["page", "text"]],
    ["kblint convert --out r", ["reports"]],
    ["kblint new --type h", ["howto"]],
    ["kblint new --product sn", ["sna"]],
    ["kblint new --title ", []],
    ["kblint merge reports/", ["reports/one.json"]],
    ["kblint completion p", ["powershell"]],
    ["kblint help ex", ["explain"]],
    ["kblint rules ", []],
  ])("%s", (line, words) => expect(offered(line)).toEqual(words));

  test("goes on behind =, whether or not the shell cuts words there", () => {
    expect(offered("kblint --format=js")).toEqual(["json", "jsonl"]);
    expect(offered("kblint --format=js", " \t")).toEqual(["--format=json", "--format=jsonl"]);
    expect(offered("kblint lint --rule permalink=e")).toEqual(["error"]);
    expect(offered("kblint lint --rule permalink=e", " \t")).toEqual(["permalink=error"]);
    expect(offered("kblint lint --rule=permalink=w")).toEqual(["warning"]);
  });

  test("knows every rule", () => {
    expect(offered("kblint explain ")).toEqual(RULES.map(({ id }) => id));
  });
});

describe("other shells", () => {
  test.each(["zsh", "fish", "powershell"])("%s is told every command and option", (shell) => {
    const script = folder.read(`.completion/${shell}`);
    for (const name of COMMANDS) expect(script).toContain(name);
    for (const { name, planned } of OPTIONS)
      if (!planned) expect(script).toContain(shell === "fish" ? `-l ${name} ` : `--${name}`);
  });

  test.skipIf(!has("zsh"))("zsh understands its script", () => {
    expect(spawnSync("zsh", ["-n", ".completion/zsh"], { cwd: folder.path, encoding: "utf8" }).stderr).toBe("");
  });

  test.skipIf(!has("fish"))("fish answers as bash does", () => {
    const script = "source .completion/fish; complete -C 'kblint fix --rule heading-u'";
    const { stdout } = spawnSync("fish", ["-N", "-c", script], { cwd: folder.path, encoding: "utf8" });
    expect(stdout).toMatch(/^heading-underline\t/);
  });

  test("one that is not known, and none at all", async () => {
    const run = (...words: string[]) => kblint(["completion", ...words], { folder: folder.path });
    expect(await run("bsh")).toMatchObject({ code: 2, output: "" });
    expect((await run("bsh")).errors).toContain(
      "no completion for bsh, only for bash, zsh, fish, powershell; did you mean bash?",
    );
    expect((await run()).errors).toContain("kblint completion needs one shell: bash, zsh, fish, powershell");
  });
});
