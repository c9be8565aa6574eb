import {
  BooleanNumber,
  ICommandService,
  type ICellData,
  type IRange,
  type IStyleData,
  IUniverInstanceService,
  mergeWorksheetSnapshotWithDefault,
  type IWorkbookData,
  UniverInstanceType,
  type Workbook,
  type Worksheet,
} from "@univerjs/core";
import {
  IActiveDirtyManagerService,
  ICalculateFormulaService,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
} from "@univerjs/engine-formula";
import type { RangeAddress } from "../../workbook/workbookSpec";
import { fromRange, MAX_COLUMNS, MAX_ROWS, toRange } from "./address";
import type { UniverInstance } from "./createUniver";

/** Rows and columns of a new sheet; it grows when something is written beyond. */
const NEW_ROWS = 200;
const NEW_COLUMNS = 40;
/** Milliseconds in which the engine has begun and ended the calculation of a small workbook. */
const CALCULATION_START = 150;
/** Marks a change of formats alone: without it the engine takes the cells for constants and drops their formulas. */
const FORMAT_ONLY = "sheet.command.set-style";
/** Marks what the workbench writes itself, to tell it from what a person types. */
export const OWN_WRITE = "workbench.write";
/** Default width and height of cells in Excel, pixels. */
const COLUMN_WIDTH = 64;
const ROW_HEIGHT = 20;
/** Free rows kept below what is written, so that a person can go on typing. */
const SPARE_ROWS = 50;

/** A change of cells that somebody made. */
export interface CellsChanged {
  readonly sheetId: string;
  readonly area: RangeAddress;
  /** Command that made it. */
  readonly command: string;
}

type CellPatch = ICellData | null;

/**
 * The one workbook of the spreadsheet engine, in zero-based rectangles. Everything that the workbench wants of Univer passes here or through
 * `gridTables`, `gridRules`; nothing else names a Univer command.
 */
export class Grid {
  readonly unitId: string;
  private readonly commands: ICommandService;
  private changes = 0;
  private calculated = 0;
  private started = 0;
  private waiting: (() => void)[] = [];
  private readonly removers: (() => void)[] = [];
  private resting = false;
  private held: (() => void) | undefined;

  /** Styles of cells that wait for `flushStyles`, by sheet, row and column. */
  private readonly styles = new Map<string, Map<number, Map<number, IStyleData>>>();

  constructor(
    readonly instance: UniverInstance,
    data: Partial<IWorkbookData> = {},
  ) {
    const injector = instance.univer.__getInjector();
    this.commands = injector.get(ICommandService);
    const dirty = injector.get(IActiveDirtyManagerService);
    const listener = this.commands.onCommandExecuted((command, options) => {
      if (command.id === SetFormulaCalculationStartMutation.id) this.started = this.changes;
      else if (command.id === SetFormulaCalculationNotificationMutation.id) {
        const { functionsExecutedState } = command.params as { functionsExecutedState?: number };
        // 1 is "stopped": a new calculation follows.
        if (functionsExecutedState !== undefined && functionsExecutedState !== 1) this.calculationEnded();
      } else if (!options?.onlyLocal && dirty.get(command.id)) this.changes++;
    });
    this.removers.push(() => listener.dispose());
    this.holdCalculations();
    this.unitId = instance.univer
      .createUnit<IWorkbookData, Workbook>(UniverInstanceType.UNIVER_SHEET, {
        id: "book",
        name: "Book1",
        sheetOrder: ["s1"],
        sheets: {
          s1: {
            id: "s1",
            name: "Sheet1",
            rowCount: NEW_ROWS,
            columnCount: NEW_COLUMNS,
            defaultColumnWidth: COLUMN_WIDTH,
            defaultRowHeight: ROW_HEIGHT,
          },
        },
        ...data,
      } as IWorkbookData)
      .getUnitId();
  }

  /** The service of the engine that is asked for. */
  get<T>(identifier: Parameters<ReturnType<UniverInstance["univer"]["__getInjector"]>["get"]>[0]): T {
    return this.instance.univer.__getInjector().get(identifier) as T;
  }

  /** Executes a command at once; throws when the engine refuses it. */
  execute(id: string, params: object): void {
    this.flushStyles();
    this.run(id, params);
  }

  private run(id: string, params: object): void {
    if (this.commands.syncExecuteCommand(id, { unitId: this.unitId, ...params }) === false) throw new Error(`the grid refused ${id}`);
  }

  /** Executes a command that works asynchronously, as the grid's own menus do. */
  async executeAsync(id: string, params: object): Promise<boolean> {
    this.flushStyles();
    return this.commands.executeCommand<object, boolean>(id, { unitId: this.unitId, ...params });
  }

  /** Executes one of the grid's commands that work on whatever sheet is shown, on the sheet that is meant. */
  async executeOn(sheetId: string, id: string, params: object): Promise<boolean> {
    const shown = this.workbook.getActiveSheet();
    const meant = this.sheet(sheetId);
    if (meant && shown?.getSheetId() !== sheetId) this.workbook.setActiveSheet(meant);
    try {
      return await this.executeAsync(id, { subUnitId: sheetId, ...params });
    } finally {
      // By a command, so that the view goes back too.
      if (shown && this.sheet(shown.getSheetId()) && this.workbook.getActiveSheet() !== shown)
        this.execute("sheet.operation.set-worksheet-active", { subUnitId: shown.getSheetId() });
    }
  }

  /** Calls back after every command; returns the function that ends it. */
  onCommand(listener: (id: string, params: unknown) => void): () => void {
    const registration = this.commands.onCommandExecuted((command) => listener(command.id, command.params));
    this.removers.push(() => registration.dispose());
    return () => registration.dispose();
  }

  get workbook(): Workbook {
    return this.get<IUniverInstanceService>(IUniverInstanceService).getUnit<Workbook>(this.unitId)!;
  }

  /** Sheets in tab order. */
  sheets(): Worksheet[] {
    return this.workbook.getSheets();
  }

  sheet(sheetId: string): Worksheet | undefined {
    return this.workbook.getSheetBySheetId(sheetId) ?? undefined;
  }

  /** True while formulas keep the values they have, as in a workbook that is calculated by hand. */
  get calculationRests(): boolean {
    return this.resting;
  }

  set calculationRests(resting: boolean) {
    this.resting = resting;
    if (!resting) this.calculateHeld();
  }

  /** Holds calculations back while they rest; the engine adds up what has changed meanwhile, so that the last one stands for all. */
  private holdCalculations(): void {
    const service = this.get<ICalculateFormulaService>(ICalculateFormulaService);
    const execute = service.execute.bind(service);
    service.execute = async (changes) => {
      if (!this.resting) return execute(changes);
      this.held = () => void execute(changes);
    };
  }

  /** Calculates what has changed, also while calculations rest. */
  async calculate(): Promise<void> {
    const rested = this.resting;
    this.calculationRests = false;
    await this.settle();
    this.resting = rested;
  }

  private calculateHeld(): void {
    const held = this.held;
    this.held = undefined;
    held?.();
  }

  /** Waits until every formula that a change touched has its new value; at once while calculations rest. */
  async settle(): Promise<void> {
    this.flushStyles();
    while (!this.resting && this.calculated < this.changes) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  private calculationEnded(): void {
    this.calculated = this.started;
    const waiting = this.waiting;
    this.waiting = [];
    for (const resolve of waiting) resolve();
  }

  // Cells

  /** Cell as the engine holds it. */
  cell(sheetId: string, row: number, column: number): ICellData | undefined {
    this.flushStyles();
    return this.sheet(sheetId)?.getCellRaw(row, column) ?? undefined;
  }

  /** Style of a cell with what it inherits from its column and its sheet. */
  styleOf(sheetId: string, row: number, column: number): IStyleData {
    this.flushStyles();
    const sheet = this.sheet(sheetId);
    const styles = this.workbook.getStyles();
    const resolve = (style: unknown): IStyleData =>
      (typeof style === "string" ? styles.get(style) : (style as IStyleData | undefined)) ?? {};
    const inherited = sheet?.getConfig().defaultStyle;
    const ofColumn = sheet?.getConfig().columnData?.[column]?.s;
    return { ...resolve(inherited), ...resolve(ofColumn), ...resolve(sheet?.getCellRaw(row, column)?.s) };
  }

  /** Writes cells of a rectangle; `undefined` leaves a cell as it is, null empties it. */
  writeCells(sheetId: string, at: { row: number; column: number }, cells: readonly (readonly (CellPatch | undefined)[])[]): void {
    const cellValue: Record<number, Record<number, CellPatch>> = {};
    let columns = 0;
    let content = false;
    cells.forEach((line, row) => {
      const patch: Record<number, CellPatch> = {};
      let any = false;
      line.forEach((cell, column) => {
        if (cell === undefined) return;
        patch[at.column + column] = cell;
        content ||= cell === null || "v" in cell || "f" in cell || "p" in cell;
        any = true;
      });
      columns = Math.max(columns, line.length);
      if (any) cellValue[at.row + row] = patch;
    });
    if (!Object.keys(cellValue).length) return;
    this.reserve(sheetId, at.row + cells.length, at.column + columns);
    this.execute("sheet.mutation.set-range-values", { subUnitId: sheetId, cellValue, trigger: content ? OWN_WRITE : FORMAT_ONLY });
  }

  /** Fills a cell as a person does: undoable, and tables grow. */
  type(sheetId: string, row: number, column: number, cell: ICellData): void {
    this.reserve(sheetId, row + 1, column + 1);
    const range = { startRow: row, endRow: row, startColumn: column, endColumn: column };
    this.execute("sheet.command.set-range-values", { subUnitId: sheetId, range, value: cell });
  }

  /** Gives a rectangle one style; what the patch does not name stays. A whole column or sheet keeps it as inherited. */
  styleCells(sheetId: string, area: RangeAddress, style: IStyleData): void {
    const sheet = this.sheet(sheetId);
    if (!sheet) return;
    const whole = area.rows >= MAX_ROWS;
    if (whole && area.columns >= MAX_COLUMNS) {
      const styles = this.workbook.getStyles();
      const now = sheet.getConfig().defaultStyle;
      this.execute("sheet.mutation.set-worksheet-default-style", {
        subUnitId: sheetId,
        defaultStyle: { ...(typeof now === "string" ? styles.get(now) : now), ...style },
      });
    } else if (whole) {
      const columnData: Record<number, object> = {};
      for (let column = area.column; column < area.column + area.columns; column++) {
        const now = sheet.getConfig().columnData?.[column];
        const old = typeof now?.s === "string" ? this.workbook.getStyles().get(now.s) : now?.s;
        columnData[column] = { ...now, s: { ...old, ...style } };
      }
      this.execute("sheet.mutation.set-col-data", { subUnitId: sheetId, columnData });
    }
    const area2 = whole || area.columns >= MAX_COLUMNS ? this.usedPart(sheetId, area) : area;
    if (!area2) return;
    const waiting = this.styles.get(sheetId) ?? new Map<number, Map<number, IStyleData>>();
    if (this.styles.size === 0) queueMicrotask(() => this.flushStyles());
    this.styles.set(sheetId, waiting);
    for (let row = area2.row; row < area2.row + area2.rows; row++) {
      const line = waiting.get(row) ?? new Map<number, IStyleData>();
      waiting.set(row, line);
      for (let column = area2.column; column < area2.column + area2.columns; column++) {
        const before = line.get(column);
        line.set(column, before ? { ...before, ...style, ...(before.bd && style.bd ? { bd: { ...before.bd, ...style.bd } } : {}) } : style);
      }
    }
  }

  /** Gives the cells the styles that were set since the last other command: one command a sheet, since each command costs a drawing of the page. */
  flushStyles(): void {
    if (this.styles.size === 0) return;
    const waiting = [...this.styles];
    this.styles.clear();
    for (const [sheetId, lines] of waiting) {
      if (!this.sheet(sheetId)) continue;
      const cellValue: Record<number, Record<number, ICellData>> = {};
      let columns = 0;
      for (const [row, line] of lines) {
        const cells: Record<number, ICellData> = (cellValue[row] = {});
        for (const [column, style] of line) {
          cells[column] = { s: style };
          columns = Math.max(columns, column + 1);
        }
      }
      this.reserve(sheetId, Math.max(...lines.keys()) + 1, columns);
      this.run("sheet.mutation.set-range-values", { subUnitId: sheetId, cellValue, trigger: FORMAT_ONLY });
    }
  }

  private usedPart(sheetId: string, area: RangeAddress): RangeAddress | undefined {
    const used = this.usedArea(sheetId, false);
    if (!used) return undefined;
    const row = Math.max(area.row, used.row);
    const column = Math.max(area.column, used.column);
    const rows = Math.min(area.row + area.rows, used.row + used.rows) - row;
    const columns = Math.min(area.column + area.columns, used.column + used.columns) - column;
    return rows > 0 && columns > 0 ? { row, column, rows, columns } : undefined;
  }

  /** Smallest rectangle around everything that has a value (or, with `valuesOnly` false, a format). */
  usedArea(sheetId: string, valuesOnly: boolean): RangeAddress | undefined {
    if (!valuesOnly) this.flushStyles();
    let top = Infinity;
    let left = Infinity;
    let bottom = -1;
    let right = -1;
    this.sheet(sheetId)
      ?.getCellMatrix()
      .forValue((row, column, cell) => {
        if (!cell || (valuesOnly ? (cell.v ?? "") === "" && !cell.f : (cell.v ?? "") === "" && !cell.f && !cell.s)) return;
        top = Math.min(top, row);
        left = Math.min(left, column);
        bottom = Math.max(bottom, row);
        right = Math.max(right, column);
      });
    return bottom < 0 ? undefined : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  /** Makes the sheet at least so large. */
  reserve(sheetId: string, rows: number, columns: number): void {
    const sheet = this.sheet(sheetId);
    if (!sheet) return;
    if (rows + SPARE_ROWS / 2 > sheet.getRowCount() && rows < MAX_ROWS) {
      this.execute("sheet.mutation.set-worksheet-row-count", { subUnitId: sheetId, rowCount: rows + SPARE_ROWS });
    }
    if (columns > sheet.getColumnCount() && columns < MAX_COLUMNS) {
      this.execute("sheet.mutation.set-worksheet-column-count", { subUnitId: sheetId, columnCount: columns + 5 });
    }
  }

  // Sheets

  addSheet(name: string, index = this.sheets().length): string {
    let number = this.sheets().length + 1;
    while (this.sheet(`s${number}`)) number++;
    const id = `s${number}`;
    const sheet = mergeWorksheetSnapshotWithDefault({
      id,
      name,
      rowCount: NEW_ROWS,
      columnCount: NEW_COLUMNS,
      defaultColumnWidth: COLUMN_WIDTH,
      defaultRowHeight: ROW_HEIGHT,
    });
    const shown = this.workbook.getActiveSheet()?.getSheetId();
    this.execute("sheet.mutation.insert-sheet", { index, sheet });
    // The grid shows a new sheet at once; Excel does not. Whatever changes, the grid lays out the shown cell: with the plan's state in it, that takes half a second.
    if (shown && this.workbook.getActiveSheet()?.getSheetId() !== shown)
      this.execute("sheet.operation.set-worksheet-active", { subUnitId: shown });
    return id;
  }

  removeSheet(sheetId: string): void {
    this.execute("sheet.mutation.remove-sheet", { subUnitId: sheetId });
  }

  /** Renames a sheet and the formulas that mention it. */
  renameSheet(sheetId: string, name: string): void {
    this.execute("sheet.command.set-worksheet-name", { subUnitId: sheetId, name });
  }

  moveSheet(sheetId: string, toOrder: number): void {
    const fromOrder = this.sheets().findIndex((sheet) => sheet.getSheetId() === sheetId);
    if (fromOrder !== toOrder) this.execute("sheet.mutation.set-worksheet-order", { subUnitId: sheetId, fromOrder, toOrder });
  }

  hideSheet(sheetId: string, hidden: boolean): void {
    this.execute("sheet.mutation.set-worksheet-hidden", { subUnitId: sheetId, hidden: hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE });
  }

  setTabColor(sheetId: string, color: string): void {
    this.execute("sheet.mutation.set-tab-color", { subUnitId: sheetId, color });
  }

  showGridlines(sheetId: string, show: boolean): void {
    this.execute("sheet.mutation.toggle-gridlines", { subUnitId: sheetId, showGridlines: show ? BooleanNumber.TRUE : BooleanNumber.FALSE });
  }

  /** Keeps the first rows and columns in view; 0 and 0 frees them. */
  freeze(sheetId: string, rows: number, columns: number): void {
    this.execute("sheet.mutation.set-frozen", {
      subUnitId: sheetId,
      startRow: rows || -1,
      startColumn: columns || -1,
      ySplit: rows,
      xSplit: columns,
    });
  }

  merge(sheetId: string, areas: readonly RangeAddress[]): void {
    this.execute("sheet.mutation.add-worksheet-merge", { subUnitId: sheetId, ranges: areas.map(toRange) });
  }

  unmerge(sheetId: string, areas: readonly RangeAddress[]): void {
    this.execute("sheet.mutation.remove-worksheet-merge", { subUnitId: sheetId, ranges: areas.map(toRange) });
  }

  merges(sheetId: string): RangeAddress[] {
    return (this.sheet(sheetId)?.getMergeData() ?? []).map(fromRange);
  }

  private lines(area: RangeAddress, axis: "rows" | "columns", sheet: Worksheet): IRange {
    return axis === "rows"
      ? {
          startRow: area.row,
          endRow: Math.min(area.row + area.rows, sheet.getRowCount()) - 1,
          startColumn: 0,
          endColumn: sheet.getColumnCount() - 1,
        }
      : {
          startRow: 0,
          endRow: sheet.getRowCount() - 1,
          startColumn: area.column,
          endColumn: Math.min(area.column + area.columns, sheet.getColumnCount()) - 1,
        };
  }

  /** Width in pixels. */
  setColumnWidth(sheetId: string, area: RangeAddress, colWidth: number): void {
    if (area.columns < MAX_COLUMNS) this.reserve(sheetId, 0, area.column + area.columns);
    this.execute("sheet.mutation.set-worksheet-col-width", {
      subUnitId: sheetId,
      ranges: [this.lines(area, "columns", this.sheet(sheetId)!)],
      colWidth,
    });
  }

  /** Height in pixels. */
  setRowHeight(sheetId: string, area: RangeAddress, rowHeight: number): void {
    if (area.rows < MAX_ROWS) this.reserve(sheetId, area.row + area.rows, 0);
    const ranges = [this.lines(area, "rows", this.sheet(sheetId)!)];
    this.execute("sheet.mutation.set-worksheet-row-height", { subUnitId: sheetId, ranges, rowHeight });
    this.execute("sheet.mutation.set-worksheet-row-is-auto-height", { subUnitId: sheetId, ranges, autoHeightInfo: BooleanNumber.FALSE });
  }

  hideLines(sheetId: string, area: RangeAddress, axis: "rows" | "columns", hidden: boolean): void {
    const name = `sheet.mutation.set-${axis === "rows" ? "row" : "col"}-${hidden ? "hidden" : "visible"}`;
    this.execute(name, { subUnitId: sheetId, ranges: [this.lines(area, axis, this.sheet(sheetId)!)] });
  }

  /** Ends the engine, once a calculation that is under way has ended (it would fail without its services). */
  async dispose(): Promise<void> {
    for (const remove of this.removers) remove();
    await new Promise((resolve) => setTimeout(resolve, CALCULATION_START));
    this.instance.dispose();
  }
}
