// Half a surrogate pair is no character: XML cannot hold it and URIs cannot encode it.
// Windows allows it in file names, and a damaged file may have it in its text.

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text with the replacement character for each half of a pair. */
export function wellFormed(text: string): string {
  return text.replace(LONE_SURROGATE, "\ufffd");
}
