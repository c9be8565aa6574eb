import { parsePlan } from "../../src/parser/parsePlan";
import { findGoalPhrases } from "../../src/parser/phrases/goalPhrase";
import { readText } from "../../src/reader/readText";

const targets = (lines: string, heading = "II. MỤC TIÊU ĐẾN NĂM 2030"): object[] =>
  parsePlan(
    readText("test.txt", `KẾ HOẠCH\nPhát triển vùng chè\n\nI. MỤC ĐÍCH\nNâng cao giá trị.\n\n${heading}\n${lines}\n`),
  ).value.targets.map(({ measure, goal, unit, horizon }) => ({ measure, goal, unit, horizon }));

const goals = (text: string): object[] => findGoalPhrases(text).map(({ goal, unit }) => ({ goal, unit }));

test.each([
  ["- Phấn đấu trên 50% diện tích chè được tưới tiết kiệm.", "diện tích chè được tưới tiết kiệm"],
  ["- Đến năm 2030 đạt ít nhất 60% số hộ tham gia hợp tác xã.", "hộ tham gia hợp tác xã"],
  ["- Trong giai đoạn 2026 - 2030 phấn đấu có ít nhất 10% vườn chè được cấp mã số vùng trồng.", "vườn chè được cấp mã số vùng trồng"],
  ["- Hình thành ít nhất 20 mô hình liên kết sản xuất.", "Hình thành mô hình liên kết sản xuất"],
  ["- Chỉ tiêu 2: Tỷ lệ hộ dùng điện (EVN) đạt 98%.", "Tỷ lệ hộ dùng điện (EVN)"],
])("%s measures %s", (line, measure) => {
  expect(targets(line)).toMatchObject([{ measure, horizon: 2030 }]);
});

test("a count inside a rate is no target of its own", () => {
  expect(targets("- 100% xã, phường mỗi quý có ít nhất 04 tin, bài về vùng chè.")).toHaveLength(1);
  expect(targets("- 100% xã, phường đạt chuẩn và ít nhất 05 xã nâng cao.")).toHaveLength(2);
});

test("two rates of one clause keep their own words", () => {
  expect(targets("- Trên 80% số trạm bơm tại xã, phường và 100% hồ chứa được sửa chữa.")).toMatchObject([
    { measure: "trạm bơm tại xã, phường", goal: { kind: "more-than", level: 0.8 } },
    { measure: "hồ chứa được sửa chữa", goal: { kind: "all", level: 1 } },
  ]);
});

test.each([
  ["Tỷ lệ tai nạn dưới 4/100.000 người dân", [{ goal: { kind: "less-than", level: 4 }, unit: "/100.000" }]],
  ["Tỷ số giới tính ở mức 107 bé trai/100 bé gái", [{ goal: { kind: "at-least", level: 107 }, unit: "bé trai/100" }]],
  ["Tổng tỷ suất sinh đạt 2,1 con/phụ nữ", [{ goal: { kind: "at-least", level: 2.1 }, unit: "con/phụ nữ" }]],
  ["Tỷ lệ hao hụt giảm từ 23% xuống 18%", [{ goal: { kind: "at-most", level: 0.18 }, unit: "%" }]],
  ["Sản lượng tăng từ 40 tấn lên 60 tấn", [{ goal: { kind: "at-least", level: 60 }, unit: "tấn" }]],
  ["Giảm thời gian làm việc nhà của phụ nữ còn 1,7 lần", [{ goal: { kind: "at-most", level: 1.7 }, unit: "lần" }]],
  ["Có ít nhất một cơ sở chế biến hiện đại", [{ goal: { kind: "at-least", level: 1 }, unit: "cơ sở" }]],
  ["được hưởng ít nhất một trong các dịch vụ", []],
  ["thuộc top 03 vùng chè cả nước", [{ goal: { kind: "top", limit: 3 }, unit: "hạng" }]],
])("%s", (text, expected) => {
  expect(goals(text)).toMatchObject(expected);
});

test("an item that is an indicator with its level is a target among tasks", () => {
  const heading = "II. NHIỆM VỤ NĂM 2030";
  expect(targets("- Lắp đặt mới trạm bơm: 58 trạm.", heading)).toMatchObject([{ goal: { kind: "at-least", level: 58 }, unit: "trạm" }]);
  expect(targets("- Hỗ trợ mỗi hộ dựng giàn chè 05 triệu đồng.", heading)).toEqual([]);
});

test("the time and place of an action are no objectives", () => {
  expect(targets("b) Thời gian: Từ ngày 15/11/2029 đến hết ngày 15/12/2029 tại các huyện.")).toEqual([]);
});

test("a name with its level is an objective without a word of comparison", () => {
  const found = targets("- Diện tích chè trong dân:\n+ Chè cành 320 ha\n+ Chè hạt 40 ha tại 3 xã\n- Lao động thường xuyên 2.150 người.");
  expect(found).toMatchObject([
    { measure: "Chè cành", goal: { kind: "at-least", level: 320 }, unit: "ha" },
    { measure: "Lao động thường xuyên", goal: { kind: "at-least", level: 2150 }, unit: "người" },
  ]);
});

test.each([
  ["- Hỗ trợ giống mới cho 1.200 hộ trồng chè.", "Hỗ trợ giống mới cho hộ trồng chè"],
  ["- Mỗi xã có ít nhất 02 mô hình tưới tiết kiệm.", "Mỗi xã có mô hình tưới tiết kiệm"],
  ["- Xây dựng ít nhất 03 vùng đạt chuẩn hữu cơ.", "Xây dựng vùng đạt chuẩn hữu cơ"],
])("%s measures %s", (line, measure) => {
  expect(targets(line)).toMatchObject([{ measure }]);
});

test("the indicators of an article are objectives", () => {
  const plan = parsePlan(
    readText(
      "test.txt",
      "HỘI ĐỒNG NHÂN DÂN\nHUYỆN SÔNG CHÈ\n\nNGHỊ QUYẾT\nVề nhiệm vụ năm 2030\n\nĐiều 1. Thông qua kế hoạch năm 2030 như sau:\n" +
        "1. Các chỉ tiêu chủ yếu\n- Sản lượng chè búp tươi đạt 9.500 tấn trở lên.\n- Số hộ được vay vốn 640 hộ.\n" +
        "2. Nhiệm vụ, giải pháp\n- Mở rộng vùng chè hữu cơ.\nĐiều 2. Giao Ủy ban nhân dân huyện tổ chức thực hiện.\n",
    ),
  ).value;
  expect(plan.header.issuer?.value).toBe("HỘI ĐỒNG NHÂN DÂN HUYỆN SÔNG CHÈ");
  expect(plan.targets).toMatchObject([{ unit: "tấn" }, { unit: "hộ" }]);
  expect(plan.tasks.map((task) => task.title)).toContain("Mở rộng vùng chè hữu cơ.");
});

test("a level in brackets with an earlier year is no target", () => {
  const plan = parsePlan(
    readText("test.txt", "KẾ HOẠCH\nAn toàn thực phẩm năm 2026\n\nI. MỤC TIÊU\n- 95% cơ sở được xếp loại A, B (năm 2025: 92%).\n"),
  ).value;
  expect(plan.targets).toMatchObject([{ goal: { kind: "at-least", level: 0.95 }, horizon: 2026 }]);
});

test("an upper limit behind a reduction is one of the level", () => {
  expect(goals("Tỷ lệ mẫu vi phạm giảm 10% so với năm 2025 và không vượt quá 3%")).toMatchObject([
    { goal: { kind: "decrease", by: 0.1 } },
    { goal: { kind: "at-most", level: 0.03 } },
  ]);
});

test("a part in brackets takes its brackets along", () => {
  const plan = parsePlan(
    readText("test.txt", "KẾ HOẠCH\nNăm 2026\n\nI. MỤC TIÊU\n- Giảm tỷ lệ hộ nghèo 2,5%/năm (riêng các xã khó khăn giảm 4%).\n"),
  );
  expect(plan.value.targets.map(({ statement }) => statement)).toEqual(["Giảm tỷ lệ hộ nghèo 2,5%/năm", "riêng các xã khó khăn giảm 4%"]);
});

test.each([
  ["Tỷ lệ hộ nghèo đạt 3%", "at-most"],
  ["Tỷ suất tử vong trẻ em dưới 5 tuổi đạt 18‰", "at-most"],
  ["Thời gian chờ của người dân đạt 15 phút", "at-most"],
  ["Tỷ lệ hộ nghèo được vay vốn đạt 90%", "at-least"],
  ["Tỷ lệ vụ vi phạm bị xử lý đạt 98%", "at-least"],
  ["Tỷ lệ lao động qua đào tạo đạt 70%", "at-least"],
])("the level of %s is %s", (words, kind) => {
  const [target] = parsePlan(readText("test.txt", `KẾ HOẠCH\nNăm 2026\n\nI. MỤC TIÊU\n- ${words}.\n`)).value.targets;
  expect(target).toMatchObject({ goal: { kind }, certainty: "implied" });
  expect(target!.alternatives.map((goal) => goal.kind)).toEqual(kind === "at-most" ? ["at-least"] : []);
});
