// What a conversion tells: warnings with file and line as they come, and at the end how many articles became what.
import type { ConversionLoss } from "../../model/convert-loss.ts";
import type { Container } from "../../syntax/article.ts";
import type { Environment } from "../environment.ts";
import { printable } from "../terminal.ts";
import type { LeftOut } from "./conversion.ts";
import type { Placed } from "./destination.ts";

const REASONS: Readonly<Record<LeftOut, string>> = {
  "no-article": "not an article",
  already: "it has the wanted form already",
  "no-raw-text": "articles of the Programmer's Library have no raw text",
};

/** Counts, and says what has to be said at once. */
export class ConvertReport {
  /** Inputs that could not be converted or placed. */
  failures = 0;
  readonly #leftOut: Record<LeftOut, number> = { "no-article": 0, already: 0, "no-raw-text": 0 };
  readonly #placed: Record<Placed, number> = { written: 0, replaced: 0, unchanged: 0 };
  readonly #environment: Environment;
  #warnings = 0;
  #saidNoDisclaimer = false;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /** The number of articles converted. */
  get converted(): number {
    return this.#placed.written + this.#placed.replaced + this.#placed.unchanged;
  }

  /** Counts a result with what it lacks. */
  add(path: string, placed: Placed, losses: readonly ConversionLoss[]): void {
    this.#placed[placed]++;
    for (const { kind, line, message } of losses) {
      this.#warnings++;
      this.#note(`${path}:${line + 1}: warning: ${message} (${kind})`);
    }
  }

  /** Notes an input that failed. */
  fail(path: string, reason: string): void {
    this.failures++;
    this.#note(`kblint: ${path}: not converted: ${reason}`);
  }

  /** Notes an input that the user named and that is left out. */
  skip(path: string, reason: string): void {
    this.#note(`kblint: ${path}: skipped: ${reason}`);
  }

  /** Counts an input with nothing to convert, and says so of one that the user named. */
  leaveOut(path: string, kind: LeftOut, isNamed: boolean, reason: string = REASONS[kind]): void {
    this.#leftOut[kind]++;
    if (isNamed) this.skip(path, reason);
  }

  /** Whether there were articles, but all in the wanted container. */
  get hasOnlyDone(): boolean {
    return this.converted === 0 && this.failures === 0 && this.#leftOut.already > 0;
  }

  /** Says once that raw texts lack their disclaimer. */
  noDisclaimer(): void {
    if (this.#saidNoDisclaimer) return;
    this.#saidNoDisclaimer = true;
    this.#note(
      "kblint: warning: raw texts are written without the disclaimer, because nothing here tells what it says; name a file " +
        "with it as “boilerplate” in kb.config.json, or convert in an archive that has raw texts",
    );
  }

  /** The totals, for people. */
  summary(to: Container): string {
    const { written, replaced, unchanged } = this.#placed;
    const rest = [replaced > 0 ? `${replaced} replaced` : "", unchanged > 0 ? `${unchanged} there already` : ""];
    const parts = [`${written} written`, ...rest.filter((part) => part !== "")];
    const lines = [
      `${plural(this.converted, "article")} converted to ${to === "page" ? "pages" : "raw texts"}: ${parts.join(", ")}.`,
    ];
    if (this.#leftOut.already > 0) {
      lines.push(
        `${plural(this.#leftOut.already, "article")} left out: ${to === "page" ? "pages" : "raw texts"} already.`,
      );
    }
    if (this.#leftOut["no-raw-text"] > 0) {
      lines.push(
        `${plural(this.#leftOut["no-raw-text"], "article")} left out: the Programmer's Library has no raw texts.`,
      );
    }
    if (this.#warnings > 0) lines.push(`${plural(this.#warnings, "warning")}.`);
    if (this.failures > 0) lines.push(`${plural(this.failures, "file")} not converted.`);
    return `${lines.join("\n")}\n`;
  }

  #note(line: string): void {
    this.#environment.progress.clear();
    this.#environment.note(printable(line));
  }
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
