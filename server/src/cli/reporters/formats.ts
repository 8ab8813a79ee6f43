// The formats by name. A new one is a file beside this one and a line in the table.
import { didYouMean } from "../command-line.ts";
import { UsageError } from "../exit.ts";
import { githubReporter } from "./github.ts";
import { gitlabReporter } from "./gitlab.ts";
import { jsonLinesReporter, jsonReporter } from "./json.ts";
import { junitReporter } from "./junit.ts";
import type { MakeReporter } from "./reporter.ts";
import { sarifReporter } from "./sarif.ts";
import { stylishReporter } from "./stylish.ts";

const FORMATS: ReadonlyMap<string, MakeReporter> = new Map([
  ["stylish", stylishReporter],
  ["json", jsonReporter],
  ["jsonl", jsonLinesReporter],
  ["sarif", sarifReporter],
  ["junit", junitReporter],
  ["github", githubReporter],
  ["gitlab", gitlabReporter],
]);

/** The names of the formats. */
export const FORMAT_NAMES: readonly string[] = [...FORMATS.keys()];

/** The reporter of a format; throws {@link UsageError} for an unknown one. */
export function findFormat(name: string): MakeReporter {
  const format = FORMATS.get(name);
  if (format) return format;
  throw new UsageError(
    `--format must be one of ${FORMAT_NAMES.join(", ")}, not ${name}${didYouMean(name, FORMAT_NAMES)}`,
  );
}
