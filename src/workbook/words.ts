/** Version of the layout, shown on Thông tin. */
export const TEMPLATE_VERSION = "1.0";

/** What a line of the plan was used for. */
export const LINE_USES = {
  target: "Chỉ tiêu",
  task: "Nhiệm vụ",
  report: "Báo cáo",
  index: "Chỉ số",
  header: "Thông tin chung",
  section: "Đề mục, lời dẫn",
  unread: "Chưa đọc",
} as const;

/** How sure a reading is. */
export const CERTAINTY_WORDS = { stated: "Nêu rõ", implied: "Suy ra", uncertain: "Chưa chắc" } as const;

/** Ways to collect figures. */
export const PERIOD_KIND_WORDS: readonly string[] = ["Tháng", "Quý", "6 tháng", "9 tháng", "Năm", "Đột xuất"];

/** Answers of a tick column. */
export const YES = "Có";

/** Units of measurement offered beside those of the plan. */
export const COMMON_UNITS: readonly string[] = ["%", "điểm", "bậc", "hạng", "lần", "hồ sơ", "người", "tỷ đồng", "mốc"];

/** Words of the period schemes: Decree 09/2019, calendar periods, the days that the plan gives. */
export const PERIOD_SCHEME_WORDS = { "decree-09": "NĐ 09", calendar: "Dương lịch", plan: "Theo kế hoạch" } as const;

/** When a kind counts as reached, by code; shown beside the kind on Danh mục. */
export const KIND_RULES: Readonly<Record<string, string>> = {
  K01: "Thực hiện bằng hoặc cao hơn Mức",
  K02: "Thực hiện bằng hoặc thấp hơn Mức",
  K03: "Thực hiện cao hơn Mức (bằng là chưa đạt)",
  K04: "Thực hiện thấp hơn Mức (bằng là chưa đạt)",
  K05: "Thực hiện đủ 100%",
  K06: "Thực hiện từ Mức trở lên; kiểu cứng thì không quá Mức trên",
  K07: "Thực hiện tăng so với Số gốc ít nhất tỷ lệ ghi ở Mức",
  K08: "Thực hiện giảm so với Số gốc ít nhất tỷ lệ ghi ở Mức",
  K09: "Thực hiện tăng (giảm) so với Số gốc ít nhất số ghi ở Mức",
  K10: "Thực hiện tốt hơn Số gốc",
  K11: "Thứ hạng tốt hơn Số gốc ít nhất số bậc ghi ở Mức",
  K12: "Thứ hạng nằm trong số ghi ở Mức",
  K13: "Nhóm xếp loại bằng hoặc trên nhóm ghi ở Mức",
  K14: "Số lần trong kỳ bằng hoặc nhiều hơn Mức",
  K15: "Không đối tượng nào quá số lần ghi ở Mức",
  K18: "Mọi trường hợp đều chỉ có một",
  K19: "Mọi kỳ đều đạt Mức",
  K20: "Mọi mốc công việc đã xong (ghi tỷ lệ việc đã xong)",
  K21: "Ngày hoàn thành không sau ngày ghi ở Mức",
  K22: "Đạt Mức (pháp lệnh); đạt Mức trên (phấn đấu) là vượt",
  K23: "Mọi điều kiện thành phần đều đạt",
  K24: "Một điều kiện thành phần đạt",
};

/** Words that the sheets say besides headers. */
export const WORDS = {
  overviewTitle: "TỔNG QUAN THỰC HIỆN KẾ HOẠCH",
  infoTitle: "THÔNG TIN KẾ HOẠCH",
  targetsTitle: "CHỈ TIÊU",
  tasksTitle: "NHIỆM VỤ",
  calendarTitle: "LỊCH BÁO CÁO",
  listsTitle: "DANH MỤC",
  sourceTitle: "NGUỒN: NGUYÊN VĂN KẾ HOẠCH",
  agenciesTitle: "KẾT QUẢ THEO ĐƠN VỊ",
  agenciesHint: "Trang này tự tính từ Nhiệm vụ và Chỉ tiêu; tên đơn vị lấy từ Danh mục.",
  guideTitle: "HƯỚNG DẪN SỬ DỤNG SỔ",
  asOfPrefix: "Tính đến ngày ",
  inputHint: "Ô nền vàng nhạt: người dùng nhập. Ô nền trắng: tự tính. Ô chữ xám: của chương trình.",
  sourceHint: "Dòng nền hồng: chương trình chưa đọc được, cần người xem. Bấm vào mã để tới chỉ tiêu, nhiệm vụ.",
  listsHint: "Thêm giá trị vào ngay dưới bảng; danh sách chọn trong sổ dài ra theo.",
  automaticTitle: "Ô này tự tính",
  automaticMessage: "Ô này tự tính từ các cột khác. Hãy nhập vào ô nền vàng nhạt.",
  chooseTitle: "Chưa có trong danh mục",
  chooseMessage: "Hãy chọn một giá trị trong danh sách, hoặc thêm giá trị vào trang Danh mục trước.",
  uniqueTitle: "Mã đã có",
  uniqueMessage: "Mỗi dòng có một mã riêng. Hãy nhập mã chưa dùng trong bảng này.",
  boundsTitle: "Mức và Mức trên",
  boundsMessage: "Với kiểu Khoảng, Mức trên phải bằng hoặc lớn hơn Mức.",
  dateTitle: "Cần một ngày",
  dateMessage: "Hãy nhập ngày theo dạng ngày/tháng/năm, ví dụ 30/06/2024.",
  extendedTitle: "Hạn gia hạn",
  extendedMessage: "Hạn gia hạn phải sau hạn ban đầu.",
  doneTitle: "Ngày hoàn thành",
  doneMessage: "Ngày hoàn thành không được sau Ngày xét (trang Thông tin).",
  progressTitle: "Tiến độ",
  progressMessage: "Hãy nhập tỷ lệ từ 0% đến 100%.",
  yearTitle: "Cần một năm",
  yearMessage: "Hãy nhập năm gồm bốn chữ số, ví dụ 2024.",
  weightMessage: "Hãy nhập trọng số từ 0% đến 100%.",
  sample: "Số liệu minh hoạ",
  figuresTitle: "SỐ LIỆU THEO KỲ",
  figuresHint:
    "Mỗi dòng một chỉ tiêu, một kỳ; thêm dòng ngay dưới bảng. Cộng dồn thì ghi số phát sinh trong kỳ. Ô trống là chưa có số, số 0 là số liệu. Cột Tính vào kết quả cho biết dòng nào được lấy ở Kỳ đang xem.",
  lockedTitle: "Số liệu đã khoá",
  lockedMessage: "Dòng này đã khoá. Muốn sửa thì xoá chữ Có ở cột Khoá và ghi vào Nhật ký.",
  handKind: "Nhập tay",
  checkTarget: "Mã chỉ tiêu không có trong sổ",
  checkPeriod: "Kỳ không có trong Danh mục",
  checkMissing: "Ghi Chưa gửi nhưng có số",
  checkReceived: "Ghi Đã nhận nhưng thiếu số",
  beforeCutOff: "Hạn gửi trước ngày chốt ",
  useEstimates: ": dùng số ước",
  thresholdFrom: "Độ lệch so với tiến độ chuẩn từ mức này trở lên",
  thresholdLast: "Từ mức này; thấp hơn nữa là Báo động",
  thresholdsPlace: "Theo bảng Cảnh báo, trang Danh mục",
  viewMonth: "Tháng ",
  viewQuarter: "Quý ",
  viewHalfYear: "6 tháng đầu năm ",
  viewNineMonths: "9 tháng năm ",
  viewYear: "Năm ",
  coLead: "cùng chủ trì",
  fromDay: "Từ ngày ",
  toSource: "Xem nguyên văn trong kế hoạch",
  toItem: "Xem dòng đã lập từ câu này",
  pageFooter: "Trang &P/&N",
  holidayNewYear: "Tết Dương lịch",
  holidayReunification: "Ngày Chiến thắng",
  holidayLabour: "Ngày Quốc tế Lao động",
  holidayNational: "Quốc khánh",
  tileMet: "Chỉ tiêu đạt",
  tileMetNote: " chỉ tiêu xét được",
  tileData: "Đã có số liệu",
  tileDataNote: " chỉ tiêu",
  tileMean: "Mức hoàn thành\nbình quân",
  tileMeanNote: "các chỉ tiêu có số liệu",
  tileOnTime: "Việc hoàn thành\nđúng hạn",
  tileOnTimeNote: "trên số việc đã đến hạn",
  tileOverdue: "Nhiệm vụ quá hạn",
  tileOverdueNote: " nhiệm vụ",
  tileReports: "Báo cáo sắp đến hạn",
  tileReportsNote: " báo cáo quá hạn",
  outOf: "trên ",
  andAlso: "và ",
  byConclusion: "Chỉ tiêu theo kết luận",
  byStatus: "Nhiệm vụ theo trạng thái",
  byAgency: "Kết quả theo đơn vị chủ trì",
  count: "Số lượng",
  share: "Tỷ trọng",
  total: "Cộng",
  agency: "Đơn vị",
  otherAgencies: "Các đơn vị khác, chưa ghi chủ trì",
  chartStatus: "Nhiệm vụ theo trạng thái",
  chartConclusion: "Chỉ tiêu theo kết luận",
  chartConclusionAlt: "Biểu đồ thanh: số chỉ tiêu theo từng kết luận, lấy từ bảng phía trên.",
  chartStatusAlt: "Biểu đồ thanh: số nhiệm vụ theo từng trạng thái, lấy từ bảng phía trên.",
  yearSpan: "Năm ",
  unnamedPlan: "Kế hoạch",
} as const;

/** Headings of plans under which targets and tasks stand, the shorter of those that begin alike first. */
export const USUAL_HEADINGS: readonly string[] = [
  "Mục đích",
  "Yêu cầu",
  "Mục đích, yêu cầu",
  "Mục tiêu",
  "Mục tiêu chung",
  "Mục tiêu cụ thể",
  "Mục tiêu, chỉ tiêu",
  "Nhiệm vụ",
  "Nhiệm vụ, giải pháp",
  "Nhiệm vụ và giải pháp",
  "Nhiệm vụ, giải pháp chung",
  "Nhiệm vụ, giải pháp cụ thể",
  "Nhiệm vụ, giải pháp chủ yếu",
  "Nhiệm vụ, giải pháp trọng tâm",
  "Nhiệm vụ trọng tâm",
  "Tổ chức thực hiện",
];
