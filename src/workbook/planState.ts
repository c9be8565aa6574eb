import type { Plan } from "../plan/plan";
import type { Message, Result } from "../result";
import type { TextDocument } from "../text/textDocument";
import type { CompileOptions } from "./compileOptions";
import { STATE_CHUNK } from "./layout";

/** Everything needed to go on with a workbook on another machine. */
export interface PlanState {
  readonly version: 1;
  readonly planId: string;
  readonly plan: Plan;
  readonly document: TextDocument;
  readonly options: CompileOptions;
  /** JSON text of the saved review that made the plan of what was read; absent without decisions. */
  readonly review?: string;
}

/** Version that this program writes. */
export const STATE_VERSION = 1;

const MARK = "|";

/** State as JSON text. Surrogates are spelled as escapes so that the text can be cut anywhere. */
export function encodeState(state: Omit<PlanState, "version">): string {
  return JSON.stringify({ version: STATE_VERSION, ...state }).replace(
    /[\ud800-\udfff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16)}`,
  );
}

/** Reads state; undefined with a message when it is damaged or of a newer program. */
export function decodeState(text: string): Result<PlanState | undefined> {
  try {
    const state = JSON.parse(text) as Partial<PlanState> | null;
    if (typeof state !== "object" || state === null || typeof state.version !== "number") return failed("workbook-state-damaged");
    if (state.version > STATE_VERSION) return failed("workbook-state-newer");
    const whole = state.plan && Array.isArray(state.plan.targets) && state.document && Array.isArray(state.document.lines) && state.options;
    if (!whole) return failed("workbook-state-damaged");
    const { review, ...rest } = state as PlanState;
    return { value: typeof review === "string" ? { ...rest, review } : rest, messages: [] };
  } catch {
    return failed("workbook-state-damaged");
  }
}

/** State cut into cell texts. Each begins with a mark, so that no cell looks like a number or a formula. */
export function toChunks(text: string): readonly string[] {
  const size = STATE_CHUNK - MARK.length;
  return Array.from(
    { length: Math.max(1, Math.ceil(text.length / size)) },
    (_, index) => MARK + text.slice(index * size, (index + 1) * size),
  );
}

/** Puts the cell texts together again; cells without the mark are left out. */
export function fromChunks(cells: readonly unknown[]): string {
  return cells
    .filter((cell): cell is string => typeof cell === "string" && cell.startsWith(MARK))
    .map((cell) => cell.slice(MARK.length))
    .join("");
}

/** Stable code of a plan from what identifies it: number, title, issuer, year. */
export function planIdOf(plan: Plan): string {
  const { number, title, issuer, year } = plan.header;
  const words = [number?.value, title.value, issuer?.value, year?.value].join("|").normalize("NFC").toLowerCase();
  let hash = 0x811c9dc5;
  for (const unit of words) hash = Math.imul(hash ^ unit.codePointAt(0)!, 0x01000193);
  return `KH-${(hash >>> 0).toString(36).toUpperCase().padStart(7, "0")}`;
}

function failed(code: Message["code"]): Result<undefined> {
  return { value: undefined, messages: [{ code, severity: "error" }] };
}
