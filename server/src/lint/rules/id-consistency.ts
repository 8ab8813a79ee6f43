// The article's number in all the places that state it: they must agree, and folders must fit it.
// The majority is right; the path breaks a tie.
import { type IdClaim, idClaims } from "../../model/facts.ts";
import { folderOf, identityOfPath, isArticleId, type PathIdentity } from "../../syntax/article-id.ts";
import { replaceSpan, safeFix } from "../edits.ts";
import type { Rule, RuleContext } from "../rule.ts";

const PLACES: Readonly<Record<IdClaim["place"], string>> = {
  permalink: "permalink",
  title: "front matter's title",
  heading: "title line",
  field: "header",
};

/** `id-consistency` */
export const idConsistency: Rule = {
  id: "id-consistency",
  category: "container",
  levels: { archive: "error", authoring: "error" },
  fix: "safe",
  summary: "The article's number differs among path, permalink, titles and header.",
  rationale: "References find an article by its number; two numbers in one file make one of them lead astray.",
  remedy: "Write the same number everywhere, and keep the file in the folder of its thousands.",
  source: "FORMAT §1.2",
  frequency: "none in 60,335 pages and 56,989 texts",
  mspl: true,
  examples: {
    bad: [
      { title: "Another number in the header", container: "page", replace: "Article: Q900100", by: "Article: Q900110" },
      { title: "Another number in the title line", container: "page", replace: "## Q900100:", by: "## Q900010:" },
      {
        title: "Another number in the permalink",
        container: "page",
        replace: "/kb/900/Q900100/",
        by: "/kb/900/Q900101/",
      },
      { title: "A raw text in another file", container: "text", replace: "DOCUMENT:Q900100", by: "DOCUMENT:Q900109" },
      { title: "The wrong folder", container: "text", path: "txt/901/Q900100.TXT", restores: false },
    ],
    good: [
      { title: "One number in all places" },
      { title: "A file whose path says nothing", path: "draft.txt" },
      { title: "The number as the file's name", container: "page", path: "samples/Q900100.page.md" },
    ],
  },
  check(context) {
    const claims = idClaims(context.article);
    const path = identityOfPath(context.path ?? "");
    const right = majority(claims, path.id);
    if (right === undefined) return;
    for (const claim of claims) if (claim.id !== right) reportClaim(context, claim, right);
    if (claims.some((claim) => claim.place === "field" && claim.id === right)) checkPath(context, path, right);
  },
};

function majority(claims: readonly IdClaim[], pathId: string | undefined): string | undefined {
  const [first] = claims;
  const agreed = pathId ?? first?.id ?? "";
  if (isArticleId(agreed) && claims.every((claim) => claim.id === agreed)) return agreed;
  const votes = new Map<string, number>();
  // The path counts for a little more than one voice, so that it breaks a tie and never outvotes two.
  if (pathId !== undefined) votes.set(pathId, 1.5);
  for (const claim of claims) votes.set(claim.id, (votes.get(claim.id) ?? 0) + 1);
  let best: string | undefined;
  for (const [id, count] of votes) if (isArticleId(id) && count > (votes.get(best ?? "") ?? 0)) best = id;
  return best;
}

function reportClaim(context: RuleContext, claim: IdClaim, right: string): void {
  context.report({
    span: claim.span,
    message: `The ${PLACES[claim.place]} says ${claim.id}, but the article is ${right} elsewhere. Write ${right}.`,
    fixes: [safeFix(`Write ${right}`, replaceSpan(claim.span, right))],
  });
}

// A file is not renamed by a text edit, so there is no fix; the message says where the file belongs.
function checkPath(context: RuleContext, path: PathIdentity, right: string): void {
  const own = idClaims(context.article).find((claim) => claim.place === "field");
  if (!own || path.id === undefined) return;
  if (path.id !== right) {
    const what = path.inFileName ? "file is named" : "folder is named";
    context.report({
      span: own.span,
      message: `The ${what} ${path.id}, but the article is ${right}. Rename it to ${right}.`,
    });
  } else if (path.folder !== undefined && path.folder !== folderOf(right)) {
    context.report({
      span: own.span,
      message: `${right} lies in folder ${path.folder}, where it is not found. Move it to folder ${folderOf(right)}.`,
    });
  }
}
