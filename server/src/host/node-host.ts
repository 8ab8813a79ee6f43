// Files of a local disk as a host: listed by walking, read synchronously.
// What may be read of a place that somebody's settings name is checked with all links resolved.
import { realpathSync } from "node:fs";
import { dirname, sep } from "node:path";
import { URI } from "vscode-uri";
import { FileReader } from "./file-reader.ts";
import { type Host, LARGEST_FILE, type Limits } from "./host.ts";
import { walk } from "./node-walk.ts";

const PLAIN_FILE = /^file:\/\/(\/[^%]*)$/;

/** The local disk as a host. */
export class NodeHost implements Host {
  readonly #reader = new FileReader();

  serves(uri: string): boolean {
    return uri.startsWith("file://");
  }

  *listFiles(folder: string): Generator<string | undefined> {
    for (const path of walk(pathOf(folder))) yield path === undefined ? undefined : `${folder}/${path}`;
  }

  readText(uri: string, limits?: Limits): string | undefined {
    try {
      if (limits && !liesWithin(pathOf(uri), pathOf(limits.within))) return undefined;
      return this.#reader.read(pathOf(uri), limits?.longest ?? LARGEST_FILE).text;
    } catch {
      return undefined;
    }
  }
}

const DRIVE = /^[a-z]:$/i;

/** The path of a file URI. On POSIX that of a plain one is its own; parsing it costs more than opening the file. */
export function pathOf(uri: string): string {
  const onWindows = process.platform === "win32";
  const plain = onWindows ? undefined : PLAIN_FILE.exec(uri)?.[1];
  const path = plain ?? URI.parse(uri).fsPath;
  // A drive without a slash stands for the folder that was last worked in on it.
  return onWindows && DRIVE.test(path) ? `${path}/` : path;
}

function liesWithin(path: string, folder: string): boolean {
  const real = realpathSync(dirname(path)) + sep;
  const root = realpathSync(folder);
  return real.startsWith(root.endsWith(sep) ? root : root + sep);
}
