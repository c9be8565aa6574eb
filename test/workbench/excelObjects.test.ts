import { type OfficeHost, startOfficeHost } from "../support/officeHost";

let office: OfficeHost;
let run: typeof Excel.run;
beforeAll(async () => {
  office = await startOfficeHost();
  run = office.Excel.run.bind(office.Excel) as typeof Excel.run;
});
afterAll(() => office.close());

let number = 0;
/** Runs a batch on a new sheet and returns what it returns. */
async function onSheet<T>(batch: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>): Promise<T> {
  return run(async (context) => batch(context.workbook.worksheets.add(`Tờ ${++number}`), context));
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "no error",
    (error: { code?: string; message: string }) => error.code ?? error.message,
  );
}

describe("sheets", () => {
  test("are added, named, coloured, hidden, moved and deleted", async () => {
    const seen = await run(async (context) => {
      const { worksheets } = context.workbook;
      const sheet = worksheets.add("Tổng quan");
      sheet.tabColor = "#0f6cbd";
      sheet.showGridlines = false;
      sheet.position = 0;
      sheet.load("name,tabColor,showGridlines,position,visibility");
      await context.sync();
      const before = sheet.toJSON();
      sheet.visibility = office.Excel.SheetVisibility.veryHidden;
      sheet.load("visibility");
      await context.sync();
      const { visibility } = sheet;
      sheet.visibility = office.Excel.SheetVisibility.visible;
      sheet.delete();
      const gone = worksheets.getItemOrNullObject("Tổng quan");
      await context.sync();
      return { ...before, later: visibility, gone: gone.isNullObject };
    });
    expect(seen).toMatchObject({
      name: "Tổng quan",
      tabColor: "#0F6CBD",
      showGridlines: false,
      position: 0,
      visibility: "Visible",
      later: "VeryHidden",
      gone: true,
    });
  });

  test.each(["", "Quý I/2026", "a".repeat(32), "'x", "[x]", "History"])("the name %j is refused", async (name) => {
    expect(await codeOf(onSheet(async (sheet, context) => ((sheet.name = name), context.sync())))).toBe("InvalidArgument");
  });

  test("a name is taken once, whatever its case", async () => {
    expect(await codeOf(run(async (context) => void context.workbook.worksheets.add("sheet1")))).toBe("ItemAlreadyExists");
  });

  test("a missing sheet is ItemNotFound, the last visible one cannot go", async () => {
    expect(await codeOf(run(async (context) => void context.workbook.worksheets.getItem("Không có").load("name")))).toBe("ItemNotFound");
  });

  test("rows and columns are frozen, told by their range", async () => {
    const address = await onSheet(async (sheet, context) => {
      sheet.freezePanes.freezeAt(sheet.getRange("A1:B3"));
      const location = sheet.freezePanes.getLocationOrNullObject();
      location.load("address");
      await context.sync();
      return location.address;
    });
    expect(address).toMatch(/!A1:B3$/);
  });

  test("a protected sheet refuses writing, not its unlocked cells", async () => {
    const codes = await onSheet(async (sheet, context) => {
      sheet.getRange("B2").format.protection.locked = false;
      sheet.protection.protect({ allowFormatCells: true });
      await context.sync();
      sheet.getRange("B2").values = [[1]];
      await context.sync();
      sheet.getRange("A1").values = [[1]];
      return codeOf(context.sync());
    });
    expect(codes).toBe("InvalidOperation");
  });
});

describe("ranges", () => {
  test("an array of another size is refused", async () => {
    expect(await codeOf(onSheet(async (sheet) => void (sheet.getRange("A1:B2").values = [[1, 2]])))).toBe("InvalidArgument");
  });

  test("an address that is none is refused", async () => {
    expect(await codeOf(onSheet(async (sheet) => void sheet.getRange("ZZZZ1").load("address")))).toBe("InvalidArgument");
  });

  test("an unknown name in load is refused", async () => {
    expect(await codeOf(onSheet(async (sheet) => void sheet.getRange("A1").load("valuez")))).toBe("InvalidArgument");
  });

  test("a member that is not implemented fails by its name", async () => {
    await expect(onSheet(async (sheet) => void sheet.getRange("A1:A9").removeDuplicates([0], true))).rejects.toMatchObject({
      code: "ApiNotFound",
      message: "stand-in host: Range.removeDuplicates() is not implemented",
    });
  });

  test("values are read as Excel reads input", async () => {
    const values = await onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:H1");
      sheet.getRange("H1").numberFormat = [["@"]];
      range.values = [["12.5", "85%", "'- Nâng cao", true, "", "#N/A", "Đạt", "007"]];
      range.load("values,valueTypes");
      await context.sync();
      return [range.values[0], range.valueTypes[0]];
    });
    expect(values).toEqual([
      [12.5, 0.85, "- Nâng cao", true, "", "#N/A", "Đạt", "007"],
      ["Double", "Double", "String", "Boolean", "Empty", "Error", "String", "String"],
    ]);
  });

  test.each(["- Nâng cao", "+84", "=SUM(A1"])("the text %j is read as a formula", async (text) => {
    const code = await codeOf(onSheet(async (sheet) => void (sheet.getRange("A1").values = [[text]])));
    expect(code).toBe(text === "+84" ? "no error" : "InvalidArgument");
  });

  test("null leaves a cell as it is, an empty text clears it", async () => {
    const values = await onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:C1");
      range.values = [[1, 2, 3]];
      range.values = [[null, "", 4]];
      range.load("values");
      await context.sync();
      return range.values;
    });
    expect(values).toEqual([[1, "", 4]]);
  });

  test("4,000 cells go in chunks of rows and come back", async () => {
    const rows = Array.from({ length: 800 }, (_, row) => Array.from({ length: 5 }, (__, column) => row * 5 + column));
    const read = await onSheet(async (sheet, context) => {
      const range = sheet.getRangeByIndexes(2, 1, 800, 5);
      range.values = rows;
      range.load("values");
      await context.sync();
      return range.values;
    });
    expect(read).toEqual(rows);
  });

  test("more than 5 MB in one request is RequestPayloadSizeLimitExceeded", async () => {
    const text = "x".repeat(30_000);
    const rows = Array.from({ length: 200 }, () => [text]);
    expect(await codeOf(onSheet(async (sheet) => void (sheet.getRange("A1:A200").values = rows)))).toBe("RequestPayloadSizeLimitExceeded");
  });

  test("alignment, wrapping, indent, borders, widths and heights are kept", async () => {
    const format = await onSheet(async (sheet, context) => {
      const range = sheet.getRange("B2:C4");
      Object.assign(range.format, {
        horizontalAlignment: "Center",
        verticalAlignment: "Top",
        wrapText: true,
        indentLevel: 2,
        columnWidth: 90,
        rowHeight: 30,
      });
      const edge = range.format.borders.getItem("InsideHorizontal");
      edge.style = "Continuous";
      edge.color = "#A0A0A0";
      range.format.font.set({ name: "Times New Roman", size: 13, italic: true, color: "#123456", underline: "Single" });
      range.load(
        "format/horizontalAlignment,format/verticalAlignment,format/wrapText,format/indentLevel,format/columnWidth,format/rowHeight,format/font",
      );
      edge.load("style,color,weight");
      await context.sync();
      return { ...range.toJSON().format, edge: edge.toJSON() };
    });
    expect(format).toMatchObject({
      horizontalAlignment: "Center",
      verticalAlignment: "Top",
      wrapText: true,
      indentLevel: 2,
      columnWidth: 90,
      rowHeight: 30,
      font: { name: "Times New Roman", size: 13, italic: true, color: "#123456", underline: "Single", bold: false },
      edge: { style: "Continuous", color: "#A0A0A0", weight: "Thin" },
    });
  });

  test("the format of a whole column holds for cells written later", async () => {
    const seen = await onSheet(async (sheet, context) => {
      sheet.getRange("C:C").format.font.bold = true;
      sheet.getRange().format.font.name = "Arial";
      sheet.getRange("C5").values = [["x"]];
      const cell = sheet.getRange("C5");
      cell.load("format/font/bold,format/font/name");
      await context.sync();
      return cell.toJSON().format;
    });
    expect(seen).toMatchObject({ font: { bold: true, name: "Arial" } });
  });

  test("several rectangles are formatted together", async () => {
    const color = await onSheet(async (sheet, context) => {
      sheet.getRanges("A1:A3,C1:C3").format.fill.color = "#FFFF00";
      const cell = sheet.getRange("C2");
      cell.load("format/fill/color");
      await context.sync();
      return cell.format.fill.color;
    });
    expect(color).toBe("#FFFF00");
  });

  test("a link inside the workbook is kept with its text", async () => {
    const link = await onSheet(async (sheet, context) => {
      const cell = sheet.getRange("A1");
      cell.hyperlink = { documentReference: "Sheet1!A1", screenTip: "Mở", textToDisplay: "Trang đầu" };
      cell.load("hyperlink,values");
      await context.sync();
      return { ...cell.hyperlink, value: cell.values[0]![0] };
    });
    expect(link).toEqual({ documentReference: "Sheet1!A1", screenTip: "Mở", textToDisplay: "Trang đầu", value: "Trang đầu" });
  });

  test("columns of cells are merged and grouped, not inside a table", async () => {
    const code = await onSheet(async (sheet, context) => {
      sheet.getRange("A1:D1").merge();
      sheet.getRange("3:5").group("ByRows");
      sheet.getRange("A10:B12").values = [
        ["a", "b"],
        [1, 2],
        [3, 4],
      ];
      sheet.tables.add("A10:B12", true);
      await context.sync();
      sheet.getRange("A11:B11").merge();
      return codeOf(context.sync());
    });
    expect(code).toBe("InvalidOperation");
  });
});

describe("names, parts and properties", () => {
  test("a defined name is read, hidden and used by formulas", async () => {
    const seen = await onSheet(async (sheet, context) => {
      sheet.getRange("A1").values = [[45_000]];
      const name = context.workbook.names.add("NgayXet_thu", sheet.getRange("A1"));
      name.visible = false;
      sheet.getRange("B1").formulas = [["=NgayXet_thu+1"]];
      const cell = sheet.getRange("B1");
      cell.load("values");
      name.load("formula,visible,type");
      const range = name.getRange();
      range.load("address");
      await context.sync();
      return [cell.values[0]![0], name.visible, name.type, range.address.endsWith("!A1"), name.formula.endsWith("!$A$1")];
    });
    expect(seen).toEqual([45_001, false, "Range", true, true]);
  });

  test.each(["KPI1", "R1C1", "hai từ", "1a", "R"])("the name %j is refused", async (name) => {
    expect(await codeOf(onSheet(async (sheet, context) => void context.workbook.names.add(name, sheet.getRange("A1"))))).toBe(
      "InvalidArgument",
    );
  });

  test("custom XML is found by its namespace", async () => {
    const seen = await run(async (context) => {
      const { customXmlParts } = context.workbook;
      customXmlParts.add('<s xmlns="urn:thu:1" version="1"><![CDATA[{"a":"ă"}]]></s>');
      const part = customXmlParts.getByNamespace("urn:thu:1").getOnlyItemOrNullObject();
      const none = customXmlParts.getByNamespace("urn:khac").getOnlyItemOrNullObject();
      const xml = part.getXml();
      await context.sync();
      part.delete();
      await context.sync();
      return [xml.value, none.isNullObject];
    });
    expect(seen).toEqual(['<s xmlns="urn:thu:1" version="1"><![CDATA[{"a":"ă"}]]></s>', true]);
  });

  test("properties and settings are kept", async () => {
    const seen = await run(async (context) => {
      const { properties, settings } = context.workbook;
      properties.title = "Sổ theo dõi";
      properties.custom.add("planId", "abc");
      settings.add("khoá", { a: 1 });
      const custom = properties.custom.getItem("PLANID");
      const setting = settings.getItemOrNullObject("khoá");
      properties.load("title");
      custom.load("value");
      setting.load("value");
      await context.sync();
      return [properties.title, custom.value, setting.value];
    });
    expect(seen).toEqual(["Sổ theo dõi", "abc", { a: 1 }]);
  });
});

describe("validations, rules, charts and pages", () => {
  test("a list from a range and a stopping message are kept", async () => {
    const seen = await onSheet(async (sheet, context) => {
      const cells = sheet.getRange("B2:B9");
      cells.dataValidation.rule = { list: { inCellDropDown: true, source: "=Sheet1!$A$1:$A$3" } };
      cells.dataValidation.errorAlert = { showAlert: true, style: "Stop", title: "Không đúng", message: "Chọn trong danh mục." };
      cells.dataValidation.prompt = { showPrompt: true, title: "Chọn", message: "Một đơn vị" };
      const one = sheet.getRange("B5").dataValidation;
      one.load("type,rule,errorAlert,prompt,ignoreBlanks");
      const out = sheet.getRange("C5").dataValidation;
      out.load("type");
      await context.sync();
      return { ...one.toJSON(), out: out.type };
    });
    expect(seen).toMatchObject({
      type: "List",
      rule: { list: { source: "=Sheet1!$A$1:$A$3", inCellDropDown: true } },
      errorAlert: { style: "Stop", title: "Không đúng", message: "Chọn trong danh mục.", showAlert: true },
      prompt: { title: "Chọn", message: "Một đơn vị" },
      out: "None",
    });
  });

  test("a list of more than 255 characters is refused", async () => {
    expect(
      await codeOf(
        onSheet(
          async (sheet) => void (sheet.getRange("A1").dataValidation.rule = { list: { inCellDropDown: true, source: "a".repeat(256) } }),
        ),
      ),
    ).toBe("InvalidArgument");
  });

  test("decimal and custom validations come back", async () => {
    const seen = await onSheet(async (sheet, context) => {
      sheet.getRange("A1").dataValidation.rule = { decimal: { formula1: 0, formula2: 1, operator: "Between" } };
      sheet.getRange("A2").dataValidation.rule = { custom: { formula: "=FALSE" } };
      const [first, second] = [sheet.getRange("A1").dataValidation, sheet.getRange("A2").dataValidation];
      first.load("type,rule");
      second.load("type,rule");
      await context.sync();
      return [first.toJSON(), second.toJSON()];
    });
    expect(seen).toMatchObject([
      { type: "Decimal", rule: { decimal: { formula1: "0", formula2: "1", operator: "Between" } } },
      { type: "Custom", rule: { custom: { formula: "=FALSE" } } },
    ]);
  });

  test("the newest conditional format is first; formulas and bars come back", async () => {
    const seen = await onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:A9");
      const rule = range.conditionalFormats.add("Custom");
      rule.custom.rule.formula = '=$A1="Trễ"';
      rule.custom.format.fill.color = "#FDE7E9";
      rule.custom.format.font.bold = true;
      const bar = range.conditionalFormats.add("DataBar");
      bar.dataBar.lowerBoundRule = { type: "Number", formula: "=0" };
      bar.dataBar.upperBoundRule = { type: "Number", formula: "=1" };
      bar.dataBar.positiveFormat.fillColor = "#9BD3FF";
      bar.dataBar.positiveFormat.gradientFill = false;
      range.conditionalFormats.load("items/type,items/priority");
      rule.load("custom/rule/formula,custom/format/fill/color,custom/format/font/bold");
      bar.load("dataBar/upperBoundRule,dataBar/positiveFormat/fillColor,dataBar/positiveFormat/gradientFill");
      await context.sync();
      return { types: range.conditionalFormats.items.map(({ type }) => type), rule: rule.custom.toJSON(), bar: bar.dataBar.toJSON() };
    });
    expect(seen).toMatchObject({
      types: ["DataBar", "Custom"],
      rule: { rule: { formula: '=$A1="Trễ"' }, format: { fill: { color: "#FDE7E9" }, font: { bold: true } } },
      bar: { upperBoundRule: { type: "Number", formula: "=1" }, positiveFormat: { fillColor: "#9BD3FF", gradientFill: false } },
    });
  });

  test("a chart knows its series, title and place", async () => {
    const seen = await onSheet(async (sheet, context) => {
      sheet.getRange("A1:C3").values = [
        ["", "Đạt", "Chưa"],
        ["Sở A", 3, 1],
        ["Sở B", 2, 4],
      ];
      const chart = sheet.charts.add("BarStacked", sheet.getRange("A1:C3"), "Columns");
      chart.name = "Kết quả";
      chart.title.text = "Kết quả theo đơn vị";
      chart.setPosition("E2", "J12");
      chart.legend.position = "Bottom";
      chart.axes.valueAxis.maximum = 10;
      const first = chart.series.getItemAt(0);
      first.format.fill.setSolidColor("#0F6CBD");
      first.load("name");
      chart.load("name,chartType,width,title/text");
      chart.series.load("count");
      chart.axes.valueAxis.load("maximum");
      await context.sync();
      return [
        chart.name,
        chart.chartType,
        chart.title.text,
        chart.series.count,
        first.name,
        chart.width > 100,
        chart.axes.valueAxis.maximum,
      ];
    });
    expect(seen).toEqual(["Kết quả", "BarStacked", "Kết quả theo đơn vị", 2, "Đạt", true, 10]);
  });

  test("the print set-up is kept", async () => {
    const seen = await onSheet(async (sheet, context) => {
      const page = sheet.pageLayout;
      page.orientation = "Landscape";
      page.paperSize = "A4";
      page.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
      page.setPrintMargins("Centimeters", { top: 2, left: 3 });
      page.setPrintArea("A1:F20");
      page.setPrintTitleRows("$1:$3");
      page.headersFooters.defaultForAllPages.centerFooter = "Trang &P/&N";
      sheet.horizontalPageBreaks.add("A11");
      page.load("orientation,topMargin,zoom,headersFooters/defaultForAllPages/centerFooter");
      const area = page.getPrintAreaOrNullObject();
      const rows = page.getPrintTitleRowsOrNullObject();
      area.load("address");
      rows.load("address");
      const breaks = sheet.horizontalPageBreaks.getCount();
      await context.sync();
      return [
        page.orientation,
        Math.round(page.topMargin * 10) / 10,
        page.zoom.horizontalFitToPages,
        area.address.split("!")[1],
        rows.address.split("!")[1],
        page.headersFooters.defaultForAllPages.centerFooter,
        breaks.value,
      ];
    });
    expect(seen).toEqual(["Landscape", 56.7, 1, "A1:F20", "1:3", "Trang &P/&N", 1]);
  });
});
