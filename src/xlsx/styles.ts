import type { DifferenceStyle, FileStyle } from "./sheetFile";
import { NAMESPACES, XML_HEAD, attributes } from "./xml";

/** Number formats with fixed ids (ECMA-376, 18.8.30); all others are numbered from 164. */
const BUILT_IN_FORMATS: ReadonlyMap<string, number> = new Map([
  ["General", 0],
  ["0", 1],
  ["0.00", 2],
  ["#,##0", 3],
  ["#,##0.00", 4],
  ["0%", 9],
  ["0.00%", 10],
  ["@", 49],
]);

const FIRST_CUSTOM_FORMAT = 164;

/** A colour as files hold it: opaque, upper case. */
export function argb(color: string): string {
  return `FF${color.toUpperCase()}`;
}

/** A list without repetitions that remembers where each entry stands. */
class Pool {
  private readonly places = new Map<string, number>();

  add(xml: string): number {
    const known = this.places.get(xml);
    if (known !== undefined) return known;
    const place = this.places.size;
    this.places.set(xml, place);
    return place;
  }

  get size(): number {
    return this.places.size;
  }

  list(tag: string): string {
    return `<${tag} count="${this.places.size}">${[...this.places.keys()].join("")}</${tag}>`;
  }
}

/** Collects the looks that a workbook uses and spells styles.xml. */
export class StyleSheet {
  private readonly fonts = new Pool();
  private readonly fills = new Pool();
  private readonly borders = new Pool();
  private readonly formats = new Map<string, number>();
  private readonly cellFormats = new Pool();
  private readonly differences = new Pool();
  private readonly ids = new Map<string, number>();
  private readonly normal: FileStyle;

  /** `defaultStyle` gives the workbook's font and the look of cells that name none. */
  constructor(
    private readonly styles: Readonly<Record<string, FileStyle>>,
    private readonly defaultStyle: string,
  ) {
    this.normal = this.look(defaultStyle);
    this.fonts.add(fontXml(this.normal.font));
    this.fills.add('<fill><patternFill patternType="none"/></fill>');
    this.fills.add('<fill><patternFill patternType="gray125"/></fill>');
    this.borders.add("<border><left/><right/><top/><bottom/><diagonal/></border>");
    this.id(defaultStyle);
  }

  private look(key: string): FileStyle {
    const look = Object.hasOwn(this.styles, key) ? this.styles[key] : undefined;
    if (!look) throw new Error(`Style "${key}" is not defined`);
    return look;
  }

  /** Index of a style in cellXfs. `quotePrefix` keeps text that starts like a formula text when a person edits the cell. */
  id(key: string = this.defaultStyle, quotePrefix = false): number {
    const name = quotePrefix ? `'${key}` : `.${key}`;
    const known = this.ids.get(name);
    if (known !== undefined) return known;
    const id = this.cellFormats.add(this.cellFormatXml(this.look(key), quotePrefix));
    this.ids.set(name, id);
    return id;
  }

  /** Index of a conditional look in dxfs. */
  difference(style: DifferenceStyle): number {
    const font =
      style.bold || style.italic || style.color
        ? `<font>${style.bold ? "<b/>" : ""}${style.italic ? "<i/>" : ""}${style.color ? `<color rgb="${argb(style.color)}"/>` : ""}</font>`
        : "";
    const fill = style.fill ? `<fill><patternFill patternType="solid"><bgColor rgb="${argb(style.fill)}"/></patternFill></fill>` : "";
    const border = style.border ? `<border>${sidesXml(style.border, ["left", "right", "top", "bottom"])}</border>` : "";
    return this.differences.add(`<dxf>${font}${fill}${border}</dxf>`);
  }

  private formatId(code: string): number {
    const builtIn = BUILT_IN_FORMATS.get(code);
    if (builtIn !== undefined) return builtIn;
    const known = this.formats.get(code);
    if (known !== undefined) return known;
    const id = FIRST_CUSTOM_FORMAT + this.formats.size;
    this.formats.set(code, id);
    return id;
  }

  private cellFormatXml(style: FileStyle, quotePrefix: boolean): string {
    const fontId = this.fonts.add(fontXml(style.font));
    const fillId = style.fill
      ? this.fills.add(
          `<fill><patternFill patternType="solid"><fgColor rgb="${argb(style.fill)}"/><bgColor indexed="64"/></patternFill></fill>`,
        )
      : 0;
    const borderId = style.border ? this.borders.add(borderXml(style.border)) : 0;
    const numFmtId = this.formatId(style.numberFormat ?? "General");
    const alignment = attributes({
      // Excel indents only text that is set to a side.
      horizontal: style.horizontal ?? (style.indent ? "left" : undefined),
      vertical: style.vertical === "bottom" ? undefined : style.vertical,
      wrapText: style.wrap,
      indent: style.indent || undefined,
    });
    const inner = (alignment ? `<alignment${alignment}/>` : "") + (style.locked === false ? '<protection locked="0"/>' : "");
    const own = attributes({
      numFmtId,
      fontId,
      fillId,
      borderId,
      xfId: 0,
      quotePrefix,
      applyNumberFormat: numFmtId > 0,
      applyFont: fontId > 0,
      applyFill: fillId > 0,
      applyBorder: borderId > 0,
      applyAlignment: alignment !== "",
      applyProtection: style.locked === false,
    });
    return inner ? `<xf${own}>${inner}</xf>` : `<xf${own}/>`;
  }

  xml(): string {
    const formats = [...this.formats].map(([code, id]) => `<numFmt${attributes({ numFmtId: id, formatCode: code })}/>`).join("");
    return (
      `${XML_HEAD}<styleSheet xmlns="${NAMESPACES.main}">` +
      (formats ? `<numFmts count="${this.formats.size}">${formats}</numFmts>` : "") +
      this.fonts.list("fonts") +
      this.fills.list("fills") +
      this.borders.list("borders") +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      this.cellFormats.list("cellXfs") +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
      this.differences.list("dxfs") +
      '<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/></styleSheet>'
    );
  }
}

function fontXml(font: FileStyle["font"]): string {
  return (
    `<font>${font.bold ? "<b/>" : ""}${font.italic ? "<i/>" : ""}${font.underline ? "<u/>" : ""}<sz val="${font.size}"/>` +
    `${font.color ? `<color rgb="${argb(font.color)}"/>` : '<color theme="1"/>'}<name${attributes({ val: font.name })}/><family val="1"/></font>`
  );
}

type Side = "left" | "right" | "top" | "bottom";

function sidesXml(color: string, drawn: readonly Side[]): string {
  const sides: readonly Side[] = ["left", "right", "top", "bottom"];
  return sides
    .map((side) => (drawn.includes(side) ? `<${side} style="thin"><color rgb="${argb(color)}"/></${side}>` : `<${side}/>`))
    .join("");
}

function borderXml(border: NonNullable<FileStyle["border"]>): string {
  const drawn: readonly Side[] = border.sides === "all" ? ["left", "right", "top", "bottom"] : [border.sides];
  return `<border>${sidesXml(border.color, drawn)}<diagonal/></border>`;
}
