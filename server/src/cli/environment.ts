// Everything outside that a command may use, as one value that tests and commands share.
// Commands get it as a parameter; none reaches for the process itself.
import type { CalendarDate } from "../model/calendar-date.ts";
import type { Output } from "./output.ts";
import type { Progress } from "./progress.ts";

/** The world as a command sees it. */
export interface Environment {
  readonly workingFolder: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly output: Output;
  readonly outputIsTerminal: boolean;
  readonly progress: Progress;
  readonly today: CalendarDate;
  /** The running program's file. */
  readonly program: string;
  /** The program of lint workers; `undefined` where there are none. */
  readonly lintWorker: string | undefined;
  /** The program of reading threads; `undefined` where there is none. */
  readonly reader: string | undefined;
  /** All of standard input. */
  readInput(): Buffer;
  /** Sets what Ctrl+C ends the process with, where that is not the usual 130. */
  onInterrupt(code: () => number): void;
  /** A line for the user, on standard error. */
  note(line: string): void;
}
