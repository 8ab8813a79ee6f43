// Files in memory, for tests: counts what is asked of it, so that tests can prove what is not read twice.
// With `slow` set it answers later, as a client does.
import { isCandidateUri, isConfigUri, isOpenTo } from "./candidates.ts";
import { decodeText } from "./decode.ts";
import type { Host, Maybe } from "./host.ts";
import { isBelow, normalUri } from "./uris.ts";

/** A host over a map of texts or bytes by URI. */
export class MemoryHost implements Host {
  readonly files: Map<string, string | Uint8Array> = new Map();
  /** How often files were read and folders listed. */
  readonly calls: { reads: number; lists: number } = { reads: 0, lists: 0 };
  slow = false;

  constructor(files: Iterable<readonly [string, string | Uint8Array]> = []) {
    for (const [uri, content] of files) this.files.set(normalUri(uri), content);
  }

  serves(uri: string): boolean {
    return !uri.startsWith("untitled:");
  }

  listFiles(folder: string): Maybe<Iterable<string>> {
    this.calls.lists++;
    const found = [...this.files.keys()].filter((uri) => isBelow(uri, folder) && isListed(uri, folder));
    return this.slow ? Promise.resolve(found) : found;
  }

  readText(uri: string): Maybe<string | undefined> {
    this.calls.reads++;
    const content = this.files.get(uri);
    const text = content === undefined || typeof content === "string" ? content : decodeText(content);
    return this.slow ? Promise.resolve(text) : text;
  }

  readBytes(uri: string): Promise<Uint8Array | undefined> {
    this.calls.reads++;
    const content = this.files.get(uri);
    return Promise.resolve(typeof content === "string" ? undefined : content);
  }
}

function isListed(uri: string, folder: string): boolean {
  return isCandidateUri(uri, folder) || (isConfigUri(uri) && isOpenTo(uri, folder));
}
