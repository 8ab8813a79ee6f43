// What the rules ask the archive while they look at one article, and what the archive answers, as a digest.
// The same questions with the same answers about the same text give the same findings.
import type { ArchiveView, KnownArticle } from "../../lint/rule.ts";
import type { Article } from "../../syntax/article.ts";
import { digestOf } from "./digest.ts";

const SEPARATOR = "\n";
const NOTHING_ASKED = digestOf("");

/** The digest of an article's file in the other container: "" where there is none, `undefined` where it is not known. */
export type CounterpartDigest = (id: string, container: Article["container"]) => string | undefined;

/** The archive as rules see it, with the questions written down. */
export class QuestionedArchive implements ArchiveView {
  /** The texts that answers brought. */
  readonly texts: string[] = [];
  readonly #archive: ArchiveView;
  readonly #asked = new Set<string>();

  constructor(archive: ArchiveView) {
    this.#archive = archive;
  }

  find(id: string): readonly KnownArticle[] {
    this.#asked.add(`f${id}`);
    return this.#archive.find(id);
  }

  isRegistered(id: string): boolean | undefined {
    this.#asked.add(`r${id}`);
    return this.#archive.isRegistered(id);
  }

  supersededBy(id: string): string | undefined {
    this.#asked.add(`s${id}`);
    return this.#archive.supersededBy(id);
  }

  sameTitle(title: string): readonly KnownArticle[] {
    this.#asked.add(`t${title}`);
    return this.#archive.sameTitle?.(title) ?? [];
  }

  counterpart(id: string, container: Article["container"]): string | undefined {
    this.#asked.add(`${container === "page" ? "p" : "x"}${id}`);
    const text = this.#archive.counterpart?.(id, container);
    if (text !== undefined) this.texts.push(text);
    return text;
  }

  boilerplate(): string | undefined {
    this.#asked.add("b");
    const text = this.#archive.boilerplate?.();
    if (text !== undefined) this.texts.push(text);
    return text;
  }

  /** All questions as one text; `undefined` where one cannot be written down. */
  get questions(): string | undefined {
    for (const question of this.#asked) if (question.includes(SEPARATOR)) return undefined;
    return [...this.#asked].join(SEPARATOR);
  }
}

/** Where answers come from. */
export interface Answerer {
  readonly archive: ArchiveView;
  readonly counterpart: CounterpartDigest;
}

/** The archive's answers to questions, as a digest; `undefined` where a file is not known well enough to tell. */
export function digestOfAnswers(questions: string, from: Answerer): string | undefined {
  if (questions === "") return NOTHING_ASKED;
  let answers = "";
  for (const question of questions.split(SEPARATOR)) {
    const answer = answerTo(question, from);
    if (answer === undefined) return undefined;
    answers += answer;
    answers += SEPARATOR;
  }
  return digestOf(answers);
}

function answerTo(question: string, { archive, counterpart }: Answerer): string | undefined {
  const subject = question.slice(1);
  switch (question[0]) {
    case "f":
      return articles(archive.find(subject));
    case "t":
      return articles(archive.sameTitle?.(subject) ?? []);
    case "r":
      return String(archive.isRegistered(subject));
    case "s":
      return JSON.stringify(archive.supersededBy(subject) ?? null);
    case "b":
      return JSON.stringify(archive.boilerplate?.() ?? null);
    case "p":
      return counterpart(subject, "page");
    case "x":
      return counterpart(subject, "text");
    default:
      return undefined;
  }
}

function articles(found: readonly KnownArticle[]): string {
  let answer = String(found.length);
  for (const { id, title, uri, container = "", root = "" } of found) {
    answer += `${SEPARATOR}${JSON.stringify([id, title, uri, container, root])}`;
  }
  return answer;
}
