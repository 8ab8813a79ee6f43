// The formats by name. A new one is a file beside this one and a line in the table.
import { didYouMean } from "../command-line.ts";
import { UsageError } from "../exit.ts";
import { jsonLinesReporter, jsonReporter } from "./json.ts";
import type { MakeReporter } from "./reporter.ts";
import { stylishReporter } from "./stylish.ts";

const FORMATS: ReadonlyMap<string, MakeReporter> = new Map([
  ["stylish", stylishReporter],
  ["json", jsonReporter],
  ["jsonl", jsonLinesReporter],
]);
const PLANNED: readonly string[] = ["sarif", "junit", "github", "gitlab"];

/** The names of the formats. */
export const FORMAT_NAMES: readonly string[] = [...FORMATS.keys()];

/** The reporter of a format; throws {@link UsageError} for an unknown one. */
export function findFormat(name: string): MakeReporter {
  const format = FORMATS.get(name);
  if (format) return format;
  if (PLANNED.includes(name)) throw new UsageError(`--format ${name} is not in this version yet`);
  throw new UsageError(
    `--format must be one of ${FORMAT_NAMES.join(", ")}, not ${name}${didYouMean(name, FORMAT_NAMES)}`,
  );
}
