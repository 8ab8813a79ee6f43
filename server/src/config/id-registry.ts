// The registry of all article numbers there are, as a text file: one number a line.
// Other words on a line are left to the registry's owner; lines without a number are skipped.

const NUMBER = /^\s*(Q[1-9]\d{4,5})\b/;

/** The numbers of a registry file. */
export function parseIdRegistry(text: string): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const line of text.split(/\r?\n/)) {
    const id = NUMBER.exec(line)?.[1];
    if (id !== undefined) ids.add(id);
  }
  return ids;
}
