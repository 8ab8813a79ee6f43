// The product's version, which the bundler puts in.

declare const __KB_VERSION__: string;
declare const __KB_BUILD__: string;

/** The version, or a name for unbundled code. */
export const VERSION: string = typeof __KB_VERSION__ === "string" ? __KB_VERSION__ : "0.0.0-source";

/** The name of what decides how articles are read: an index of another build is not trusted. */
export const BUILD: string = typeof __KB_BUILD__ === "string" ? __KB_BUILD__ : "source";
