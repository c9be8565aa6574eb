import { parsePlan } from "../../src/parser/parsePlan";
import { readText } from "../../src/reader/readText";

const indicesOf = (...lines: readonly string[]) =>
  parsePlan(readText("plan.txt", new TextEncoder().encode(lines.join("\n")))).value.indices.map(({ name, components }) => ({
    name,
    components: components.map((one) => [one.name, ...(one.lead === undefined ? [] : [one.lead])].join(" / ")),
  }));

const HEAD = ["ỦY BAN NHÂN DÂN", "KẾ HOẠCH", "Cải thiện môi trường kinh doanh năm 2024", "I. MỤC TIÊU"];

test("numbered components belong to the index that is named last before them", () => {
  expect(
    indicesOf(
      ...HEAD,
      "1. Nâng cao năng lực cạnh tranh cấp tỉnh (PCI), cấp sở (DDCI); tập trung cải thiện 3 chỉ số thành phần: (1) Tính minh bạch; (2) Tính năng động (3) Chi phí thời gian. Đặc biệt là trách nhiệm của trưởng phòng.",
    ),
  ).toEqual([{ name: "DDCI", components: ["Tính minh bạch", "Tính năng động", "Chi phí thời gian"] }]);
});

test("components that agencies are told to follow belong to the index of the heading", () => {
  expect(
    indicesOf(
      ...HEAD,
      "1. Nâng điểm so với năm trước.",
      "II. NHIỆM VỤ",
      "a) Về cải thiện môi trường kinh doanh theo EoDB (của WB)",
      "- Sở Xây dựng làm đầu mối theo dõi chỉ số Cấp phép xây dựng.",
      "- Tòa án tỉnh làm đầu mối theo dõi chỉ số Bảo vệ nhà đầu tư; Giải quyết phá sản doanh nghiệp.",
    ),
  ).toEqual([
    {
      name: "EoDB",
      components: ["Cấp phép xây dựng / Sở Xây dựng", "Bảo vệ nhà đầu tư / Tòa án tỉnh", "Giải quyết phá sản doanh nghiệp / Tòa án tỉnh"],
    },
  ]);
});

test("other numbered lists and other duties of following are no index", () => {
  expect(
    indicesOf(
      ...HEAD,
      "1. Cải thiện các chỉ số thành phần (PCI); thực hiện 2 việc: (1) rà soát thủ tục; (2) công khai quy trình.",
      "II. NHIỆM VỤ",
      "a) Về công nghệ thông tin theo kế hoạch",
      "- Sở Xây dựng làm đầu mối theo dõi tiến độ giải ngân.",
    ),
  ).toEqual([]);
});
