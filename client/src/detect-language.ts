// Articles in files that VS Code takes for Markdown or plain text: found by content, never by claiming .txt or .md.
import { languages, type TextDocument, workspace } from "vscode";
import { articleSign } from "../../server/src/protocol/article-sign.ts";
import { ARTICLE_LANGUAGE, HOST_LANGUAGES, PAGE_LANGUAGE } from "./names.ts";

const HEAD_LINES = 20;
// A reader who switches back by hand is not overruled.
const switched = new Set<string>();

/** Whether a document has one of our own languages. */
export function isArticleLanguage(languageId: string): boolean {
  return languageId === ARTICLE_LANGUAGE || languageId === PAGE_LANGUAGE;
}

/** Whether a Markdown or plain text document is an article by its first lines. */
export function looksLikeArticle(document: TextDocument): boolean {
  return HOST_LANGUAGES.includes(document.languageId) && signOf(document) !== undefined;
}

function signOf(document: TextDocument): "page" | "text" | undefined {
  const lines = Array.from(
    { length: Math.min(HEAD_LINES, document.lineCount) },
    (_, line) => document.lineAt(line).text,
  );
  return articleSign(lines.join("\n"));
}

/** Gives an article its language, once a document and only where the setting allows it. */
export async function switchLanguage(document: TextDocument): Promise<void> {
  const key = document.uri.toString();
  const allowed = workspace.getConfiguration("kb", document.uri).get<boolean>("detect.enabled", true);
  if (!allowed || switched.has(key)) return;
  switched.add(key);
  const language = signOf(document) === "page" ? PAGE_LANGUAGE : ARTICLE_LANGUAGE;
  await languages.setTextDocumentLanguage(document, language);
}
