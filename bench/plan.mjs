// What is in an archive before a page is written: numbers, kinds, sizes, titles, and who cites whom in which form. All
// counts are the real archive's, scaled to the number of pages.
import { quoteTitle } from "./citations.mjs";
import { titleText } from "./prose.mjs";
import { Random, spreadOnCurve, weighted } from "./random.mjs";
import {
  FORMS,
  HUBS,
  LOOKALIKE_PAGES,
  LOOKALIKES,
  REAL_MSPL,
  REAL_PAGES,
  REFERENCES_A_PAGE,
  SIZES,
  TARGETS,
} from "./real-figures.mjs";
import { ISSUES, PRODUCTS, TAGS } from "./vocabulary.mjs";
import { NAMES, PLACES } from "./words.mjs";

const FIRST_ID = 10_022;
const LAST_ID = 327_491;
const FIVE_DIGITS_SHARE = 11_745 / 60_335;

/** The plan of an archive of `count` pages. */
export function planArchive(count, seed) {
  const random = new Random(seed, count);
  const { inside, outside } = numbers(random, count);
  const pages = inside.map((id) => ({ id, citations: [], lookalikes: [] }));
  chooseKinds(random, pages);
  for (const page of pages) describePage(new Random(seed, page.id, 1), page);
  const size = { mspl: [], modern: [] };
  for (const page of pages) size[page.kind].push(page);
  for (const [kind, list] of Object.entries(size)) {
    const sizes = spreadOnCurve(random, SIZES[kind], list.length);
    for (const [at, page] of list.entries()) page.size = sizes[at];
  }
  cite(random, pages, size.modern, outside);
  return pages;
}

const scaled = (figure, count) => Math.max(1, Math.round((figure * count) / REAL_PAGES));

/** Numbers of the archive's pages, and numbers that are in no page, for references that lead outside. */
function numbers(random, count) {
  // Archives of more pages than there are numbers go on beyond the real range.
  const last = Math.max(LAST_ID, Math.min(999_999, FIRST_ID + count * 3));
  const five = Math.min(Math.round(count * FIVE_DIGITS_SHARE), 89_000);
  const wanted = [
    [FIRST_ID, 99_999, five],
    [100_000, last, count - five],
  ];
  const inside = wanted.flatMap(([from, to, n]) => sample(random, from, to, n));
  const taken = new Set(inside);
  const outside = new Set();
  const missing = scaled(TARGETS.dangling, count);
  while (outside.size < missing) {
    const id = random.between(FIRST_ID, LAST_ID);
    if (!taken.has(id)) outside.add(id);
  }
  return { inside, outside: [...outside] };
}

/** `count` numbers of a range, in order, each range of the same length equally likely. */
function sample(random, from, to, count) {
  const found = [];
  for (let id = from; id <= to && found.length < count; id++)
    if (random.chance((count - found.length) / (to - id + 1))) found.push(id);
  return found;
}

function chooseKinds(random, pages) {
  const old = random.shuffle(pages.filter(({ id }) => id < 100_000)).slice(0, scaled(REAL_MSPL, pages.length));
  for (const page of pages) page.kind = "modern";
  for (const page of old) page.kind = "mspl";
}

function describePage(random, page) {
  page.product = random.draw(PRODUCTS);
  page.issue = page.kind === "mspl" ? "" : random.draw(ISSUES);
  const tag = page.kind === "mspl" ? "" : tagOf(random, page.issue);
  const prefix = tag === "" ? "" : `${tag}: `;
  page.tag = tag;
  page.title = prefix + titleText(random, { room: 64 - prefix.length, howTo: page.issue === "kbhowto" });
}

// Beside the common tags there are very many rare ones: names of products and programs.
function tagOf(random, issue) {
  const tag = random.draw(TAGS[issue]);
  if (tag !== "" || !random.chance(0.2)) return tag;
  return `${random.pick(NAMES)}${random.chance(0.5) ? ` ${random.pick(PLACES)}` : ""}`;
}

/** Deals all references to pages: hubs first, then ever less cited articles. */
function cite(random, pages, citing, outside) {
  const count = pages.length;
  const targets = random.shuffle([...pages]).slice(0, scaled(TARGETS.resolving, count));
  const titles = new Map(pages.map(({ id, title }) => [id, title]));
  for (const id of outside) titles.set(id, titleText(random, { room: 64, howTo: false }));
  const counts = FORMS.map((form) => ({
    ...form,
    tokens: scaled(form.tokens, count),
    dangling: Math.round((form.dangling * count) / REAL_PAGES),
  }));
  const real = counts.filter(({ form }) => form !== "self");
  const dangling = real.reduce((sum, form) => sum + form.dangling, 0);
  const resolving = real.reduce((sum, form) => sum + form.tokens, 0) - dangling;
  const decks = {
    dangling: new Deck(random, cards(outside, TARGETS.dangling_hubs, count, dangling)),
    resolving: new Deck(
      random,
      cards(
        targets.map(({ id }) => id),
        HUBS,
        count,
        resolving,
      ),
    ),
  };
  for (const form of counts) dealForm(random, form, { pages: pagesOfForm(random, form, citing, count), decks, titles });
  dealRest(random, citing, decks, titles);
  for (const page of random.shuffle([...citing]).slice(0, scaled(LOOKALIKE_PAGES, count)))
    page.lookalikes.push(random.draw(LOOKALIKES));
}

// Long lists stand in long articles, and cite more than a short one could hold.
function pagesOfForm(random, { form, pages }, citing, count) {
  const long = form === "colon" || form === "column0" || form === "alone";
  const list = long ? citing.filter(({ size }) => size > (form === "colon" ? 6_000 : 2_500)) : citing;
  return random.shuffle([...list]).slice(0, scaled(pages, count));
}

function dealForm(random, { form, tokens, dangling }, { pages, decks, titles }) {
  const outside = random.shuffle(Array.from({ length: tokens }, (_, at) => at < dangling));
  const shares = sharesOf(random, form, tokens, pages.length);
  for (const [at, page] of pages.entries()) {
    const cited = [];
    for (const isOutside of outside.splice(0, shares[at])) {
      const id = cardFor(form, page, cited, isOutside ? decks.dangling : decks.resolving);
      if (id !== undefined) cited.push({ id, title: quoteTitle(random, titles.get(id), form) });
    }
    if (cited.length > 0) page.citations.push({ form, cited });
  }
}

function cardFor(form, page, cited, deck) {
  return form === "self" ? page.id : deck.draw((candidate) => fits(form, page, cited, candidate));
}

// Cards that fitted nowhere go to pages that cite already, so that every hub is cited as often as it should be.
function dealRest(random, citing, decks, titles) {
  const lists = random.shuffle(
    citing.flatMap(({ id, citations }) =>
      citations.filter(({ form }) => form === "ownLine").map(({ cited }) => ({ own: id, cited })),
    ),
  );
  for (const deck of Object.values(decks)) {
    for (const { own, cited } of lists) {
      const id = deck.draw((candidate) => candidate !== own && !cited.some((one) => one.id === candidate));
      if (id === undefined) break;
      cited.push({ id, title: quoteTitle(random, titles.get(id), "ownLine") });
    }
  }
}

// An address splits six digits, and nobody cites the same article twice in one list.
function fits(form, page, cited, candidate) {
  if (form === "address" && candidate < 100_000) return false;
  return candidate !== page.id && !cited.some(({ id }) => id === candidate);
}

/** How many references each of the pages gets, `tokens` in all. */
function sharesOf(random, form, tokens, pages) {
  const shares = Array.from({ length: pages }, () => (form === "ownLine" ? random.draw(REFERENCES_A_PAGE) : 1));
  let left = tokens - shares.reduce((sum, n) => sum + n, 0);
  // Lists of fixes differ much in length; own-line references are few on most pages.
  const greedy = Array.from({ length: pages }, () => random.next() ** 12);
  const table = weighted(shares.map((_, at) => [at, greedy[at]]));
  for (; left > 0; left--) shares[random.draw(table)]++;
  for (let at = 0; left < 0 && at < pages * 50; at++) {
    const page = at % pages;
    if (shares[page] > 1) {
      shares[page]--;
      left++;
    }
  }
  return shares;
}

/** As many cards of each target as it is cited: hubs as given, the others along a power law that uses up `total`. */
function cards(targets, hubs, count, total) {
  const scaledHubs = hubs.map((times) => Math.max(1, Math.round((times * count) / REAL_PAGES)));
  let low = 0;
  let high = 4;
  const timesOf = (rank, slope) =>
    rank < scaledHubs.length
      ? scaledHubs[rank]
      : Math.max(1, Math.round(scaledHubs.at(-1) * ((rank + 1) / scaledHubs.length) ** -slope));
  const sum = (slope) => targets.reduce((all, _, rank) => all + timesOf(rank, slope), 0);
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (sum(middle) > total) low = middle;
    else high = middle;
  }
  const dealt = targets.flatMap((id, rank) => new Array(timesOf(rank, high)).fill(id));
  while (dealt.length < total) dealt.push(targets[dealt.length % targets.length]);
  return dealt;
}

/** Cards in random order; one that does not fit is put back. */
class Deck {
  #cards;
  #random;

  constructor(random, cards_) {
    this.#random = random;
    this.#cards = random.shuffle(cards_);
  }

  draw(fits) {
    for (let again = 0; again < 50 && this.#cards.length > 0; again++) {
      const card = this.#cards.pop();
      if (fits(card)) return card;
      const at = this.#random.between(0, this.#cards.length);
      this.#cards.splice(at, 0, card);
    }
    return undefined;
  }
}
