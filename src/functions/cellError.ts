/** Error value of a cell that a KPI function returns instead of a result; Excel shows a text of its own only with these two codes. */
export class CellError {
  constructor(
    /** What the cell shows. */
    readonly code: "#VALUE!" | "#N/A",
    /** Vietnamese sentence; never repeats what stood in the cells. */
    readonly message: string,
  ) {}
}

/** A wrong argument. */
export const valueError = (message: string): CellError => new CellError("#VALUE!", message);

/** A right question to which there is no answer. */
export const notAvailable = (message: string): CellError => new CellError("#N/A", message);

/** Runs the body of a function; a thrown CellError is its result, anything else becomes #VALUE!, so nothing is ever thrown into Excel. */
export function answer<T>(body: () => T): T | CellError {
  try {
    const result = body();
    return typeof result === "number" && !Number.isFinite(result) ? valueError(MESSAGES.notFinite) : result;
  } catch (error) {
    return error instanceof CellError ? error : valueError(MESSAGES.unexpected);
  }
}

/** Sentences of the errors that KPI functions give. */
export const MESSAGES = {
  notFinite: "Kết quả quá lớn",
  unexpected: "Không tính được với các giá trị này",
  noNumber: (name: string) => `${name}: cần một số`,
  noDate: (name: string) => `${name}: cần một ngày`,
  noText: (name: string) => `${name}: cần chữ`,
  noRange: (name: string) => `${name}: vùng trống`,
  noChoice: (name: string, choices: readonly string[]) => `${name}: chỉ nhận ${choices.join(", ")}`,
  unequal: "Các vùng không cùng số ô",
  unknownKind: "Không có kiểu mục tiêu này",
  unreadableGoal: "Không đọc được mục tiêu",
  missingGoal: "Thiếu mục tiêu",
  unreadableDeadline: "Không đọc được thời hạn",
  noField: "Không có trường này",
  lowOverHigh: "Mức dưới lớn hơn mức trên",
  noBaseline: "Thiếu số gốc",
  negative: (name: string) => `${name}: không được âm`,
  positive: (name: string) => `${name}: phải lớn hơn 0`,
  badRank: (name: string) => `${name}: hạng phải là số nguyên từ 1 trở lên`,
  unknownTier: "Nhóm không có trong thang xếp loại",
  unknownConclusion: "Có ô không phải là kết luận",
  unknownStatus: "Có ô không phải là trạng thái",
  numeratorOverDenominator: "Tử số lớn hơn mẫu số",
  nothingDue: "Chưa có nhiệm vụ nào đến hạn",
  nothingExpected: "Tiến độ chuẩn bằng 0 nên chưa ước được",
  noData: "Không có số liệu",
  noPeriod: "Ngày này không thuộc kỳ nào của loại đã chọn",
  badPeriod: "Kỳ phải có dạng 2024-T05, 2024-Q2, 2024-06T, 2024-09T hoặc 2024-N",
  noSpread: "Lớn nhất phải lớn hơn nhỏ nhất",
  outsideSpread: "Giá trị nằm ngoài khoảng nhỏ nhất – lớn nhất",
  unknownWeight: "Không có trọng số của thành phần này trong năm đã chọn",
  belowBands: "Điểm thấp hơn bậc thấp nhất",
  badOrder: "Ngày bắt đầu sau ngày kết thúc",
  badThresholds: "Ngưỡng cần ba số giảm dần",
} as const;
