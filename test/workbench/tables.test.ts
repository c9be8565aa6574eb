import { type OfficeHost, startOfficeHost } from "../support/officeHost";

let office: OfficeHost;
let run: typeof Excel.run;
beforeEach(async () => {
  office = await startOfficeHost();
  run = office.Excel.run.bind(office.Excel) as typeof Excel.run;
  await run(async (context) => {
    const sheet = context.workbook.worksheets.add("Chỉ tiêu");
    sheet.getRange("A1:D3").values = [
      ["Chỉ tiêu", "Mức phải đạt", "Thực hiện", "Tỷ lệ"],
      ["Một", 0.8, 0.4, ""],
      ["Hai", 0.5, 0.5, ""],
    ];
    const table = sheet.tables.add("A1:D3", true);
    table.name = "tblChiTieu";
    await context.sync();
    sheet.getRange("D2:D3").formulas = [["=[@[Thực hiện]]/[@[Mức phải đạt]]"], ["=[@[Thực hiện]]/[@[Mức phải đạt]]"]];
    sheet.getRange("F1:F2").formulas = [["=SUM(tblChiTieu[Thực hiện])"], ['=COUNTIFS(tblChiTieu[Tỷ lệ],">=1")']];
    sheet.getRange("C2:C3").dataValidation.rule = { decimal: { formula1: 0, operator: "GreaterThanOrEqualTo" } };
    sheet.getRange("A2:D3").conditionalFormats.add("Custom").custom.rule.formula = "=$D2<1";
    sheet.getRange("C2:C3").numberFormat = [["0%"], ["0%"]];
    await context.sync();
  });
});
afterEach(() => office.close());

test("this-row formulas calculate and come back in the short form that Excel gives", async () => {
  expect(await office.values("Chỉ tiêu", "D2:D3")).toEqual([[0.5], [1]]);
  const formula = await run(async (context) => {
    const cell = context.workbook.worksheets.getItem("Chỉ tiêu").getRange("D2");
    cell.load("formulas");
    await context.sync();
    return cell.formulas[0]![0];
  });
  expect(formula).toBe("=[@[Thực hiện]]/[@[Mức phải đạt]]");
});

test("typing below a table makes it grow: formulas, formats, validations and totals follow", async () => {
  await office.type("Chỉ tiêu", "A4", "Ba");
  await office.type("Chỉ tiêu", "B4", "50%");
  await office.type("Chỉ tiêu", "C4", "0,25");
  expect(await office.values("Chỉ tiêu", "A4:D4")).toEqual([["Ba", 0.5, 0.25, 0.5]]);
  expect(await office.values("Chỉ tiêu", "F1:F2")).toEqual([[1.15], [1]]);
  expect(await office.texts("Chỉ tiêu", "C4")).toEqual([["25%"]]);
  const seen = await run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Chỉ tiêu");
    const range = sheet.tables.getItem("tblChiTieu").getRange();
    const validation = sheet.getRange("C4").dataValidation;
    const rules = sheet.getRange("B4").conditionalFormats.getCount();
    range.load("address");
    validation.load("type");
    await context.sync();
    return [range.address.split("!")[1], validation.type, rules.value];
  });
  expect(seen).toEqual(["A1:D4", "Decimal", 1]);
});

test("something typed one row further down does not belong to the table", async () => {
  await office.type("Chỉ tiêu", "A5", "xa");
  expect(office.host.book.tables.find("tblChiTieu")!.area.rows).toBe(3);
});

test("what the add-in writes below a table does not belong to it, not even after something was typed elsewhere", async () => {
  await run(async (context) => {
    context.workbook.worksheets.getItem("Chỉ tiêu").getRange("A4").values = [["Ghi chú"]];
    await context.sync();
  });
  await office.type("Chỉ tiêu", "H9", "khác");
  expect(office.host.book.tables.find("tblChiTieu")!.area.rows).toBe(3);
});

test("a row inserted by the add-in and one deleted keep formulas right", async () => {
  await run(async (context) => {
    const table = context.workbook.tables.getItem("tblChiTieu");
    table.rows.add(0, [["Không", 1, 1, ""]]);
    table.rows.add(undefined, [["Cuối", 0.5, 1, ""]]);
    await context.sync();
  });
  expect(await office.values("Chỉ tiêu", "A2:D5")).toEqual([
    ["Không", 1, 1, 1],
    ["Một", 0.8, 0.4, 0.5],
    ["Hai", 0.5, 0.5, 1],
    ["Cuối", 0.5, 1, 2],
  ]);
  expect(await office.values("Chỉ tiêu", "F1:F2")).toEqual([[2.9], [3]]);
  await run(async (context) => {
    context.workbook.tables.getItem("tblChiTieu").rows.getItemAt(1).delete();
    await context.sync();
  });
  expect(await office.values("Chỉ tiêu", "F1:F2")).toEqual([[2.5], [3]]);
});

test("a row added at the end takes over the formats of the one above, and neither view nor selection moves", async () => {
  const shown = await run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.getItem("Chỉ tiêu").getRange("B3").numberFormat = [["0.0%"]];
    const other = worksheets.add("Khác");
    other.activate();
    other.getRange("C7").select();
    const row = context.workbook.tables.getItem("tblChiTieu").rows.add();
    const at = row.getRange();
    at.load("numberFormat,address,formulas");
    await context.sync();
    const selected = context.workbook.getSelectedRange();
    selected.load("address");
    await context.sync();
    return {
      format: (at.numberFormat as string[][])[0]![1],
      address: at.address,
      formula: String((at.formulas as unknown[][])[0]![3]),
      selected: selected.address,
    };
  });
  expect(shown).toMatchObject({ format: "0.0%", address: "'Chỉ tiêu'!A4:D4", selected: "Khác!C7" });
  expect(shown.formula.startsWith("=")).toBe(true);
});

test("sorting moves rows and their formulas go on calculating", async () => {
  await run(async (context) => {
    context.workbook.tables.getItem("tblChiTieu").sort.apply([{ key: 2, ascending: false }]);
    await context.sync();
  });
  expect(await office.values("Chỉ tiêu", "A2:D3")).toEqual([
    ["Hai", 0.5, 0.5, 1],
    ["Một", 0.8, 0.4, 0.5],
  ]);
});

test("tables do not overlap, names are unique and no addresses", async () => {
  const code = (work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void): Promise<unknown> =>
    run(async (context) => {
      work(context.workbook.worksheets.getItem("Chỉ tiêu"), context);
      await context.sync();
    }).then(
      () => "no error",
      (error: { code: string }) => error.code,
    );
  expect(await code((sheet) => sheet.tables.add("C3:E6", true))).toBe("InvalidOperation");
  expect(await code((sheet) => void (sheet.tables.add("H1:I3", true).name = "tblchitieu"))).toBe("ItemAlreadyExists");
  expect(await code((sheet) => void (sheet.tables.getItem("tblChiTieu").name = "CT12"))).toBe("InvalidArgument");
  expect(await code((sheet) => void sheet.tables.getItem("khong_co").load("name"))).toBe("ItemNotFound");
});

test("a KPI formula that a person types calculates in the grid with the add-in's own code", async () => {
  await office.type("Chỉ tiêu", "H1", "=KPI.TYLE(0.4,0.8)");
  await office.type("Chỉ tiêu", "H2", '=KPI.DANHGIA(0.85,0.8,"K01")');
  await office.type("Chỉ tiêu", "H3", '=KPI.MUCPHAIDAT("không phải số")');
  const [share, verdict, error] = (await office.values("Chỉ tiêu", "H1:H3")).flat();
  expect([share, String(verdict).length > 2, error]).toEqual([0.5, true, "#VALUE!"]);
});

test("edits are told to the add-in by onChanged, its own ones as its own", async () => {
  const heard: string[] = [];
  await run(async (context) => {
    context.workbook.worksheets.getItem("Chỉ tiêu").onChanged.add(async ({ address }) => void heard.push(address));
    await context.sync();
  });
  await office.type("Chỉ tiêu", "C2", "0,8");
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(heard).toContain("C2");
});

test("a planned failure stops one request, cell editing all of them", async () => {
  const write = (): Promise<unknown> =>
    run(async (context) => {
      context.workbook.worksheets.getItem("Chỉ tiêu").getRange("J1").values = [[1]];
      await context.sync();
    }).then(
      () => "done",
      (error: { code: string }) => error.code,
    );
  office.host.fail({ request: 2, code: "GeneralException" });
  expect([await write(), await write(), await write()]).toEqual(["done", "GeneralException", "done"]);
  office.host.cellEditing = true;
  expect(await write()).toBe("InvalidOperationInCellEditMode");
  office.host.cellEditing = false;
  expect(office.host.requests.length).toBeGreaterThan(3);
});

test("a table with underscores in its name, as those of a second book, is read, grows and can be renamed", async () => {
  await run(async (context) => {
    const sheet = context.workbook.worksheets.add("Sổ 2");
    sheet.getRange("A1:C3").values = [
      ["Mã", "Số (nhập)", "Gấp đôi"],
      ["a_1", 2, ""],
      ["b_2", 3, ""],
    ];
    sheet.tables.add("A1:C3", true).name = "tbl_So_2";
    await context.sync();
    sheet.getRange("C2:C3").formulas = [["=tbl_So_2[[#This Row],[Số (nhập)]]*2"], ["=tbl_So_2[[#This Row],[Số (nhập)]]*2"]];
    sheet.getRange("E1:E4").formulas = [
      ["=SUM(tbl_So_2[Số (nhập)])"],
      ['=COUNTIFS(tbl_So_2[Mã],"?_*")'],
      ["=tbl_So_2[[#Headers],[Mã]]"],
      ['="tbl_So_2[Mã]"&INDEX(tbl_So_2[Gấp đôi],MATCH("b_2",tbl_So_2[Mã],0))'],
    ];
    await context.sync();
  });
  expect(await office.values("Sổ 2", "E1:E4")).toEqual([[5], [2], ["Mã"], ["tbl_So_2[Mã]6"]]);
  await office.type("Sổ 2", "A4", "c_3");
  await office.type("Sổ 2", "B4", 10);
  expect(await office.values("Sổ 2", "C4:C4")).toEqual([[20]]);
  expect(await office.values("Sổ 2", "E1:E2")).toEqual([[15], [3]]);
  await run(async (context) => {
    context.workbook.tables.getItem("tbl_So_2").name = "tbl_Khac";
    context.workbook.worksheets.getItem("Sổ 2").getRange("E1").formulas = [["=SUM(tbl_Khac[Số (nhập)])"]];
    await context.sync();
  });
  expect(await office.values("Sổ 2", "E1")).toEqual([[15]]);
});
