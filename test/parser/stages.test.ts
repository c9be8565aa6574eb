import { parsePlan } from "../../src/parser/parsePlan";
import { readText } from "../../src/reader/readText";

const times = (text: string): string[] =>
  parsePlan(
    readText("test.txt", `KẾ HOẠCH\nTuần lễ Chuyển đổi số năm 2026\n\nI. MỤC ĐÍCH\nLan tỏa.\n\nII. NỘI DUNG\n${text}`),
  ).value.tasks.map(
    ({ title, time, deadline }) =>
      `${title} | ${time.value} | ${deadline?.value.kind === "fixed" ? deadline.value.date : (deadline?.value.kind ?? "")}`,
  );

test("a stage gives its time to the tasks under it", () => {
  const text = `1. Đợt 1: Từ ngày 05/3/2026 đến ngày 20/4/2026
a) Tập huấn
- Mở 02 lớp cho cán bộ thôn.
- Phát tài liệu, hoàn thành trước ngày 10/4/2026.
2. Đợt 2: Sau ngày khai mạc 25/4/2026
- Trưng bày sản phẩm số.
3. Tổng kết
- Họp rút kinh nghiệm.
`;
  expect(times(text)).toEqual([
    "Mở 02 lớp cho cán bộ thôn. | Từ ngày 05/3/2026 đến ngày 20/4/2026 | 2026-04-20",
    "Phát tài liệu, hoàn thành trước ngày 10/4/2026. | trước ngày 10/4/2026 | 2026-04-09",
    "Trưng bày sản phẩm số. | Sau ngày khai mạc 25/4/2026 | conditional",
    "Họp rút kinh nghiệm. |  | ",
  ]);
});

test("months on lines of their own are stages", () => {
  const text = `1. Lịch hoạt động
Tháng 9/2026
- Tổ chức lễ phát động.
- Treo băng rôn.
Tháng 10/2026
- Tổ chức hội thi.
`;
  expect(times(text)).toEqual([
    "Tổ chức lễ phát động. | Tháng 9/2026 | 2026-09-30",
    "Treo băng rôn. | Tháng 9/2026 | 2026-09-30",
    "Tổ chức hội thi. | Tháng 10/2026 | 2026-10-31",
  ]);
});

test("a heading that only speaks of a time is no stage", () => {
  const text = `1. Khắc phục tồn tại của năm 2025 tại các thôn
- Sửa cổng dịch vụ.
`;
  expect(times(text)).toEqual(["Sửa cổng dịch vụ. |  | "]);
});

test("the time of a sentence: what comes back each year, a span, what must come first", () => {
  const text = `1. Công tác khác
- Kiểm kê thiết bị trước 30/6 hằng năm.
- Duy trì đường dây nóng từ tháng 9/2026 đến tháng 11/2026.
- Ký thỏa thuận sau khi phương án được phê duyệt.
- Thống kê các điểm phát sóng, hoàn thành trước ngày 15/5/2026 và báo cáo kết quả về Phòng Văn hóa - Xã hội.
`;
  expect(times(text)).toEqual([
    "Kiểm kê thiết bị trước 30/6 hằng năm. | trước 30/6 hằng năm | recurring",
    "Duy trì đường dây nóng từ tháng 9/2026 đến tháng 11/2026. | từ tháng 9/2026 đến tháng 11/2026 | 2026-11-30",
    "Ký thỏa thuận sau khi phương án được phê duyệt. | sau khi phương án được phê duyệt | conditional",
    "Thống kê các điểm phát sóng, hoàn thành trước ngày 15/5/2026 và báo cáo kết quả về Phòng Văn hóa - Xã hội. | trước ngày 15/5/2026 | 2026-05-14",
  ]);
});
