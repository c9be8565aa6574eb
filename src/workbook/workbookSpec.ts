import type { CellSpec, Formula, FormulaDialect } from "./formula";

/** A whole workbook as plain data: what to make, not how. Two renderers (open workbook, .xlsx file) build the same thing from it. */
export interface WorkbookSpec {
  readonly planId: string;
  /** Dialect in which KPI calls are to be printed; a file is always native. */
  readonly dialect: FormulaDialect;
  readonly sheets: readonly SheetSpec[];
  readonly names: readonly DefinedNameSpec[];
  /** Styles that ranges, tables and rules refer to by key. */
  readonly styles: Readonly<Record<string, CellStyle>>;
  readonly properties: DocumentProperties;
  /** Plan state as JSON text: goes into the custom XML part and the veryHidden copy. */
  readonly state: string;
}

/** Zero-based position. */
export interface CellAddress {
  readonly row: number;
  readonly column: number;
}

/** Zero-based rectangle; `rows` and `columns` are counts, at least 1. */
export interface RangeAddress extends CellAddress {
  readonly rows: number;
  readonly columns: number;
}

/** A rectangle on a sheet given by its key. */
export interface SheetRange {
  readonly sheet: string;
  readonly range: RangeAddress;
}

export interface SheetSpec {
  /** Key used by formulas and links, stable over languages and books. */
  readonly key: string;
  /** Tab name: at most 31 characters, unique, none of \ / ? * [ ] : */
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  /** RRGGBB. */
  readonly tabColor?: string;
  readonly showGridlines: boolean;
  /** Widths in characters of the default font, from column 0; columns not listed keep the default. */
  readonly columns: readonly ColumnSpec[];
  /** Heights in points by zero-based row. Rows not listed keep the default. */
  readonly rowHeights: Readonly<Record<number, number>>;
  /** Groups of rows or columns that can be folded. */
  readonly outlines: readonly {
    readonly axis: "rows" | "columns";
    readonly from: number;
    readonly to: number;
    readonly collapsed: boolean;
  }[];
  /** Style of every cell that no range below names. */
  readonly defaultStyle: string;
  /** Values and formulas outside tables. Blocks never overlap each other or a table. */
  readonly blocks: readonly CellBlock[];
  readonly tables: readonly TableSpec[];
  /** Styles by range; a later one replaces an earlier one cell by cell. Tables carry their own. */
  readonly styleRanges: readonly { readonly range: RangeAddress; readonly style: string }[];
  readonly merges: readonly RangeAddress[];
  /** Rows and columns that stay in view. */
  readonly freeze?: { readonly rows: number; readonly columns: number };
  readonly validations: readonly ValidationSpec[];
  readonly conditionalFormats: readonly ConditionalFormatSpec[];
  readonly links: readonly LinkSpec[];
  readonly charts: readonly ChartSpec[];
  readonly print: PrintSpec;
  /** Protected without a password: only sheets of formulas alone. */
  readonly protected: boolean;
}

export interface ColumnSpec {
  readonly width: number;
  readonly hidden?: boolean;
}

export interface CellBlock {
  readonly at: CellAddress;
  /** Rows of equal length; null leaves the cell blank. */
  readonly cells: readonly (readonly CellSpec[])[];
}

/** An Excel table. Its header stands at `at`; data rows follow. It has at least one data row (blank if there is nothing to show). */
export interface TableSpec {
  readonly key: string;
  /** Excel name, unique in the workbook. */
  readonly name: string;
  readonly at: CellAddress;
  readonly columns: readonly TableColumnSpec[];
  /** One entry a data row, one cell a column. */
  readonly rows: readonly (readonly CellSpec[])[];
  /** Style name of Excel, for instance "TableStyleLight1"; explicit cell styles are set beside it because LibreOffice ignores table styles. */
  readonly tableStyle: string;
  readonly showFilter: boolean;
}

export interface TableColumnSpec {
  readonly header: string;
  /** input: the user writes; formula: calculated; internal: of the program, outside the print area. */
  readonly role: "input" | "formula" | "internal";
  readonly headerStyle: string;
  readonly style: string;
  /** Calculated column: the same formula in every row. */
  readonly formula?: Formula;
}

/** How a cell looks. Colours are RRGGBB. */
export interface CellStyle {
  readonly font: {
    readonly name: string;
    readonly size: number;
    readonly bold?: boolean;
    readonly italic?: boolean;
    readonly underline?: boolean;
    readonly color?: string;
  };
  readonly fill?: string;
  readonly border?: { readonly color: string; readonly sides: "all" | "bottom" | "top" };
  /** Number format in en-US notation. @default "General" */
  readonly numberFormat?: string;
  readonly horizontal?: "left" | "center" | "right";
  readonly vertical?: "top" | "center" | "bottom";
  readonly wrap?: boolean;
  readonly indent?: number;
  /** @default true */
  readonly locked?: boolean;
}

export type ValidationSpec = {
  readonly range: RangeAddress;
  readonly error?: { readonly style: "stop" | "warning" | "information"; readonly title: string; readonly message: string };
  readonly prompt?: { readonly title: string; readonly message: string };
  /** @default true */
  readonly allowBlank?: boolean;
} & (
  | { readonly type: "list"; readonly source: Formula }
  | {
      readonly type: "whole" | "decimal" | "date";
      readonly operator: "between" | "greaterThanOrEqual" | "lessThanOrEqual";
      readonly value: Formula;
      readonly upper?: Formula;
    }
  /** Relative to the first cell of the range. */
  | { readonly type: "custom"; readonly formula: Formula }
);

/** A rule; the first rule listed wins where styles contradict each other. */
export type ConditionalFormatSpec =
  | {
      readonly type: "formula";
      readonly range: RangeAddress;
      readonly formula: Formula;
      readonly style: {
        readonly fill?: string;
        readonly color?: string;
        readonly bold?: boolean;
        readonly italic?: boolean;
        readonly border?: string;
      };
    }
  | { readonly type: "data-bar"; readonly range: RangeAddress; readonly color: string; readonly min: number; readonly max: number };

export interface LinkSpec {
  readonly at: CellAddress;
  readonly target: SheetRange;
  readonly tooltip?: string;
}

export interface ChartSpec {
  readonly kind: "bar" | "stacked-bar" | "column" | "stacked-column" | "line" | "radar" | "doughnut";
  readonly name: string;
  readonly title: string;
  /** Alternative text for screen readers. */
  readonly description: string;
  /** Cells that the chart covers. */
  readonly at: RangeAddress;
  readonly categories: SheetRange;
  /** RRGGBB colours that keep apart in grey. */
  readonly series: readonly { readonly name: string; readonly values: SheetRange; readonly color: string; readonly line?: boolean }[];
  readonly valueFormat?: string;
}

export interface PrintSpec {
  readonly orientation: "portrait" | "landscape";
  /** Pages across; the height is free. */
  readonly fitToWidth: 1;
  readonly repeatRows?: { readonly from: number; readonly to: number };
  readonly area?: RangeAddress;
  /** Centimetres. */
  readonly margins: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
    readonly header: number;
    readonly footer: number;
  };
  /** Excel header/footer codes without the &C, for instance "Trang &P"; &P is 1 on the first page of each sheet. */
  readonly header?: string;
  readonly footer?: string;
  /** The first page carries neither header nor footer. @default false */
  readonly plainFirstPage?: boolean;
  /** Zero-based rows before which a page begins. */
  readonly pageBreaks?: readonly number[];
}

export interface DefinedNameSpec {
  readonly key: string;
  /** Excel name, unique in the workbook. */
  readonly name: string;
  readonly refersTo: SheetRange | { readonly formula: Formula };
  readonly visible: boolean;
}

export interface DocumentProperties {
  readonly title: string;
  readonly subject: string;
  readonly company: string;
  readonly keywords: string;
  /** Custom document properties. */
  readonly custom: Readonly<Record<string, string | number>>;
}
