// The shells that kblint writes completions for.

/** Their names. */
export const SHELLS = ["bash", "zsh", "fish", "powershell"] as const;
/** A shell. */
export type Shell = (typeof SHELLS)[number];
