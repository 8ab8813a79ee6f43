// The command line of `kblint new` as values, each checked: what is missing or misspelt is refused with the way out.
import { nearest } from "../../base/edit-distance.ts";
import type { KnownToken, Taxonomy } from "../../model/taxonomy.ts";
import type { Container } from "../../syntax/article.ts";
import { type CommandLine, didYouMean, optionValue } from "../command-line.ts";
import { UsageError } from "../exit.ts";
import { oneOf } from "../run-options.ts";
import { type ArticleKind, articleKind, KIND_WORDS } from "./article-kind.ts";

/** What the user asks for. */
export interface NewOptions {
  readonly kind: ArticleKind;
  /** As the user wrote it. */
  readonly title: string;
  /** A product's code or name, not looked up yet. */
  readonly product: string;
  readonly keywords: readonly string[];
  readonly technology: readonly string[] | undefined;
  readonly versions: string;
  readonly author: string | undefined;
  readonly container: Container | undefined;
  readonly out: string | undefined;
  readonly isWritten: boolean;
}

const EXAMPLE = 'kblint new --type bug --product sna --title "Print Queue Stops After a Restart"';
// No platform, and a version that every author sees to be none.
const ANY_VERSION = ":1.0";

/** Reads the options. Throws {@link UsageError}. */
export function readNewOptions(line: CommandLine): NewOptions {
  const [operand] = line.operands;
  if (operand !== undefined) {
    throw new UsageError(`kblint new takes no path such as ${operand}; a title of several words needs quotation marks`);
  }
  const out = optionValue(line, "out");
  const isWritten = line.options.has("write") || out !== undefined;
  if (out !== undefined && line.options.has("write")) throw new UsageError("--write and --out DIR exclude each other");
  const to = optionValue(line, "to");
  return {
    kind: kindOf(wanted(line, "type")),
    title: wanted(line, "title"),
    product: wanted(line, "product"),
    keywords: words(optionValue(line, "keywords")) ?? [],
    technology: words(optionValue(line, "technology")),
    versions: optionValue(line, "versions") ?? ANY_VERSION,
    author: optionValue(line, "author"),
    container: to === undefined ? undefined : oneOf("to", to, ["page", "text"] as const),
    out,
    isWritten,
  };
}

function wanted(line: CommandLine, name: "type" | "title" | "product"): string {
  const value = optionValue(line, name);
  if (value === undefined) throw new UsageError(`kblint new needs --${name}: ${EXAMPLE}`);
  if (/[^ -~\u00a0-\uffff]/.test(value)) throw new UsageError(`--${name} must be a single line of text`);
  return value.trim();
}

function kindOf(word: string): ArticleKind {
  const kind = articleKind(word);
  if (kind) return kind;
  throw new UsageError(`--type must be one of ${KIND_WORDS.join(", ")}, not ${word}${didYouMean(word, KIND_WORDS)}`);
}

function words(list: string | undefined): string[] | undefined {
  return list?.split(/[\s,]+/).filter((word) => word !== "");
}

/** A product with its code. */
export interface Product {
  readonly code: string;
  readonly name: string;
}

// What the oldest articles have instead of a product.
const NO_PRODUCT = "See article";

/** The product of a code or name. Throws {@link UsageError} with the nearest ones. */
export function findProduct(written: string, { products }: Taxonomy): Product {
  const lower = written.toLowerCase();
  const known = [...products].filter(([, name]) => name !== NO_PRODUCT);
  const found = known.find(([code, name]) => code === lower || name.toLowerCase() === lower);
  if (found) return { code: found[0], name: found[1] };
  throw new UsageError(`unknown product ${written}${productHint(lower, known)}`);
}

function productHint(lower: string, known: readonly (readonly [code: string, name: string])[]): string {
  const codes = known.map(([code]) => code);
  const near = nearest(lower, codes, lower.length < 5 ? 1 : 2);
  if (near !== undefined) return `; did you mean ${near} (${known.find(([code]) => code === near)?.[1] ?? ""})?`;
  const named = known.filter(([, name]) => name.toLowerCase().includes(lower));
  if (lower.length > 2 && named.length > 0) {
    return `; did you mean ${named.map(([code, name]) => `${code} (${name})`).join(" or ")}?`;
  }
  return `; the codes are ${codes.sort().join(", ")}`;
}

// For products that the archive has not named a technology for.
const EVERY_READER = "kbAudDeveloper";

// Says whom an article is for, and nothing of the product.
const AUDIENCE = /^kbAud/;

/** The technology token that most articles of a product have; whoever needs others names them. */
export function usualTechnology({ code }: Product, { technologies }: Taxonomy): string[] {
  let best: KnownToken | undefined;
  for (const known of technologies.values()) {
    if (known.usesIn(code) > (best?.usesIn(code) ?? 0) && !AUDIENCE.test(known.token)) best = known;
  }
  return [best?.token ?? EVERY_READER];
}
