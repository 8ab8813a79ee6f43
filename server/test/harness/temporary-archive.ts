// A workspace folder on disk for one test, with files written by their relative paths.
// Removed when the test is over, where the test itself opens it.
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { URI } from "vscode-uri";

/** A folder that exists until {@link remove}. */
export class TemporaryArchive {
  readonly path: string;

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    this.path = realpathSync(mkdtempSync(join(tmpdir(), "kb-archive-")));
    for (const [name, content] of Object.entries(files)) this.write(name, content);
  }

  /** The folder's URI. */
  get uri(): string {
    return URI.file(this.path).toString();
  }

  /** The URI of a file in it. */
  uriOf(name: string): string {
    return URI.file(join(this.path, name)).toString();
  }

  /** Writes a file, with the folders above it. */
  write(name: string, content: string | Uint8Array): string {
    const file = join(this.path, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    return this.uriOf(name);
  }

  /** The text of a file. */
  read(name: string): string {
    return readFileSync(join(this.path, name), "utf8");
  }

  /** Deletes a file or folder. */
  delete(name: string): void {
    rmSync(join(this.path, name), { recursive: true, force: true });
  }

  /** Removes the folder; a worker that is about to end may still write in it. */
  remove(): void {
    rmSync(this.path, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A folder with these files, removed when the running test is over. */
export function openArchive(files: Readonly<Record<string, string | Uint8Array>> = {}): TemporaryArchive {
  const archive = new TemporaryArchive(files);
  onTestFinished(() => archive.remove());
  return archive;
}
