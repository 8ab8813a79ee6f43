// `kblint undo FILE`: takes a fix run back, byte for byte, by the bundle that it wrote. Running it again changes nothing.
// Later work is not lost: what was changed since the run is left alone and named.
import { dirname } from "node:path";
import type { CommandLine } from "../command-line.ts";
import type { Environment } from "../environment.ts";
import { EXIT_CLEAN, EXIT_FAILURE, RunFailure, UsageError } from "../exit.ts";
import { sweepFolder } from "../files/draft-file.ts";
import { absolute, shown } from "../files/paths.ts";
import { checkBundle, filesIn, type Kept, type KeptFile } from "../fix/read-bundle.ts";
import { restore, stateOf } from "../fix/restore.ts";
import { counted } from "../open-archives.ts";
import { runSteps } from "../progress.ts";
import { printable } from "../terminal.ts";

/** Runs the subcommand; gives the exit code. */
export async function undo(line: CommandLine, environment: Environment): Promise<number> {
  const [written] = line.operands;
  if (written === undefined || line.operands.length > 1) {
    throw new UsageError("kblint undo needs one file: kblint undo FILE, as given to kblint fix --backup FILE");
  }
  const bundle = absolute(environment.workingFolder, written);
  const kept: Kept[] = [];
  environment.progress.stage("Checking the backup:");
  await runSteps(counted(checkBundle(bundle, kept), environment), environment.progress);
  for (const folder of new Set(kept.map(({ path }) => dirname(path)))) sweepFolder(folder);
  const undoing = new Undoing(environment, line.options.has("force"));
  environment.progress.stage("Restoring articles:", kept.length);
  await runSteps(counted(undoing.run(bundle), environment), environment.progress);
  environment.progress.clear();
  return undoing.finish();
}

/** Counts what becomes of the files. */
class Undoing {
  readonly #environment: Environment;
  readonly #force: boolean;
  readonly #troubles: string[] = [];
  #restored = 0;
  #already = 0;
  #changed = 0;

  constructor(environment: Environment, force: boolean) {
    this.#environment = environment;
    this.#force = force;
  }

  *run(bundle: string): Generator<void> {
    for (const file of filesIn(bundle)) {
      try {
        this.#take(file);
      } catch (error) {
        if (!(error instanceof RunFailure)) throw error;
        this.#troubles.push(`${this.#nameOf(file)}: not restored: ${error.message}`);
      }
      yield;
    }
  }

  #take(file: KeptFile): void {
    const state = stateOf(file);
    if (state === "restored") this.#already++;
    else if (state === "fixed" || this.#force) {
      restore(file, state);
      this.#restored++;
      this.#environment.output.write(`${printable(this.#nameOf(file))}: restored\n`);
    } else {
      this.#changed++;
      this.#troubles.push(
        `${this.#nameOf(file)}: not restored: ${state === "missing" ? "removed" : "changed"} since the fix`,
      );
    }
  }

  #nameOf({ path }: Kept): string {
    return shown(this.#environment.workingFolder, path);
  }

  /** Says what was done; gives the exit code. */
  finish(): number {
    const { note, output } = this.#environment;
    for (const trouble of this.#troubles) note(`kblint: ${printable(trouble)}`);
    if (this.#changed > 0) {
      note("kblint: --force restores these too; what was done to them since is lost then");
    }
    const already = this.#already > 0 ? `, ${this.#already} as before already` : "";
    const left = this.#troubles.length > 0 ? `, ${this.#troubles.length} not restored` : "";
    output.write(`${this.#restored} ${this.#restored === 1 ? "file" : "files"} restored${already}${left}.\n`);
    return this.#troubles.length > 0 ? EXIT_FAILURE : EXIT_CLEAN;
  }
}
