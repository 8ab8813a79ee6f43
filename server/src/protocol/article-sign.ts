// How an article's first lines give it away: for the client, which decides before any server runs.
// The server's own test (syntax/detect-container.ts) is thorough; this one must only never claim other files.

const PAGE = /^---\n(?:[a-z]+:.*\n)*?title: "?Q\d{5,6}: .*\n(?:[a-z]+:.*\n)*?---\n/;
const TEXT = /^DOCUMENT:Q\d{5,6}\b/;

/** The container that the first lines (joined by LF) belong to, or `undefined` for other files. */
export function articleSign(head: string): "page" | "text" | undefined {
  if (TEXT.test(head)) return "text";
  return PAGE.test(head) ? "page" : undefined;
}
