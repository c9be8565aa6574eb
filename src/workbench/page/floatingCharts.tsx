import { type ReactElement, useSyncExternalStore } from "react";
import type { ExcelHost } from "../excelHost";
import { ChartFigure } from "./ChartFigure";
import { chartData } from "./chartData";

/** Pixels of one point. */
const PIXELS = 4 / 3;
const ROW_HEADINGS = 46;
const COLUMN_HEADINGS = 20;
const COMPONENT = "WorkbenchChart";

interface FloatingSheet {
  getSheetId(): string;
  addFloatDomToPosition(
    layer: {
      componentKey: string;
      initPosition: { startX: number; endX: number; startY: number; endY: number };
      data: { chart: string };
      allowTransform: boolean;
    },
    id: string,
  ): { id: string; dispose(): void } | null;
}

/** Draws the charts of the sheet that is shown over the grid, from the cells' values as they change. */
export function showCharts(host: ExcelHost): void {
  const { book, grid } = host;
  const listeners = new Set<() => void>();
  let version = 0;
  let scheduled = false;
  const floating = new Map<string, { dispose(): void; place: string }>();
  let shownSheet = "";

  const bump = (): void => {
    if (scheduled) return;
    scheduled = true;
    setTimeout(() => {
      scheduled = false;
      version++;
      place();
      for (const listener of listeners) listener();
    }, 150);
  };

  function LiveChart({ data }: { readonly data?: { readonly chart: string } }): ReactElement | null {
    useSyncExternalStore(
      (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      () => version,
    );
    const chart = grid
      .sheets()
      .flatMap((sheet) => book.extrasOf(sheet.getSheetId()).charts)
      .find(({ id }) => id === data?.chart);
    return chart ? <ChartFigure data={chartData(chart)} width={chart.width * PIXELS} height={chart.height * PIXELS} /> : null;
  }

  function place(): void {
    const sheet = grid.instance.api.getActiveWorkbook()?.getActiveSheet() as unknown as FloatingSheet | undefined;
    if (!sheet) return;
    const sheetId = sheet.getSheetId();
    const charts = book.extrasOf(sheetId).charts;
    if (sheetId !== shownSheet) {
      for (const { dispose } of floating.values()) dispose();
      floating.clear();
      shownSheet = sheetId;
    }
    for (const [id, { dispose }] of floating) {
      const chart = charts.find((item) => item.id === id);
      if (chart && floating.get(id)!.place === placeOf(chart)) continue;
      dispose();
      floating.delete(id);
    }
    for (const chart of charts) {
      if (floating.has(chart.id) || chart.width < 10 || chart.height < 10) continue;
      // Positions count from the corner of the canvas, which holds the row and column headings.
      const [left, top] = [chart.left * PIXELS + ROW_HEADINGS, chart.top * PIXELS + COLUMN_HEADINGS];
      const position = { startX: left, endX: left + chart.width * PIXELS, startY: top, endY: top + chart.height * PIXELS };
      const layer = sheet.addFloatDomToPosition(
        { componentKey: COMPONENT, initPosition: position, data: { chart: chart.id }, allowTransform: false },
        `chart-${chart.id}`,
      );
      if (layer) floating.set(chart.id, { dispose: () => layer.dispose(), place: placeOf(chart) });
    }
  }

  const { api } = grid.instance;
  (api as unknown as { registerComponent(name: string, component: unknown): void }).registerComponent(COMPONENT, LiveChart);
  grid.onCommand((id) => {
    if (id === "sheet.mutation.set-range-values" || id === "sheet.operation.set-worksheet-active" || id === "sheet.mutation.remove-sheet")
      bump();
  });
  book.onChartsChanged = bump;
}

const placeOf = ({
  left,
  top,
  width,
  height,
}: {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}): string => [left, top, width, height].join();
