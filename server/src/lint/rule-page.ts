// A rule's page in Markdown, made from its metadata alone: what is wrong, why it matters, what to do, examples.
// Shown by `kblint explain`, and written to docs/rules by the code generator.
import type { Level, Levels, RuleExample, RuleMeta } from "./rule.ts";

const FIXES: Readonly<Record<RuleMeta["fix"], string>> = {
  safe: "Safe: it restores the right text, runs on save where the editor does that, and with `kblint fix`.",
  unsafe: "Offered only: it needs a look, so it never runs on save. `kblint fix --unsafe` applies it.",
  no: "None: only a person can know the right text.",
};

/** The page of a rule. */
export function renderRulePage(rule: RuleMeta): string {
  const parts = [
    `# ${rule.id}`,
    rule.summary,
    severityTable(rule),
    `**Why it matters.** ${rule.rationale}`,
    `**What to do.** ${rule.remedy}`,
    `**Fix.** ${FIXES[rule.fix]}`,
    ...scope(rule),
    ...examples("Reported", rule.examples.bad),
    ...examples("Not reported", rule.examples.good),
    "## Settings",
    fence("jsonc", `// kb.config.json\n{ "rules": { "${rule.id}": "off" } }`),
    `${rule.source}. In real articles: ${rule.frequency}.`,
  ];
  return `${parts.join("\n\n")}\n`;
}

function severityTable({ levels, variants = {} }: RuleMeta): string {
  const rows: (readonly [string, Levels])[] = [["usual", levels], ...Object.entries(variants)];
  const lines = rows.map(([name, { archive, authoring }]) => `| ${name} | ${level(archive)} | ${level(authoring)} |`);
  return ["| Case | `archive` | `authoring` |", "|---|---|---|", ...lines].join("\n");
}

function level(value: Level): string {
  return value === "off" ? "–" : value;
}

function scope({ mspl, archiveWide }: RuleMeta): string[] {
  const parts: string[] = [];
  if (archiveWide) parts.push("**Scope.** Looks at other articles of the archive too.");
  if (mspl) parts.push("**Dialect.** Holds for the pages of the Programmer's Library too.");
  return parts;
}

function examples(heading: string, list: readonly RuleExample[]): string[] {
  return list.length === 0 ? [] : [`## ${heading}`, ...list.map(example)];
}

function example(shown: RuleExample): string {
  const where = shown.container === undefined ? "" : ` (${shown.container === "page" ? "page" : "raw text"})`;
  const only = shown.profile === undefined ? "" : ` Profile \`${shown.profile}\` only.`;
  const title = `${shown.title}${where}.${only}`;
  const changes = [
    ...(shown.replace === undefined ? [] : [[shown.replace, shown.by ?? ""] as const]),
    ...(shown.also ?? []),
  ];
  return changes.length === 0 ? title : `${title}\n\n${fence("diff", changes.map(change).join("\n"))}`;
}

// The sound passage is taken out, what the example has comes in.
function change([sound, damaged]: readonly [string, string]): string {
  return [...prefixed("-", sound), ...prefixed("+", damaged)].join("\n");
}

function prefixed(sign: string, passage: string): string[] {
  return passage === "" ? [] : passage.split("\n").map((line) => sign + line);
}

// Passages may hold backticks; the fence must be longer than any run of them.
function fence(language: string, content: string): string {
  const longest = Math.max(2, ...(content.match(/`+/g) ?? []).map((run) => run.length));
  const marks = "`".repeat(longest + 1);
  return `${marks}${language}\n${content}\n${marks}`;
}
