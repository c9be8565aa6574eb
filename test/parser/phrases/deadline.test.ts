import { findTimePhrases } from "../../../src/parser/phrases/datePhrase";
import { parseDeadline } from "../../../src/parser/phrases/deadline";

const kindOf = (text: string): string => parseDeadline(text, { year: 2026 }).kind;

test.each(["Từ năm 2027", "Từ ngày 01/7/2026", "từ quý II/2026 trở đi", "Năm 2026 và các năm tiếp theo", "2026 và những năm tiếp theo"])(
  "%s has no end",
  (text) => expect(parseDeadline(text)).toEqual({ kind: "continuous" }),
);

test("what runs from a day to another ends on the later one", () => {
  expect(parseDeadline("Từ ngày 05/3/2026 đến ngày 20/4/2026")).toEqual({ kind: "fixed", date: "2026-04-20" });
  expect(parseDeadline("Giai đoạn 2026–2030")).toEqual({ kind: "fixed", date: "2030-12-31", from: "2026-01-01" });
});

test.each([
  "Sau ngày khai mạc 15/3/2026",
  "sau khi Đề án được ban hành",
  "Trước kỳ họp cuối năm",
  "trước khi bước vào năm học",
  "Khi có phát sinh",
])("%s waits for something", (text) => expect(parseDeadline(text)).toEqual({ kind: "conditional", condition: text }));

test.each([
  ["trước 30/6 hằng năm", "trước 30/6 hằng năm"],
  ["trước 16 giờ hằng ngày", "trước 16 giờ hằng ngày"],
  ["Hằng ngày", "Hằng ngày"],
  ["trước 15 giờ 30 thứ Năm hằng tuần", "trước 15 giờ 30 thứ Năm hằng tuần"],
  ["Tối thiểu 02 lần/năm", "02 lần/năm"],
])("%s comes back", (text, every) => expect(parseDeadline(text, { year: 2026 })).toEqual({ kind: "recurring", every }));

test("a day of each month keeps its rule", () => {
  expect(parseDeadline("vào ngày 25 hằng tháng")).toMatchObject({ kind: "recurring", rule: { kind: "month-day", day: 25 } });
});

test.each(["Học kỳ I", "Trong năm học 2026 - 2027"])("%s ends by the calendar of the school year", (text) => {
  expect(kindOf(text)).toBe("by-reference");
});

test("a day within a school year is that day", () => {
  expect(parseDeadline("trước ngày 10/01/2027, học kỳ I")).toEqual({ kind: "fixed", date: "2027-01-09" });
});

test.each([
  ["xong trong tháng 6 năm 2026", "2026-06-30"],
  ["trong quý II", "2026-06-30"],
  ["trước 30/9", "2026-09-29"],
])("%s is a day", (text, date) => expect(parseDeadline(text, { year: 2026 })).toEqual({ kind: "fixed", date }));

test("a day that is counted is no day that comes back", () => {
  expect(findTimePhrases("mỗi ngày 20 lượt kiểm tra").filter((time) => time.kind === "recurring")).toEqual([]);
});
