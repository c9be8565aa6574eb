import { nameEnd, type AgencyName } from "./agencyName";
import { sharedNamesAt } from "./sharedNames";
import { tidy } from "./tidyName";
import type { Token } from "./tokens";

/** Names that follow each other ("Sở A, Sở B và các đơn vị liên quan"). */
export interface AgencyList {
  readonly names: readonly AgencyName[];
  readonly start: number;
  readonly end: number;
  /** Index of the token after the list. */
  readonly next: number;
}

/**
 * The organisations that stand at token `index`; undefined if none does. `called`: the words before call for a name ("phối hợp với sở, ban,
 * ngành …"), so that it may begin with a common noun.
 */
export function agencyListAt(text: string, tokens: readonly Token[], index: number, called = false): AgencyList | undefined {
  const names: AgencyName[] = [];
  let at = index;
  let next = index;
  for (;;) {
    const shared = sharedNamesAt(text, tokens, at);
    const end = shared?.next ?? nameEnd(tokens, at, called || names.length > 0);
    if (end === undefined) break;
    const start = tokens[at]!.start;
    if (shared) names.push(...shared.names);
    else names.push({ name: tidy(text.slice(start, tokens[end - 1]!.end)), start, end: tokens[end - 1]!.end });
    next = end;
    const step = separatorLength(tokens, end);
    if (step === 0) break;
    at = end + step;
  }
  if (names.length === 0) return undefined;
  return { names, start: names[0]!.start, end: names[names.length - 1]!.end, next };
}

function separatorLength(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  if (!token) return 0;
  if (token.text === "," || token.text === ";") {
    const following = tokens[at + 1];
    if (following?.word === "và") return 2;
    return 1;
  }
  return token.word === "và" || token.word === "hoặc" ? 1 : 0;
}
