import fc from "fast-check";
import { readFileSync } from "node:fs";
import path from "node:path";
import { CellError } from "../../src/functions/cellError";
import { HELP_VI } from "../../src/functions/help.vi";
import { KPI_FUNCTIONS } from "../../src/functions/kpi";
import type { CalendarDate } from "../../src/plan/date";
import { toSerial } from "../../src/plan/date";

const serial = (text: string): number => toSerial(text as CalendarDate);
const run = (id: string, ...args: unknown[]): unknown =>
  (KPI_FUNCTIONS.find((entry) => entry.id === id)!.fn as (...given: unknown[]) => unknown)(...args);
const column = (...cells: unknown[]): unknown[][] => cells.map((cell) => [cell]);
const JUNE = serial("2024-06-30");

test.each<[string, unknown[], unknown]>([
  ["DANHGIA", [0.92, 0.85], "Vượt"],
  ["DANHGIA", [0.92, "tối thiểu 85%"], "Vượt"],
  ["DANHGIA", [7.3, "trên 7,3 điểm"], "Chưa đạt"],
  ["DANHGIA", [38, "tăng ít nhất 01 bậc so với năm 2023", null, 40], "Vượt"],
  ["DANHGIA", [8, "trong tốp 10"], "Đạt"],
  ["DANHGIA", ["Tốt", "nhóm khá"], "Đạt"],
  ["DANHGIA", [0.5, 0.85, "K01", null, null, JUNE, 2024], "Đang theo dõi"],
  ["DANHGIA", [0.5, 0.85, "K01", null, null, JUNE, 2023], "Chưa đạt"],
  ["DANHGIA", [null, 0.85], "Chưa có số liệu"],
  ["DANHGIA", ["…", 0.85], "Chưa có số liệu"],
  ["DANHGIA", ["Không phát sinh", 0.85], "Không phát sinh"],
  ["DANHGIA", [92, 0.85, null, null, null, null, null, "%"], "Lỗi số liệu"],
  ["DANHGIA", [92, "tối thiểu 85%"], "Lỗi số liệu"],
  ["DANHGIA", ["chín mươi", 0.85], "Lỗi số liệu"],
  ["DANHGIA", [0.92, null], "Chưa định lượng"],
  ["DAT", [0.8, 0.85], false],
  ["DAT", [null, 0.85], ""],
  ["TYLE", [0.8, 0.85], 0.8 / 0.85],
  ["TYLE", [0.92, 0.85], 1],
  ["TYLE", [0.92, 0.85, null, null, null, false], 0.92 / 0.85],
  ["TYLE", [75, 90, null, 60, null, null, "TUGOC"], 0.5],
  ["TYLE", [null, 0.85], ""],
  ["DIENGIAI", [0.92, 0.85, "Tối thiểu", null, null, null, null, "%"], "Đạt 92%, vượt 7 điểm % so với mục tiêu tối thiểu 85%"],
  [
    "DIENGIAI",
    [0.92, "tối thiểu 85%", null, null, null, null, null, null, "Hồ sơ"],
    "Hồ sơ: Đạt 92%, vượt 7 điểm % so với mục tiêu tối thiểu 85%",
  ],
  ["MUCTIEU", ["đạt tối thiểu 85% đến năm 2025"], [["Tối thiểu", "≥", 0.85, "", "%", "", 2025, false]]],
  ["MUCTIEU", ["từ 35% đến 45%", "MUCTREN"], [[0.45]]],
  ["MUCPHAIDAT", [0.1, "Tăng theo tỷ lệ", 12000], 13200],
  ["MUCPHAIDAT", [1, "Tăng bậc", 40], 39],
  ["TANG", [12900, 12000, 0.1], 0.75],
  ["GIAM", [39, 40, 0.05], 0.5],
  ["GIAM", [41, 40, 0.05, false], -0.5],
  ["KHOANG", [50, 35, 45], "Vượt"],
  ["KHOANG", [50, 35, 45, true, "TYLE"], 1 - 5 / 45],
  ["TANGBAC", [38, 40, 1], "Vượt"],
  ["TANGBAC", ["Không công bố", 40], "Không công bố"],
  ["TANGBAC", [20, 40, 1, 34, 63], "Đạt"],
  ["TANGBAC", [22, 40, 1, 34, 63], "Chưa đạt"],
  ["TOP", [8, 10], "Đạt"],
  ["TOP", [13, 10, 18, "TYLE"], 0.625],
  ["NHOM", ["Tốt", "Khá"], "Đạt"],
  ["NHOM", ["C", "B", column("C", "B", "A")], "Chưa đạt"],
  ["SOLAN", [2, 2], "Đạt"],
  ["SOLAN", [1, 2, "TOITHIEU", 0.5], "Đang theo dõi"],
  ["SOLAN", [2, 1, "TOIDA"], "Chưa đạt"],
  ["VIPHAM", [column(0, 1, 2, null, 3), 1], 2],
  [
    "LOTRINH",
    [
      2024,
      [
        [2025, 0.9],
        [2030, 0.95],
      ],
    ],
    0.9,
  ],
  ["TRONGDO", ["Đạt", column("Vượt", "Chưa đạt")], "Đạt một phần"],
  ["TRONGDO", ["Vượt", column("Chưa đạt", "Đạt"), column("CT-02", "CT-01"), "CT-01"], "Đạt đầy đủ"],
  ["TATCA", [column("Đạt", "Vượt", "")], "Đạt"],
  ["HOAC", [column("Chưa đạt", "Đạt")], "Đạt"],
  ["DUYTRI", [column(0.31, 0.35), 0.3], "Đạt"],
  ["DUYTRI", [column(0.31, 0.29), 0.3, null, "TYLE"], 0.5],
  ["MOC", [column("x", null, true, 0.5), column(1, 1, 1, 1)], 0.625],
  ["HAIMUC", [20000, 18300, 25000], "Đạt pháp lệnh"],
  ["HAIMUC", [25000, 18300, 25000], "Đạt phấn đấu"],
  ["TUMAU", [column(10, 35), column(20, 30)], 0.9],
  ["TUMAU", [0, 0], "Không phát sinh"],
  ["TUMAU", [column(null), column(5)], ""],
  ["LUYKE", [column("A", "A", "B", "A"), column("2024-Q1", "2024-Q2", "2024-Q1", "2024-Q3"), column(10, 12, 5, 7), "A", "2024-06T"], 22],
  ["LUYKE", [column("A", "A"), column("2024-T03", "2024-Q1"), column(1, 9), "A", "2024-N"], 9],
  ["LUYKE", [column("A"), column("2024-Q1"), column(null), "A", "2024-N", "Tử/mẫu", column(3), column(4)], 0.75],
  ["TIENDOCHUAN", [serial("2024-12-31"), serial("2024-01-01"), serial("2024-12-31")], 1],
  ["CANHBAO", [0.42, 0.5], "Nguy cơ"],
  ["CANHBAO", ["", 0.5], ""],
  ["UOC", [60, 0.5], 120],
  ["HAN", ["trước ngày 01/6/2024"], serial("2024-05-31")],
  ["HAN", ["trước ngày 01/12/2024", null, "LAMVIEC"], serial("2024-11-29")],
  ["HAN", ["Thường xuyên", 2024, "LOAI"], "Thường xuyên"],
  ["HAN", ["Quý IV", 2023], serial("2023-12-31")],
  ["TRANGTHAI", [serial("2024-05-31"), serial("2024-06-02"), JUNE], "Hoàn thành quá hạn"],
  ["TRANGTHAI", [serial("2024-05-31"), 0, JUNE], "Quá hạn"],
  ["TRANGTHAI", ["Thường xuyên", null, JUNE, null, null, 0.2], "Thường xuyên – có cập nhật"],
  ["NGAYTRE", [serial("2024-05-31"), null, serial("2024-06-10")], 10],
  ["NGAYTRE", [serial("2024-05-31"), null, serial("2024-06-10"), true, column(serial("2024-06-03"))], 5],
  ["NGAYTRE", [null, null, JUNE], ""],
  ["HOANTHANH", [column("Hoàn thành đúng hạn", "Hoàn thành quá hạn", "Quá hạn", "Đang thực hiện")], 2 / 3],
  ["HOANTHANH", [column("Hoàn thành đúng hạn", "Hoàn thành quá hạn"), "DUNGHAN"], 0.5],
  ["KYBAOCAO", [serial("2024-06-20"), "Quý"], "2024-Q3"],
  ["KYBAOCAO", [serial("2024-06-20"), "Quý", "Dương lịch", "DEN"], serial("2024-06-30")],
  ["TONGHOP", [column(3, 0.5, "", "chữ")], 0.75],
  ["TONGHOP", [column(3, 0.5, ""), null, "PHU"], 2 / 3],
  ["TONGHOP", [column(1, 0.5), column(3, 1)], 0.875],
  ["CHUANHOA", [75, 50, 100], 5.5],
  ["CHISO", [column(7.49, 6.37, 5.92, 4.43), column(0.25, 0.25, 0.25, 0.25), 4], 24.21],
  ["CHISO", [column(5, null), column(15, 10), null, "PHU"], 0.15],
  ["TRONGSO", ["PCI", 2022, "Tính năng động"], 0.15],
  [
    "DIEMBAC",
    [
      3,
      [
        [1, 5],
        [2, 10],
        [3, 15],
        [4, 20],
      ],
    ],
    15,
  ],
  ["DIEMBAC", [0.8, null, 20], 16],
  ["XEPLOAI", [85], "Hoàn thành tốt nhiệm vụ"],
  ["KIEMTRA", [92, "%"], "Nghi sai đơn vị"],
  ["KIEMTRA", [0.9, "%", 9, 10, 0.85], ""],
])("KPI.%s(%j)", (id, args, expected) => {
  const result = run(id, ...args);
  if (typeof expected === "number") expect(result).toBeCloseTo(expected, 9);
  else expect(result).toEqual(expected);
});

/** Wrong calls with the error that the cell shows. */
const WRONG: readonly (readonly [string, readonly unknown[], "#VALUE!" | "#N/A"])[] = [
  ["DANHGIA", [0.9, 0.85, "Kiểu lạ"], "#VALUE!"],
  ["DANHGIA", [0.9, "làm cho tốt hơn"], "#VALUE!"],
  ["DANHGIA", [0.9, true], "#VALUE!"],
  ["DANHGIA", [0.9, 0.85, "K01", null, null, "hôm nay"], "#VALUE!"],
  ["DANHGIA", [0.9, 0.85, "K01", null, null, JUNE, "năm sau"], "#VALUE!"],
  ["DANHGIA", [0.9, Number.NaN], "#VALUE!"],
  ["DANHGIA", [column(1, 2), 0.85], "#VALUE!"],
  ["DAT", [0.9, "chưa rõ mục tiêu"], "#VALUE!"],
  ["DAT", [0.9, 0.85, "K99"], "#VALUE!"],
  ["TYLE", [0.9, 0.85, null, null, null, "có lẽ"], "#VALUE!"],
  ["TYLE", [0.9, 0.85, null, null, null, null, "NHANH"], "#VALUE!"],
  ["TYLE", [0.9, 0.85, null, null, null, null, "TUGOC"], "#N/A"],
  ["TYLE", [0.9, "không rõ"], "#VALUE!"],
  ["DIENGIAI", [0.9, 0.85, "Kiểu lạ"], "#VALUE!"],
  ["MUCTIEU", [""], "#VALUE!"],
  ["MUCTIEU", [42], "#VALUE!"],
  ["MUCTIEU", ["không có mục tiêu nào"], "#VALUE!"],
  ["MUCTIEU", ["tối thiểu 85%", "TRUONGLA"], "#VALUE!"],
  ["MUCPHAIDAT", [null, "Tối thiểu"], "#VALUE!"],
  ["MUCPHAIDAT", ["Khá", "Nhóm xếp loại"], "#VALUE!"],
  ["MUCPHAIDAT", [0.1, "Tăng theo tỷ lệ"], "#N/A"],
  ["MUCPHAIDAT", [0.1, "Tăng theo tỷ lệ", 0], "#N/A"],
  ["TANG", [12900, null, 0.1], "#N/A"],
  ["TANG", [12900, 12000, "mười"], "#VALUE!"],
  ["TANG", ["nhiều", 12000, 0.1], "#VALUE!"],
  ["TANG", [12900, 12000, -0.1], "#VALUE!"],
  ["GIAM", [39, 0, 0.05], "#N/A"],
  ["GIAM", [39, "gốc", 0.05], "#VALUE!"],
  ["KHOANG", [40, 45, 35], "#VALUE!"],
  ["KHOANG", [40, null, 45], "#VALUE!"],
  ["KHOANG", [40, 35, 45, "cứng"], "#VALUE!"],
  ["KHOANG", [40, 35, 45, false, "KHAC"], "#VALUE!"],
  ["TANGBAC", [38.5, 40], "#VALUE!"],
  ["TANGBAC", [0, 40], "#VALUE!"],
  ["TANGBAC", [38, 40, -1], "#VALUE!"],
  ["TANGBAC", ["cao", 40], "#VALUE!"],
  ["TANGBAC", [40, 50, 1, 34, 63], "#VALUE!"],
  ["TOP", [8, 0], "#VALUE!"],
  ["TOP", [8, "mười"], "#VALUE!"],
  ["TOP", [8, 10, null, "DIEM"], "#VALUE!"],
  ["NHOM", ["Tốt", "Nhóm lạ"], "#N/A"],
  ["NHOM", ["Nhóm lạ", "Khá"], "#N/A"],
  ["NHOM", ["Tốt", null], "#VALUE!"],
  ["SOLAN", [2, null], "#VALUE!"],
  ["SOLAN", [2, 2, "NGANG"], "#VALUE!"],
  ["SOLAN", [2, 2, null, 1.5], "#VALUE!"],
  ["VIPHAM", [column("một"), 1], "#VALUE!"],
  ["VIPHAM", [column(null), 1], "#N/A"],
  ["VIPHAM", [column(-1), 1], "#VALUE!"],
  ["VIPHAM", [null, 1], "#VALUE!"],
  ["LOTRINH", ["sau này", [[2025, 0.9]]], "#VALUE!"],
  ["LOTRINH", [2025, null], "#VALUE!"],
  ["LOTRINH", [2025, [["x", 0.9]]], "#VALUE!"],
  ["LOTRINH", [2025, [[2025]]], "#VALUE!"],
  ["TRONGDO", ["Tuyệt", column("Đạt")], "#VALUE!"],
  ["TRONGDO", ["Đạt", column("lạ")], "#VALUE!"],
  ["TRONGDO", ["Đạt", column("Đạt"), column("A", "B"), "A"], "#VALUE!"],
  ["TATCA", [null], "#VALUE!"],
  ["TATCA", [column(1)], "#VALUE!"],
  ["HOAC", [column("được")], "#VALUE!"],
  ["DUYTRI", [column("ba"), 0.3], "#VALUE!"],
  ["DUYTRI", [column(0.3), null], "#VALUE!"],
  ["MOC", [column("gần xong")], "#VALUE!"],
  ["MOC", [column(50)], "#VALUE!"],
  ["MOC", [column("x"), column(1, 2)], "#VALUE!"],
  ["MOC", [column("x"), column(0)], "#N/A"],
  ["HAIMUC", [20000, 25000, 18300], "#VALUE!"],
  ["HAIMUC", [20000, "ít", 18300], "#VALUE!"],
  ["TUMAU", [5, 4], "#VALUE!"],
  ["TUMAU", [-1, 4], "#VALUE!"],
  ["TUMAU", [column(1, 2), column(3)], "#VALUE!"],
  ["LUYKE", [column("A"), column("quý I"), column(1), "A", "2024-Q1"], "#VALUE!"],
  ["LUYKE", [column("A"), column("2024-Q1"), column(1), "A", "2024"], "#VALUE!"],
  ["LUYKE", [column("A"), column("2024-Q1"), column(1, 2), "A", "2024-Q1"], "#VALUE!"],
  ["LUYKE", [column("A"), column("2024-Q1"), column(1), "A", "2024-Q1", "Nhân"], "#VALUE!"],
  ["TIENDOCHUAN", [JUNE, serial("2024-12-31"), serial("2024-01-01")], "#VALUE!"],
  ["TIENDOCHUAN", ["nay", 45000, 45300], "#VALUE!"],
  ["CANHBAO", ["cao", 0.5], "#VALUE!"],
  ["CANHBAO", [0.4, 0.5, column(-0.1, 0)], "#VALUE!"],
  ["UOC", [60, 0], "#N/A"],
  ["UOC", [60, 1.5], "#VALUE!"],
  ["HAN", ["lúc nào đó"], "#VALUE!"],
  ["HAN", ["Thường xuyên"], "#N/A"],
  ["HAN", ["Quý IV", "năm nay"], "#VALUE!"],
  ["HAN", ["Quý IV", 24], "#VALUE!"],
  ["TRANGTHAI", [JUNE, null, null], "#VALUE!"],
  ["TRANGTHAI", [JUNE, "xong", JUNE], "#VALUE!"],
  ["TRANGTHAI", ["sắp tới", null, JUNE], "#VALUE!"],
  ["TRANGTHAI", [JUNE, null, JUNE, "Nghỉ"], "#VALUE!"],
  ["NGAYTRE", [JUNE, null, "nay"], "#VALUE!"],
  ["NGAYTRE", [JUNE, null, JUNE, true, column("lễ")], "#VALUE!"],
  ["HOANTHANH", [column("Đang thực hiện")], "#N/A"],
  ["HOANTHANH", [column("Xong")], "#VALUE!"],
  ["KYBAOCAO", ["nay", "Quý"], "#VALUE!"],
  ["KYBAOCAO", [JUNE, "Tuần"], "#VALUE!"],
  ["KYBAOCAO", [serial("2024-09-20"), "6 tháng"], "#N/A"],
  ["TONGHOP", [null], "#VALUE!"],
  ["TONGHOP", [column(1), column(-1)], "#VALUE!"],
  ["CHUANHOA", [5, 7, 7], "#N/A"],
  ["CHUANHOA", [9, 1, 7], "#N/A"],
  ["CHUANHOA", ["x", 1, 7], "#VALUE!"],
  ["CHISO", [column(5), column(1, 2)], "#VALUE!"],
  ["CHISO", [column(null), column(1)], "#N/A"],
  ["TRONGSO", ["PCI", 2001, "Đất đai"], "#N/A"],
  ["TRONGSO", ["ABC", 2022, "Đất đai"], "#N/A"],
  ["DIEMBAC", [3], "#VALUE!"],
  ["DIEMBAC", ["ba", [[1, 5]]], "#VALUE!"],
  ["XEPLOAI", [-1], "#VALUE!"],
  ["XEPLOAI", [5, [[50, "Đạt"]]], "#N/A"],
];

test.each(WRONG)("KPI.%s(%j) is %s", (id, args, code) => {
  const result = run(id, ...args);
  expect(result).toBeInstanceOf(CellError);
  expect((result as CellError).code).toBe(code);
  expect((result as CellError).message).not.toBe("");
});

test("no function throws, whatever it is given", () => {
  const odd: readonly unknown[] = [
    null,
    undefined,
    0,
    -1,
    1e308,
    Number.NaN,
    "",
    "x",
    "85%",
    true,
    [[null]],
    [
      [1, 2],
      [3, 4],
    ],
    [],
    {},
    "=1+1",
    "a".repeat(5000),
  ];
  for (const { id, fn, max } of KPI_FUNCTIONS) {
    for (const first of odd) {
      for (const rest of odd) {
        const call = (): unknown => (fn as (...given: unknown[]) => unknown)(first, ...Array.from({ length: max - 1 }, () => rest));
        expect(call).not.toThrow();
        const result = call();
        if (typeof result === "number" && !Number.isFinite(result)) throw new Error(`${id} gave ${result}`);
      }
    }
  }
});

test("a blank never changes an average, wherever it stands", () => {
  const weighted = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 9 })), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(weighted, fc.nat(), fc.constantFrom(null, ""), (rows, place, blank) => {
      const at = place % (rows.length + 1);
      const withBlank = [...rows.slice(0, at), [blank, 5] as const, ...rows.slice(at)];
      const mean = (of: readonly (readonly [unknown, number])[]): unknown[] => [
        run("TONGHOP", column(...of.map(([rate]) => rate))),
        run("TONGHOP", column(...of.map(([rate]) => rate)), column(...of.map(([, weight]) => weight))),
        run("CHISO", column(...of.map(([rate]) => rate)), column(...of.map(([, weight]) => weight))),
      ];
      const [before, after] = [mean(rows), mean(withBlank)] as number[][];
      before!.forEach((value, index) => expect(after![index]).toBeCloseTo(value, 9));
    }),
  );
});

test("the issue's list of functions is there, with help for every parameter", () => {
  const wanted =
    "DANHGIA DAT TYLE DIENGIAI MUCTIEU MUCPHAIDAT TANG GIAM KHOANG TANGBAC TOP NHOM SOLAN VIPHAM LOTRINH TRONGDO TATCA HOAC DUYTRI MOC HAIMUC TUMAU LUYKE TIENDOCHUAN CANHBAO UOC HAN TRANGTHAI NGAYTRE HOANTHANH KYBAOCAO TONGHOP CHUANHOA CHISO TRONGSO DIEMBAC XEPLOAI KIEMTRA";
  expect(KPI_FUNCTIONS.map(({ id }) => id).sort()).toEqual(wanted.split(" ").sort());
  expect(Object.keys(HELP_VI).sort()).toEqual(wanted.split(" ").sort());
  for (const { id, max } of KPI_FUNCTIONS) {
    expect([id, HELP_VI[id]!.parameters.length]).toEqual([id, max]);
    expect(HELP_VI[id]!.example.startsWith(`=KPI.${id}(`)).toBe(true);
  }
});

test("metadata of the functions comes from kpi.ts alone and says what the table says", async () => {
  const { generateCustomFunctionsMetadata } = (await import("custom-functions-metadata")) as unknown as {
    generateCustomFunctionsMetadata(file: string): Promise<{ metadataJson: string; errors: string[] }>;
  };
  const file = path.join(__dirname, "../../src/functions/kpi.ts");
  expect(readFileSync(file, "utf8")).toContain("@customfunction DANHGIA");
  const { metadataJson, errors } = await generateCustomFunctionsMetadata(file);
  expect(errors).toEqual([]);
  const { functions } = JSON.parse(metadataJson) as {
    functions: { id: string; description: string; parameters: { optional?: boolean; dimensionality?: string; description?: string }[] }[];
  };
  expect(
    functions.map(({ id, parameters }) => ({
      id,
      min: parameters.filter(({ optional }) => !optional).length,
      max: parameters.length,
      ranges: parameters.map(({ dimensionality }) => dimensionality === "matrix"),
    })),
  ).toEqual(KPI_FUNCTIONS.map(({ id, min, max, ranges }) => ({ id, min, max, ranges })));
  for (const { description, parameters } of functions)
    expect([description, ...parameters.map((parameter) => parameter.description)].every(Boolean)).toBe(true);
});
