import path from "node:path";
import { KPI_FUNCTIONS } from "../../src/functions/kpi";
import { startFunctionsRuntime, type FunctionsRuntime } from "../support/functionsRuntime";

/** One typical call of every function, as Excel sends it: ranges as matrices, dates as serials. */
const TYPICAL: Readonly<Record<string, readonly [args: readonly unknown[], result: unknown]>> = {
  DANHGIA: [[0.92, 0.85, "Tối thiểu"], "Vượt"],
  DAT: [[0.8, 0.85], false],
  TYLE: [[1, 2], 0.5],
  DIENGIAI: [[0.92, 0.85, "Tối thiểu", null, null, null, null, "%"], "Đạt 92%, vượt 7 điểm % so với mục tiêu tối thiểu 85%"],
  MUCTIEU: [["tối thiểu 85%", "MUC"], [[0.85]]],
  MUCPHAIDAT: [[1, "Tăng bậc", 40], 39],
  TANG: [[12900, 12000, 0.1], 0.75],
  GIAM: [[39, 40, 0.05], 0.5],
  KHOANG: [[40, 35, 45], "Đạt"],
  TANGBAC: [[38, 40], "Vượt"],
  TOP: [[8, 10], "Đạt"],
  NHOM: [["Tốt", "Khá"], "Đạt"],
  SOLAN: [[2, 2], "Đạt"],
  VIPHAM: [[[[0], [2]], 1], 1],
  LOTRINH: [
    [
      2024,
      [
        [2025, 0.9],
        [2030, 0.95],
      ],
    ],
    0.9,
  ],
  TRONGDO: [["Đạt", [["Đạt"]]], "Đạt đầy đủ"],
  TATCA: [[[["Đạt"], ["Chưa đạt"]]], "Chưa đạt"],
  HOAC: [[[["Đạt"], ["Chưa đạt"]]], "Đạt"],
  DUYTRI: [[[[0.3], [0.4]], 0.3], "Đạt"],
  MOC: [[[["x"], [0]]], 0.5],
  HAIMUC: [[20000, 18300, 25000], "Đạt pháp lệnh"],
  TUMAU: [[[[45]], [[50]]], 0.9],
  LUYKE: [[[["A"]], [["2024-Q1"]], [[5]], "A", "2024-06T"], 5],
  TIENDOCHUAN: [[45657, 45292, 45657], 1],
  CANHBAO: [[0.6, 0.5], "An toàn"],
  UOC: [[60, 0.5], 120],
  HAN: [["trước ngày 01/6/2024"], 45443],
  TRANGTHAI: [[45443, 45440, 45473], "Hoàn thành đúng hạn"],
  NGAYTRE: [[45443, null, 45453], 10],
  HOANTHANH: [[[["Hoàn thành đúng hạn"], ["Quá hạn"]]], 0.5],
  KYBAOCAO: [[45463, "Quý"], "2024-Q3"],
  TONGHOP: [[[[1], [0.5]]], 0.75],
  CHUANHOA: [[75, 50, 100], 5.5],
  CHISO: [[[[5]], [[1]]], 50],
  TRONGSO: [["PCI", 2022, "Đất đai"], 0.1],
  DIEMBAC: [[0.5, null, 20], 10],
  XEPLOAI: [[95], "Hoàn thành xuất sắc nhiệm vụ"],
  KIEMTRA: [[92, "%"], "Nghi sai đơn vị"],
};

let runtime: FunctionsRuntime;
beforeAll(async () => {
  runtime = await startFunctionsRuntime();
  Object.defineProperty(globalThis, "CustomFunctions", { value: runtime.CustomFunctions, configurable: true, writable: true });
}, 60_000);
afterAll(() => {
  runtime.close();
  delete (globalThis as Record<string, unknown>)["CustomFunctions"];
});

test("every function of the metadata is associated, each once, and runs in Microsoft's runtime", async () => {
  const { generateCustomFunctionsMetadata } = (await import("custom-functions-metadata")) as unknown as {
    generateCustomFunctionsMetadata(file: string): Promise<{ metadataJson: string }>;
  };
  const { metadataJson } = await generateCustomFunctionsMetadata(path.join(__dirname, "../../src/functions/kpi.ts"));
  const ids = (JSON.parse(metadataJson) as { functions: { id: string }[] }).functions.map(({ id }) => id);
  const associated: string[] = [];
  const associate = runtime.CustomFunctions.associate.bind(runtime.CustomFunctions) as (id: string, fn: unknown) => void;
  Object.defineProperty(runtime.CustomFunctions, "associate", {
    configurable: true,
    value: (id: string, fn: unknown) => {
      associated.push(id);
      associate(id, fn);
    },
  });
  const { registerFunctions } = await import("../../src/functions/register");
  registerFunctions();
  expect([...associated].sort()).toEqual([...ids].sort());
  expect(Object.keys(TYPICAL).sort()).toEqual([...ids].sort());

  const answers = await runtime.callAll(ids.map((id) => ({ id, args: TYPICAL[id]![0] })));
  ids.forEach((id, index) => {
    const { failed, value } = answers[index]!;
    expect([id, failed ?? false, round(value)]).toEqual([id, false, round(TYPICAL[id]![1])]);
  });
}, 60_000);

test("omitted and wrong arguments come back as an answer or as #VALUE! or #N/A, never as silence", async () => {
  const omitted = KPI_FUNCTIONS.map(({ id, max, ranges }) => ({
    id,
    args: Array.from({ length: max }, (_, index) => (ranges[index] ? [[null]] : null)),
  }));
  const wrong = KPI_FUNCTIONS.map(({ id, max, ranges }) => ({
    id,
    args: Array.from({ length: max }, (_, index) => (ranges[index] ? [["sai"]] : "sai")),
  }));
  const [unknownKind, noBaseline] = await runtime.callAll([
    { id: "DANHGIA", args: [0.9, 0.8, "Kiểu lạ"] },
    { id: "TANG", args: [5, null, 0.1] },
  ]);
  expect([unknownKind!.failed, unknownKind!.value]).toEqual([true, "Không có kiểu mục tiêu này"]);
  expect([noBaseline!.failed, noBaseline!.value]).toEqual([true, "Thiếu số gốc"]);
  expect(unknownKind!.errorCode).not.toBe(noBaseline!.errorCode);
  for (const { failed, value, errorCode } of await runtime.callAll([...omitted, ...wrong])) {
    if (failed) expect([[unknownKind!.errorCode, noBaseline!.errorCode].includes(errorCode), typeof value]).toEqual([true, "string"]);
    else expect(["string", "number", "boolean", "object"]).toContain(typeof value);
    expect(typeof value === "number" && !Number.isFinite(value)).toBe(false);
  }
}, 60_000);

function round(value: unknown): unknown {
  return typeof value === "number" ? Math.round(value * 1e9) / 1e9 : value;
}
