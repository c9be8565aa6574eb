import { JUDGED, parameter, SHARED } from "./helpParameters.vi";

/** Help of one KPI function in Vietnamese. */
export interface FunctionHelp {
  readonly description: string;
  /** In the order of the function and under the same ASCII names, so that a formula reads the same in every language of Excel. */
  readonly parameters: readonly { readonly name: string; readonly description: string }[];
  /** An example that can be entered as it is, with literals only, in the en-US spelling of Office.js; begins with "=KPI.". */
  readonly example: string;
  /** What the example shows in a Vietnamese workbook. */
  readonly result: string;
}

/** Vietnamese help of every KPI function by id; the build merges it into functions.json and the pane shows it. */
export const HELP_VI: Readonly<Record<string, FunctionHelp>> = {
  DANHGIA: {
    description: "Kết luận Vượt, Đạt, Chưa đạt … theo đúng kiểu mục tiêu",
    parameters: JUDGED,
    example: '=KPI.DANHGIA(0.92,0.85,"Tối thiểu")',
    result: "Vượt",
  },
  DAT: {
    description: "Kiểm tra có đạt mục tiêu không: TRUE, FALSE hoặc trống khi chưa xét được",
    parameters: JUDGED,
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
      parameter("che_do", '"TYLE": thực hiện trên mục tiêu; "TUGOC": tiến độ từ số gốc. Bỏ trống: "TYLE"'),
      SHARED.don_vi,
    ],
    example: "=KPI.TYLE(0.8,0.85)",
    result: "0,9412",
  },
  DIENGIAI: {
    description: "Câu diễn giải vì sao đạt hoặc chưa đạt, dùng được trong báo cáo",
    parameters: [
      ...JUDGED,
      parameter("ten", "Tên chỉ tiêu đặt trước câu. Bỏ trống: không có"),
      parameter("ket_luan", "Kết luận đã tính ở ô khác. Bỏ trống: tự tính"),
    ],
    example: '=KPI.DIENGIAI(0.92,0.85,"Tối thiểu",,,,,"%")',
    result: "Đạt 92%, vượt 7 điểm % so với mục tiêu tối thiểu 85%",
  },
  MUCTIEU: {
    description: "Đọc câu mục tiêu tiếng Việt thành kiểu, so sánh, mức, mức trên, đơn vị, năm gốc, mốc, cần xác nhận",
    parameters: [
      parameter("van_ban", "Câu mục tiêu"),
      parameter("truong", "KIEU, SOSANH, MUC, MUCTREN, DONVI, NAMGOC, MOC hoặc XACNHAN. Bỏ trống: tất cả, trên một hàng"),
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
    parameters: [SHARED.thuc_hien, SHARED.goc, parameter("ty_le", "Tỷ lệ phải tăng, 0,1 là 10%"), SHARED.gioi_han],
    example: "=KPI.TANG(12900,12000,0.1)",
    result: "0,75",
  },
  GIAM: {
    description: "Tỷ lệ hoàn thành mục tiêu giảm so với số gốc",
    parameters: [SHARED.thuc_hien, SHARED.goc, parameter("ty_le", "Tỷ lệ phải giảm, 0,05 là 5%"), SHARED.gioi_han],
    example: "=KPI.GIAM(39,40,0.05)",
    result: "0,5",
  },
  KHOANG: {
    description: "Đối chiếu với khoảng mục tiêu",
    parameters: [
      SHARED.thuc_hien,
      parameter("duoi", "Mức dưới"),
      parameter("tren", "Mức trên"),
      parameter("cung", "TRUE: vượt mức trên là chưa đạt. Bỏ trống: FALSE"),
      SHARED.ket_qua,
    ],
    example: "=KPI.KHOANG(40,35,45)",
    result: "Đạt",
  },
  TANGBAC: {
    description: 'Kiểm tra tăng bậc xếp hạng; "Không công bố" giữ nguyên',
    parameters: [
      parameter("hang_moi", "Hạng năm nay, 1 là tốt nhất. Trống: chưa có số liệu"),
      parameter("hang_cu", "Hạng năm trước. Trống: thiếu số gốc"),
      parameter("so_bac", "Số bậc phải tăng. Bỏ trống: 1"),
      parameter("n_moi", "Số đơn vị được xếp hạng năm nay. Bỏ trống: như năm trước"),
      parameter("n_cu", "Số đơn vị được xếp hạng năm trước; khác thì so theo bách phân vị. Bỏ trống: như năm nay"),
    ],
    example: "=KPI.TANGBAC(38,40,1)",
    result: "Vượt",
  },
  TOP: {
    description: "Kiểm tra nằm trong tốp N",
    parameters: [
      parameter("hang", "Hạng, 1 là tốt nhất. Trống: chưa có số liệu"),
      parameter("n", "Giới hạn tốp"),
      parameter("hang_cu", "Hạng năm trước để tính tiến độ. Bỏ trống: không có"),
      SHARED.ket_qua,
    ],
    example: "=KPI.TOP(8,10)",
    result: "Đạt",
  },
  NHOM: {
    description: "So sánh nhóm xếp loại",
    parameters: [
      parameter("nhom", "Nhóm đạt được. Trống: chưa có số liệu"),
      parameter("nhom_muc_tieu", "Nhóm phải đạt"),
      parameter("thang", "Vùng các nhóm từ thấp đến cao. Bỏ trống: Thấp, Tương đối thấp, Trung bình, Khá, Tốt, Rất tốt"),
    ],
    example: '=KPI.NHOM("Tốt","Khá")',
    result: "Đạt",
  },
  SOLAN: {
    description: "Đối chiếu số lần thực hiện trong kỳ",
    parameters: [
      parameter("so_lan", "Số lần đã thực hiện. Trống: chưa có số liệu"),
      parameter("muc", "Số lần theo mục tiêu"),
      SHARED.chieu,
      parameter("ty_le_ky", "Phần thời gian đã qua, 0–1. Bỏ trống: 1"),
    ],
    example: '=KPI.SOLAN(2,2,"TOITHIEU")',
    result: "Đạt",
  },
  VIPHAM: {
    description: "Đếm đối tượng vượt số lần cho phép; 0 là đạt",
    parameters: [
      parameter("vung_so_lan", "Mỗi ô là số lần của một đối tượng; ô trống không tính"),
      parameter("muc_toi_da", "Số lần tối đa"),
    ],
    example: "=KPI.VIPHAM({1;0;1},1)",
    result: "0",
  },
  LOTRINH: {
    description: "Mục tiêu theo lộ trình tại một năm hoặc ngày",
    parameters: [
      parameter("nam_hoac_ngay", "Năm hoặc ngày cần biết"),
      parameter("vung_moc", "Hai cột: năm (ngày), mức"),
      parameter("cach", '"BAC": mức của mốc kế tiếp; "TUYENTINH": nội suy. Bỏ trống: "BAC"'),
    ],
    example: '=KPI.LOTRINH(2027,{2025,0.9;2030,0.95},"TUYENTINH")',
    result: "0,92",
  },
  TRONGDO: {
    description: 'Gộp kết luận chỉ tiêu cha và các phần "trong đó"',
    parameters: [
      parameter("ket_luan_cha", "Kết luận của chỉ tiêu cha. Trống: chưa có số liệu"),
      parameter("vung_ket_luan_con", "Kết luận của các phần; ô trống không tính"),
      parameter("vung_ma_cha", "Mã cha của từng ô. Bỏ trống: tính tất cả"),
      parameter("ma", "Chỉ tính các phần có mã cha này; dùng cùng vùng mã cha"),
    ],
    example: '=KPI.TRONGDO("Đạt",{"Đạt";"Vượt"})',
    result: "Đạt đầy đủ",
  },
  TATCA: {
    description: "Gộp các điều kiện phải đạt tất cả",
    parameters: [parameter("vung_ket_luan", "Các kết luận; ô trống không tính")],
    example: '=KPI.TATCA({"Đạt";"Đạt"})',
    result: "Đạt",
  },
  HOAC: {
    description: "Gộp các điều kiện chỉ cần đạt một",
    parameters: [parameter("vung_ket_luan", "Các kết luận; ô trống không tính")],
    example: '=KPI.HOAC({"Chưa đạt";"Đạt"})',
    result: "Đạt",
  },
  DUYTRI: {
    description: "Kiểm tra duy trì mức qua các kỳ",
    parameters: [
      parameter("vung_gia_tri", "Giá trị từng kỳ; ô trống là chưa báo cáo"),
      parameter("muc", "Mức phải giữ"),
      SHARED.chieu,
      SHARED.ket_qua,
    ],
    example: "=KPI.DUYTRI({0.31;0.35;0.3},0.3)",
    result: "Đạt",
  },
  MOC: {
    description: "Tiến độ theo danh sách việc hoặc mốc, 0–100%",
    parameters: [parameter("vung_hoan_thanh", "x, TRUE, 1 hoặc tỷ lệ 0–1; trống là chưa xong"), SHARED.vung_trong_so],
    example: "=KPI.MOC({1;1;1;0;0})",
    result: "0,6",
  },
  HAIMUC: {
    description: "Đối chiếu mức pháp lệnh và mức phấn đấu",
    parameters: [SHARED.thuc_hien, parameter("phap_lenh", "Mức pháp lệnh"), parameter("phan_dau", "Mức phấn đấu"), SHARED.chieu],
    example: "=KPI.HAIMUC(20000,18300,25000)",
    result: "Đạt pháp lệnh",
  },
  TUMAU: {
    description: "Tỷ lệ từ tử số và mẫu số (cộng rồi chia); mẫu bằng 0 là Không phát sinh",
    parameters: [parameter("tu", "Tử số hoặc vùng tử số"), parameter("mau", "Mẫu số hoặc vùng mẫu số")],
    example: "=KPI.TUMAU(45,50)",
    result: "0,9",
  },
  LUYKE: {
    description: "Luỹ kế hoặc số mới nhất của một chỉ tiêu đến kỳ đang xem",
    parameters: [
      parameter("vung_ma", "Mã chỉ tiêu"),
      parameter("vung_ky", "Kỳ, ví dụ 2024-Q1"),
      parameter("vung_gia_tri", "Giá trị; ô trống không tính"),
      parameter("ma", "Mã cần tính"),
      parameter("ky", "Kỳ đang xem"),
      parameter("cach_gop", "Cộng dồn, Số cuối kỳ, Bình quân, Tử/mẫu hoặc Lớn nhất. Bỏ trống: Cộng dồn"),
      parameter("vung_tu", "Tử số, khi gộp Tử/mẫu"),
      parameter("vung_mau", "Mẫu số, khi gộp Tử/mẫu"),
    ],
    example: '=KPI.LUYKE({"CT-01";"CT-01"},{"2024-Q1";"2024-Q2"},{10;14},"CT-01","2024-Q2")',
    result: "24",
  },
  TIENDOCHUAN: {
    description: "Tỷ lệ phải đạt theo thời gian",
    parameters: [
      SHARED.ngay_xet,
      parameter("bat_dau", "Ngày đầu kỳ"),
      parameter("ket_thuc", "Ngày cuối kỳ"),
      parameter("vung_duong", "Hai cột: ngày, tỷ lệ. Bỏ trống: đều theo ngày"),
    ],
    example: "=KPI.TIENDOCHUAN(DATE(2024,6,30),DATE(2024,1,1),DATE(2024,12,31))",
    result: "0,4973",
  },
  CANHBAO: {
    description: "Mức cảnh báo An toàn, Cần chú ý, Nguy cơ, Báo động",
    parameters: [
      parameter("ty_le", "Tỷ lệ hoàn thành. Trống thì kết quả trống"),
      parameter("tien_do_chuan", "Tỷ lệ phải đạt đến nay. Trống thì kết quả trống"),
      parameter("nguong", "Ba ngưỡng giảm dần. Bỏ trống: 0; -5; -15 điểm %"),
    ],
    example: "=KPI.CANHBAO(0.42,0.5)",
    result: "Nguy cơ",
  },
  UOC: {
    description: "Ước thực hiện cả năm",
    parameters: [
      parameter("luy_ke", "Số luỹ kế đến nay. Trống thì kết quả trống"),
      parameter("tien_do_chuan", "Tỷ lệ phải đạt đến nay; bằng 0 thì báo #N/A"),
      parameter("cach", '"CONGDON": ước theo tiến độ chuẩn; "CUOIKY": giữ số mới nhất. Bỏ trống: "CONGDON"'),
    ],
    example: "=KPI.UOC(60,0.5)",
    result: "120",
  },
  HAN: {
    description: "Đọc thời hạn tiếng Việt thành ngày cuối cùng còn đúng hạn",
    parameters: [
      parameter("van_ban", "Lời văn thời hạn hoặc một ngày"),
      parameter("nam", "Năm của kế hoạch. Bỏ trống: chỉ theo lời văn"),
      parameter("tra_ve", '"NGAY", "LAMVIEC" (ngày làm việc cuối) hoặc "LOAI". Bỏ trống: "NGAY"'),
      SHARED.ngay_nghi,
    ],
    example: '=KPI.HAN("trước ngày 01/6/2024")',
    result: "31/05/2024",
  },
  TRANGTHAI: {
    description: "Trạng thái thực hiện nhiệm vụ; việc đã xong không bao giờ quá hạn",
    parameters: [
      parameter("han", 'Hạn ban đầu hoặc loại thời hạn ("Thường xuyên")'),
      parameter("ngay_hoan_thanh", "Ngày hoàn thành. Trống: chưa xong"),
      SHARED.ngay_xet,
      parameter("dac_biet", "Tạm dừng, Xin lùi hạn hoặc Chờ điều kiện. Bỏ trống: không"),
      parameter("canh_bao", "Số ngày báo trước khi đến hạn. Bỏ trống: 7"),
      parameter("tien_do", "% tiến độ; trên 0 là đã bắt đầu. Bỏ trống: chưa bắt đầu"),
      parameter("loai", "Loại thời hạn. Bỏ trống: theo hạn"),
      parameter("han_gia_han", "Hạn sau gia hạn: quá hạn tính theo hạn này, đúng hạn tính theo hạn ban đầu. Bỏ trống: không có"),
    ],
    example: "=KPI.TRANGTHAI(DATE(2024,5,31),DATE(2024,5,30),DATE(2024,6,30))",
    result: "Hoàn thành đúng hạn",
  },
  NGAYTRE: {
    description: "Số ngày trễ hạn (dương) hoặc còn lại (âm)",
    parameters: [
      parameter("han", "Hạn; trống thì kết quả trống"),
      parameter("ngay_hoan_thanh", "Ngày hoàn thành. Trống: chưa xong"),
      SHARED.ngay_xet,
      parameter("lam_viec", "TRUE: đếm ngày làm việc. Bỏ trống: FALSE"),
      SHARED.ngay_nghi,
    ],
    example: "=KPI.NGAYTRE(DATE(2024,5,31),,DATE(2024,6,10))",
    result: "10",
  },
  HOANTHANH: {
    description: "Tỷ lệ hoàn thành hoặc đúng hạn trên số việc đã đến hạn",
    parameters: [
      parameter("vung_trang_thai", "Các trạng thái; ô trống không tính"),
      parameter("loai", '"DENHAN": hoàn thành; "DUNGHAN": hoàn thành đúng hạn. Bỏ trống: "DENHAN"'),
    ],
    example: '=KPI.HOANTHANH({"Hoàn thành đúng hạn";"Quá hạn"})',
    result: "0,5",
  },
  KYBAOCAO: {
    description: "Kỳ báo cáo chứa một ngày theo Nghị định 09/2019 hoặc dương lịch",
    parameters: [
      parameter("ngay", "Ngày"),
      parameter("loai", "Tháng, Quý, 6 tháng, 9 tháng hoặc Năm"),
      parameter("bo_ky", '"NĐ 09" hoặc "Dương lịch". Bỏ trống: "NĐ 09"'),
      parameter("tra_ve", '"TEN": mã kỳ; "TU": ngày đầu; "DEN": ngày cuối. Bỏ trống: "TEN"'),
    ],
    example: '=KPI.KYBAOCAO(DATE(2024,6,20),"Quý")',
    result: "2024-Q3",
  },
  TONGHOP: {
    description: "Bình quân tỷ lệ hoàn thành, số chỉ tiêu đạt hoặc độ phủ số liệu",
    parameters: [
      parameter("vung_ty_le", "Các tỷ lệ; chữ và ô trống không tính"),
      SHARED.vung_trong_so,
      parameter("tra_ve", '"BQ": bình quân; "DAT": số chỉ tiêu đạt; "PHU": độ phủ. Bỏ trống: "BQ"'),
    ],
    example: '=KPI.TONGHOP({1;0.8;0.81},,"BQ")',
    result: "0,87",
  },
  CHUANHOA: {
    description: "Chuẩn hoá điểm 1–10 kiểu PCI, DDCI",
    parameters: [
      parameter("x", "Giá trị"),
      parameter("nho_nhat", "Giá trị nhỏ nhất"),
      parameter("lon_nhat", "Giá trị lớn nhất"),
      parameter("nghich", "TRUE: càng thấp càng tốt. Bỏ trống: FALSE"),
      parameter("thang", "Điểm cao nhất. Bỏ trống: 10"),
    ],
    example: "=KPI.CHUANHOA(75,50,100)",
    result: "5,5",
  },
  CHISO: {
    description: "Điểm chỉ số tổng hợp theo trọng số hoặc độ phủ trọng số",
    parameters: [
      parameter("vung_diem", "Điểm thành phần; ô trống làm giảm độ phủ"),
      parameter("vung_trong_so", "Trọng số, cùng số ô"),
      parameter("he_so", "10 với PCI, 4 với PGI. Bỏ trống: 10"),
      parameter("tra_ve", '"DIEM": điểm; "PHU": độ phủ trọng số. Bỏ trống: "DIEM"'),
    ],
    example: "=KPI.CHISO({6.5;7},{0.4;0.6})",
    result: "68",
  },
  TRONGSO: {
    description: "Trọng số thành phần PCI, PGI theo năm",
    parameters: [parameter("chi_so", "PCI hoặc PGI"), parameter("nam", "Năm hoặc ngày"), parameter("thanh_phan", "Tên chỉ số thành phần")],
    example: '=KPI.TRONGSO("PCI",2022,"Tính năng động")',
    result: "0,15",
  },
  DIEMBAC: {
    description: "Điểm theo thang bậc hoặc theo tỷ lệ",
    parameters: [
      parameter("gia_tri", "Giá trị"),
      parameter("bang_bac", "Hai cột: ngưỡng, điểm. Bỏ trống: theo tỷ lệ"),
      parameter("diem_toi_da", "Điểm tối đa. Bỏ trống: không giới hạn, nhưng phải có bảng bậc"),
    ],
    example: "=KPI.DIEMBAC(0.8,,20)",
    result: "16",
  },
  XEPLOAI: {
    description: "Xếp loại theo ngưỡng điểm",
    parameters: [
      parameter("diem", "Điểm. Trống thì kết quả trống"),
      parameter("bang", "Hai cột: ngưỡng dưới, tên loại. Bỏ trống: theo Nghị định 335/2025"),
    ],
    example: "=KPI.XEPLOAI(85)",
    result: "Hoàn thành tốt nhiệm vụ",
  },
  KIEMTRA: {
    description: "Kiểm tra số liệu bất thường; trống là không có gì lạ",
    parameters: [
      parameter("gia_tri", "Số liệu. Trống: không có gì lạ"),
      SHARED.don_vi,
      parameter("tu", "Tử số. Bỏ trống: không có"),
      parameter("mau", "Mẫu số. Bỏ trống: không có"),
      parameter("truoc", "Số liệu kỳ trước. Bỏ trống: không có"),
    ],
    example: '=KPI.KIEMTRA(92,"%")',
    result: "Nghi sai đơn vị",
  },
};
