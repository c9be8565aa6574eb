import type { Worksheet } from "@univerjs/core";
import { IDefinedNamesService, RemoveDefinedNameMutation, SetDefinedNameMutation } from "@univerjs/engine-formula";
import type { RangeAddress } from "../../workbook/workbookSpec";
import type { HostObject, Json } from "../hostObject";
import type { Grid } from "../univer/grid";
import { GridRules } from "../univer/gridRules";
import { type GridTable, GridTables } from "../univer/gridTables";

/** Cells of one sheet: what Range, RangeAreas and everything below them stand for. */
export interface Cells {
  readonly book: Book;
  readonly sheetId: string;
  readonly areas: readonly RangeAddress[];
}

/** A chart as the stand-in keeps it; sizes in points. */
export interface ChartModel {
  readonly id: string;
  name: string;
  type: string;
  left: number;
  top: number;
  width: number;
  height: number;
  title: { text: string; visible: boolean };
  legend: { position: string; visible: boolean };
  series: SeriesModel[];
  /** Everything else that was set, by path ("Axes.ValueAxis.Maximum"). */
  readonly settings: Map<string, Json>;
}

/** A series of a chart. */
export interface SeriesModel {
  name: string;
  type?: string;
  values?: Cells;
  categories?: Cells;
  color?: string;
  readonly settings: Map<string, Json>;
}

/** What the grid has no place for, by sheet. */
export interface SheetExtras {
  veryHidden: boolean;
  showHeadings: boolean;
  readonly charts: ChartModel[];
  readonly pageLayout: Map<string, Json>;
  printArea?: RangeAddress;
  titleRows?: RangeAddress;
  titleColumns?: RangeAddress;
  readonly headersFooters: Map<string, Json>;
  rowBreaks: number[];
  columnBreaks: number[];
  protection?: Readonly<Record<string, Json>>;
  /** Cells that are not locked; later entries win. */
  readonly locks: { readonly area: RangeAddress; readonly locked: boolean }[];
  readonly outlines: { readonly axis: "rows" | "columns"; readonly from: number; readonly to: number; collapsed: boolean }[];
  freeze?: { readonly rows: number; readonly columns: number };
}

/** What the grid has no place for, by table. */
export interface TableExtras {
  style: string;
  showFilterButton: boolean;
  showBandedRows: boolean;
  showBandedColumns: boolean;
  highlightFirstColumn: boolean;
  highlightLastColumn: boolean;
}

/** A defined name of the workbook. */
export interface BookName {
  readonly id: string;
  readonly name: string;
  /** With its leading "=". */
  readonly formula: string;
  readonly visible: boolean;
  readonly comment: string;
  /** Sheet id for a name that is known on one sheet only. */
  readonly scope?: string;
}

const WORKBOOK_SCOPE = "AllDefaultWorkbook";

/** Built-in document properties. */
export interface BuiltInProperties {
  title: string;
  subject: string;
  author: string;
  keywords: string;
  comments: string;
  category: string;
  manager: string;
  company: string;
}

/** The open workbook: the grid's cells, tables and rules, and beside them what the grid has no place for. */
export class Book {
  readonly tables: GridTables;
  readonly rules: GridRules;
  readonly customXml = new Map<string, string>();
  readonly settings = new Map<string, Json>();
  readonly customProperties = new Map<string, Json>();
  readonly properties: BuiltInProperties = {
    title: "",
    subject: "",
    author: "",
    keywords: "",
    comments: "",
    category: "",
    manager: "",
    company: "",
  };
  calculationMode = "Automatic";
  protected = false;
  /** Sheet that is shown. */
  activeSheetId: string;
  /** Selected cells. */
  selection: { readonly sheetId: string; readonly area: RangeAddress };
  /** Called when the add-in asks to show or select something. */
  onShow: (sheetId: string, area: RangeAddress | undefined) => void = () => undefined;
  /** Called when a person selects cells; call it through `userSelected`. */
  onUserSelect: (sheetId: string, area: RangeAddress) => void = () => undefined;
  /** Called when a chart of a sheet changes. */
  onChartsChanged: (sheetId: string) => void = () => undefined;
  private readonly extras = new Map<string, SheetExtras>();
  private readonly tableExtras = new Map<string, TableExtras>();
  private readonly hiddenNames = new Set<string>();
  private serial = 1;

  constructor(readonly grid: Grid) {
    this.tables = new GridTables(grid);
    this.rules = new GridRules(grid);
    this.activeSheetId = grid.sheets()[0]!.getSheetId();
    this.selection = { sheetId: this.activeSheetId, area: { row: 0, column: 0, rows: 1, columns: 1 } };
  }

  /** An identity that no other object of this workbook has. */
  newId(): string {
    return `{${String(this.serial++).padStart(8, "0")}-0000-4000-8000-000000000000}`;
  }

  sheetNamed(nameOrId: string): Worksheet | undefined {
    const lower = nameOrId.toLowerCase();
    return this.grid.sheets().find((sheet) => sheet.getSheetId() === nameOrId || sheet.getName().toLowerCase() === lower);
  }

  sheetName(sheetId: string): string {
    return this.grid.sheet(sheetId)?.getName() ?? "";
  }

  extrasOf(sheetId: string): SheetExtras {
    let extras = this.extras.get(sheetId);
    if (!extras) {
      extras = {
        veryHidden: false,
        showHeadings: true,
        charts: [],
        pageLayout: new Map(),
        headersFooters: new Map(),
        rowBreaks: [],
        columnBreaks: [],
        locks: [],
        outlines: [],
      };
      this.extras.set(sheetId, extras);
    }
    return extras;
  }

  /** Forgets a sheet with all that stands on it. */
  removeSheet(sheetId: string): void {
    for (const table of this.tables.list()) if (table.sheetId === sheetId) this.tables.remove(table.id);
    for (const name of this.names()) if (name.scope === sheetId) this.removeName(name.id);
    this.extras.delete(sheetId);
    this.rules.clear(sheetId);
    this.grid.removeSheet(sheetId);
    if (this.activeSheetId === sheetId)
      this.activate(
        this.grid
          .sheets()
          .find((sheet) => !sheet.isSheetHidden())
          ?.getSheetId() ?? this.grid.sheets()[0]!.getSheetId(),
      );
  }

  activate(sheetId: string): void {
    this.activeSheetId = sheetId;
    if (this.selection.sheetId !== sheetId) this.selection = { sheetId, area: { row: 0, column: 0, rows: 1, columns: 1 } };
    this.onShow(sheetId, undefined);
  }

  select(sheetId: string, area: RangeAddress): void {
    this.activeSheetId = sheetId;
    this.selection = { sheetId, area };
    this.onShow(sheetId, area);
  }

  /** Notes what a person selected in the grid. */
  userSelected(sheetId: string, area: RangeAddress): void {
    this.activeSheetId = sheetId;
    this.selection = { sheetId, area };
    this.onUserSelect(sheetId, area);
  }

  extrasOfTable(table: GridTable): TableExtras {
    let extras = this.tableExtras.get(table.id);
    if (!extras) {
      extras = {
        style: "TableStyleMedium2",
        showFilterButton: true,
        showBandedRows: true,
        showBandedColumns: false,
        highlightFirstColumn: false,
        highlightLastColumn: false,
      };
      this.tableExtras.set(table.id, extras);
    }
    return extras;
  }

  /** False for a cell that may be written while its sheet is protected. */
  isLocked(sheetId: string, row: number, column: number): boolean {
    const entry = [...this.extrasOf(sheetId).locks]
      .reverse()
      .find(({ area }) => row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns);
    return entry?.locked ?? true;
  }

  names(): BookName[] {
    const map = this.grid.get<IDefinedNamesService>(IDefinedNamesService).getDefinedNameMap(this.grid.unitId) ?? {};
    return Object.values(map).map((item) => ({
      id: item.id,
      name: item.name,
      formula: item.formulaOrRefString.startsWith("=") ? item.formulaOrRefString : `=${item.formulaOrRefString}`,
      visible: !this.hiddenNames.has(item.id),
      comment: item.comment ?? "",
      ...(item.localSheetId && item.localSheetId !== WORKBOOK_SCOPE ? { scope: item.localSheetId } : {}),
    }));
  }

  nameCalled(name: string, scope?: string): BookName | undefined {
    const lower = name.toLowerCase();
    return this.names().find((item) => item.name.toLowerCase() === lower && item.scope === scope);
  }

  /** Makes or changes a defined name; `formula` begins with "=". */
  setName(name: BookName): void {
    // The engine takes references without the sign of a formula and formulas with it.
    const reference = /^=(?:'(?:[^']|'')+'|[\p{L}\p{N}_.]+)!\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?$/u.test(name.formula);
    this.grid.execute(SetDefinedNameMutation.id, {
      id: name.id,
      name: name.name,
      formulaOrRefString: reference ? name.formula.slice(1) : name.formula,
      comment: name.comment,
      localSheetId: name.scope ?? WORKBOOK_SCOPE,
      hidden: !name.visible,
    });
    if (name.visible) this.hiddenNames.delete(name.id);
    else this.hiddenNames.add(name.id);
  }

  removeName(id: string): void {
    const name = this.names().find((item) => item.id === id);
    if (name) this.grid.execute(RemoveDefinedNameMutation.id, { id, name: name.name, formulaOrRefString: name.formula });
  }
}

// Objects of the model, by the names under which the registry knows them.

export const workbookObject = (book: Book): HostObject => ({ type: "Workbook", self: book });
export const worksheetObject = (book: Book, sheetId: string): HostObject => ({ type: "Worksheet", self: { book, sheetId } });
export const rangeObject = (book: Book, sheetId: string, area: RangeAddress): HostObject => ({
  type: "Range",
  self: { book, sheetId, areas: [area] } satisfies Cells,
});
export const tableObject = (book: Book, id: string): HostObject => ({ type: "Table", self: { book, id } });

/** What Worksheet stands for. */
export interface SheetHandle {
  readonly book: Book;
  readonly sheetId: string;
}

/** What Table stands for. */
export interface TableHandle {
  readonly book: Book;
  readonly id: string;
}
