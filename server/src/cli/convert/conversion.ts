// One article into the other container, as bytes: or why that cannot be done without losing some of its text.
import { encodeText, encodeWindows1252 } from "../../host/encode.ts";
import type { ConversionLoss } from "../../model/convert-loss.ts";
import { lossesOfPage, lossesOfText } from "../../model/convert-losses.ts";
import { convertPageToText, type TextSurroundings } from "../../model/convert-page-to-text.ts";
import { convertTextToPage } from "../../model/convert-text-to-page.ts";
import { articleId } from "../../model/facts.ts";
import type { Article, Container } from "../../syntax/article.ts";
import { isArticleId } from "../../syntax/article-id.ts";
import { parseIfArticle } from "../../syntax/parse-article.ts";

/** Why there is nothing to convert: no article, the wanted container already, or a dialect that has no raw texts. */
export type LeftOut = "no-article" | "already" | "no-raw-text";

/** What became of an input. */
export type Conversion =
  | { readonly kind: "converted"; readonly id: string; readonly bytes: Uint8Array; readonly losses: ConversionLoss[] }
  | { readonly kind: LeftOut }
  | { readonly kind: "failed"; readonly reason: string };

/** Converts a text; the surroundings are asked for only where there is something to convert. */
export function convertArticle(text: string, to: Container, surroundings: () => TextSurroundings): Conversion {
  const article = parseIfArticle(text);
  if (!article) return { kind: "no-article" };
  if (article.container === to) return { kind: "already" };
  if (article.dialect === "mspl") return { kind: "no-raw-text" };
  const id = articleId(article);
  const reason = whyNot(article, id);
  if (id === undefined || reason !== undefined) return failed(reason ?? "");
  const around = surroundings();
  if (to === "page") {
    const bytes = Buffer.from(convertTextToPage(article), "utf8");
    return { kind: "converted", id, bytes, losses: lossesOfText(article, around) };
  }
  const bytes = encodeText(convertPageToText(article, around), ASCII, "windows-1252");
  if (!bytes) return failed("its characters beyond ASCII would be read as others in a raw text");
  return { kind: "converted", id, bytes, losses: lossesOfPage(article, around) };
}

const ASCII = { name: "ascii", mark: false } as const;

function failed(reason: string): Conversion {
  return { kind: "failed", reason };
}

function whyNot(article: Article, id: string | undefined): string | undefined {
  const [conflict] = article.conflicts;
  if (conflict) return `an unresolved merge conflict begins in line ${conflict.firstLine + 1}`;
  if (id === undefined) return "it says no article number";
  if (!isArticleId(id)) return `${id} is no article number (Q and five or six digits)`;
  return strangeCharacter(article);
}

// Raw texts are Windows-1252, and pages write the bytes of that code page: for other characters neither has a way.
function strangeCharacter({ source }: Article): string | undefined {
  for (const match of source.text.matchAll(/[\u0100-\u{10ffff}]/gu)) {
    const [character] = match;
    if (encodeWindows1252(character)) continue;
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    const line = source.lineAt(match.index) + 1;
    return `line ${line} has “${character}” (U+${code}), which the raw texts' code page, Windows-1252, does not have`;
  }
  return undefined;
}
