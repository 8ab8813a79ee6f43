// kb/replaceCitations: the one edit that cites another article in the place of one, deletes one, or does both.
import { RequestType } from "vscode-languageserver";
import type { FileEdits } from "../../features/refactor-edit.ts";
import { removeFromIndexPage } from "../../features/refactor-index-page.ts";
import { replaceCitations } from "../../features/refactor-replace.ts";
import { shortPath } from "../../features/rename.ts";
import { type EditResult, REPLACE_CITATIONS, type ReplaceCitationsParams } from "../../protocol/protocol.ts";
import { Refusal } from "../dispatch.ts";
import { archivesOf, indexPages } from "../refactoring/archive-files.ts";
import { type NamedArticle, namedArticle } from "../refactoring/article-scope.ts";
import { editArticles, editTexts } from "../refactoring/edit-files.ts";
import { type WorkspaceChange, workspaceEdit } from "../refactoring/workspace-change.ts";
import type { RequestContext } from "../request-context.ts";
import { type RequestFeature, requestFeature } from "../request-feature.ts";

/** The request to replace citations. */
export const replaceCitationsRequest: RequestFeature = requestFeature(
  new RequestType<ReplaceCitationsParams, EditResult, void>(REPLACE_CITATIONS),
  () => ({}),
  async (context, params): Promise<EditResult> => {
    const old = await namedArticle(context, { id: params?.id, uri: params?.uri });
    if (!old) throw new Refusal(`${JSON.stringify(params?.id ?? null)} is not an article number.`);
    const by = params.by === undefined || params.by === null ? undefined : await substitute(context, old, params.by);
    const remove = params.remove === true;
    const citing = old.scope.citing.filter((uri) => !old.scope.files.includes(uri));
    const texts = by ? await editArticles(context, citing, (article) => replaceCitations(article, old, by)) : [];
    const entries = remove ? await indexEntries(context, old) : [];
    const deletions = remove ? old.scope.files : [];
    warnOfFiles(context, deletions);
    const edit = workspaceEdit(context, { texts: [...texts, ...entries], deletions, labels: labelsOf(old, by) });
    const left = by
      ? context.workspace.index.index.citing(old.id).filter(({ entry }) => isIn(by, entry.uri)).length
      : 0;
    return { edit, places: countPlaces(texts), files: texts.length, left };
  },
);

function isIn({ scope }: NamedArticle, uri: string): boolean {
  return scope.files.includes(uri);
}

// A citation of an article that is not there helps no reader.
async function substitute(context: RequestContext, old: NamedArticle, typed: string): Promise<NamedArticle> {
  const by = await namedArticle(context, { id: typed, uri: old.scope.files[0] ?? old.scope.citing[0] });
  if (!by) throw new Refusal(`“${String(typed).slice(0, 40)}” is not an article number.`);
  if (by.id === old.id) throw new Refusal(`${by.id} is the article that is cited now. Name another one.`);
  if (by.scope.files.length === 0) throw new Refusal(`${by.id} is not in this archive. Name an article that is.`);
  return by;
}

async function indexEntries(context: RequestContext, { id, scope }: NamedArticle): Promise<FileEdits[]> {
  const pages = await indexPages(context, archivesOf(context, [...scope.files, ...scope.citing]));
  return editTexts(context, pages, (text) => removeFromIndexPage(text, id));
}

function warnOfFiles({ messages, support }: RequestContext, deletions: readonly string[]): void {
  if (deletions.length === 0 || support.deleteFiles) return;
  messages.warn(
    `This editor lets nobody delete files in an edit. Please delete ${deletions.map(shortPath).join(", ")}.`,
  );
}

function countPlaces(texts: readonly FileEdits[]): number {
  let places = 0;
  for (const { edits, source } of texts) {
    // A number and the title behind it are one place.
    places += edits.filter(({ span }) => /^[Qq]\d/.test(source.text.slice(span.start, span.start + 2))).length;
  }
  return places;
}

function labelsOf(old: NamedArticle, by: NamedArticle | undefined): WorkspaceChange["labels"] {
  return {
    citations: { label: "Citations", description: by ? `${old.id} → ${by.id}` : old.id },
    archive: { label: "Index pages", description: old.id },
    files: { label: "Files", description: old.id },
  };
}
