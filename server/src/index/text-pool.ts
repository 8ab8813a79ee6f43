// Many short texts in one array of bytes (UTF-8): an archive's titles and paths without an object for each.
// A text is copied out when it is asked for, so no file's text is kept alive (PERF §4).

/** Texts by number: text `at` is the bytes from `starts[at]` up to `starts[at + 1]`. */
export interface TextPool {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
}

const TWO_BYTES = 0x80;
const THREE_BYTES = 0x800;
const FOUR_BYTES = 0x10000;

/** The text of a number; empty for a number that is not there. */
export function poolText({ bytes, starts }: TextPool, at: number): string {
  const start = starts[at] ?? 0;
  const end = starts[at + 1] ?? start;
  let text = "";
  for (let byte = start; byte < end; byte++) {
    const code = bytes[byte] ?? 0;
    if (code >= TWO_BYTES) return decodeUtf8(bytes.subarray(start, end));
    text += String.fromCharCode(code);
  }
  return text;
}

/** Whether a number's text is the given one; cheaper than making it. */
export function poolHas(pool: TextPool, at: number, text: string): boolean {
  const start = pool.starts[at] ?? 0;
  const length = (pool.starts[at + 1] ?? start) - start;
  if (length < text.length) return false;
  for (let offset = 0; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code >= TWO_BYTES) return poolText(pool, at) === text;
    if (pool.bytes[start + offset] !== code) return false;
  }
  return length === text.length;
}

// What is no UTF-8 becomes wrong characters, never an error: a damaged pool is refused before it is read.
function decodeUtf8(bytes: Uint8Array): string {
  let text = "";
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at++] ?? 0;
    const more = bytesBehind(lead);
    let code = more === 0 ? lead : lead & (0x3f >> more);
    for (let left = more; left > 0; left--) code = (code << 6) | ((bytes[at++] ?? 0) & 0x3f);
    text += String.fromCodePoint(Math.min(code, 0x10ffff));
  }
  return text;
}

function bytesBehind(lead: number): number {
  if (lead < TWO_BYTES) return 0;
  return lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
}

/** A text in UTF-8. A lone surrogate is kept as it is. */
export function utf8Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  return bytes.subarray(0, writeUtf8(text, bytes, 0));
}

// Gives the place behind the text; there must be room for three bytes a UTF-16 unit.
function writeUtf8(text: string, bytes: Uint8Array, from: number): number {
  let to = from;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < TWO_BYTES) bytes[to++] = code;
    else {
      const character = text.codePointAt(at) ?? code;
      to = writeWide(character, bytes, to);
      if (character >= FOUR_BYTES) at++;
    }
  }
  return to;
}

function writeWide(code: number, bytes: Uint8Array, from: number): number {
  let to = from;
  if (code < THREE_BYTES) bytes[to++] = 0xc0 | (code >> 6);
  else {
    if (code < FOUR_BYTES) bytes[to++] = 0xe0 | (code >> 12);
    else {
      bytes[to++] = 0xf0 | (code >> 18);
      bytes[to++] = 0x80 | ((code >> 12) & 0x3f);
    }
    bytes[to++] = 0x80 | ((code >> 6) & 0x3f);
  }
  bytes[to++] = 0x80 | (code & 0x3f);
  return to;
}

/** Takes texts one after the other. */
export class TextPoolWriter {
  #bytes = new Uint8Array(1 << 12);
  #starts = new Uint32Array(1 << 8);
  #used = 0;
  #count = 0;

  /** Adds a text and gives its number. */
  add(text: string): number {
    this.#ensure(text.length * 3);
    this.#used = writeUtf8(text, this.#bytes, this.#used);
    return this.#end();
  }

  /** Adds a text of another pool and gives its number. */
  copy({ bytes, starts }: TextPool, at: number): number {
    const text = bytes.subarray(starts[at] ?? 0, starts[at + 1] ?? 0);
    this.#ensure(text.length);
    this.#bytes.set(text, this.#used);
    this.#used += text.length;
    return this.#end();
  }

  /** A text that was added before. */
  text(at: number): string {
    return poolText({ bytes: this.#bytes, starts: this.#starts }, at);
  }

  /** The texts; the writer is not used any more. */
  finish(): TextPool {
    return { bytes: this.#bytes.subarray(0, this.#used), starts: this.#starts.subarray(0, this.#count + 1) };
  }

  #end(): number {
    this.#count++;
    if (this.#count >= this.#starts.length)
      this.#starts = grown(this.#starts, new Uint32Array(this.#starts.length * 2));
    this.#starts[this.#count] = this.#used;
    return this.#count - 1;
  }

  #ensure(more: number): void {
    const needed = this.#used + more;
    if (needed <= this.#bytes.length) return;
    this.#bytes = grown(this.#bytes, new Uint8Array(Math.max(needed, this.#bytes.length * 2)));
  }
}

function grown<T extends Uint8Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
