// What CI gets from this repository: the action, the hooks, the problem matcher, and the commands of docs/CI.md.
// The action's step is run as GitHub runs it: inputs as environment variables, the command line by bash.
import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { parseCommandLine } from "../../src/cli/command-line.ts";
import { openArchive, type TemporaryArchive } from "../harness/temporary-archive.ts";
import { damagedPage, page, pagePath } from "./articles.ts";
import { kblint, kblintBundle } from "./kblint.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const load = (createRequire(import.meta.url)("js-yaml") as { load(text: string): unknown }).load;
const read = (name: string): string => readFileSync(join(ROOT, name), "utf8");

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}
interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly shell?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}
const action = load(read("action.yml")) as Action;
const INPUT = /^\$\{\{ inputs\.([a-z-]+) }}$/;

const SOUND = { [pagePath("Q990101")]: page({ id: "Q990101" }) };
const DAMAGED = { ...SOUND, [pagePath("Q990102")]: damagedPage({ id: "Q990102", title: "HOWTO: Shelves" }) };

interface StepResult {
  readonly code: number | null;
  readonly log: string;
  readonly outputs: string;
}

/** Runs the action's last step as GitHub does, from a checkout of the action of its own. */
async function runAction(archive: TemporaryArchive, given: Readonly<Record<string, string>>): Promise<StepResult> {
  const checkout = openArchive({ "dist/keep": "" });
  cpSync(join(ROOT, "action"), join(checkout.path, "action"), { recursive: true });
  copyFileSync(await kblintBundle(), join(checkout.path, "dist/kblint.js"));
  const step = action.runs.steps.find(({ id }) => id === "lint");
  const inputs = Object.entries(step?.env ?? {}).map(([name, value]) => {
    const input = INPUT.exec(value)?.[1] ?? "";
    return [name, given[input] ?? action.inputs[input]?.default ?? ""];
  });
  const env = {
    PATH: process.env.PATH ?? "",
    GITHUB_ACTION_PATH: checkout.path,
    GITHUB_WORKSPACE: archive.path,
    GITHUB_OUTPUT: join(checkout.path, "outputs"),
    ...Object.fromEntries(inputs),
  };
  const words = ["--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step?.run ?? "exit 99"];
  const { status, stdout, stderr } = spawnSync("bash", words, { cwd: archive.path, env, encoding: "utf8" });
  const outputs = existsSync(env.GITHUB_OUTPUT) ? readFileSync(env.GITHUB_OUTPUT, "utf8") : "";
  return { code: status, log: stdout + stderr, outputs };
}

describe("the action", () => {
  test("hands every input to its step, and takes its outputs from there", () => {
    expect(action.runs.using).toBe("composite");
    const step = action.runs.steps.find(({ id }) => id === "lint");
    const used = Object.entries(step?.env ?? {}).map(([name, value]) => [name, INPUT.exec(value)?.[1] ?? value]);
    for (const [name, input = ""] of used) expect(name).toBe(`INPUT_${input.toUpperCase().replaceAll("-", "_")}`);
    expect(used.map(([, input]) => input).sort()).toEqual(Object.keys(action.inputs).sort());
    for (const [name, { value }] of Object.entries(action.outputs)) {
      expect(value).toBe(`\${{ steps.lint.outputs.${name} }}`);
    }
    // What users write must never be read by a shell.
    expect(step?.run).not.toContain("${{");
  });

  test("annotates findings and fails", async () => {
    const { code, log, outputs } = await runAction(openArchive(DAMAGED), {});
    expect({ code, outputs }).toEqual({ code: 1, outputs: "exit-code=1\nreport=\n" });
    expect(log).toContain("::error file=kb/990/Q990102/README.md,line=25,");
    expect(log).not.toContain("::add-matcher::");
  });

  test("lints the paths it is given, one a line, with quotes and dollars taken as they are", async () => {
    const archive = openArchive({ ...DAMAGED, "a b/$(echo x)'.md": page({ id: "Q990103", title: "HOWTO: Boxes" }) });
    const paths = `${pagePath("Q990101")}\n\n  a b/$(echo x)'.md\n`;
    const { code, log } = await runAction(archive, { paths, format: "stylish", args: "--rule=title-length=off\n" });
    expect(log).toContain("✔ No findings in 2 articles.");
    expect(code).toBe(0);
  });

  test("writes a report, and lets the job go on where it is told to", async () => {
    const archive = openArchive(DAMAGED);
    const given = { format: "sarif", output: "kblint-1.sarif", shard: "1/1", fail: "false" };
    expect(await runAction(archive, given)).toMatchObject({ code: 0, outputs: "exit-code=1\nreport=kblint-1.sarif\n" });
    expect(JSON.parse(archive.read("kblint-1.sarif"))).toHaveProperty("version", "2.1.0");
    expect(await runAction(archive, { ...given, paths: "nowhere" })).toMatchObject({ code: 2 });
    expect(await runAction(archive, { fail: "false", format: "jsn" })).toMatchObject({ code: 2 });
  });

  test("works below another folder, with a profile and a limit", async () => {
    const archive = openArchive({ "archive/kb/990/Q990101/README.md": page({ id: "Q990101" }) });
    const given = { "working-directory": "archive", profile: "authoring", "max-warnings": "0" };
    expect(await runAction(archive, given)).toMatchObject({ code: 0 });
    expect(await runAction(archive, { ...given, profile: "authorin" })).toMatchObject({ code: 2 });
  });
});

interface Pattern {
  readonly regexp: string;
  readonly loop?: boolean;
  readonly [property: string]: unknown;
}
interface Matcher {
  readonly owner: string;
  readonly pattern: readonly [Pattern, Pattern];
}

// As the runner does it: a file's line opens, each line of findings counts, the first that is neither closes; matches
// without a message, or of a severity that it does not know, are passed over.
function annotationsOf(text: string, { pattern: [first, second] }: Matcher): string[] {
  const found: string[] = [];
  let file: string | undefined;
  for (const line of text.split("\n")) {
    const match = file === undefined ? null : new RegExp(second.regexp).exec(line);
    if (!match) {
      file = new RegExp(first.regexp).exec(line)?.[Number(first.file)];
      continue;
    }
    const [at, column, severity, message, code] = ["line", "column", "severity", "message", "code"].map(
      (name) => match[Number(second[name])] ?? "",
    );
    if (message !== "" && (severity === "error" || severity === "warning")) {
      found.push(`${file}:${at}:${column} ${severity} ${code}`);
    }
  }
  return found;
}

describe("the problem matcher", () => {
  const [matcher] = (JSON.parse(read("action/problem-matcher.json")) as { problemMatcher: Matcher[] }).problemMatcher;
  if (!matcher) throw new Error("no matcher");

  test("finds every error and warning of the format stylish, with its place and rule", async () => {
    const twice = damagedPage({ id: "Q990102", more: ["A  line with the the word.", "", "   Q990102 Itself"] });
    const archive = openArchive({ ...DAMAGED, [pagePath("Q990104")]: twice.replaceAll("Q990102", "Q990104") });
    const { output } = await kblint(["."], { folder: archive.path });
    const json = JSON.parse((await kblint(["--format", "json"], { folder: archive.path })).output) as {
      results: {
        path: string;
        diagnostics: { rule: string; severity: string; range: { start: { line: number; character: number } } }[];
      }[];
    };
    const expected = json.results.flatMap(({ path, diagnostics }) =>
      diagnostics
        .filter(({ severity }) => severity === "error" || severity === "warning")
        .map(
          ({ rule, severity, range: { start } }) =>
            `${path}:${start.line + 1}:${start.character + 1} ${severity} ${rule}`,
        ),
    );
    // Two of them stand in one file, with an excerpt between them.
    expect(expected.length).toBeGreaterThan(2);
    expect(annotationsOf(output, matcher)).toEqual(expected);
  });

  test("is the one that VS Code has", () => {
    const { contributes } = JSON.parse(read("package.json")) as {
      contributes: { problemMatchers: readonly (Matcher & { name: string })[] };
    };
    const own = contributes.problemMatchers.find(({ name }) => name === "kblint");
    expect(own?.pattern.map(({ regexp }) => regexp)).toEqual(matcher.pattern.map(({ regexp }) => regexp));
  });
});

describe("the hooks", () => {
  test("are commands of kblint for articles' files and no others", () => {
    const hooks = load(read(".pre-commit-hooks.yaml")) as readonly Readonly<Record<string, string>>[];
    expect(hooks.map(({ id }) => id)).toEqual(["kblint", "kblint-fix"]);
    for (const { entry = "", files = "", language, ...hook } of hooks) {
      // No language that installs: packages are installed without running anything of ours.
      expect(language).toBe("script");
      expect(statSync(join(ROOT, entry.split(" ")[0] ?? "")).mode & 0o111).not.toBe(0);
      expect(hook.types_or).toEqual(["markdown", "plain-text"]);
      expect(() => parseCommandLine(entry.split(" ").slice(1), () => true)).not.toThrow();
      // Python's (?i) at the beginning is JavaScript's flag.
      const pattern = new RegExp(files.replace(/^\(\?i\)/, ""), "i");
      for (const path of [pagePath("Q990101"), "txt/010/Q10022.TXT", "Q990101/readme.md"])
        expect(path).toMatch(pattern);
      for (const path of ["README.md", "kb/990/README.md", "notes.txt", "Q1.TXT"]) expect(path).not.toMatch(pattern);
    }
  });
});

interface WorkflowStep {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

function stepsIn(workflow: unknown): readonly WorkflowStep[] {
  const { jobs = {} } = workflow as { jobs?: Readonly<Record<string, { readonly steps: readonly WorkflowStep[] }>> };
  return Object.values(jobs).flatMap(({ steps }) => steps);
}

describe("docs/CI.md", () => {
  const blocks = [...read("docs/CI.md").matchAll(/```(\w+)\n([\s\S]*?)```/g)];

  test("has workflows that are sound YAML, with inputs that the action knows", () => {
    const yaml = blocks.filter(([, language]) => language === "yaml").map(([, , text = ""]) => load(text));
    expect(yaml).toHaveLength(5);
    const names = yaml
      .flatMap(stepsIn)
      .flatMap(({ uses = "", with: given = {} }) => (uses.startsWith("kb-author/") ? Object.keys(given) : []));
    expect(names).toEqual(["paths", "max-warnings", "shard", "format", "output", "fail"]);
    for (const name of names) expect(Object.keys(action.inputs)).toContain(name);
  });

  test("says what each input's default is for", () => {
    for (const name of Object.keys(action.inputs)) expect(read("docs/CI.md")).toContain(`\`${name}\``);
  });

  test("has no command line that kblint refuses", () => {
    const lines = [...read("docs/CI.md").matchAll(/(?:^|[ '`] ?)(kblint(?: [^\n`'#|]+)?)(?=[\n`'#|])/gm)];
    const commands = lines
      .map(([, words = ""]) => words.trim())
      .filter((words) => /^kblint (?:-|[a-z]+ ?)/.test(words));
    expect(commands.length).toBeGreaterThan(10);
    for (const words of commands) {
      expect(() => parseCommandLine(words.split(/ +/).slice(1), () => true), words).not.toThrow();
    }
  });

  test("joins the reports of shards into the one of a whole run", async () => {
    const archive = openArchive({
      ...DAMAGED,
      [pagePath("Q990105")]: damagedPage({ id: "Q990105", title: "HOWTO: Racks" }),
    });
    const run = (line: string) => kblint(line.split(" ").slice(1), { folder: archive.path });
    const [block = ""] = blocks
      .filter(([, , text = ""]) => text.includes("--shard 1/2"))
      .map(([, , text = ""]) => text);
    const commands = block.trim().split("\n");
    expect(commands).toHaveLength(3);
    const codes: (number | null)[] = [];
    for (const command of commands) codes.push((await run(command)).code);
    expect(codes[2]).toBe(1);
    const whole = await run("kblint --format sarif");
    expect(JSON.parse(archive.read("kblint.sarif"))).toEqual(JSON.parse(whole.output));
  });

  test("takes an archive with findings into CI by a baseline", async () => {
    const { path: folder } = openArchive(DAMAGED);
    expect((await kblint(["baseline"], { folder })).code).toBe(0);
    expect((await kblint(["--max-warnings", "0"], { folder })).code).toBe(0);
  });

  test.skipIf(spawnSync("git", ["--version"]).error !== undefined)(
    "has a hook that works without pre-commit",
    async () => {
      const archive = openArchive(DAMAGED);
      const git = (...words: string[]) => spawnSync("git", words, { cwd: archive.path, encoding: "utf8" });
      git("init", "-q");
      git("add", ".");
      mkdirSync(join(archive.path, "bin"));
      archive.write("bin/kblint", `#!/bin/sh\nexec "${process.execPath}" "${await kblintBundle()}" "$@"\n`);
      spawnSync("chmod", ["+x", join(archive.path, "bin/kblint")]);
      const hook = blocks.map(([, , text = ""]) => text).find((text) => text.includes("git diff --cached")) ?? "";
      const env = { ...process.env, PATH: `${join(archive.path, "bin")}:${process.env.PATH}` };
      const committing = () => spawnSync("sh", ["-c", hook], { cwd: archive.path, env, encoding: "utf8" });
      expect(committing()).toMatchObject({ status: 123 });
      expect(committing().stdout).toContain("heading-underline");
      archive.write(pagePath("Q990102"), page({ id: "Q990102", title: "HOWTO: Shelves" }));
      git("add", ".");
      expect(committing()).toMatchObject({ status: 0 });
    },
  );
});
