import type { TargetFinding } from "./rule";

/**
 * What a measure begins with when less of it is better (DOMAIN §6.1, "Chiều: càng thấp càng tốt"): poverty, illness, accidents, offences,
 * what is late or lost, and the time that people wait.
 */
const BURDEN =
  /^(?:[-+•*] )?(?:(?:tỷ|tỉ) (?:lệ|suất|số)|tổng số|số|mức)?\s?(?:lượng |vụ |ca |người |trẻ em |trẻ |hộ |học sinh |hồ sơ |thủ tục |lao động )?(?:(?:hộ )?(?:cận )?nghèo|tái nghèo|thất nghiệp|thiếu việc làm|suy dinh dưỡng|thấp còi|gầy còm|thừa cân|béo phì|tử vong|chết|mắc|nhiễm|tảo hôn|sinh con thứ ba|bỏ học|lưu ban|mù chữ|tai nạn|cháy|phạm pháp|tội phạm|vi phạm|tái phạm|tái nghiện|ngộ độc|ô nhiễm|phát thải|thất thoát|tổn thất|hao hụt|nợ (?:đọng|xấu|quá hạn)|quá hạn|trễ hạn|chậm (?:muộn|giải quyết|trả)|tồn đọng|bị trả lại|khiếu nại|sai sót|lạm phát|bội chi)(?!\p{L})/iu;
const WAITING = /^(?:[-+•*] )?thời gian (?:chờ|giải quyết|xử lý|thông quan|trả kết quả|đi lại)/iu;
/** Words that turn a burden into a service: "số hộ nghèo được hỗ trợ", "số vụ vi phạm bị xử lý". */
const SERVED =
  /(?<!\p{L})(?:được|bị (?:xử lý|phát hiện)|có|thoát|giảm|xử lý|hỗ trợ|giải quyết xong|tham gia|tiếp cận|phát hiện|điều trị|khám|kiểm soát|sử dụng|vay|xoá|xóa)(?!\p{L})/iu;

/**
 * A bare level ("Tỷ lệ hộ nghèo: 3%") is read as a lower limit; of a burden it is the upper one. The direction is implied either way, so
 * the other reading stays as an alternative for the person who reviews.
 */
export function withDirection(finding: TargetFinding): TargetFinding {
  const { goal, certainty, measure } = finding;
  if (goal.kind !== "at-least" || certainty !== "implied" || !isBurden(measure)) return finding;
  return { ...finding, goal: { kind: "at-most", level: goal.level }, alternatives: [goal] };
}

function isBurden(measure: string): boolean {
  return (BURDEN.test(measure) && !SERVED.test(measure)) || WAITING.test(measure);
}
