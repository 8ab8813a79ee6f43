// Reads files in the background and summarises the articles among them, in short slices.
// Knows nothing of what the summaries are for.
import type { ScanProgress } from "../host/folder-indexer.ts";
import type { Host } from "../host/host.ts";
import { type ArticleSummary, summarizeArticle } from "../model/article-summary.ts";
import { parseIfArticle } from "../syntax/parse-article.ts";
import type { Pace } from "./pace.ts";

// So many files are asked for at once where the client reads them; on a local disk it makes no difference.
const AHEAD = 16;

/** The URIs of candidates below a folder. */
export async function listCandidates(host: Host, folder: string, pace: Pace): Promise<string[]> {
  const found: string[] = [];
  for (const uri of await host.listFiles(folder)) {
    if (uri !== undefined) found.push(uri);
    if (pace.due) await pace.rest();
  }
  return found;
}

/** The summaries of files; `undefined` for those that hold no article. */
export async function readSummaries(
  host: Host,
  uris: readonly string[],
  pace: Pace,
  onProgress: (progress: ScanProgress) => void = () => {},
): Promise<Map<string, ArticleSummary | undefined>> {
  const summaries = new Map<string, ArticleSummary | undefined>();
  let articles = 0;
  for (let from = 0; from < uris.length; from += AHEAD) {
    const chunk = uris.slice(from, from + AHEAD);
    const reads = chunk.map((uri) => host.readText(uri));
    const texts = reads.some((read) => read instanceof Promise) ? await Promise.all(reads) : reads;
    for (const [at, uri] of chunk.entries()) {
      const text = texts[at];
      const summary = typeof text === "string" ? summaryOf(text) : undefined;
      if (summary) articles++;
      summaries.set(uri, summary);
    }
    if (!pace.due) continue;
    onProgress({ done: from + chunk.length, total: uris.length, articles });
    await pace.rest();
  }
  return summaries;
}

/** The summary of a text; `undefined` where it is no article. */
export function summaryOf(text: string): ArticleSummary | undefined {
  const article = parseIfArticle(text);
  return article && summarizeArticle(article);
}
