// Runs kblint as its users do: the bundled program in a process of its own, with arguments, input and environment.
// The bundle is made once a test process, so that tests never run against an old build in dist/.
import { spawn, spawnSync } from "node:child_process";
import { bundleOnce } from "../harness/bundle.ts";

/** The path of the bundled program. */
export async function kblintBundle(): Promise<string> {
  await bundleOnce("main.lint-worker.ts", "kblint-worker.js");
  await bundleOnce("main.read-worker.ts", "kblint-reader.js");
  return bundleOnce("main.cli.ts", "kblint.js");
}

/** What a run left behind. */
export interface Outcome {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** The circumstances of a run. */
export interface Circumstances {
  readonly folder: string;
  readonly input?: string | Uint8Array;
  readonly variables?: Readonly<Record<string, string>>;
}

/** Runs kblint to its end. */
export async function kblint(words: readonly string[], { folder, input, variables }: Circumstances): Promise<Outcome> {
  const file = await kblintBundle();
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...words], {
    cwd: folder,
    input: input ?? "",
    encoding: "utf8",
    env: { PATH: process.env.PATH ?? "", ...variables },
    maxBuffer: 1 << 28,
  });
  return { code: status, output: stdout, errors: stderr };
}

/** Starts kblint with its output closed after the first bytes, or interrupted at its first message; gives its exit code. */
export async function kblintInterrupted(
  words: readonly string[],
  folder: string,
  how: "close output" | "interrupt",
): Promise<Outcome> {
  const file = await kblintBundle();
  const child = spawn(process.execPath, [file, ...words], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  let errors = "";
  child.stderr.on("data", (chunk: Buffer) => {
    errors += chunk.toString();
  });
  if (how === "close output") child.stdout.once("data", () => child.stdout.destroy());
  else child.stderr.once("data", () => child.kill("SIGINT"));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, output: "", errors };
}

/** Starts kblint and kills it with no warning as soon as `now` says so; gives whether it was still running then. */
export async function kblintKilled(words: readonly string[], folder: string, now: () => boolean): Promise<boolean> {
  const file = await kblintBundle();
  const child = spawn(process.execPath, [file, ...words], { cwd: folder, stdio: "ignore" });
  const ended = new Promise<boolean>((resolve) => child.once("close", (code) => resolve(code === null)));
  while (child.exitCode === null && !now()) await new Promise((resolve) => setTimeout(resolve, 1));
  child.kill("SIGKILL");
  return ended;
}

/** Runs kblint and gives its output as bytes. */
export async function kblintBytes(
  words: readonly string[],
  { folder, input }: Circumstances,
): Promise<{ readonly code: number | null; readonly output: Buffer; readonly errors: string }> {
  const { status, stdout, stderr } = spawnSync(process.execPath, [await kblintBundle(), ...words], {
    cwd: folder,
    input: input ?? "",
    env: { PATH: process.env.PATH ?? "" },
  });
  return { code: status, output: stdout, errors: stderr.toString("utf8") };
}

/** A finding as `--format json` writes it. */
export interface JsonDiagnostic {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
  readonly fix: "safe" | "unsafe" | null;
}

/** The object that `--format json` writes. */
export interface JsonOutput {
  readonly schema: number;
  readonly summary: Readonly<Record<string, number>>;
  readonly results: readonly { readonly path: string; readonly diagnostics: readonly JsonDiagnostic[] }[];
}

/** Parses what `--format json` wrote. */
export function parseOutput(text: string): JsonOutput {
  return JSON.parse(text) as JsonOutput;
}
