// Tells the author that a deleted article is still cited, and offers what can be done about it.
// Silent where our own command deletes: it has shown the citations beforehand.
import { type Disposable, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { CITATIONS_LEFT, type CitationsLeft } from "../../server/src/protocol/protocol.ts";
import { applyOffer, askCitations, askReplacement, withServer } from "./article-requests.ts";
import { askSubstitute } from "./ask-substitute.ts";
import { showCitations } from "./show-citations.ts";

const SHOW = "Show Citations";
const REPLACE = "Replace Citations…";
const expected = new Set<string>();

/** Deletes an article without being told of its citations once more. */
export async function withoutNotice<T>(id: string, work: () => Promise<T>): Promise<T> {
  expected.add(id);
  try {
    return await work();
  } finally {
    expected.delete(id);
  }
}

/** Listens for deletions until disposed. */
export function tellCitationsLeft(client: BaseLanguageClient): Disposable {
  return client.onNotification(CITATIONS_LEFT, (left: CitationsLeft) => void tell(client, left));
}

async function tell(client: BaseLanguageClient, left: CitationsLeft): Promise<void> {
  const articles = left.articles.filter(({ id }) => !expected.has(id));
  if (articles.length === 0) return;
  const choice = await window.showWarningMessage(left.message, SHOW, REPLACE);
  const id = choice === undefined ? undefined : await chosen(articles);
  if (id === undefined) return;
  if (choice === SHOW) {
    const citations = await askCitations(client, { id });
    if (citations) await showCitations(client, citations);
  } else
    await withServer(
      () => client,
      () => replaceCitations(client, id),
    );
}

async function chosen(articles: CitationsLeft["articles"]): Promise<string | undefined> {
  if (articles.length < 2) return articles[0]?.id;
  const items = articles.map(({ id, title, articles: count }) => ({
    label: id,
    description: title,
    detail: `cited by ${count}`,
  }));
  return (await window.showQuickPick(items, { title: "Deleted Articles That Are Still Cited" }))?.label;
}

async function replaceCitations(client: BaseLanguageClient, id: string): Promise<void> {
  const by = await askSubstitute(client, id);
  if (by !== undefined) await applyOffer(client, await askReplacement(client, { id, by }));
}
