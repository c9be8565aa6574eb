import { agencyKey } from "../../src/plan/agencies";
import { citedTitle, reportRecipients, signerTitle, superiorOf } from "../../src/workbook/sheets/officeWords";

describe("the paper of an office", () => {
  it.each([
    ["Sở Thông tin và Truyền thông", "GIÁM ĐỐC"],
    ["UBND tỉnh Lạng Sơn", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"],
    ["Uỷ ban nhân dân xã A", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"],
    ["Tỉnh ủy Lào Cai", "T/M BAN THƯỜNG VỤ\nBÍ THƯ"],
    ["Chính phủ", "TM. CHÍNH PHỦ\nTHỦ TƯỚNG"],
    ["Thủ tướng Chính phủ", "THỦ TƯỚNG"],
    ["Ban Quản lý các khu công nghiệp", "TRƯỞNG BAN"],
    ["Chi cục Hải quan khu vực", "CHI CỤC TRƯỞNG"],
    ["Cục Thuế tỉnh", "CỤC TRƯỞNG"],
    ["Bộ Nội vụ", "BỘ TRƯỞNG"],
    ["", "THỦ TRƯỞNG CƠ QUAN"],
  ])("is signed for %s by %s", (issuer, title) => {
    expect(signerTitle(issuer)).toBe(title);
  });

  it("names the people's committee of the province above a department, and of a city above that of a city", () => {
    expect(superiorOf("Sở Thông tin và Truyền thông", "Khánh Hòa")).toBe("UBND tỉnh Khánh Hòa");
    expect(superiorOf("Sở Nội vụ", "Hà Nội")).toBe("UBND thành phố Hà Nội");
    expect(superiorOf("Ban Quản lý các khu công nghiệp", "Đắk Nông")).toBe("UBND tỉnh Đắk Nông");
    expect(superiorOf("Sở Nội vụ", "")).toBeUndefined();
    for (const issuer of ["UBND tỉnh Lạng Sơn", "Chính phủ", "Phòng Tài chính", "Trung tâm A"])
      expect(superiorOf(issuer, "Lạng Sơn")).toBeUndefined();
  });

  it("sends reports to each organisation once and not to the issuer", () => {
    const names = ["Ủy ban nhân dân tỉnh", "Bộ Tài chính", "Văn phòng UBND tỉnh", "UBND tỉnh", "Báo cáo", "Bộ Tài chính"];
    expect(reportRecipients(names, "UBND tỉnh Lạng Sơn", agencyKey)).toEqual(["Bộ Tài chính", "Văn phòng UBND tỉnh"]);
    expect(reportRecipients(names, "Sở Nội vụ", agencyKey)).toEqual(["Ủy ban nhân dân tỉnh", "Bộ Tài chính", "Văn phòng UBND tỉnh"]);
  });

  it.each([
    ["Kế hoạch Thực hiện Nghị quyết số 02/NQ-CP", "Kế hoạch thực hiện Nghị quyết số 02/NQ-CP"],
    ["Kế hoạch nâng cao chỉ số", "Kế hoạch nâng cao chỉ số"],
    ["Chương trình hành động Thực hiện Nghị quyết", "Chương trình hành động thực hiện Nghị quyết"],
    ["Kế hoạch Tết Nguyên đán", "Kế hoạch Tết Nguyên đán"],
    ["Kế hoạch", "Kế hoạch"],
  ])("cites %s as %s", (title, cited) => {
    expect(citedTitle(title)).toBe(cited);
  });
});
