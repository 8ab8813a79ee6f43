// The address of a rule's page, as reports link it.
// The server's diagnostics link the same pages; a test holds the two together.

/** The project's own address. */
export const PROJECT_URL = "https://github.com/kb-author/kb-author";

/** The page of a rule. */
export function ruleHref(id: string): string {
  return `${PROJECT_URL}/blob/main/docs/rules/${id}.md`;
}
