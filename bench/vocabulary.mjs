// Which keywords, technology tokens, versions and title tags a product's articles use, with their real frequencies
// (facts). The tokens are those of the product's own taxonomy, so they cannot drift away from it.
import { readFileSync } from "node:fs";
import { weighted } from "./random.mjs";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const TAXONOMY = new URL("../server/src/model/taxonomy-data.generated.ts", import.meta.url);
const CLOSING = new Set(["kbfaq", "kbFAQ", "kbbuglist", "kbfixlist"]);
// What taxonomies list as issue and solution types has its own fields.
const TYPES = new Set(["kbbug", "kbprb", "kbinfo", "kbhowto", "kbfix", "kbpending", "kbnofix"]);

const source = readFileSync(TAXONOMY, "utf8");
const linesOf = (name) => (new RegExp(`${name}_LINES: string = \`([^\`]*)`).exec(source)?.[1] ?? "").split("\n");

// Articles by product code; platform and versions that their version lines name; the name and versions in bullets.
const PRODUCT_ROWS = `winnt 9161 winnt 3.5,3.51,4.0,4.0 SP3,4.0 SP4,4.0 SP5
exchange 6400 winnt 4.0,5.0,5.5,5.5 SP1,5.5 SP2
win95x 5450 Win95 95,95a,95b
foxpro 3880 WINDOWS 2.5,2.5a,2.6,3.0,3.0b,5.0,5.0a,6.0
vbwin 2884 WINDOWS 3.0,4.0,5.0,6.0
sms 2820 winnt 1.0,1.1,1.2,2.0,2.0 SP1
visualc 2811 WINDOWS 1.0,1.5,2.0,4.0,4.2,5.0,6.0
homegame 2319 WINDOWS 1.0,2.0,3.0
pcmail 2245 MS-DOS 3.0,3.2,3.5
sna 2182 WINDOWS 2.0,2.1,2.11,3.0,3.0 SP1,4.0
word97 1927 WINDOWS 97
homemm 1792 WINDOWS 95,96,97,98
msdos 1689 MS-DOS 3.3,4.0,5.0,6.0,6.2,6.22
iis 1666 winnt 3.0,4.0,5.0
win3x 987 WINDOWS 3.0,3.1,3.11
win16sdk 976 WINDOWS 3.0,3.1
msnetwork 930 WINDOWS 1.0,2.5,6.0,6.1
ssafe 590 WINDOWS 4.0,5.0,6.0
mspress 589  -
homekids 537 WINDOWS 1.0,2.0
crossnet 503 winnt 3.1,3.11
macmail 495 MACINTOSH 3.0,3.1
powerpt 479 WINDOWS 4.0,7.0,97
utilities 417 MS-DOS 1.0,1.1,5.1
schedplus 379 WINDOWS 1.0,7.0
lanman 358 OS/2 2.0,2.1,2.2
masm 353 MS-DOS 5.0,5.1,6.0,6.11
frontpg 334 WINDOWS 1.0,1.1,97
odbc 314 WINDOWS 1.0,2.0,3.0
fortran 295 MS-DOS 4.0,4.1,5.0,5.1
automap 289 WINDOWS 1.0,2.0,4.0
accother 223 WINDOWS 1.1,2.0
winmisc 187 WINDOWS 1.0,3.1
msdn 112  -
foxmisc 105 MS-DOS 2.0,2.5,2.6
miscsdk 75 WINDOWS 1.0,1.1
win16ddk 74 WINDOWS 3.0,3.1
mastering 61 WINDOWS 1.0,2.0
winprint 33 WINDOWS 1.0,3.1
techinfo 23  -
homemisc 22 WINDOWS 1.0
msj 18  -
macsys 4 MACINTOSH 7.0`;

const NAMES = new Map(linesOf("PRODUCT").map((line) => line.split(/ (.*)/)));
const SPREADS = { KEYWORD: spreadOf("KEYWORD"), TECHNOLOGY: spreadOf("TECHNOLOGY") };

/** Every product with its vocabulary, weighted by its number of articles. */
export const PRODUCTS = weighted(
  PRODUCT_ROWS.split("\n").map((row, at) => [productOf(row, at), Number(row.split(" ")[1])]),
);

/** The older dialect's third keyword part, and its operating systems. */
export const OLDER = {
  sources: weighted([
    ["mspl13_basic", 1916],
    ["mspl13_c", 1274],
    ["mspl13_masm", 159],
  ]),
  systems: weighted([
    ["MS-DOS", 1969],
    ["MS-DOS | OS/2", 1170],
    ["OS/2", 189],
  ]),
  tokens: "SR# buglist4.50 buglist4.00 s_quickc s_quickasm B_BasicCom B_QuickBas s_c h_masm s_codeview s_link".split(
    " ",
  ),
};

function productOf(row, at) {
  const [code, , platform = "", versions = "-"] = /^(\S+) (\d+) (\S*) (.*)$/.exec(row)?.slice(1) ?? [];
  const name = NAMES.get(code) ?? code;
  return {
    code,
    name,
    platform,
    versions: versions === "-" ? [] : versions.split(","),
    keywords: tokensOf("KEYWORD", LETTERS[at]),
    technology: tokensOf("TECHNOLOGY", LETTERS[at]),
  };
}

/** Tokens with their uses, and the logarithm of the uses by product where that is known. */
function spreadOf(name) {
  return linesOf(name).map((line) => {
    const [token, uses, spread = ""] = line.split(" ");
    return {
      token,
      uses: Number(uses),
      by: new Map(
        [...spread.matchAll(/([A-Za-z])([0-9a-z])/g)].map(([, letter, log]) => [
          letter,
          1.4 * 2 ** Number.parseInt(log, 36),
        ]),
      ),
    };
  });
}

// A product whose uses are not known takes what no other product accounts for.
function tokensOf(name, letter) {
  const tokens = SPREADS[name].filter(({ token }) => name !== "KEYWORD" || !(CLOSING.has(token) || TYPES.has(token)));
  const own = tokens.filter(({ by }) => by.has(letter)).map(({ token, by }) => [token, by.get(letter)]);
  if (own.length >= 20) return weighted(own);
  const rest = ({ uses, by }) => Math.max(0, uses - [...by.values()].reduce((sum, n) => sum + n, 0));
  return weighted(tokens.map((token) => [token.token, rest(token)]).filter(([, uses]) => uses > 1));
}

/** Title tags by issue type, with the number of titles that have them. */
export const TAGS = {
  "": weighted([
    ["", 13_500],
    ["PC Win", 381],
    ["XCLN", 540],
    ["Err Msg", 322],
    ["PRB", 830],
    ["BUG", 400],
    ["XADM", 260],
    ["PC WRmt", 150],
    ["PC WSPlus", 145],
    ["DOC", 195],
    ["DOCERR", 165],
    ["X400", 130],
    ["Mac Wkst", 117],
    ["SMTP", 125],
    ["PROFS", 130],
    ["SAMPLE", 61],
    ["WD97", 200],
    ["PPT7", 34],
    ["Windows Err Msg", 112],
    ["PC Gen", 101],
    ["PC Ext", 95],
    ["SMS", 145],
  ]),
  kbbug: weighted([
    ["", 4_550],
    ["FIX", 2_289],
    ["BUG", 1_530],
    ["XADM", 776],
    ["WD97", 741],
    ["SMS", 962],
    ["XFOR", 552],
    ["XCLN", 263],
    ["XCON", 373],
    ["XWEB", 147],
  ]),
  kbprb: weighted([
    ["", 3_290],
    ["PRB", 2_244],
    ["XADM", 682],
    ["WD97", 500],
    ["SMS", 290],
    ["XFOR", 350],
    ["XCLN", 276],
    ["XCON", 143],
    ["Err Msg", 295],
    ["XWEB", 92],
    ["FP", 134],
    ["PPT7", 77],
  ]),
  kbinfo: weighted([
    ["", 2_280],
    ["INFO", 1_043],
    ["XADM", 352],
    ["SMS", 363],
    ["XFOR", 161],
    ["XCLN", 105],
    ["WD97", 130],
    ["XGEN", 60],
  ]),
  kbhowto: weighted([
    ["", 760],
    ["HOWTO", 1_755],
    ["HOW TO", 153],
    ["XADM", 258],
    ["WD97", 222],
    ["XCLN", 118],
    ["XFOR", 108],
    ["PPT", 72],
  ]),
};

/** Issue types with the number of articles. */
export const ISSUES = weighted([
  ["", 23_562],
  ["kbbug", 13_095],
  ["kbprb", 10_502],
  ["kbinfo", 5_486],
  ["kbhowto", 4_079],
]);

/** Sections in their order, by issue type, with the number of articles. */
export const SIGNATURES = {
  "": signatures(
    "SUM-MOR 8200,SYM-CAU-RES 2900,SYM-CAU-RES-MOR 1500,SUM 1700,SUM-MOR-REF 620,SYM-RES 560,SYM-CAU-WOR 600,SYM-CAU-STA 500,SYM-STA 900,SYM-RES-MOR 430,SYM-CAU-RES-STA 1300,SYM-RES-STA-MOR 600,SYM-STA-MOR 420,SYM-CAU-WOR-MOR 380,SYM-WOR 330,SYM-MOR 170",
  ),
  kbbug: signatures(
    "SYM-CAU-RES-STA 2350,SYM-CAU-RES-STA-MOR 2100,SYM-RES-STA-MOR 1350,SYM-CAU-STA 880,SYM-STA 850,SYM-RES-STA 1050,SYM-STA-MOR 900,SYM-CAU-WOR-STA 900,SYM-CAU-STA-MOR 500,SYM-WOR-STA 560,SYM-CAU-WOR-STA-MOR 520,SYM-WOR-STA-MOR 430,SYM-CAU-RES-STA-MOR-REF 330,SYM-CAU-RES-WOR-STA 210,SYM-RES-STA-MOR-REF 170",
  ),
  kbprb: signatures(
    "SYM-CAU-RES 1400,SYM-CAU-RES-MOR 2150,SYM-CAU-RES-STA 600,SYM-CAU-RES-STA-MOR 760,SYM-CAU-WOR 520,SYM-CAU-WOR-MOR 500,SYM-RES 250,SYM-RES-MOR 320,SYM-CAU 300,SYM-CAU-MOR 330,SYM-CAU-STA-MOR 220,SYM-CAU-RES-MOR-REF 231,SYM-CAU-RES-STA-MOR-REF 210,SYM-RES-STA-MOR 470,SYM-WOR-MOR 200",
  ),
  kbinfo: signatures("SUM-MOR 3900,SUM-MOR-REF 640,SUM 650"),
  kbhowto: signatures("SUM-MOR 2450,SUM-MOR-REF 1250,SUM-REF 90,SUM 160"),
};

function signatures(text) {
  const names = {
    SUM: "SUMMARY",
    SYM: "SYMPTOMS",
    CAU: "CAUSE",
    RES: "RESOLUTION",
    WOR: "WORKAROUND",
    STA: "STATUS",
    MOR: "MORE INFORMATION",
    REF: "REFERENCES",
  };
  return weighted(
    text.split(",").map((row) => {
      const [signature, uses] = row.split(" ");
      return [signature.split("-").map((short) => names[short]), Number(uses)];
    }),
  );
}
