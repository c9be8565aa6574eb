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
    text: "Trang Nhiệm vụ: nhập Ngày hoàn thành, % tiến độ, Kết quả thực hiện; việc đã xong thì ghi Chất lượng (%) để trang Theo đơn vị tính điểm. Hạn ban đầu giữ nguyên; khi được lùi hạn thì ghi Hạn gia hạn và văn bản. Đúng hạn luôn xét theo hạn ban đầu.",
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
    label: "Đổi tên đơn vị",
    text: "Sửa tên ở trang Danh mục, rồi ở khung của tiện ích, bước Theo dõi, bấm Đổi tên để các dòng còn ghi tên cũ đổi theo. Máy không có tiện ích thì dùng Tìm và Thay thế của Excel.",
  },
  {
    label: "Nhật ký",
    text: "Thay đổi làm ở khung của tiện ích, bước Theo dõi, được tự ghi vào trang Nhật ký. Sửa thẳng trong ô thì sổ không tự ghi: người sửa tự thêm một dòng. Căn cứ do người sửa ghi.",
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
