import type { CellStyle } from "./workbookSpec";

/** Number format of days: late when positive, left when negative. */
export const DAYS_FORMAT = '"trễ "0;"còn "0;0';

/** Number format of differences between shares: percentage points with their sign. */
export const POINTS_FORMAT = "+0.0%;-0.0%;0.0%";

/** Font of every sheet (Decree 30/2020: Times New Roman). */
export const FONT = "Times New Roman";

/** Colours, RRGGBB: quiet on screen, apart from each other in grey. */
export const COLORS = {
  ink: "000000",
  paper: "FFFFFF",
  grey: "7F7F7F",
  line: "BFBFBF",
  headerFill: "DCE6F1",
  inputFill: "FFFCEB",
  internalFill: "F7F7F7",
  tileFill: "F3F6FA",
  link: "1F4E79",
  accent: "1F4E79",
  red: "C00000",
  bar: "BDD7EE",
  tabInput: "F2C94C",
  tabFormula: "5B8DB8",
  tabReference: "A6A6A6",
} as const;

/**
 * Colours of series: dark blue, orange, grey, light blue, near white. Blue and orange are told apart by colour-blind readers, and the five
 * shades of grey they print in lie at least 35 of 255 apart; bars have a grey edge, so that near white is seen on paper.
 */
export const SERIES_COLORS = ["1F4E79", "D55E00", "9C9C9C", "B3CFEA", "F2F4F7"] as const;

/** Edge of the bars of a chart. */
export const BAR_EDGE = "7F7F7F";

/** Number formats by the key that style names carry. */
export const NUMBER_FORMATS = {
  text: "General",
  center: "General",
  code: "General",
  number: "General",
  integer: "#,##0",
  count: '#,##0;-#,##0;"–"',
  year: "0",
  date: "dd/mm/yyyy",
  percent: "0.0%",
  percent0: "0%",
  share: '0.0%;-0.0%;"–"',
  score: "#,##0.00",
  days: DAYS_FORMAT,
  points: POINTS_FORMAT,
} as const;

/** How a value is shown. */
export type CellFormat = keyof typeof NUMBER_FORMATS;

/** Who fills a cell. */
export type CellRole = "input" | "formula" | "internal";

/** Deepest indent of a "trong đó". */
export const MAX_INDENT = 4;

/** Key of a body style. */
export function bodyStyle(role: CellRole, format: CellFormat, indent = 0): string {
  const base = `${role}.${format}`;
  return indent > 0 ? `${base}.indent${Math.min(indent, MAX_INDENT)}` : base;
}

const plain = { name: FONT, size: 11 };
const edge = { color: COLORS.line, sides: "all" } as const;

/** Fill and ink of each family of conclusions and statuses. */
export const TONES = {
  good: { fill: "E2EFDA", color: "375623" },
  partly: { fill: "FFF2CC", color: "7F6000" },
  bad: { fill: "F8D7DA", color: "842029", bold: true },
  running: { fill: "DDEBF7", color: "1F4E78" },
  soon: { fill: "FCE4D6", color: "843C0C" },
  none: { color: "7F7F7F", italic: true },
} as const;

function fixedStyles(): Record<string, CellStyle> {
  return {
    default: { font: plain, vertical: "top" },
    title: { font: { ...plain, size: 14, bold: true, color: COLORS.accent }, vertical: "center" },
    titleCenter: { font: { ...plain, size: 16, bold: true, color: COLORS.accent }, horizontal: "center", vertical: "center", wrap: true },
    subtitle: { font: { ...plain, size: 12, bold: true }, horizontal: "center", vertical: "center", wrap: true },
    note: { font: { ...plain, size: 10, italic: true, color: COLORS.grey }, vertical: "center" },
    noteText: { font: { ...plain, size: 10, italic: true, color: "595959" }, vertical: "top", wrap: true },
    noteCenter: { font: { ...plain, italic: true }, horizontal: "center", vertical: "center" },
    header: { font: { ...plain, bold: true }, fill: COLORS.headerFill, border: edge, horizontal: "center", vertical: "center", wrap: true },
    headerInternal: {
      font: { ...plain, bold: true, color: COLORS.grey },
      fill: COLORS.internalFill,
      border: edge,
      horizontal: "center",
      vertical: "center",
      wrap: true,
    },
    section: {
      font: { ...plain, size: 12, bold: true, color: COLORS.accent },
      border: { color: COLORS.accent, sides: "bottom" },
      vertical: "center",
    },
    labelLink: { font: { ...plain, color: COLORS.link }, border: edge, vertical: "center", wrap: true },
    label: { font: plain, border: edge, vertical: "center", wrap: true },
    labelBold: { font: { ...plain, bold: true }, border: edge, vertical: "center", wrap: true },
    count: { font: plain, border: edge, numberFormat: '#,##0;-#,##0;"–"', horizontal: "center", vertical: "center" },
    countBold: { font: { ...plain, bold: true }, border: edge, numberFormat: "#,##0", horizontal: "center", vertical: "center" },
    share: { font: plain, border: edge, numberFormat: '0.0%;-0.0%;"–"', horizontal: "center", vertical: "center" },
    shareBold: { font: { ...plain, bold: true }, border: edge, numberFormat: "0.0%", horizontal: "center", vertical: "center" },
    listLink: {
      font: { ...plain, size: 10, color: COLORS.link, underline: true },
      horizontal: "center",
      vertical: "center",
    },
    listText: { font: { ...plain, size: 10 }, horizontal: "left", vertical: "center", wrap: true },
    listCenter: { font: { ...plain, size: 10 }, horizontal: "center", vertical: "center", wrap: true },
    listDate: { font: { ...plain, size: 10 }, numberFormat: "dd/mm/yyyy", horizontal: "center", vertical: "center" },
    listCount: { font: { ...plain, size: 10 }, numberFormat: "#,##0", horizontal: "center", vertical: "center" },
    listShare: { font: { ...plain, size: 10 }, numberFormat: "0.0%", horizontal: "center", vertical: "center" },
    tileLabel: { font: { ...plain, size: 10 }, fill: COLORS.tileFill, horizontal: "center", vertical: "center", wrap: true },
    tileCount: {
      font: { ...plain, size: 20, bold: true, color: COLORS.accent },
      fill: COLORS.tileFill,
      numberFormat: "#,##0",
      horizontal: "center",
      vertical: "center",
    },
    tileShare: {
      font: { ...plain, size: 20, bold: true, color: COLORS.accent },
      fill: COLORS.tileFill,
      numberFormat: "0.0%",
      horizontal: "center",
      vertical: "center",
    },
    tileNote: {
      font: { ...plain, size: 9, italic: true, color: "595959" },
      fill: COLORS.tileFill,
      horizontal: "center",
      vertical: "center",
      wrap: true,
    },
    infoLabel: { font: { ...plain, bold: true }, border: edge, vertical: "top", wrap: true },
    infoNote: { font: { ...plain, size: 10, italic: true, color: "595959" }, border: edge, vertical: "top", wrap: true },
    "input.dateLeft": { ...body("input", "date"), horizontal: "left" },
    "input.dateStrong": { ...body("input", "date"), horizontal: "left", font: { ...plain, bold: true, color: COLORS.red } },
    "input.textStrong": { ...body("input", "text"), font: { ...plain, bold: true, color: COLORS.red } },
    "input.integerLeft": { ...body("input", "integer"), horizontal: "left" },
    sourceText: { font: plain, border: edge, vertical: "top", wrap: true },
    sourceUse: { font: { ...plain, size: 10 }, border: edge, horizontal: "center", vertical: "top", wrap: true },
    link: {
      font: { ...plain, color: COLORS.link, underline: true },
      border: edge,
      horizontal: "center",
      vertical: "top",
      wrap: true,
      fill: COLORS.inputFill,
    },
    linkPlain: { font: { ...plain, color: COLORS.link, underline: true }, border: edge, horizontal: "left", vertical: "top", wrap: true },
    state: { font: { ...plain, size: 9, color: COLORS.grey }, numberFormat: "@" },
    guideText: { font: { ...plain, size: 12 }, vertical: "top", wrap: true },
    guideHead: { font: { ...plain, size: 12, bold: true, color: COLORS.accent }, vertical: "top", wrap: true },
    legendInput: { font: plain, fill: COLORS.inputFill, border: edge, horizontal: "center", vertical: "center" },
    legendFormula: { font: plain, border: edge, horizontal: "center", vertical: "center" },
    legendInternal: {
      font: { ...plain, color: COLORS.grey },
      fill: COLORS.internalFill,
      border: edge,
      horizontal: "center",
      vertical: "center",
    },
  };
}

/** Lines of printed forms. */
export const FORM_LINE = "404040";

/** Looks of the forms for paper: Times New Roman 12 to 14, black (Decree 30/2020). */
function formStyles(): Record<string, CellStyle> {
  const font = (size: number, more: Partial<CellStyle["font"]> = {}): CellStyle["font"] => ({ name: FONT, size, ...more });
  const line = { color: FORM_LINE, sides: "all" } as const;
  const middle = { horizontal: "center", vertical: "center", wrap: true } as const;
  const left = { horizontal: "left", vertical: "top", wrap: true } as const;
  return {
    formNation: { font: font(12, { bold: true }), ...middle },
    formSuperior: { font: font(12), ...middle },
    formAgency: { font: font(12, { bold: true }), ...middle, vertical: "top" },
    formMotto: { font: font(13, { bold: true, underline: true }), ...middle, vertical: "top" },
    formNumber: { font: font(13), ...middle },
    formDay: { font: font(13, { italic: true }), ...middle },
    formTitle: { font: font(14, { bold: true }), ...middle },
    formDear: { font: font(14), ...middle },
    formHead: { font: font(13, { bold: true }), horizontal: "left", vertical: "center", wrap: true },
    formText: { font: font(13), ...left },
    formTableHead: { font: font(12, { bold: true }), border: line, fill: "F2F2F2", ...middle },
    formBand: { font: font(12, { bold: true }), border: line, fill: "DCE6F1", ...middle, horizontal: "left" },
    formBandCenter: { font: font(12, { bold: true }), border: line, fill: "DCE6F1", ...middle },
    formCell: { font: font(12), border: line, ...left },
    formCenter: { font: font(12), border: line, horizontal: "center", vertical: "top", wrap: true },
    formSpare: { font: font(12), ...left },
    formSpareCenter: { font: font(12), horizontal: "center", vertical: "top", wrap: true },
    formRecipients: { font: font(12, { bold: true, italic: true }), ...left, vertical: "bottom" },
    formSmall: { font: font(11), ...left },
    formSign: { font: font(13, { bold: true }), horizontal: "center", vertical: "top", wrap: true },
    formSignHint: { font: font(12, { italic: true, color: COLORS.grey }), horizontal: "center", vertical: "top" },
    screenHead: { font: { ...plain, bold: true, color: COLORS.grey }, fill: COLORS.internalFill, border: edge, ...middle },
    screenText: { font: { ...plain, color: "404040" }, ...left },
    screenCode: { font: { ...plain, color: COLORS.grey }, horizontal: "center", vertical: "top" },
    screenLabel: { font: { ...plain, bold: true }, horizontal: "left", vertical: "center", wrap: true },
    screenInput: { ...body("input", "text"), font: { ...plain, bold: true }, vertical: "center" },
    screenDate: { ...body("input", "date"), horizontal: "left", vertical: "center" },
    helperDate: {
      font: { ...plain, size: 9, color: COLORS.grey },
      numberFormat: "dd/mm/yyyy",
      horizontal: "center",
      vertical: "top",
    },
    helperShare: { font: { ...plain, size: 9, color: COLORS.grey }, numberFormat: "0%", horizontal: "center", vertical: "top" },
    // Places that lines of a list are looked up by: they say nothing to a reader.
    helperPlace: { font: { ...plain, size: 9, color: COLORS.paper }, numberFormat: ";;;", horizontal: "center", vertical: "top" },
    helper: { font: { ...plain, size: 9, color: COLORS.grey }, horizontal: "center", vertical: "top" },
  };
}

function bodyStyles(): Record<string, CellStyle> {
  const styles: Record<string, CellStyle> = {};
  for (const role of ["input", "formula", "internal"] as const)
    for (const format of Object.keys(NUMBER_FORMATS) as CellFormat[]) {
      styles[bodyStyle(role, format)] = body(role, format);
      if (format === "text")
        for (let indent = 1; indent <= MAX_INDENT; indent += 1) styles[bodyStyle(role, format, indent)] = { ...body(role, format), indent };
    }
  return styles;
}

function body(role: CellRole, format: CellFormat): CellStyle {
  const fill = role === "input" ? COLORS.inputFill : role === "internal" ? COLORS.internalFill : undefined;
  return {
    font: role === "internal" ? { ...plain, color: COLORS.grey } : plain,
    ...(fill ? { fill } : {}),
    border: edge,
    numberFormat: NUMBER_FORMATS[format],
    horizontal: format === "text" ? "left" : format === "integer" ? "right" : "center",
    vertical: "top",
    wrap: true, // words such as "Không phát sinh" stand among figures
    ...(role === "input" ? { locked: false } : {}),
  };
}

/** Every look that a sheet of ours can have, by key. */
export const STYLES: Readonly<Record<string, CellStyle>> = { ...fixedStyles(), ...formStyles(), ...bodyStyles() };
