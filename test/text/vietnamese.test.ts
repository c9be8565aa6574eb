import { foldMarks, foldSpace, formatNumber, normalizeText, parseNumber } from "../../src/text/vietnamese";
import { decodeLegacy, encodingOfFont } from "../../src/text/legacyFonts";

test.each([
  ["huyêṇ", "huyện"],
  ["hoaṭ", "hoạt"],
  ["nghiêp̣", "nghiệp"],
  ["thưc̣", "thực"],
  ["hoaǹ", "hoàn"],
  ["quôć", "quốc"],
  ["trươǹg", "trường"],
  ["Kế hoạch", "Kế hoạch"],
  ["khuyến", "khuyến"],
  ["01/NQ\u2011CP\u00a0ngày", "01/NQ-CP ngày"],
  ["thủ\u00ad tục\u200b", "thủ tục"],
  ["façade Ćwik", "façade Ćwik"],
])("%j is normalised to %j", (text, expected) => {
  expect(normalizeText(text)).toBe(expected.normalize("NFC"));
});

test("a sound Vietnamese text is not changed by normalising", () => {
  const text = "Ủy ban nhân dân tỉnh, Uỷ ban, hoà giải, hòa giải, quỹ, giếng, khuỷu\n  hằng năm";
  expect(normalizeText(text)).toBe(text);
});

test("spellings that differ by tone place or case have one key of the same length", () => {
  expect(foldMarks("Uỷ ban ĐẮK LẮK hoà")).toBe(foldMarks("ủy ban Đắk Lắk hòa"));
  const text = "Ủy ban — Nghị quyết 57-NQ/TW 😀 İ ß";
  expect(foldMarks(text)).toHaveLength(text.length);
});

test("white space is folded and none is left at the ends", () => {
  expect(foldSpace("  a \n\t b ")).toBe("a b");
});

test.each<[string, number | undefined]>([
  ["1.234,5", 1234.5],
  ["2.500", 2500],
  ["12 500 000", 12500000],
  ["8,25", 8.25],
  ["7.3", 7.3],
  ["0.500", 0.5],
  ["02", 2],
  ["-0,5", -0.5],
  ["1.23.4", undefined],
  ["01/6/2024", undefined],
  ["năm", undefined],
  ["", undefined],
])("%j is the number %j", (text, expected) => {
  expect(parseNumber(text)).toBe(expected);
});

test.each<[number, number | undefined, string]>([
  [1234567.5, undefined, "1.234.567,5"],
  [0.1 + 0.2, undefined, "0,3"],
  [-1234, undefined, "-1.234"],
  [80, 1, "80,0"],
  [-0.001, 1, "0,0"],
  [999.96, 1, "1.000,0"],
])("%d with %j decimals is written %s", (value, decimals, expected) => {
  expect(formatNumber(value, decimals)).toBe(expected);
});

test.each([
  ["chaát löôïng", "chất lượng"],
  ["xöû lyù hoà sô", "xử lý hồ sơ"],
  ["tröôûng phoøng", "trưởng phòng"],
  ["thuaän lôïi", "thuận lợi"],
  ["Kyõ thuaät", "Kỹ thuật"],
  ["ñònh kyø", "định kỳ"],
  ["UÛy ban nhaân daân tænh Ñaék Laék", "Ủy ban nhân dân tỉnh Đắk Lắk"],
  ["Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"],
  ["ÑOÄC LAÄP", "ĐỘC LẬP"],
])("VNI %j is %j", (code, expected) => {
  expect(decodeLegacy(code, "vni")).toBe(expected);
});

test.each([
  [".VnTime", "Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"],
  [".VnTime", "Th\u00f4 t\u00f4c h\u00b5nh chÝnh, n\u00adíc s¹ch", "Thụ tục hành chính, nước sạch"],
  [".VnTimeH", "kÕ ho¹ch", "KẾ HOẠCH"],
])("TCVN3 in %s: %j is %j", (font, code, expected) => {
  expect(decodeLegacy(code, encodingOfFont(font)!)).toBe(expected);
});

test("a Unicode font is not decoded", () => {
  expect(encodingOfFont("Times New Roman")).toBeUndefined();
});
