import type { TableField } from "./planTable";

/** Words of column headers for each field, the more telling first; fields earlier in the list claim a column first. */
export const HEADER_WORDS: readonly (readonly [TableField, readonly string[]])[] = [
  ["supporter", ["phối hợp"]],
  [
    "lead",
    [
      "chủ trì",
      "đơn vị thực hiện",
      "cơ quan thực hiện",
      "đơn vị đầu mối",
      "cơ quan đầu mối",
      "chịu trách nhiệm",
      "phân công",
      "người thực hiện",
      "đơn vị tham mưu",
    ],
  ],
  ["time", ["thời gian", "thời hạn", "hạn hoàn thành", "hạn xử lý", "tiến độ", "lộ trình", "thời điểm", "hoàn thành"]],
  ["product", ["sản phẩm", "kết quả đầu ra", "dự kiến kết quả", "kết quả"]],
  ["content", ["tên chỉ tiêu", "tên nhiệm vụ"]],
  ["target", ["chỉ tiêu phấn đấu", "chỉ tiêu liên quan", "chỉ tiêu giao", "mức phấn đấu", "kế hoạch năm", "chỉ tiêu", "mục tiêu"]],
  ["content", ["nhiệm vụ", "nội dung", "công việc", "đầu việc", "hoạt động", "giải pháp", "tên chỉ số", "chỉ số"]],
  ["unit", ["đơn vị tính", "đơn vị đo", "đvt"]],
  ["note", ["ghi chú", "kinh phí", "căn cứ", "văn bản giao", "lãnh đạo phụ trách"]],
];

/** Headers that mean a field only when nothing else is written. */
export const SHORT_HEADERS: ReadonlyMap<string, TableField> = new Map([
  ["đơn vị", "lead"],
  ["cơ quan", "lead"],
  ["phụ trách", "lead"],
  ["người phụ trách", "lead"],
  ["cán bộ phụ trách", "lead"],
  ["hạn", "time"],
  ["thời điểm", "time"],
  ["ngày hoàn thành", "time"],
  ["deadline", "time"],
  ["việc", "content"],
  ["tên việc", "content"],
]);

/** How the headers of columns begin that hold what was reached, not what is to be reached. */
export const ACTUAL_HEADERS: readonly string[] = words(
  "thực hiện|th 2|th năm|th 6 tháng|uth|kq 2|kq năm|kết quả|ước|đã |hiện trạng|hiện nay|năm gốc|cơ sở|lũy kế|luỹ kế|tình hình|tình trạng|đánh giá|tỷ lệ hoàn thành|% hoàn thành|trạng thái|so sánh",
);

/** How cells begin that say how far a task is. */
export const STATUS_WORDS: readonly string[] = words(
  "đã |đang |chưa |hoàn thành|xong|đạt|không đạt|tốt|quá hạn|trễ|đúng hạn|tạm dừng|100%",
);

/** Cells of a column of units of measurement. */
export const UNIT_WORDS: ReadonlySet<string> = new Set(
  words(
    "%|‰|điểm|bậc|hạng|lần|hồ sơ|người|lượt|lượt người|cơ sở|đơn vị|doanh nghiệp|dn|tỷ đồng|triệu đồng|đồng|ha|m2|km|xã|huyện|lớp|cuộc|văn bản|thủ tục|tthc|hộ|vị trí|tiêu chí|dự án|chỉ số|mô hình",
  ),
);

/** Headers of the number column. */
export const NUMBER_HEADERS: readonly string[] = ["stt", "tt", "số tt", "số thứ tự"];

/** How the cells of flattened columns begin. */
export const CELL_STARTS: Readonly<Record<TableField, readonly string[]>> = {
  number: [],
  content: [],
  note: [],
  unit: [],
  target: ["Năm", "Đạt", "Trên", "Tối thiểu", "Đến năm"],
  lead: words(`Văn phòng|VP |Phòng|Các phòng|Các đơn vị|Đơn vị|Các cơ quan|Cơ quan|Các sở|Các ban|Các bộ|Các huyện|Các địa phương|Các xã|Sở|Ban|Trung tâm|TT |
    Thanh tra|UBND|Ủy ban|Uỷ ban|Công an|Bộ Chỉ huy|Bộ CHQS|Cục|Chi cục|Viện|Trường|Hội|Hiệp hội|Liên minh|Liên đoàn|Mặt trận|Tòa án|Ngân hàng|Bảo hiểm|Kho bạc|
    Đài|Báo |HĐND|Bộ |BQL|BBT|Tổ |Tỉnh đoàn|Thuế|Hải quan|Doanh nghiệp`),
  supporter: [],
  time: words(`Nhiệm vụ thường|Thực hiện|Thường xuyên|Theo chế độ|Theo kế hoạch|Hàng năm|Hằng năm|Hàng quý|Hằng quý|Hàng tháng|Hằng tháng|Quý|Năm|Tháng|Giai đoạn|
    Tiến độ|Trong năm|Trong quý|Trong tháng|Trước|Đến|Từ|Cả năm|Định kỳ|6 tháng|Khi có|Sau khi|Ngay sau|Sau`),
  product:
    words(`Báo cáo|Kế hoạch|Quyết định|Văn bản|Tờ trình|Nghị quyết|Đề án|Chương trình|Hội nghị|Công văn|Danh mục|Hồ sơ|Thông báo|Hướng dẫn|Quy chế|Quy định|
    Dự thảo|Các văn bản|Các báo cáo|Hệ thống|Biên bản|Cơ sở dữ liệu|Tin, bài|Lớp|Các lớp|Phần mềm|Phương án|Bộ tiêu|Chỉ thị|Cuộc|Số liệu`),
};

/** Words after which a cell goes on: "Sở Kế hoạch | và Đầu tư", "đơn vị thuộc | Sở". */
export const UNFINISHED_ENDS: ReadonlySet<string> = new Set("và của thuộc các theo tại về cho với trong đến để sở phòng".split(" "));

/** First words of the rows that sum up others. */
export const TOTAL_ROWS: readonly string[] = ["tổng cộng", "tổng số", "tổng", "cộng"];

/** Lines that stand after a table, not in it. */
export const AFTER_TABLE: readonly string[] = ["nơi nhận", "tm.", "kt.", "phụ lục", "tl.", "q. "];

function words(list: string): readonly string[] {
  return list.split("|").map((word) => word.replace(/^\s+/, ""));
}
