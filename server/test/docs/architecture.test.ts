// The architecture document names folders and files that exist, and stays short enough to be read.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "..", "..", "..");
const text = readFileSync(join(root, "docs", "ARCHITECTURE.md"), "utf8");

it("names only folders and files that are there", () => {
  const named = [...text.matchAll(/`((?:client|server|syntaxes|scripts|tools|docs)\/[A-Za-z0-9_./-]+|biome\.json)`/g)];
  expect(named.length).toBeGreaterThan(15);
  const missing = named.map((match) => match[1] ?? "").filter((path) => !existsSync(join(root, path)));
  expect(missing).toEqual([]);
});

it("has at most 300 lines", () => {
  expect(text.split("\n").length).toBeLessThanOrEqual(300);
});
