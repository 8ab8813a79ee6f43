// The vocabularies that ship with the product, unpacked from the generated data when first asked for.
// Each list is unpacked by itself: an archive's run never needs the technology tokens.
import type { KnownToken, Taxonomy, Vocabulary } from "./taxonomy.ts";
import { KEYWORD_LINES, PRODUCT_LINES, TECHNOLOGY_LINES } from "./taxonomy-data.generated.ts";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** The built-in vocabularies; always the same object. */
export function builtInTaxonomy(): Taxonomy {
  builtIn ??= new BuiltInTaxonomy();
  return builtIn;
}

let builtIn: Taxonomy | undefined;

class BuiltInTaxonomy implements Taxonomy {
  #products: ReadonlyMap<string, string> | undefined;
  #productNames: ReadonlySet<string> | undefined;
  #letters: ReadonlyMap<string, string> | undefined;
  #keywords: Vocabulary | undefined;
  #technologies: Vocabulary | undefined;

  get products(): ReadonlyMap<string, string> {
    this.#products ??= new Map(PRODUCT_LINES.split("\n").map(splitAtBlank));
    return this.#products;
  }

  get productNames(): ReadonlySet<string> {
    this.#productNames ??= new Set(this.products.values());
    return this.#productNames;
  }

  get keywords(): Vocabulary {
    this.#keywords ??= unpack(KEYWORD_LINES, this.letterOf);
    return this.#keywords;
  }

  get technologies(): Vocabulary {
    this.#technologies ??= unpack(TECHNOLOGY_LINES, this.letterOf);
    return this.#technologies;
  }

  /** A product's letter in the data: its place in the list of products. */
  readonly letterOf = (product: string): string | undefined => {
    this.#letters ??= new Map([...this.products.keys()].map((code, at) => [code, LETTERS.charAt(at)]));
    return this.#letters.get(product);
  };
}

type LetterOf = (product: string) => string | undefined;

// Only the token itself is cut out here; what is known of it is read when asked for.
function unpack(lines: string, letterOf: LetterOf): Vocabulary {
  const tokens = new Map<string, KnownToken>();
  for (let start = 0; start < lines.length; ) {
    let end = lines.indexOf("\n", start);
    if (end < 0) end = lines.length;
    const token = lines.slice(start, lines.indexOf(" ", start));
    tokens.set(token, new BuiltInToken(token, lines.slice(start + token.length + 1, end), letterOf));
    start = end + 1;
  }
  return tokens;
}

class BuiltInToken implements KnownToken {
  readonly token: string;
  // The count, and behind a blank letter and digit by turns: a product and the binary logarithm of its articles.
  readonly #use: string;
  readonly #letterOf: LetterOf;

  constructor(token: string, use: string, letterOf: LetterOf) {
    this.token = token;
    this.#use = use;
    this.#letterOf = letterOf;
  }

  get count(): number {
    return Number.parseInt(this.#use, 10);
  }

  usesIn(product: string): number {
    const letter = this.#letterOf(product);
    const blank = this.#use.indexOf(" ");
    if (letter === undefined || blank < 0) return 0;
    for (let at = blank + 1; at < this.#use.length; at += 2) {
      if (this.#use.charAt(at) === letter) return 2 ** Number.parseInt(this.#use.charAt(at + 1), 36);
    }
    return 0;
  }
}

function splitAtBlank(line: string): [string, string] {
  const blank = line.indexOf(" ");
  return [line.slice(0, blank), line.slice(blank + 1)];
}
