// New articles say their technology, version and issue type in the footer. Old ones often do not, and are left alone.
import { typeOfTag } from "../../model/article-type.ts";
import { articleTitle, footerField, footerValue, headerValue } from "../../model/facts.ts";
import type { Article, FooterName } from "../../syntax/article.ts";
import { FOOTER_LABEL_WIDTH, FOOTER_NAMES } from "../../syntax/labels.ts";
import { insertLines, unsafeFix } from "../edits.ts";
import type { Fix, Rule } from "../rule.ts";

const WANTED: readonly FooterName[] = ["Technology", "Version", "Issue type"];

/** `footer-incomplete` */
export const footerIncomplete: Rule = {
  id: "footer-incomplete",
  category: "footer",
  levels: { archive: "off", authoring: "warning" },
  fix: "unsafe",
  summary: "The footer lacks Technology, Version or Issue type.",
  rationale: "Searches by product, version and kind of article pass over an article that does not say them.",
  remedy: "Add the fields that are missing, in the footer's order.",
  source: "FORMAT §5.2",
  frequency: "no Issue type in 41 % of articles, no Version in 5.5 %, no Technology in 1.6 %",
  examples: {
    bad: [
      {
        title: "No issue type",
        profile: "authoring",
        base: "howto",
        replace: "Issue type        : kbhowto\n",
        by: "",
        restores: false,
      },
      {
        title: "No technology",
        profile: "authoring",
        replace: "Technology        : kbAudDeveloper\n",
        by: "",
        restores: false,
      },
      {
        title: "No version, and an empty technology",
        profile: "authoring",
        replace: "Technology        : kbAudDeveloper\nVersion           : winnt:3.0,4.0,4.0 SP1\n",
        by: "Technology        : \n",
        restores: false,
      },
    ],
    good: [
      { title: "All three", profile: "authoring" },
      { title: "All three in a how-to", profile: "authoring", base: "howto" },
      {
        title: "An old article",
        base: "howto",
        replace: "Issue type        : kbhowto\n",
        by: "",
      },
    ],
  },
  check(context) {
    const { article } = context;
    if (!article.footer) return;
    const missing = WANTED.filter((name) => isMissing(article, name));
    if (missing.length === 0) return;
    const last = article.footer.fields[article.footer.fields.length - 1];
    const at = footerField(article, "Keywords") ?? last;
    if (!at) return;
    context.report({
      span: at.label,
      message: `The footer lacks ${listed(missing)}, so searches by it pass the article over. Add what is missing.`,
      fixes: missing.flatMap((name) => insertField(article, name)),
    });
  },
};

function isMissing(article: Article, name: FooterName): boolean {
  // A solution without an issue is solution-type's finding.
  if (name === "Issue type" && !footerField(article, name)) return !footerField(article, "Solution Type");
  return (footerValue(article, name) ?? "").trim() === "";
}

function listed(names: readonly FooterName[]): string {
  const last = names[names.length - 1] ?? "";
  return names.length === 1 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

// Only what the rest of the article says can be offered; and an empty field is there already.
function insertField(article: Article, name: FooterName): Fix[] {
  const value = knownValue(article, name);
  const { footer } = article;
  if (value === undefined || value === "" || !footer || footerField(article, name)) return [];
  const rank = FOOTER_NAMES.indexOf(name);
  const before = footer.fields.filter((field) => field.name && FOOTER_NAMES.indexOf(field.name) < rank);
  const line = before[before.length - 1]?.line;
  if (line === undefined) return [];
  const text = `${name.padEnd(FOOTER_LABEL_WIDTH)}: ${value}`;
  return [unsafeFix(`Insert ${name} ${value}`, insertLines(article, line + 1, [text]))];
}

function knownValue(article: Article, name: FooterName): string | undefined {
  if (name === "Issue type") return typeOfTag(articleTitle(article) ?? "");
  return name === "Version" ? headerValue(article, "version") : undefined;
}
