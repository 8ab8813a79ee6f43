// Files of a local disk, read synchronously into one reused buffer: the fastest way there is on Node (PERF §4).
// Reads regular files only; links, pipes and devices are refused, so that a hostile folder cannot hold the server up.
import { isAscii } from "node:buffer";
import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from "node:fs";
import { dirname, sep } from "node:path";
import { URI } from "vscode-uri";
import { decodeText } from "./decode.ts";
import { type Host, LARGEST_FILE, type Limits } from "./host.ts";
import { walk } from "./node-walk.ts";

// Windows has neither flag; there `fstat` alone decides.
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
const BUFFER_SIZE = 256 * 1024;
const PLAIN_FILE = /^file:\/\/(\/[^%]*)$/;

/** The local disk as a host. */
export class NodeHost implements Host {
  #buffer: Buffer = Buffer.allocUnsafeSlow(BUFFER_SIZE);

  serves(uri: string): boolean {
    return uri.startsWith("file://");
  }

  listFiles(folder: string): Iterable<string | undefined> {
    return walk(pathOf(folder), folder);
  }

  readText(uri: string, limits?: Limits): string | undefined {
    let file: number | undefined;
    try {
      if (limits && !liesWithin(pathOf(uri), pathOf(limits.within))) return undefined;
      file = openSync(pathOf(uri), FLAGS);
      return this.#read(file, limits?.longest ?? LARGEST_FILE);
    } catch {
      return undefined;
    } finally {
      if (file !== undefined) closeSync(file);
    }
  }

  #read(file: number, longest: number): string | undefined {
    const stat = fstatSync(file);
    if (!stat.isFile() || stat.size > longest) return undefined;
    if (stat.size > this.#buffer.length) this.#buffer = Buffer.allocUnsafeSlow(stat.size);
    let length = 0;
    while (length < stat.size) {
      const count = readSync(file, this.#buffer, length, stat.size - length, null);
      if (count === 0) break;
      length += count;
    }
    const bytes = this.#buffer.subarray(0, length);
    if (!isAscii(bytes)) return decodeText(bytes);
    return bytes.includes(0) ? undefined : bytes.toString("latin1");
  }
}

// On POSIX the path of a plain URI is the URI's own; parsing it costs more than opening the file.
function pathOf(uri: string): string {
  const plain = process.platform === "win32" ? undefined : PLAIN_FILE.exec(uri)?.[1];
  return plain ?? URI.parse(uri).fsPath;
}

function liesWithin(path: string, folder: string): boolean {
  const real = realpathSync(dirname(path)) + sep;
  const root = realpathSync(folder);
  return real.startsWith(root.endsWith(sep) ? root : root + sep);
}
