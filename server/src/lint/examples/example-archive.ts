// The archive that rule examples run in: the sound articles, and what an example adds to them.
// Its files lie under the scheme `test:`, named by number and container.
import type { Container } from "../../syntax/article.ts";
import type { ArchiveView, KnownArticle, RuleExample } from "../rule.ts";
import { type BuiltExample, buildExample } from "./build-example.ts";
import { BUG_ARTICLE, HOWTO_ARTICLE, MSPL_PAGE } from "./sound-articles.ts";

const SOUND: readonly KnownArticle[] = [
  known("Q900100", /^TITLE {3}:(.*)$/m.exec(BUG_ARTICLE)?.[1]),
  known("Q900101", /^TITLE {3}:(.*)$/m.exec(HOWTO_ARTICLE)?.[1]),
  known("Q90102", /^## Q90102: (.*)$/m.exec(MSPL_PAGE)?.[1]),
];

function known(id: string, title = ""): KnownArticle {
  return { id, title, uri: `test:/${id}` };
}

/** The URI of a built example's file. */
export function exampleUri(built: BuiltExample): string {
  return `test:/${/Q\d{5,6}/.exec(built.path)?.[0] ?? ""}`;
}

/** The archive around an example. */
export function exampleArchive(example: RuleExample): ArchiveView {
  const { others = [], superseded = {}, counterpart } = example.archive ?? {};
  const all = [...SOUND, ...others];
  return {
    find: (id) => all.filter((article) => article.id === id),
    isRegistered: () => undefined,
    supersededBy: (id) => superseded[id],
    sameTitle: (title) => all.filter((article) => article.title === title),
    counterpart: (_, container) => counterpart && otherFile(example, container, counterpart),
  };
}

function otherFile(
  { base = "bug", title }: RuleExample,
  container: Container,
  changes: readonly (readonly [string, string])[],
): string | undefined {
  const other = container === "page" ? "text" : "page";
  return buildExample({ title, base, container: other, also: changes })[0]?.text;
}
