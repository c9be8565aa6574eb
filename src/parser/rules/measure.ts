const EDGE_WORDS =
  /^(?:[-+•●▪*–] |\d{1,2}(?:\.\d{1,2}){0,3}\.? |\p{Ll}\) |\(\d{1,2}\) )?(?:(?:đồng thời|trong đó|trong số đó|riêng|và|với|để|nhằm|phấn đấu|tiếp tục|đến hết|đến|trong|mục tiêu|bảo đảm|đảm bảo|hoàn thành|có|Phấn đấu đưa|đưa|là|năm \d{4}|đạt|duy trì|tăng|giảm|cắt giảm|khoảng|thêm)[ ,:]+)*/iu;
const TRAILING =
  /(?:[ ,;:.()]|(?:^| )(?:đạt|là|ở mức|mức|tăng|giảm|còn|xuống|lên|từ|được|có|chiếm|duy trì|ổn định|đạt mức|thực hiện|trong|thứ hạng|và|tối thiểu|với|vào|phấn đấu|đến|theo hướng|tỷ lệ đạt|ít nhất))$/u;

/**
 * What a clause measures, without the goal's words: the words before the number ("Tỷ lệ hồ sơ trực tuyến … đạt tối thiểu 50%"), or those
 * behind it when the sentence begins with the number ("100% hồ sơ công việc được xử lý trên môi trường mạng").
 */
export function measureOf(clause: string, from: number, to: number): string {
  const before = strip(clause.slice(0, Math.max(0, from)));
  // "Tuổi thọ đạt 75 tuổi": a word of attainment closes what is measured
  const closed = /^\p{L}/u.test(clause.slice(from)) && !/^(?:tăng|giảm|cắt|rút|nâng)(?: |$)/iu.test(before);
  if (before.split(" ").length >= (closed ? 2 : 3)) return before;
  const after = strip(clause.slice(to).replace(/^ ?(?:trở lên|trở xuống)/, ""));
  const cut =
    /(?:(?:^| )so với |, (?:trong đó|trong số đó|đồng thời)|(?:^| )vào năm \d{4}|(?:^| )đến (?:hết )?năm \d{4}|(?:^| )năm \d{4}|^, |\()/.exec(
      after,
    )?.index;
  const words = strip(cut === undefined ? after : after.slice(0, cut)).replace(/^(?:số|các|tất cả|tổng số) (?=\p{Ll})/u, "");
  return before.length > 2 && words !== "" && !/^(?:tăng|giảm)$/i.test(before) ? `${before} ${words}` : words || before;
}

function strip(text: string): string {
  let rest = text.trim().replace(EDGE_WORDS, "").trim();
  for (let rounds = 0; rounds < 8; rounds++) {
    const found = TRAILING.exec(rest);
    if (!found) break;
    rest = rest.slice(0, found.index).trimEnd();
  }
  return rest;
}
