// The vocabularies: what is built in, how a configuration changes them, and what unknown words are taken for.
import { describe, expect, it } from "vitest";
import { builtInTaxonomy } from "../../src/model/built-in-taxonomy.ts";
import { caseVariant, rareSpellings } from "../../src/model/case-twins.ts";
import { extendTaxonomy } from "../../src/model/extend-taxonomy.ts";
import { splitGlued } from "../../src/model/glued-token.ts";
import { nearName } from "../../src/model/near-product.ts";
import { nearToken } from "../../src/model/near-token.ts";
import { productCode } from "../../src/model/taxonomy.ts";

const taxonomy = builtInTaxonomy();
const { keywords, technologies } = taxonomy;

describe("the built-in vocabularies", () => {
  it("hold the archive's tokens with their use", () => {
    expect(keywords.size).toBe(1370);
    expect(technologies.size).toBe(2295);
    expect(keywords.get("kbnetwork")?.count).toBe(3846);
    expect(keywords.get("kbfix4.00")?.count).toBe(1);
    expect(technologies.get("kbWinNTsearch")?.count).toBe(9206);
  });

  it("know which products use a token", () => {
    expect(keywords.get("kbnetwork")?.usesIn("sms")).toBeGreaterThan(100);
    expect(keywords.get("kbnetwork")?.usesIn("msj")).toBe(0);
    expect(keywords.get("kbnetwork")?.usesIn("no-such-product")).toBe(0);
  });

  it("pair product names and codes, without the one that is none", () => {
    expect(taxonomy.products.get("sna")).toBe("Microsoft SNA Server");
    expect(productCode(taxonomy, "Microsoft SNA Server")).toBe("sna");
    expect(taxonomy.productNames.has("See article")).toBe(true);
    expect(taxonomy.productNames.has("DELETE ME")).toBe(false);
  });
});

describe("a configuration's words", () => {
  it("are added to the built-in ones, or put in their place", () => {
    const extended = extendTaxonomy(taxonomy, {
      keywords: { extend: ["kbspool"] },
      technology: { replace: ["kbOwn"] },
    });
    expect(extended.keywords.has("kbspool")).toBe(true);
    expect(extended.keywords.get("kbnetwork")?.count).toBe(3846);
    expect([...extended.technologies.keys()]).toEqual(["kbOwn"]);
    expect(keywords.has("kbspool")).toBe(false);
    expect(extended.productNames.has("Microsoft SNA Server")).toBe(true);
  });

  it("name products with and without a code", () => {
    const extended = extendTaxonomy(taxonomy, { products: { extend: ["Host Printing", "hostfax=Host Fax"] } });
    expect(extended.productNames.has("Host Printing")).toBe(true);
    expect(extended.products.get("hostfax")).toBe("Host Fax");
    expect(productCode(extended, "Host Printing")).toBeUndefined();
  });

  it("leave the very object where they change nothing", () => {
    expect(extendTaxonomy(taxonomy, {})).toBe(taxonomy);
  });
});

describe("an unknown token", () => {
  it.each([
    ["kbnetwrok", "kbnetwork", true],
    ["kbdisplya", "kbdisplay", true],
    ["kbinterp", "kbinterop", true],
    // Another number is another version, and may be new.
    ["kbVC700", "kbVC600", false],
    ["kbvfp900", "kbvfp600", false],
  ])("%s is taken for %s, certain: %s", (word, meant, certain) => {
    const near = nearToken(word, keywords);
    if (certain) expect(near?.token).toBe(meant);
    expect(near?.certain).toBe(certain);
  });

  it("is weighed by the article's product", () => {
    expect(nearToken("kbVq600", keywords, "visualc")?.token).toBe("kbVC600");
    expect(nearToken("kbVs600", technologies, "vbwin")?.token).toMatch(/^kbV[BS]600$/);
  });

  it("is nothing where nothing is near", () => {
    expect(nearToken("spooling", keywords)).toBeUndefined();
  });

  it("is told from a known one by its case", () => {
    expect(caseVariant("KBNETWORK", keywords)).toBe("kbnetwork");
    expect(caseVariant("kbFaq", keywords)).toBe("kbfaq");
    expect([...rareSpellings(keywords)]).toEqual([
      ["kbFAQ", "kbfaq"],
      ["kbAddin", "kbAddIn"],
    ]);
  });

  it("is split into the known ones that it is made of", () => {
    expect(splitGlued("kbusagekbfaq", keywords)).toEqual(["kbusage", "kbfaq"]);
    expect(splitGlued("kbusagekbbuglistkbfixlist", keywords)).toEqual(["kbusage", "kbbuglist", "kbfixlist"]);
    expect(splitGlued("kbusagekb", keywords)).toBeUndefined();
    expect(splitGlued("kbusage", keywords)).toBeUndefined();
  });
});

describe("a product's name", () => {
  it("is found in spite of slips, unless two are as near", () => {
    expect(nearName("Microsoft SNA Sever", taxonomy.productNames)).toBe("Microsoft SNA Server");
    expect(nearName("microsoft foxpro", taxonomy.productNames)).toBe("Microsoft FoxPro");
    expect(nearName("Abc", ["Abd", "Abe"])).toBeUndefined();
    expect(nearName("Host Printing Toolbox", taxonomy.productNames)).toBeUndefined();
  });
});
