// Reads a report from its file and tells which format it has by its content.
// Names decide nothing but whether an empty file may be a clean report.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { RunFailure, systemReason } from "../exit.ts";
import { decodeJson, decodeLines } from "./decode-json.ts";
import { decodeSarif, isSarif, type SarifShard } from "./decode-sarif.ts";
import { noReport, type ShardReport } from "./shard-report.ts";

/** A report in either of the two shapes that are joined. */
export type Shard = { readonly json: ShardReport } | { readonly sarif: SarifShard };

/** Reads the report of a file; throws {@link RunFailure} for anything else. */
export function readShard(workingFolder: string, name: string): Shard {
  const text = readText(workingFolder, name);
  // A clean run in lines writes nothing, but so does a run that never began.
  if (text.trim() === "" && !/\.(jsonl|ndjson)$/i.test(name)) {
    throw noReport(name, "the file is empty; did the run that should have written it fail?");
  }
  const value = parseWhole(text);
  if (value !== undefined && isSarif(value)) return { sarif: decodeSarif(name, value) };
  if (value !== undefined && !isOneLine(value)) return { json: decodeJson(name, value) };
  if (value === undefined && /^\{\s*"(schema|\$schema)"/.test(text)) {
    throw noReport(name, "the report is cut off or damaged; was the run that wrote it killed?");
  }
  return { json: decodeLines(name, text) };
}

function readText(workingFolder: string, name: string): string {
  try {
    return readFileSync(resolve(workingFolder, name), "utf8").replace(/^\ufeff/, "");
  } catch (error) {
    throw new RunFailure(`${name}: ${systemReason(error)}`);
  }
}

function parseWhole(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

// A report in lines that has a single line is one JSON object too.
function isOneLine(value: unknown): boolean {
  return typeof value === "object" && value !== null && "path" in value && "diagnostics" in value;
}
