import { parsePlan } from "../../src/parser/parsePlan";
import { readText } from "../../src/reader/readText";

const plan = (line: string) =>
  parsePlan(
    readText(
      "test.txt",
      `KẾ HOẠCH\nPhòng, chống cháy rừng năm 2026\n\nI. MỤC ĐÍCH\nGiữ rừng.\n\nII. TỔ CHỨC THỰC HIỆN\n1. Chi cục Kiểm lâm\n${line}\n`,
    ),
  ).value;
const duties = (line: string): object[] => plan(line).reportDuties.map(({ due, dueDates, recipients }) => ({ due, dueDates, recipients }));

test("one limit holds for two days", () => {
  expect(duties("- Định kỳ trước ngày 01/6 và 15/11 hằng năm báo cáo kết quả thực hiện về Sở Nông nghiệp và Môi trường.")).toEqual([
    { due: "trước ngày 01/6", dueDates: ["2026-05-31"], recipients: ["Sở Nông nghiệp và Môi trường"] },
    { due: "15/11 hằng năm", dueDates: ["2026-11-14"], recipients: ["Sở Nông nghiệp và Môi trường"] },
  ]);
});

test("a part of a sentence reports although another speaks of difficulties", () => {
  expect(
    duties("- Theo dõi việc tuần tra; kịp thời tháo gỡ khó khăn, vướng mắc; trước ngày 10/12 báo cáo UBND tỉnh kết quả thực hiện."),
  ).toEqual([{ due: "trước ngày 10/12", dueDates: ["2026-12-09"], recipients: ["UBND tỉnh"] }]);
});

test("a duty without a day is a duty", () => {
  expect(duties("- Định kỳ báo cáo kết quả triển khai về Sở Nông nghiệp và Môi trường.")).toMatchObject([{ due: "Định kỳ", dueDates: [] }]);
});

test("the span of the figures is no duty", () => {
  expect(duties("- Thời gian báo cáo định kỳ hằng năm tính từ ngày 15/12 năm trước đến ngày 14/12 của kỳ báo cáo.")).toEqual([]);
});

test("who plans and reports has a task and a duty", () => {
  const read = plan("- Xây dựng kế hoạch chi tiết tuần tra ban đêm, báo cáo Chủ tịch UBND tỉnh kết quả thực hiện hằng quý.");
  expect(read.tasks).toHaveLength(1);
  expect(read.reportDuties).toMatchObject([{ due: "hằng quý" }]);
});

test("two days of one year fall due in that year, to whom a report goes or not", () => {
  expect(duties("- Phòng Kinh tế lập dự toán; báo cáo kết quả thực hiện trước ngày 15/6 và 15/12/2027.")).toEqual([
    { due: "trước ngày 15/6", dueDates: ["2027-06-14"], recipients: [] },
    { due: "15/12/2027", dueDates: ["2027-12-14"], recipients: [] },
  ]);
});

test("a day that goes with a month that comes back is the day of every month", () => {
  const [first] = plan("- Định kỳ hằng tháng (trước ngày 20), các đơn vị báo cáo kết quả thực hiện về Sở Nội vụ.").reportDuties;
  expect(first).toMatchObject({ due: "Định kỳ hằng tháng (trước ngày 20)", recipients: ["Sở Nội vụ"], reporters: ["Các đơn vị"] });
  expect(first!.dueDates).toHaveLength(12);
  expect(first!.dueDates[0]).toBe("2026-01-19");
  expect(plan("- Hằng tháng, chậm nhất ngày 25, báo cáo Chủ tịch UBND xã kết quả trồng rừng.").reportDuties).toMatchObject([
    { due: "Hằng tháng, chậm nhất ngày 25", rule: { kind: "month-day", day: 25, before: false } },
  ]);
});

test("a regime of reports says when, whoever receives them", () => {
  expect(duties("- Chế độ báo cáo: báo cáo quý trước ngày 15 tháng cuối quý; báo cáo năm trước ngày 15/12.")).toMatchObject([
    { due: "trước ngày 15 tháng cuối quý" },
    { due: "trước ngày 15/12", dueDates: ["2026-12-14"] },
  ]);
});

test("what a report holds is no task", () => {
  const read = plan(
    "2. Yêu cầu các xã báo cáo số liệu định kỳ hằng tháng về Sở Tài chính, bao gồm:\n(1) Tổng số hồ sơ.\n(2) Tổng giá trị hồ sơ.",
  );
  expect(read.tasks).toEqual([]);
  expect(read.reportDuties).toMatchObject([{ due: "định kỳ hằng tháng", reporters: ["các xã"], recipients: ["Sở Tài chính"] }]);
});

test("a report between others is a duty without the word result", () => {
  const read = plan("- Đôn đốc các xã trồng rừng phòng hộ ven sông, ven biển; định kỳ 06 tháng một lần báo cáo Chủ tịch UBND tỉnh.");
  expect(read.tasks).toHaveLength(1);
  expect(read.reportDuties).toMatchObject([{ due: "định kỳ 06 tháng", recipients: ["Chủ tịch UBND tỉnh"] }]);
});

test("a report of every day has a period and no day", () => {
  const [duty] = plan("- Trực 24/24 giờ; trước 16 giờ hằng ngày báo cáo tình hình về Sở Nông nghiệp và Môi trường.").reportDuties;
  expect(duty).toMatchObject({
    due: "trước 16 giờ hằng ngày",
    frequency: "hằng ngày",
    rule: { kind: "periodic", periods: ["day"] },
    dueDates: [],
    recipients: ["Sở Nông nghiệp và Môi trường"],
  });
  expect(duties("- Báo cáo nhanh tình hình về UBND tỉnh trước 15 giờ thứ Sáu hằng tuần.")).toMatchObject([
    { due: "trước 15 giờ thứ Sáu hằng tuần" },
  ]);
});

test("daily life is no report", () => {
  expect(duties("- Tuyên truyền cách giữ lửa trong sinh hoạt hằng ngày của người dân.")).toEqual([]);
});

test("regular reports to someone are duties although they name no results", () => {
  expect(duties("- Theo dõi, đôn đốc; định kỳ báo cáo UBND tỉnh theo quy định.")).toEqual([
    { due: "định kỳ", dueDates: [], recipients: ["UBND tỉnh"] },
  ]);
});

test("who reports may stand behind a base", () => {
  const [duty] = plan(
    "- Căn cứ Kế hoạch này, các chi ủy trực thuộc xây dựng kế hoạch; định kỳ 6 tháng (trước ngày 15/6) báo cáo kết quả về Ban Thường vụ Đảng ủy.",
  ).reportDuties;
  expect(duty).toMatchObject({ due: "trước ngày 15/6", reporters: ["các chi ủy trực thuộc"], recipients: ["Ban Thường vụ Đảng ủy"] });
});

const school = (line: string) =>
  parsePlan(
    readText(
      "test.txt",
      `KẾ HOẠCH\nThực hiện nhiệm vụ năm học 2026 - 2027\n\nI. MỤC TIÊU\nDạy tốt.\n\nII. TỔ CHỨC THỰC HIỆN\n1. Chế độ báo cáo\n${line}\n`,
    ),
  ).value;

test("accounts of a school year: every month, at the end of a term, at the end of the year", () => {
  const read = school("- Các tổ báo cáo tháng vào ngày 25 hằng tháng; sơ kết học kỳ I trước ngày 10/01; tổng kết năm học trước ngày 20/5.");
  expect(read.tasks).toEqual([]);
  expect(read.reportDuties.map(({ due, reporters }) => [due, ...reporters])).toEqual([
    ["vào ngày 25 hằng tháng", "Các tổ"],
    ["trước ngày 10/01", "Các tổ"],
    ["trước ngày 20/5", "Các tổ"],
  ]);
  expect(read.reportDuties.map(({ dueDates }) => [dueDates[0], dueDates[dueDates.length - 1]])).toEqual([
    ["2026-08-25", "2027-07-25"],
    ["2027-01-09", "2027-01-09"],
    ["2027-05-19", "2027-05-19"],
  ]);
});

test("a day of the first months of a school year is in its first year", () => {
  expect(school("- Báo cáo kết quả khảo sát đầu năm về UBND xã trước ngày 15/10.").reportDuties).toMatchObject([
    { dueDates: ["2026-10-14"] },
  ]);
});

test("periods listed before their days stand beside them in the same order", () => {
  const read = plan(
    "- Định kỳ hằng quý, hằng năm (trước ngày 10 của tháng cuối quý và trước ngày 10 tháng 12) báo cáo kết quả thực hiện về Sở Nông nghiệp và Môi trường.",
  );
  expect(read.reportDuties.map(({ frequency, due }) => [frequency, due])).toEqual([
    ["hằng quý", "trước ngày 10 của tháng cuối quý"],
    ["hằng năm", "trước ngày 10 tháng 12"],
  ]);
});
