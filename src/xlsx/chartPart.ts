import type { ChartFile, ChartValues } from "./sheetFile";
import { NAMESPACES, XML_HEAD, attributes, escapeText } from "./xml";

/** Colours of the slices of a doughnut; they keep apart in grey print. */
const SLICES = ["1F4E79", "C00000", "A9D18E", "BF8F00", "7030A0", "9DC3E6", "C55A11", "BFBFBF"];

/** Edge of bars, so that light ones are seen on paper; the open workbook draws the same. */
const BAR_EDGE = "7F7F7F";

const AXES = '<c:axId val="111111111"/><c:axId val="222222222"/>';
const SMALL_TEXT = '<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1000"/></a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>';

type Series = ChartFile["series"][number];

const fill = (color: string): string => `<a:solidFill><a:srgbClr val="${color}"/></a:solidFill>`;

function cache(tag: "strCache" | "numCache", values: ChartValues["values"], format?: string): string {
  const points = values
    .map((value, i) => {
      const shown = tag === "numCache" ? (typeof value === "number" ? String(value) : "") : typeof value === "object" ? "" : String(value);
      return shown === "" ? "" : `<c:pt idx="${i}"><c:v>${escapeText(shown)}</c:v></c:pt>`;
    })
    .join("");
  const code = format === undefined ? "" : `<c:formatCode>${escapeText(format)}</c:formatCode>`;
  return `<c:${tag}>${code}<c:ptCount val="${values.length}"/>${points}</c:${tag}>`;
}

/** One series; `order` is its place in the whole chart, `drawn` how it is drawn. */
function seriesXml(chart: ChartFile, series: Series, order: number, drawn: "bars" | "line" | "radar" | "doughnut"): string {
  const format = chart.valueFormat ?? "General";
  const line = `<c:spPr><a:ln w="28575" cap="rnd">${fill(series.color)}<a:round/></a:ln></c:spPr>`;
  const marker = `<c:marker><c:symbol val="circle"/><c:size val="5"/><c:spPr>${fill(series.color)}</c:spPr></c:marker>`;
  const slices = series.values.values
    .map(
      (_, i) =>
        `<c:dPt><c:idx val="${i}"/><c:bubble3D val="0"/><c:spPr>${fill(SLICES[i % SLICES.length]!)}<a:ln w="9525">${fill("FFFFFF")}</a:ln></c:spPr></c:dPt>`,
    )
    .join("");
  const look =
    drawn === "doughnut"
      ? slices
      : drawn === "bars"
        ? `<c:spPr>${fill(series.color)}<a:ln w="6350">${fill(BAR_EDGE)}</a:ln></c:spPr><c:invertIfNegative val="0"/>`
        : line + marker;
  return (
    `<c:ser><c:idx val="${order}"/><c:order val="${order}"/><c:tx><c:v>${escapeText(series.name)}</c:v></c:tx>${look}` +
    `<c:cat><c:strRef><c:f>${escapeText(chart.categories.reference)}</c:f>${cache("strCache", chart.categories.values)}</c:strRef></c:cat>` +
    `<c:val><c:numRef><c:f>${escapeText(series.values.reference)}</c:f>${cache("numCache", series.values.values, format)}</c:numRef></c:val>` +
    `${drawn === "line" ? '<c:smooth val="0"/>' : ""}</c:ser>`
  );
}

function plotXml(chart: ChartFile): string {
  const all = (drawn: "bars" | "line" | "radar" | "doughnut", which: (series: Series) => boolean): string =>
    chart.series.map((series, i) => (which(series) ? seriesXml(chart, series, i, drawn) : "")).join("");
  const lines = (which: (series: Series) => boolean): string =>
    `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${all("line", which)}<c:marker val="1"/>${AXES}</c:lineChart>`;
  switch (chart.kind) {
    case "doughnut":
      return `<c:doughnutChart><c:varyColors val="1"/>${all("doughnut", () => true)}<c:firstSliceAng val="0"/><c:holeSize val="55"/></c:doughnutChart>`;
    case "radar":
      return `<c:radarChart><c:radarStyle val="marker"/><c:varyColors val="0"/>${all("radar", () => true)}${AXES}</c:radarChart>`;
    case "line":
      return lines(() => true);
    default: {
      const stacked = chart.kind.startsWith("stacked");
      const direction = chart.kind.endsWith("bar") ? "bar" : "col";
      const bars =
        `<c:barChart><c:barDir val="${direction}"/><c:grouping val="${stacked ? "stacked" : "clustered"}"/><c:varyColors val="0"/>` +
        `${all("bars", (series) => !series.line)}<c:gapWidth val="60"/>${stacked ? '<c:overlap val="100"/>' : ""}${AXES}</c:barChart>`;
      return bars + (chart.series.some((series) => series.line) ? lines((series) => series.line === true) : "");
    }
  }
}

function axesXml(chart: ChartFile): string {
  if (chart.kind === "doughnut") return "";
  const sideways = chart.kind.endsWith("bar");
  const fromZero = chart.series.every((series) => series.values.values.every((value) => typeof value !== "number" || value >= 0));
  const format = escapeText(chart.valueFormat ?? "General");
  return (
    `<c:catAx><c:axId val="111111111"/><c:scaling><c:orientation val="${sideways ? "maxMin" : "minMax"}"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${sideways ? "l" : "b"}"/>${chart.kind === "radar" ? "<c:majorGridlines/>" : ""}<c:numFmt formatCode="General" sourceLinked="0"/>` +
    `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${SMALL_TEXT}<c:crossAx val="222222222"/>` +
    `<c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>` +
    `<c:valAx><c:axId val="222222222"/><c:scaling><c:orientation val="minMax"/>${fromZero ? '<c:min val="0"/>' : ""}</c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${sideways ? "b" : "l"}"/><c:majorGridlines><c:spPr><a:ln w="6350">${fill("D9D9D9")}</a:ln></c:spPr></c:majorGridlines>` +
    `<c:numFmt formatCode="${format}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>` +
    `${SMALL_TEXT}<c:crossAx val="111111111"/><c:crosses val="${sideways ? "max" : "autoZero"}"/><c:crossBetween val="between"/></c:valAx>`
  );
}

/** One chart part, with the values that stand in its cells, because programs draw from them before they compute. */
export function chartXml(chart: ChartFile): string {
  const title =
    '<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr>' +
    `<a:r><a:rPr lang="vi-VN" sz="1200" b="1"/><a:t>${escapeText(chart.title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
  const legend = chart.series.length > 1 || chart.kind === "doughnut";
  return (
    `${XML_HEAD}<c:chartSpace xmlns:c="${NAMESPACES.chart}" xmlns:a="${NAMESPACES.drawing}" xmlns:r="${NAMESPACES.relationships}">` +
    `<c:date1904 val="0"/><c:lang val="vi-VN"/><c:roundedCorners val="0"/><c:chart>${title}<c:autoTitleDeleted val="0"/>` +
    `<c:plotArea><c:layout/>${plotXml(chart)}${axesXml(chart)}</c:plotArea>` +
    (legend ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>` : "") +
    `<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>` +
    `<c:spPr>${fill("FFFFFF")}<a:ln w="9525">${fill("D9D9D9")}</a:ln></c:spPr></c:chartSpace>`
  );
}

/** The drawing part of a sheet: where its charts lie, with their names and alternative texts. `ids` are their relationships. */
export function drawingXml(charts: readonly ChartFile[], ids: readonly string[]): string {
  const corner = (tag: string, row: number, column: number): string =>
    `<xdr:${tag}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${tag}>`;
  const anchors = charts.map(
    (chart, i) =>
      `<xdr:twoCellAnchor>${corner("from", chart.at.row, chart.at.column)}` +
      corner("to", chart.at.row + chart.at.rows, chart.at.column + chart.at.columns) +
      `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr${attributes({ id: i + 2, name: chart.name, descr: chart.description })}/>` +
      `<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>` +
      `<a:graphic><a:graphicData uri="${NAMESPACES.chart}"><c:chart xmlns:c="${NAMESPACES.chart}" r:id="${ids[i]}"/></a:graphicData></a:graphic>` +
      `</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`,
  );
  return (
    `${XML_HEAD}<xdr:wsDr xmlns:xdr="${NAMESPACES.spreadsheetDrawing}" xmlns:a="${NAMESPACES.drawing}" xmlns:r="${NAMESPACES.relationships}">` +
    `${anchors.join("")}</xdr:wsDr>`
  );
}
