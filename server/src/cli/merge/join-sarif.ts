// Joins SARIF logs: the results go on to the byte, under one head that lists the rules once.
// Head and end are written by the reporter's own code, so a joined log is that of one run to the byte.
import type { Output } from "../output.ts";
import type { Failure } from "../reporters/reporter.ts";
import { sarifHead, sarifTail } from "../reporters/sarif/frame.ts";
import type { SarifFile, SarifShard } from "./decode-sarif.ts";
import { joinFiles } from "./join.ts";

/** What joined logs say. */
export interface JoinedLog {
  readonly files: readonly SarifFile[];
  readonly linted: number;
  readonly errors: number;
  readonly warnings: number;
  readonly failures: readonly Failure[];
}

/** Joins logs; throws a failure where they overlap. */
export function joinLogs(shards: readonly SarifShard[], workingFolder: string): JoinedLog {
  const files = joinFiles(
    shards.map(({ name, files: items }) => ({ name, items })),
    workingFolder,
  );
  const levels = files.flatMap((file) => file.levels);
  return {
    files,
    linted: shards.reduce((sum, shard) => sum + shard.linted, 0),
    errors: levels.filter((level) => level === "error").length,
    warnings: levels.filter((level) => level === "warning").length,
    failures: shards.flatMap((shard) => shard.failures),
  };
}

/** Writes joined logs as one. */
export function writeLog({ files, linted, failures }: JoinedLog, exitCode: number, output: Output): void {
  output.write(sarifHead());
  let before = "";
  for (const text of files.flatMap((file) => file.texts)) {
    output.write(`${before}\n${text}`);
    before = ",";
  }
  output.write(sarifTail(linted, { exitCode, failures }));
}
