// Another article with the very same title. A matter for authors only: 254 real articles share theirs.
import { articleId, articleTitle, titleSpan } from "../../model/facts.ts";
import type { KnownArticle, Rule } from "../rule.ts";

const NAMESAKE: KnownArticle = {
  id: "Q900105",
  title: "FIX: Print Queue Stops After the Spooler Is Restarted",
  uri: "test:/kb/900/Q900105/README.md",
};

// A number or title can be copied a thousand times; the first few show the way.
const SHOWN = 5;

/** `duplicate-title` */
export const duplicateTitle: Rule = {
  id: "duplicate-title",
  category: "archive",
  levels: { archive: "off", authoring: "information" },
  fix: "no",
  summary: "Another article has this very title.",
  rationale: "In a list of results readers cannot tell the two apart; often one article repeats the other.",
  remedy: "Say in the title what sets this article apart, or join the two.",
  source: "RULES Archive, FORMAT §11",
  frequency: "116 titles in 254 pages",
  archiveWide: true,
  examples: {
    bad: [
      { title: "A namesake", profile: "authoring", container: "page", archive: { others: [NAMESAKE] } },
      { title: "A raw text's namesake", profile: "authoring", container: "text", archive: { others: [NAMESAKE] } },
      {
        title: "Two namesakes",
        profile: "authoring",
        archive: { others: [NAMESAKE, { ...NAMESAKE, id: "Q900106", uri: "test:/kb/900/Q900106/README.md" }] },
      },
    ],
    good: [
      { title: "A title of its own", profile: "authoring" },
      {
        title: "The same article's raw text",
        profile: "authoring",
        container: "page",
        archive: { others: [{ ...NAMESAKE, id: "Q900100", uri: "test:/txt/900/Q900100.TXT" }] },
      },
      { title: "Existing articles are left alone", archive: { others: [NAMESAKE] } },
    ],
  },
  check(context) {
    const { article, archive } = context;
    const title = articleTitle(article);
    const at = titleSpan(article);
    if (!archive?.sameTitle || !title || !at) return;
    const own = articleId(article);
    const others = archive.sameTitle(title).filter((known) => known.id !== own);
    const [first] = others;
    if (!first) return;
    const ids = [...new Set(others.map((known) => known.id))];
    const more = ids.length > 1 ? ` and ${ids.length - 1} more` : "";
    context.report({
      span: at,
      message: `${first.id}${more} has this very title, so readers cannot tell the articles apart. Say what is particular to this one.`,
      related: others
        .slice(0, SHOWN)
        .map((other) => ({ message: other.title, span: { start: 0, end: 0 }, uri: other.uri })),
    });
  },
};
