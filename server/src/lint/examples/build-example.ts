// Makes the article of a rule example: a sound article with the example's passages replaced.
import { convertTextToPage } from "../../model/convert-text-to-page.ts";
import type { Container } from "../../syntax/article.ts";
import { parseArticle } from "../../syntax/parse-article.ts";
import type { RuleExample } from "../rule.ts";
import { BUG_ARTICLE, HOWTO_ARTICLE, MSPL_PAGE } from "./sound-articles.ts";

/** An example made ready: its text, the sound one it came from, and where it lies. */
export interface BuiltExample {
  readonly container: Container;
  readonly text: string;
  readonly sound: string;
  readonly path: string;
}

/**
 * Builds an example in each container it holds for; raw texts have CR LF, as the archive's have.
 * Throws where a passage to replace does not occur exactly once: the example is wrong then.
 */
export function buildExample(example: RuleExample): BuiltExample[] {
  if (example.base === "mspl") return [build(example, "page", MSPL_PAGE)];
  const sound = example.base === "howto" ? HOWTO_ARTICLE : BUG_ARTICLE;
  const page = convertTextToPage(parseArticle(sound, "text"));
  if (example.container === "page") return [build(example, "page", page)];
  if (example.container === "text") return [build(example, "text", sound)];
  const inText = build(example, "text", sound);
  const changed = replaceAllOnce(sound, example);
  const inPage = {
    container: "page" as const,
    text: convertTextToPage(parseArticle(changed, "text")),
    sound: page,
    path: example.path ?? pathOf(sound, "page"),
  };
  return [inText, inPage];
}

function build(example: RuleExample, container: Container, sound: string): BuiltExample {
  const changed = replaceAllOnce(sound, example);
  const crlf = (text: string): string => (container === "text" ? text.replaceAll("\n", "\r\n") : text);
  return { container, text: crlf(changed), sound: crlf(sound), path: example.path ?? pathOf(sound, container) };
}

function pathOf(sound: string, container: Container): string {
  const id = /Q\d{5,6}/.exec(sound)?.[0] ?? "Q900100";
  const folder = id.slice(1, -3).padStart(3, "0");
  return container === "page" ? `kb/${folder}/${id}/README.md` : `txt/${folder}/${id}.TXT`;
}

function replaceAllOnce(sound: string, example: RuleExample): string {
  const pairs = [...(example.also ?? [])];
  if (example.replace !== undefined) pairs.unshift([example.replace, example.by ?? ""]);
  let text = sound;
  for (const [from, to] of pairs) {
    const at = text.indexOf(from);
    if (at < 0 || text.indexOf(from, at + 1) >= 0) {
      throw new Error(`example "${example.title}": ${JSON.stringify(from)} does not occur exactly once`);
    }
    text = text.slice(0, at) + to + text.slice(at + from.length);
  }
  return text;
}
