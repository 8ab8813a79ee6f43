// What the server says to the person in front of the editor, apart from answers to requests: rarely, and only in reply
// to something that the person did.
import { type Connection, MessageType, ShowMessageNotification } from "vscode-languageserver";
import { describeError } from "./log.ts";

/** The way to the person and to our own client. */
export interface ClientMessages {
  /** Shows a warning. Nobody waits for it to be read. */
  warn(message: string): void;
  /** Sends our own client a notification of ours. */
  tell(method: string, params: object): void;
}

/** Messages over a connection. A client that cannot be reached is not waited for. */
export function clientMessages(connection: Connection): ClientMessages {
  const failed = (error: unknown): void => connection.console.warn(`a message was not sent: ${describeError(error)}`);
  return {
    warn: (message) => {
      connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message }).catch(failed);
    },
    tell: (method, params) => {
      connection.sendNotification(method, params).catch(failed);
    },
  };
}
