import type { MessageCode } from "../result";

/** A file that cannot be read as .xlsx; `code` says why, the message holds a detail for developers. */
export class XlsxError extends Error {
  constructor(
    readonly code: Extract<MessageCode, "file-empty" | "file-binary" | "file-too-large" | "file-broken" | "file-encrypted">,
    detail: string,
  ) {
    super(detail);
    this.name = "XlsxError";
  }
}
