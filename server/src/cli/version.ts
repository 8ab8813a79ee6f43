// The product's version, which the bundler puts in.

declare const __KB_VERSION__: string;

/** The version, or a name for unbundled code. */
export const VERSION: string = typeof __KB_VERSION__ === "string" ? __KB_VERSION__ : "0.0.0-source";
