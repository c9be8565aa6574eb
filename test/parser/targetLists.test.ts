import { parsePlan } from "../../src/parser/parsePlan";
import { readText } from "../../src/reader/readText";

const plan = (body: string) => parsePlan(readText("test.txt", `KẾ HOẠCH\nPhát triển vùng chè năm 2030\n\n${body}\n`)).value;
const levels = (lines: string): object[] =>
  plan(`I. MỤC TIÊU\n${lines}`).targets.map(({ goal, unit }) => ({
    ...("level" in goal ? { level: goal.level } : { kind: goal.kind }),
    unit,
  }));

test("the parts of a count need no verb of their own", () => {
  expect(levels("- Thu hút trên 1,5 triệu lượt khách, trong đó khách quốc tế 90.000 lượt.")).toEqual([
    { level: 1.5, unit: "triệu lượt khách" },
    { level: 90_000, unit: "lượt" },
  ]);
  expect(levels("- Tổng thu đạt 900 tỷ đồng trở lên; trong đó thu từ chè 300 tỷ đồng, thu từ du lịch 120 tỷ đồng.")).toEqual([
    { level: 900, unit: "tỷ đồng" },
    { level: 300, unit: "tỷ đồng" },
    { level: 120, unit: "tỷ đồng" },
  ]);
});

test("counts that follow a verb of making belong to it", () => {
  expect(levels("- Thành lập mới 12 “Tổ thu hái an toàn” và 30 điểm thu mua.")).toEqual([
    { level: 12, unit: "tổ" },
    { level: 30, unit: "điểm" },
  ]);
  expect(levels("- Có thêm 06 xã đạt chuẩn vùng chè, lũy kế 98 xã; 01 huyện đạt chuẩn vùng chè.")).toEqual([
    { level: 6, unit: "xã" },
    { level: 98, unit: "xã" },
    { level: 1, unit: "huyện" },
  ]);
});

test("a number that says what is counted is no condition", () => {
  expect(levels("- Số vụ cháy đồi chè từ 30 hộ thiệt hại trở lên giảm 20%.")).toEqual([{ kind: "decrease", unit: "%" }]);
  expect(levels("- Số sản phẩm đạt 3 sao trở lên: 06 sản phẩm.")).toEqual([{ level: 6, unit: "sản phẩm" }]);
});

test("what the counted things attain is no condition beside their count", () => {
  expect(levels("- 12 xã đạt 7 tiêu chí vùng chè an toàn.")).toEqual([{ level: 12, unit: "xã" }]);
  expect(levels("- Có 8 hợp tác xã đạt doanh thu 5 tỷ đồng.")).toEqual([{ level: 8, unit: "hợp tác xã" }]);
});

test("a rate alone in its clause, and what is brought about, are conditions", () => {
  expect(levels("- Số lò sấy trên 1.000 hộ: 4,5 lò; 14,5 thợ/vạn dân.")).toMatchObject([{}, { level: 14.5 }]);
  expect(levels("- Đưa 120 người đi học nghề chè, đạt 110% kế hoạch.")).toEqual([
    { level: 120, unit: "người" },
    { level: 1.1, unit: "%" },
  ]);
});

test("a change in words beside a number is an objective of its own", () => {
  expect(levels("- Giảm tỷ lệ chè bị trả lại so với năm 2024 và 100% lô hàng có mã vùng trồng.")).toEqual([
    { kind: "improve", unit: "" },
    { level: 1, unit: "%" },
  ]);
});

test("two words and a number in a list keep the words around them as their source", () => {
  const body = "I. MỤC TIÊU\n- Cơ cấu cây trồng: chè chiếm 42%; cà phê 30%; cây khác 28%.";
  for (const { source } of plan(body).targets) expect(source[0]!.end - source[0]!.start).toBeGreaterThan(50);
});

test("a line over paragraphs names their kind in a text without numbered parts", () => {
  const { targets, header } = parsePlan(
    readText(
      "test.txt",
      "NGHỊ QUYẾT\nĐại hội làng chè lần thứ ba\n\nCác chỉ tiêu chủ yếu 5 năm 2026 - 2030:\n\nVề sản xuất: Sản lượng đạt khoảng 30 tấn.\n\nVề đời sống: Đến năm 2028, tỷ lệ hộ khá đạt trên 40%.\n",
    ),
  ).value;
  expect(header.title.value).toContain("Đại hội làng chè");
  expect(targets.map(({ goal, horizon }) => [goal, horizon])).toEqual([
    [{ kind: "at-least", level: 30 }, 2030],
    [{ kind: "more-than", level: 0.4 }, 2028],
  ]);
});

test("a label with a list of names is no objective", () => {
  expect(levels("- Sản lượng chè xuất khẩu đạt 300 tấn. Thị trường xuất khẩu chính: Nhật Bản, Đài Loan, các nước EU…")).toEqual([
    { level: 300, unit: "tấn" },
  ]);
});

test("an aim holds for every clause of its sentence among tasks", () => {
  const body =
    "I. MỤC ĐÍCH\nNâng cao giá trị.\nII. NHIỆM VỤ\na) Phấn đấu sản lượng chè đạt 900 tấn; diện tích chè bình quân 0,5 ha/hộ; 60% hộ có lãi.\n";
  expect(plan(body).targets.map(({ unit }) => unit)).toEqual(["tấn", "ha/hộ", "%"]);
});

test("a bullet that titles its numbers is none of them, and the general aim none at all", () => {
  const lines =
    "1. Mục tiêu chung.\n- Xây dựng vùng chè theo hướng hiện đại, bền vững, gắn với du lịch.\n2. Mục tiêu cụ thể.\n" +
    "- Tổ chức hiệu quả việc thu hái an toàn\n+ Đến năm 2030, 50% hộ thu hái bằng máy.\n+ Đến năm 2035, 80% hộ thu hái bằng máy.\n";
  expect(levels(lines)).toEqual([
    { level: 0.5, unit: "%" },
    { level: 0.8, unit: "%" },
  ]);
});

test("an aim that names a document, and a limit that may be reached, are no targets of the task", () => {
  const body =
    "I. MỤC ĐÍCH\nNâng cao giá trị.\nII. NHIỆM VỤ\n- Thực hiện thành công Kế hoạch năm 2030 với mục tiêu tăng trưởng đạt 8% trở lên.\n" +
    "- Dư nợ có thể vượt ngưỡng cảnh báo 5% tổng dư nợ.\n- Giải ngân đạt 95% kế hoạch.\n";
  expect(plan(body).targets).toMatchObject([{ goal: { level: 0.95 } }]);
});

test("Roman numbers in any casing and before a dash head the parts of a plan", () => {
  const body = "I - Mục tiêu:\n- Sản lượng chè đạt 900 tấn.\nIi. nhiệm vụ\n1. Mở rộng vùng chè hữu cơ trên địa bàn huyện.\n";
  expect(plan(body).sections.map(({ label, role }) => [label, role])).toEqual([
    ["I -", "objectives"],
    ["Ii.", "tasks"],
  ]);
  expect(plan(body).targets).toHaveLength(1);
});

test("a list of makings, and of counts of one noun, is read to its end", () => {
  expect(levels("- Xây mới 24 nhà lưới, sửa chữa 36 nhà lưới; công nhận mới 02 làng nghề, công nhận lại 05 làng nghề.")).toMatchObject([
    { level: 24 },
    { level: 36 },
    { level: 2, unit: "làng nghề" },
    { level: 5, unit: "làng nghề" },
  ]);
  expect(levels("- Có 2 nghìn hộ trồng chè, 20 hộ chế biến.")).toEqual([
    { level: 2, unit: "nghìn hộ" },
    { level: 20, unit: "hộ" },
  ]);
  expect(levels("- Tổng diện tích khoảng 850 ha (chè cành 500 ha, chè hạt 350 ha).")).toMatchObject([
    { level: 850 },
    { level: 500 },
    { level: 350 },
  ]);
  expect(levels("- 55% hộ bán chè trực tuyến, với giá trị trung bình đạt 60 triệu đồng/hộ/năm.")).toEqual([
    { level: 0.55, unit: "%" },
    { level: 60, unit: "triệu đồng/hộ/năm" },
  ]);
  expect(levels("- Chỉ số PAR INDEX: đạt trên 87%, xếp hạng trong tốp 30, cải thiện thứ hạng so với năm 2029.")).toMatchObject([
    { kind: "improve" },
    { level: 0.87 },
    { kind: "top" },
  ]);
  expect(levels("- Nâng tổng số lên 43 trường (82,7%).")).toEqual([{ level: 43, unit: "trường" }]);
});

describe("what is measured", () => {
  const measured = (line: string): object[] => plan(`I. MỤC TIÊU\n${line}`).targets.map(({ measure, leads }) => ({ measure, leads }));

  it("begins behind an organisation that stands before it as a label and leads it", () => {
    expect(measured("a) Sở Y tế: phấn đấu 100% trạm y tế dùng bệnh án điện tử.")).toEqual([
      { measure: "trạm y tế dùng bệnh án điện tử", leads: ["Sở Y tế"] },
    ]);
    expect(measured("b) Sở Nội vụ: tỷ lệ chè bán qua mạng đạt tối thiểu 30%.")).toEqual([
      { measure: "tỷ lệ chè bán qua mạng", leads: ["Sở Nội vụ"] },
    ]);
    // A label that is no organisation says what is measured.
    expect(measured("- Tỷ lệ hài lòng của người trồng chè: 90%.")).toEqual([{ measure: "Tỷ lệ hài lòng của người trồng chè", leads: [] }]);
  });

  it("begins with no sign of a list", () => {
    expect(measured("- Có từ 25 vườn chè được chứng nhận.")).toMatchObject([{ measure: expect.stringMatching(/^\p{L}/u) }]);
  });

  it("does not end in words that lead to the level, nor in a bracket left open", () => {
    expect(measured("- Giảm 10% số lò sấy đốt củi so với năm 2025.")).toMatchObject([{ measure: "lò sấy đốt củi" }]);
    expect(measured("- Vận động người trồng chè bán qua mạng với mục tiêu đạt 50% số hộ.")).toMatchObject([
      { measure: "Vận động người trồng chè bán qua mạng" },
    ]);
    expect(measured("- Chấn chỉnh hoạt động thanh tra cơ sở chế biến chè (kiểm tra không quá 1 lần/năm).")).toMatchObject([
      { measure: "Chấn chỉnh hoạt động thanh tra cơ sở chế biến chè" },
    ]);
  });
});
