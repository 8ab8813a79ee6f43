// SARIF 2.1.0: what code scanning services and viewers read.
// Results go out as files come, so that the memory does not grow with the number of findings.
import type { MakeReporter } from "./reporter.ts";
import { sarifHead, sarifTail } from "./sarif/frame.ts";
import { sarifResults } from "./sarif/result.ts";

/** A SARIF log of one run. */
export const sarifReporter: MakeReporter = (output, _paint, { workingFolder }) => {
  let before = "";
  const begin = (): void => {
    if (before === "") output.write(sarifHead());
  };
  return {
    render: (report) => [...sarifResults(report, workingFolder)].join(",\n"),
    add: (text) => {
      begin();
      output.write(`${before}\n${text}`);
      before = ",";
    },
    end: ({ files }, ending) => {
      begin();
      output.write(sarifTail(files, ending));
    },
  };
};
