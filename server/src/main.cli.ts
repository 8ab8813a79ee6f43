// The entry point of `kblint`: connects the process to the commands and ends it with their exit code.
// The exit code is set, not forced, so that output still on its way arrives.
import { existsSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { setEngineFlags } from "./cli/engine-flags.ts";
import type { Environment } from "./cli/environment.ts";
import { removeDrafts, StreamOutput } from "./cli/output.ts";
import { type Progress, SILENT, TerminalProgress } from "./cli/progress.ts";
import { runCommand } from "./cli/run-command.ts";
import { choosePaint } from "./cli/terminal.ts";
import type { CalendarDate } from "./model/calendar-date.ts";

setEngineFlags();

const STDIN = 0;
const STDOUT = 1;
const STDERR = 2;
const USUAL_COLUMNS = 80;
// What shells give for a process that a signal ended: 128 and the signal's number.
const SIGNALS = [
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const;

// Messages are best effort: where even standard error is gone, there is nobody left to tell.
function writeError(text: string): void {
  try {
    writeSync(STDERR, text);
  } catch {}
}

// Whoever copies the one file somewhere still has everything but threads.
function threadProgram(name: string): string | undefined {
  const program = join(__dirname, name);
  return existsSync(program) ? program : undefined;
}

function today(): CalendarDate {
  const now = new Date();
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
}

// Terminals without a way back to the line's beginning get no line.
function progressOn(stream: NodeJS.WriteStream): Progress {
  if (stream.isTTY !== true || process.env.TERM === "dumb") return SILENT;
  const noColor = process.argv.includes("--no-color");
  return new TerminalProgress({
    write: writeError,
    columns: () => stream.columns || USUAL_COLUMNS,
    paint: choosePaint({ noColor, environment: process.env, isTerminal: true }),
    now: () => performance.now(),
  });
}

const progress = progressOn(process.stderr);
let interruptCode: (() => number) | undefined;

const environment: Environment = {
  workingFolder: process.cwd(),
  variables: process.env,
  output: new StreamOutput(STDOUT, undefined, () => progress.hide()),
  outputIsTerminal: process.stdout.isTTY === true,
  progress,
  today: today(),
  program: __filename,
  lintWorker: threadProgram("kblint-worker.js"),
  reader: threadProgram("kblint-reader.js"),
  readInput: () => readFileSync(STDIN),
  onInterrupt: (code) => {
    interruptCode = code;
  },
  note: (line) => {
    progress.hide();
    writeError(`${line}\n`);
  },
};

for (const [signal, code] of SIGNALS) {
  process.once(signal, () => {
    environment.progress.clear();
    removeDrafts();
    process.exit(signal === "SIGINT" && interruptCode ? interruptCode() : code);
  });
}

void runCommand(process.argv.slice(2), environment).then((code) => {
  process.exitCode = code;
});
