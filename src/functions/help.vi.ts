/** Help of one KPI function in Vietnamese. */
export interface FunctionHelp {
  readonly description: string;
  /** In the order of the function; names are shown by Excel, not typed. */
  readonly parameters: readonly { readonly name: string; readonly description: string }[];
  /** A formula that one click inserts, in the en-US spelling of Office.js. */
  readonly example: string;
  /** What the example shows in a Vietnamese workbook, given figures that suit it. */
  readonly result: string;
}

const parameter = (name: string, description: string): { readonly name: string; readonly description: string } => ({ name, description });

/** Parameters that several functions share. */
const SHARED = {
  thuc_hien: parameter("thực hiện", 'Số thực hiện. Trống, "-", "…" là chưa có số liệu; 0 là số liệu'),
  muc_tieu: parameter("mục tiêu", 'Mức phải đạt (0,85 là 85%) hoặc nguyên văn trong kế hoạch ("tối thiểu 85%")'),
  kieu: parameter("kiểu", 'Tên hoặc mã kiểu mục tiêu ("Tối thiểu", "K01"). Bỏ trống: tối thiểu'),
  goc: parameter("số gốc", "Số gốc để so sánh. Bỏ trống: không có"),
  muc_tren: parameter("mức trên", "Mức trên của khoảng hoặc mức phấn đấu. Bỏ trống: không có"),
  ngay_xet: parameter("ngày xét", "Ngày xét. Bỏ trống: kết luận là cuối cùng"),
  moc: parameter("mốc", "Năm hoặc ngày cuối phải đạt. Bỏ trống: không có"),
  don_vi: parameter("đơn vị tính", 'Đơn vị tính; với "%" thì số âm hoặc trên 100% là lỗi số liệu'),
  gioi_han: parameter("giới hạn", "TRUE: giữ kết quả trong 0–100%. Bỏ trống: TRUE"),
  ket_qua: parameter("kết quả", '"NHAN": kết luận; "TYLE": tỷ lệ. Bỏ trống: "NHAN"'),
  chieu: parameter("chiều", '"TOITHIEU" hoặc "TOIDA". Bỏ trống: "TOITHIEU"'),
  vung_trong_so: parameter("vùng trọng số", "Trọng số, cùng số ô. Bỏ trống: bằng nhau"),
  ngay_nghi: parameter("ngày nghỉ", "Vùng ngày nghỉ. Bỏ trống: không có"),
} as const;

/** Vietnamese help of every KPI function by id; the build merges it into functions.json and the pane shows it. */
export const HELP_VI: Readonly<Record<string, FunctionHelp>> = {
  DANHGIA: {
    description: "Kết luận Vượt, Đạt, Chưa đạt … theo đúng kiểu mục tiêu",
    parameters: [SHARED.thuc_hien, SHARED.muc_tieu, SHARED.kieu, SHARED.goc, SHARED.muc_tren, SHARED.ngay_xet, SHARED.moc, SHARED.don_vi],
    example: '=KPI.DANHGIA(0.92,0.85,"Tối thiểu")',
    result: "Vượt",
  },
  DAT: {
    description: "Kiểm tra có đạt mục tiêu không: TRUE, FALSE hoặc trống khi chưa xét được",
    parameters: [SHARED.thuc_hien, SHARED.muc_tieu, SHARED.kieu, SHARED.goc, SHARED.muc_tren, SHARED.ngay_xet, SHARED.moc, SHARED.don_vi],
    example: '=KPI.DAT(0.92,"tối thiểu 85%")',
    result: "TRUE",
  },
  TYLE: {
    description: "Tỷ lệ hoàn thành mục tiêu; trống khi chưa có số liệu",
    parameters: [
      SHARED.thuc_hien,
      SHARED.muc_tieu,
      SHARED.kieu,
      SHARED.goc,
      SHARED.muc_tren,
      SHARED.gioi_han,
      parameter("chế độ", '"TYLE": thực hiện trên mục tiêu; "TUGOC": tiến độ từ số gốc. Bỏ trống: "TYLE"'),
      SHARED.don_vi,
    ],
    example: "=KPI.TYLE(0.8,0.85)",
    result: "0,9412",
  },
  DIENGIAI: {
    description: "Câu diễn giải vì sao đạt hoặc chưa đạt, dùng được trong báo cáo",
    parameters: [
      SHARED.thuc_hien,
      SHARED.muc_tieu,
      SHARED.kieu,
      SHARED.goc,
      SHARED.muc_tren,
      SHARED.ngay_xet,
      SHARED.moc,
      SHARED.don_vi,
      parameter("tên", "Tên chỉ tiêu đặt trước câu. Bỏ trống: không có"),
      parameter("kết luận", "Kết luận đã tính ở ô khác. Bỏ trống: tự tính"),
    ],
    example: '=KPI.DIENGIAI(0.92,0.85,"Tối thiểu",,,,,"%")',
    result: "Đạt 92%, vượt 7 điểm % so với mục tiêu tối thiểu 85%",
  },
  MUCTIEU: {
    description: "Đọc câu mục tiêu tiếng Việt thành kiểu, so sánh, mức, mức trên, đơn vị, năm gốc, mốc, cần xác nhận",
    parameters: [
      parameter("văn bản", "Câu mục tiêu"),
      parameter("trường", "KIEU, SOSANH, MUC, MUCTREN, DONVI, NAMGOC, MOC hoặc XACNHAN. Bỏ trống: tất cả, trên một hàng"),
    ],
    example: '=KPI.MUCTIEU("đạt tối thiểu 85% đến năm 2025","MUC")',
    result: "0,85",
  },
  MUCPHAIDAT: {
    description: "Mức phải đạt theo đơn vị của số thực hiện, ví dụ số gốc × (1 + tỷ lệ tăng)",
    parameters: [SHARED.muc_tieu, SHARED.kieu, SHARED.goc],
    example: '=KPI.MUCPHAIDAT(0.1,"Tăng theo tỷ lệ",12000)',
    result: "13200",
  },
  TANG: {
    description: "Tỷ lệ hoàn thành mục tiêu tăng so với số gốc",
    parameters: [SHARED.thuc_hien, SHARED.goc, parameter("tỷ lệ", "Tỷ lệ phải tăng, 0,1 là 10%"), SHARED.gioi_han],
    example: "=KPI.TANG(12900,12000,0.1)",
    result: "0,75",
  },
  GIAM: {
    description: "Tỷ lệ hoàn thành mục tiêu giảm so với số gốc",
    parameters: [SHARED.thuc_hien, SHARED.goc, parameter("tỷ lệ", "Tỷ lệ phải giảm, 0,05 là 5%"), SHARED.gioi_han],
    example: "=KPI.GIAM(39,40,0.05)",
    result: "0,5",
  },
  KHOANG: {
    description: "Đối chiếu với khoảng mục tiêu",
    parameters: [
      SHARED.thuc_hien,
      parameter("dưới", "Mức dưới"),
      parameter("trên", "Mức trên"),
      parameter("cứng", "TRUE: vượt mức trên là chưa đạt. Bỏ trống: FALSE"),
      SHARED.ket_qua,
    ],
    example: "=KPI.KHOANG(40,35,45)",
    result: "Đạt",
  },
  TANGBAC: {
    description: 'Kiểm tra tăng bậc xếp hạng; "Không công bố" giữ nguyên',
    parameters: [
      parameter("hạng mới", "Hạng năm nay, 1 là tốt nhất"),
      parameter("hạng cũ", "Hạng năm trước"),
      parameter("số bậc", "Số bậc phải tăng. Bỏ trống: 1"),
      parameter("số đơn vị mới", "Số đơn vị được xếp hạng năm nay. Bỏ trống: như năm trước"),
      parameter("số đơn vị cũ", "Số đơn vị được xếp hạng năm trước; khác thì so theo bách phân vị"),
    ],
    example: "=KPI.TANGBAC(38,40,1)",
    result: "Vượt",
  },
  TOP: {
    description: "Kiểm tra nằm trong tốp N",
    parameters: [
      parameter("hạng", "Hạng, 1 là tốt nhất"),
      parameter("n", "Giới hạn tốp"),
      parameter("hạng cũ", "Hạng năm trước để tính tiến độ. Bỏ trống: không có"),
      SHARED.ket_qua,
    ],
    example: "=KPI.TOP(8,10)",
    result: "Đạt",
  },
  NHOM: {
    description: "So sánh nhóm xếp loại",
    parameters: [
      parameter("nhóm", "Nhóm đạt được"),
      parameter("nhóm mục tiêu", "Nhóm phải đạt"),
      parameter("thang", "Vùng các nhóm từ thấp đến cao. Bỏ trống: Thấp … Rất tốt"),
    ],
    example: '=KPI.NHOM("Tốt","Khá")',
    result: "Đạt",
  },
  SOLAN: {
    description: "Đối chiếu số lần thực hiện trong kỳ",
    parameters: [
      parameter("số lần", "Số lần đã thực hiện"),
      parameter("mức", "Số lần theo mục tiêu"),
      SHARED.chieu,
      parameter("tỷ lệ kỳ", "Phần thời gian đã qua, 0–1. Bỏ trống: 1"),
    ],
    example: '=KPI.SOLAN(2,2,"TOITHIEU")',
    result: "Đạt",
  },
  VIPHAM: {
    description: "Đếm đối tượng vượt số lần cho phép; 0 là đạt",
    parameters: [parameter("vùng số lần", "Mỗi ô là số lần của một đối tượng"), parameter("mức tối đa", "Số lần tối đa")],
    example: "=KPI.VIPHAM(B2:B20,1)",
    result: "0",
  },
  LOTRINH: {
    description: "Mục tiêu theo lộ trình tại một năm hoặc ngày",
    parameters: [
      parameter("năm hoặc ngày", "Năm hoặc ngày cần biết"),
      parameter("vùng mốc", "Hai cột: năm (ngày), mức"),
      parameter("cách", '"BAC": mức của mốc kế tiếp; "TUYENTINH": nội suy. Bỏ trống: "BAC"'),
    ],
    example: '=KPI.LOTRINH(2027,A2:B3,"TUYENTINH")',
    result: "0,92",
  },
  TRONGDO: {
    description: 'Gộp kết luận chỉ tiêu cha và các phần "trong đó"',
    parameters: [
      parameter("kết luận cha", "Kết luận của chỉ tiêu cha"),
      parameter("vùng kết luận con", "Kết luận của các phần"),
      parameter("vùng mã cha", "Mã cha của từng ô. Bỏ trống: tính tất cả"),
      parameter("mã", "Chỉ tính các phần có mã cha này"),
    ],
    example: '=KPI.TRONGDO("Đạt",B2:B4)',
    result: "Đạt đầy đủ",
  },
  TATCA: {
    description: "Gộp các điều kiện phải đạt tất cả",
    parameters: [parameter("vùng kết luận", "Các kết luận")],
    example: "=KPI.TATCA(B2:B4)",
    result: "Đạt",
  },
  HOAC: {
    description: "Gộp các điều kiện chỉ cần đạt một",
    parameters: [parameter("vùng kết luận", "Các kết luận")],
    example: "=KPI.HOAC(B2:B4)",
    result: "Đạt",
  },
  DUYTRI: {
    description: "Kiểm tra duy trì mức qua các kỳ",
    parameters: [
      parameter("vùng giá trị", "Giá trị từng kỳ; ô trống là chưa báo cáo"),
      parameter("mức", "Mức phải giữ"),
      SHARED.chieu,
      SHARED.ket_qua,
    ],
    example: "=KPI.DUYTRI(B2:B5,0.3)",
    result: "Đạt",
  },
  MOC: {
    description: "Tiến độ theo danh sách việc hoặc mốc, 0–100%",
    parameters: [parameter("vùng hoàn thành", "x, TRUE, 1 hoặc tỷ lệ 0–1; trống là chưa xong"), SHARED.vung_trong_so],
    example: "=KPI.MOC(B2:B6)",
    result: "0,6",
  },
  HAIMUC: {
    description: "Đối chiếu mức pháp lệnh và mức phấn đấu",
    parameters: [SHARED.thuc_hien, parameter("pháp lệnh", "Mức pháp lệnh"), parameter("phấn đấu", "Mức phấn đấu"), SHARED.chieu],
    example: "=KPI.HAIMUC(20000,18300,25000)",
    result: "Đạt pháp lệnh",
  },
  TUMAU: {
    description: "Tỷ lệ từ tử số và mẫu số (cộng rồi chia); mẫu bằng 0 là Không phát sinh",
    parameters: [parameter("tử", "Tử số hoặc vùng tử số"), parameter("mẫu", "Mẫu số hoặc vùng mẫu số")],
    example: "=KPI.TUMAU(45,50)",
    result: "0,9",
  },
  LUYKE: {
    description: "Luỹ kế hoặc số mới nhất của một chỉ tiêu đến kỳ đang xem",
    parameters: [
      parameter("vùng mã", "Mã chỉ tiêu"),
      parameter("vùng kỳ", "Kỳ, ví dụ 2024-Q1"),
      parameter("vùng giá trị", "Giá trị"),
      parameter("mã", "Mã cần tính"),
      parameter("kỳ", "Kỳ đang xem"),
      parameter("cách gộp", "Cộng dồn, Số cuối kỳ, Bình quân, Tử/mẫu hoặc Lớn nhất. Bỏ trống: Cộng dồn"),
      parameter("vùng tử", "Tử số, khi gộp Tử/mẫu"),
      parameter("vùng mẫu", "Mẫu số, khi gộp Tử/mẫu"),
    ],
    example: '=KPI.LUYKE(A2:A50,B2:B50,C2:C50,"CT-01","2024-Q2")',
    result: "24",
  },
  TIENDOCHUAN: {
    description: "Tỷ lệ phải đạt theo thời gian",
    parameters: [
      SHARED.ngay_xet,
      parameter("bắt đầu", "Ngày đầu kỳ"),
      parameter("kết thúc", "Ngày cuối kỳ"),
      parameter("vùng đường", "Hai cột: ngày, tỷ lệ. Bỏ trống: đều theo ngày"),
    ],
    example: "=KPI.TIENDOCHUAN(DATE(2024,6,30),DATE(2024,1,1),DATE(2024,12,31))",
    result: "0,4973",
  },
  CANHBAO: {
    description: "Mức cảnh báo An toàn, Cần chú ý, Nguy cơ, Báo động",
    parameters: [
      parameter("tỷ lệ", "Tỷ lệ hoàn thành"),
      parameter("tiến độ chuẩn", "Tỷ lệ phải đạt đến nay"),
      parameter("ngưỡng", "Ba ngưỡng giảm dần. Bỏ trống: 0; -5; -15 điểm %"),
    ],
    example: "=KPI.CANHBAO(0.42,0.5)",
    result: "Nguy cơ",
  },
  UOC: {
    description: "Ước thực hiện cả năm",
    parameters: [
      parameter("luỹ kế", "Số luỹ kế đến nay"),
      parameter("tiến độ chuẩn", "Tỷ lệ phải đạt đến nay"),
      parameter("cách", '"CONGDON" hoặc "CUOIKY". Bỏ trống: "CONGDON"'),
    ],
    example: "=KPI.UOC(60,0.5)",
    result: "120",
  },
  HAN: {
    description: "Đọc thời hạn tiếng Việt thành ngày cuối cùng còn đúng hạn",
    parameters: [
      parameter("văn bản", "Lời văn thời hạn hoặc một ngày"),
      parameter("năm", "Năm của kế hoạch. Bỏ trống: chỉ theo lời văn"),
      parameter("trả về", '"NGAY", "LAMVIEC" (ngày làm việc cuối) hoặc "LOAI". Bỏ trống: "NGAY"'),
      SHARED.ngay_nghi,
    ],
    example: '=KPI.HAN("trước ngày 01/6/2024")',
    result: "31/05/2024",
  },
  TRANGTHAI: {
    description: "Trạng thái thực hiện nhiệm vụ; việc đã xong không bao giờ quá hạn",
    parameters: [
      parameter("hạn", 'Hạn ban đầu hoặc loại thời hạn ("Thường xuyên")'),
      parameter("ngày hoàn thành", "Ngày hoàn thành. Trống: chưa xong"),
      SHARED.ngay_xet,
      parameter("đặc biệt", "Tạm dừng, Xin lùi hạn hoặc Chờ điều kiện. Bỏ trống: không"),
      parameter("cảnh báo", "Số ngày báo trước khi đến hạn. Bỏ trống: 7"),
      parameter("tiến độ", "% tiến độ; trên 0 là đã bắt đầu"),
      parameter("loại", "Loại thời hạn. Bỏ trống: theo hạn"),
      parameter("hạn gia hạn", "Hạn sau gia hạn: quá hạn tính theo hạn này, đúng hạn tính theo hạn ban đầu"),
    ],
    example: "=KPI.TRANGTHAI(DATE(2024,5,31),DATE(2024,5,30),DATE(2024,6,30))",
    result: "Hoàn thành đúng hạn",
  },
  NGAYTRE: {
    description: "Số ngày trễ hạn (dương) hoặc còn lại (âm)",
    parameters: [
      parameter("hạn", "Hạn; trống thì kết quả trống"),
      parameter("ngày hoàn thành", "Ngày hoàn thành. Trống: chưa xong"),
      SHARED.ngay_xet,
      parameter("làm việc", "TRUE: đếm ngày làm việc. Bỏ trống: FALSE"),
      SHARED.ngay_nghi,
    ],
    example: "=KPI.NGAYTRE(DATE(2024,5,31),,DATE(2024,6,10))",
    result: "10",
  },
  HOANTHANH: {
    description: "Tỷ lệ hoàn thành hoặc đúng hạn trên số việc đã đến hạn",
    parameters: [
      parameter("vùng trạng thái", "Các trạng thái"),
      parameter("loại", '"DENHAN": hoàn thành; "DUNGHAN": hoàn thành đúng hạn. Bỏ trống: "DENHAN"'),
    ],
    example: "=KPI.HOANTHANH(K2:K40)",
    result: "0,9863",
  },
  KYBAOCAO: {
    description: "Kỳ báo cáo chứa một ngày theo Nghị định 09/2019 hoặc dương lịch",
    parameters: [
      parameter("ngày", "Ngày"),
      parameter("loại", "Tháng, Quý, 6 tháng, 9 tháng hoặc Năm"),
      parameter("bộ kỳ", '"NĐ 09" hoặc "Dương lịch". Bỏ trống: "NĐ 09"'),
      parameter("trả về", '"TEN", "TU" hoặc "DEN". Bỏ trống: "TEN"'),
    ],
    example: '=KPI.KYBAOCAO(DATE(2024,6,20),"Quý")',
    result: "2024-Q3",
  },
  TONGHOP: {
    description: "Bình quân tỷ lệ hoàn thành, số chỉ tiêu đạt hoặc độ phủ số liệu",
    parameters: [
      parameter("vùng tỷ lệ", "Các tỷ lệ; chữ và ô trống không tính"),
      SHARED.vung_trong_so,
      parameter("trả về", '"BQ", "DAT" hoặc "PHU". Bỏ trống: "BQ"'),
    ],
    example: '=KPI.TONGHOP(J2:J40,,"BQ")',
    result: "0,87",
  },
  CHUANHOA: {
    description: "Chuẩn hoá điểm 1–10 kiểu PCI, DDCI",
    parameters: [
      parameter("x", "Giá trị"),
      parameter("nhỏ nhất", "Giá trị nhỏ nhất"),
      parameter("lớn nhất", "Giá trị lớn nhất"),
      parameter("nghịch", "TRUE: càng thấp càng tốt. Bỏ trống: FALSE"),
      parameter("thang", "Điểm cao nhất. Bỏ trống: 10"),
    ],
    example: "=KPI.CHUANHOA(75,50,100)",
    result: "5,5",
  },
  CHISO: {
    description: "Điểm chỉ số tổng hợp theo trọng số hoặc độ phủ trọng số",
    parameters: [
      parameter("vùng điểm", "Điểm thành phần"),
      parameter("vùng trọng số", "Trọng số, cùng số ô"),
      parameter("hệ số", "10 với PCI, 4 với PGI. Bỏ trống: 10"),
      parameter("trả về", '"DIEM" hoặc "PHU". Bỏ trống: "DIEM"'),
    ],
    example: "=KPI.CHISO(B2:B11,C2:C11)",
    result: "61,26",
  },
  TRONGSO: {
    description: "Trọng số thành phần PCI, PGI theo năm",
    parameters: [parameter("chỉ số", "PCI hoặc PGI"), parameter("năm", "Năm hoặc ngày"), parameter("thành phần", "Tên chỉ số thành phần")],
    example: '=KPI.TRONGSO("PCI",2022,"Tính năng động")',
    result: "0,15",
  },
  DIEMBAC: {
    description: "Điểm theo thang bậc hoặc theo tỷ lệ",
    parameters: [
      parameter("giá trị", "Giá trị"),
      parameter("bảng bậc", "Hai cột: ngưỡng, điểm. Bỏ trống: theo tỷ lệ"),
      parameter("điểm tối đa", "Điểm tối đa. Bỏ trống: không giới hạn"),
    ],
    example: "=KPI.DIEMBAC(0.8,,20)",
    result: "16",
  },
  XEPLOAI: {
    description: "Xếp loại theo ngưỡng điểm",
    parameters: [parameter("điểm", "Điểm"), parameter("bảng", "Hai cột: ngưỡng dưới, tên loại. Bỏ trống: theo Nghị định 335/2025")],
    example: "=KPI.XEPLOAI(85)",
    result: "Hoàn thành tốt nhiệm vụ",
  },
  KIEMTRA: {
    description: "Kiểm tra số liệu bất thường; trống là không có gì lạ",
    parameters: [
      parameter("giá trị", "Số liệu"),
      SHARED.don_vi,
      parameter("tử", "Tử số. Bỏ trống: không có"),
      parameter("mẫu", "Mẫu số. Bỏ trống: không có"),
      parameter("trước", "Số liệu kỳ trước. Bỏ trống: không có"),
    ],
    example: '=KPI.KIEMTRA(92,"%")',
    result: "Nghi sai đơn vị",
  },
};
