// The line that shows how far a stage is: name, bar, count, rate, time left; what has no room is left out, the bar first.
import type { Paint } from "./terminal.ts";

/** How far a stage is. */
export interface StageState {
  readonly name: string;
  readonly done: number;
  readonly total: number | undefined;
  /** How long it has been at work. */
  readonly seconds: number;
}

const LONGEST_BAR = 30;
const SHORTEST_BAR = 8;
// Rates of the first moments say little.
const SETTLED_SECONDS = 0.5;

/** The line, at most `width` columns wide. */
export function progressLine(state: StageState, width: number, paint: Paint): string {
  const parts = [countText(state), ...rateTexts(state)];
  while (parts.length > 1 && textOf(state, parts).length > width) parts.pop();
  const text = textOf(state, parts);
  if (text.length > width) return text.slice(0, Math.max(0, width));
  // As wide as the terminal is, not as the text is: a bar that changes its width is hard to read.
  const room = Math.min(LONGEST_BAR, Math.floor(width / 4));
  if (!state.total || room < SHORTEST_BAR || text.length + 1 + room > width) return text;
  return `${state.name} ${barText(Math.min(1, state.done / state.total), room, paint)} ${parts.join(" · ")}`;
}

function textOf({ name }: StageState, parts: readonly string[]): string {
  return `${name} ${parts.join(" · ")}`;
}

function barText(part: number, width: number, paint: Paint): string {
  const full = Math.round(part * width);
  return paint("green", "█".repeat(full)) + paint("dim", "░".repeat(width - full));
}

function countText({ done, total }: StageState): string {
  if (!total) return grouped(done);
  const all = grouped(total);
  const percent = Math.floor((Math.min(done, total) / total) * 100);
  return `${String(percent).padStart(3)} % · ${grouped(done).padStart(all.length)} of ${all}`;
}

function rateTexts({ done, total, seconds }: StageState): string[] {
  if (done === 0 || seconds < SETTLED_SECONDS) return [];
  const rate = done / seconds;
  const texts = [`${grouped(rate < 10 ? Math.round(rate * 10) / 10 : Math.round(rate))}/s`];
  if (total && done < total) texts.push(`${durationText((total - done) / rate)} left`);
  return texts;
}

function durationText(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes}:${String(whole % 60).padStart(2, "0")} min`;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")} h`;
}

function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+(?!\d))/g, ",");
}
