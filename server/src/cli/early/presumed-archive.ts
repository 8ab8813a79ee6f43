// The archive as it looks from one article at its usual place, while most others are still unread: what stands at a
// number's places has that number, and nothing else has; the article's title is nobody else's. Whoever asks for more has
// come too early.
import type { ArchiveView, KnownArticle } from "../../lint/rule.ts";
import { articleTitle } from "../../model/facts.ts";
import type { Article, Container } from "../../syntax/article.ts";
import type { FileSettings } from "../archive-settings.ts";
import { otherContainer, type Place, placeOf } from "../files/article-place.ts";
import { BIT_OF } from "./number-bits.ts";

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
  /** What stands at a number's usual places, as bits. */
  standsAt(number: number): number;
  /** Notes that a rule asked for another number than its article's own. */
  relyOn(number: number): void;
  /** The title of the article at its usual place. */
  titleAt(place: Place): string | undefined;
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
    const number = Number(id.slice(1));
    if (number !== this.#own.place.number) this.#presumptions.relyOn(number);
    const bits = this.#presumptions.standsAt(number);
    const found: KnownArticle[] = [];
    for (const container of CONTAINERS) {
      if ((bits & BIT_OF[container]) !== 0) found.push(new PresumedFile(this.#presumptions, { id, number, container }));
    }
    return found;
  }

  sameTitle(title: string): readonly KnownArticle[] {
    if (title !== articleTitle(this.#own.article)) throw TOO_EARLY;
    this.#presumptions.titlesMatter();
    return this.find(this.#own.place.id);
  }

  counterpart(id: string, container: Container): string | undefined {
    const { place } = this.#own;
    if (id !== place.id || container !== place.container) throw TOO_EARLY;
    const other = otherContainer(place);
    if ((this.#presumptions.standsAt(place.number) & BIT_OF[other]) === 0) return undefined;
    return this.#presumptions.textOf(placeOf(id, other));
  }

  get soundPairs(): Set<string> {
    return this.#presumptions.soundPairs;
  }

  boilerplate(): string | undefined {
    return this.#own.settings.boilerplate ?? this.#presumptions.boilerplate();
  }
}

const CONTAINERS: readonly Container[] = ["page", "text"];

// A file of which nothing but the place is known until somebody asks for its title.
class PresumedFile implements KnownArticle {
  readonly id: string;
  readonly container: Container;
  readonly #presumptions: Presumptions;
  readonly #place: Place;

  constructor(presumptions: Presumptions, place: Place) {
    this.id = place.id;
    this.container = place.container;
    this.#presumptions = presumptions;
    this.#place = place;
  }

  get uri(): string {
    return this.#presumptions.uriOf(placeOf(this.id, this.container));
  }

  get title(): string {
    const title = this.#presumptions.titleAt(this.#place);
    if (title === undefined) throw TOO_EARLY;
    return title;
  }
}
