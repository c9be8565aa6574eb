import type { MessageCode } from "../result";

/** Why a file cannot be read at all. It is the only error that reading throws; the pipeline turns it into a message. */
export class ReadError extends Error {
  constructor(
    /** Code of the message for the person. */
    readonly code: MessageCode,
    /** Facts that the sentence names. */
    readonly details: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
    this.name = "ReadError";
  }
}
