// The progress line as a user sees it: silent for short work and in pipes, never wider than the terminal, gone at the end.
// The line itself is tested with a clock and a width of its own; the whole with a pseudo terminal where there is one.
import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { TerminalProgress } from "../../src/cli/progress.ts";
import { progressLine } from "../../src/cli/progress-line.ts";
import { paintColour, paintPlain } from "../../src/cli/terminal.ts";
import { openArchive } from "../harness/temporary-archive.ts";
import { damagedPage, pagePath } from "./articles.ts";
import { kblint, kblintBundle } from "./kblint.ts";

const STATE = { name: "Linting articles:", done: 15_000, total: 60_000, seconds: 2.5 };

describe("the line", () => {
  test.each([
    [120, "Linting articles: ████████░░░░░░░░░░░░░░░░░░░░░░  25 % · 15,000 of 60,000 · 6,000/s · 8 s left"],
    [79, "Linting articles:  25 % · 15,000 of 60,000 · 6,000/s · 8 s left"],
    [60, "Linting articles:  25 % · 15,000 of 60,000 · 6,000/s"],
    [45, "Linting articles:  25 % · 15,000 of 60,000"],
    [20, "Linting articles:  2"],
    [0, ""],
  ])("in %d columns", (width, line) => expect(progressLine(STATE, width, paintPlain)).toBe(line));

  test("is never wider than the terminal, and its bar never changes its width", () => {
    const bars = new Set<number>();
    for (let done = 0; done <= 60_000; done += 777) {
      for (const width of [10, 40, 79, 100, 200]) {
        const line = progressLine({ ...STATE, done }, width, paintPlain);
        expect(line.length).toBeLessThanOrEqual(width);
        if (width === 100) bars.add(line.match(/[█░]/g)?.length ?? 0);
      }
    }
    expect([...bars]).toEqual([25]);
  });

  test("has no bar where nobody knows how much there is, and no guess in the first moments", () => {
    expect(progressLine({ ...STATE, total: undefined }, 100, paintPlain)).toBe("Linting articles: 15,000 · 6,000/s");
    expect(progressLine({ ...STATE, seconds: 0.1 }, 50, paintPlain)).toBe("Linting articles:  25 % · 15,000 of 60,000");
    const slow = { ...STATE, done: 10, seconds: 3600 };
    expect(progressLine({ ...slow, total: 30 }, 60, paintPlain)).toContain("10 of 30 · 0/s · 2:00 h left");
    expect(progressLine({ ...STATE, done: 60_000 }, 60, paintPlain)).toBe(
      "Linting articles: 100 % · 60,000 of 60,000 · 24,000/s",
    );
  });

  test("is coloured only where colours are wanted", () => {
    expect(progressLine(STATE, 120, paintColour)).toContain("\u001b[32m█");
    expect(progressLine(STATE, 120, paintPlain)).not.toContain("\u001b");
  });
});

describe("on a terminal", () => {
  function open() {
    const screen = { text: "", now: 0 };
    const progress = new TerminalProgress({
      write: (text) => {
        screen.text += text;
      },
      columns: () => 50,
      paint: paintPlain,
      now: () => screen.now,
    });
    return { screen, progress };
  }

  test("work of less than a second shows nothing", () => {
    const { screen, progress } = open();
    progress.stage("Reading articles:", 10);
    for (screen.now = 0; screen.now < 1000; screen.now += 50) progress.show();
    progress.clear();
    expect(screen.text).toBe("");
  });

  test("longer work shows a line that is written over, not erased first, ten times a second at most", () => {
    const { screen, progress } = open();
    progress.stage("Reading articles:", 100);
    for (screen.now = 0; screen.now < 2000; screen.now += 10) {
      if (screen.now % 20 === 0) progress.step();
      progress.show();
    }
    const lines = screen.text.split("\r").slice(1);
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.length).toBeLessThanOrEqual(10);
    for (const line of lines) {
      expect(line.startsWith("Reading articles: ") && line.endsWith(`${ESCAPE}[K`)).toBe(true);
    }
    progress.clear();
    expect(screen.text.endsWith("\r\u001b[K")).toBe(true);
    progress.clear();
    expect(screen.text.endsWith("\u001b[K\r\u001b[K")).toBe(true);
  });

  test("what does not change is not written again, and what was hidden comes back", () => {
    const { screen, progress } = open();
    progress.stage("Looking for articles:");
    screen.now = 1500;
    progress.show();
    const once = screen.text;
    screen.now = 1700;
    progress.show();
    expect(screen.text).toBe(once);
    progress.hide();
    screen.now = 1900;
    progress.show();
    expect(screen.text).toBe(`${once}\r\u001b[K${once}`);
  });
});

const SCRIPT = process.platform === "linux" && spawnSync("script", ["--version"]).error === undefined;

function terminalRun(command: string, folder: string): string {
  const { stdout } = spawnSync("script", ["-qec", command, "/dev/null"], {
    cwd: folder,
    encoding: "utf8",
    input: "",
    env: { PATH: process.env.PATH ?? "", TERM: "xterm" },
    maxBuffer: 1 << 27,
  });
  return stdout;
}

// Joined from parts, because no pattern should hold a control character.
const ESCAPE = "\u001b";
const LINE = new RegExp(["\r((?:Looking|Reading|Linting)[^\r\n]*?)", "\\[K"].join(ESCAPE), "g");
const OVERWRITTEN = new RegExp(["\r[^\r\n]*", "\\[K"].join(ESCAPE), "g");
const PAINT = new RegExp(["", "\\[[0-9;]*m"].join(ESCAPE), "g");

describe.skipIf(!SCRIPT)("in a pseudo terminal", () => {
  const more = Array.from({ length: 300 }, () => "The box is is counted.");
  const files = Object.fromEntries(
    Array.from({ length: 3000 }, (_, at) => `Q${990000 + at}`).map((id) => [
      pagePath(id),
      damagedPage({ id, title: `HOWTO: Count Box ${id.slice(1)}`, more }),
    ]),
  );

  test("is shown, fits, and leaves nothing behind in the results", async () => {
    const archive = openArchive(files);
    // Without its compiler Node is slow enough on every machine.
    const program = `stty cols 72; '${process.execPath}' --no-expose-wasm --jitless '${await kblintBundle()}' --threads 1`;
    const seen = terminalRun(`${program} .`, archive.path);
    const lines = [...seen.matchAll(LINE)].map(([, line = ""]) => line.replace(PAINT, ""));
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(line.length).toBeLessThan(72);
    const left = seen.replace(OVERWRITTEN, "").replace(PAINT, "").replaceAll("\r", "");
    // Into a pipe there is none, however long it takes.
    const { output, errors } = await kblint(["--threads", "1", "."], { folder: archive.path });
    expect(errors).toBe("");
    expect(left.length).toBe(output.length);
    expect(left === output).toBe(true);
  });
});
