// Texts for SARIF's messages, which viewers search for links.
// Braces stay single, as in every tool's logs: viewers fill in placeholders only where there are arguments.

/** A plain text message; an article's words must not become a link to somewhere. */
export function messageOf(text: string): { readonly text: string } {
  return { text: text.replaceAll("](", "] (") };
}
