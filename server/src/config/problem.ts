// What can be wrong with a settings file, as data with a place in its text.
// Both the command line and the server show these; neither ever goes on as if the file were sound.

/** Something wrong in a settings file: `start` and `end` are UTF-16 offsets in its text. */
export interface ConfigProblem {
  readonly message: string;
  /** An `error` stops `kblint` with exit code 2; a `warning` is only shown. */
  readonly severity: "error" | "warning";
  readonly start: number;
  readonly end: number;
}
