// textDocument/typeDefinition: from a keyword, technology or product to the kb.config.json that declares it.
// Built-in words stand in no file, and get no answer.
import { type Location, type LocationLink, TypeDefinitionRequest } from "vscode-languageserver";
import { taxonomyEntry } from "../../config/taxonomy-entry.ts";
import { type VocabularyWord, vocabularyWordAt } from "../../features/type-definition.ts";
import { uriBelow } from "../../host/uris.ts";
import { SourceText } from "../../text/source-text.ts";
import type { RequestContext } from "../request-context.ts";
import { type RequestFeature, requestFeature } from "../request-feature.ts";
import { toRange } from "../to-lsp.ts";

/** The type definition request. */
export const typeDefinitionRequest: RequestFeature = requestFeature(
  TypeDefinitionRequest.type,
  () => ({ typeDefinitionProvider: true }),
  async (context, params): Promise<Location | LocationLink[] | null> => {
    const place = context.place(params);
    const word = place && vocabularyWordAt(place.snapshot.article, place.offset);
    const entry = word && (await entryOf(context, place.document.key, word));
    if (!entry) return null;
    if (!context.support.typeDefinitionLinks) return entry;
    const originSelectionRange = toRange(place.snapshot.article.source, word.span);
    const { uri: targetUri, range } = entry;
    return [{ originSelectionRange, targetUri, targetRange: range, targetSelectionRange: range }];
  },
);

// Settings of inner folders go before those of outer ones; open editors stand for their files.
async function entryOf(
  { workspace }: RequestContext,
  uri: string,
  word: VocabularyWord,
): Promise<Location | undefined> {
  const config = workspace.configuration.archives.of(uri);
  if (!config) return undefined;
  const { path, root } = config;
  const holding = root.files.filter((file) => path.startsWith(file.slice(0, file.lastIndexOf("/") + 1)));
  for (const file of holding.sort((a, b) => b.length - a.length)) {
    const key = uriBelow(root.root, file);
    const text = workspace.documents.at(key)?.text ?? (await root.readList(file)) ?? "";
    const entry = taxonomyEntry(text, word.list, word.word);
    if (entry) return { uri: workspace.clientUri(key), range: toRange(new SourceText(text), entry) };
  }
  return undefined;
}
