// A workspace in memory for feature tests: the files of a fixture, parsed and indexed, without any server.
// Says places by their mark where they have one, else by path, line, column and text.

import type { ArchiveState, Snapshot } from "../../src/features/snapshot.ts";
import { ArticleIndex } from "../../src/index/article-index.ts";
import { type Citation, summarizeArticle } from "../../src/model/article-summary.ts";
import type { Article } from "../../src/syntax/article.ts";
import { parseArticle, parseIfArticle } from "../../src/syntax/parse-article.ts";
import type { Span } from "../../src/text/span.ts";
import type { Fixture } from "./fixture.ts";

const ROOT = "test:/";

/** The files of a fixture as a workspace. */
export class MemoryWorkspace {
  readonly index: ArticleIndex;
  readonly #fixture: Fixture;
  readonly #articles = new Map<string, Article>();

  constructor(fixture: Fixture) {
    this.#fixture = fixture;
    for (const [path, text] of fixture.files) {
      const article = parseIfArticle(text) ?? parseArticle(text, path.endsWith(".md") ? "page" : "text");
      this.#articles.set(ROOT + path, article);
    }
    this.index = ArticleIndex.empty.with(
      new Map([...this.#articles].map(([uri, article]) => [uri, summarizeArticle(article)])),
    );
  }

  /** The article of a file. */
  article(uri: string): Article | undefined {
    return this.#articles.get(uri);
  }

  /** The snapshot for the file with the cursor, or the first one. */
  snapshot(archive: ArchiveState = "ready"): Snapshot {
    const path = this.#fixture.cursor?.path ?? [...this.#fixture.files.keys()][0] ?? "";
    const article = this.#articles.get(ROOT + path);
    if (!article) throw new Error("a fixture needs a file");
    return { uri: ROOT + path, path: `/${path}`, article, archive, inArchive: true, index: this.index };
  }

  /** The cursor's offset. */
  get offset(): number {
    if (!this.#fixture.cursor) throw new Error("a fixture for this feature needs a cursor (‸)");
    return this.#fixture.cursor.offset;
  }

  /** The span of a citation in a file. */
  spanOf(uri: string, { line, character, length }: Citation): Span {
    const start = this.#articles.get(uri)?.source.offsetAt({ line, character }) ?? 0;
    return { start, end: start + length };
  }

  /** A place as golden sections write it. */
  place(uri: string, span: Span): string {
    const path = uri.slice(ROOT.length);
    const mark = this.#fixture.marks.find(
      (one) => one.path === path && one.span.start === span.start && one.span.end === span.end,
    );
    if (mark) return `⟦${mark.name}⟧`;
    const source = this.#articles.get(uri)?.source;
    const { line, character } = source?.positionAt(span.start) ?? { line: 0, character: 0 };
    const text = source?.text.slice(span.start, span.end) ?? "";
    return `${path}:${line + 1}:${character + 1} ${JSON.stringify(text)}`;
  }
}
