import type { Cells, ChartModel } from "../excelObjects/book";
import { areaOf } from "../excelObjects/cellsAccess";
import { textOf, valueOf } from "../excelObjects/cellValues";

/** Shape in which a chart is drawn. */
export type ChartShape = "column" | "stacked-column" | "bar" | "stacked-bar" | "line" | "radar" | "doughnut";

/** What a chart shows now. */
export interface ChartData {
  readonly shape: ChartShape;
  readonly title: string;
  readonly legend: boolean;
  readonly categories: readonly string[];
  readonly series: readonly {
    readonly name: string;
    readonly color: string;
    readonly line: boolean;
    readonly values: readonly (number | null)[];
  }[];
  /** Number format of the value axis. */
  readonly format: string;
}

/** Colours of series that have none of their own; they keep apart in grey. */
const PALETTE = ["#0F6CBD", "#F2A65A", "#5B8C5A", "#8E562E", "#A4A6AC", "#4F3B78"];

const SHAPES: readonly (readonly [string, ChartShape])[] = [
  ["ColumnStacked", "stacked-column"],
  ["Column", "column"],
  ["BarStacked", "stacked-bar"],
  ["Bar", "bar"],
  ["Line", "line"],
  ["Radar", "radar"],
  ["Doughnut", "doughnut"],
  ["Pie", "doughnut"],
];

function cellsOf(cells: Cells | undefined): { text: string; number: number | null }[] {
  if (!cells) return [];
  const { book, sheetId } = cells;
  const area = areaOf(cells);
  return Array.from({ length: Math.min(400, area.rows * area.columns) }, (_, index) => {
    const row = area.row + Math.floor(index / area.columns);
    const column = area.column + (index % area.columns);
    const cell = book.grid.cell(sheetId, row, column);
    const value = valueOf(cell);
    return {
      text: textOf(cell, book.grid.styleOf(sheetId, row, column).n?.pattern ?? "General"),
      number: typeof value === "number" ? value : null,
    };
  });
}

/** Reads what a chart shows from the cells as they are now. */
export function chartData(chart: ChartModel): ChartData {
  const shape = SHAPES.find(([start]) => chart.type.startsWith(start))?.[1] ?? "column";
  const categories = cellsOf(chart.series.find((series) => series.categories)?.categories).map(({ text }) => text);
  return {
    shape,
    title: chart.title.visible ? chart.title.text : "",
    legend: chart.legend.visible && (chart.series.length > 1 || shape === "doughnut"),
    categories,
    format: String(chart.settings.get("Axes.ValueAxis.NumberFormat") ?? "General"),
    series: chart.series.map((series, index) => ({
      name: series.name,
      color: series.color ?? PALETTE[index % PALETTE.length]!,
      line: (series.type ?? "").startsWith("Line"),
      values: cellsOf(series.values).map(({ number }) => number),
    })),
  };
}

/** Colour of a slice or category without a colour of its own. */
export function paletteColor(index: number): string {
  return PALETTE[index % PALETTE.length]!;
}
