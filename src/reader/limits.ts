import { ReadError } from "./readError";

/** Largest file that is opened, in bytes. */
export const MAX_FILE_BYTES = 20_000_000;
/** Longest line that is parsed, in characters. A page holds about 3,000. */
export const MAX_LINE_LENGTH = 10_000;
/** Longest text that is parsed, in characters: about 1,500 pages. */
export const MAX_TEXT_LENGTH = 5_000_000;

/** Refuses files that are empty or larger than a plan can be. */
export function checkFileSize(name: string, bytes: number): void {
  if (bytes === 0) throw new ReadError("file-empty", { name });
  if (bytes > MAX_FILE_BYTES)
    throw new ReadError("file-too-large", { name, megabytes: Math.ceil(bytes / 1e6), limit: MAX_FILE_BYTES / 1e6 });
}
