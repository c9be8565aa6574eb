import { invalidArgument, itemNotFound, notImplemented } from "../hostError";
import {
  type Argument,
  defineType,
  type HostObject,
  isHostObject,
  type Json,
  type ObjectType,
  type PropertyDefinition,
} from "../hostObject";
import type { RangeAddress } from "../../workbook/workbookSpec";
import { booleanOf, choiceOf, colorOf, integerOf, numberOf, textOf } from "./arguments";
import { type Book, type Cells, type ChartModel, type SeriesModel, type SheetHandle, worksheetObject } from "./book";
import { areaOf, findCells } from "./cellsAccess";

const TYPES = [
  "ColumnClustered",
  "ColumnStacked",
  "ColumnStacked100",
  "BarClustered",
  "BarStacked",
  "BarStacked100",
  "Line",
  "LineMarkers",
  "Radar",
  "RadarMarkers",
  "RadarFilled",
  "Pie",
  "Doughnut",
  "Area",
  "XYScatter",
] as const;

interface ChartHandle extends SheetHandle {
  readonly chart: ChartModel;
}

interface SeriesHandle extends ChartHandle {
  readonly series: SeriesModel;
}

/** A part of a chart or series whose settings are only kept. */
interface PartHandle {
  readonly settings: Map<string, Json>;
  readonly path: string;
}

const chartsOf = ({ book, sheetId }: SheetHandle): ChartModel[] => book.extrasOf(sheetId).charts;
const object = (sheet: SheetHandle, chart: ChartModel): HostObject => ({ type: "Chart", self: { ...sheet, chart } satisfies ChartHandle });

/** Series of a source range: the first row names them, the first column has the categories, when they hold text. */
function seriesFrom(cells: Cells, seriesBy: string): SeriesModel[] {
  const { book, sheetId } = cells;
  const area = areaOf(cells);
  const at = (row: number, column: number): unknown => book.grid.cell(sheetId, area.row + row, area.column + column)?.v;
  const byRows = seriesBy === "Rows" || (seriesBy === "Auto" && area.columns > area.rows);
  const headerRow = area.rows > 1 && typeof at(0, area.columns - 1) === "string" ? 1 : 0;
  const headerColumn = area.columns > 1 && typeof at(area.rows - 1, 0) === "string" ? 1 : 0;
  const part = (row: number, column: number, rows: number, columns: number): Cells => ({
    book,
    sheetId,
    areas: [{ row: area.row + row, column: area.column + column, rows, columns }],
  });
  const count = byRows ? area.rows - headerRow : area.columns - headerColumn;
  const length = byRows ? area.columns - headerColumn : area.rows - headerRow;
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const values = byRows ? part(headerRow + index, headerColumn, 1, length) : part(headerRow, headerColumn + index, length, 1);
    const categories = byRows
      ? headerRow
        ? part(0, headerColumn, 1, length)
        : undefined
      : headerColumn
        ? part(headerRow, 0, length, 1)
        : undefined;
    const name = byRows ? (headerColumn ? at(headerRow + index, 0) : undefined) : headerRow ? at(0, headerColumn + index) : undefined;
    return {
      name: name === undefined ? `Series${index + 1}` : String(name),
      values,
      ...(categories ? { categories } : {}),
      settings: new Map<string, Json>(),
    };
  });
}

function add(sheet: SheetHandle, [type, source, seriesBy]: readonly Argument[]): HostObject {
  if (!isHostObject(source) || source.type !== "Range") throw invalidArgument();
  const kind = choiceOf(type, TYPES);
  const charts = chartsOf(sheet);
  const chart: ChartModel = {
    id: sheet.book.newId(),
    name: `Chart ${charts.length + 1}`,
    type: kind,
    left: 0,
    top: 0,
    width: 360,
    height: 216,
    title: { text: "", visible: true },
    legend: { position: "Bottom", visible: true },
    series: seriesFrom(
      source.self as Cells,
      seriesBy === null || seriesBy === undefined ? "Auto" : choiceOf(seriesBy, ["Auto", "Columns", "Rows"]),
    ),
    settings: new Map(),
  };
  charts.push(chart);
  sheet.book.onChartsChanged(sheet.sheetId);
  return object(sheet, chart);
}

/** ChartCollection of a sheet. */
export const CHARTS: ObjectType = defineType<SheetHandle>({
  name: "ChartCollection",
  properties: { Count: { get: (sheet) => chartsOf(sheet).length } },
  items: (sheet) => chartsOf(sheet).map((chart) => object(sheet, chart)),
  indexer: (sheet, [name]) => getItem(sheet, name),
  methods: {
    Add: add,
    GetItem: (sheet, [name]) => getItem(sheet, name),
    GetItemAt: (sheet, [index]) => {
      const chart = chartsOf(sheet)[integerOf(index)];
      if (!chart) throw invalidArgument();
      return object(sheet, chart);
    },
    GetItemOrNullObject: (sheet, [name]) => {
      const chart = chartsOf(sheet).find((item) => item.name === name || item.id === name);
      return chart ? object(sheet, chart) : null;
    },
    GetCount: (sheet) => chartsOf(sheet).length,
  },
});

function getItem(sheet: SheetHandle, name: Argument): HostObject {
  const chart = chartsOf(sheet).find((item) => item.name === textOf(name) || item.id === name);
  if (!chart) throw itemNotFound();
  return object(sheet, chart);
}

function set<K extends "left" | "top" | "width" | "height">(key: K): PropertyDefinition<ChartHandle> {
  return {
    get: ({ chart }) => chart[key],
    set: (handle, value) => {
      const number = numberOf(value ?? undefined);
      if (number < 0) throw invalidArgument();
      handle.chart[key] = number;
      handle.book.onChartsChanged(handle.sheetId);
    },
  };
}

function pointsTo(book: Book, sheetId: string, axis: "rows" | "columns", index: number): number {
  const sheet = book.grid.sheet(sheetId)!;
  let sum = 0;
  for (let line = 0; line < Math.min(index, 20_000); line++) sum += axis === "rows" ? sheet.getRowHeight(line) : sheet.getColumnWidth(line);
  return sum * 0.75;
}

function place(handle: ChartHandle, [from, to]: readonly Argument[]): void {
  const area = (value: Argument): RangeAddress =>
    areaOf(isHostObject(value) ? (value.self as Cells) : findCells(handle.book, handle.sheetId, textOf(value)));
  const first = area(from);
  const last = to === null || to === undefined ? first : area(to);
  const { book, sheetId, chart } = handle;
  chart.left = pointsTo(book, sheetId, "columns", first.column);
  chart.top = pointsTo(book, sheetId, "rows", first.row);
  chart.width = pointsTo(book, sheetId, "columns", last.column + last.columns) - chart.left;
  chart.height = pointsTo(book, sheetId, "rows", last.row + last.rows) - chart.top;
  book.onChartsChanged(sheetId);
}

const partOf =
  (type: string, settings: (handle: never) => Map<string, Json>, path: string) =>
  (handle: unknown): HostObject => ({ type, self: { settings: settings(handle as never), path } satisfies PartHandle });
const ofChart = (type: string, path: string): ((handle: ChartHandle) => HostObject) =>
  partOf(type, ({ chart }: ChartHandle) => chart.settings, path);
const ofSeries = (type: string, path: string): ((handle: SeriesHandle) => HostObject) =>
  partOf(type, ({ series }: SeriesHandle) => series.settings, path);
const below =
  (type: string, name: string) =>
  (handle: PartHandle): HostObject => ({ type, self: { settings: handle.settings, path: `${handle.path}.${name}` } });
const keptValue = (name: string, fallback: Json = null): PropertyDefinition<PartHandle> => ({
  get: ({ settings, path }) => settings.get(`${path}.${name}`) ?? fallback,
  set: ({ settings, path }, value) => void settings.set(`${path}.${name}`, value),
});

/** Chart. */
export const CHART: ObjectType = defineType<ChartHandle>({
  name: "Chart",
  id: ({ chart }) => chart.id,
  properties: {
    Id: { get: ({ chart }) => chart.id },
    Name: {
      get: ({ chart }) => chart.name,
      set: (handle, value) => {
        const name = textOf(value ?? undefined);
        if (chartsOf(handle).some((other) => other !== handle.chart && other.name === name)) throw invalidArgument();
        handle.chart.name = name;
      },
    },
    ChartType: {
      get: ({ chart }) => chart.type,
      set: ({ chart }, value) => {
        chart.type = choiceOf(value ?? undefined, TYPES);
      },
    },
    Left: set("left"),
    Top: set("top"),
    Width: set("width"),
    Height: set("height"),
    PlotBy: { get: () => "Columns" },
    PlotVisibleOnly: chartKept("PlotVisibleOnly", true),
    DisplayBlanksAs: chartKept("DisplayBlanksAs", "NotPlotted"),
    Style: chartKept("Style", 201),
  },
  navigation: {
    Worksheet: ({ book, sheetId }) => worksheetObject(book, sheetId),
    Series: (handle) => ({ type: "ChartSeriesCollection", self: handle }),
    Title: (handle) => ({ type: "ChartTitle", self: handle }),
    Legend: (handle) => ({ type: "ChartLegend", self: handle }),
    Axes: ofChart("ChartAxes", "Axes"),
    DataLabels: ofChart("ChartDataLabels", "DataLabels"),
    Format: ofChart("ChartAreaFormat", "Format"),
    PlotArea: ofChart("ChartPlotArea", "PlotArea"),
  },
  methods: {
    SetPosition: place,
    SetData: (handle, [source, seriesBy]) => {
      if (!isHostObject(source)) throw invalidArgument();
      handle.chart.series = seriesFrom(
        source.self as Cells,
        seriesBy === null || seriesBy === undefined ? "Auto" : choiceOf(seriesBy, ["Auto", "Columns", "Rows"]),
      );
      handle.book.onChartsChanged(handle.sheetId);
    },
    Delete: (handle) => {
      const charts = chartsOf(handle);
      charts.splice(charts.indexOf(handle.chart), 1);
      handle.book.onChartsChanged(handle.sheetId);
    },
    Activate: () => null,
    GetImage: () => {
      throw notImplemented("Chart.getImage()");
    },
  },
});

function chartKept(name: string, fallback: Json): PropertyDefinition<ChartHandle> {
  return { get: ({ chart }) => chart.settings.get(name) ?? fallback, set: ({ chart }, value) => void chart.settings.set(name, value) };
}

/** ChartTitle. */
export const CHART_TITLE: ObjectType = defineType<ChartHandle>({
  name: "ChartTitle",
  properties: {
    Text: {
      get: ({ chart }) => chart.title.text,
      set: ({ chart, book, sheetId }, value) => {
        chart.title.text = textOf(value ?? undefined);
        book.onChartsChanged(sheetId);
      },
    },
    Visible: {
      get: ({ chart }) => chart.title.visible,
      set: ({ chart }, value) => void (chart.title.visible = booleanOf(value ?? undefined)),
    },
    Overlay: chartKept("Title.Overlay", false),
  },
  navigation: { Format: ofChart("ChartTitleFormat", "Title.Format") },
});

/** ChartLegend. */
export const CHART_LEGEND: ObjectType = defineType<ChartHandle>({
  name: "ChartLegend",
  properties: {
    Visible: {
      get: ({ chart }) => chart.legend.visible,
      set: ({ chart }, value) => void (chart.legend.visible = booleanOf(value ?? undefined)),
    },
    Position: {
      get: ({ chart }) => chart.legend.position,
      set: ({ chart }, value) =>
        void (chart.legend.position = choiceOf(value ?? undefined, ["Top", "Bottom", "Left", "Right", "Corner", "Custom"])),
    },
    Overlay: chartKept("Legend.Overlay", false),
  },
  navigation: { Format: ofChart("ChartLegendFormat", "Legend.Format") },
});

const seriesObject = (handle: ChartHandle, series: SeriesModel): HostObject => ({
  type: "ChartSeries",
  self: { book: handle.book, sheetId: handle.sheetId, chart: handle.chart, series } satisfies SeriesHandle,
});

/** ChartSeriesCollection. */
export const CHART_SERIES_LIST: ObjectType = defineType<ChartHandle>({
  name: "ChartSeriesCollection",
  properties: { Count: { get: ({ chart }) => chart.series.length } },
  items: (handle) => handle.chart.series.map((series) => seriesObject(handle, series)),
  methods: {
    Add: (handle, [name, index]) => {
      const series: SeriesModel = {
        name: name === null || name === undefined ? `Series${handle.chart.series.length + 1}` : textOf(name),
        settings: new Map(),
      };
      handle.chart.series.splice(index === null || index === undefined ? handle.chart.series.length : integerOf(index), 0, series);
      handle.book.onChartsChanged(handle.sheetId);
      return seriesObject(handle, series);
    },
    GetCount: ({ chart }) => chart.series.length,
    GetItemAt: (handle, [index]) => {
      const series = handle.chart.series[integerOf(index)];
      if (!series) throw invalidArgument();
      return seriesObject(handle, series);
    },
  },
});

const seriesKept = (name: string, fallback: Json): PropertyDefinition<SeriesHandle> => ({
  get: ({ series }) => series.settings.get(name) ?? fallback,
  set: ({ series }, value) => void series.settings.set(name, value),
});

function setCells(key: "values" | "categories") {
  return (handle: SeriesHandle, [source]: readonly Argument[]): void => {
    if (!isHostObject(source) || source.type !== "Range") throw invalidArgument();
    handle.series[key] = source.self as Cells;
    handle.book.onChartsChanged(handle.sheetId);
  };
}

/** ChartSeries. */
export const CHART_SERIES: ObjectType = defineType<SeriesHandle>({
  name: "ChartSeries",
  properties: {
    Name: { get: ({ series }) => series.name, set: ({ series }, value) => void (series.name = textOf(value ?? undefined)) },
    ChartType: {
      get: ({ series, chart }) => series.type ?? chart.type,
      set: ({ series }, value) => void (series.type = choiceOf(value ?? undefined, TYPES)),
    },
    GapWidth: seriesKept("GapWidth", 150),
    Overlap: seriesKept("Overlap", 0),
    HasDataLabels: seriesKept("HasDataLabels", false),
    MarkerStyle: seriesKept("MarkerStyle", "Automatic"),
    MarkerSize: seriesKept("MarkerSize", 5),
    MarkerBackgroundColor: seriesKept("MarkerBackgroundColor", ""),
    MarkerForegroundColor: seriesKept("MarkerForegroundColor", ""),
    Smooth: seriesKept("Smooth", false),
    AxisGroup: seriesKept("AxisGroup", "Primary"),
    DoughnutHoleSize: seriesKept("DoughnutHoleSize", 50),
    FirstSliceAngle: seriesKept("FirstSliceAngle", 0),
    VaryByCategories: seriesKept("VaryByCategories", false),
    InvertIfNegative: seriesKept("InvertIfNegative", false),
    PlotOrder: seriesKept("PlotOrder", 1),
  },
  navigation: {
    Format: (handle) => ({ type: "ChartSeriesFormat", self: handle }),
    DataLabels: ofSeries("ChartDataLabels", "DataLabels"),
    Points: (handle) => ({ type: "ChartPointsCollection", self: handle }),
  },
  methods: {
    SetValues: setCells("values"),
    SetXAxisValues: setCells("categories"),
    Delete: ({ chart, series, book, sheetId }) => {
      chart.series.splice(chart.series.indexOf(series), 1);
      book.onChartsChanged(sheetId);
    },
  },
});

/** ChartSeriesFormat. */
export const SERIES_FORMAT: ObjectType = defineType<SeriesHandle>({
  name: "ChartSeriesFormat",
  navigation: { Fill: (handle) => ({ type: "ChartSeriesFill", self: handle }), Line: ofSeries("ChartLineFormat", "Format.Line") },
});

/** ChartFill of a series. */
export const SERIES_FILL: ObjectType = defineType<SeriesHandle>({
  name: "ChartSeriesFill",
  methods: {
    SetSolidColor: (handle, [color]) => {
      handle.series.color = colorOf(color);
      handle.book.onChartsChanged(handle.sheetId);
    },
    Clear: ({ series }) => void (series.color = undefined),
  },
});

/** ChartPointsCollection: points whose own colours are kept. */
export const CHART_POINTS: ObjectType = defineType<SeriesHandle>({
  name: "ChartPointsCollection",
  properties: { Count: { get: ({ series }) => (series.values ? areaOf(series.values).rows * areaOf(series.values).columns : 0) } },
  methods: {
    GetItemAt: (handle, [index]) => ({
      type: "ChartPoint",
      self: { settings: handle.series.settings, path: `Points.${integerOf(index)}` } satisfies PartHandle,
    }),
  },
});

const part = (
  name: string,
  properties: Readonly<Record<string, Json>>,
  navigation: Readonly<Record<string, string>> = {},
  more: Partial<ObjectType<PartHandle>> = {},
): ObjectType =>
  defineType<PartHandle>({
    name,
    properties: Object.fromEntries(Object.entries(properties).map(([key, fallback]) => [key, keptValue(key, fallback)])),
    navigation: Object.fromEntries(Object.entries(navigation).map(([key, type]) => [key, below(type, key)])),
    ...more,
  });

/** Parts of charts whose settings are kept as they are set. */
export const CHART_PARTS: readonly ObjectType[] = [
  part("ChartAxes", {}, { CategoryAxis: "ChartAxis", ValueAxis: "ChartAxis", SeriesAxis: "ChartAxis" }),
  part(
    "ChartAxis",
    {
      Maximum: "",
      Minimum: "",
      MajorUnit: "",
      MinorUnit: "",
      NumberFormat: "General",
      ReversePlotOrder: false,
      Visible: true,
      TickLabelPosition: "NextToAxis",
      MajorTickMark: "None",
      TickLabelSpacing: "",
      DisplayUnit: "None",
    },
    { MajorGridlines: "ChartGridlines", MinorGridlines: "ChartGridlines", Title: "ChartAxisTitle", Format: "ChartAxisFormat" },
  ),
  part("ChartGridlines", { Visible: true }, { Format: "ChartGridlinesFormat" }),
  part("ChartGridlinesFormat", {}, { Line: "ChartLineFormat" }),
  part("ChartAxisTitle", { Text: "", Visible: false }, { Format: "ChartAxisTitleFormat" }),
  part("ChartAxisTitleFormat", {}, { Font: "ChartFont" }),
  part("ChartAxisFormat", {}, { Font: "ChartFont", Line: "ChartLineFormat" }),
  part(
    "ChartDataLabels",
    {
      ShowValue: false,
      ShowSeriesName: false,
      ShowCategoryName: false,
      ShowPercentage: false,
      ShowLegendKey: false,
      Position: "BestFit",
      NumberFormat: "General",
      Separator: ",",
    },
    { Format: "ChartDataLabelFormat" },
  ),
  part("ChartDataLabelFormat", {}, { Font: "ChartFont", Fill: "ChartFill" }),
  part("ChartTitleFormat", {}, { Font: "ChartFont" }),
  part("ChartLegendFormat", {}, { Font: "ChartFont" }),
  part("ChartAreaFormat", {}, { Font: "ChartFont", Fill: "ChartFill", Border: "ChartBorder" }),
  part("ChartPlotArea", { Left: 0, Top: 0, Width: 0, Height: 0 }, { Format: "ChartPlotAreaFormat" }),
  part("ChartPlotAreaFormat", {}, { Fill: "ChartFill" }),
  part("ChartPoint", { HasDataLabel: false }, { Format: "ChartPointFormat" }),
  part("ChartPointFormat", {}, { Fill: "ChartFill" }),
  part("ChartFont", { Name: "Calibri", Size: 10, Bold: false, Italic: false, Color: "#000000", Underline: "None" }),
  part("ChartLineFormat", { Color: "", LineStyle: "Automatic", Weight: 2 }),
  part("ChartBorder", { Color: "", LineStyle: "Automatic", Weight: 1 }),
  part(
    "ChartFill",
    {},
    {},
    {
      methods: {
        SetSolidColor: ({ settings, path }: PartHandle, [color]: readonly Argument[]) => void settings.set(`${path}.Color`, colorOf(color)),
        Clear: ({ settings, path }: PartHandle) => void settings.delete(`${path}.Color`),
      },
    },
  ),
];
