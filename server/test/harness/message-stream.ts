// The framing of the Language Server Protocol, written independently of the library that the server uses.
// Splits a byte stream into JSON messages and frames messages for sending.

/** Frames a message. */
export function frame(message: unknown): Buffer {
  const body = Buffer.from(JSON.stringify(message), "utf8");
  return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`, "ascii"), body]);
}

/** Collects bytes and hands out whole messages. */
export class MessageStream {
  readonly #onMessage: (text: string) => void;
  #bytes: Buffer = Buffer.alloc(0);

  constructor(onMessage: (text: string) => void) {
    this.#onMessage = onMessage;
  }

  /** Takes in bytes. */
  push(chunk: Buffer): void {
    this.#bytes = Buffer.concat([this.#bytes, chunk]);
    for (;;) {
      const head = this.#bytes.indexOf("\r\n\r\n");
      if (head < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#bytes.toString("ascii", 0, head))?.[1]);
      const end = head + 4 + length;
      if (this.#bytes.length < end) return;
      const text = this.#bytes.toString("utf8", head + 4, end);
      this.#bytes = this.#bytes.subarray(end);
      this.#onMessage(text);
    }
  }
}
