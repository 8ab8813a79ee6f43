// `--format junit`: XML that CI engines read, with numbers that add up and names that tell tests apart.
// Held against the shape that readers' schemas allow, and against texts that no XML can hold.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "junit2json";
import { afterEach, describe, expect, test } from "vitest";
import { xmlAttribute, xmlText } from "../../../src/cli/reporters/xml-text.ts";
import { TemporaryArchive } from "../../harness/temporary-archive.ts";
import { damagedPage, page, pagePath } from "../articles.ts";
import { kblint } from "../kblint.ts";
import { at, DAMAGED, FILES, list, TWICE } from "./fixture.ts";
import { readXml, type XmlElement } from "./xml-reader.ts";

const SHAPE: unknown = JSON.parse(readFileSync(join(import.meta.dirname, "schemas/junit.json"), "utf8"));

let archive: TemporaryArchive | undefined;

function archiveOf(files: Readonly<Record<string, string>>): string {
  archive = new TemporaryArchive(files);
  return archive.path;
}

afterEach(() => archive?.remove());

function faultsOf(element: XmlElement): string[] {
  const { name, attributes, children, text } = element;
  const rule = at(SHAPE, name);
  if (rule === undefined) return [`<${name}> is unknown`];
  const known = Object.entries(at(rule, "attributes") ?? {});
  const missing = known.filter(([key, need]) => need === true && !(key in attributes)).map(([key]) => `no ${key}`);
  const wrong = Object.entries(attributes).flatMap(([key, value]) => {
    const need: unknown = at(rule, "attributes", key);
    if (need === undefined) return `${key} is unknown`;
    return need === true || new RegExp(`^(?:${String(need)})$`).test(value) ? [] : `${key}="${value}"`;
  });
  const stray = children.filter((child) => !list(rule, "children").includes(child.name)).map((it) => `<${it.name}>`);
  const outcomes = children.filter((child) => list(rule, "atMostOneOf").includes(child.name));
  const crowd = outcomes.length > 1 ? ["several outcomes"] : [];
  const words = text.trim() !== "" && at(rule, "text") !== true ? ["text"] : [];
  const here = [...missing, ...wrong, ...stray, ...crowd, ...words].map((fault) => `<${name}>: ${fault}`);
  return [...here, ...children.flatMap(faultsOf)];
}

async function reportOf(folder: string, ...words: string[]): Promise<XmlElement> {
  const { output } = await kblint(["--format", "junit", ...words], { folder });
  const root = readXml(output);
  expect(root.name).toBe("testsuites");
  expect(faultsOf(root)).toEqual([]);
  for (const suite of root.children) {
    const cases = suite.children.filter((child) => child.name === "testcase");
    const count = (name: string): string =>
      String(cases.filter((it) => it.children.some((child) => child.name === name)).length);
    expect(suite.attributes).toMatchObject({
      tests: String(cases.length),
      failures: count("failure"),
      errors: count("error"),
    });
  }
  return root;
}

describe("junit", () => {
  test("has a suite for each article with findings, a failed test for each finding, and one test for the run", async () => {
    const { children } = await reportOf(archiveOf(FILES), pagePath(DAMAGED), pagePath(TWICE), pagePath("Q990100"));
    expect(children.map((suite) => suite.attributes.name)).toEqual([pagePath(DAMAGED), pagePath(TWICE), "kblint"]);
    const [test] = children[0]?.children ?? [];
    expect(test?.attributes).toEqual({ name: "heading-underline", classname: pagePath(DAMAGED), time: "0" });
    const [failure] = test?.children ?? [];
    expect(failure?.attributes.type).toBe("error");
    expect(failure?.attributes.message).toContain("The underline of SUMMARY is 5 characters long");
    expect(failure?.text).toContain(`${pagePath(DAMAGED)}:25:2: error: The underline of SUMMARY`);
    expect(failure?.text).toContain("docs/rules/heading-underline.md");
    const run = children.at(-1);
    expect(Number(run?.attributes.time)).toBeGreaterThan(0);
    expect(run?.children[1]?.children[0]?.text).toMatch(/^3 findings \(3 errors\) in 2 of 3 articles; 3 fixable$/);
  });

  test("gives the tests of an article names of their own, for readers that know a test by its name", async () => {
    const { children } = await reportOf(archiveOf(FILES), pagePath(TWICE));
    expect(children[0]?.children.map((it) => it.attributes.name)).toEqual([
      "heading-underline",
      "heading-underline (2)",
    ]);
  });

  test("is no empty report where all is sound, and a failed one where nothing was linted", async () => {
    const clean = await reportOf(archiveOf({ [pagePath("Q990100")]: page({ id: "Q990100" }) }), ".");
    expect(clean.children).toHaveLength(1);
    expect(clean.children[0]?.attributes).toMatchObject({ tests: "1", failures: "0", errors: "0" });
    archive?.remove();
    const empty = await reportOf(archiveOf({ "notes.md": "# Notes\n" }), ".");
    expect(empty.children[0]?.attributes.errors).toBe("1");
  });

  test("holds names and messages that XML would choke on", async () => {
    const name = "kb/a<b>&\"c'.md";
    const { children } = await reportOf(archiveOf({ [name]: damagedPage({ id: DAMAGED }) }), ".");
    expect(children[0]?.attributes.name).toBe(name);
    expect(children[0]?.children[0]?.attributes.classname).toBe(name);
  });
});

describe("text for XML", () => {
  const element = (text: string): XmlElement =>
    readXml(`<?xml version="1.0" encoding="UTF-8"?>\n<a b="${xmlAttribute(text)}">${xmlText(text)}</a>`);

  test.each(["a\tb\nc\rd", "]]>", "<&>\"'", "caf\u00e9 \u{1f4a1}", "\u0085\u009b"])(
    "%j comes back as it was",
    (text) => {
      expect(element(text).text).toBe(text);
      expect(element(text).attributes.b).toBe(text);
    },
  );

  test.each([
    ["a\u0000b\u001bc", "a\ufffdb\ufffdc"],
    ["\ufffe\uffff", "\ufffd\ufffd"],
    ["\ud83d alone \udca1", "\ufffd alone \ufffd"],
  ])("%j has signs for what XML cannot hold", (text, shown) => {
    expect(element(text).text).toBe(shown);
    expect(element(text).attributes.b).toBe(shown);
  });
});

test("a reader that others wrote counts what kblint counted", async () => {
  const folder = archiveOf(FILES);
  const { output } = await kblint(["--format", "junit", "--profile", "authoring", "."], { folder });
  const counted = JSON.parse((await kblint(["--format", "json", "--profile", "authoring", "."], { folder })).output);
  const { errors, warnings, informations } = counted.summary;
  const read = await parse(output);
  const cases = (read && "testsuite" in read ? (read.testsuite ?? []) : []).flatMap((suite) => suite.testcase ?? []);
  expect(cases.filter(({ failure }) => failure && failure.length > 0)).toHaveLength(errors + warnings + informations);
  expect(cases.some(({ failure }) => failure?.[0]?.type === "error")).toBe(true);
});
