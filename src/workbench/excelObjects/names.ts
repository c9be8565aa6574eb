import { invalidArgument } from "../hostError";

/** True for text that Excel would read as a cell address in A1 or R1C1 notation. */
function looksLikeAddress(name: string): boolean {
  if (/^(?:r|c|r\d*c\d*)$/i.test(name)) return true;
  const match = /^([a-z]{1,3})(\d{1,7})$/i.exec(name);
  if (!match) return false;
  const letters = match[1]!.toUpperCase();
  return letters.length < 3 || letters <= "XFD";
}

/** Refuses a name that Excel does not take for a table or a defined name. */
export function checkName(name: string): void {
  if (name.length > 255 || !/^[\p{L}_\\][\p{L}\p{M}\p{N}_.\\?]*$/u.test(name) || looksLikeAddress(name)) throw invalidArgument();
}

/** Refuses a name that Excel does not take for a sheet. */
export function checkSheetName(name: string): void {
  if (
    !name ||
    name.length > 31 ||
    /[\\/?*[\]:]/.test(name) ||
    name.startsWith("'") ||
    name.endsWith("'") ||
    name.toLowerCase() === "history"
  )
    throw invalidArgument();
}
