/** Words with which the name of an organisation begins, lower-case, longest first within a start. */
export const AGENCY_HEADS: readonly string[] = [
  "ủy ban mặt trận tổ quốc", "ủy ban nhân dân", "ủy ban", "ubnd", "ubmttq", "mặt trận tổ quốc", "hội đồng nhân dân", "hđnd", "hội đồng",
  "văn phòng", "vp", "phòng", "trưởng phòng", "sở", "bộ chỉ huy", "bộ tư lệnh", "bộ phận", "bộ trưởng", "bộ", "ban thường vụ", "ban chấp hành", "ban chỉ đạo", "ban quản lý", "ban", "bbt",
  "tổng cục", "cục", "chi cục", "chi nhánh", "vụ", "viện kiểm sát", "viện", "học viện", "thanh tra", "kiểm toán", "tòa án", "toà án", "công an", "quân đội", "bộ đội",
  "ngân hàng", "nhnn", "kho bạc", "thuế tỉnh", "thuế", "hải quan", "bảo hiểm xã hội", "bhxh", "trung tâm", "tt", "đài", "báo", "thông tấn xã", "vtv", "vov", "ttxvn", "cổng", "trang thông tin", "nhà xuất bản",
  "tập đoàn", "tổng công ty", "công ty", "quỹ", "hiệp hội", "liên hiệp", "liên minh", "liên đoàn", "hội", "đoàn", "tỉnh đoàn", "trung ương đoàn", "đảng ủy", "đảng uỷ", "tỉnh ủy", "tỉnh uỷ", "thành ủy", "huyện ủy", "thành uỷ", "huyện uỷ",
  "đảng đoàn", "cấp ủy", "cấp uỷ", "trường", "đại học", "bệnh viện", "trạm", "tổ công tác", "tổ", "quốc hội", "chính phủ", "thủ tướng", "chủ tịch", "phó chủ tịch", "giám đốc", "phó giám đốc", "thủ trưởng", "trưởng", "lãnh đạo", "người đứng đầu", "chính quyền",
];

/** Common nouns that name organisations when "các" or another organisation stands before them. */
export const AGENCY_GROUPS: readonly string[] = [
  "sở", "phòng", "ban", "bộ", "ngành", "cơ quan", "đơn vị", "địa phương", "tổ chức", "huyện", "thành phố", "thị xã", "xã", "phường", "đoàn thể", "cấp ủy", "cấp uỷ", "cấp", "hội", "hiệp hội", "doanh nghiệp", "trường", "cơ sở", "bệnh viện", "ngân hàng",
  "tỉnh", "tập đoàn", "tổng công ty", "ủy ban", "viện", "trung tâm", "công ty", "đảng ủy", "đảng bộ", "nhà thầu", "chủ đầu tư", "chi cục", "văn phòng", "quỹ", "hợp tác xã", "cán bộ", "đảng viên", "công chức",
];

/** Lower-case words that end an organisation's name when they stand behind it. */
export const NAME_STOPS: ReadonlySet<string> = new Set(
  "chủ phối tham xây triển tăng tiếp thực tổ nghiên đề theo chỉ làm căn có chịu rà tập đẩy khẩn nâng đôn giải hoàn bố trình báo cung để trong về tại khi nếu phải cần được đã đang sẽ là với cho từ do bởi nhằm gắn trên chưa không căn thường định hằng hàng kịp quán phân hướng đánh đảm bảo ưu quản đổi mở ban rút cắt giảm thống cập sử khai phát huy tích quyết cùng vận tuyên tạo đưa thanh kiểm giám sớm xác xem lập chuẩn điều xử soạn tư ứng áp công khảo lựa chuyển đào bồi thu hỗ khuyến chấp kết tìm sắp vào trước sau đến quy xúc tiến thúc trả yêu đồng lồng ngăn cụ nhanh xem cấp thẩm duy rà kiện đóng tự góp kiên mời bám nắm thành ký gửi tiếp nhân dự phê kêu hạn chăm bổ nêu lấy xem nghiêm rộng thí bảo thông chi dành hợp lãnh việc công".split(" "),
);

/** Two-syllable continuations of names whose first syllable could also open a verb: "Sở Y tế tỉnh", "đơn vị liên quan". */
export const NAME_TAILS: ReadonlySet<string> = new Set([
  "chuyên môn", "trực thuộc", "có liên", "liên quan", "thành phố", "quản lý", "có trách", "được giao", "được phân", "chức năng", "công lập", "công nghiệp", "công nghệ", "công thương", "thông tin", "thông tấn", "tổ quốc", "phát thanh", "phát triển", "kiểm sát", "chính phủ", "có thẩm", "thành viên", "thành thị", "báo chí", "tư nhân", "tư vấn", "kinh doanh", "chính trị", "tổ chức", "bảo hiểm", "đào tạo", "nghiên cứu", "kiểm định", "truyền thông", "trung ương", "xã hội", "phối hợp", "cấp huyện", "cấp xã", "cấp tỉnh", "cấp sở", "cấp ủy", "công tác", "công cộng", "công ty", "cung ứng", "cung cấp", "sự nghiệp", "đơn vị", "ban ngành", "thanh tra", "điều hành", "thành ủy", "bộ phận", "hợp tác", "khoa học", "giáo dục", "nhân dân", "có chức", "xây dựng", "kho bạc", "đồng hành", "quản trị", "khai thác", "thẩm quyền", "chấp hành", "chỉ đạo", "chỉ huy", "tại doanh",
]);

/** Labels of a task's block, folded to plain lower-case. */
export const FIELD_LABELS: readonly { readonly field: "content" | "lead" | "support" | "time" | "product"; readonly words: readonly string[] }[] = [
  { field: "support", words: ["đơn vị phối hợp", "cơ quan phối hợp", "cơ quan, đơn vị phối hợp", "phối hợp thực hiện", "các đơn vị phối hợp", "các cơ quan phối hợp", "phối hợp"] },
  { field: "lead", words: ["đơn vị chủ trì thực hiện", "cơ quan chủ trì thực hiện", "đơn vị chủ trì", "cơ quan chủ trì", "cơ quan, đơn vị chủ trì", "chủ trì thực hiện", "chủ trì", "đơn vị thực hiện", "cơ quan thực hiện", "đơn vị đầu mối", "cơ quan đầu mối", "phân công thực hiện", "trách nhiệm thực hiện", "trách nhiệm chỉ đạo thực hiện", "đơn vị chịu trách nhiệm", "đơn vị tham mưu"] },
  { field: "time", words: ["thời gian thực hiện", "thời gian hoàn thành", "thời hạn hoàn thành", "thời hạn thực hiện", "thời hạn", "thời gian", "tiến độ thực hiện", "tiến độ", "hoàn thành"] },
  { field: "product", words: ["sản phẩm", "kết quả đầu ra", "sản phẩm đầu ra", "kết quả", "sản phẩm dự kiến", "kết quả, sản phẩm"] },
  { field: "content", words: ["nội dung thực hiện", "nội dung", "nội dung công việc", "nhiệm vụ cụ thể", "giải pháp thực hiện"] },
];

/** What the words of a heading say about the part under it, in order of precedence. */
export const SECTION_WORDS: readonly { readonly role: SectionRole; readonly words: RegExp }[] = [
  { role: "recipients", words: /^nơi nhận|^kính gửi/ },
  { role: "organization", words: /tổ chức thực hiện|tổ chức triển khai|trách nhiệm thi hành|điều khoản thi hành/ },
  { role: "funding", words: /^(?:về )?(?:nguồn )?kinh phí|^nguồn lực|^cơ chế tài chính|^dự toán/ },
  { role: "general-aim", words: /mục tiêu (?:chung|tổng quát)|quan điểm|nguyên tắc|mục tiêu, ý nghĩa/ },
  { role: "objectives", words: /mục tiêu|chỉ tiêu|tầm nhìn đến|kết quả cần đạt/ },
  { role: "purpose", words: /mục đích|yêu cầu|sự cần thiết|căn cứ|thực trạng|tình hình|phạm vi|đối tượng|đánh giá kết quả|bối cảnh/ },
  { role: "tasks", words: /nhiệm vụ|giải pháp|phân công|nội dung|trách nhiệm|hoạt động/ },
];

/** What a part of a plan is for. */
export type SectionRole = "purpose" | "general-aim" | "objectives" | "tasks" | "organization" | "funding" | "recipients" | "signature" | "appendix" | "other";
