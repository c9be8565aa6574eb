import type { PDFPageProxy } from "pdfjs-dist";
import { decodeLegacy, encodingOfFont } from "../text/legacyFonts";
import type { PdfEngine } from "./pdfEngine";
import { symbolText } from "./symbols";

/** A piece of text on a page, in points from the top left corner. */
export interface PdfWord {
  readonly text: string;
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly width: number;
  /** Font size. */
  readonly height: number;
}

/** A straight line on a page: horizontal at y = `at`, vertical at x = `at`. */
export interface Ruling {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** What a page holds. */
export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly words: readonly PdfWord[];
  readonly horizontal: readonly Ruling[];
  readonly vertical: readonly Ruling[];
}

type Matrix = readonly [number, number, number, number, number, number];
type Point = readonly [number, number];

/** Thickest filled rectangle that counts as a line, in points. */
const LINE_WIDTH = 3;
const SHORTEST = 4;

/** Reads the words and ruling lines of a page. */
export async function readPdfPage(pdfjs: PdfEngine, page: PDFPageProxy): Promise<PdfPage> {
  const viewport = page.getViewport({ scale: 1 });
  const toPage = viewport.transform as unknown as Matrix;
  const operators = await page.getOperatorList();
  const content = await page.getTextContent();
  const words: PdfWord[] = [];
  for (const item of content.items) {
    if (!("str" in item) || item.str.trim() === "") continue;
    const [a, b, c, d, x, y] = multiply(toPage, item.transform as unknown as Matrix);
    // Text that runs up the margin is a stamp or a watermark.
    if (Math.abs(b) > Math.abs(a)) continue;
    words.push({
      text: symbolText(decodeFont(page, item.fontName, item.str)),
      x,
      y,
      width: item.width,
      height: Math.hypot(c, d) || item.height,
    });
  }
  const { horizontal, vertical } = findRulings(pdfjs, operators.fnArray, operators.argsArray as readonly unknown[], toPage);
  return { width: viewport.width, height: viewport.height, words, horizontal, vertical };
}

/** Old files keep TCVN3 and VNI codes in their text; the font's name ("ABCDEF+.VnTime") tells. */
function decodeFont(page: PDFPageProxy, fontName: string, text: string): string {
  if (!page.commonObjs.has(fontName)) return text;
  const font = page.commonObjs.get(fontName) as { name?: string } | null;
  const encoding = encodingOfFont((font?.name ?? "").replace(/^[A-Z]{6}\+/, ""));
  return encoding && !/[\u1e00-\u1eff]/.test(text) ? decodeLegacy(text, encoding) : text;
}

function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

function apply(m: Matrix, x: number, y: number): Point {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
}

/** Straight lines from the drawing operators; pdf.js 5 gives a path as one array: 0 move, 1 line, 2 and 3 curves, 4 close. */
function findRulings(
  pdfjs: PdfEngine,
  operators: readonly number[],
  operands: readonly unknown[],
  toPage: Matrix,
): { horizontal: Ruling[]; vertical: Ruling[] } {
  const { OPS } = pdfjs;
  const fills: readonly number[] = [OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke];
  const rulings = new RulingCollector();
  let matrix = toPage;
  const stack: Matrix[] = [];
  operators.forEach((operator, index) => {
    const given = operands[index] as readonly unknown[] | null;
    if (operator === OPS.save) stack.push(matrix);
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) matrix = stack.pop() ?? matrix;
    else if (operator === OPS.transform) matrix = multiply(matrix, given as unknown as Matrix);
    else if (operator === OPS.paintFormXObjectBegin) {
      stack.push(matrix);
      if (given?.[0]) matrix = multiply(matrix, given[0] as Matrix);
    } else if (operator === OPS.constructPath && given) {
      // A path that is only ended clips; it draws nothing.
      if (given[0] === OPS.endPath) return;
      for (const path of (given[1] ?? []) as readonly (ArrayLike<number> | null)[])
        if (path) addPath(rulings, path, matrix, fills.includes(given[0] as number));
    }
  });
  return rulings;
}

class RulingCollector {
  readonly horizontal: Ruling[] = [];
  readonly vertical: Ruling[] = [];

  add([x0, y0]: Point, [x1, y1]: Point): void {
    if (Math.abs(y0 - y1) < 1.5 && Math.abs(x0 - x1) > SHORTEST)
      this.horizontal.push({ at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) });
    else if (Math.abs(x0 - x1) < 1.5 && Math.abs(y0 - y1) > SHORTEST)
      this.vertical.push({ at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) });
  }

  /** A thin filled rectangle is a line too. */
  addFilled(points: readonly Point[]): void {
    if (points.length < 4) return;
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    if (right - left < LINE_WIDTH) this.add([(left + right) / 2, top], [(left + right) / 2, bottom]);
    else if (bottom - top < LINE_WIDTH) this.add([left, (top + bottom) / 2], [right, (top + bottom) / 2]);
  }
}

function addPath(rulings: RulingCollector, path: ArrayLike<number>, matrix: Matrix, filled: boolean): void {
  let points: Point[] = [];
  let current: Point = [0, 0];
  let start: Point = [0, 0];
  const flush = () => {
    if (filled && points.length < 50) rulings.addFilled(points);
    points = [];
  };
  for (let at = 0; at < path.length;) {
    const step = path[at++];
    if (step === 0 || step === 1) {
      const point = apply(matrix, path[at]!, path[at + 1]!);
      at += 2;
      if (step === 0) {
        flush();
        start = point;
      } else if (!filled) rulings.add(current, point);
      current = point;
      points.push(point);
    } else if (step === 2) at += 6;
    else if (step === 3) at += 4;
    else if (step === 4) {
      if (!filled) rulings.add(current, start);
      current = start;
    } else break;
  }
  flush();
}
