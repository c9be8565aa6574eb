import { findGoalPhrases } from "../../../src/parser/phrases/goalPhrase";
import { findTimePhrases } from "../../../src/parser/phrases/datePhrase";
import { lastDayOf, parseDeadline } from "../../../src/parser/phrases/deadline";
import { splitAgencies } from "../../../src/parser/phrases/splitAgencies";
import { leadingAgencies, supportersIn } from "../../../src/parser/assignment";

describe("goal phrases", () => {
  const check = (text: string, ...goals: readonly object[]): void =>
    test(text, () => expect(findGoalPhrases(text).map((phrase) => phrase.goal)).toMatchObject(goals));

  check("Tỷ lệ hồ sơ trực tuyến đạt tối thiểu 50%", { kind: "at-least", level: 0.5 });
  check("đạt tối thiểu từ 60% trở lên", { kind: "at-least", level: 0.6 });
  check("đạt từ 35% trở lên", { kind: "at-least", level: 0.35 });
  check("100% TTHC được công bố", { kind: "all", level: 1 });
  check("đạt trên 7,85 điểm", { kind: "more-than", level: 7.85 });
  check("giảm xuống dưới 17%", { kind: "less-than", level: 0.17 });
  check("Từ 35% đến 45% số lãnh đạo", { kind: "between", low: 0.35, high: 0.45 });
  check("giảm thời gian thực hiện từ 30-70% so với quy định của pháp luật", { kind: "decrease", by: [0.3, 0.7] });
  check("tăng 10% số hồ sơ so với năm 2020", { kind: "increase", by: 0.1, baseline: { year: 2020 } });
  check(
    "giảm 5% biên chế công chức và 10% biên chế sự nghiệp so với năm 2021",
    { kind: "decrease", by: 0.05 },
    { kind: "decrease", by: 0.1 },
  );
  check("tăng ít nhất 01 bậc so với năm 2023", { kind: "rank-up", steps: 1 });
  check("trong tốp 10 đơn vị dẫn đầu", { kind: "top", limit: 10 });
  check("trong nhóm 15 tỉnh, thành phố dẫn đầu cả nước", { kind: "top", limit: 15 });
  check("ít nhất 02 lần/năm", { kind: "times-at-least", times: 2, per: "năm" });
  check("không quá 1lần/năm đối với doanh nghiệp", { kind: "times-at-most", times: 1 });
  check("quy mô kinh tế số đạt tối thiểu 30% GDP", { kind: "at-least", level: 30 });

  check("tăng trưởng 8.5% và 12.75 %", { kind: "increase", by: 0.085 }, { kind: "increase", by: 0.1275 });
  check("60% xã nâng cao và ít nhất 10% xã kiểu mẫu", { level: 0.6 }, { kind: "at-least", level: 0.1 });
  check("gấp 2 lần năm 2020", { kind: "at-least", level: 2 });
  check("thu ngân sách vượt ít nhất 5% dự toán", { kind: "increase", by: 0.05 });
  check("tỷ lệ hộ nghèo duy trì mức giảm 1 - 1,5% hằng năm", { kind: "decrease", by: [0.01, 0.015] });
  check("doanh số tăng 25%/năm, đạt 350 triệu USD", { kind: "increase", by: 25 }, { kind: "at-least", level: 350 });
  check("không có chỉ số thành phần nào dưới 70%", { kind: "at-least", level: 0.7 });
  check("trong nhóm 20 địa phương dẫn đầu", { kind: "top", limit: 20 });
  check("Giá trị sản phẩm trên 1 ha đất đạt 150 triệu đồng", { kind: "at-least", level: 150 });
  check("tăng từ 5-7 bậc so với năm 2023", { kind: "rank-up", steps: [5, 7], baseline: { year: 2023 } });
  check("tăng 5 điểm % so với năm 2023", { kind: "increase", by: 5, as: "points" });
  check("giảm 1 - 1,5 điểm % so với năm trước", { kind: "decrease", by: [1, 1.5], as: "points" });
  check("giữ mức tăng 7,5-8% so năm 2022", { kind: "increase", by: [0.075, 0.08], baseline: { year: 2022 } });
  check("mức tăng trưởng đạt 8%", { kind: "at-least", level: 0.08 });
  check("đội đua xếp thứ 20 trở lên", { kind: "top", limit: 20 });
  check("giữ vị trí thứ 15", { kind: "top", limit: 15 });
  check("nằm trong nhóm 10 của vùng", { kind: "top", limit: 10 });
  check("thuộc top 15", { kind: "top", limit: 15 });
  check("nằm trong nhóm từ 01 - 12 trên tổng số 90 làng", { kind: "top", limit: 12 });
  check("tăng 5 bậc so với năm 2023 (xếp thứ 25)", { kind: "rank-up", steps: 5 });
  check("trong nhóm 5 nhiệm vụ trọng tâm", { kind: "at-least", level: 5 });
  check("ít nhất 2/3 số vườn có mái che", { kind: "at-least", level: expect.closeTo(2 / 3, 9) as number });
  check("trước ngày 2/3 các nhóm hộ nộp đơn");
  check(
    "Giảm số giờ sao chè của phụ nữ còn 1,7 lần vào năm 2025 và 1,4 lần vào năm 2030 so với nam giới",
    { kind: "at-most", level: 1.7 },
    { kind: "at-most", level: 1.4 },
  );
  check("tăng hạng ở cả 8 chỉ số nội dung");
  check("nâng cấp 85 km đường", { kind: "at-least", level: 85 });
  check("công suất tăng từ 120.000 m3/ngày đêm lên 180.000 m³/ngày đêm", { kind: "at-least", level: 180_000 });
  check("nhà ở đạt tối thiểu 28 m2/người", { kind: "at-least", level: 28 });
  check("Số bác sĩ trên 1 vạn dân đạt 15,3 bác sĩ", { kind: "at-least", level: 15.3 });
  check("Tử vong mẹ trên 100.000 trẻ đẻ sống đạt dưới 40 ca", { kind: "less-than", level: 40 });

  check("dịch vụ công trực tuyến mức độ 3, 4");
  check("ngày 05/01/2024 theo Nghị quyết số 02/NQ-CP");
  check("(TRỌNG SỐ 5%)");
  check("giai đoạn 2021 - 2030, tầm nhìn đến năm 2050");
  check("gồm các nội dung: (1) Tính minh bạch; (2) Tính năng động");
});

describe("time phrases", () => {
  const check = (text: string, day: string | undefined): void =>
    test(text, () => expect(lastDayOf(findTimePhrases(text)[0]!, { year: 2024 })).toBe(day));

  check("trước ngày 01/6/2024", "2024-05-31");
  check("trước ngày 10 tháng 12 năm 2021", "2021-12-09");
  check("chậm nhất ngày 15/8/2024", "2024-08-15");
  check("Quý IV/2023", "2023-12-31");
  check("hết quý II", "2024-06-30");
  check("tháng 6/2024", "2024-06-30");
  check("Trong năm 2024", "2024-12-31");
  check("Đến hết năm 2021", "2021-12-31");
  check("giai đoạn 2021 - 2025", "2025-12-31");
  check("nhiệm kỳ 2026-2031", "2031-12-31");
  check("hằng quý", undefined);

  test("a recurrence keeps all its periods", () => {
    expect(findTimePhrases("Định kỳ hằng quý, 6 tháng, hằng năm hoặc đột xuất")[0]!.periods).toEqual([
      "quarter",
      "half-year",
      "year",
      "ad-hoc",
    ]);
  });

  test("words that look like times are none", () => {
    for (const text of ["hàng hóa", "chi thường xuyên", "thứ năm", "mức độ 3, 4", "2.1. Cải cách"])
      expect(findTimePhrases(text)).toEqual([]);
  });

  test("deadlines are typed", () => {
    expect(parseDeadline("Thường xuyên")).toEqual({ kind: "continuous" });
    expect(parseDeadline("Hàng năm")).toEqual({ kind: "recurring", every: "Hàng năm" });
    expect(parseDeadline("trước ngày 10 của tháng cuối quý")).toMatchObject({
      kind: "recurring",
      rule: { kind: "quarter-day", day: 10, month: "last", before: true },
    });
    expect(parseDeadline("sau khi kho dữ liệu được xây dựng")).toMatchObject({ kind: "conditional" });
    expect(parseDeadline("Tiến độ chi tiết theo Kế hoạch")).toMatchObject({ kind: "by-reference" });
    expect(parseDeadline("khi phù hợp")).toEqual({ kind: "unclear" });
  });
});

describe("agency phrases", () => {
  test.each([
    ["Sở Kế hoạch và Đầu tư tăng cường hướng dẫn", ["Sở Kế hoạch và Đầu tư"]],
    ["Sở Xây dựng tiếp tục thực hiện", ["Sở Xây dựng"]],
    ["Các Sở, ban, ngành và Ủy ban nhân dân các huyện, thành phố:", ["Các Sở, ban, ngành", "Ủy ban nhân dân các huyện, thành phố"]],
    ["Giao Văn phòng Sở, định kỳ tham mưu", ["Văn phòng Sở"]],
    ["Bộ Văn hóa, Thể thao và Du lịch chủ động xây dựng", ["Bộ Văn hóa, Thể thao và Du lịch"]],
  ])("%s names its leads", (text, leads) => {
    expect(leadingAgencies(text)?.leads).toEqual(leads);
  });

  test.each([
    "Tổ chức hội nghị đối thoại",
    "Ban hành kế hoạch",
    "Báo cáo kết quả thực hiện",
    "Thanh tra, kiểm tra việc thực hiện",
    "Phòng ngừa tham nhũng",
  ])("%s names none", (text) => {
    expect(leadingAgencies(text)).toBeUndefined();
  });

  test("supporters stand behind phối hợp với", () => {
    expect(supportersIn("chủ trì, phối hợp với Sở Tài chính và các đơn vị liên quan xây dựng")).toEqual([
      "Sở Tài chính",
      "các đơn vị liên quan",
    ]);
    expect(supportersIn("phối hợp hướng dẫn triển khai")).toEqual([]);
  });

  test("cells are split at units, groups stay whole", () => {
    expect(splitAgencies("Sở Nội vụ; các sở, ban, ngành và UBND huyện")).toEqual(["Sở Nội vụ", "các sở, ban, ngành", "UBND huyện"]);
    expect(splitAgencies("Phòng TTBCXB, CNTTBCVT")).toEqual(["Phòng TTBCXB", "Phòng CNTTBCVT"]);
    expect(splitAgencies("")).toEqual([]);
    expect(splitAgencies("Phòng Quản lý Công nghệ và Sở hữu trí tuệ")).toEqual(["Phòng Quản lý Công nghệ và Sở hữu trí tuệ"]);
    expect(splitAgencies("Phòng Thông tin và Báo chí, Phòng Kinh tế và Hội nhập")).toEqual([
      "Phòng Thông tin và Báo chí",
      "Phòng Kinh tế và Hội nhập",
    ]);
    expect(splitAgencies("Phòng Quản lý Công nghệ và Sở Tài chính")).toEqual(["Phòng Quản lý Công nghệ", "Sở Tài chính"]);
    expect(leadingAgencies("Sở KH &")?.leads).toEqual(["Sở KH &"]);
    expect(leadingAgencies("Các tổ chức chính trị - xã")?.leads).toEqual(["Các tổ chức chính trị - xã"]);
  });
});
