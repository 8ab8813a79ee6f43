// A strict reader of the XML that reports are made of: elements, attributes, text, references. No comments, no CDATA.
// Strict, because the readers of CI engines are: one illegal character and a whole report is lost.

/** An element. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text that stands directly in it. */
  readonly text: string;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML forbids.
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u;
const TAG = /<(\/?)([A-Za-z][\w.-]*)((?:\s+[\w.-]+="[^"<]*")*)\s*(\/?)>/y;
const ATTRIBUTE = /([\w.-]+)="([^"<]*)"/g;
const TEXT = /[^<]+/y;
const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: XmlElement[];
  text: string;
}

/** Reads a document; throws for whatever is not well-formed. */
export function readXml(document: string): XmlElement {
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!document.startsWith(head)) throw new Error("no XML declaration");
  if (ILLEGAL.test(document)) throw new Error("a character that XML forbids");
  const root: Open = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  for (let at = head.length; at < document.length; ) at = readNext(document, at, open);
  const [element] = root.children;
  if (open.length !== 1 || !element || root.children.length !== 1 || root.text.trim() !== "") {
    throw new Error("not one root element");
  }
  return element;
}

function readNext(document: string, at: number, open: Open[]): number {
  const top = open.at(-1);
  if (!top) throw new Error(`an end tag too many before ${at}`);
  TEXT.lastIndex = at;
  const text = TEXT.exec(document);
  if (text) {
    top.text += resolved(text[0]);
    return TEXT.lastIndex;
  }
  TAG.lastIndex = at;
  const tag = TAG.exec(document);
  if (!tag) throw new Error(`no tag at ${at}: ${document.slice(at, at + 60)}`);
  const [, slash, name = "", attributes = "", empty] = tag;
  if (slash) close(name, open);
  else {
    const element: Open = { name, attributes: readAttributes(attributes), children: [], text: "" };
    top.children.push(element);
    if (!empty) open.push(element);
  }
  return TAG.lastIndex;
}

function close(name: string, open: Open[]): void {
  const element = open.pop();
  if (element?.name !== name || open.length === 0) throw new Error(`</${name}> closes ${element?.name}`);
}

function readAttributes(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = "", value = ""] of text.matchAll(ATTRIBUTE)) {
    if (name in attributes) throw new Error(`${name} twice`);
    // Real readers turn line breaks and TABs of attributes into blanks; only references survive.
    attributes[name] = resolved(value.replace(/[\t\n\r]/g, " "));
  }
  return attributes;
}

function resolved(text: string): string {
  return text.replace(/&([^;&]*)(;?)/g, (_, name: string, end: string) => {
    const code = /^#(\d+)$/.exec(name)?.[1];
    const character = code === undefined ? NAMED[name] : String.fromCodePoint(Number(code));
    if (end === "" || character === undefined || ILLEGAL.test(character)) throw new Error(`the reference &${name}`);
    return character;
  });
}
