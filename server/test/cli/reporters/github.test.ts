// `--format github`: workflow commands as GitHub's runner reads them, and nothing that it could misread.
// A small reader of commands stands in for the runner; it unescapes as the runner does.
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { TemporaryArchive } from "../../harness/temporary-archive.ts";
import { damagedPage, page, pagePath } from "../articles.ts";
import { kblint } from "../kblint.ts";
import { DAMAGED, FILES, REPEATED } from "./fixture.ts";

let archive: TemporaryArchive | undefined;

function archiveOf(files: Readonly<Record<string, string>>): string {
  archive = new TemporaryArchive(files);
  return archive.path;
}

afterEach(() => archive?.remove());

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

function unescapeData(text: string): string {
  return text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
}

function commandsOf(output: string): Command[] {
  return output.split("\n").flatMap((line) => {
    const match = /^::(\w+) ([^:]*)::(.*)$/.exec(line);
    if (!match) return [];
    const [, name = "", list = "", message = ""] = match;
    const pairs = list.split(",").map((pair) => {
      const [key = "", value = ""] = pair.split("=");
      return [key, unescapeData(value.replaceAll("%3A", ":").replaceAll("%2C", ","))] as const;
    });
    return { name, properties: Object.fromEntries(pairs), message: unescapeData(message) };
  });
}

async function run(folder: string, words: string[], variables = {}): Promise<{ output: string; commands: Command[] }> {
  const { output } = await kblint(["--format", "github", ...words], { folder, variables });
  return { output, commands: commandsOf(output) };
}

describe("github", () => {
  test("annotates the place of each finding, then says the totals", async () => {
    const { output, commands } = await run(archiveOf(FILES), ["."]);
    expect(commands[0]).toEqual({
      name: "error",
      properties: {
        file: pagePath(DAMAGED),
        line: "25",
        endLine: "25",
        col: "2",
        endColumn: "7",
        title: "heading-underline",
      },
      message: expect.stringContaining("The underline of SUMMARY is 5 characters long"),
    });
    expect(output.trimEnd().split("\n").at(-1)).toBe("kblint: 4 findings (4 errors) in 3 of 4 articles; 3 fixable.");
    expect(output.trimEnd().split("\n")).toHaveLength(commands.length + 1);
  });

  test("has commands for every severity, and no columns for places of several lines", async () => {
    const folder = archiveOf(FILES);
    const names = async (level: string): Promise<string | undefined> =>
      (await run(folder, [pagePath(DAMAGED), "--min-severity", "hint", "--rule", `heading-underline=${level}`]))
        .commands[0]?.name;
    expect([await names("warning"), await names("information"), await names("hint")]).toEqual([
      "warning",
      "notice",
      "notice",
    ]);
    const conflict = page({ id: REPEATED, more: ["<<<<<<< ours", "One.", "=======", "Two.", ">>>>>>> theirs"] });
    archive?.write(pagePath(REPEATED), conflict);
    const { commands } = await run(folder, [pagePath(REPEATED)]);
    for (const { properties } of commands) {
      expect("col" in properties).toBe(properties.line === properties.endLine);
    }
  });

  test("escapes what would end a property, and never lets a file name start a command", async () => {
    const name = "kb/100%,a:b.md";
    const { commands } = await run(archiveOf({ [name]: damagedPage({ id: DAMAGED }) }), ["."]);
    expect(commands[0]?.properties.file).toBe(name);
    expect(commands[0]?.properties.title).toBeDefined();
  });

  test("says when GitHub will not show them all", async () => {
    const ids = Array.from({ length: 11 }, (_, at) => `Q9901${at + 10}`);
    const files = Object.fromEntries(ids.map((id) => [pagePath(id), damagedPage({ id })]));
    const folder = archiveOf(files);
    const all = await run(folder, ["."]);
    expect(all.commands).toHaveLength(11);
    expect(all.output).toContain("GitHub shows the first 10 errors, warnings and notices of a step");
    archive?.delete(pagePath("Q990110"));
    expect((await run(folder, ["."])).output).not.toContain("GitHub shows");
  });

  test("names paths from the repository's root", async () => {
    const folder = archiveOf(FILES);
    const { commands } = await run(join(folder, "kb/990"), ["."], { GITHUB_WORKSPACE: folder });
    expect(commands[0]?.properties.file).toBe(pagePath(DAMAGED));
  });

  test("has a line where there is nothing to annotate", async () => {
    const clean = await run(archiveOf({ [pagePath("Q990100")]: page({ id: "Q990100" }) }), ["."]);
    expect(clean.output).toBe("kblint: no findings in 1 article.\n");
  });
});
