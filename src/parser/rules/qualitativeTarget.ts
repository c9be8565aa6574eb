import type { Goal } from "../../plan/goal";
import type { Certainty } from "../../text/textDocument";
import type { Segment } from "../clauses";
import { sourceOf } from "../flow";
import { unitAtStart } from "../phrases/units";
import type { Passage, PlanFacts, TargetFinding } from "../rule";
import { horizonOf } from "./horizon";
import { common, tidy } from "./targetParts";

const ITEM_LABEL = /^(?:[-+•*] |\d{1,2}(?:\.\d{1,2}){0,3}\.? |\p{Ll}\) |\(\d{1,2}\) )/u;

/** Whether a clause says something whole: "Có biểu phụ lục kèm theo" and remarks in brackets are no conditions. */
export function isFullClause(clause: Segment): boolean {
  // "(11) …" opens an item; inside a sentence it numbers a part
  const text = clause.start === 0 ? clause.flow.text.replace(ITEM_LABEL, "") : clause.flow.text;
  return (
    text.length >= 25 &&
    !/^\(|^(?:Có biểu|Chi tiết|Đặc biệt là|trong đó)|:$/.test(text) &&
    !/(?:kèm theo|đính kèm)\)?\.?$|\([Kk]èm [^()]{1,40}\)\.?$/.test(text) &&
    !/^(?:Thời gian|Địa điểm|Đối tượng|Phạm vi|Chủ đề|Thành phần)[\p{L} ]{0,20}:/u.test(text) &&
    !listsNames(text) &&
    text.split(" ").length >= 6
  );
}

/** "Thị trường xuất khẩu: Trung Quốc, Hàn Quốc, các nước EU…": a label and names say nothing that can be met. */
function listsNames(text: string): boolean {
  const colon = text.indexOf(": ");
  if (colon < 0 || colon > 60) return false;
  const items = text.slice(colon + 2).split(/, | và /);
  return items.filter((item) => item.length < 30 && /\p{Lu}/u.test(item)).length > items.length * 0.7;
}

/** "Phối hợp …": what is done, not what must come of it. */
export function startsAsTask(text: string): boolean {
  return /^(?:[-+] )?(?:Thực hiện tốt|Phối hợp|Tham mưu)/.test(text);
}

// "đến năm 2025 không còn hộ nghèo trên địa bàn phường"
const NONE_LEFT = /(?:^| )không còn (?<what>[^,;.]{2,80})/iu;

// "Duy trì xã đạt chuẩn quốc gia về y tế", "Giữ vững thứ hạng", "Không để tái nghèo"
const KEEPS = /^(?:tiếp tục |phấn đấu )?(?:duy trì|giữ vững|không để )(?! và)/i;

/**
 * "Giảm tỷ lệ trẻ em bị xâm hại so với năm 2024 và 100% trẻ em …": the words of a change against a base that stand before the first number
 * of a clause and say something for themselves.
 */
export function changeInWords(text: string, firstNumber: number): string | undefined {
  const head = text.slice(0, firstNumber);
  const base = head.lastIndexOf(" so với ");
  if (base < 20 || !/^(?:[-+•*] |\p{Ll}\) )?(?:Giảm|Tăng|Nâng|Cải thiện) /u.test(head)) return undefined;
  const end = /^ so với (?:cùng kỳ )?năm (?:\d{4}|trước)(?=,? (?:và |đồng thời ))/u.exec(head.slice(base));
  return end ? head.slice(0, base + end[0].length) : undefined;
}

/** An objective in words alone. `carriedYear`: the year said before the clause; `words`: a part of the clause that stands for itself. */
export function qualitative(
  passage: Passage,
  facts: PlanFacts,
  clause: Segment,
  carriedYear?: number,
  words: string = clause.flow.text,
): TargetFinding {
  const text = tidy(words.replace(/^(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|\p{Ll}\)|\(\d{1,2}\)) /u, ""));
  const none = NONE_LEFT.exec(text)?.groups?.what;
  const unit = none === undefined ? "" : unitAtStart(none);
  const { horizon, implied } = horizonOf(passage, facts, words, { start: 0, end: 0 }, carriedYear);
  const better = /^(?:tiếp tục |phấn đấu |đẩy mạnh )*(?<verb>cải thiện|nâng|tăng|rút ngắn|cắt giảm|giảm)(?! cường)/i.exec(text)?.groups
    ?.verb;
  const kept = KEEPS.test(text);
  const goal: Goal =
    unit !== ""
      ? { kind: "at-most", level: 0 }
      : better
        ? { kind: "improve", direction: /giảm|rút ngắn/i.test(better) ? "down" : "up" }
        : kept
          ? { kind: "maintain", of: { kind: "milestone", items: [text] } }
          : { kind: "milestone", items: [text] };
  return {
    find: "target",
    statement: text,
    measure: unit !== "" ? none! : text,
    goal,
    certainty: "implied" as Certainty,
    unit,
    ...(horizon === undefined ? {} : { horizon, ...(implied ? { horizonImplied: true } : {}) }),
    ...common(passage),
    alternatives: [],
    source: sourceOf(clause.flow),
  };
}
