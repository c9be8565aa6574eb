import { apply, multiply, type Matrix, type Point } from "./pdfMatrix";

/** A piece of text on a page, in points from the top left corner. */
export interface PdfWord {
  readonly text: string;
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly width: number;
  /** Font size. */
  readonly height: number;
  /** Spaces that are drawn directly before and behind it on its line; many programs draw none and only move on. */
  readonly spacesBefore: number;
  readonly spacesBehind: number;
}

/** A font as far as its text is read. */
export interface PdfFont {
  /** Scale of glyph widths. */
  readonly scale: number;
  /** Spells what the font's codes mean. */
  readonly decode: (text: string) => string;
}

/** A glyph of pdf.js, or a shift between two. */
export type Glyph = number | { readonly unicode: string; readonly width: number; readonly isSpace: boolean };

interface TextState {
  font: PdfFont | undefined;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
}

interface Run {
  text: string;
  from: number;
  to: number;
  readonly spaces: number;
}

/** Spaces drawn one after the other. */
interface Blanks {
  readonly x: number;
  readonly y: number;
  readonly count: number;
}

/** A gap wider than this many font sizes ends a run: a letter of another font may stand in it. */
const RUN_GAP = 0.1;
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/**
 * Collects the words of a page from the glyphs that it shows, each where it stands: pdf.js's own text items run over the holes in which
 * letters of a fallback font stand.
 */
export class WordCollector {
  readonly words: (PdfWord & { spacesBehind: number })[] = [];
  /** Letters that run to the right, down, to the left and up. */
  readonly directions: [number, number, number, number] = [0, 0, 0, 0];
  private state: TextState = { font: undefined, size: 0, charSpacing: 0, wordSpacing: 0, scale: 1, leading: 0, rise: 0 };
  private readonly saved: TextState[] = [];
  private matrix: Matrix = IDENTITY;
  private lineX = 0;
  private lineY = 0;
  private x = 0;
  private blanks: Blanks | undefined;

  save(): void {
    this.saved.push({ ...this.state });
  }

  restore(): void {
    this.state = this.saved.pop() ?? this.state;
  }

  set(changed: Partial<TextState>): void {
    Object.assign(this.state, changed);
  }

  begin(): void {
    this.moveTo(IDENTITY);
  }

  moveTo(matrix: Matrix): void {
    this.matrix = matrix;
    this.x = this.lineX = this.lineY = 0;
  }

  moveBy(x: number, y: number): void {
    this.x = this.lineX += x;
    this.lineY += y;
  }

  nextLine(): void {
    this.moveBy(0, -this.state.leading);
  }

  show(glyphs: readonly Glyph[], toPage: Matrix): void {
    const { font, size, scale } = this.state;
    if (!font) return;
    let run: Run | undefined;
    for (const glyph of glyphs) {
      if (typeof glyph === "number") {
        this.x -= (glyph * size * scale) / 1000;
        continue;
      }
      const width = glyph.width * size * font.scale * scale;
      if (run && (Math.abs(this.x - run.to) > RUN_GAP * size || (isSpace(glyph.unicode) && run.text.endsWith(" ")))) {
        this.add(run, toPage);
        run = undefined;
      }
      if (run) {
        run.text += glyph.unicode;
        run.to = this.x + width;
      } else if (!isSpace(glyph.unicode))
        run = { text: glyph.unicode, from: this.x, to: this.x + width, spaces: this.spacesBefore(toPage) };
      if (isSpace(glyph.unicode)) this.countSpace(toPage, run === undefined);
      else this.blanks = undefined;
      this.x += width + (this.state.charSpacing + (glyph.isSpace ? this.state.wordSpacing : 0)) * scale;
      // The spacing of letters belongs to them: it is no gap.
      if (run) run.to = Math.max(run.to, this.x);
    }
    if (run) this.add(run, toPage);
  }

  private countSpace(toPage: Matrix, alone: boolean): void {
    const [x, y] = this.placeOn(toPage);
    const last = this.words.at(-1);
    if (alone && last && Math.abs(last.y - y) < 1 && x > last.x) last.spacesBehind++;
    const { blanks } = this;
    if (blanks && Math.abs(blanks.y - y) < 1 && x > blanks.x - 1) this.blanks = { x, y, count: blanks.count + 1 };
    else this.blanks = { x, y, count: 1 };
  }

  /** Spaces that were drawn last, if they stand before this place. */
  private spacesBefore(toPage: Matrix): number {
    const [x, y] = this.placeOn(toPage);
    const { blanks } = this;
    return blanks && Math.abs(blanks.y - y) < 1 && x > blanks.x - 1 ? blanks.count : 0;
  }

  private placeOn(toPage: Matrix): Point {
    return apply(multiply(toPage, this.matrix), this.x, this.lineY + this.state.rise);
  }

  private add(run: Run, toPage: Matrix): void {
    const text = run.text.trimEnd();
    const place = multiply(multiply(toPage, this.matrix), [1, 0, 0, 1, run.from, this.lineY + this.state.rise]);
    const [a, b, c, d, x, y] = place;
    const direction = Math.abs(b) > Math.abs(a) ? (b > 0 ? 1 : 3) : a < 0 ? 2 : 0;
    this.directions[direction] += text.length;
    // Text that runs up the margin is a stamp or a watermark.
    if (text === "" || direction !== 0) return;
    const across = Math.hypot(a, b);
    const height = Math.hypot(c, d) * Math.abs(this.state.size);
    const spaces = run.text.length - text.length;
    const width = (run.to - run.from) * across * (spaces > 0 ? text.length / run.text.length : 1);
    const word = { text: this.state.font!.decode(spelled(text)), x, y, width, height, spacesBefore: run.spaces, spacesBehind: spaces };
    const last = this.words.at(-1);
    // Bold letters are printed twice where a font has none.
    const twice = last?.text === word.text && Math.abs(last.x - x) < 0.1 * height && Math.abs(last.y - y) < 0.1 * height;
    if (!twice && height > 0) this.words.push(word);
  }
}

function isSpace(text: string): boolean {
  return text.trim() === "";
}

/** Ligatures as letters. */
function spelled(text: string): string {
  return /[\ufb00-\ufb06]/.test(text) ? text.replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize("NFKC")) : text;
}
