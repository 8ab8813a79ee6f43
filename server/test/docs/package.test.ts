// What is built is what is packaged: a program left out would be missed by users only, and quietly.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "../../..");

test("every program that the build makes is in the extension's package", () => {
  const built = readFileSync(resolve(ROOT, "scripts/build.mjs"), "utf8").matchAll(/outfile: "(dist\/[^"]+)"/g);
  const packaged = new Set(readFileSync(resolve(ROOT, ".vscodeignore"), "utf8").split(/\r?\n/));
  const programs = [...built].map(([, program]) => `!${program}`);
  expect(programs.length).toBeGreaterThan(5);
  expect(programs.filter((program) => !packaged.has(program))).toEqual([]);
});
