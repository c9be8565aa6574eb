import type { TextDocument, TextLine } from "../text/textDocument";
import { flowOfLine } from "./flow";
import { markerOf } from "./marker";

/** Opens the list of recipients: "Nơi nhận:". */
export const RECIPIENTS = /^(?:\* ){0,3}Nơi nhận ?:?/;

/** How a document sets its lines. */
export interface Shape {
  /** Width of full lines. */
  readonly width: number;
  /** Blank lines mean something. */
  readonly spaced: boolean;
  /** A blank line parts all paragraphs. */
  readonly separated: boolean;
  /** Items of lists end with a sign. */
  readonly closes: boolean;
}

/** Whether a blank line stands between all paragraphs, as in Markdown: then a line right under another goes on with it. */
export function separatesParagraphs(document: TextDocument, skip: ReadonlySet<number>): boolean {
  const inTable = new Set(skip);
  for (const table of document.tables) for (let line = table.firstLine; line <= table.lastLine; line++) inTable.add(line);
  let marked = 0;
  let afterBlank = 0;
  let joined = 0;
  let gap = true;
  let recipients = false;
  for (const line of document.lines) {
    const text = line.text.trim();
    if (RECIPIENTS.test(text.replaceAll("*", ""))) recipients = true;
    if (text === "" || inTable.has(line.number)) gap = true;
    else {
      if (gap && !text.startsWith("-")) recipients &&= RECIPIENTS.test(text.replaceAll("*", ""));
      if (recipients) continue;
      if (markerOf(flowOfLine(line).text)) {
        marked++;
        if (gap) afterBlank++;
      } else if (!gap) joined++;
      gap = false;
    }
  }
  return marked >= 8 && joined >= 8 && afterBlank >= marked * 0.9;
}

/** Whether the items of lists end with a sign: then a line without one is not the last of its item. */
export function closesItems(lines: readonly TextLine[], skip: ReadonlySet<number>): boolean {
  let items = 0;
  let closed = 0;
  let inItem = false;
  let last = "";
  for (const line of lines) {
    if (skip.has(line.number)) continue;
    const { text } = flowOfLine(line);
    if (text === "") continue;
    const kind = markerOf(text)?.kind;
    if (kind === "dash" || kind === "plus") {
      if (inItem) items++;
      if (inItem && /[.;:!?…/,)]["”)]?$/.test(last)) closed++;
      inItem = true;
    } else if (kind) inItem = false;
    last = text;
  }
  return items >= 8 && closed >= items * 0.9;
}

/** "---", "* *", "_____": a printed rule, no words. */
export function isRule(text: string): boolean {
  return /^[-_=*|.·… ]{1,80}$/.test(text) && !/^[-+*]$/.test(text);
}

/** Whether blank lines mean something: in some files one follows every printed line. */
export function usesBlankLines(lines: readonly TextLine[]): boolean {
  let blank = 0;
  let full = 0;
  for (const line of lines) {
    if (line.text.trim() === "") blank++;
    else full++;
  }
  return blank < full * 0.7;
}
