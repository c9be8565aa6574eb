import { clauseAfter, clauseBefore, follows } from "../../../src/parser/phrases/nearWords";

test("the clause before a place ends at the last sign, and is no longer than asked", () => {
  expect(clauseBefore("so với năm 2020, duy trì ở mức ", 40)).toBe(" duy trì ở mức ");
  expect(clauseBefore("duy trì ở mức", 5)).toBe("ở mức");
  expect(clauseBefore("a, ", 10, ".")).toBe("a, ");
});

test("the clause behind a place ends at the next sign, and is no longer than asked", () => {
  expect(clauseAfter("ở nông thôn, thành thị", 2, 40, ",")).toBe("nông thôn");
  expect(clauseAfter("ở nông thôn", 2, 4)).toBe("nông");
});

test.each<[string, boolean]>([
  ["Báo cáo về kết quả", true],
  ["Báo cáo. Gửi kết quả", false],
  [`Báo cáo ${"x".repeat(70)} kết quả`, false],
  ["kết quả của báo cáo", false],
])("%s: %s", (text, expected) => {
  expect(follows(text, /báo cáo/gi, /kết quả/i, 60)).toBe(expected);
});
