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
    order: "STT",
    title: "Nội dung nhiệm vụ",
    lead: "Chủ trì",
    supporters: "Phối hợp",
    time: "Thời gian (nguyên văn)",
    deadline: "Hạn ban đầu",
    extended: "Hạn gia hạn",
    done: "Ngày hoàn thành",
    progress: "% tiến độ",
    result: "Kết quả thực hiện",
    quality: "Chất lượng (%)",
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
    notUpdated: "Trong đó chưa cập nhật",
    completion: "Tỷ lệ hoàn thành đến hạn",
    onTimeRate: "Tỷ lệ đúng hạn",
    quantity: "Số lượng",
    quality: "Chất lượng",
    progress: "Tiến độ",
    points: "Điểm nhiệm vụ (tối đa 70)",
    targets: "Chỉ tiêu chủ trì",
    met: "Chỉ tiêu đạt",
    missed: "Chỉ tiêu chưa đạt",
    without: "Chưa có số liệu",
  },
  agencies: {
    id: "Mã",
    name: "Tên đơn vị",
    short: "Viết tắt",
    aliases: "Tên gọi khác",
    group: "Là nhóm đơn vị",
    successor: "Đơn vị kế thừa",
    from: "Hiệu lực từ",
    to: "Hiệu lực đến",
    contact: "Đầu mối liên hệ",
    email: "Email",
  },
  kinds: { name: "Kiểu", rule: "Đạt khi", example: "Ví dụ" },
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
  superior: "Cơ quan cấp trên",
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
    "Ngày đầu, ngày chốt của mỗi kỳ: theo Nghị định 09/2019 (chốt ngày 14), theo tháng dương lịch, hay theo kế hoạch (ghi ngày ở bảng Kỳ, trang Danh mục).",
  thresholds: "Sửa ở bảng Cảnh báo, trang Danh mục.",
  superior: "Cơ quan chủ quản trực tiếp, in trên tên cơ quan ở trang Báo cáo và trang Đôn đốc; không có thì để trống.",
  follower: "Đơn vị giữ sổ này.",
  author: "Họ tên người cập nhật sổ.",
  reportNumber: "Số, ký hiệu của báo cáo mà phụ lục ở trang Báo cáo kèm theo.",
  signerTitle: "In ở cuối trang Báo cáo và trang Đôn đốc; ký thay mặt, ký thay thì ghi TM., KT. ở dòng trên (Alt+Enter xuống dòng).",
  signer: "Họ tên người ký báo cáo.",
  recipients: "Mỗi nơi một dòng, in ở cuối trang Báo cáo.",
  basis: "Các văn bản mà kế hoạch nêu làm căn cứ.",
};
