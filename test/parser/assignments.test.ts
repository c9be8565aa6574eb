import { partiesOfField, supportersIn } from "../../src/parser/assignment";
import { parsePlan } from "../../src/parser/parsePlan";
import { readText } from "../../src/reader/readText";

const tasks = (text: string): object[] =>
  parsePlan(readText("test.txt", text)).value.tasks.map(({ title, leads, supporters, time }) => ({
    title,
    leads,
    supporters,
    time: time.value,
  }));

const HEAD = `KẾ HOẠCH
Phòng, chống hạn hán năm 2026

I. MỤC ĐÍCH
Chủ động ứng phó.

II. NHIỆM VỤ
`;

test("labelled lines under each item of a list belong to that item", () => {
  const text = `${HEAD}
1. Nâng cao nhận thức của người dân
- Tổ chức tập huấn kỹ thuật tưới tiết kiệm.
Đơn vị chủ trì tham mưu thực hiện: Sở Nông nghiệp và Môi trường.
Đơn vị phối hợp thực hiện: Hội Nông dân tỉnh.
Thời gian thực hiện: Quý I.
- Mở chuyên mục trên truyền hình.
Đơn vị chủ trì: Báo và Phát thanh, Truyền hình tỉnh.
Đơn vị phối hợp: Sở Nông nghiệp và Môi trường.
Thời gian thực hiện: Hằng tháng.
`;
  expect(tasks(text)).toEqual([
    {
      title: "Tổ chức tập huấn kỹ thuật tưới tiết kiệm.",
      leads: ["Sở Nông nghiệp và Môi trường"],
      supporters: ["Hội Nông dân tỉnh"],
      time: "Quý I",
    },
    {
      title: "Mở chuyên mục trên truyền hình.",
      leads: ["Báo và Phát thanh, Truyền hình tỉnh"],
      supporters: ["Sở Nông nghiệp và Môi trường"],
      time: "Hằng tháng",
    },
  ]);
});

test("a numbered activity is named by its content, and its field may be a sentence", () => {
  const text = `${HEAD}
1. Tuyên truyền trong nhà trường.
a) Hoạt động 1
- Nội dung: Tổ chức cuộc thi tìm hiểu về nguồn nước.
- Cơ quan thực hiện: Sở Giáo dục và Đào tạo chủ trì, phối hợp với các sở, ban, ngành.
b) Hoạt động 2
- Nội dung: Phát tờ rơi đến từng hộ.
- Cơ quan thực hiện: Ủy ban nhân dân xã, phường, đặc khu.
`;
  expect(tasks(text)).toEqual([
    {
      title: "Tổ chức cuộc thi tìm hiểu về nguồn nước.",
      leads: ["Sở Giáo dục và Đào tạo"],
      supporters: ["các sở, ban, ngành"],
      time: "",
    },
    { title: "Phát tờ rơi đến từng hộ.", leads: ["Ủy ban nhân dân xã, phường, đặc khu"], supporters: [], time: "" },
  ]);
});

test("an organisation with a description heads the items under it", () => {
  const text = `${HEAD}
1. Các doanh nghiệp đang hoạt động trong khu chế xuất
- Lắp đặt bể chứa nước mưa.
2. Các sở, ngành chủ trì các dự án thành phần
- Báo cáo nhu cầu dùng nước của từng dự án với chủ đầu tư hồ chứa.
`;
  expect(tasks(text)).toEqual([
    { title: "Lắp đặt bể chứa nước mưa.", leads: ["Các doanh nghiệp đang hoạt động trong khu chế xuất"], supporters: [], time: "" },
    {
      title: "Báo cáo nhu cầu dùng nước của từng dự án với chủ đầu tư hồ chứa.",
      leads: ["Các sở, ngành"],
      supporters: [],
      time: "",
    },
  ]);
});

test("an introduction names the lead of the list that it opens", () => {
  const text = `${HEAD}
1. Tuần lễ tiết kiệm nước
Căn cứ tình hình thực tế, các cơ quan, đơn vị, địa phương thực hiện các hoạt động sau:
- Treo băng rôn tại trụ sở.
- Kiểm tra đường ống rò rỉ.
`;
  const lead = ["các cơ quan, đơn vị, địa phương"];
  expect(tasks(text)).toEqual([
    { title: "Treo băng rôn tại trụ sở.", leads: lead, supporters: [], time: "" },
    { title: "Kiểm tra đường ống rò rỉ.", leads: lead, supporters: [], time: "" },
  ]);
});

test.each([
  ["Sở A, Sở B", ["Sở A", "Sở B"], []],
  ["Sở Y tế chủ trì, phối hợp với Sở Nội vụ", ["Sở Y tế"], ["Sở Nội vụ"]],
  ["Sở Y tế tham mưu ban hành; các sở, ban, ngành tổ chức thực hiện", ["Sở Y tế", "các sở, ban, ngành"], []],
  ["Sở Y tế. - Đơn vị phối hợp: Sở Nội vụ", ["Sở Y tế"], ["Sở Nội vụ"]],
  ["Các sở, ngành trong phạm vi chức năng, nhiệm vụ của mình", ["Các sở, ngành"], []],
])("a field reads %s", (text, leads, supporters) => {
  expect(partiesOfField(text)).toEqual({ leads, supporters });
});

test.each([
  ["Chủ trì, phối hợp với sở, ban, ngành hướng dẫn các xã", ["sở, ban, ngành"]],
  ["Phối hợp với các sở, ngành liên quan nghiên cứu chính sách", ["các sở, ngành liên quan"]],
  ["Phối hợp với Ngân hàng Nhà nước khu vực 14 rà soát hồ sơ vay", ["Ngân hàng Nhà nước khu vực 14"]],
  ["phấn đấu 100% bệnh viện phối hợp với bưu điện trả kết quả", []],
])("supporters of %s", (text, expected) => {
  expect(supportersIn(text)).toEqual(expected);
});

test("what a heading asks of others stays with who asks", () => {
  const text = `${HEAD}
1. Sở Văn hóa, Thể thao và Du lịch
- Yêu cầu các cơ quan báo chí dành thời lượng phát sóng.
2. Các chủ hồ chứa là tổ chức (công ty thủy lợi, hợp tác xã)
- Vận hành hồ đúng quy trình.
3. Sở Tài chính
- Bố trí kinh phí.
(Chi tiết được thể hiện tại biểu đính kèm).
`;
  expect(tasks(text)).toMatchObject([
    { leads: ["Sở Văn hóa, Thể thao và Du lịch"] },
    { leads: ["Các chủ hồ chứa là tổ chức"] },
    { leads: ["Sở Tài chính"] },
  ]);
});

test("a cell may label who leads and who helps", () => {
  const read = parsePlan(
    readText(
      "test.txt",
      "KẾ HOẠCH\nPhát triển vùng chè năm 2030\n\nI. PHÂN CÔNG\n\n| Nội dung | Phân công nhiệm vụ | Tiến độ |\n|---|---|---|\n" +
        "| 1. Lập bản đồ vườn chè | Chủ trì: Sở Nông nghiệp và Môi trường (khảo sát); BQL vùng chè (đo vẽ). Phối hợp: Sở Tài chính, viện nghiên cứu, doanh nghiệp. | Quý I, II/2030 |\n" +
        "| 2. Quảng bá chè | Sở Công Thương chủ trì theo dõi, tổng hợp | Tháng 9/2030 |\n",
    ),
  ).value.tasks;
  expect(read.map(({ leads, supporters, time }) => ({ leads, supporters, time: time.value }))).toEqual([
    {
      leads: ["Sở Nông nghiệp và Môi trường", "BQL vùng chè"],
      supporters: ["Sở Tài chính", "viện nghiên cứu", "doanh nghiệp"],
      time: "Quý I, II/2030",
    },
    { leads: ["Sở Công Thương"], supporters: [], time: "Tháng 9/2030" },
  ]);
});

test("brackets at the end may name the lead and the time", () => {
  expect(
    tasks(
      "KẾ HOẠCH\nPhát triển vùng chè năm 2030\n\nI. NHIỆM VỤ\n1. Lập danh mục vườn chè (Phòng Kinh tế tham mưu; thời gian: Quý II/2030).\n" +
        "2. Dựng trang quảng bá (giao Phòng Văn hóa chủ trì thực hiện trong Quý I/2030).\n",
    ),
  ).toMatchObject([
    { leads: ["Phòng Kinh tế"], time: "Quý II/2030" },
    { leads: ["Phòng Văn hóa"], time: "trong Quý I/2030" },
  ]);
});

test("an office whose name joins two councils is one organisation, and so is a centre of public administration", () => {
  const text = `${HEAD}
1. Văn phòng HĐND và UBND xã chủ trì, phối hợp với Trung tâm Phục vụ hành chính công lắp đặt trạm bơm.
2. Trung tâm Phục vụ hành chính công: niêm yết lịch cấp nước.
`;
  expect(tasks(text)).toMatchObject([
    { leads: ["Văn phòng HĐND và UBND xã"], supporters: ["Trung tâm Phục vụ hành chính công"] },
    { leads: ["Trung tâm Phục vụ hành chính công"] },
  ]);
  expect(partiesOfField("Văn phòng HĐND và UBND, Phòng Kinh tế và Công an xã").leads).toEqual([
    "Văn phòng HĐND và UBND",
    "Phòng Kinh tế",
    "Công an xã",
  ]);
});

test("organisations with words that describe them head the items below", () => {
  const text = `${HEAD}
1. Công an tỉnh
Chỉ đạo lực lượng kiểm tra việc khai thác nước.
2. UBND các xã, phường có hồ chứa:
- Kiện toàn tổ quản lý, xong trước ngày 10/4/2026;
- Bố trí kinh phí theo quy định.
`;
  expect(tasks(text).slice(1)).toMatchObject([
    { leads: ["UBND các xã, phường có hồ chứa"], time: "xong trước ngày 10/4/2026" },
    { leads: ["UBND các xã, phường có hồ chứa"] },
  ]);
});

test("who leads may stand in a sentence behind what is to be done", () => {
  const text = `${HEAD}
a) Rà soát hồ chứa. Hoàn thành trong Quý I/2026. Phòng Kinh tế chủ trì, phối hợp Công an xã.
`;
  expect(tasks(text)).toMatchObject([{ leads: ["Phòng Kinh tế"], supporters: ["Công an xã"], time: "trong Quý I/2026" }]);
});

test("names that share their first word are told apart", () => {
  const text = `${HEAD}
1. Giao Giám đốc các Sở: Y tế, Khoa học và Công nghệ phối hợp với các Vụ: Kế hoạch, Thị trường trong nước và Cục Hóa chất rà soát hồ chứa.
2. UBND các huyện Ba Tơ, Sơn Hà, Trà Bồng xuất cấp giống cây.
3. Ủy ban nhân dân các tỉnh, thành phố: Hải Phòng, Quảng Ninh kiểm tra đê.
4. Thành phố Huế và các tỉnh Quảng Trị, Gia Lai đẩy nhanh tiến độ nạo vét, hoàn thành trong năm 2026.
5. UBND các xã, phường: Tuyên truyền, vận động người dân tiết kiệm nước.
6. Các sở: Xây dựng, triển khai kế hoạch cấp nước.
`;
  expect(tasks(text).slice(4)).toMatchObject([{ leads: ["UBND các xã, phường"] }, { leads: ["Các sở"] }]);
  expect(tasks(text).slice(0, 4)).toMatchObject([
    {
      leads: ["Giám đốc Sở Y tế", "Giám đốc Sở Khoa học và Công nghệ"],
      supporters: ["Vụ Kế hoạch", "Vụ Thị trường trong nước", "Cục Hóa chất"],
    },
    { leads: ["UBND huyện Ba Tơ", "UBND huyện Sơn Hà", "UBND huyện Trà Bồng"] },
    { leads: ["Ủy ban nhân dân các tỉnh, thành phố: Hải Phòng, Quảng Ninh"] },
    { leads: ["Thành phố Huế", "tỉnh Quảng Trị", "tỉnh Gia Lai"], time: "trong năm 2026" },
  ]);
});

test("a name goes on to its end and no further", () => {
  const text = `${HEAD}
1. Các đơn vị của Bộ Nông nghiệp và Phát triển nông thôn, ban thường vụ các đảng ủy xã tháo gỡ vướng mắc.
2. Trung tâm Phục vụ hành chính công phường công khai danh mục hồ chứa.
3. Các Ban của Hội đồng nhân dân tỉnh giám sát việc tích nước.
4. Đồng chí Phó Thủ tướng Nguyễn Văn A chỉ đạo vận hành liên hồ chứa.
5. Chủ trì, phối hợp với các cơ quan báo chí, truyền hình và các cơ quan tham mưu, giúp việc Tỉnh ủy tuyên truyền.
`;
  const read = tasks(text);
  expect(read).toMatchObject([
    { leads: ["Các đơn vị của Bộ Nông nghiệp và Phát triển nông thôn", "ban thường vụ các đảng ủy xã"] },
    { leads: ["Trung tâm Phục vụ hành chính công phường"] },
    { leads: ["Các Ban của Hội đồng nhân dân tỉnh"] },
    { leads: ["Đồng chí Phó Thủ tướng Nguyễn Văn A"] },
    { supporters: ["các cơ quan báo chí, truyền hình", "các cơ quan tham mưu, giúp việc Tỉnh ủy"] },
  ]);
});

test("an item without a heading of an organisation may name its lead further on", () => {
  const text = `${HEAD}
1. Cải tạo kênh mương: Phòng Kinh tế chủ trì, phối hợp với các thôn khảo sát, xong trước 30/4/2026.
2. Lập sổ theo dõi hồ chứa. Giao Trạm Thủy lợi chủ trì, phối hợp với Công an xã thực hiện.
3. Khoanh vùng hạn. Các hộ dân được báo trước.
`;
  expect(tasks(text)).toMatchObject([
    { leads: ["Phòng Kinh tế"], supporters: ["các thôn"], time: "xong trước 30/4/2026" },
    { leads: ["Trạm Thủy lợi"], supporters: ["Công an xã"] },
    { leads: [] },
  ]);
});

test("what a heading regards is who has to do it, what an item regards is not", () => {
  const text = `${HEAD}
1. UBND các xã, phường
- Đối với các xã còn diện tích lúa: cần chuyển đổi cây trồng.
2. Đối với các cơ sở sản xuất có lượng nước thải lớn (danh sách kèm theo):
- Dùng lại nước thải.
`;
  expect(tasks(text)).toMatchObject([{ leads: ["UBND các xã, phường"] }, { leads: ["các cơ sở sản xuất có lượng nước thải lớn"] }]);
});

test.each([
  ["Tổ chức lễ khởi công vào ngày 19 tháng 8 năm 2026.", "vào ngày 19 tháng 8 năm 2026"],
  ["Khơi thông dòng chảy, hoàn thành trong năm 2026.", "trong năm 2026"],
  ["Tập huấn cho nhân viên vận hành (tháng 5/2026).", "tháng 5/2026"],
  ["Đo mực nước hồ chứa, thực hiện hằng tuần.", "hằng tuần"],
  ["Gửi danh mục hồ chứa về Sở Y tế trước ngày 15/4/2026 để công khai.", "trước ngày 15/4/2026"],
  ["Phổ biến kế hoạch trong vòng 05 ngày làm việc kể từ ngày ban hành.", "trong vòng 05 ngày làm việc kể từ ngày ban hành"],
  ["Trình Ủy ban nhân dân tỉnh phương án vào đầu quý I năm 2026.", "vào đầu quý I năm 2026"],
  ["Rà soát các hồ chứa theo Luật có hiệu lực vào ngày 01 tháng 7 năm 2025.", ""],
  ["Dùng kinh phí được giao trong năm 2026.", ""],
])("the time of: %s", (text, time) => {
  expect(tasks(`${HEAD}1. ${text}\n`)).toMatchObject([{ time }]);
});

test("a line of its own may give the time of the item above", () => {
  const text = `${HEAD}
1. Trạm Thủy lợi:
- Kiểm tra cống lấy nước.
Hoàn thành trong quý II năm 2026.
- Ghi sổ mực nước.
`;
  expect(tasks(text)).toMatchObject([
    { title: "Kiểm tra cống lấy nước.", time: "trong quý II năm 2026" },
    { title: "Ghi sổ mực nước.", time: "" },
  ]);
});

test("orders over numbered items need no heading", () => {
  const text = `Số: 27/CĐ-TTg
Vừa qua mưa lớn gây ngập. Thủ tướng Chính phủ yêu cầu:
1. Bộ trưởng Bộ Tài chính chủ trì:
(1) Rà soát thiệt hại, báo cáo trước ngày 30/11/2026.
(2) Xuất cấp hàng dự trữ.
2. Bộ trưởng Bộ Y tế chỉ đạo xử lý nguồn nước.
`;
  expect(tasks(text)).toMatchObject([
    { leads: ["Bộ trưởng Bộ Tài chính"], time: "trước ngày 30/11/2026" },
    { leads: ["Bộ trưởng Bộ Tài chính"] },
    { leads: ["Bộ trưởng Bộ Y tế"] },
  ]);
});

test("parts named by a field of work hold tasks; persons and groups with a colon lead", () => {
  const text = `KẾ HOẠCH
An toàn thực phẩm năm 2026

I. MỤC ĐÍCH
Giữ gìn sức khỏe.

II. CÔNG TÁC TUYÊN TRUYỀN
1. Tổ chức lễ phát động.
2. Bà Trần Thị B - Trưởng phòng Văn hóa: tham mưu kế hoạch.
3. Các trường học, bếp ăn tập thể: ký cam kết, hoàn thành trong tháng 01 năm 2026.
4. Trạm Y tế xã lấy mẫu tại các chợ.
Nhận được Kế hoạch này, các đơn vị triển khai.
`;
  expect(tasks(text)).toMatchObject([
    { leads: [] },
    { leads: ["Bà Trần Thị B - Trưởng phòng Văn hóa"] },
    { leads: ["Các trường học", "bếp ăn tập thể"], time: "trong tháng 01 năm 2026" },
    { leads: ["Trạm Y tế xã"] },
  ]);
});

test("a directive with parts is read to its end, without the documents to be known and the notices", () => {
  const text = `CHỈ THỊ
Về bảo vệ đê
Chủ tịch UBND tỉnh yêu cầu các sở, ban, ngành thực hiện các nội dung sau:
I. VỀ BẢO VỆ ĐÊ
1. Giao Giám đốc Sở Giao thông vận tải:
a) Công bố danh mục tuyến đê.
b) Thực hiện nghiêm các quy định:
- Nghị định số 12/2025/NĐ-CP của Chính phủ về đê điều.
2. Uỷ ban nhân dân các quận - huyện không cấp phép xây dựng ven đê.
Văn phòng UBND tỉnh thông báo để các đơn vị biết, thực hiện.
`;
  expect(tasks(text)).toMatchObject([{ leads: ["Giám đốc Sở Giao thông vận tải"] }, { leads: ["Uỷ ban nhân dân các quận - huyện"] }]);
});
