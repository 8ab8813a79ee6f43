// The file of suppressions: read with the same care as settings, written so that merges and reviews are easy.
// One entry a line, in a fixed order: two people who add entries rarely touch the same line.
import { parseJson } from "./parse-config.ts";
import type { ConfigProblem } from "./problem.ts";
import { type Member, member, record } from "./record.ts";
import { list, type Shape, text } from "./shape.ts";
import { keyOf, type Suppression } from "./suppressions.ts";

/** The suppressions of a file and what is wrong with it. */
export interface ParsedSuppressions {
  readonly suppressions: readonly Suppression[];
  readonly problems: readonly ConfigProblem[];
}

type Draft<T> = { -readonly [Key in keyof T]: T[Key] };

const VERSION = 1;
const anyText = text("a text", {});

const versionShape: Shape<number> = {
  expects: `the number ${VERSION}`,
  schema: { const: VERSION },
  read(node, name, problems) {
    if (node.value === VERSION) return VERSION;
    const message = `${name} must be ${VERSION}; another version needs another kblint.`;
    problems.push({ message, severity: "error", start: node.offset, end: node.offset + node.length });
    return undefined;
  },
};

const suppressionShape: Shape<Suppression> = record(
  "an object with “rule”, “id” and “fingerprint”",
  (): Draft<Suppression> => ({ rule: "", id: "", fingerprint: "", reason: undefined }),
  new Map<string, Member<Draft<Suppression>>>([
    [
      "rule",
      member(
        "The rule's id.",
        anyText,
        (it, rule) => {
          it.rule = rule;
        },
        true,
      ),
    ],
    [
      "id",
      member(
        "The article's number.",
        anyText,
        (it, id) => {
          it.id = id;
        },
        true,
      ),
    ],
    [
      "fingerprint",
      member(
        "What the finding's line says, as a hash.",
        anyText,
        (it, mark) => {
          it.fingerprint = mark;
        },
        true,
      ),
    ],
    [
      "reason",
      member("Why the finding is accepted.", anyText, (it, reason) => {
        it.reason = reason;
      }),
    ],
  ]),
);

interface Contents {
  suppressions: readonly Suppression[];
}

const fileShape = record(
  "an object with “version” and “suppressions”",
  (): Contents => ({ suppressions: [] }),
  new Map<string, Member<Contents>>([
    ["version", member("The version of the format.", versionShape, () => undefined, true)],
    [
      "suppressions",
      member("The accepted findings.", list(suppressionShape, "a list of entries"), (it, entries) => {
        it.suppressions = entries;
      }),
    ],
  ]),
);

// A baseline of a whole neglected archive: 100,000 entries of some 100 characters.
const MAX_LENGTH = 20_000_000;

/** Reads a suppressions file. */
export function parseSuppressions(content: string): ParsedSuppressions {
  const tree = parseJson(content, MAX_LENGTH);
  if ("problems" in tree) return { suppressions: [], problems: tree.problems };
  const problems: ConfigProblem[] = [];
  const contents = fileShape.read(tree.root, "The suppressions file", problems);
  return { suppressions: contents?.suppressions ?? [], problems };
}

/** Writes a suppressions file; the same entries always give the same bytes. */
export function writeSuppressions(suppressions: readonly Suppression[]): string {
  const lines = [...suppressions].sort(byPlace).map(({ rule, id, fingerprint, reason }) => {
    const entry = reason === undefined ? { rule, id, fingerprint } : { rule, id, fingerprint, reason };
    return `\n    ${JSON.stringify(entry)}`;
  });
  return `{\n  "version": ${VERSION},\n  "suppressions": [${lines.join(",")}${lines.length > 0 ? "\n  " : ""}]\n}\n`;
}

function byPlace(a: Suppression, b: Suppression): number {
  return a.id.length - b.id.length || (keyOf(a) < keyOf(b) ? -1 : 1);
}
