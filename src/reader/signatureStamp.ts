import type { PdfLine } from "./pdfLines";

// "Người ký: Sở Thông tin và Truyền thông", "Ký bởi: …", "Thời gian ký: 12.01.2024 15:30:22 +07:00", "Signature valid" (Decree 30/2020, annex I)
const STAMP =
  /^(?:người ký|ký bởi|được ký bởi|ký số bởi|thời gian ký|ngày ký|signature (?:valid|not verified)|(?:digitally )?signed by)(?: ?:| |$)/i;
// "Email: …", "Cơ quan: Tỉnh Gia Lai", "Date: …"
const STAMP_FIELD = /^(?:e-?mail|cơ quan|tổ chức|chức vụ|lý do|địa điểm|date|reason|location)\s?:/i;

/** Lines of a digital signature's picture: it is laid over the page and says nothing of the plan. */
export function stampLines(lines: readonly PdfLine[]): ReadonlySet<PdfLine> {
  const stamp = new Set(lines.filter((line) => STAMP.test(line.text)));
  const first = [...stamp];
  for (let at = 0; at < first.length; at++) {
    const known = first[at]!;
    for (const line of lines) {
      const near = Math.abs(line.y - known.y) < 1.7 * known.height && Math.abs(line.left - known.left) < 2 * known.height;
      const alike = Math.abs(line.height - known.height) < 0.1 * known.height;
      // A field of the stamp, or its words that go on in the next line: they stand straight below.
      const goesOn = line.y > known.y && Math.abs(line.left - known.left) < 1 && line.height < 0.8 * usualHeight(lines);
      if (!stamp.has(line) && near && alike && (STAMP_FIELD.test(line.text) || goesOn)) {
        stamp.add(line);
        first.push(line);
      }
    }
  }
  return stamp;
}

function usualHeight(lines: readonly PdfLine[]): number {
  const heights = lines.map((line) => line.height).sort((a, b) => a - b);
  return heights[Math.floor(heights.length / 2)] ?? 0;
}
