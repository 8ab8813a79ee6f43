// Reads `.kbtest` fixtures: prose, files, and golden sections that say what a feature makes of them.
// In files `‸` is the cursor and `⟦name:text⟧` names a range; neither sign occurs in articles.
import type { Span } from "../../src/text/span.ts";

/** A named range of a file. */
export interface Mark {
  readonly name: string;
  readonly path: string;
  readonly span: Span;
}

/** A place in a file. */
export interface Cursor {
  readonly path: string;
  readonly offset: number;
}

/** A fixture, its marks taken out of the texts. */
export interface Fixture {
  readonly prose: string;
  readonly files: ReadonlyMap<string, string>;
  readonly marks: readonly Mark[];
  readonly cursor: Cursor | undefined;
  /** The golden sections by name. */
  readonly golden: ReadonlyMap<string, string>;
}

const SECTION = /^-- (.+) --$/;

/** Reads a fixture. A section whose name has a dot is a file, any other is golden. */
export function parseFixture(text: string): Fixture {
  const files = new Map<string, string>();
  const golden = new Map<string, string>();
  const marks: Mark[] = [];
  let cursor: Cursor | undefined;
  const [prose = "", ...sections] = splitSections(text);
  for (const section of sections) {
    const [head = "", ...lines] = section.split("\n");
    const name = SECTION.exec(head)?.[1] ?? "";
    if (!name.includes(".")) {
      golden.set(name, lines.join("\n").trimEnd());
      continue;
    }
    const file = readMarks(name, lines.join("\n"));
    files.set(name, file.text);
    marks.push(...file.marks);
    cursor ??= file.cursor;
  }
  return { prose, files, marks, cursor, golden };
}

/** The fixture's text with its golden sections replaced. */
export function withGolden(text: string, golden: ReadonlyMap<string, string>): string {
  const kept = splitSections(text).filter((section) => {
    const name = SECTION.exec(section.split("\n", 1)[0] ?? "")?.[1];
    return name === undefined || name.includes(".");
  });
  const sections = [...golden].map(([name, content]) => `-- ${name} --\n${content}\n`);
  return [kept.join("\n").trimEnd(), ...sections].join("\n").replace(/\n*$/, "\n");
}

function splitSections(text: string): string[] {
  return text.split(/\n(?=-- .+ --\n)/);
}

interface MarkedFile {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly cursor: Cursor | undefined;
}

function readMarks(path: string, marked: string): MarkedFile {
  const open: { name: string; start: number }[] = [];
  const marks: Mark[] = [];
  let cursor: Cursor | undefined;
  let text = "";
  for (let at = 0; at < marked.length; at++) {
    const sign = marked[at];
    if (sign === "‸") cursor = { path, offset: text.length };
    else if (sign === "⟦") {
      const colon = marked.indexOf(":", at);
      open.push({ name: marked.slice(at + 1, colon), start: text.length });
      at = colon;
    } else if (sign === "⟧") {
      const begun = open.pop();
      if (begun) marks.push({ name: begun.name, path, span: { start: begun.start, end: text.length } });
    } else text += sign;
  }
  return { text, marks, cursor };
}
