import { cellText } from "../workbook/formulaText";
import { BAR_EDGE } from "../workbook/styles";
import type { ChartSpec, SheetRange, SheetSpec } from "../workbook/workbookSpec";
import { rangeText } from "./a1";
import { step, type Step } from "./requests";
import type { SpecPrinter } from "./specPrinter";

const KINDS = {
  bar: "BarClustered",
  "stacked-bar": "BarStacked",
  column: "ColumnClustered",
  "stacked-column": "ColumnStacked",
  line: "Line",
  radar: "Radar",
  doughnut: "Doughnut",
} as const satisfies Record<ChartSpec["kind"], `${Excel.ChartType}`>;

/** Native charts of a sheet. Their alternative text has no place in the API up to ExcelApi 1.14; the title says what they show. */
export function renderCharts(sheet: SheetSpec, printer: SpecPrinter): readonly Step[] {
  return sheet.charts.map((chart) =>
    step(14 + chart.series.length * 12, chart, ({ workbook }) => addChart(workbook, sheet, chart, printer)),
  );
}

function addChart(workbook: Excel.Workbook, sheet: SheetSpec, spec: ChartSpec, printer: SpecPrinter): void {
  const rangeOf = ({ sheet: key, range }: SheetRange): Excel.Range =>
    workbook.worksheets.getItem(printer.sheetName(key)).getRange(rangeText(range));
  const first = spec.series[0];
  if (!first) return;
  const { rows, columns } = first.values.range;
  const chart = workbook.worksheets
    .getItem(sheet.name)
    .charts.add(KINDS[spec.kind], rangeOf(first.values), rows >= columns ? "Columns" : "Rows");
  chart.name = spec.name;
  chart.title.text = spec.title;
  chart.legend.visible = spec.series.length > 1 || spec.kind === "doughnut";
  chart.legend.position = "Bottom";
  const { row, column } = spec.at;
  chart.setPosition(cellText(row, column), cellText(row + spec.at.rows - 1, column + spec.at.columns - 1));
  spec.series.forEach(({ name, values, color, line }, index) => {
    const series = index === 0 ? chart.series.getItemAt(0) : chart.series.add(name);
    series.name = name;
    series.setValues(rangeOf(values));
    series.setXAxisValues(rangeOf(spec.categories));
    if (line) series.chartType = "Line";
    if (line || spec.kind === "line" || spec.kind === "radar") series.format.line.color = `#${color}`;
    else if (spec.kind !== "doughnut") {
      series.format.fill.setSolidColor(`#${color}`);
      series.format.line.color = `#${BAR_EDGE}`;
    }
  });
  if (spec.valueFormat !== undefined && spec.kind !== "doughnut") chart.axes.valueAxis.numberFormat = spec.valueFormat;
}
