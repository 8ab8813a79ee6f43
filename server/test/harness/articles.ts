// Articles for tests, of our own writing: sound ones unless a test breaks them.
// One builder for both containers, so that a page and a raw text of one article say the same.
import { convertTextToPage } from "../../src/model/convert-text-to-page.ts";
import { parseArticle } from "../../src/syntax/parse-article.ts";

/** What is said in an article; everything else is the same in all. */
export interface Draft {
  readonly id: string;
  readonly title?: string;
  /** The text under SUMMARY. */
  readonly summary?: string;
  /** The text under MORE INFORMATION. */
  readonly more?: string;
}

const RULER = "-".repeat(79);
const TOP = "=".repeat(70);
const BOTTOM = "=".repeat(77);

/** A raw text with LF; archives have CR LF, which {@link crlf} makes of it. */
export function rawText({ id, title = "INFO: How Files Are Kept", summary, more }: Draft): string {
  return `DOCUMENT:${id}  14-MAR-2001  [sna]
TITLE   :${title}
PRODUCT :Microsoft SNA Server
PROD/VER:winnt:3.0,4.0
OPER/SYS:
KEYWORDS:kbnetwork kbprint

${TOP}
${RULER}
The information in this article applies to:

 - Microsoft SNA Server versions 3.0, 4.0 
${RULER}

SUMMARY
=======

${summary ?? "This article says how files are kept on a shelf."}

MORE INFORMATION
================

${more ?? "Each file stands beside the one that came before it."}

Additional query words: prodsna shelf

${TOP}
Keywords          : kbnetwork kbprint
Technology        : kbAudDeveloper
Version           : winnt:3.0,4.0
Issue type        : kbinfo

${BOTTOM}

THE INFORMATION IN THIS ARTICLE IS GIVEN AS IT IS, FOR THE SAKE OF
EXAMPLE ONLY, WITHOUT A PROMISE OF ANY KIND.

Copyright Microsoft Corporation 2001.`;
}

/** A page. */
export function page(draft: Draft): string {
  return convertTextToPage(parseArticle(rawText(draft), "text"));
}

/** The text with CR LF. */
export function crlf(text: string): string {
  return text.replaceAll("\n", "\r\n");
}

/** The path of an article's page in an archive. */
export function pagePath(id: string): string {
  return `kb/${folderOf(id)}/${id}/README.md`;
}

/** The path of an article's raw text in an archive. */
export function textPath(id: string): string {
  return `txt/${folderOf(id)}/${id}.TXT`;
}

function folderOf(id: string): string {
  return id.slice(1, -3).padStart(3, "0");
}
