// The ways a Node process can talk to its client, and what to do when one of them breaks.
// After broken framing nothing sensible can be read any more, so the server ends and the client starts another.
import {
  createServerSocketTransport,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import type { Transport } from "./command-line.ts";
import { FrameCheck } from "./frame-check.ts";

/** The two ends of a way to talk. */
export interface Wire {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
}

/** What can happen to a way to talk. */
export interface WireEvents {
  /** The client is gone. */
  onClose(): void;
  /** Nothing sensible can be read any more. */
  onBroken(problem: string): void;
}

/** Opens a way to talk. Throws where the way is not there. */
export function openWire(transport: Transport, { onClose, onBroken }: WireEvents): Wire {
  if (transport.kind === "socket") {
    const [reader, writer] = createServerSocketTransport(transport.port);
    reader.onClose(onClose);
    return { reader, writer };
  }
  if (transport.kind === "node-ipc") {
    if (!process.send) throw new Error("--node-ipc needs a parent process that opened a channel");
    process.on("disconnect", onClose);
    return { reader: new IPCMessageReader(process), writer: new IPCMessageWriter(process) };
  }
  process.stdin.on("end", onClose);
  process.stdin.on("close", onClose);
  const check = new FrameCheck();
  process.stdin.on("data", (bytes: Buffer) => {
    const problem = check.push(bytes);
    if (problem !== undefined) onBroken(problem);
  });
  return { reader: new StreamMessageReader(process.stdin), writer: new StreamMessageWriter(process.stdout) };
}

/**
 * Whether an error of a reader means that the stream is lost. A message whose content cannot be read
 * (no JSON, or JSON of a strange shape) is lost alone.
 */
export function isStreamLost(error: unknown): boolean {
  return !(error instanceof SyntaxError) && !(error instanceof TypeError);
}
