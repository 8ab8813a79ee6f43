// The keys of kb.config.json: the one table from which files are read, checked and documented.
// A key that is not here does not exist; a key that is here is in the JSON schema with the same words.
import type { RuleMeta } from "../lint/rule.ts";
import { type Config, EMPTY_CONFIG, type IdRange, type ListChange, type Override, TAXONOMIES } from "./config.ts";
import { type Member, member, record } from "./record.ts";
import { either, type Located, list, located, mapOf, type Shape } from "./shape.ts";
import {
  globsShape,
  ID_PATTERN,
  idShape,
  pathShape,
  profileShape,
  rulesShape,
  wordShape,
  wordsShape,
  wrongId,
} from "./value-shapes.ts";

type Draft<T> = { -readonly [Key in keyof T]: T[Key] };
type Table<T> = ReadonlyMap<string, Member<Draft<T>>>;

/** The description of a whole settings file for these rules. */
export function configShape(rules: readonly RuleMeta[]): Shape<Config> {
  const empty = (): Draft<Config> => ({ ...EMPTY_CONFIG });
  return record("an object", empty, new Map([...filesTable(), ...rulesTable(rules), ...archiveTable()]));
}

function filesTable(): Table<Config> {
  return new Map<string, Member<Draft<Config>>>([
    ["$schema", member("Where an editor finds the schema of this file.", schemaAddress, () => undefined)],
    [
      "include",
      member(
        "The files that belong to the archive, as patterns relative to this file's folder. Default: all.",
        located(globsShape),
        (it, globs) => {
          it.include = globs;
        },
      ),
    ],
    [
      "exclude",
      member(
        "Files that do not belong to the archive: neither checked nor known to other articles.",
        located(globsShape),
        (it, globs) => {
          it.exclude = globs;
        },
      ),
    ],
  ]);
}

const schemaAddress: Shape<string> = { ...wordShape, expects: "an address", schema: { type: "string" } };

function rulesTable(rules: readonly RuleMeta[]): Table<Config> {
  const levels = rulesShape(rules);
  return new Map<string, Member<Draft<Config>>>([
    [
      "profile",
      member(
        "“archive” is quiet, for articles that exist; “authoring” asks for all that a new article should have.",
        profileShape,
        (it, profile) => {
          it.profile = profile;
        },
      ),
    ],
    [
      "rules",
      member("Severities by rule id; “off” silences a rule.", levels, (it, map) => {
        it.rules = map;
      }),
    ],
    [
      "overrides",
      member(
        "Other settings for some files. Of several that match a file, the last one counts.",
        list(overrideShape(levels), "a list of objects"),
        (it, overrides) => {
          it.overrides = overrides;
        },
      ),
    ],
  ]);
}

function overrideShape(levels: Shape<Config["rules"]>): Shape<Override> {
  return record(
    "an object with “files” and “profile” or “rules”",
    (node): Draft<Override> => ({ files: [], profile: undefined, rules: new Map(), start: node.offset }),
    new Map<string, Member<Draft<Override>>>([
      [
        "files",
        member(
          "The files that this holds for, as patterns.",
          globsShape,
          (it, globs) => {
            it.files = globs;
          },
          true,
        ),
      ],
      [
        "profile",
        member("The profile of these files.", profileShape, (it, profile) => {
          it.profile = profile;
        }),
      ],
      [
        "rules",
        member("Severities for these files by rule id.", levels, (it, map) => {
          it.rules = map;
        }),
      ],
    ]),
  );
}

function archiveTable(): Table<Config> {
  return new Map<string, Member<Draft<Config>>>([
    [
      "taxonomy",
      member("Changes to the lists of known words.", taxonomyShape(), (it, map) => {
        it.taxonomy = map;
      }),
    ],
    ["ids", idsMember()],
    [
      "superseded",
      member(
        "Articles that another one has taken the place of: old number to new number.",
        supersededShape,
        (it, map) => {
          it.superseded = map;
        },
      ),
    ],
    [
      "boilerplate",
      member(
        "The file that holds the disclaimer under raw texts. Default: learned from the archive.",
        located(pathShape),
        (it, path) => {
          it.boilerplate = path;
        },
      ),
    ],
    [
      "suppressions",
      member(
        "The file that holds accepted findings, written by “kblint baseline”. Default: .kb/suppressions.json.",
        located(pathShape),
        (it, path) => {
          it.suppressions = path;
        },
      ),
    ],
  ]);
}

const supersededShape = mapOf(
  idShape,
  {
    expects: "an object of old and new article numbers",
    schema: { additionalProperties: idShape.schema, propertyNames: { pattern: ID_PATTERN } },
  },
  (key) => {
    const wrong = wrongId(key);
    return wrong && `${wrong}.`;
  },
);

type Taxonomy = Map<(typeof TAXONOMIES)[number], Located<ListChange>>;
const TAXONOMY_WORDS: Readonly<Record<(typeof TAXONOMIES)[number], string>> = {
  keywords: "Keywords of header and footer.",
  technology: "Words of the footer's Technology field.",
  products: "Product names of the header, each alone or with its code: “code=Name”.",
};

function taxonomyShape(): Shape<Taxonomy> {
  const change = record(
    "an object with “extend” or “replace”",
    (): Draft<ListChange> => ({ replace: undefined, extend: [] }),
    new Map<string, Member<Draft<ListChange>>>([
      [
        "extend",
        member("Words to know besides the built-in ones.", wordsShape, (it, words) => {
          it.extend = words;
        }),
      ],
      [
        "replace",
        member("Words to know instead of the built-in ones.", wordsShape, (it, words) => {
          it.replace = words;
        }),
      ],
    ]),
  );
  const entries = TAXONOMIES.map((name) => {
    const store = (it: Taxonomy, value: Located<ListChange>): void => void it.set(name, value);
    return [name, member(TAXONOMY_WORDS[name], located(change), store)] as const;
  });
  return record(`an object with ${TAXONOMIES.join(", ")}`, (): Taxonomy => new Map(), new Map(entries));
}

const rangeShape: Shape<IdRange> = record(
  "an object with “from” and “to”",
  (): Draft<IdRange> => ({ from: "", to: "", product: undefined, author: undefined }),
  new Map<string, Member<Draft<IdRange>>>([
    [
      "from",
      member(
        "The first number.",
        idShape,
        (it, id) => {
          it.from = id;
        },
        true,
      ),
    ],
    [
      "to",
      member(
        "The last number.",
        idShape,
        (it, id) => {
          it.to = id;
        },
        true,
      ),
    ],
    [
      "product",
      member("The product code that the range is for.", wordShape, (it, word) => {
        it.product = word;
      }),
    ],
    [
      "author",
      member("The person that the range is for.", wordShape, (it, word) => {
        it.author = word;
      }),
    ],
  ]),
);

type Ids = Draft<Pick<Config, "ranges" | "registry">>;

function idsMember(): Member<Draft<Config>> {
  const registry = either(["string", "array"], pathShape, list(idShape, "a list of article numbers"));
  const shape = record(
    "an object with “ranges” or “registry”",
    (): Ids => ({ ranges: undefined, registry: undefined }),
    new Map<string, Member<Ids>>([
      [
        "ranges",
        member(
          "Ranges that new articles take their numbers from.",
          located(list(rangeShape, "a list of ranges")),
          (it, ranges) => {
            it.ranges = ranges;
          },
        ),
      ],
      [
        "registry",
        member(
          "All article numbers there are: a file with a number a line, or a list. A citation of any other number is an error.",
          located(registry),
          (it, known) => {
            it.registry = known;
          },
        ),
      ],
    ]),
  );
  return member("Article numbers.", shape, (it, ids) => {
    it.ranges = ids.ranges;
    it.registry = ids.registry;
  });
}
