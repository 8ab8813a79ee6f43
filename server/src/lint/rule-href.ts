// The address of a rule's page: reports link it, and so do the diagnostics of editors.
// The pages themselves are written to docs/rules by the code generator.

/** The project's own address. */
export const PROJECT_URL = "https://github.com/kb-author/kb-author";

/** The page of a rule. */
export function ruleHref(id: string): string {
  return `${PROJECT_URL}/blob/main/docs/rules/${id}.md`;
}
