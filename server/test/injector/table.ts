// The measurements as a table by rule, and the totals that the goals are about.
import type { Measured } from "./measure.ts";

/** Sums of measurements. */
export interface Totals {
  runs: number;
  found: number;
  promised: number;
  restored: number;
  further: number;
}

/** The sum of some measurements. */
export function total(measured: readonly Measured[]): Totals {
  const sum: Totals = { runs: 0, found: 0, promised: 0, restored: 0, further: 0 };
  for (const one of measured) {
    sum.runs += one.runs;
    sum.found += one.found;
    sum.promised += one.promised;
    sum.restored += one.restored;
    sum.further += one.further;
  }
  return sum;
}

/** A line a rule; a line a kind below it where a kind is not perfect. */
export function renderTable(measured: readonly Measured[], details: boolean): string {
  const rows: string[][] = [["", "defects", "found", "fix", "restored", "further"]];
  const rules = [...new Set(measured.map((one) => one.defect.rule))];
  for (const rule of rules) {
    const own = measured.filter((one) => one.defect.rule === rule);
    rows.push([rule, ...cells(total(own))]);
    for (const one of own) if (details && isImperfect(one)) rows.push([`  ${one.defect.name}`, ...cells(total([one]))]);
  }
  rows.push(["all", ...cells(total(measured))]);
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart((widths[at] ?? 0) + 1))).join(" "),
    )
    .join("\n");
}

function isImperfect({ defect, runs, found, promised, restored, further }: Measured): boolean {
  return (
    runs === 0 || found < runs || restored < promised || further > 0 || (defect.fix === "safe" && promised < found)
  );
}

function cells({ runs, found, promised, restored, further }: Totals): string[] {
  return [
    String(runs),
    percent(found, runs),
    percent(promised, found),
    percent(restored, promised),
    percent(further, runs),
  ];
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`;
}
