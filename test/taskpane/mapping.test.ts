import { importPlan, proposeMappings } from "../../src/pipeline";
import {
  columnLetters,
  dataRows,
  draftOf,
  headerChoices,
  shownColumns,
  wantedMappings,
  withField,
  withWanted,
} from "../../src/taskpane/mapping";
import type { CellValue } from "../../src/workbook/formula";

type Rows = readonly (readonly CellValue[])[];

const TASKS: Rows = [
  ["SỞ A", null, null, null],
  ["TT", "Nội dung", "Đơn vị", "Hạn"],
  [1, "Rà soát thủ tục", "Phòng Một", "Quý I"],
  [2, "Công khai thủ tục", "Phòng Hai", "Quý II"],
  [null, null, null, null],
  [3, "Báo cáo kết quả", "Phòng Một", "Quý IV"],
];

async function draft(rows: Rows) {
  const input = { kind: "cells", name: "Excel", rows } as const;
  return draftOf(input, (await proposeMappings(input)).value!);
}

test("columns are shown with samples of their cells, blank columns left out", async () => {
  const { sheets } = await draft(TASKS.map((row) => [...row.slice(0, 3), null, row[3]!]));
  expect(shownColumns(sheets[0]!)).toEqual([
    { column: 0, samples: ["1", "2", "3"] },
    { column: 1, samples: ["Rà soát thủ tục", "Công khai thủ tục", "Báo cáo kết quả"] },
    { column: 2, samples: ["Phòng Một", "Phòng Hai"] },
    { column: 4, samples: ["Quý I", "Quý II", "Quý IV"] },
  ]);
  expect(dataRows(sheets[0]!)).toBe(3);
});

test("a header may begin in each row that holds words", async () => {
  const { sheets } = await draft(TASKS);
  expect(headerChoices(sheets[0]!).map(({ row, number, words }) => [row, number, words])).toEqual([
    [0, 1, "SỞ A"],
    [1, 2, "TT | Nội dung | Đơn vị | Hạn"],
    [2, 3, "1 | Rà soát thủ tục | Phòng Một | Quý I"],
    [3, 4, "2 | Công khai thủ tục | Phòng Hai | Quý II"],
    [5, 6, "3 | Báo cáo kết quả | Phòng Một | Quý IV"],
  ]);
});

test("a field that a table has once moves from one column to the other; levels may be many", async () => {
  const sheet = (await draft(TASKS)).sheets[0]!;
  const fields = (mapping: typeof sheet.mapping) => mapping.columns.map(({ field }) => field).join(" ");
  expect(fields(sheet.mapping)).toBe("number content lead time");
  const moved = withField(sheet.mapping, 2, "time");
  expect(fields(moved)).toBe("number content time note");
  expect(moved.columns[2]!.certainty).toBe("stated");
  expect(fields(withField(withField(sheet.mapping, 2, "level"), 3, "level"))).toBe("number content level level");
  expect(fields(sheet.mapping)).toBe("number content lead time");
});

test("prose in a sheet is read as text, as it would be without a mapping", async () => {
  const rows: Rows = [
    ["KẾ HOẠCH"],
    ["Cải cách hành chính năm 2025"],
    ["I. MỤC TIÊU"],
    ["- Tỷ lệ hồ sơ giải quyết đúng hạn đạt tối thiểu 95%."],
    ["- Tỷ lệ hồ sơ trực tuyến đạt tối thiểu 80%."],
  ];
  const made = await draft(rows);
  expect([made.sheets[0]!.mapping.asText, made.sheets[0]!.wanted]).toEqual([true, true]);
  const read = await importPlan(made.input, { mappings: wantedMappings(made) });
  expect(read.value!.plan.targets.map(({ goal }) => goal)).toEqual([
    { kind: "at-least", level: 0.95 },
    { kind: "at-least", level: 0.8 },
  ]);
  expect(read.value!.plan.targets).toEqual((await importPlan(made.input)).value!.plan.targets);
});

test("sheets that are not wanted are not read", async () => {
  const made = await draft(TASKS);
  expect(wantedMappings(withWanted(made, 0, false))).toEqual([]);
});

test.each([
  [0, "A"],
  [25, "Z"],
  [26, "AA"],
  [99, "CV"],
])("column %i is %s", (column, letters) => expect(columnLetters(column)).toBe(letters));
