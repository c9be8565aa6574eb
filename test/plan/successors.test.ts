import type { CalendarDate } from "../../src/plan/date";
import { successorOf } from "../../src/plan/successors";
import { compileWorkbook } from "../../src/workbook/compileWorkbook";
import { emptyPlan, sampleDocument } from "../support/samplePlan";

describe("successorOf", () => {
  it.each([
    ["Sở Kế hoạch và Đầu tư", "Sở Tài chính", "2025-03"],
    ["SỞ KẾ HOẠCH VÀ ĐẦU TƯ", "Sở Tài chính", "2025-03"],
    ["So Ke hoach va Dau tu", "Sở Tài chính", "2025-03"],
    ["Sở KH&ĐT", "Sở Tài chính", "2025-03"],
    ["Sở Kế hoạch và Đầu tư tỉnh Gia Lai", "Sở Tài chính", "2025-03"],
    ["Sở TT&TT", "Sở Khoa học và Công nghệ", "2025-03"],
    ["Cục Thuế tỉnh", "Thuế tỉnh", "2025-07"],
    ["Ngân hàng nhà nước Chi nhánh tỉnh Lạng Sơn", "Ngân hàng Nhà nước chi nhánh Khu vực", "2025-03"],
    ["UBND các huyện, thành phố", "Ủy ban nhân dân các xã, phường, đặc khu", "2025-07"],
    ["Uỷ ban nhân dân các huyện, thành phố", "Ủy ban nhân dân các xã, phường, đặc khu", "2025-07"],
  ])("%s → %s", (before, name, from) => expect(successorOf(before)).toMatchObject({ name, from }));

  it("knows the last day only where a law of the whole country sets it", () => {
    const lastDays = ["UBND các huyện, thành phố", "tỉnh Đắk Nông", "Sở Kế hoạch và Đầu tư", "Sở TT&TT tỉnh Gia Lai"].map(
      (name) => successorOf(name)?.lastDay,
    );
    expect(lastDays).toEqual(["2025-06-30", "2025-06-30", undefined, undefined]);
  });

  it("names all successors of a divided department", () => {
    for (const form of ["Sở Lao động - Thương binh và Xã hội", "Sở Lao động Thương binh và Xã hội", "Sở LĐTBXH"])
      expect(successorOf(form)?.name.split("; ")).toHaveLength(3);
  });

  it.each(["", "tỉnh Lạng Sơn", "Sở Tài chính", "Văn phòng Sở", "Phòng Kế hoạch và Đầu tư", "Bộ phận một cửa cấp huyện, cấp xã"])(
    "knows none for %j",
    (name) => expect(successorOf(name)).toBeUndefined(),
  );
});

test("Danh mục shows the successor beside each organisation, found by its other names too, and leaves the rest blank", () => {
  const agencies = [
    { id: "CQ-01", name: "Sở Kế hoạch và Đầu tư", aliases: [], group: false },
    { id: "CQ-02", name: "Sở TTTT của tỉnh", aliases: ["Sở TT&TT"], group: false },
    { id: "CQ-03", name: "Văn phòng Sở", aliases: [], group: false },
  ];
  const book = compileWorkbook({ ...emptyPlan, agencies }, sampleDocument, { asOf: "2024-06-30" as CalendarDate, dialect: "kpi" });
  const table = book.sheets.flatMap(({ tables }) => tables).find(({ key }) => key === "agencies")!;
  const column = table.columns.findIndex(({ header }) => header === "Đơn vị kế thừa");
  expect(table.rows.map((row) => row[column])).toEqual(["Sở Tài chính", "Sở Khoa học và Công nghệ", null]);
});
