// Files that the client lists and reads for us: in the browser and in virtual workspaces the server has no disk.
// Trusts nothing of what comes back but its shape.
import { FIND_FILES, type FindFilesParams, READ_FILE, type ReadFileParams } from "../protocol/protocol.ts";
import { decodeText } from "./decode.ts";
import { type Host, LARGEST_FILE, type Limits } from "./host.ts";
import { normalUri } from "./uris.ts";

/** Sends a request to the client. */
export type SendRequest = (method: string, params: FindFilesParams | ReadFileParams) => Promise<unknown>;

/** The client's files as a host. */
export class ClientHost implements Host {
  readonly #send: SendRequest;

  constructor(send: SendRequest) {
    this.#send = send;
  }

  serves(uri: string): boolean {
    return !uri.startsWith("untitled:");
  }

  async listFiles(folder: string): Promise<Iterable<string>> {
    const uris = property(await this.#send(FIND_FILES, { folder }), "uris");
    if (!Array.isArray(uris)) throw new Error(`the client lists no files below ${folder}`);
    return uris.filter((uri): uri is string => typeof uri === "string").map(normalUri);
  }

  async readText(
    uri: string,
    { longest }: Pick<Limits, "longest"> = { longest: LARGEST_FILE },
  ): Promise<string | undefined> {
    const bytes = await this.readBytes(uri, longest);
    return bytes && decodeText(bytes);
  }

  async readBytes(uri: string, longest: number): Promise<Uint8Array | undefined> {
    try {
      const base64 = property(await this.#send(READ_FILE, { uri }), "base64");
      if (typeof base64 !== "string" || base64.length > (longest * 4) / 3 + 4) return undefined;
      return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    } catch {
      return undefined;
    }
  }
}

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? new Map(Object.entries(value)).get(name) : undefined;
}
