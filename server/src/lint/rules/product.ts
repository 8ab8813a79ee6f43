// The product in the header: one of the taxonomy's names; in raw texts it and the code in brackets are one-to-one.
import { headerField, textAt } from "../../model/facts.ts";
import { footerDecides, nearName } from "../../model/near-product.ts";
import { productCode } from "../../model/taxonomy.ts";
import type { Span } from "../../text/span.ts";
import { replaceSpan, safeFix, unsafeFix } from "../edits.ts";
import type { Fix, Rule, RuleContext } from "../rule.ts";

/** `product` */
export const product: Rule = {
  id: "product",
  category: "header",
  levels: { archive: "warning", authoring: "warning" },
  fix: "safe",
  summary: "The product is not in the taxonomy, or a raw text's product code is another product's.",
  rationale: "The archive lists articles by product; one with an unknown product is in no list.",
  remedy: "Write the product's name as the archive does, and its own code; add a new one to `taxonomy.products`.",
  source: "FORMAT §1.4, §2.2",
  frequency: "1 of 56,989 (`DELETE ME`)",
  mspl: true,
  examples: {
    bad: [
      {
        title: "A slip in the name",
        replace: "PRODUCT :Microsoft SNA Server",
        by: "PRODUCT :Microsoft SNA Sever",
        container: "text",
      },
      {
        title: "A slip on a page",
        container: "page",
        replace: "Product(s): Microsoft SNA Server",
        by: "Product(s): Micosoft SNA Server",
      },
      { title: "An unknown code", container: "text", replace: "[sna]", by: "[sn]" },
      {
        title: "The code of another product",
        container: "text",
        base: "howto",
        replace: "[sna]",
        by: "[homekids]",
        restores: false,
      },
      {
        title: "An unknown product",
        container: "page",
        replace: "Product(s): Microsoft SNA Server",
        by: "Product(s): Host Printing Toolbox",
        restores: false,
      },
    ],
    good: [
      { title: "A known product" },
      { title: "A known product in a how-to", base: "howto" },
      { title: "The old dialect", base: "mspl" },
      {
        title: "Another known product with its code",
        container: "text",
        replace: "PRODUCT :Microsoft SNA Server",
        by: "PRODUCT :Microsoft SourceSafe",
        also: [["[sna]", "[ssafe]"]],
      },
    ],
  },
  check(context) {
    const { article, taxonomy } = context;
    const field = headerField(article, "product");
    if (!field || field.value.end === field.value.start) return;
    const name = textAt(article, field.value).trim();
    const code = article.document?.code;
    const known = taxonomy.productNames.has(name);
    if (!code) {
      if (!known) reportName(context, field.value, name, nearName(name, taxonomy.productNames));
      return;
    }
    const written = textAt(article, code);
    const nameOfCode = taxonomy.products.get(written);
    if (known && nameOfCode === name) return;
    if (!known) return reportName(context, field.value, name, nameOfCode ?? nearName(name, taxonomy.productNames));
    // A name that a configuration added may have no code of its own.
    const codeOfName = productCode(taxonomy, name);
    if (codeOfName !== undefined) reportCode(context, { code, written, codeOfName, nameOfCode, name, at: field.value });
  },
};

function reportName(context: RuleContext, at: Span, name: string, meant: string | undefined): void {
  context.report({
    span: at,
    message: `“${name}” is no product that the archive lists${
      meant === undefined ? "" : `; ${meant} is meant`
    }. Write a product's exact name, or add it to the taxonomy.`,
    fixes: meant === undefined ? [] : [safeFix(`Write ${meant}`, replaceSpan(at, meant))],
  });
}

interface CodeAndName {
  readonly code: Span;
  readonly written: string;
  readonly codeOfName: string;
  readonly nameOfCode: string | undefined;
  readonly name: string;
  readonly at: Span;
}

function reportCode(context: RuleContext, { code, written, codeOfName, nameOfCode, name, at }: CodeAndName): void {
  const toCode = (safe: boolean): Fix =>
    (safe ? safeFix : unsafeFix)(`Write [${codeOfName}], the code of ${name}`, replaceSpan(code, codeOfName));
  if (nameOfCode === undefined) {
    return context.report({
      span: code,
      message: `[${written}] is no product's code, so lists by product lack the article; ${name} has [${codeOfName}]. Write that.`,
      related: [{ message: "The product", span: at }],
      fixes: [toCode(true)],
    });
  }
  const { article, taxonomy } = context;
  const toName = (safe: boolean): Fix =>
    (safe ? safeFix : unsafeFix)(`Write ${nameOfCode}, the product of [${written}]`, replaceSpan(at, nameOfCode));
  // The footer's words tell which of the two the article is about, where one of them never goes with them.
  const codeIsWrong = footerDecides(article, taxonomy, codeOfName, written);
  const nameIsWrong = footerDecides(article, taxonomy, written, codeOfName);
  context.report({
    span: nameIsWrong ? at : code,
    message: `[${written}] is the code of ${nameOfCode}, but the product is ${name}: lists by product disagree. Correct one.`,
    related: [nameIsWrong ? { message: "The code", span: code } : { message: "The product", span: at }],
    fixes: nameIsWrong ? [toName(true), toCode(false)] : [toCode(codeIsWrong), toName(false)],
  });
}
