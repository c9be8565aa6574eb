import { parsePlan } from "../../src/parser/parsePlan";
import { readText } from "../../src/reader/readText";

const parse = (text: string) => parsePlan(readText("test.txt", text)).value;

test("a table that a spreadsheet gave as text is read by its columns", () => {
  const plan = parse(`PHỤ LỤC
CHỈ TIÊU Y TẾ NĂM 2026

TT\tChỉ tiêu\tĐVT\tTH 2024\tƯớc TH 2025\tKH 2026\tĐơn vị thực hiện
I\tChỉ tiêu đầu vào\t\t\t\t\t
1\tSố bác sĩ/vạn dân\tBác sĩ\t8,9\t9,3\t10,5\tPhòng Tổ chức cán bộ
II\tChỉ tiêu hoạt động
2\t"Tỷ lệ trẻ tiêm đủ vắc xin
(dưới ""1 tuổi"")"\t%\t92,1\t94\t>95\tTrung tâm Kiểm soát bệnh tật

Ghi chú: số liệu cuối kỳ.
`);
  expect(plan.targets.map(({ measure, goal, unit, leads, horizon }) => ({ measure, goal, unit, leads, horizon }))).toEqual([
    {
      measure: "Số bác sĩ/vạn dân",
      goal: { kind: "at-least", level: 10.5 },
      unit: "Bác sĩ",
      leads: ["Phòng Tổ chức cán bộ"],
      horizon: 2026,
    },
    {
      measure: 'Tỷ lệ trẻ tiêm đủ vắc xin (dưới ""1 tuổi"")',
      goal: { kind: "more-than", level: 0.95 },
      unit: "%",
      leads: ["Trung tâm Kiểm soát bệnh tật"],
      horizon: 2026,
    },
  ]);
  expect(plan.tasks).toEqual([]);
});

test("a table of tasks keeps its empty cells, and a mark of inches is no quotation", () => {
  const plan = parse(`STT\tNhiệm vụ\tChủ trì\tPhối hợp\tThời gian
1\tMua 5 màn hình 24" cho bộ phận một cửa\tVăn phòng\t\tQuý II/2026
2\t"24/7" trực tổng đài\tPhòng Kỹ thuật\tVăn phòng\tthường xuyên
`);
  expect(plan.tasks.map(({ title, leads, supporters, time }) => ({ title, leads, supporters, time: time.value }))).toEqual([
    { title: 'Mua 5 màn hình 24" cho bộ phận một cửa', leads: ["Văn phòng"], supporters: [], time: "Quý II/2026" },
    { title: '"24/7" trực tổng đài', leads: ["Phòng Kỹ thuật"], supporters: ["Văn phòng"], time: "thường xuyên" },
  ]);
});

test("a letterhead and a signature with a tab are no tables", () => {
  const document = readText(
    "test.txt",
    "UBND TỈNH A\tCỘNG HÒA\nSỞ B\tĐộc lập\nSố: 1/KH\tA, ngày 01 tháng 01 năm 2026\n\nKẾ HOẠCH\nNăm 2026\n",
  );
  expect(document.tables).toEqual([]);
});
