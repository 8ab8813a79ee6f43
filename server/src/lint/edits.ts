// The few edits that fixes are made of. They keep the text's own line breaks and the TAB of page body lines.
import type { Article } from "../syntax/article.ts";
import type { Span } from "../text/span.ts";
import type { TextEdit } from "../text/text-edit.ts";
import type { Fix } from "./rule.ts";

/** Replaces a span. */
export function replaceSpan(at: Span, newText: string): TextEdit {
  return { span: at, newText };
}

/** What a body line begins with: a TAB in pages, nothing in raw texts. */
export function linePrefix(article: Article): string {
  return article.container === "page" ? "\t" : "";
}

/** Inserts whole body lines above a line; prefix and line breaks are added. */
export function insertLines(article: Article, line: number, texts: readonly string[]): TextEdit {
  const written = texts.map((text) => linePrefix(article) + text);
  return insertRawLines(article, line, written);
}

/** Inserts whole lines above a line as they are; only the line breaks are added. */
export function insertRawLines(article: Article, line: number, texts: readonly string[]): TextEdit {
  const { source } = article;
  const lineBreak = source.lineBreak;
  if (line < source.lineCount) {
    const at = source.start(line);
    return { span: { start: at, end: at }, newText: texts.map((text) => text + lineBreak).join("") };
  }
  const end = source.text.length;
  return { span: { start: end, end }, newText: texts.map((text) => lineBreak + text).join("") };
}

/** Deletes the lines `[from, to)` with their line breaks. */
export function deleteLines(article: Article, from: number, to: number): TextEdit {
  const { source } = article;
  const start = source.start(from);
  if (to < source.lineCount) return { span: { start, end: source.start(to) }, newText: "" };
  return { span: { start: from > 0 ? source.end(from - 1) : start, end: source.text.length }, newText: "" };
}

/** The lines `[from, to)` with their line breaks, as written. */
export function linesText(article: Article, from: number, to: number): string {
  return article.source.text.slice(article.source.start(from), article.source.start(to));
}

/** A line's own text: without TAB prefix and line break, with its trailing blanks. */
export function contentSpan(article: Article, line: number): Span {
  return { start: article.contents[line] ?? 0, end: article.source.end(line) };
}

/** A line's own text without blanks around it; an empty span at the line's content where it is blank. */
export function trimmedSpan(article: Article, line: number): Span {
  const { text } = article.source;
  let { start, end } = contentSpan(article, line);
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  return { start, end };
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

/** A fix that restores the right text. */
export function safeFix(title: string, ...edits: readonly TextEdit[]): Fix {
  return { title, safety: "safe", edits };
}

/** A fix that needs the author's eye; never run on save. */
export function unsafeFix(title: string, ...edits: readonly TextEdit[]): Fix {
  return { title, safety: "unsafe", edits };
}
