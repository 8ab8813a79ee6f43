// What was measured over a real archive of 60,335 pages (figures only): the generator follows them, and the tables
// print them beside what was generated.
import { weighted } from "./random.mjs";

/** Pages of the real archive; every count below is for that many. */
export const REAL_PAGES = 60_335;

/** Pages of the older dialect. */
export const REAL_MSPL = 3_349;

/** Sizes in bytes by share of pages: articles, and pages of the older dialect. */
export const SIZES = {
  modern: [
    [0, 700],
    [0.001, 1080],
    [0.01, 1265],
    [0.05, 1480],
    [0.1, 1625],
    [0.2, 1840],
    [0.3, 2055],
    [0.4, 2290],
    [0.5, 2560],
    [0.6, 2860],
    [0.7, 3270],
    [0.8, 3900],
    [0.9, 5260],
    [0.95, 7420],
    [0.97, 9250],
    [0.99, 16300],
    [0.995, 21500],
    [0.999, 44000],
    [1, 177849],
  ],
  mspl: [
    [0, 433],
    [0.01, 546],
    [0.05, 713],
    [0.1, 874],
    [0.2, 1112],
    [0.3, 1331],
    [0.4, 1584],
    [0.5, 1799],
    [0.6, 2064],
    [0.7, 2390],
    [0.8, 2860],
    [0.9, 3953],
    [0.95, 5107],
    [0.97, 5892],
    [0.99, 7533],
    [0.999, 10423],
    [1, 26992],
  ],
};

/** How often the most cited articles are cited, then the exponent's part is computed so that all references are used. */
export const HUBS = [1588, 1249, 716, 235, 194];

/** Distinct articles that are cited, and distinct numbers of other archives. */
export const TARGETS = { resolving: 13_627, dangling: 3_257, dangling_hubs: [924, 470, 380, 210, 170] };

/**
 * References by form: pages that have the form, tokens, and how many of these lead outside. Dealt in this order: the form
 * with the most pages comes last, because it has room for whatever is left of the hubs.
 */
export const FORMS = [
  { form: "glued", pages: 20, tokens: 24, dangling: 2 },
  { form: "address", pages: 20, tokens: 108, dangling: 23 },
  { form: "alone", pages: 21, tokens: 177, dangling: 2 },
  { form: "listItem", pages: 408, tokens: 750, dangling: 12 },
  { form: "articleId", pages: 468, tokens: 846, dangling: 227 },
  { form: "inline", pages: 640, tokens: 1_240, dangling: 480 },
  { form: "colon", pages: 105, tokens: 3_609, dangling: 179 },
  { form: "column0", pages: 320, tokens: 2_690, dangling: 582 },
  { form: "ownLine", pages: 12_416, tokens: 28_843, dangling: 7_850 },
  { form: "self", pages: 100, tokens: 120, dangling: 0 },
];

/** Pages with something that only looks like a reference, by kind. */
export const LOOKALIKES = weighted([
  ["ownFile", 139],
  ["file", 300],
  ["identifier", 23],
  ["model", 51],
  ["path", 20],
  ["longNumber", 60],
]);

/** Pages with such a lookalike. */
export const LOOKALIKE_PAGES = 560;

/** Own-line references on a page that has any. */
export const REFERENCES_A_PAGE = weighted([
  [1, 3110],
  [2, 1539],
  [3, 563],
  [4, 281],
  [5, 133],
  [6, 91],
  [7, 39],
  [8, 26],
  [9, 18],
  [10, 20],
  [14, 40],
  [20, 20],
  [40, 9],
]);

/** Years of the last change. */
export const YEARS = weighted([
  [1999, 15_879],
  [2000, 9_629],
  [2001, 21_410],
  [2002, 10_063],
]);

/** Keywords on an article that has any, beside the list that closes the line. */
export const KEYWORDS_A_PAGE = weighted([
  [1, 12_486],
  [2, 6_309],
  [3, 5_243],
  [4, 3_534],
  [5, 2_600],
  [6, 1_800],
  [7, 1_400],
  [8, 950],
  [9, 600],
  [10, 400],
  [11, 220],
  [12, 130],
  [13, 60],
  [15, 30],
  [18, 12],
  [21, 4],
]);

/** The closing keywords, by use. */
export const TAILS = weighted([
  [["kbfaq"], 1357],
  [["kbbuglist"], 914],
  [["kbbuglist", "kbfixlist"], 607],
  [["kbfixlist"], 387],
  [["kbbuglist", "kbfaq"], 12],
]);

/** Applies-to bullets of an article. */
export const BULLETS = weighted([
  [1, 37_358],
  [2, 10_307],
  [3, 4_549],
  [4, 1_728],
  [5, 1_174],
  [7, 600],
  [10, 260],
  [13, 83],
  [16, 60],
  [24, 20],
]);

/** Rows of the table that `--describe` prints: the whole real archive's figure beside the row's name. */
export const REAL_ROWS = {
  pages: "60335",
  megabytes: "199.5",
  "bytes: min / median / p95 / p99 / max": "433 / 2525 / 7269 / 16022 / 177849",
  "share of the older dialect (mspl)": "5.6 %",
  "pages that cite": "22.6 %",
  "references: resolve / dangle / self": "28992 / 9383 / 124",
  "references by form":
    "own line 72 %, Qn: Title 9 %, column 0 7 %, inline 4 %, ARTICLE-ID 2 %, list item 2 %, number alone 0.4 %",
  lookalikes: "1377 in all; file name 66 %, glued right 18 %, digits 12 %",
  "targets that exist, most cited": "13627: 1588, 1249, 716, 235, 194, …",
  "targets outside, most cited": "3257: 924, …",
  "titles: median / p95 / p99 / max length": "… / 64 / 64 / 64",
  "titles with escaped characters": "6.9 %",
  "title tags": "1875 distinct; (none) 44 %, PRB 5 %, FIX 4 %, XADM 4 %, BUG 3 %",
  sections:
    "SYMPTOMS 63 %, MORE INFORMATION 59 %, CAUSE 43 %, RESOLUTION 40 %, STATUS 38 %, SUMMARY 36 %, WORKAROUND 13 %, REFERENCES 9 %",
  "issue types": "(none) 41 %, kbbug 23 %, kbprb 18 %, kbinfo 10 %, kbhowto 7 %",
  "solution types": "(none) 78 %, kbfix 16 %, kbpending 4 %, kbnofix 2 %",
  products: "43 distinct and the older dialect's; Microsoft Windows NT 15 %, Microsoft Exchange 11 %",
  keywords: "1370 distinct, 110234 uses; most: kbnetwork 3846, kbDSupport 2674, kbusage 2642, kberrmsg 2614",
  "keywords a page: median / p95 / p99 / max": "1 / … / … / 21",
  "applies-to bullets: median / p95 / p99 / max": "1 / 4 / … / …",
  "lines a page": "about 85",
  "width of lines: p50 / p90 / p99": "52 / 79 / 81",
};
