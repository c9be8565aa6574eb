/** Verbs that produce what is counted behind them: "Tạo việc làm cho 25.000 lao động", "Hình thành 20 mô hình". */
export const OUTPUT_VERBS: readonly string[] = [
  "tạo",
  "giải quyết",
  "đào tạo",
  "bồi dưỡng",
  "tập huấn",
  "thu hút",
  "thành lập",
  "hình thành",
  "phát triển",
  "xây dựng",
  "xây",
  "sửa chữa",
  "cải tạo",
  "cứng hóa",
  "tuyển dụng",
  "trồng",
  "đón",
  "hỗ trợ",
  "công nhận",
  "nâng cấp",
  "kết nạp",
  "xóa",
  "xoá",
  "vận động",
  "tổ chức",
  "triển khai",
  "ban hành",
  "lắp đặt",
  "đầu tư",
  "mở",
  "duy trì",
  "hoàn thành",
  "thí điểm",
  "cung cấp",
  "bố trí",
  "đưa",
  "khởi công",
  "phục hồi",
  "thực hiện",
];

/** Opens the name of a measure that is a place in a ranking. */
export const RANK_MEASURE = "Xếp hạng";

/**
 * Labels of a task's block in lower-case: "đơn vị chủ trì tham mưu thực hiện", "cơ quan, đơn vị phối hợp", "thời gian hoàn thành",
 * "dự kiến sản phẩm", "nội dung thực hiện".
 */
export const FIELD_LABELS: readonly {
  readonly field: "content" | "lead" | "support" | "time" | "product";
  readonly words: RegExp;
}[] = [
  {
    field: "support",
    words: /^(?:(?:các )?(?:cơ quan|đơn vị)(?:, (?:cơ quan|đơn vị))? )?(?:cùng )?phối hợp(?: thực hiện| triển khai| chính)?$/,
  },
  {
    field: "lead",
    words:
      /^(?:(?:các )?(?:cơ quan|đơn vị)(?:, (?:cơ quan|đơn vị))? )?(?:chủ trì|đầu mối)(?:,? (?:và )?(?:tham mưu|thực hiện|triển khai|chính|theo dõi)){0,2}$/,
  },
  {
    field: "lead",
    words:
      /^(?:các )?(?:cơ quan|đơn vị)(?:, (?:cơ quan|đơn vị))? (?:tổ chức )?(?:thực hiện|triển khai|tham mưu|phụ trách|chịu trách nhiệm)(?: thực hiện)?$/,
  },
  { field: "lead", words: /^(?:phân công|trách nhiệm)(?: chỉ đạo)?(?: thực hiện)?$/ },
  {
    field: "lead",
    words: /^(?:người|bộ phận|cá nhân|cán bộ|lãnh đạo)(?:, (?:bộ phận|cá nhân))? (?:phụ trách|thực hiện|chủ trì|chịu trách nhiệm)$/,
  },
  {
    field: "time",
    words:
      /^(?:thời gian|thời hạn|thời điểm|tiến độ|lộ trình|hạn)(?: dự kiến)?(?: thực hiện| hoàn thành| triển khai| tổ chức| ban hành| trình| xây dựng){0,2}$/,
  },
  { field: "time", words: /^hoàn thành$/ },
  { field: "product", words: /^(?:dự kiến )?(?:sản phẩm|kết quả)(?:,? (?:sản phẩm|kết quả|đầu ra|dự kiến|cần đạt|hoàn thành)){0,2}$/ },
  { field: "content", words: /^(?:nội dung|nhiệm vụ|giải pháp)(?: (?:thực hiện|công việc|cụ thể|hoạt động|triển khai)){0,2}$/ },
];

/** What the words of a heading say about the part under it, in order of precedence. */
export const SECTION_WORDS: readonly { readonly role: SectionRole; readonly words: RegExp }[] = [
  { role: "recipients", words: /^nơi nhận|^kính gửi/ },
  { role: "organization", words: /tổ chức thực hiện|tổ chức triển khai|trách nhiệm thi hành|điều khoản thi hành/ },
  { role: "funding", words: /^(?:về )?(?:nguồn )?kinh phí|^nguồn lực|^cơ chế tài chính|^dự toán/ },
  { role: "general-aim", words: /mục tiêu (?:chung|tổng quát|tổng thể)|quan điểm|nguyên tắc|mục tiêu, ý nghĩa/ },
  { role: "objectives", words: /mục tiêu|chỉ tiêu|tầm nhìn đến|kết quả cần đạt/ },
  {
    role: "purpose",
    words:
      /mục đích|yêu cầu|sự cần thiết|căn cứ|thực trạng|tình hình|phạm vi|đối tượng|đánh giá (?:kết quả|chung)|kết quả đạt được|tồn tại, hạn chế|bối cảnh/,
  },
  { role: "tasks", words: /nhiệm vụ|giải pháp|phân công|nội dung|trách nhiệm|hoạt động|^(?:về )?công tác / },
];

/** What a part of a plan is for. */
export type SectionRole =
  "purpose" | "general-aim" | "objectives" | "tasks" | "organization" | "funding" | "recipients" | "signature" | "appendix" | "other";

/** Words of comparison that signs of mathematics stand for in tables. */
export const AT_LEAST = "tối thiểu";
/** "≤". */
export const AT_MOST = "không quá";
/** ">". */
export const MORE_THAN = "trên";
/** "<". */
export const LESS_THAN = "dưới";

/** A unit of measurement that any number can have. */
export const ANY_UNIT = "điểm";
