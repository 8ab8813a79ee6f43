// The shells that kblint writes completions for. A list of its own, because help names them too.

/** Their names. */
export const SHELLS = ["bash", "zsh", "fish", "powershell"] as const;
/** A shell. */
export type Shell = (typeof SHELLS)[number];
