import { parsePlan } from "../../src/parser/parsePlan";
import { readText } from "../../src/reader/readText";

const parse = (text: string): ReturnType<typeof parsePlan> => parsePlan(readText("test.txt", text));

const PLAN = `KẾ HOẠCH
Cải cách hành chính năm 2024
Thực hiện Quyết định số 12/QĐ-UBND ngày 05/01/2024 của UBND tỉnh, Sở Nội vụ ban hành Kế hoạch như sau:
I. MỤC TIÊU
- Tỷ lệ hồ sơ trực tuyến đạt tối thiểu 60%, trong đó hồ sơ đất đai đạt 40%.
II. NHIỆM VỤ
1. Văn phòng Sở:
- Chủ trì, phối hợp với Thanh tra Sở rà soát thủ tục, hoàn thành trước ngày 30/6/2024.
2. Rà soát văn bản
- Đơn vị chủ trì: Phòng Pháp chế.
- Đơn vị phối hợp: Các phòng chuyên môn.
- Thời gian thực hiện: Quý III/2024.
III. TỔ CHỨC THỰC HIỆN
1. Các phòng gửi báo cáo kết quả thực hiện về Văn phòng Sở trước ngày 01/12/2024.
Nơi nhận:
- UBND tỉnh;
GIÁM ĐỐC
Nguyễn Văn A`;

describe("parsePlan", () => {
  test("reads targets with parts, tasks under units and as blocks, and report duties", () => {
    const { value: plan } = parse(PLAN);
    expect(plan.targets.map(({ id, goal, horizon, parent }) => ({ id, goal, horizon, parent }))).toEqual([
      { id: "CT-01", goal: { kind: "at-least", level: 0.6 }, horizon: 2024, parent: undefined },
      { id: "CT-01.1", goal: { kind: "at-least", level: 0.4 }, horizon: 2024, parent: "CT-01" },
    ]);
    expect(plan.tasks.map(({ leads, supporters, time }) => ({ leads, supporters, time: time.value }))).toEqual([
      { leads: ["Văn phòng Sở"], supporters: ["Thanh tra Sở"], time: "trước ngày 30/6/2024" },
      { leads: ["Phòng Pháp chế"], supporters: ["Các phòng chuyên môn"], time: "Quý III/2024" },
    ]);
    expect(plan.reportDuties[0]).toMatchObject({ due: "trước ngày 01/12/2024", dueDates: ["2024-11-30"], recipients: ["Văn phòng Sở"] });
    expect(plan.header).toMatchObject({
      title: { value: "Kế hoạch Cải cách hành chính năm 2024" },
      issuer: { value: "Sở Nội vụ" },
      year: { value: 2024 },
    });
    expect(plan.unread).toEqual([]);
  });

  test("says of other texts that they are no plan", () => {
    for (const text of ["Hôm nay trời đẹp.\nTôi đi chợ mua rau.", "const a = 1;\nfunction b() { return 2; }", "1"]) {
      expect(parse(text).messages).toContainEqual(expect.objectContaining({ code: "not-a-plan", severity: "error" }));
    }
    expect(parse(PLAN).messages.filter((message) => message.severity === "error")).toEqual([]);
  });

  test("never throws", () => {
    for (const odd of ["(((((", "- \n+ \na) \n1. ", "%%% 5% -% 10%-", "từ đến từ 5 đến", "Quý quý Quý IV", " ".repeat(5000) + "x"])
      expect(() => parse(`${PLAN}\n${odd}`)).not.toThrow();
  });
});
