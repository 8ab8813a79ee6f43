// Lines that quote the title of another article: what is wrong with the words there is reference-title's finding,
// for its fix restores them all at once.
import type { RuleContext } from "./rule.ts";

/** Whether a line quotes the title of an article that the archive holds. */
export function quotesKnownTitle(context: RuleContext, line: number): boolean {
  const reference = context.references.find((candidate) => candidate.line === line && candidate.title !== undefined);
  return reference !== undefined && (context.archive?.find(reference.id).length ?? 0) > 0;
}
