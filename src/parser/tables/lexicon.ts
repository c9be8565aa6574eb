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
  ["time", ["thời gian", "thời hạn", "hạn hoàn thành", "tiến độ", "lộ trình", "thời điểm", "hoàn thành"]],
  ["product", ["sản phẩm", "kết quả đầu ra", "dự kiến kết quả", "kết quả"]],
  ["target", ["chỉ tiêu phấn đấu", "chỉ tiêu liên quan", "chỉ tiêu giao", "mức phấn đấu", "kế hoạch năm", "chỉ tiêu", "mục tiêu"]],
  ["content", ["nhiệm vụ", "nội dung", "công việc", "đầu việc", "hoạt động", "giải pháp", "tên chỉ số", "chỉ số"]],
  ["note", ["ghi chú", "kinh phí", "căn cứ", "văn bản giao", "lãnh đạo phụ trách", "đơn vị tính", "đvt"]],
];

/** Headers of the number column. */
export const NUMBER_HEADERS: readonly string[] = ["stt", "tt", "số tt", "số thứ tự"];

/** How the cells of flattened columns begin. */
export const CELL_STARTS: Readonly<Record<TableField, readonly string[]>> = {
  number: [],
  content: [],
  note: [],
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

/** Lines that stand after a table, not in it. */
export const AFTER_TABLE: readonly string[] = ["nơi nhận", "tm.", "kt.", "phụ lục", "tl.", "q. "];

function words(list: string): readonly string[] {
  return list.split("|").map((word) => word.replace(/^\s+/, ""));
}
