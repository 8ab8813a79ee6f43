// Objects with fixed keys: a table of members that reads, checks and documents them.
// Values are stored by the members' own functions, so that no key of a file ever becomes a property name.
import type { Node } from "jsonc-parser";
import { didYouMean, isFull, type JsonSchema, members, type Problems, quote, report, type Shape } from "./shape.ts";

/** One key of an object: its description, its schema, and where its value goes. */
export interface Member<T> {
  readonly description: string;
  readonly schema: JsonSchema;
  readonly required: boolean;
  read(target: T, node: Node, name: string, problems: Problems): void;
}

/** Describes one key. */
export function member<T, V>(
  description: string,
  shape: Shape<V>,
  store: (target: T, value: V) => void,
  required = false,
): Member<T> {
  return {
    description,
    schema: shape.schema,
    required,
    read(target, node, name, problems) {
      const value = shape.read(node, name, problems);
      if (value !== undefined) store(target, value);
    },
  };
}

/** An object with these keys and no others; `make` gives the value before any key is read. */
export function record<T>(expects: string, make: (node: Node) => T, table: ReadonlyMap<string, Member<T>>): Shape<T> {
  return {
    expects,
    schema: schemaOf(table),
    read(node, name, problems) {
      if (node.type !== "object") {
        report(problems, node, `${name} must be ${expects}, but is of type ${node.type}.`);
        return undefined;
      }
      const target = make(node);
      const complete = readMembers(node, { name, table, target }, problems);
      return complete ? target : undefined;
    },
  };
}

interface Reading<T> {
  readonly name: string;
  readonly table: ReadonlyMap<string, Member<T>>;
  readonly target: T;
}

function readMembers<T>(node: Node, { name, table, target }: Reading<T>, problems: Problems): boolean {
  const seen = new Set<string>();
  for (const { key, word, value } of members(node)) {
    if (isFull(problems)) break;
    const known = table.get(word);
    if (!known) {
      const keys = [...table.keys()].filter((candidate) => candidate !== "$schema");
      const hint = didYouMean(word, keys) || ` Known keys: ${keys.join(", ")}.`;
      report(problems, key, `${name} has no key ${quote(word)}.${hint}`);
      continue;
    }
    if (seen.has(word)) report(problems, key, `${name}: “${word}” is written twice; keep one.`);
    seen.add(word);
    known.read(target, value, name === ROOT_NAME ? `“${word}”` : `${name} → ${word}`, problems);
  }
  let complete = true;
  for (const [word, { required }] of table) {
    if (!required || seen.has(word)) continue;
    report(problems, node, `${name} lacks “${word}”; add it.`);
    complete = false;
  }
  return complete;
}

/** What messages call the whole file. */
export const ROOT_NAME = "The settings file";

function schemaOf<T>(table: ReadonlyMap<string, Member<T>>): JsonSchema {
  const properties = [...table].map(([key, { description, schema }]) => [key, { description, ...schema }] as const);
  const required = [...table].filter(([, { required }]) => required).map(([key]) => key);
  return {
    type: "object",
    properties: Object.fromEntries(properties),
    additionalProperties: false,
    ...(required.length > 0 ? { required } : {}),
  };
}
