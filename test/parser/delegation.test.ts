import { leadingAgencies, partiesOfField, supportersIn } from "../../src/parser/assignment";
import { parsePlan } from "../../src/parser/parsePlan";
import { readText } from "../../src/reader/readText";

const leadsOf = (text: string): readonly string[] | undefined => leadingAgencies(text)?.leads;
const tasks = (text: string): string[] =>
  parsePlan(readText("test.txt", `KẾ HOẠCH\nPhòng cháy năm 2026\n\nI. MỤC ĐÍCH\nAn toàn.\n\n${text}`)).value.tasks.map(
    ({ title, leads }) => `${title} | ${leads.join("; ")}`,
  );

test("who is directed to lead leads", () => {
  expect(leadingAgencies("Sở Tài chính chỉ đạo Kho bạc Nhà nước khu vực V chủ trì, phối hợp với Thuế tỉnh bố trí vốn.")).toMatchObject({
    leads: ["Kho bạc Nhà nước khu vực V"],
    supporters: ["Thuế tỉnh"],
  });
  expect(leadsOf("Giao Sở Y tế: chỉ đạo Chi cục Dân số chủ trì rà soát.")).toEqual(["Chi cục Dân số"]);
  expect(leadsOf("Chỉ đạo Công an xã chủ trì tuần tra ban đêm.")).toEqual(["Công an xã"]);
});

test("who directs others leads when those do not", () => {
  expect(leadsOf("UBND xã chỉ đạo các thôn dọn vệ sinh.")).toEqual(["UBND xã"]);
  expect(leadsOf("Chỉ đạo lực lượng xung kích tuần tra.")).toBeUndefined();
});

test.each([
  [
    "Ban quản lý Khu Nông nghiệp ứng dụng công nghệ cao tỉnh chủ trì xây dựng phương án.",
    "Ban quản lý Khu Nông nghiệp ứng dụng công nghệ cao tỉnh",
  ],
  ["Cơ quan phối hợp có trách nhiệm trả lời bằng văn bản.", "Cơ quan phối hợp"],
  ["Các cơ quan phối hợp có trách nhiệm trả lời bằng văn bản.", "Các cơ quan phối hợp"],
  ["Các cơ quan chủ trì, phối hợp với Sở Xây dựng kiểm tra.", "Các cơ quan"],
  ["Chi bộ Quân sự lãnh đạo xây dựng lực lượng.", "Chi bộ Quân sự"],
  ["Tổng phụ trách Đội tổ chức ngày hội.", "Tổng phụ trách Đội"],
  ["Đài Truyền thanh các xã thông tin cảnh báo.", "Đài Truyền thanh các xã"],
])("%s", (text, lead) => expect(leadsOf(text)).toEqual([lead]));

test("a name of two parts with a comma is one", () => {
  expect(partiesOfField("Sở Tư pháp; Sở Văn hóa, Thể thao và Du lịch; Phòng Nội vụ, Tư pháp.").leads).toEqual([
    "Sở Tư pháp",
    "Sở Văn hóa, Thể thao và Du lịch",
    "Phòng Nội vụ",
    "Phòng Tư pháp",
  ]);
  expect(partiesOfField("Sở Xây dựng đăng tải thông điệp trên bảng điện tử.").leads).toEqual(["Sở Xây dựng"]);
  expect(leadsOf("Các xã, phường được phân công chủ trì xây dựng kế hoạch.")).toEqual(["Các xã, phường được phân công"]);
});

test("a remark about one name does not end the list", () => {
  expect(partiesOfField("Sở Nội vụ, các sở, ngành trong phạm vi chức năng của mình và các cơ quan khác có liên quan.").leads).toEqual([
    "Sở Nội vụ",
    "các sở, ngành",
    "các cơ quan khác có liên quan",
  ]);
});

test("the work of those who are looked at is not help", () => {
  expect(supportersIn("Kiểm tra việc chủ trì, phối hợp với Trưởng thôn của các chi hội.")).toEqual([]);
  expect(supportersIn("Chủ trì, phối hợp với các Đoàn kiểm tra, giám sát của tỉnh.")).toEqual(["các Đoàn kiểm tra, giám sát của tỉnh"]);
  expect(supportersIn("Chủ trì, phối hợp với các ban tham mưu giúp việc rà soát.")).toEqual(["các ban tham mưu giúp việc"]);
});

test("an introduction with its purpose names who does what is listed", () => {
  const text = `II. NHIỆM VỤ
1. Để giảm thiệt hại, nâng cao ý thức của người dân, các sở, ngành, UBND cấp xã theo chức năng, nhiệm vụ được giao thực hiện những nội dung sau:
a) Rà soát hộ sống gần rừng.
b) Ký cam kết với từng hộ.
`;
  expect(tasks(text)).toEqual([
    "Rà soát hộ sống gần rừng. | các sở, ngành; UBND cấp xã",
    "Ký cam kết với từng hộ. | các sở, ngành; UBND cấp xã",
  ]);
});

test("who acts behind the grounds leads, not who is named in them", () => {
  const text = `II. TỔ CHỨC THỰC HIỆN
1. Trưởng các phòng chịu trách nhiệm thực hiện Kế hoạch này.

Căn cứ nội dung Kế hoạch và tình hình thực tế, các đơn vị trực thuộc xây dựng kế hoạch chi tiết.
2. Phòng Kinh tế
- Căn cứ hướng dẫn của Sở Tài chính, Sở Xây dựng, tham mưu UBND xã phân bổ vốn.
`;
  expect(tasks(text)).toEqual([
    "Trưởng các phòng chịu trách nhiệm thực hiện Kế hoạch này. | Trưởng các phòng",
    "Căn cứ nội dung Kế hoạch và tình hình thực tế, các đơn vị trực thuộc xây dựng kế hoạch chi tiết. | các đơn vị trực thuộc",
    "Căn cứ hướng dẫn của Sở Tài chính, Sở Xây dựng, tham mưu UBND xã phân bổ vốn. | Phòng Kinh tế",
  ]);
});

test("whoever it may be is no lead", () => {
  expect(tasks("II. TỔ CHỨC THỰC HIỆN\n1. Trường hợp gửi chậm số liệu, đơn vị chịu trách nhiệm giải trình với UBND xã.\n")).toEqual([
    "Trường hợp gửi chậm số liệu, đơn vị chịu trách nhiệm giải trình với UBND xã. | ",
  ]);
});

test("what describes, introduces or closes is no task", () => {
  const text = `II. NHIỆM VỤ
Các nội dung dưới đây được triển khai theo đúng quy định của pháp luật.
1. Thành lập đoàn kiểm tra liên ngành.
- Thành phần đoàn: đại diện Công an xã, Ban Chỉ huy Quân sự xã.
2. Kinh phí thực hiện: Kinh phí kiểm tra được bố trí trong dự toán của xã.
3. Kinh phí: Phòng Kinh tế lập dự toán.

Yêu cầu Trưởng các thôn, Thủ trưởng các cơ quan nghiêm túc triển khai thực hiện.
`;
  expect(tasks(text)).toEqual(["Thành lập đoàn kiểm tra liên ngành. | ", "Kinh phí: Phòng Kinh tế lập dự toán. | Phòng Kinh tế"]);
});

test("an item that a slip of the pen ends with a colon is a task", () => {
  const text = `II. NHIỆM VỤ
1. Công an xã
a) Hướng dẫn người dân trình báo cháy:
b) Tuần tra ban đêm.
`;
  expect(tasks(text)).toEqual(["Hướng dẫn người dân trình báo cháy: | Công an xã", "Tuần tra ban đêm. | Công an xã"]);
});
