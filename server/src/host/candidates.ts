// Which files may be articles, by name alone, so that listing, watching and the client's search agree.
// Whether a candidate is an article is told by its content.

const CANDIDATE = /\.(?:txt|md)$/i;

/** Whether a file of this name may be an article. */
export function isCandidateName(name: string): boolean {
  return CANDIDATE.test(name);
}

/** Folders that are never entered: hidden ones, which hold tools' data, and installed packages. */
export function isSkippedFolder(name: string): boolean {
  return name.startsWith(".") || name === "node_modules";
}

/** Whether a file below a workspace folder may be an article; both are URIs in normal form. */
export function isCandidateUri(uri: string, folder: string): boolean {
  if (!CANDIDATE.test(uri)) return false;
  const segments = uri.slice(folder.length + 1).split("/");
  segments.pop();
  return !segments.some(isSkippedFolder);
}
