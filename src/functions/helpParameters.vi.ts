/** Name and Vietnamese description of one parameter. */
export const parameter = (name: string, description: string): { readonly name: string; readonly description: string } => ({
  name,
  description,
});

/** Parameters that several functions share, by name. */
export const SHARED = {
  thuc_hien: parameter("thuc_hien", 'Số thực hiện. Trống, "-", "…" là chưa có số liệu; 0 là số liệu'),
  muc_tieu: parameter("muc_tieu", 'Mức phải đạt (0,85 là 85%) hoặc nguyên văn trong kế hoạch ("tối thiểu 85%")'),
  kieu: parameter("kieu", 'Tên hoặc mã kiểu mục tiêu ("Tối thiểu", "K01"). Bỏ trống: tối thiểu hoặc theo lời văn'),
  goc: parameter("goc", "Số gốc để so sánh. Bỏ trống: không có"),
  muc_tren: parameter("muc_tren", "Mức trên của khoảng hoặc mức phấn đấu. Bỏ trống: không có"),
  ngay_xet: parameter("ngay_xet", "Ngày xét. Bỏ trống: kết luận là cuối cùng"),
  moc: parameter("moc", "Năm hoặc ngày cuối phải đạt. Bỏ trống: không có"),
  don_vi: parameter("don_vi", 'Đơn vị tính; với "%" thì số âm hoặc trên 100% là lỗi số liệu. Bỏ trống: không kiểm tra'),
  gioi_han: parameter("gioi_han", "TRUE: giữ kết quả trong 0–100%. Bỏ trống: TRUE"),
  ket_qua: parameter("ket_qua", '"NHAN": kết luận; "TYLE": tỷ lệ. Bỏ trống: "NHAN"'),
  chieu: parameter("chieu", '"TOITHIEU" hoặc "TOIDA". Bỏ trống: "TOITHIEU"'),
  vung_trong_so: parameter("vung_trong_so", "Trọng số, cùng số ô. Bỏ trống: bằng nhau"),
  ngay_nghi: parameter("ngay_nghi", "Vùng ngày nghỉ. Bỏ trống: không có"),
} as const;

/** What a target is judged by, in the order of DANHGIA. */
export const JUDGED = [
  SHARED.thuc_hien,
  SHARED.muc_tieu,
  SHARED.kieu,
  SHARED.goc,
  SHARED.muc_tren,
  SHARED.ngay_xet,
  SHARED.moc,
  SHARED.don_vi,
] as const;
