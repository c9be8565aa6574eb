import type { PDFPageProxy } from "pdfjs-dist";
import { decodeLegacy, encodingOfFont } from "../text/legacyFonts";
import type { PdfEngine } from "./pdfEngine";
import { withoutMarks } from "./pdfFootnotes";
import { WordCollector, type Glyph, type PdfFont, type PdfWord } from "./pdfGlyphs";
import { multiply, type Matrix } from "./pdfMatrix";
import { RulingCollector, type Ruling } from "./pdfRulings";
import { symbolText } from "./symbols";

/** What a page holds. */
export interface PdfPage {
  readonly width: number;
  readonly height: number;
  /** Its words, without the raised numbers that refer to footnotes. */
  readonly words: readonly PdfWord[];
  /** These numbers. */
  readonly footnoteLabels: ReadonlySet<string>;
  readonly horizontal: readonly Ruling[];
  readonly vertical: readonly Ruling[];
  /** Share of the page that its largest picture covers, 0 to 1. */
  readonly picture: number;
  /** Shapes that it fills: letters that a program has turned into outlines are such. */
  readonly shapes: number;
}

/** Reads the words and ruling lines of a page from its drawing operators; a page whose text runs sideways is turned first. */
export async function readPdfPage(pdfjs: PdfEngine, page: PDFPageProxy): Promise<PdfPage> {
  // What is laid over a page (signatures, comments) is no text of it.
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: pdfjs.AnnotationMode.DISABLE });
  const operators = { fnArray, argsArray: argsArray as readonly Operands[] };
  const fonts = await fontsOf(pdfjs, page, operators.fnArray, operators.argsArray);
  const upright = collect(pdfjs, page, operators, fonts, page.rotate);
  const most = upright.directions.indexOf(Math.max(...upright.directions));
  return most === 0 ? upright.page : collect(pdfjs, page, operators, fonts, (page.rotate + 360 - 90 * most) % 360).page;
}

interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly Operands[];
}

function collect(
  pdfjs: PdfEngine,
  page: PDFPageProxy,
  { fnArray, argsArray }: Operators,
  fonts: ReadonlyMap<string, PdfFont>,
  rotation: number,
): { readonly page: PdfPage; readonly directions: readonly number[] } {
  const viewport = page.getViewport({ scale: 1, rotation });
  const rulings = new RulingCollector();
  const text = new WordCollector();
  const { OPS } = pdfjs;
  const fills: readonly number[] = [OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke];
  const pictures: readonly number[] = [
    OPS.paintImageXObject,
    OPS.paintInlineImageXObject,
    OPS.paintImageMaskXObject,
    OPS.paintInlineImageXObjectGroup,
    OPS.paintImageXObjectRepeat,
    OPS.paintImageMaskXObjectRepeat,
    OPS.paintImageMaskXObjectGroup,
  ];
  let picture = 0;
  let shapes = 0;
  const stack: Matrix[] = [];
  let matrix = viewport.transform as unknown as Matrix;
  const save = () => {
    stack.push(matrix);
    text.save();
  };
  const restore = () => {
    matrix = stack.pop() ?? matrix;
    text.restore();
  };
  const setFont = (name: unknown, size: unknown) => text.set({ font: fonts.get(String(name)), size: Number(size) });
  fnArray.forEach((operator, index) => {
    const given = argsArray[index] ?? [];
    const first = Number(given[0]);
    // A picture fills the unit square.
    if (pictures.includes(operator)) picture = Math.max(picture, Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]));
    switch (operator) {
      case OPS.save:
        return save();
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        return restore();
      case OPS.transform:
        matrix = multiply(matrix, given as unknown as Matrix);
        return;
      case OPS.paintFormXObjectBegin:
        save();
        if (given[0]) matrix = multiply(matrix, given[0] as Matrix);
        return;
      case OPS.constructPath:
        // A path that is only ended clips; it draws nothing.
        if (given[0] === OPS.endPath) return;
        if (fills.includes(first)) shapes++;
        for (const path of (given[1] ?? []) as readonly (ArrayLike<number> | null)[])
          if (path) rulings.addPath(path, matrix, fills.includes(first));
        return;
      case OPS.beginText:
        return text.begin();
      case OPS.setTextMatrix:
        return text.moveTo(Array.from(given[0] as ArrayLike<number>) as unknown as Matrix);
      case OPS.setLeadingMoveText:
        text.set({ leading: -Number(given[1]) });
        return text.moveBy(first, Number(given[1]));
      case OPS.moveText:
        return text.moveBy(first, Number(given[1]));
      case OPS.nextLine:
        return text.nextLine();
      case OPS.setLeading:
        return text.set({ leading: first });
      case OPS.setCharSpacing:
        return text.set({ charSpacing: first });
      case OPS.setWordSpacing:
        return text.set({ wordSpacing: first });
      case OPS.setHScale:
        return text.set({ scale: first / 100 });
      case OPS.setTextRise:
        return text.set({ rise: first });
      case OPS.setFont:
        return setFont(given[0], given[1]);
      case OPS.setGState:
        for (const [key, value] of given[0] as readonly (readonly [string, unknown])[])
          if (key === "Font") setFont(...(value as [unknown, unknown]));
        return;
      case OPS.showText:
        return text.show(given[0] as readonly Glyph[], matrix);
    }
  });
  const { width, height } = viewport;
  const { words, labels: footnoteLabels } = withoutMarks(text.words);
  const read = { width, height, words, footnoteLabels, ...rulings, picture: picture / (width * height), shapes };
  return { page: read, directions: text.directions };
}

type Operands = readonly unknown[] | null;

/** Time that a font may take to arrive from the worker, in milliseconds. */
const FONT_TIME = 2000;

/** The fonts of a page by the names that its operators use. */
async function fontsOf(
  { OPS }: PdfEngine,
  page: PDFPageProxy,
  operators: readonly number[],
  operands: readonly Operands[],
): Promise<ReadonlyMap<string, PdfFont>> {
  const names = new Set(operators.flatMap((operator, index) => (operator === OPS.setFont ? [String(operands[index]?.[0])] : [])));
  const fonts = await Promise.all([...names].map(async (name) => [name, await fontOf(page, name)] as const));
  return new Map(fonts);
}

function fontOf(page: PDFPageProxy, name: string): Promise<PdfFont> {
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(toFont(undefined)), FONT_TIME);
    page.commonObjs.get(name, (font: LoadedFont | null) => {
      clearTimeout(late);
      resolve(toFont(font ?? undefined));
    });
  });
}

interface LoadedFont {
  readonly name?: string;
  readonly fontMatrix?: Matrix;
}

/** Old files keep TCVN3 and VNI codes in their text; the font's name ("ABCDEF+.VnTime") tells. */
function toFont(font: LoadedFont | undefined): PdfFont {
  const encoding = encodingOfFont((font?.name ?? "").replace(/^[A-Z]{6}\+/, ""));
  const decode = (text: string) => (encoding && !/[\u1e00-\u1eff]/.test(text) ? decodeLegacy(text, encoding) : text);
  return { scale: font?.fontMatrix?.[0] || 0.001, decode: (text) => symbolText(decode(text)) };
}
