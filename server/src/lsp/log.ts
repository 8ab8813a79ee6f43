// Where the server says what went wrong: the client's log, nothing else.
// Work outside a request runs guarded, because a throw in a timer would end the process (RELIABILITY P3).

/** The client's log. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** What went wrong, for the log. */
export function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Runs work whose failure must not end anything else. */
export function guarded(log: Log, what: string, work: () => unknown): void {
  const failed = (error: unknown): void => log.error(`${what} failed: ${describeError(error)}`);
  try {
    const result = work();
    if (result instanceof Promise) result.catch(failed);
  } catch (error) {
    failed(error);
  }
}
