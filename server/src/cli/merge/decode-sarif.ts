// Reads SARIF logs that kblint wrote; only what joining needs is looked at, the results go on as they are.
// Logs of another version are refused: their results count the rules differently.

import type { Failure } from "../reporters/reporter.ts";
import { SARIF_VERSION, TOOL } from "../reporters/sarif/frame.ts";
import { pathOfUri } from "../reporters/sarif/location.ts";
import { VERSION } from "../version.ts";
import { isCount, type Members, membersOf } from "./decode-json.ts";
import { noReport } from "./shard-report.ts";

/** A file's SARIF results, with what decides the exit code. */
export interface SarifFile {
  readonly path: string;
  readonly levels: string[];
  /** The results as JSON, to the byte as they were written. */
  readonly texts: string[];
}

/** A shard's SARIF log. */
export interface SarifShard {
  readonly name: string;
  readonly files: readonly SarifFile[];
  readonly linted: number;
  readonly failures: readonly Failure[];
}

/** Whether a JSON value looks like a SARIF log. */
export function isSarif(value: unknown): boolean {
  const log = membersOf(value);
  return log !== undefined && Array.isArray(log.runs) && "version" in log;
}

/** Decodes a SARIF log. */
export function decodeSarif(name: string, value: unknown): SarifShard {
  const log = membersOf(value) ?? {};
  if (log.version !== SARIF_VERSION) {
    throw noReport(name, `SARIF ${JSON.stringify(log.version)}, but this kblint reads ${SARIF_VERSION} only`);
  }
  const runs: unknown[] = Array.isArray(log.runs) ? log.runs : [];
  const [run] = runs.map(membersOf);
  const driver = membersOf(membersOf(run?.tool)?.driver);
  if (runs.length !== 1 || !run || driver?.name !== TOOL) throw noReport(name, `no SARIF log of one run of ${TOOL}`);
  if (driver.semanticVersion !== VERSION) {
    throw noReport(name, `written by kblint ${String(driver.semanticVersion)}, but this is ${VERSION}`);
  }
  const results: unknown[] = Array.isArray(run.results) ? run.results : [];
  const invocation = membersOf(Array.isArray(run.invocations) ? run.invocations[0] : undefined);
  const linted = membersOf(invocation?.properties)?.files;
  if (!invocation || !isCount(linted)) throw noReport(name, "the log does not say how its run ended; was it killed?");
  return { name, files: filesOf(results, name), linted, failures: failuresOf(invocation) };
}

function filesOf(results: readonly unknown[], name: string): SarifFile[] {
  const files = new Map<string, SarifFile>();
  for (const [at, value] of results.entries()) {
    const result = membersOf(value);
    const uri = uriOf(result);
    if (typeof result?.level !== "string" || uri === undefined) {
      throw noReport(`${name}: result ${at + 1}`, "not as kblint writes it");
    }
    const path = pathOfUri(uri);
    const file = files.get(path) ?? { path, levels: [], texts: [] };
    file.levels.push(result.level);
    file.texts.push(JSON.stringify(value));
    files.set(path, file);
  }
  return [...files.values()];
}

function uriOf(holder: Members | undefined): string | undefined {
  const location = membersOf(Array.isArray(holder?.locations) ? holder.locations[0] : undefined);
  const uri = membersOf(membersOf(location?.physicalLocation)?.artifactLocation)?.uri;
  return typeof uri === "string" ? uri : undefined;
}

// A shard without an article of its own is no failure, so only notifications about files go on.
function failuresOf({ toolExecutionNotifications: list }: Members): Failure[] {
  return (Array.isArray(list) ? list : []).flatMap((item: unknown) => {
    const notification = membersOf(item);
    const uri = uriOf(notification);
    const reason = membersOf(notification?.properties)?.reason;
    return uri !== undefined && typeof reason === "string" ? { path: pathOfUri(uri), reason } : [];
  });
}
