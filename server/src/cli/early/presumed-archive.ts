// The archive as it looks from one article at its usual place, while most others are still unread: its number is its
// own, its title nobody else's, and its counterpart where counterparts are. Whoever asks for more has come too early.
import type { ArchiveView, KnownArticle } from "../../lint/rule.ts";
import { articleTitle } from "../../model/facts.ts";
import type { Article, Container } from "../../syntax/article.ts";
import type { FileSettings } from "../archive-settings.ts";
import { otherContainer, type Place, placeOf } from "../files/article-place.ts";

/** Thrown at a rule that asks what nobody can know yet. */
export class TooEarly extends Error {}

// Thousands are thrown, and nobody looks at where.
const TOO_EARLY = new TooEarly();

/** As much of a place as counts. */
export type NumberedPlace = Pick<Place, "number" | "container">;

/** What is presumed of a whole archive. */
export interface Presumptions {
  /** The URI of a file by its path relative to the root. */
  uriOf(path: string): string;
  /** Whether a file stands at the usual place of an article's counterpart. */
  hasOther(place: NumberedPlace): boolean;
  textOf(path: string): string | undefined;
  /** The numbers of which page and raw text say the same. */
  readonly soundPairs: Set<string>;
  /** Called when a rule asks for others of the same title. */
  titlesMatter(): void;
  /** What the raw texts will be found to agree on. */
  boilerplate(): string | undefined;
}

/** An article whose text claims the number of its place, and the settings in force for it. */
export interface PlacedArticle {
  readonly place: Place;
  readonly article: Article;
  readonly settings: Pick<FileSettings, "archive" | "boilerplate">;
}

/** The rules' view. Of the real archive only what settings say is asked. */
export class PresumedArchive implements ArchiveView {
  readonly #presumptions: Presumptions;
  readonly #own: PlacedArticle;

  constructor(presumptions: Presumptions, own: PlacedArticle) {
    this.#presumptions = presumptions;
    this.#own = own;
  }

  isRegistered(id: string): boolean | undefined {
    return this.#own.settings.archive.isRegistered(id);
  }

  supersededBy(id: string): string | undefined {
    return this.#own.settings.archive.supersededBy(id);
  }

  find(id: string): readonly KnownArticle[] {
    if (id !== this.#own.place.id) throw TOO_EARLY;
    return this.#files();
  }

  sameTitle(title: string): readonly KnownArticle[] {
    if (title !== articleTitle(this.#own.article)) throw TOO_EARLY;
    this.#presumptions.titlesMatter();
    return this.#files();
  }

  counterpart(id: string, container: Container): string | undefined {
    const { place } = this.#own;
    if (id !== place.id || container !== place.container) throw TOO_EARLY;
    if (!this.#presumptions.hasOther(place)) return undefined;
    return this.#presumptions.textOf(placeOf(id, otherContainer(place)));
  }

  get soundPairs(): Set<string> {
    return this.#presumptions.soundPairs;
  }

  boilerplate(): string | undefined {
    return this.#own.settings.boilerplate ?? this.#presumptions.boilerplate();
  }

  #files(): readonly KnownArticle[] {
    const { place } = this.#own;
    const own = new PresumedFile(this.#presumptions, place.id, place.container);
    if (!this.#presumptions.hasOther(place)) return [own];
    const other = new PresumedFile(this.#presumptions, place.id, otherContainer(place));
    return place.container === "page" ? [own, other] : [other, own];
  }
}

// A file of which nothing but the place is known yet.
class PresumedFile implements KnownArticle {
  readonly id: string;
  readonly container: Container;
  readonly #presumptions: Presumptions;

  constructor(presumptions: Presumptions, id: string, container: Container) {
    this.id = id;
    this.container = container;
    this.#presumptions = presumptions;
  }

  get uri(): string {
    return this.#presumptions.uriOf(placeOf(this.id, this.container));
  }

  get title(): string {
    throw TOO_EARLY;
  }
}
