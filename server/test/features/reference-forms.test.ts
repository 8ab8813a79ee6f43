// Every form in which articles cite one another, and everything that only looks like it: what definition, hover,
// highlight, links and the call hierarchy make of each, at every character of the number, in both containers.
import { describe, expect, it } from "vitest";
import { prepareHierarchy } from "../../src/features/call-hierarchy.ts";
import { definition } from "../../src/features/definition.ts";
import { documentHighlight } from "../../src/features/document-highlight.ts";
import { documentLinks } from "../../src/features/document-links.ts";
import { hoverTarget } from "../../src/features/hover.ts";
import type { Snapshot } from "../../src/features/snapshot.ts";
import { ArticleIndex } from "../../src/index/article-index.ts";
import { summarizeArticle } from "../../src/model/article-summary.ts";
import { parseArticle } from "../../src/syntax/parse-article.ts";
import { page, pagePath, rawText, textPath } from "../harness/articles.ts";

const CITED = "Q900200";
const LONG = { id: CITED, title: "INFO: Pages and Their Numbers" };
const SHORT_ID = { id: "Q90020", title: "INFO: Shelves and Their Boards" };

/** Lines of a raw text, the number to be found between marks; what is outside them leads nowhere. */
const FORMS: readonly (readonly [form: string, text: string])[] = [
  ["own line", "   ⟦Q900200⟧ INFO: Pages and Their Numbers"],
  ["own line, five digits", "   ⟦Q90020⟧ INFO: Shelves and Their Boards"],
  ["own line, the number alone", "   ⟦Q900200⟧"],
  ["deeply indented", "            ⟦Q900200⟧ INFO: Pages and Their Numbers"],
  ["column 0", "⟦Q900200⟧ INFO: Pages and Their Numbers"],
  ["column 0 with colon", "⟦Q900200⟧: INFO: Pages and Their Numbers"],
  ["own line with colon", "   ⟦Q900200⟧: INFO: Pages and Their Numbers"],
  ["list of dashes", " - ⟦Q900200⟧ INFO: Pages and Their Numbers"],
  ["list of numbers", " 12. ⟦Q900200⟧ INFO: Pages and Their Numbers"],
  ["list of letters", " a) ⟦Q900200⟧ INFO: Pages and Their Numbers"],
  ["ARTICLE-ID block", "   ARTICLE-ID: ⟦Q900200⟧\n   TITLE     : INFO: Pages and Their Numbers"],
  ["ARTICLE-ID with a blank", "   ARTICLE-ID : ⟦Q900200⟧\n   TITLE: INFO: Pages and Their Numbers"],
  ["Article ID in a sentence", "See Article ID: ⟦Q900200⟧ for the pages."],
  ["inline", "For the pages, see ⟦Q900200⟧ in this archive."],
  ["at the end of a sentence", "For the pages, see ⟦Q900200⟧."],
  ["before a comma", "Read ⟦Q900200⟧, then print."],
  ["possessive", "This is ⟦Q900200⟧'s list of pages."],
  ["before dots", "See ⟦Q900200⟧..."],
  ["before a dash", "See ⟦Q900200⟧ - it has the list."],
  ["before a long dash", "See ⟦Q900200⟧--it has the list."],
  ["in parentheses", "The pages are counted (⟦Q900200⟧)."],
  ["in brackets", "The pages are counted [⟦Q900200⟧]."],
  ["in angle brackets", "The pages are counted <⟦Q900200⟧>."],
  ["quoted", 'Ask for article "⟦Q900200⟧" by telephone.'],
  ["single quotes", "Ask for article '⟦Q900200⟧' by telephone."],
  ["leaked markup", '<LINK TYPE="ARTICLE" VALUE="⟦Q900200⟧">'],
  ["table cell", "printers     |⟦Q900200⟧| pages"],
  ["glued to its title", "   ⟦Q900200⟧How to Count Pages"],
  ["address", "http://support.example.com/support/kb/articles/⟦q900/2/00⟧.asp"],
  ["address, five digits", "http://support.example.com/support/kb/articles/⟦q90/0/20⟧.asp"],
  ["address in capitals", "HTTP://SUPPORT.EXAMPLE.COM/SUPPORT/KB/ARTICLES/⟦Q900/2/00⟧.ASP"],
  ["address of a raw text", "ftp://ftp.example.com/printing/kb/⟦q900/2/00⟧.txt"],
  ["question to the service", "http://support.example.com/default.aspx?scid=kb;EN-US;⟦q900200⟧"],
  ["older question", "http://support.example.com/directory/article.asp?ID=KB;EN-US;⟦q900200⟧"],
];

const LOOKALIKES: readonly (readonly [what: string, text: string])[] = [
  ["file name", "Run Q900200.exe to install the fix."],
  ["file name with a letter", "The symbols are in Q900200i.exe, which is larger."],
  ["file name with an underscore", "Run Q900200_W2K_SP2_x86_en.exe to install the fix."],
  ["raw text's file", "Get Q900200.TXT from the server."],
  ["hexadecimal", "The digest is 00FFQ900200."],
  ["identifier", "Private Sub cmdQ900200_Click()"],
  ["member", "Form1.Q900200 = True"],
  ["variable with a suffix", "The table Q900200_TEST is empty."],
  ["model", "The Epson LQ1000 and the LQ90020 print slowly."],
  ["model of seven digits", "The printer Q9002000 prints faster."],
  ["four digits", "The modem Q9002 answers."],
  ["folder", "Copy it to C:\\HOTFIX\\Q900200 and restart."],
  ["folder with files", "Copy it to Q900200\\I386 and restart."],
  ["path on the web", "http://www.example.com/downloads/critical/q900200/default.asp"],
  ["option", "setup.exe /Q900200"],
  ["version", "The build is Q900200-7."],
  ["modem string", "AT&F&Q900200"],
  ["equation", "x=Q900200"],
  ["contact page", "http://support.example.com/default.aspx?scid=fh;EN-US;CNTACTMS"],
  ["address with too few digits", "http://support.example.com/kb/articles/q9/2/00.asp"],
  ["numbers in a row", "The list Q900200Q900201 has lost its commas."],
];

describe.each(["page", "text"] as const)("in a %s", (container) => {
  it.each(FORMS)("%s is a reference: %s", (_form, marked) => {
    const { snapshot, start, end, id, number } = place(container, marked);
    const target = `test:/${container === "page" ? pagePath(id) : textPath(id)}`;
    for (let offset = start; offset <= end; offset++) {
      expect(definition(snapshot, offset)).toMatchObject({ id, uri: target, origin: { start } });
      expect(hoverTarget(snapshot, offset)).toMatchObject({ id, uri: target, span: { start, end } });
      expect(documentHighlight(snapshot, offset)).toContainEqual({ start, end });
      expect(prepareHierarchy(snapshot, offset)?.uri).toBe(target);
    }
    const [link, ...others] = documentLinks(snapshot);
    // An address is a link as a whole; nothing but the article's is offered for it.
    expect(snapshot.article.source.text.slice(link?.span.start, link?.span.end)).toContain(number);
    expect([link?.target, others]).toEqual([target, []]);
    expect(definition(snapshot, start - 2)).toBeUndefined();
  });

  it.each([
    "   Q900300 or ⟦Q900200⟧ for pages",
    "Q900300 and ⟦Q900200⟧",
    "Q900300 | pages |⟦Q900200⟧| shelves",
    " - Q900300, ⟦Q900200⟧",
    "Q900300: see ⟦Q900200⟧ instead",
  ])("the second number of a line leads to its own article: %s", (marked) => {
    const { snapshot, start, end } = place(container, marked);
    for (let offset = start; offset <= end; offset++) expect(definition(snapshot, offset)).toMatchObject({ id: CITED });
    const first = marked.indexOf("Q900300");
    const line = snapshot.article.source.start(snapshot.article.source.lineAt(start));
    const shift = snapshot.article.source.text.indexOf("Q900300", line) - line - first;
    expect(hoverTarget(snapshot, line + first + shift)).toMatchObject({ id: "Q900300" });
  });

  it.each(LOOKALIKES)("%s is none: %s", (_what, text) => {
    const { snapshot } = place(container, text);
    const { source } = snapshot.article;
    const from = source.text.indexOf(text);
    expect(from).toBeGreaterThan(0);
    for (let offset = from; offset <= from + text.length; offset++) {
      expect(definition(snapshot, offset)).toBeUndefined();
      expect(hoverTarget(snapshot, offset)).toBeUndefined();
      expect(documentHighlight(snapshot, offset)).toBeUndefined();
      expect(prepareHierarchy(snapshot, offset)).toBeUndefined();
    }
    expect(documentLinks(snapshot).filter(({ target }) => target.startsWith("test:"))).toEqual([]);
    expect(snapshot.index.citing(CITED)).toEqual([]);
  });
});

interface Place {
  readonly snapshot: Snapshot;
  readonly start: number;
  readonly end: number;
  readonly id: string;
  readonly number: string;
}

// An archive of the citing article and the two cited ones, each as page and as raw text.
function place(container: "page" | "text", marked: string): Place {
  const number = /⟦(.*)⟧/.exec(marked)?.[1] ?? "";
  const plain = marked.replace(/[⟦⟧]/g, "");
  const build = container === "page" ? page : rawText;
  const path = container === "page" ? pagePath : textPath;
  const text = build({ id: "Q900100", more: `The printer counts.\n\n${plain}` });
  const article = parseArticle(text, container);
  const files = new Map([[`test:/${path("Q900100")}`, summarizeArticle(article)]]);
  for (const draft of [LONG, SHORT_ID]) {
    files.set(`test:/${pagePath(draft.id)}`, summarizeArticle(parseArticle(page(draft), "page")));
    files.set(`test:/${textPath(draft.id)}`, summarizeArticle(parseArticle(rawText(draft), "text")));
  }
  const uri = `test:/${path("Q900100")}`;
  const index = ArticleIndex.empty.with(files);
  const snapshot: Snapshot = { uri, path: `/${path("Q900100")}`, article, archive: "ready", inArchive: true, index };
  const start = text.indexOf(number, text.indexOf("The printer counts."));
  return { snapshot, start, end: start + number.length, id: `Q${number.replace(/\D/g, "")}`, number };
}
