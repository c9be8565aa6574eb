import { sliceFlow, type Flow } from "./flow";

/** A part of running text. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly flow: Flow;
}

/** Sentences: they end at ". ", "! ", "? " before a capital, digit or quote, and at the end. */
export function sentencesOf(flow: Flow): Segment[] {
  return cutAt(
    flow,
    (text, at) => /[.!?]/.test(text[at]!) && text[at + 1] === " " && /[\p{Lu}\d“"(]/u.test(text[at + 2] ?? "") && !isAbbreviation(text, at),
  );
}

/** Clauses that stand for themselves: sentences cut once more at ";" and before "đồng thời". */
export function clausesOf(flow: Flow): Segment[] {
  const clauses: Segment[] = [];
  for (const sentence of sentencesOf(flow)) {
    let depth = 0;
    const parts = cutAt(sentence.flow, (text, at) => {
      if (text[at] === "(") depth++;
      if (text[at] === ")") depth = Math.max(0, depth - 1);
      if (text[at] === ";") return depth === 0;
      return text[at] === "," && depth === 0 && /^, đồng thời[ ,]/.test(text.slice(at, at + 13));
    });
    for (const part of parts) clauses.push({ start: sentence.start + part.start, end: sentence.start + part.end, flow: part.flow });
  }
  return clauses;
}

function cutAt(flow: Flow, ends: (text: string, at: number) => boolean): Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  const text = flow.text;
  for (let at = 0; at < text.length; at++) {
    if (!ends(text, at) && at + 1 < text.length) continue;
    let start = from;
    while (start <= at && (text[start] === " " || text[start] === ";")) start++;
    if (start <= at) segments.push({ start, end: at + 1, flow: sliceFlow(flow, start, at + 1) });
    from = at + 1;
  }
  return segments;
}

// "TP. Hồ Chí Minh", "GS. Nguyễn"
function isAbbreviation(text: string, at: number): boolean {
  const word = /(?:^| )([\p{L}]{1,3})$/u.exec(text.slice(Math.max(0, at - 4), at))?.[1];
  return word !== undefined && /^(?:TP|Tp|TX|GS|TS|KT|TM|TL|P|Q)$/.test(word);
}
