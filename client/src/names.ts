// The identifiers that the manifest, the settings and the client share.

/** The client's id: the prefix of its trace setting. */
export const CLIENT_ID = "kb";
/** The name of client and output channel as people see it. */
export const CLIENT_NAME = "KB Author";
/** Raw texts. */
export const ARTICLE_LANGUAGE = "kb-article";
/** Pages. */
export const PAGE_LANGUAGE = "kb-page";
/** Languages of files that may turn out to be articles. */
export const HOST_LANGUAGES: readonly string[] = ["markdown", "plaintext"];
