// Watches the frames of a byte stream beside the protocol library, which reads on in confusion after a wrong length.
// Looks at headers only and skips bodies without a look.

const HEADER_END = "\r\n\r\n";
const LONGEST_HEADER = 4096;
/** No message of a client comes near it; a length beyond it would make the server wait for ever. */
const LARGEST_BODY = 256 * 1024 * 1024;
const LENGTH = /^Content-Length: *(\d{1,12})$/im;

/** Checks frames as bytes come in. */
export class FrameCheck {
  #header = "";
  #bodyLeft = 0;

  /** Takes in bytes; gives what is wrong with the stream, or `undefined` while it is sound. */
  push(bytes: Buffer): string | undefined {
    let at = 0;
    while (at < bytes.length) {
      const skipped = Math.min(this.#bodyLeft, bytes.length - at);
      this.#bodyLeft -= skipped;
      at += skipped;
      if (at === bytes.length) break;
      const taken = bytes.toString("latin1", at, at + LONGEST_HEADER);
      const known = this.#header.length;
      this.#header += taken;
      const end = this.#header.indexOf(HEADER_END);
      if (end < 0) return this.#header.length >= LONGEST_HEADER ? "a header without end" : undefined;
      at += end + HEADER_END.length - known;
      const problem = this.#beginBody(this.#header.slice(0, end));
      if (problem !== undefined) return problem;
    }
    return undefined;
  }

  #beginBody(header: string): string | undefined {
    const length = Number(LENGTH.exec(header)?.[1] ?? Number.NaN);
    if (!(length <= LARGEST_BODY))
      return `a header without a sound Content-Length: ${JSON.stringify(header.slice(0, 80))}`;
    this.#header = "";
    this.#bodyLeft = length;
    return undefined;
  }
}
