// A new article as bytes, and what the rules for new articles say of it in the archive that it is for.
// It is not in the archive's index yet, so that it is no duplicate of itself.
import { encodeText } from "../../host/encode.ts";
import { RULES } from "../../lint/registry.generated.ts";
import { runRules } from "../../lint/run-rules.ts";
import type { Container } from "../../syntax/article.ts";
import { parseArticle } from "../../syntax/parse-article.ts";
import { UsageError } from "../exit.ts";
import { placeOf } from "../files/article-place.ts";
import { join } from "../files/paths.ts";
import type { KnownArchive } from "./known-archive.ts";
import { pageSkeleton, rawTextSkeleton, type SkeletonParts } from "./skeleton.ts";

/** A new article. */
export interface DraftArticle {
  readonly id: string;
  readonly container: Container;
  readonly text: string;
  readonly bytes: Uint8Array;
}

/** Writes an article. Throws {@link UsageError} where a raw text cannot hold its characters. */
export function draftArticle(parts: SkeletonParts, container: Container): DraftArticle {
  const { id } = parts;
  const text = container === "page" ? pageSkeleton(parts) : rawTextSkeleton(parts).replaceAll("\n", "\r\n");
  const encoding = container === "page" ? "utf-8" : "windows-1252";
  const bytes = encodeText(text, { name: "ascii", mark: false }, encoding);
  if (bytes) return { id, container, text, bytes };
  throw new UsageError("the title has characters that raw texts (Windows-1252) do not have");
}

/** Something that the rules have to say. */
export interface DraftFinding {
  readonly text: string;
  /** Whether the article must not be made as it is. */
  readonly isGrave: boolean;
}

/** What the rules say of it, each thing once; hints are for those who write on. */
export function findingsOf({ id, container, text }: DraftArticle, archive: KnownArchive): DraftFinding[] {
  const path = placeOf(id, container);
  const { lint, archive: view } = archive.settingsOf(path);
  const whole = join(archive.root, path);
  const article = parseArticle(text, container);
  const findings = runRules(RULES, { article, path: whole, uri: archive.index.uriOf(path), archive: view }, lint);
  const texts = new Map<string, boolean>();
  for (const { message, rule, severity } of findings) {
    if (severity !== "hint") texts.set(`${message} (${rule})`, severity !== "information");
  }
  return [...texts].map(([said, isGrave]) => ({ text: said, isGrave }));
}
