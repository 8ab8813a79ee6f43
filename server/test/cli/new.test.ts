// `kblint new` as an author uses it: a skeleton that the strictest profile finds nothing in, with a number of its own.
// Whatever is wrong with the arguments is said before anything is written.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { articleKind, KIND_WORDS, taggedTitle } from "../../src/cli/new/article-kind.ts";
import { draftArticle } from "../../src/cli/new/draft-article.ts";
import { type Product, usualTechnology } from "../../src/cli/new/new-options.ts";
import { RULES } from "../../src/lint/registry.generated.ts";
import { runRules } from "../../src/lint/run-rules.ts";
import { builtInTaxonomy } from "../../src/model/built-in-taxonomy.ts";
import { COPYRIGHT } from "../../src/model/convert-page-to-text.ts";
import { parseArticle } from "../../src/syntax/parse-article.ts";
import { crlf, page, pagePath, rawText, textPath } from "../harness/articles.ts";
import { openArchive } from "../harness/temporary-archive.ts";
import { kblint, kblintBundle, type Outcome } from "./kblint.ts";

type Files = Readonly<Record<string, string>>;

function make(folder: string, ...words: string[]): Promise<Outcome> {
  return kblint(["new", "--type", "bug", "--product", "sna", "--title", "Print Queue Stops", ...words], { folder });
}

async function problems(folder: string): Promise<string> {
  const words = ["--profile", "authoring", "--min-severity", "hint", "--rule", "duplicate-title=off", "."];
  return (await kblint(words, { folder })).output.trim();
}

const ID = "Q990100";
const ARCHIVE: Files = { [pagePath(ID)]: page({ id: ID }), [textPath(ID)]: crlf(rawText({ id: ID })) };
const settings = (ids: unknown): string => JSON.stringify({ ids });

const STRICT = { profile: "authoring", levels: new Map(), today: { year: 2026, month: 3, day: 1 } } as const;

function findingsOf(word: string, product: Product, container: "page" | "text"): readonly unknown[] {
  const kind = articleKind(word);
  if (!kind) throw new Error(word);
  const technology = usualTechnology(product, builtInTaxonomy());
  const given = { id: ID, kind, title: taggedTitle("A Lamp", kind), product, technology, date: STRICT.today };
  const parts = { ...given, versions: ":1.0", keywords: [], disclaimer: undefined, copyright: COPYRIGHT };
  return runRules(RULES, { article: parseArticle(draftArticle(parts, container).text, container) }, STRICT);
}

describe("the skeleton", () => {
  test.each(["page", "text"])("of every type is sound as a new %s", async (container) => {
    const archive = openArchive(ARCHIVE);
    for (const type of KIND_WORDS) {
      const words = ["--type", type, "--product", "word97", "--title", `Count ${type} Lamps`, "--to", container];
      expect(await kblint(["new", ...words, "--write"], { folder: archive.path })).toMatchObject({
        code: 0,
        errors: "",
      });
    }
    expect(await problems(archive.path)).toBe("✔ No findings in 11 articles.");
  });

  test.each(["exchange", "vbwin", "homemm", "msdos", "sna"])("of product %s is sound", async (product) => {
    const archive = openArchive(ARCHIVE);
    const words = ["--type", "fix", "--product", product, "--title", "Lamp Stays Dark", "--write"];
    for (const to of ["page", "text"]) {
      const made = await kblint(["new", ...words, "--to", to], { folder: archive.path });
      expect(made).toMatchObject({ code: 0 });
    }
    expect(await problems(archive.path)).toBe("✔ No findings in 4 articles.");
  });

  test("is sound for every type and product of the built-in list, in both forms", () => {
    const taxonomy = builtInTaxonomy();
    const products = [...taxonomy.products].map(([code, name]) => ({ code, name }));
    const known = products.filter(({ name }) => name !== "See article");
    expect(known.length).toBe(43);
    for (const product of known) {
      for (const word of KIND_WORDS) {
        for (const container of ["page", "text"] as const) {
          const findings = findingsOf(word, product, container);
          expect({ product, word, container, findings }).toEqual({ product, word, container, findings: [] });
        }
      }
    }
  });

  test("says what there is to write, and what is known already", async () => {
    const archive = openArchive();
    const words = ["--versions", "winnt:3.0,4.0", "--keywords", "kbnetwork kbfaq", "--technology", "kbSNAServSearch"];
    const { output, errors } = await make(archive.path, "--to", "text", ...words);
    expect(errors).toBe("");
    const today = /^DOCUMENT:Q100000 {2}(\d\d-[A-Z]{3}-(\d{4})) {2}\[sna]\r\n/.exec(output);
    expect(today).not.toBeNull();
    expect(output.replaceAll("\r\n", "\n")).toContain(`
TITLE   :BUG: Print Queue Stops
PRODUCT :Microsoft SNA Server
PROD/VER:winnt:3.0,4.0
OPER/SYS:
KEYWORDS:kbnetworkkbfaq
`);
    expect(output).toContain(" - Microsoft SNA Server, versions 3.0, 4.0 \r\n");
    expect(output.match(/^[A-Z ]+(?=\r\n=+\r$)/gm)).toEqual([
      "SYMPTOMS",
      "CAUSE",
      "WORKAROUND",
      "STATUS",
      "MORE INFORMATION",
    ]);
    expect(output.match(/^TODO: .*\.\r$/gm)).toHaveLength(5);
    expect(output).toContain("Solution Type     : kbpending\r\n");
    expect(output).toMatch(/Keywords {10}: kbnetwork kbfaq\r\n/);
    expect(output.endsWith(`Copyright Microsoft Corporation ${today?.[2]}.`)).toBe(true);
  });

  test("ends in the disclaimer of the archive's raw texts, and keeps letters of their code page", async () => {
    const archive = openArchive(ARCHIVE);
    const words = [
      "new",
      "--type",
      "info",
      "--product",
      "sna",
      "--title",
      "Caf\u00e9 Queue",
      "--to",
      "text",
      "--write",
    ];
    expect((await kblint(words, { folder: archive.path })).code).toBe(0);
    const bytes = readFileSync(join(archive.path, "txt/990/Q990101.TXT"));
    expect(bytes.toString("latin1")).toContain("TITLE   :INFO: Caf\u00e9 Queue\r\n");
    expect(bytes.toString("latin1")).toContain("EXAMPLE ONLY, WITHOUT A PROMISE OF ANY KIND.\r\n\r\nCopyright");
  });

  test("is a raw text where the archive has nothing else", async () => {
    expect((await make(openArchive({ [textPath(ID)]: crlf(rawText({ id: ID })) }).path)).output).toMatch(/^DOCUMENT:/);
    expect((await make(openArchive(ARCHIVE).path)).output).toMatch(/^---\n/);
  });

  test("keeps a title's own tag, and tags none for a bare issue type", async () => {
    const titleOf = async (type: string, title: string): Promise<string> => {
      const words = ["new", "--type", type, "--product", "sna", "--title", title];
      const { output, errors } = await kblint(words, { folder: openArchive().path });
      return (/^## Q100000: (.*)$/m.exec(output)?.[1] ?? errors) + (/Solution Type *(: \w+)/.exec(output)?.[1] ?? "");
    };
    expect(await titleOf("bug", "FIX: Lamp Is Dark")).toBe("FIX: Lamp Is Dark: kbfix");
    expect(await titleOf("kbbug", "Lamp Is Dark")).toBe("Lamp Is Dark: kbpending");
    expect(await titleOf("how-to", "Light a Lamp")).toBe("HOWTO: Light a Lamp");
    expect(await titleOf("PROBLEM", 'Lamp "A" Is Dark')).toBe("PRB: Lamp &quot;A&quot; Is Dark");
  });
});

describe("the number", () => {
  test("is the one after the highest; two runs never give the same", async () => {
    const { path } = openArchive(ARCHIVE);
    expect((await make(path, "--write")).output).toBe("kb/990/Q990101/README.md\n");
    expect((await make(path, "--write", "--to", "text")).output).toBe("txt/990/Q990102.TXT\n");
    expect((await make(path, "--write")).output).toBe("kb/990/Q990103/README.md\n");
  });

  test("comes from the range of the product or the author, gaps last", async () => {
    const ranges = [
      { from: "Q200000", to: "Q200001", product: "sna" },
      { from: "Q300000", to: "Q300009", author: "Ada" },
      { from: "Q400000", to: "Q400009", product: "exchange" },
    ];
    const archive = openArchive({ ...ARCHIVE, "kb.config.json": settings({ ranges }) });
    archive.write(pagePath("Q200001"), page({ id: "Q200001" }));
    const { path } = archive;
    expect((await make(path, "--write")).output).toBe("kb/200/Q200000/README.md\n");
    expect(await make(path, "--write")).toMatchObject({ code: 2, output: "" });
    expect((await make(path)).errors).toContain("every number of Q200000 to Q200001 is taken");
    expect((await make(path, "--author", "ada")).output).toContain("## Q300000: ");
    const other = await kblint(["new", "--type", "bug", "--product", "word97", "--title", "A Lamp"], { folder: path });
    expect(other).toMatchObject({ code: 2, output: "" });
    expect(other.errors).toContain(
      "has no range for word97; where ranges are for authors, say which you are: --author",
    );
  });

  test("is none that is registered or superseded, and the registry is named", async () => {
    const ids = { registry: "ids.txt" };
    const config = JSON.stringify({ ids, superseded: { Q990102: ID } });
    const archive = openArchive({ ...ARCHIVE, "kb.config.json": config, "ids.txt": "Q990100\nQ990101 gone\n" });
    const made = await make(archive.path, "--write");
    expect(made).toMatchObject({ code: 0, output: "kb/990/Q990103/README.md\n" });
    expect(made.errors).toBe("kblint: add Q990103 to the registry of numbers: ids.txt\n");
  });

  test("is kept from articles that are excluded, unreadable by name only, or below --out", async () => {
    const config = JSON.stringify({ exclude: ["old/**"] });
    const archive = openArchive({ ...ARCHIVE, "kb.config.json": config, "old/a.md": page({ id: "Q990200" }) });
    archive.write("txt/990/Q990300.TXT", "not yet an article");
    expect((await make(archive.path)).output).toContain("## Q990301: ");
    const away = openArchive();
    expect((await make(archive.path, "--out", away.path)).code).toBe(0);
    expect((await make(archive.path, "--out", away.path)).code).toBe(0);
    expect(existsSync(join(away.path, "kb/990/Q990302/README.md"))).toBe(true);
  });

  test("goes to one of several runs at the same moment", async () => {
    const { path: folder } = openArchive(ARCHIVE);
    const bundle = await kblintBundle();
    const words = ["new", "--type", "info", "--product", "sna", "--title", "Lamps", "--write"];
    const one = (): Promise<string> =>
      new Promise((resolve) => {
        let output = "";
        const child = spawn(process.execPath, [bundle, ...words], { cwd: folder, stdio: ["ignore", "pipe", "ignore"] });
        child.stdout.on("data", (chunk: Buffer) => {
          output += chunk.toString();
        });
        child.once("close", () => resolve(output));
      });
    const places = await Promise.all([one(), one(), one(), one()]);
    expect(new Set(places).size).toBe(4);
    for (const place of places) expect(readFileSync(join(folder, place.trim()), "utf8")).toMatch(/^---\n/);
  });
});

describe("what is refused", () => {
  test.each([
    [
      ["--type", "bugg"],
      "--type must be one of bug, fix, prb, info, howto, kbbug, kbprb, kbinfo, kbhowto, not bugg; did you mean bug?",
    ],
    [["--product", "snaa"], "unknown product snaa; did you mean sna (Microsoft SNA Server)?"],
    [["--product", "SourceSafe"], "unknown product SourceSafe; did you mean ssafe (Microsoft SourceSafe)?"],
    [["--product", "mspl13_c"], "unknown product mspl13_c; the codes are accother, "],
    [["--to", "md"], "--to must be one of page, text, not md"],
    [["--title", "A\nB"], "--title must be a single line of text"],
    [["Lamp"], "kblint new takes no path such as Lamp; a title of several words needs quotation marks"],
    [["--write", "--out", "x"], "--write and --out DIR exclude each other"],
  ])("%j", async (wrong, message) => {
    const usual = { "--type": "bug", "--product": "sna", "--title": "A Lamp" };
    const rest = Object.entries(usual).filter(([name]) => !wrong.includes(name));
    const { code, output, errors } = await kblint(["new", ...wrong, ...rest.flat()], { folder: openArchive().path });
    expect({ code, output }).toEqual({ code: 2, output: "" });
    expect(errors).toContain(`kblint: ${message}`);
  });

  test.each(["type", "product", "title"])("a missing --%s, with an example", async (name) => {
    const usual = ["type=bug", "product=sna", "title=A Lamp"].filter((option) => !option.startsWith(name));
    const made = await kblint(["new", ...usual.map((option) => `--${option}`)], { folder: openArchive().path });
    expect(made).toMatchObject({ code: 2, output: "" });
    expect(made.errors).toContain(`kblint new needs --${name}: kblint new --type bug --product sna --title "`);
  });

  test.each([
    [["--title", `A Lamp That ${"Shines and ".repeat(6)}Stays`], "(title-length)"],
    [["--title", "A Lamp  Stays Dark"], "(title-format)"],
    [["--title", "INFO: A Lamp"], "(title-type)"],
    [["--title", "A Lamp", "--keywords", "kbnetwrk"], "(keyword-unknown)"],
    [["--title", "A Lamp", "--versions", "winnt 3.0"], "(version-style)"],
  ])("by the rules for new articles: %j", async (words, rule) => {
    const { path: folder } = openArchive(ARCHIVE);
    const made = await kblint(["new", "--type", "bug", "--product", "sna", "--write", ...words], { folder });
    expect(made).toMatchObject({ code: 1, output: "" });
    expect(made.errors).toContain(rule);
    expect(made.errors).toContain("kblint: no article was made\n");
    expect(existsSync(join(folder, "kb/990/Q990101"))).toBe(false);
  });

  test("settings with errors, and a title that raw texts cannot hold", async () => {
    const broken = await make(openArchive({ "kb.config.json": '{ "profil": 1 }' }).path);
    expect(broken).toMatchObject({ code: 2, output: "" });
    const words = ["new", "--type", "info", "--product", "sna", "--title", "Lamp \u4e2d", "--to", "text"];
    const made = await kblint(words, { folder: openArchive().path });
    expect(made).toMatchObject({ code: 2, output: "" });
    expect(made.errors).toContain("characters that raw texts (Windows-1252) do not have");
  });
});
