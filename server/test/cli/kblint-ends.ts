// Runs of kblint that end in an unusual way: output into a special file, and signals at a chosen moment.
import { spawn, spawnSync } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { kblintBundle } from "./kblint.ts";

/** How a run ended. */
export interface End {
  readonly code: number | null;
  readonly errors: string;
}

/** Runs kblint with its standard output going into a file, such as a full device. */
export async function kblintInto(file: string, words: readonly string[], folder: string): Promise<End> {
  const bundle = await kblintBundle();
  const descriptor = openSync(file, "w");
  try {
    const { status, stderr } = spawnSync(process.execPath, [bundle, ...words], {
      cwd: folder,
      stdio: ["ignore", descriptor, "pipe"],
      encoding: "utf8",
    });
    return { code: status, errors: stderr };
  } finally {
    closeSync(descriptor);
  }
}

/** A signal, and the moment to send it. */
export interface SignalPlan {
  readonly signal: NodeJS.Signals;
  when(): boolean;
}

/** Starts kblint and sends it a signal as soon as the moment has come. */
export async function kblintSignalled(
  words: readonly string[],
  folder: string,
  { signal, when }: SignalPlan,
): Promise<End> {
  const bundle = await kblintBundle();
  const child = spawn(process.execPath, [bundle, ...words], { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  let errors = "";
  child.stderr.on("data", (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  while (child.exitCode === null && !when()) await new Promise((resolve) => setTimeout(resolve, 1));
  child.kill(signal);
  return { code: await ended, errors };
}
