/** A workbook file as plain data, ready to be spelled as .xlsx: addresses are zero-based numbers, formulas are text as a file holds them. */
export interface WorkbookFile {
  readonly properties: FileProperties;
  /** Looks that cells refer to by key. */
  readonly styles: Readonly<Record<string, FileStyle>>;
  /** Key of the look of a cell that names none; its font is the workbook's default font. */
  readonly defaultStyle: string;
  readonly sheets: readonly SheetFile[];
  readonly names: readonly NameFile[];
  readonly customXml: readonly CustomXmlFile[];
}

/** Document properties; `custom` become custom properties. */
export interface FileProperties {
  readonly title: string;
  readonly subject: string;
  readonly creator: string;
  readonly company: string;
  readonly keywords: string;
  readonly custom: Readonly<Record<string, string | number>>;
}

/** Zero-based rectangle; `rows` and `columns` are counts, at least 1. */
export interface FileRange {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** An error value such as "#N/A". */
export interface FileError {
  readonly error: string;
}

/** What a cell can hold; dates are serials, blank is null. */
export type FileValue = string | number | boolean | null | FileError;

/** A cell; with a formula, `value` is its stored result. */
export interface FileCell {
  readonly column: number;
  readonly value: FileValue;
  /** Formula as a file holds it: no "=", en-US, `_xlfn.` prefixes, `t[[#This Row],[x]]`. */
  readonly formula?: string;
  /** Key of a style; omitted: the default style. */
  readonly style?: string;
}

/** A row that holds cells or differs from a plain row. */
export interface FileRow {
  readonly row: number;
  /** Height in points. */
  readonly height?: number;
  readonly hidden?: boolean;
  /** Depth in the outline, 1 to 7. */
  readonly outlineLevel?: number;
  /** The group that ends just before this row is folded. */
  readonly collapsed?: boolean;
  /** In ascending order of columns. */
  readonly cells: readonly FileCell[];
}

/** A column from the left; its style is that of cells not written. */
export interface FileColumn {
  /** Width in characters of the default font. */
  readonly width?: number;
  readonly hidden?: boolean;
  readonly outlineLevel?: number;
  readonly collapsed?: boolean;
}

/** One sheet. */
export interface SheetFile {
  /** At most 31 characters, none of \ / ? * [ ] : */
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  /** RRGGBB. */
  readonly tabColor?: string;
  readonly showGridlines: boolean;
  readonly columns: readonly FileColumn[];
  /** Key of the style of every column; omitted: the workbook's. */
  readonly defaultStyle?: string;
  /** In ascending order. */
  readonly rows: readonly FileRow[];
  readonly tables: readonly TableFile[];
  readonly merges: readonly FileRange[];
  readonly freeze?: { readonly rows: number; readonly columns: number };
  readonly validations: readonly ValidationFile[];
  readonly conditionalFormats: readonly ConditionalFormatFile[];
  readonly links: readonly LinkFile[];
  readonly charts: readonly ChartFile[];
  readonly print: PrintFile;
  readonly protected: boolean;
}

/** A table over cells that the sheet's rows hold too; the header cells must equal the column names. */
export interface TableFile {
  readonly name: string;
  /** Header row and data rows. */
  readonly range: FileRange;
  readonly columns: readonly { readonly name: string; readonly formula?: string }[];
  readonly style: string;
  readonly showFilter: boolean;
}

/** A data validation; formulas are relative to the first cell of the range. */
export interface ValidationFile {
  readonly range: FileRange;
  readonly type: "list" | "whole" | "decimal" | "date" | "custom";
  readonly operator?: "between" | "greaterThanOrEqual" | "lessThanOrEqual";
  readonly formula: string;
  readonly upper?: string;
  readonly allowBlank: boolean;
  readonly error?: { readonly style: "stop" | "warning" | "information"; readonly title: string; readonly message: string };
  readonly prompt?: { readonly title: string; readonly message: string };
}

/** A rule of conditional formatting; the first listed wins. */
export type ConditionalFormatFile =
  | { readonly type: "formula"; readonly range: FileRange; readonly formula: string; readonly style: DifferenceStyle }
  | { readonly type: "data-bar"; readonly range: FileRange; readonly color: string; readonly min: number; readonly max: number };

/** What a rule changes of a cell's look; colours are RRGGBB. */
export interface DifferenceStyle {
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly border?: string;
}

/** A jump inside the workbook; `location` is a reference such as 'Tổng quan'!A1. */
export interface LinkFile {
  readonly row: number;
  readonly column: number;
  readonly location: string;
  readonly tooltip?: string;
}

/** Cells that a chart draws, with the values they hold now. */
export interface ChartValues {
  readonly reference: string;
  readonly values: readonly FileValue[];
}

/** A chart on a sheet. */
export interface ChartFile {
  readonly kind: "bar" | "stacked-bar" | "column" | "stacked-column" | "line" | "radar" | "doughnut";
  readonly name: string;
  readonly title: string;
  /** Alternative text. */
  readonly description: string;
  readonly at: FileRange;
  readonly categories: ChartValues;
  /** `line` draws a series of a column chart as a line. */
  readonly series: readonly { readonly name: string; readonly values: ChartValues; readonly color: string; readonly line?: boolean }[];
  readonly valueFormat?: string;
}

/** Page setup on A4, one page across. */
export interface PrintFile {
  readonly orientation: "portrait" | "landscape";
  /** Zero-based first and last row that every page repeats. */
  readonly repeatRows?: { readonly from: number; readonly to: number };
  readonly area?: FileRange;
  /** Inches. */
  readonly margins: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
    readonly header: number;
    readonly footer: number;
  };
  /** With its codes, for instance "&CTrang &P/&N". */
  readonly header?: string;
  readonly footer?: string;
  /** The first page carries neither header nor footer. */
  readonly plainFirstPage?: boolean;
  /** Zero-based rows before which a page begins. */
  readonly pageBreaks: readonly number[];
}

/** A defined name. */
export interface NameFile {
  readonly name: string;
  readonly refersTo: string;
  readonly hidden: boolean;
}

/** A custom XML part; `id` is a GUID in braces. */
export interface CustomXmlFile {
  readonly id: string;
  readonly namespace: string;
  readonly xml: string;
}

/** How a cell looks; colours are RRGGBB. */
export interface FileStyle {
  readonly font: {
    readonly name: string;
    /** Points. */
    readonly size: number;
    readonly bold?: boolean;
    readonly italic?: boolean;
    readonly underline?: boolean;
    readonly color?: string;
  };
  readonly fill?: string;
  readonly border?: { readonly color: string; readonly sides: "all" | "bottom" | "top" };
  /** @default "General" */
  readonly numberFormat?: string;
  readonly horizontal?: "left" | "center" | "right";
  readonly vertical?: "top" | "center" | "bottom";
  readonly wrap?: boolean;
  readonly indent?: number;
  /** @default true */
  readonly locked?: boolean;
}

/** True for an error value. */
export function isFileError(value: FileValue): value is FileError {
  return typeof value === "object" && value !== null;
}
