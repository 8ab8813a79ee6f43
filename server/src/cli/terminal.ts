// What a terminal may be given: colours where they are wanted, and never a control character out of somebody's file.
// Articles and file names come from strangers; an escape sequence in one could rewrite the user's screen.

/** The styles in use. */
export type Style = "red" | "yellow" | "blue" | "green" | "dim" | "bold" | "underline";

/** Puts a style around a text, or gives it back as it is. */
export type Paint = (style: Style, text: string) => string;

const CODES: Readonly<Record<Style, readonly [on: number, off: number]>> = {
  red: [31, 39],
  yellow: [33, 39],
  blue: [34, 39],
  green: [32, 39],
  dim: [2, 22],
  bold: [1, 22],
  underline: [4, 24],
};

/** Paints with the terminal's escape sequences. */
export const paintColour: Paint = (style, text) => `\u001b[${CODES[style][0]}m${text}\u001b[${CODES[style][1]}m`;

/** Leaves everything plain. */
export const paintPlain: Paint = (_style, text) => text;

/** What decides on colours. */
export interface ColourWish {
  readonly noColor: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly isTerminal: boolean;
}

/** Colours by `--no-color`, `FORCE_COLOR`, `NO_COLOR` and the terminal, in this order. */
export function choosePaint({ noColor, environment, isTerminal }: ColourWish): Paint {
  const forced = environment.FORCE_COLOR;
  if (noColor || forced === "0" || forced === "false") return paintPlain;
  if (forced !== undefined) return paintColour;
  if (environment.NO_COLOR || environment.TERM === "dumb") return paintPlain;
  return isTerminal ? paintColour : paintPlain;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not reach a terminal.
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** The text with a visible sign for each character that could steer a terminal; it keeps its length. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (character) => (character === "\t" ? " " : "\uFFFD"));
}
