// What a value in a settings file may look like: one description that reads, checks and documents it.
// Reading never throws and never stops at the first mistake; a wrong value is left out and named.
import type { Node } from "jsonc-parser";
import { nearest } from "../base/edit-distance.ts";
import type { ConfigProblem } from "./problem.ts";

/** A fragment of a JSON schema. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** Where problems go while a file is read. */
export type Problems = ConfigProblem[];

/** A value's description: how to read it from JSON, and its schema. */
export interface Shape<T> {
  /** What a right value is, as the rest of the sentence “… must be”. */
  readonly expects: string;
  readonly schema: JsonSchema;
  /** The value, or `undefined` after reporting why there is none. `name` is what messages call it. */
  read(node: Node, name: string, problems: Problems): T | undefined;
}

/** A value with its place in the settings file. */
export interface Located<T> {
  readonly value: T;
  readonly start: number;
  readonly end: number;
}

/** Reports a problem at a node. */
export function report(
  problems: Problems,
  node: Node,
  message: string,
  severity: ConfigProblem["severity"] = "error",
): void {
  problems.push({ message, severity, start: node.offset, end: node.offset + node.length });
}

/** “ Did you mean …?” with a leading blank, or nothing where no candidate is near. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const near = nearest(word.slice(0, 80), candidates, word.length < 5 ? 1 : 3);
  return near === undefined ? "" : ` Did you mean “${near}”?`;
}

/** A word or passage as messages quote it: never longer than a line, never with control characters. */
export function quote(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not reach a terminal.
  const plain = text.replace(/[\u0000-\u001f\u007f-\u009f]/g, "\uFFFD");
  return `“${plain.length > 60 ? `${plain.slice(0, 59)}…` : plain}”`;
}

function wrongType<T>(shape: Shape<T>, node: Node, name: string, problems: Problems): undefined {
  const written = typeof node.value === "string" ? quote(node.value) : `of type ${node.type}`;
  report(problems, node, `${name} must be ${shape.expects}, but is ${written}.`);
}

/** The same value with its place. */
export function located<T>(inner: Shape<T>): Shape<Located<T>> {
  return {
    expects: inner.expects,
    schema: inner.schema,
    read(node, name, problems) {
      const value = inner.read(node, name, problems);
      return value === undefined ? undefined : { value, start: node.offset, end: node.offset + node.length };
    },
  };
}

/** One of a few words. */
export function choice<T extends string>(words: readonly T[]): Shape<T> {
  return {
    expects: `one of ${words.join(", ")}`,
    schema: { type: "string", enum: words },
    read(node, name, problems) {
      const word = words.find((candidate) => candidate === node.value);
      if (word !== undefined) return word;
      const hint = typeof node.value === "string" ? didYouMean(node.value, words) : "";
      const written = typeof node.value === "string" ? quote(node.value) : `of type ${node.type}`;
      report(problems, node, `${name} must be ${this.expects}, but is ${written}.${hint}`);
      return undefined;
    },
  };
}

/** A text; `check` gives the rest of a sentence that begins with the text when it is not right. */
export function text(expects: string, schema: JsonSchema, check?: (text: string) => string | undefined): Shape<string> {
  return {
    expects,
    schema: { type: "string", ...schema },
    read(node, name, problems) {
      if (typeof node.value !== "string") return wrongType(this, node, name, problems);
      const wrong = check?.(node.value);
      if (wrong === undefined) return node.value;
      report(problems, node, `${name}: ${quote(node.value)} ${wrong}.`);
      return undefined;
    },
  };
}

// Behind the first hundred nobody reads on, and a hostile file can have a million, each with a search for near words.
const MAX_PROBLEMS = 100;

/** Whether enough is wrong to stop reading. */
export function isFull(problems: Problems): boolean {
  return problems.length >= MAX_PROBLEMS;
}

/** A list; wrong items are left out. */
export function list<T>(item: Shape<T>, expects: string): Shape<readonly T[]> {
  return {
    expects,
    schema: { type: "array", items: item.schema },
    read(node, name, problems) {
      if (node.type !== "array") return wrongType(this, node, name, problems);
      const values: T[] = [];
      for (const child of node.children ?? []) {
        if (isFull(problems)) break;
        const value = item.read(child, name, problems);
        if (value !== undefined) values.push(value);
      }
      return values;
    },
  };
}

/** One thing or another, told apart by the JSON type of the first. */
export function either<A, B>(
  types: readonly [Node["type"], Node["type"]],
  first: Shape<A>,
  second: Shape<B>,
): Shape<A | B> {
  return {
    expects: `${first.expects} or ${second.expects}`,
    schema: { anyOf: [first.schema, second.schema] },
    read(node, name, problems) {
      if (node.type === types[0]) return first.read(node, name, problems);
      return node.type === types[1] ? second.read(node, name, problems) : wrongType(this, node, name, problems);
    },
  };
}

/** A member of a JSON object: its key as node and as word, and its value. */
export interface Entry {
  readonly key: Node;
  readonly word: string;
  readonly value: Node;
}

/** The members of a JSON object. */
export function members(node: Node): Entry[] {
  const found: Entry[] = [];
  for (const property of node.children ?? []) {
    const [key, value] = property.children ?? [];
    if (key && value && typeof key.value === "string") found.push({ key, word: key.value, value });
  }
  return found;
}

/** An object whose keys are free within `checkKey`, which gives the sentence's rest for a wrong one. */
export function mapOf<T>(
  value: Shape<T>,
  words: { readonly expects: string; readonly schema: JsonSchema },
  checkKey: (key: string) => string | undefined,
): Shape<ReadonlyMap<string, Located<T>>> {
  return {
    expects: words.expects,
    schema: { type: "object", ...words.schema },
    read(node, name, problems) {
      if (node.type !== "object") return wrongType(this, node, name, problems);
      const values = new Map<string, Located<T>>();
      for (const entry of members(node)) {
        if (isFull(problems)) break;
        const wrong = values.has(entry.word) ? "is written twice; keep one." : checkKey(entry.word);
        if (wrong === undefined) readEntry(entry, value, { values, name, problems });
        else report(problems, entry.key, `${name}: ${quote(entry.word)} ${wrong}`);
      }
      return values;
    },
  };
}

interface MapReading<T> {
  readonly values: Map<string, Located<T>>;
  readonly name: string;
  readonly problems: Problems;
}

function readEntry<T>(entry: Entry, shape: Shape<T>, { values, name, problems }: MapReading<T>): void {
  const value = shape.read(entry.value, `${name} → ${entry.word}`, problems);
  const end = entry.value.offset + entry.value.length;
  if (value !== undefined) values.set(entry.word, { value, start: entry.key.offset, end });
}
