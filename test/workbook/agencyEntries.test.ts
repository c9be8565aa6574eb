import { agencyEntries } from "../../src/workbook/agencyEntries";
import { emptyPlan } from "../support/samplePlan";

const entryOf = (name: string, ...aliases: readonly string[]) =>
  agencyEntries({ ...emptyPlan, agencies: [{ id: "CQ-01", name, aliases, group: false }] })[0]!;

describe("the abbreviation of an agency is one that the plan gives", () => {
  it.each([
    ["Ủy ban nhân dân tỉnh", ["UBND tỉnh"], "UBND tỉnh", []],
    ["Sở Kế hoạch và Đầu tư", ["Sở Kế hoạch", "Sở KH&ĐT", "Sở KHĐT"], "Sở KHĐT", ["Sở Kế hoạch", "Sở KH&ĐT"]],
    ["Văn phòng Ủy ban nhân dân tỉnh", ["VPUB"], "VPUB", []],
    ["Sở Lao động - Thương binh và Xã hội", ["Sở LĐ-TB&XH"], "Sở LĐ-TB&XH", []],
    ["Trung tâm CNTT&DVHCCTT", ["TT CNTT&DVHCCTT"], "TT CNTT&DVHCCTT", []],
    // Other spellings and shorter names are none.
    ["Phòng CNTTBCVT", ["phòng CNTTBCVT"], undefined, ["phòng CNTTBCVT"]],
    ["Thanh tra Sở", ["Thanh tra", "THANH TRA"], undefined, ["Thanh tra", "THANH TRA"]],
    ["Các phòng, đơn vị", [], undefined, []],
  ])("%s: %j", (name, aliases, short, others) => {
    const entry = entryOf(name, ...aliases);
    expect([entry.short, entry.others]).toEqual([short, others]);
  });
});

test("codes follow the order of the plan, and days stand only where they are known", () => {
  const agencies = ["Văn phòng Sở", "UBND các huyện, thành phố", "Sở Kế hoạch và Đầu tư"].map((name, index) => ({
    id: `CQ-0${index}`,
    name,
    aliases: [],
    group: false,
  }));
  expect(agencyEntries({ ...emptyPlan, agencies }).map(({ code, lastDay }) => [code, lastDay])).toEqual([
    ["DV-01", undefined],
    ["DV-02", "2025-06-30"],
    ["DV-03", undefined],
  ]);
});
