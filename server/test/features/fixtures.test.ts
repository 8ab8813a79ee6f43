// Runs all `.kbtest` fixtures: each golden section must say what its feature makes of the fixture's files.
// With UPDATE=1 the sections are written anew.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseFixture, withGolden } from "../harness/fixture.ts";
import { MemoryWorkspace } from "../harness/memory-workspace.ts";
import { renderFeature } from "./render-feature.ts";

const FOLDER = join(import.meta.dirname, "../fixtures");
const FEATURES = [
  "hover",
  "definition",
  "call-hierarchy",
  "code-lens",
  "inlay-hints",
  "type-definition",
  "references",
  "links",
  "symbols",
  "folding",
  "code-actions",
  "refactoring",
];

describe.each(FEATURES)("%s", (feature) => {
  const folder = join(FOLDER, feature);
  const names = readdirSync(folder).filter((name) => name.endsWith(".kbtest"));

  it.each(names)("%s", (name) => {
    const text = readFileSync(join(folder, name), "utf8");
    const fixture = parseFixture(text);
    const workspace = new MemoryWorkspace(fixture);
    const actual = new Map([...fixture.golden.keys()].map((section) => [section, renderFeature(section, workspace)]));
    if (process.env.UPDATE) writeFileSync(join(folder, name), withGolden(text, actual));
    else expect(Object.fromEntries(actual)).toEqual(Object.fromEntries(fixture.golden));
    expect(fixture.prose.trim()).not.toBe("");
    expect(actual.size).toBeGreaterThan(0);
  });
});
