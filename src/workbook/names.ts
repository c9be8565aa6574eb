/** Keys of the sheets, stable over languages and books. */
export type SheetKey =
  | "info"
  | "overview"
  | "targets"
  | "tasks"
  | "calendar"
  | "periods"
  | "agencies"
  | "indices"
  | "report"
  | "urge"
  | "lists"
  | "log"
  | "source"
  | "guide"
  | "state";

/** Tab names. */
export const SHEET_NAMES: Readonly<Record<SheetKey, string>> = {
  info: "Thông tin",
  overview: "Tổng quan",
  targets: "Chỉ tiêu",
  tasks: "Nhiệm vụ",
  calendar: "Lịch báo cáo",
  periods: "Số liệu theo kỳ",
  agencies: "Theo đơn vị",
  indices: "Chỉ số",
  report: "Báo cáo",
  urge: "Đôn đốc",
  lists: "Danh mục",
  log: "Nhật ký",
  source: "Nguồn",
  guide: "Hướng dẫn",
  state: "TrangThaiSo",
};

/** Keys of the tables. */
export type TableKey =
  | "info"
  | "targets"
  | "tasks"
  | "reports"
  | "figures"
  | "byAgency"
  | "indices"
  | "weights"
  | "log"
  | "source"
  | "agencies"
  | "kinds"
  | "units"
  | "directions"
  | "conclusions"
  | "statuses"
  | "deadlineKinds"
  | "specials"
  | "tiers"
  | "aggregations"
  | "certainties"
  | "periodKinds"
  | "answers"
  | "holidays"
  | "periods"
  | "thresholds"
  | "periodSchemes"
  | "figureKinds"
  | "figureStates"
  | "pages"
  | "groups";

/** Excel names of the tables. */
export const TABLE_NAMES: Readonly<Record<TableKey, string>> = {
  info: "tblThongTin",
  targets: "tblChiTieu",
  tasks: "tblNhiemVu",
  reports: "tblLich",
  figures: "tblSoLieu",
  byAgency: "tblTheoDonVi",
  indices: "tblChiSo",
  weights: "tblTrongSo",
  log: "tblNhatKy",
  source: "tblNguon",
  agencies: "tblDonVi",
  kinds: "tblKieu",
  units: "tblDVT",
  directions: "tblChieu",
  conclusions: "tblKetLuan",
  statuses: "tblTrangThai",
  deadlineKinds: "tblLoaiHan",
  specials: "tblDacBiet",
  tiers: "tblNhom",
  aggregations: "tblCachGop",
  certainties: "tblDoTinCay",
  periodKinds: "tblKyThuThap",
  answers: "tblTraLoi",
  pages: "tblTrangSo",
  groups: "tblLinhVuc",
  holidays: "tblNgayNghi",
  periods: "tblKy",
  thresholds: "tblNguong",
  periodSchemes: "tblBoKy",
  figureKinds: "tblLoaiSo",
  figureStates: "tblTrangThaiSo",
};

/** Headers of the tables by column key. A header that formulas read as a whole column holds no character that Excel escapes. */
export const COLUMNS = {
  info: { item: "Mục", value: "Nội dung", note: "Ghi chú" },
  targets: {
    id: "Mã",
    group: "Lĩnh vực",
    measure: "Chỉ tiêu",
    unit: "Đơn vị tính",
    horizon: "Mốc (năm)",
    lead: "Chủ trì",
    hand: "Thực hiện (nhập tay)",
    actual: "Thực hiện (đến kỳ)",
    figureKind: "Loại số",
    expected: "Tiến độ chuẩn",
    gap: "Độ lệch (điểm %)",
    forecast: "Ước cả năm",
    required: "Mức phải đạt",
    attainment: "Tỷ lệ hoàn thành",
    conclusion: "Kết luận",
    groupConclusion: "Kết luận cả nhóm",
    warning: "Cảnh báo",
    explanation: "Diễn giải",
    cause: "Nguyên nhân, giải pháp",
    statement: "Nguyên văn mục tiêu",
    parent: "Chỉ tiêu cha",
    kind: "Kiểu",
    direction: "Chiều",
    level: "Mức",
    upper: "Mức trên",
    baseline: "Số gốc",
    baselineYear: "Năm gốc",
    series: "Nhóm mốc",
    aggregation: "Cách gộp",
    weight: "Trọng số",
    supporters: "Phối hợp cung cấp số liệu",
    period: "Kỳ thu thập",
    evidence: "Nguồn số liệu, minh chứng",
    uncapped: "Tỷ lệ (không giới hạn)",
    risk: "Mức nguy cơ",
    source: "Nguồn trích (dòng)",
    certainty: "Độ tin cậy",
    confirmed: "Đã xác nhận",
  },
  tasks: {
    id: "Mã",
    title: "Nội dung nhiệm vụ",
    lead: "Chủ trì",
    supporters: "Phối hợp",
    time: "Thời gian (nguyên văn)",
    deadline: "Hạn ban đầu",
    extended: "Hạn gia hạn",
    done: "Ngày hoàn thành",
    progress: "% tiến độ",
    result: "Kết quả thực hiện",
    status: "Trạng thái",
    days: "Số ngày trễ/còn",
    obstacle: "Khó khăn, vướng mắc",
    group: "Nhóm",
    details: "Nội dung chi tiết",
    deliverable: "Sản phẩm, kết quả phải có",
    deadlineKind: "Loại thời hạn",
    extendedBy: "Văn bản gia hạn",
    document: "Văn bản sản phẩm (số, ngày)",
    special: "Tình trạng đặc biệt",
    targets: "Chỉ tiêu liên quan",
    budget: "Kinh phí",
    note: "Ghi chú",
    source: "Nguồn trích (dòng)",
    certainty: "Độ tin cậy",
    confirmed: "Đã xác nhận",
  },
  reports: {
    id: "Mã",
    kind: "Loại báo cáo",
    period: "Kỳ",
    from: "Chốt số liệu từ",
    to: "Chốt số liệu đến",
    reporter: "Đơn vị lập",
    recipient: "Nơi nhận",
    due: "Hạn (nguyên văn)",
    lastDay: "Ngày cuối",
    lastWorkingDay: "Ngày làm việc cuối",
    cutOff: "Cảnh báo chốt",
    sent: "Ngày gửi",
    document: "Số văn bản",
    status: "Trạng thái",
    days: "Số ngày trễ/còn",
    urged: "Đã đôn đốc",
    statement: "Căn cứ (nguyên văn)",
    note: "Ghi chú",
    source: "Nguồn trích (dòng)",
    certainty: "Độ tin cậy",
  },
  figures: {
    target: "Mã chỉ tiêu",
    measure: "Chỉ tiêu",
    unit: "Đơn vị tính",
    period: "Kỳ",
    from: "Từ ngày",
    to: "Đến ngày",
    reporter: "Đơn vị báo cáo",
    numerator: "Tử số",
    denominator: "Mẫu số",
    typed: "Giá trị (nhập)",
    value: "Giá trị",
    kind: "Loại số",
    state: "Trạng thái số",
    received: "Ngày nhận",
    source: "Nguồn, văn bản",
    locked: "Khoá",
    check: "Kiểm tra",
    before: "Số kỳ trước",
    method: "Cách gộp",
    inView: "Trong kỳ xem",
    use: "Tính vào kết quả",
    row: "Dòng",
    sourceKey: "Khoá nguồn",
    rowKey: "Khoá dòng",
    rank: "Thứ tự",
    counted: "Mã được tính",
  },
  source: { line: "Dòng", text: "Nguyên văn", use: "Dùng vào", codes: "Mã" },
  byAgency: {
    name: "Đơn vị",
    tasks: "Nhiệm vụ chủ trì",
    onTime: "Hoàn thành đúng hạn",
    late: "Hoàn thành quá hạn",
    open: "Chưa đến hạn",
    overdue: "Quá hạn",
    other: "Không theo hạn",
    completion: "Tỷ lệ hoàn thành đến hạn",
    onTimeRate: "Tỷ lệ đúng hạn",
    targets: "Chỉ tiêu chủ trì",
    met: "Chỉ tiêu đạt",
    missed: "Chỉ tiêu chưa đạt",
    without: "Chưa có số liệu",
  },
  agencies: {
    name: "Tên đơn vị",
    aliases: "Tên gọi khác",
    group: "Là nhóm đơn vị",
    successor: "Đơn vị kế thừa",
    contact: "Đầu mối liên hệ",
  },
  kinds: { name: "Kiểu", rule: "Đạt khi" },
  units: { name: "Đơn vị tính" },
  directions: { name: "Chiều" },
  conclusions: { name: "Kết luận" },
  statuses: { name: "Trạng thái" },
  deadlineKinds: { name: "Loại thời hạn" },
  specials: { name: "Tình trạng đặc biệt" },
  tiers: { name: "Nhóm xếp loại", order: "Thứ tự" },
  aggregations: { name: "Cách gộp" },
  certainties: { name: "Độ tin cậy" },
  periodKinds: { name: "Kỳ thu thập" },
  answers: { name: "Trả lời" },
  pages: { name: "Trang" },
  groups: { name: "Lĩnh vực" },
  holidays: { day: "Ngày nghỉ", name: "Tên ngày nghỉ" },
  periods: {
    code: "Kỳ",
    name: "Tên kỳ",
    first: "Tháng đầu",
    last: "Tháng cuối",
    before: "Kỳ trước",
    planFrom: "Từ ngày (theo kế hoạch)",
    planTo: "Đến ngày (theo kế hoạch)",
    from: "Từ ngày",
    to: "Đến ngày",
    share: "Tiến độ chuẩn",
  },
  thresholds: { name: "Cảnh báo", from: "Từ độ lệch", note: "Nghĩa" },
  periodSchemes: { name: "Bộ kỳ" },
  figureKinds: { name: "Loại số" },
  figureStates: { name: "Trạng thái số" },
  weights: {
    index: "Chỉ số",
    component: "Chỉ số thành phần",
    from: "Từ năm",
    to: "Đến năm",
    weight: "Trọng số",
  },
  indices: {
    index: "Chỉ số",
    component: "Chỉ số thành phần",
    lead: "Đơn vị đầu mối",
    weight: "Trọng số",
    before: "Điểm năm trước",
    goalHand: "Mục tiêu (nhập)",
    goal: "Mục tiêu",
    hand: "Điểm thực tế (nhập)",
    actual: "Điểm thực tế",
    share: "Đóng góp",
    gap: "Còn thiếu",
    target: "Mã chỉ tiêu",
  },
  indexTotals: {
    index: "Chỉ số",
    note: "Độ tin cậy",
    factor: "Hệ số quy đổi",
    coverage: "Độ phủ trọng số",
    before: "Tổng năm trước",
    goal: "Tổng theo mục tiêu",
    total: "Tổng ước tính",
    rank: "Hạng công bố",
    among: "Số đơn vị xếp hạng",
    percentile: "Vị trí tương đối",
    tier: "Nhóm",
  },
  log: {
    at: "Thời điểm",
    who: "Người sửa",
    table: "Bảng, trang",
    code: "Mã",
    column: "Cột",
    before: "Giá trị cũ",
    after: "Giá trị mới",
    basis: "Căn cứ",
  },
} as const;

/** Defined names by key. */
export const DEFINED_NAMES = {
  asOf: "NgayXet",
  warnDays: "SoNgaySapDenHan",
  title: "TenKeHoach",
  year: "NamKeHoach",
  holidays: "NgayNghi",
  planId: "MaKeHoach",
  view: "KyDangXem",
  periodScheme: "BoKy",
} as const;

/** Key of a defined name. */
export type NameKey = keyof typeof DEFINED_NAMES;

/** Rows of the sheet Thông tin by key, in order. */
export const INFO_ITEMS = {
  title: "Tên kế hoạch",
  number: "Số, ký hiệu",
  date: "Ngày ban hành",
  issuer: "Cơ quan ban hành",
  place: "Địa danh",
  year: "Năm, giai đoạn",
  basis: "Văn bản căn cứ",
  follower: "Cơ quan theo dõi",
  author: "Người lập",
  reportNumber: "Số báo cáo",
  signerTitle: "Chức vụ người ký",
  signer: "Người ký",
  recipients: "Nơi nhận báo cáo",
  asOf: "Ngày xét",
  view: "Kỳ đang xem",
  periodScheme: "Bộ kỳ",
  thresholds: "Ngưỡng cảnh báo",
  warnDays: "Báo sắp đến hạn trước (ngày)",
  template: "Phiên bản mẫu",
} as const;

/** Key of a row of Thông tin. */
export type InfoKey = keyof typeof INFO_ITEMS;

/** Notes beside the rows of Thông tin. */
export const INFO_NOTES: Readonly<Partial<Record<InfoKey, string>>> = {
  asOf: "Ngày dùng để xét mọi kết luận và trạng thái. Sửa ngày này, cả sổ tính lại.",
  warnDays: "Việc còn từ số ngày này trở xuống được ghi là sắp đến hạn.",
  view: "Số liệu theo kỳ được cộng, lấy đến hết kỳ này. Đổi kỳ, cả sổ tính lại.",
  periodScheme:
    "Ngày đầu, ngày chốt của mỗi kỳ: theo Nghị định 09/2019 (chốt ngày 14), theo tháng dương lịch, hay theo kế hoạch (ghi ngày ở bảng tblKy, trang Danh mục).",
  thresholds: "Sửa ở bảng tblNguong, trang Danh mục.",
  follower: "Đơn vị giữ sổ này.",
  author: "Họ tên người cập nhật sổ.",
  reportNumber: "Số, ký hiệu của báo cáo mà phụ lục ở trang Báo cáo kèm theo.",
  signerTitle: "In ở cuối trang Báo cáo và trang Đôn đốc.",
  signer: "Họ tên người ký báo cáo.",
  recipients: "Mỗi nơi một dòng, in ở cuối trang Báo cáo.",
  basis: "Các văn bản mà kế hoạch nêu làm căn cứ.",
};

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

/** Number format of days: late when positive, left when negative. */
export const DAYS_FORMAT = '"trễ "0;"còn "0;0';

/** Number format of differences between shares: percentage points with their sign. */
export const POINTS_FORMAT = "+0.0%;-0.0%;0.0%";

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
  thresholdsPlace: "Theo bảng tblNguong",
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
  tileMean: "Mức hoàn thành bình quân",
  tileMeanNote: "các chỉ tiêu có số liệu",
  tileOnTime: "Việc hoàn thành đúng hạn",
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

/** Lines of Hướng dẫn: what to do where, then the colours. `style` names the look of the label. */
export const GUIDE: readonly { readonly label: string; readonly text: string; readonly style?: string }[] = [
  {
    label: "Ngày xét",
    text: "Trang Thông tin. Mọi kết luận, trạng thái, số ngày trễ được tính đến ngày này. Trước khi in hoặc báo cáo, sửa Ngày xét rồi mới xem số.",
  },
  {
    label: "Nhập chỉ tiêu",
    text: "Trang Chỉ tiêu, cột Thực hiện (nhập tay). Tỷ lệ nhập kèm dấu %, ví dụ 92%. Số 0 là số liệu; ô trống là chưa có số liệu. Có thể ghi Không phát sinh, Không áp dụng hoặc Không công bố.",
  },
  {
    label: "Số liệu theo kỳ",
    text: "Mỗi dòng một chỉ tiêu, một kỳ, một đơn vị: ghi tử số và mẫu số, hoặc giá trị. Chọn Kỳ đang xem ở trang Thông tin, sổ tự gộp đến hết kỳ đó theo Cách gộp của chỉ tiêu. Số ghi ở cột Thực hiện (nhập tay) của trang Chỉ tiêu được lấy trước.",
  },
  {
    label: "Tiến độ, cảnh báo",
    text: "Trước mốc, tỷ lệ hoàn thành được so với Tiến độ chuẩn của Kỳ đang xem: số cộng dồn theo thời gian đã qua của năm, số khác phải đủ mức. Ngưỡng và tiến độ từng kỳ sửa được ở trang Danh mục. Nguy cơ, Báo động thì ghi nguyên nhân, giải pháp.",
  },
  {
    label: "Kiểu và mức",
    text: "Các cột bên phải trang Chỉ tiêu cho biết chỉ tiêu được xét theo kiểu nào, mức nào. Kiểu so với năm gốc cần Số gốc; chưa có thì kết luận là Thiếu số gốc. Trang Danh mục giải thích từng kiểu.",
  },
  {
    label: "Chỉ tiêu trong đó",
    text: "Chỉ tiêu con ghi mã chỉ tiêu cha ở cột Chỉ tiêu cha. Chỉ tiêu cha có thêm Kết luận cả nhóm: Đạt đầy đủ khi chính nó và mọi chỉ tiêu con đều đạt.",
  },
  {
    label: "Cập nhật nhiệm vụ",
    text: "Trang Nhiệm vụ: nhập Ngày hoàn thành, % tiến độ, Kết quả thực hiện. Hạn ban đầu giữ nguyên; khi được lùi hạn thì ghi Hạn gia hạn và văn bản. Đúng hạn luôn xét theo hạn ban đầu.",
  },
  {
    label: "Lịch báo cáo",
    text: "Ngày cuối là ngày muộn nhất còn đúng hạn: trước ngày 01/6 nghĩa là chậm nhất 31/5. Cảnh báo chốt nhắc khi phải gửi trước ngày chốt số liệu của kỳ. Nhập Ngày gửi khi đã gửi.",
  },
  {
    label: "Thêm dòng",
    text: "Gõ vào dòng ngay dưới bảng; công thức và danh sách chọn tự chép xuống. Thêm đơn vị, đơn vị tính vào trang Danh mục.",
  },
  {
    label: "Nguồn",
    text: "Trang Nguồn giữ nguyên văn kế hoạch theo dòng. Bấm vào mã để qua lại giữa chỉ tiêu, nhiệm vụ và câu gốc. Dòng nền hồng là câu chương trình chưa đọc, cần người xem.",
  },
  { label: "In", text: "Các trang đã đặt khổ A4. Cột của chương trình và cột cấu hình nằm ngoài vùng in." },
  { label: "Nền vàng nhạt", text: "Ô người dùng nhập hoặc sửa.", style: "legendInput" },
  { label: "Nền trắng", text: "Ô tự tính, không nhập đè.", style: "legendFormula" },
  { label: "Chữ xám", text: "Ô của chương trình: nguồn trích, độ tin cậy.", style: "legendInternal" },
];
