import { parsePlan } from "../../src/parser/parsePlan";
import { readText } from "../../src/reader/readText";

/** Levels and years of the targets that a bullet under "MỤC TIÊU ĐẾN NĂM 2035" sets. */
const read = (line: string): (readonly [unknown, number | undefined])[] =>
  parsePlan(
    readText("test.txt", `KẾ HOẠCH\nPhát triển vùng chè\n\nI. MỤC ĐÍCH\nNâng cao giá trị.\n\nII. MỤC TIÊU ĐẾN NĂM 2035\n- ${line}\n`),
  ).value.targets.map(({ goal, horizon }) => ["level" in goal ? goal.level : goal, horizon]);

test.each([
  [
    "Đến năm 2030, 70% hộ trồng chè được tập huấn và đạt tỷ lệ 90% vào năm 2035.",
    [
      [0.7, 2030],
      [0.9, 2035],
    ],
  ],
  [
    "Mỗi hộ có 1,4 nương vào năm 2028, hướng tới 2035 là 1,6 nương.",
    [
      [1.4, 2028],
      [1.6, 2035],
    ],
  ],
  [
    "Tỷ lệ hộ dùng nước sạch: năm 2028 đạt 50%, năm 2030 đạt 60%.",
    [
      [0.5, 2028],
      [0.6, 2030],
    ],
  ],
  [
    "Tỷ lệ vườn chè có mã số đạt 65% vào năm 2028 và đạt 80% vào năm 2030.",
    [
      [0.65, 2028],
      [0.8, 2030],
    ],
  ],
  [
    "Tỷ lệ hộ nghèo giảm dưới 8% (vùng cao dưới 20%) vào năm 2028 và dưới 5% (vùng cao dưới 15%) vào năm 2030.",
    [
      [0.08, 2028],
      [0.2, 2028],
      [0.05, 2030],
      [0.15, 2030],
    ],
  ],
  [
    "Đến năm 2030, tối thiểu 55% vườn chè vùng thấp và 75% vườn chè vùng cao được tưới tiết kiệm.",
    [
      [0.55, 2030],
      [0.75, 2030],
    ],
  ],
  [
    "Đến hết quý III/2030 giải ngân đạt 65%, đến 31/01/2031 đạt 95%.",
    [
      [0.65, 2030],
      [0.95, 2031],
    ],
  ],
  ["Giá trị sản xuất chè gấp 2 lần năm 2020.", [[2, 2035]]],
])("%s", (line, expected) => {
  expect(read(line)).toEqual(expected);
});

test("a title that names a half of a year gives the year", () => {
  const text = "KẾ HOẠCH\nPhát triển vùng chè 6 tháng cuối năm 2030\n\nI. MỤC TIÊU\n- Sản lượng chè đạt 900 tấn.\n";
  expect(parsePlan(readText("test.txt", text)).value.targets).toMatchObject([{ horizon: 2030 }]);
});

test("a year before the plan was issued, and the year of a comparison, are no horizons", () => {
  const horizons = (line: string) =>
    parsePlan(
      readText(
        "test.txt",
        `UBND XÃ TRÀ LĨNH\nSố: 12/KH-UBND\nTrà Lĩnh, ngày 05 tháng 02 năm 2024\n\nKẾ HOẠCH\nNâng cao chất lượng chè năm 2024\n\nI. MỤC TIÊU\n- ${line}\n`,
      ),
    ).value.targets.map(({ horizon }) => horizon);
  expect(horizons("Mỗi nương chè giảm điểm năm 2023 phải tăng tối thiểu 0,3 điểm.")).toEqual([2024]);
  expect(horizons("Giá trị chè đạt 30 tỷ đồng, tăng 8% so cùng kỳ năm 2023.")).toEqual([2024, 2024]);
  expect(horizons("Sản lượng giữ mức tăng 7% so năm 2023, trong đó chè búp tăng 9%.")).toEqual([2024, 2024]);
});

test("an objective in words has the year said at the beginning of its sentence", () => {
  const { targets } = parsePlan(
    readText(
      "test.txt",
      "KẾ HOẠCH\nPhát triển vùng chè giai đoạn 2026 - 2030\n\nI. MỤC TIÊU\n1. Đến năm 2028, tỷ lệ hộ khá đạt 40%; các nương chè trên địa bàn được cắm mốc và lập bản đồ.\n",
    ),
  ).value;
  expect(targets.map(({ horizon }) => horizon)).toEqual([2028, 2028]);
});
