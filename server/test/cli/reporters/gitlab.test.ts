// `--format gitlab`: the report that GitLab's code quality widget reads.
// GitLab compares fingerprints of two branches, so they must be unique in a report and outlive moved lines.
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { TemporaryArchive } from "../../harness/temporary-archive.ts";
import { damagedPage, page, pagePath } from "../articles.ts";
import { kblint } from "../kblint.ts";
import { at, DAMAGED, FILES, list, TWICE } from "./fixture.ts";
import { schemaFaults } from "./schema.ts";

let archive: TemporaryArchive | undefined;

function archiveOf(files: Readonly<Record<string, string>>): string {
  archive = new TemporaryArchive(files);
  return archive.path;
}

afterEach(() => archive?.remove());

async function reportOf(folder: string, words: string[], variables = {}): Promise<readonly unknown[]> {
  const { output } = await kblint(["--format", "gitlab", ...words], { folder, variables });
  const report: unknown = JSON.parse(output);
  expect(schemaFaults("gitlab-code-quality", report)).toEqual([]);
  return list(report);
}

describe("gitlab", () => {
  test("has an issue for each finding", async () => {
    const report = await reportOf(archiveOf(FILES), ["."]);
    const issue = report.find((candidate) => at(candidate, "location", "path") === pagePath(DAMAGED));
    expect(issue).toEqual({
      description:
        "The underline of SUMMARY is 5 characters long for a heading of 7, so programs miss the heading. Write 7 times =.",
      check_name: "heading-underline",
      fingerprint: expect.any(String),
      severity: "major",
      location: { path: pagePath(DAMAGED), lines: { begin: 25 } },
    });
    expect(new Set(report.map((it) => at(it, "fingerprint"))).size).toBe(report.length);
  });

  test("tells equal faults of different articles apart", async () => {
    const files = Object.fromEntries(["Q990101", "Q990102"].map((id) => [pagePath(id), damagedPage({ id })]));
    const report = await reportOf(archiveOf(files), ["."]);
    expect(new Set(report.map((it) => at(it, "fingerprint"))).size).toBe(2);
  });

  test("keeps a fingerprint when its line moves", async () => {
    const folder = archiveOf({ [pagePath(TWICE)]: FILES[pagePath(TWICE)] ?? "" });
    const marks = async (): Promise<unknown[]> => (await reportOf(folder, ["."])).map((it) => at(it, "fingerprint"));
    const before = await marks();
    archive?.write(
      pagePath(TWICE),
      (FILES[pagePath(TWICE)] ?? "").replace("\tThis article", "\tIt is for beginners.\n\tThis article"),
    );
    expect(await marks()).toEqual(before);
  });

  test("gives milder findings milder severities", async () => {
    const folder = archiveOf({ [pagePath(DAMAGED)]: damagedPage({ id: DAMAGED }) });
    const severity = async (level: string): Promise<unknown> => {
      const words = [".", "--min-severity", "hint", "--rule", `heading-underline=${level}`];
      return at((await reportOf(folder, words))[0], "severity");
    };
    expect(await severity("warning")).toBe("minor");
    expect(await severity("information")).toBe("info");
    expect(await severity("hint")).toBe("info");
  });

  test("names paths from the repository's root, whichever folder kblint runs in", async () => {
    const folder = archiveOf(FILES);
    const report = await reportOf(join(folder, "kb"), ["."], { CI_PROJECT_DIR: folder });
    expect(at(report[0], "location", "path")).toBe(pagePath(DAMAGED));
  });

  test("is an empty list where all is sound", async () => {
    expect(await reportOf(archiveOf({ [pagePath("Q990100")]: page({ id: "Q990100" }) }), ["."])).toEqual([]);
  });
});
