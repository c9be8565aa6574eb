import { parsePlan } from "../../src/parser/parsePlan";
import type { Plan } from "../../src/plan/plan";
import { readText } from "../../src/reader/readText";

const parse = (text: string): Plan => parsePlan(readText("test.txt", text)).value;
const tasks = (text: string): object[] =>
  parse(text).tasks.map(({ title, leads, supporters, time }) => ({ title, leads, supporters, time: time.value }));

const WEB = `**KẾ HOẠCH**

Phát triển hạ tầng số năm 2026

**I. MỤC TIÊU,
CHỈ TIÊU**

- 90% thôn, bản có mạng di động
băng rộng.

- 100% trạm y tế cấp
Xã có đường truyền cáp quang.

**II. NHIỆM VỤ,
GIẢI PHÁP**

**1. Sở Khoa học và
Công nghệ**

a) Chủ trì, phối hợp với Sở Tài chính và các
Doanh nghiệp viễn thông khảo sát vùng lõm sóng.

b) Công bố danh mục điểm cần phủ sóng trước ngày 30/4/2026.

*2. Sở Tài chính*

- Bố trí kinh phí theo khả năng cân đối của
Ngân sách tỉnh.

**3. Ban Quản lý các khu công nghiệp và khu chế xuất**

- Hỗ trợ doanh nghiệp lắp đặt trạm.

**4.****
**Tổ chức đoàn kiểm tra liên ngành.

- Cơ quan chủ trì: Sở Công Thương.

- Thời gian thực hiện: Quý
III năm 2026.

** **

***

**Nơi nhận:**
- UBND tỉnh;
- Lưu: VT.`;

describe("paragraphs that are separated by blank lines and wrapped inside", () => {
  test("headings and items go on over their line breaks, whatever letter a line begins with", () => {
    const plan = parse(WEB);
    expect(plan.sections.map(({ title }) => title).filter((title) => title !== "")).toEqual([
      "MỤC TIÊU, CHỈ TIÊU",
      "NHIỆM VỤ, GIẢI PHÁP",
      "Sở Khoa học và Công nghệ",
      "Sở Tài chính",
      "Ban Quản lý các khu công nghiệp và khu chế xuất",
    ]);
    expect(plan.targets.map(({ statement }) => statement)).toEqual([
      "90% thôn, bản có mạng di động băng rộng",
      "100% trạm y tế cấp Xã có đường truyền cáp quang",
    ]);
    expect(tasks(WEB)).toMatchObject([
      { leads: ["Sở Khoa học và Công nghệ"], supporters: ["Sở Tài chính", "các Doanh nghiệp viễn thông"] },
      { leads: ["Sở Khoa học và Công nghệ"], time: "trước ngày 30/4/2026" },
      { leads: ["Sở Tài chính"], title: "Bố trí kinh phí theo khả năng cân đối của Ngân sách tỉnh." },
      { leads: ["Ban Quản lý các khu công nghiệp và khu chế xuất"] },
      { title: "Tổ chức đoàn kiểm tra liên ngành.", leads: ["Sở Công Thương"], time: "Quý III năm 2026" },
    ]);
    expect(plan.unread).toEqual([]);
  });

  test("a text without blank lines between its items keeps one item a line", () => {
    const text = `KẾ HOẠCH\nCải cách hành chính năm 2026\n\nI. NHIỆM VỤ\nRà soát thủ tục hành chính.\nCông khai kết quả giải quyết hồ sơ.\n\nII. TỔ CHỨC THỰC HIỆN\nVăn phòng theo dõi, đôn đốc.`;
    expect(parse(text).tasks).toHaveLength(3);
  });
});

describe("a plan behind the decision that issues it", () => {
  const decision = `ỦY BAN NHÂN DÂN TỈNH X
Số: 123/QĐ-UBND
QUYẾT ĐỊNH
Về việc ban hành Kế hoạch phát triển du lịch năm 2026
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch phát triển du lịch năm 2026.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
Nơi nhận:
- Như Điều 3;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
KẾ HOẠCH
Phát triển du lịch năm 2026
(Ban hành kèm theo Quyết định số 123/QĐ-UBND ngày 05/01/2026 của UBND tỉnh)
I. MỤC TIÊU
- Đón trên 1,2 triệu lượt khách.
II. NHIỆM VỤ
1. Sở Văn hóa, Thể thao và Du lịch tổ chức lễ hội trước ngày 30/4/2026.
Nơi nhận:
- UBND tỉnh.`;

  test("is read, and the articles are no tasks", () => {
    const plan = parse(decision);
    expect(plan.header).toMatchObject({ number: { value: "123/QĐ-UBND" }, year: { value: 2026 } });
    expect(plan.targets.map(({ goal, unit }) => ({ goal, unit }))).toEqual([
      { goal: { kind: "more-than", level: 1.2 }, unit: "triệu lượt khách" },
    ]);
    expect(plan.tasks.map(({ leads }) => leads)).toEqual([["Sở Văn hóa, Thể thao và Du lịch"]]);
  });

  test("recipients that name a plan stay recipients", () => {
    const plan = parse(decision.replace("- Lưu: VT.", "- Phòng Kế hoạch;\n- Lưu: VT."));
    expect(plan.tasks).toHaveLength(1);
  });
});

describe("a table whose cells stand on lines of their own between bars", () => {
  const table = `KẾ HOẠCH
Chuyển đổi số năm 2026
I. NHIỆM VỤ
1. Thực hiện các nhiệm vụ trong phụ lục.

PHỤ LỤC

|
**STT**
|
**Tên nhiệm vụ**
|
**Cơ quan chủ trì**
|
**Thời gian**
|
|
**I. HẠ TẦNG SỐ**
|
|
1
|
Xây dựng kho dữ liệu
dùng chung của tỉnh
|
Sở Khoa học và Công nghệ
|
Quý II/2026
|
|
2
|
Nâng cấp cổng thông tin
|
|
Thường xuyên
|

Ghi chú: thời gian có thể thay đổi.`;

  test("gives its rows, also with an empty cell and a group row", () => {
    expect(tasks(table).slice(1)).toEqual([
      { title: "Xây dựng kho dữ liệu dùng chung của tỉnh", leads: ["Sở Khoa học và Công nghệ"], supporters: [], time: "Quý II/2026" },
      { title: "Nâng cấp cổng thông tin", leads: [], supporters: [], time: "Thường xuyên" },
    ]);
    expect(parse(table).tasks[1]!.group).toBe("I. HẠ TẦNG SỐ");
  });
});

test("a web copy with rows of bars and no headings keeps its title, table and orders", () => {
  const plan = parse(
    "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 41/KH-UBND | Sông Chè, ngày 12 tháng 4 năm 2029 |\n" +
      "Ủy ban nhân dân tỉnh ban hành Kế hoạch phát triển vùng chè đến năm 2030 trên địa bàn tỉnh như sau:\n" +
      "1. Mục tiêu cụ thể\n- 90% vườn chè được cấp mã số.\n" +
      "1. Sở Công Thương tổ chức hội chợ chè hằng năm.\n2. Sở Tài chính bố trí kinh phí.\n" +
      "PHỤ LỤC\nTT | Nội dung công việc | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian |\n" +
      "1 | Lập bản đồ vườn chè | Sở Nông nghiệp và Môi trường | Các xã | Quý I, II/2030 |\n" +
      "2 | Dựng trang quảng bá chè | Sở Công Thương | Báo tỉnh | Tháng 9/2030 |\n",
  );
  expect(plan.header.title.value).toBe("Kế hoạch phát triển vùng chè đến năm 2030 trên địa bàn tỉnh");
  expect(plan.targets).toHaveLength(1);
  expect(plan.tasks.map(({ leads, time }) => [leads[0], time.value])).toEqual([
    ["Sở Công Thương", ""],
    ["Sở Tài chính", ""],
    ["Sở Nông nghiệp và Môi trường", "Quý I, II/2030"],
    ["Sở Công Thương", "Tháng 9/2030"],
  ]);
});

test("columns of what was reached are no targets", () => {
  const plan = parse(
    "KẾ HOẠCH\nPhát triển vùng chè năm 2030\n\nI. CHỈ TIÊU\n\n| TT | Chỉ tiêu | ĐVT | TH 2029 | KH 2030 | KH 2030/TH 2029 (%) |\n|---|---|---|---|---|---|\n" +
      "| 1 | Diện tích chè hữu cơ | ha | 120 | 150 | 125 |\n| 2 | Tỷ lệ hộ có mã số vườn | % | 70 | ≥ 85 | 121 |\n",
  );
  expect(plan.targets).toMatchObject([
    { goal: { kind: "at-least", level: 150 }, unit: "ha", horizon: 2030 },
    { goal: { kind: "at-least", level: 0.85 }, unit: "%", horizon: 2030 },
  ]);
});

test("bullets under each year are due in that year", () => {
  const plan = parse(
    "KẾ HOẠCH\nPhát triển vùng chè\n\nI. MỤC TIÊU\nĐến năm 2027:\n- 60% vườn chè có mã số.\nĐến năm 2030:\n- 90% vườn chè có mã số.\n\nII. NHIỆM VỤ\n1. Trồng chè.\n",
  );
  expect(plan.targets.map((target) => target.horizon)).toEqual([2027, 2030]);
});

test("beside a column of what is planned, an earlier year tells what was reached, and who is in charge makes no task", () => {
  const plan = parse(`# KẾ HOẠCH NĂM HỌC 2025 - 2026

## II. Chỉ tiêu

| TT | Nội dung | Năm học 2024-2025 | Chỉ tiêu 2025-2026 | Phụ trách |
|----|----------|------|------|-----------|
| 1 | Tỷ lệ tốt nghiệp | 98,7% | 99,5% | Ban Giám hiệu |
| 2 | Học sinh bỏ học | 0,8% | dưới 0,5% | Tổ chủ nhiệm |
| 3 | Giáo viên dạy giỏi | 20 | 25 | Công đoàn |
`);
  expect(plan.targets.map(({ measure, goal, horizon, leads }) => ({ measure, goal, horizon, leads }))).toEqual([
    { measure: "Tỷ lệ tốt nghiệp", goal: { kind: "at-least", level: 0.995 }, horizon: 2026, leads: ["Ban Giám hiệu"] },
    { measure: "Học sinh bỏ học", goal: { kind: "less-than", level: 0.005 }, horizon: 2026, leads: ["Tổ chủ nhiệm"] },
    { measure: "Giáo viên dạy giỏi", goal: { kind: "at-least", level: 25 }, horizon: 2026, leads: ["Công đoàn"] },
  ]);
  expect(plan.tasks).toEqual([]);
  expect(plan.unread).toEqual([]);
});

test.each(["", "\n"])("the title of a resolution ends before the council that passes it", (gap) => {
  const plan = parse(`NGHỊ QUYẾT
VỀ KẾ HOẠCH PHÁT TRIỂN NĂM 2026
${gap}HỘI ĐỒNG NHÂN DÂN TỈNH BẮC SƠN
${gap}KHÓA XVI, KỲ HỌP THỨ 25
Căn cứ Luật Tổ chức chính quyền địa phương;
Điều 1. Chỉ tiêu
1. Thu ngân sách đạt 120 tỷ đồng.
`);
  expect(plan.header.title.value).toBe("Nghị quyết VỀ KẾ HOẠCH PHÁT TRIỂN NĂM 2026");
});

test("a title beside its kind keeps its own letters", () => {
  const plan = parse(`KẾ HOẠCH
thực hiện Nghị quyết số 71-NQ/TW của Bộ Chính trị

I. MỤC TIÊU
1. Đạt 80% trường chuẩn.
`);
  expect(plan.header.title.value).toBe("Kế hoạch thực hiện Nghị quyết số 71-NQ/TW của Bộ Chính trị");
});

test.each([
  ["UBND TỈNH AN HẢI\nSỞ Y TẾ\n\nBIỂU CHỈ TIÊU NĂM 2026\n\nI. MỤC TIÊU\n1. Đạt 80% trạm đạt chuẩn.", "BIỂU CHỈ TIÊU NĂM 2026"],
  ["PHỤ LỤC 1\n\nCHỈ TIÊU PHÁT TRIỂN Y TẾ NĂM 2026\n\n1. Đạt 80% trạm đạt chuẩn.", "CHỈ TIÊU PHÁT TRIỂN Y TẾ NĂM 2026"],
])("without the kind of a document, the first capitals below the letterhead are the title", (text, title) => {
  expect(parse(text).header.title).toMatchObject({ value: title, certainty: "uncertain" });
});

test("a title that ends in following years does not go on in the words below it", () => {
  const plan = parse(`KẾ HOẠCH
Cải thiện môi trường kinh doanh và nâng cao năng lực cạnh tranh của tỉnh

năm 2024 và những năm tiếp theo

Thực hiện Kế hoạch số 146/KH-UBND ngày 20/01/2024 của Ủy ban nhân

dân tỉnh A về cải thiện môi trường kinh doanh, Sở B ban hành kế hoạch như sau:

I. MỤC TIÊU
1. Đạt 80% hồ sơ đúng hạn.
`);
  expect(plan.header.title.value).toBe(
    "Kế hoạch Cải thiện môi trường kinh doanh và nâng cao năng lực cạnh tranh của tỉnh năm 2024 và những năm tiếp theo",
  );
});

test("a line that ends with a hyphen goes on with the next, whatever letter that begins with", () => {
  const lines = [
    "KẾ HOẠCH",
    "Phát triển du lịch năm 2026",
    "II. NHIỆM VỤ",
    "1. Rà soát, bổ sung quy hoạch các khu, điểm du lịch trọng điểm của tỉnh trước tháng 6/2026.",
    "2. Tổ chức tuyên truyền sâu rộng Nghị quyết 10-",
    "NQ/TW và Chương trình hành động của tỉnh.",
  ];
  expect(parse(lines.join("\n")).tasks.map(({ title }) => title)).toEqual([
    "Rà soát, bổ sung quy hoạch các khu, điểm du lịch trọng điểm của tỉnh trước tháng 6/2026.",
    "Tổ chức tuyên truyền sâu rộng Nghị quyết 10-NQ/TW và Chương trình hành động của tỉnh.",
  ]);
});

test("a letter without numbered parts begins with the words that open its list", () => {
  const letter = `UBND TỈNH HẢI BÌNH
SỞ Y TẾ
Số: 123/SYT-NVY
V/v phòng bệnh mùa nắng nóng
Hải Bình, ngày 05 tháng 6 năm 2026

Kính gửi:
- UBND các xã, phường;
- Các bệnh viện trực thuộc.

Nhằm bảo vệ sức khỏe người dân, Sở Y tế đề nghị UBND các xã, phường; các bệnh viện trực thuộc thực hiện các nội dung sau:
- Bố trí nước uống tại nơi đông người.
- Tổ chức trực cấp cứu, hoàn thành lịch trực trước ngày 10/6/2026.

Sở
Y tế đề nghị Thủ trưởng các đơn vị nghiêm túc thực hiện./.
Nơi nhận:
- Như trên;
- Lưu: VT.
`;
  const { tasks } = parsePlan(readText("test.txt", letter)).value;
  expect(tasks.map(({ title, leads }) => [title, ...leads])).toEqual([
    ["Bố trí nước uống tại nơi đông người.", "UBND các xã, phường", "các bệnh viện trực thuộc"],
    ["Tổ chức trực cấp cứu, hoàn thành lịch trực trước ngày 10/6/2026.", "UBND các xã, phường", "các bệnh viện trực thuộc"],
  ]);
});

test("fields behind a list of steps are those of the item", () => {
  const text = `KẾ HOẠCH
Hội nghị hiệp thương năm 2026

I. MỤC ĐÍCH
Đúng luật.

II. NỘI DUNG
1. Chuẩn bị văn bản cho 2 hội nghị.
- Bảo đảm dân chủ.
(1) Hội nghị lần thứ nhất: chậm nhất ngày 10/3/2026.
(2) Hội nghị lần thứ hai: chậm nhất ngày 20/4/2026.
- Thời gian hoàn thành: Quý II/2026;
- Đơn vị chủ trì: Ban Thường trực xã
- Đơn vị phối hợp: Công an xã.
2. Tổng kết.
- Thời gian hoàn thành: Tháng 5/2026.
- Đơn vị chủ trì: Ban Thường trực xã
`;
  const { tasks } = parsePlan(readText("test.txt", text)).value;
  expect(tasks.map(({ title, leads, supporters, time }) => [title, ...leads, ...supporters, time.value])).toEqual([
    ["Chuẩn bị văn bản cho 2 hội nghị.", "Ban Thường trực xã", "Công an xã", "Quý II/2026"],
    ["Tổng kết.", "Ban Thường trực xã", "Tháng 5/2026"],
  ]);
});

test("a name that a line or paragraph breaks is one name", () => {
  const text = `KẾ HOẠCH
Ngày hội gia đình năm 2026

I. MỤC ĐÍCH

Gắn kết.

II. TỔ CHỨC THỰC HIỆN

1. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã, Hội Liên hiệp

Phụ nữ xã và các tổ chức thành viên

- Vận động hội viên tham gia.

2. Ủy ban

nhân dân xã

- Bố trí địa điểm.
`;
  const { tasks } = parsePlan(readText("test.txt", text)).value;
  expect(tasks.map(({ title, leads }) => [title, ...leads])).toEqual([
    ["Vận động hội viên tham gia.", "Ủy ban Mặt trận Tổ quốc Việt Nam xã", "Hội Liên hiệp Phụ nữ xã", "các tổ chức thành viên"],
    ["Bố trí địa điểm.", "Ủy ban nhân dân xã"],
  ]);
});

test("a number below the title is no part of it", () => {
  const plan = parse(
    "NGHỊ QUYẾT\n\nVề phát triển kinh tế - xã hội năm 2026\n\nSố: 158/2025/NQ-HĐND\n\nI. CHỈ TIÊU\n- 90% thôn có mạng băng rộng.\n",
  );
  expect(plan.header.title.value).toBe("Nghị quyết Về phát triển kinh tế - xã hội năm 2026");
  expect(plan.header.number?.value).toBe("158/2025/NQ-HĐND");
});
