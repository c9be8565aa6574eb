import { sliceFlow, type Flow } from "./flow";
import { findTimePhrases } from "./phrases/datePhrase";

// "Đợt 1: …", "Giai đoạn 2 (…)", "Bước 3. …", "2.1. Đợt cao điểm: …"
const STAGE = /^(?:Đợt|Giai đoạn|Bước|Kỳ) (?:\d{1,2}|[IVX]{1,4}|một|hai|ba|thứ \p{L}{2,4}|cao điểm|đầu|cuối)(?: ?[:.(,–-] ?| )/iu;
// "Sau ngày bầu cử 15/3/2026"
const AFTER = /^(?:Trước|Sau) (?:ngày|khi|kỳ|hội nghị|đại hội) [^.;:]{4,80}$/iu;

/** The time that a heading gives to everything under it: "Đợt 1: Từ ngày 05/12 đến ngày 20/02/2026", "Tháng 9/2025", "Quý I/2026:". */
export function phaseTime(heading: Flow): Flow | undefined {
  const text = heading.text;
  const stage = STAGE.exec(text)?.[0] ?? "";
  const rest = text.slice(stage.length).replace(/[:.)]{1,3}$/, "");
  if (stage !== "" && AFTER.test(rest)) return sliceFlow(heading, stage.length, stage.length + rest.length);
  const times = findTimePhrases(rest);
  const [first] = times;
  const last = times[times.length - 1];
  if (!first || !last || first.start > 0) return undefined;
  const named = stage !== "" || (["month", "quarter"].includes(first.kind) && first.year !== undefined);
  if (!named || first.kind === "recurring" || first.kind === "continuous") return undefined;
  // "đến ngày bầu cử 15/3/2026", "gồm các nội dung trọng tâm"
  const open =
    first.operator === "from"
      ? / đến (?:ngày|khi|hết) \p{L}[^.;:,()]{2,24}?(?= gồm| bao gồm|$)/u.exec(rest.slice(last.end))?.[0]
      : undefined;
  if (open) return sliceFlow(heading, stage.length, stage.length + last.end + open.length);
  const tail = rest.slice(last.end).trim();
  if (tail === "" || /^(?:gồm|bao gồm|với|thực hiện|tập trung|,|\()/i.test(tail))
    return sliceFlow(heading, stage.length, stage.length + spanEnd(rest, first.end, last.end));
  return undefined;
}

/** Whether a line is nothing but the name of a stage and its time: "Tháng 9/2025", "Đợt 2 (từ ngày 01/3 đến ngày 15/3/2026):". */
export function isStage(line: Flow): boolean {
  if (line.text.length > 90) return false;
  const end = phaseTime(line)?.text;
  return end !== undefined && line.text.replace(/[:.)]{1,3}$/, "").endsWith(end);
}

// words between the two ends of a range belong to it; those behind a comma or colon do not
function spanEnd(text: string, firstEnd: number, lastEnd: number): number {
  return /[:;]/.test(text.slice(firstEnd, lastEnd)) ? firstEnd : lastEnd;
}
