import { apply, type Matrix, type Point } from "./pdfMatrix";

/** A straight line on a page: horizontal at y = `at`, vertical at x = `at`. */
export interface Ruling {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Thickest filled rectangle that counts as a line, in points. */
const LINE_WIDTH = 3;
const SHORTEST = 4;

/** Collects the straight lines that a page draws. */
export class RulingCollector {
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

  /** Adds a path as pdf.js 5 gives it, one array: 0 move, 1 line, 2 and 3 curves, 4 close. */
  addPath(path: ArrayLike<number>, matrix: Matrix, filled: boolean): void {
    let points: Point[] = [];
    let current: Point = [0, 0];
    let start: Point = [0, 0];
    const flush = () => {
      if (filled && points.length < 50) this.addFilled(points);
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
        } else if (!filled) this.add(current, point);
        current = point;
        points.push(point);
      } else if (step === 2) at += 6;
      else if (step === 3) at += 4;
      else if (step === 4) {
        if (!filled) this.add(current, start);
        current = start;
      } else break;
    }
    flush();
  }
}
