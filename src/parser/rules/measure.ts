import { labelledAgencies } from "../assignment";
import { isOutputVerb } from "../phrases/outputVerb";

const EDGE_WORDS =
  /^(?:[-+•●▪*–](?: |$|(?=\p{L}))|\d{1,2}(?:\.\d{1,2}){0,3}\.? |\p{Ll}\) |\(\d{1,2}\) )?(?:(?:đồng thời|trong đó|trong số đó|riêng|và|với|để|nhằm|phấn đấu|tiếp tục|đến hết|đến cuối|đến|từ|trong|vào|mục tiêu|bảo đảm|đảm bảo|hoàn thành|có|đưa|là|mỗi năm|hằng năm|hàng năm|bình quân|giai đoạn \d{4} ?[-–] ?\d{4}|năm \d{4}(?: ?[-–] ?\d{4})?(?: trở đi)?|đạt(?! chuẩn)|duy trì|tăng(?! cường)|giảm|cắt giảm|khoảng|thêm|tối thiểu|ít nhất)(?:[ ,:]+|$))*/iu;
const LABEL = /^(?:chỉ tiêu|mục tiêu|tiêu chí) \d{1,3}(?:\.\d{1,2})? ?[:.-] /iu;
const TRAILING =
  /(?:[ ,;:.()]|(?:^| )(?:đạt|là|ở mức|mức|tăng|giảm|còn|xuống|lên|từ|được|có|chiếm|duy trì|ổn định|đạt mức|thực hiện|trong|thứ hạng|và|tối thiểu|với|so|với mục tiêu|nhằm mục tiêu|vào|phấn đấu|đến|theo hướng|tỷ lệ đạt|ít nhất|dự kiến|ước|bằng|đến (?:cuối )?năm \d{4}|vào năm \d{4}|năm \d{4}))$/u;

// "trợ giúp pháp lý cho | 100% số người …", "Giải quyết việc làm cho | 3.000 lao động"
const RECEIVER = /(?:^| )(?:cho|tại|của)$/iu;

const HAS = /(?:^| )có(?: (?:ít nhất|tối thiểu|thêm|trên|khoảng|từ)){0,2} ?$/iu;

/**
 * What a clause measures, without the goal's words: the words before the number ("Tỷ lệ hồ sơ trực tuyến … đạt tối thiểu 50%"), or those
 * behind it when the sentence begins with the number ("100% hồ sơ công việc được xử lý trên môi trường mạng"). `unit`: what is counted.
 */
export function measureOf(clause: string, from: number, to: number, unit = ""): string {
  const named = labelledAgencies(clause)?.end ?? 0;
  const before = closedOnly(strip(clause.slice(named < from ? named : 0, Math.max(0, from))));
  const counted = /^\p{L}/u.test(unit) && !/^(?:điểm|bậc|hạng|lần)$/.test(unit);
  // "Hình thành ít nhất 20 mô hình …": the verb counts what stands behind the number
  const output = isOutputVerb(before) || (counted && before.split(" ").length < 3);
  // "Tuổi thọ đạt 75 tuổi": a word of attainment closes what is measured
  const closed = /^\p{L}/u.test(clause.slice(from)) && !/^(?:tăng|giảm|cắt|rút|nâng)(?: |$)/iu.test(before);
  const receiver = RECEIVER.test(before) && !/^(?:tỷ lệ|tỉ lệ|số|tổng)(?: |$)/i.test(before);
  // "Mỗi xã có ít nhất 01 mô hình": the measure is what the owner has
  const owner =
    counted &&
    before !== "" &&
    !/^(?:tỷ lệ|tỉ lệ|số|tổng)(?: |$)/i.test(before) &&
    (HAS.test(clause.slice(0, from)) || /^có /i.test(clause.slice(from)));
  if (!output && !receiver && !owner && before.split(" ").length >= (closed ? 2 : 3)) return before;
  const after = (output || receiver || owner ? stripEnd : strip)(clause.slice(to).replace(/^ ?(?:trở lên|trở xuống)/, ""));
  const cut =
    /(?:(?:^| )so với |, (?:trong đó|trong số đó|đồng thời)|(?:^| )vào năm \d{4}|(?:^| )đến (?:hết )?năm \d{4}|(?:^| )năm \d{4}|^, |\()/.exec(
      after,
    )?.index;
  const words = (output || receiver || owner ? stripEnd : strip)(cut === undefined ? after : after.slice(0, cut)).replace(
    /^(?:số|các|tất cả|tổng số) (?=\p{Ll})/u,
    "",
  );
  const measured = counted && (receiver || (output && words !== "")) ? `${unit} ${words}`.trim() : words;
  if (owner && !isOutputVerb(before) && !receiver) return `${before} có ${unit} ${words}`.trim();
  return before.length > 2 && measured !== "" && !/^(?:tăng|giảm)$/i.test(before) ? `${before} ${measured}` : measured || before;
}

function strip(text: string): string {
  return stripEnd(text.trim().replace(EDGE_WORDS, "").trim().replace(LABEL, "").replace(EDGE_WORDS, ""));
}

function stripEnd(text: string): string {
  let rest = text.trim();
  for (let rounds = 0; rounds < 8; rounds++) {
    const found = TRAILING.exec(rest);
    if (!found) break;
    rest = closesBracket(rest, found.index) ? rest : rest.slice(0, found.index).trimEnd();
    if (closesBracket(rest, rest.length - 1)) break;
  }
  return rest;
}

// "thanh tra doanh nghiệp (kiểm tra không quá | 1 lần": a bracket that holds the number says more of what stands before it
function closedOnly(text: string): string {
  const open = text.lastIndexOf("(");
  return open < 20 || text.indexOf(")", open) >= 0 ? text : stripEnd(text.slice(0, open));
}

// "(VNeID)" at the end belongs to what is measured
function closesBracket(text: string, at: number): boolean {
  return text[at] === ")" && at === text.length - 1 && text.includes("(");
}
