import { runOpenpyxl } from "./otherReaders";

/** How a cell looks, in the words of `CellStyle`; what a style leaves open is absent. */
export interface CellLook {
  readonly font: {
    readonly name: string;
    readonly size: number;
    readonly bold: boolean;
    readonly italic: boolean;
    readonly underline: boolean;
    readonly color?: string;
  };
  readonly fill?: string;
  /** Sides with a thin line: "bottom left right top". */
  readonly border: string;
  readonly borderColor?: string;
  readonly numberFormat: string;
  readonly horizontal?: string;
  readonly vertical?: string;
  readonly wrap: boolean;
  readonly indent: number;
  readonly locked: boolean;
}

/** Looks and rules of one sheet. Cells and ranges in A1 notation, colours RRGGBB. */
export interface SheetLooks {
  readonly name: string;
  readonly visibility: string;
  readonly cells: Readonly<Record<string, CellLook>>;
  /** By letter, in characters of the default font. */
  readonly widths: Readonly<Record<string, number>>;
  readonly hiddenColumns: readonly string[];
  readonly heights: Readonly<Record<string, number>>;
  readonly merges: readonly string[];
  readonly freeze: string | null;
  readonly validations: readonly Readonly<Record<string, string | boolean | null>>[];
  readonly rules: readonly {
    readonly range: string;
    readonly type: string;
    readonly formula?: string;
    readonly fill?: string;
    readonly color?: string;
  }[];
  readonly links: Readonly<Record<string, string>>;
  readonly print: {
    readonly orientation: string;
    readonly titles: string | null;
    readonly area: string | null;
    readonly header: string | null;
    readonly footer: string | null;
    readonly breaks: readonly number[];
    readonly left: number;
  };
  readonly protected: boolean;
  readonly charts: number;
}

const SCRIPT = `
import json, sys, warnings
warnings.simplefilter("ignore")
import openpyxl
from openpyxl.utils import range_boundaries
book = openpyxl.load_workbook(sys.argv[1])
def rgb(color):
    return color.rgb[2:] if color is not None and color.type == "rgb" and isinstance(color.rgb, str) else None
def drop(d):
    return {k: v for k, v in d.items() if v is not None}
def look(cell):
    f, b, a = cell.font, cell.border, cell.alignment
    sides = [n for n in ("bottom", "left", "right", "top") if getattr(b, n) is not None and getattr(b, n).style == "thin"]
    return drop({
        "font": drop({"name": f.name, "size": f.sz, "bold": bool(f.b), "italic": bool(f.i), "underline": f.u is not None, "color": rgb(f.color)}),
        "fill": rgb(cell.fill.fgColor) if cell.fill.fill_type == "solid" else None,
        "border": " ".join(sides), "borderColor": rgb(getattr(b, sides[0]).color) if sides else None,
        "numberFormat": cell.number_format, "horizontal": a.horizontal, "vertical": a.vertical,
        "wrap": bool(a.wrap_text), "indent": int(a.indent or 0), "locked": cell.protection.locked})
out = []
for s in book.worksheets:
    rules = []
    for area in s.conditional_formatting:
        for r in area.rules:
            rules.append((r.priority, drop({"range": str(area.sqref), "type": r.type, "formula": r.formula[0] if r.formula else None,
              "fill": rgb(r.dxf.fill.bgColor) if r.dxf and r.dxf.fill else None, "color": rgb(r.dxf.font.color) if r.dxf and r.dxf.font else
              (rgb(r.dataBar.color) if r.dataBar else None)})))
    out.append({
        "name": s.title, "visibility": s.sheet_state,
        "cells": {c.coordinate: look(c) for row in s.iter_rows() for c in row if c.has_style},
        "widths": {k: round(d.width - 0.7109375, 2) for k, d in s.column_dimensions.items() if d.customWidth},
        "hiddenColumns": [k for k, d in s.column_dimensions.items() if d.hidden],
        "heights": {str(k): d.ht for k, d in s.row_dimensions.items() if d.ht is not None},
        "merges": sorted(str(m) for m in s.merged_cells.ranges), "freeze": s.freeze_panes,
        "validations": [{"range": str(v.sqref), "type": v.type, "operator": v.operator, "formula": v.formula1, "upper": v.formula2, "blank": v.allow_blank,
            "style": v.errorStyle, "errorTitle": v.errorTitle, "error": v.error, "promptTitle": v.promptTitle, "prompt": v.prompt} for v in s.data_validations.dataValidation],
        "rules": [r for _, r in sorted(rules, key=lambda x: x[0])],
        "links": {c.coordinate: c.hyperlink.location for row in s.iter_rows() for c in row if c.hyperlink is not None},
        "print": {"orientation": s.page_setup.orientation, "titles": s.print_title_rows, "area": s.print_area if s.print_area else None, "header": s.oddHeader.center.text,
            "footer": s.oddFooter.center.text, "breaks": [b.id for b in s.row_breaks.brk], "left": s.page_margins.left},
        "protected": s.protection.sheet, "charts": len(s._charts)})
print(json.dumps(out))`;

/** Looks and rules of every sheet of a file, as openpyxl reads them. */
export function fileLooks(bytes: Uint8Array): Promise<readonly SheetLooks[]> {
  return runOpenpyxl<readonly SheetLooks[]>(SCRIPT, bytes);
}
