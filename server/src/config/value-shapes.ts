// The values that settings are made of: paths, article numbers, words, patterns, severities.
// Each says in its message what is wrong and what to write instead.
import type { Level, Profile, RuleMeta } from "../lint/rule.ts";
import { isArticleId } from "../syntax/article-id.ts";
import { compileGlob, GLOB_MAX_LENGTH, type Glob } from "./glob.ts";
import { choice, didYouMean, type Located, list, located, mapOf, quote, report, type Shape, text } from "./shape.ts";

/** The profiles by name. */
export const PROFILES: readonly Profile[] = ["archive", "authoring"];
/** The severities that a rule can be given, gravest first. */
export const LEVELS: readonly Level[] = ["error", "warning", "information", "hint", "off"];

const PATH_LENGTH = 1000;
const WORD_LENGTH = 200;

/** A profile. */
export const profileShape: Shape<Located<Profile>> = located(choice(PROFILES));

/** A path to a file below the settings file's folder: a settings file must not reach outside the archive. */
export const pathShape: Shape<string> = text("a path to a file", { minLength: 1, maxLength: PATH_LENGTH }, (path) => {
  if (path.trim() === "") return "is empty; write a path, or leave the key out";
  if (path.length > PATH_LENGTH) return `is longer than ${PATH_LENGTH} characters`;
  if (path.includes("\\")) return "has a \\; write / between folders, on Windows too";
  const leaves = path.startsWith("/") || /^[A-Za-z]:/.test(path) || path.split("/").includes("..");
  return leaves ? "leaves the settings file's folder; name a file below it" : undefined;
});

/** Says what is wrong with an article number, or `undefined`. */
export function wrongId(id: string): string | undefined {
  return isArticleId(id) ? undefined : "is not an article number; write Q and five or six digits, such as Q100000";
}

/** The schema of an article number. */
export const ID_PATTERN = "^Q[1-9][0-9]{4,5}$";

/** An article number. */
export const idShape: Shape<string> = text("an article number such as “Q100000”", { pattern: ID_PATTERN }, wrongId);

/** A keyword, a technology token, a product or a person. */
export const wordShape: Shape<string> = text("a word", { minLength: 1, maxLength: WORD_LENGTH }, (word) => {
  if (word.trim() !== word || word === "") return "is empty or has blanks around it";
  return word.length > WORD_LENGTH ? `is longer than ${WORD_LENGTH} characters` : undefined;
});

/** A list of words. */
export const wordsShape: Shape<readonly string[]> = list(wordShape, "a list of words");

const globShape: Shape<Glob> = {
  expects: "a pattern such as “kb/**”",
  schema: { type: "string", minLength: 1, maxLength: GLOB_MAX_LENGTH },
  read(node, name, problems) {
    if (typeof node.value !== "string") {
      report(problems, node, `${name} must be ${this.expects}, but is of type ${node.type}.`);
      return undefined;
    }
    const glob = compileGlob(node.value);
    if (!("problem" in glob)) return glob;
    report(problems, node, `${name}: the pattern ${quote(node.value)} ${glob.problem}.`);
    return undefined;
  },
};

/** A list of patterns. */
export const globsShape: Shape<readonly Glob[]> = list(globShape, "a list of patterns");

/** Severities by rule id. */
export function rulesShape(rules: readonly RuleMeta[]): Shape<ReadonlyMap<string, Located<Level>>> {
  const known = new Set(rules.map((rule) => rule.id));
  const level = choice(LEVELS);
  const properties = rules.map((rule) => [rule.id, { ...level.schema, description: describe(rule) }] as const);
  const schema = { properties: Object.fromEntries(properties), additionalProperties: false };
  return mapOf(level, { expects: "an object of rule ids and severities", schema }, (id) =>
    known.has(id) ? undefined : `is not a rule.${didYouMean(id, known) || " “kblint rules” lists them all."}`,
  );
}

function describe(rule: RuleMeta): string {
  return `${rule.summary} Default: ${rule.levels.archive} in “archive”, ${rule.levels.authoring} in “authoring”.`;
}
