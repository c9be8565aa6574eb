import { readFileSync } from "fs";
import path from "path";
import { describe as describeMessage } from "../src/messages";
import type { MessageCode } from "../src/result";

const codes = [...readFileSync(path.join(__dirname, "../src/result.ts"), "utf8").matchAll(/^ {2}\| "([\w-]+)"/gm)].map(
  (found) => found[1] as MessageCode,
);

describe("messages", () => {
  test("every code has a title and an instruction in both languages", () => {
    expect(codes.length).toBeGreaterThan(25);
    for (const code of codes) {
      const [vi, en] = (["vi", "en"] as const).map((locale) => describeMessage({ code, severity: "error" }, locale));
      for (const { title, text } of [vi!, en!]) {
        expect(title.length).toBeGreaterThan(3);
        expect(text).toMatch(/\.$/);
        expect(`${title} ${text}`).not.toMatch(/[{}[\]]/);
      }
      expect(vi!.title).not.toBe(en!.title);
      expect(vi!.action).toBe(en!.action);
    }
  });

  test("details are put in, grouped in the language's way", () => {
    const message = { code: "text-damaged", severity: "warning", details: { lost: 1892, restored: 730 } } as const;
    expect(describeMessage(message, "vi").text).toContain("Mất 1.892 chữ");
    expect(describeMessage(message, "en").text).toContain("1,892 letters are lost");
  });

  test("a part whose detail is missing is left out", () => {
    expect(describeMessage({ code: "file-empty", severity: "error" }, "vi").text).toBe(
      "Không có chữ nào. Kiểm tra lại tệp hoặc chọn tệp khác.",
    );
    expect(describeMessage({ code: "file-empty", severity: "error", details: { name: "a.txt" } }, "vi").text).toContain(
      "“a.txt” không có chữ nào",
    );
  });

  test("markup and braces inside a detail stay words", () => {
    const text = describeMessage(
      { code: "review-decision-unmatched", severity: "warning", details: { quote: "<b>{name}</b>" } },
      "vi",
    ).text;
    expect(text).toContain("“<b>{name}</b>”");
  });
});
