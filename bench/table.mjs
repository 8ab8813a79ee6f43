// Numbers and tables as text: Markdown that reads well in a terminal too. Also puts tables into docs/BENCHMARKS.md.
import { readFileSync, writeFileSync } from "node:fs";

/** The middle of some numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}

/** The number that `share` of the numbers do not exceed (nearest rank); NaN where there are none. */
export function percentile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** A number with so many decimals; a dash where it is not known. */
export function figure(number, decimals = 2) {
  return Number.isFinite(number) ? number.toFixed(decimals) : "–";
}

/** Median, 95th percentile and largest of some milliseconds. */
export function spread(numbers) {
  if (numbers.length === 0) return "–";
  return `${figure(median(numbers))} / ${figure(percentile(numbers, 0.95))} / ${figure(Math.max(...numbers))}`;
}

/** The verdict on a goal; while others keep the machine busy there is none, whichever way the figures point. */
export function verdict(met, loud) {
  if (loud) return "none: machine busy";
  return met ? "met" : "not met";
}

/** A Markdown table with columns as wide as their widest cell. */
export function tableOf(head, rows) {
  const widths = head.map((name, at) => Math.max(name.length, 3, ...rows.map((row) => String(row[at]).length)));
  const line = (cells) => `| ${cells.map((cell, at) => String(cell).padEnd(widths[at])).join(" | ")} |`;
  return [line(head), `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`, ...rows.map(line)].join("\n");
}

/** Puts text between the marks `<!-- NAME -->` and `<!-- end of NAME -->` of a document. */
export function recordIn(file, name, text) {
  const document = readFileSync(file, "utf8");
  const [open, close] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const from = document.indexOf(open);
  const to = document.indexOf(close);
  if (from < 0 || to < from) throw new Error(`${file} has no marks ${open} and ${close} to put the figures between`);
  writeFileSync(file, `${document.slice(0, from + open.length)}\n${text}\n${document.slice(to)}`);
}
