import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { importPlan, proposeMappings } from "../../src/pipeline";
import { csvRows } from "../../src/reader/csvRows";

const SEEDS = join(__dirname, "../../seeds");
const COMMAS = [
  "KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026,,,,",
  "STT,Nhiệm vụ,Cơ quan chủ trì,Cơ quan phối hợp,Thời gian",
  '1,"Rà soát, đơn giản hóa thủ tục hành chính",Sở Nội vụ,"Sở Tài chính, Sở Tư pháp",Quý II/2026',
  '2,"Ban hành quy chế ""một cửa""\nở cấp xã",Văn phòng UBND tỉnh,,Quý III/2026',
  "3,Tổ chức hội nghị đối thoại,Sở Công Thương,Các sở,30/11/2026",
].join("\r\n");
const SEMICOLONS = COMMAS.replace(/"[^"]*"|,/g, (found) => (found === "," ? ";" : found));

test.each([
  ["commas", COMMAS],
  ["semicolons", SEMICOLONS],
  ["a byte order mark", `\ufeff${COMMAS}`],
  ["the line that Excel writes for the sign", `sep=;\r\n${SEMICOLONS}`],
])("a table with %s is taken apart into rows and cells", (_, text) => {
  const rows = csvRows(text)!;
  expect(rows.map((row) => row.length)).toEqual([5, 5, 5, 5, 5]);
  expect(rows[2]).toEqual(["1", "Rà soát, đơn giản hóa thủ tục hành chính", "Sở Nội vụ", "Sở Tài chính, Sở Tư pháp", "Quý II/2026"]);
  expect(rows[3]![1]).toBe('Ban hành quy chế "một cửa"\nở cấp xã');
});

const encoded = (text: string, encoding: "utf-8" | "utf-16" | "windows-1258"): Uint8Array => {
  if (encoding === "utf-8") return new TextEncoder().encode(text);
  if (encoding === "utf-16")
    return Uint8Array.from([0xff, 0xfe, ...[...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8])]);
  const codes = new Map(Array.from({ length: 256 }, (_, code) => [new TextDecoder("windows-1258").decode(Uint8Array.of(code)), code]));
  // The code page has letters with their hats and the tones apart.
  const letters = [...text.normalize("NFC")].flatMap((c) => (codes.has(c) ? [c] : [...withTone(c)]));
  return Uint8Array.from(letters, (c) => codes.get(c) ?? 63);
};
function withTone(letter: string): string {
  const [base, ...marks] = [...letter.normalize("NFD")];
  const tone = marks.find((mark) => "\u0300\u0301\u0303\u0309\u0323".includes(mark)) ?? "";
  return `${[base, ...marks.filter((mark) => mark !== tone)].join("").normalize("NFC")}${tone}`;
}

test.each(["utf-8", "utf-16", "windows-1258"] as const)("a file in %s is offered as a sheet and read as tasks", async (encoding) => {
  const input = {
    kind: "file",
    name: "nhiem-vu.csv",
    bytes: encoded(`${encoding === "utf-8" ? "\ufeff" : ""}${COMMAS}`, encoding),
  } as const;
  const proposals = (await proposeMappings(input)).value!;
  expect(proposals.map(({ recognized, mapping }) => [recognized, mapping.headerRow])).toEqual([[true, 1]]);
  const { plan } = (await importPlan(input)).value!;
  expect(plan.tasks.map(({ title, time }) => [title, time.value])).toEqual([
    ["Rà soát, đơn giản hóa thủ tục hành chính", "Quý II/2026"],
    ['Ban hành quy chế "một cửa" ở cấp xã', "Quý III/2026"],
    ["Tổ chức hội nghị đối thoại", "30/11/2026"],
  ]);
  expect(plan.tasks[0]!.supporters.map((agency) => agency)).toHaveLength(2);
});

test("pasted rows with semicolons are a sheet too", async () => {
  const input = { kind: "text", name: "dán", text: SEMICOLONS } as const;
  expect((await proposeMappings(input)).value).toHaveLength(1);
  expect((await importPlan(input)).value!.plan.tasks).toHaveLength(3);
});

test.each([
  ["prose with commas", "Các sở, ban, ngành, địa phương rà soát, sửa đổi, bổ sung quy chế.\n".repeat(10)],
  ["lists with semicolons", "a) Sở Nội vụ; Sở Tài chính; Sở Tư pháp\nb) Sở Công Thương; Sở Xây dựng; Công an tỉnh\n".repeat(4)],
  [
    "prose without spaces behind commas",
    "Các sở,ban,ngành rà soát quy chế.\nUBND xã,phường báo cáo.\nTổ chức hội nghị,tập huấn,kiểm tra,giám sát.\nHết.\n",
  ],
  ["a quotation that does not end", COMMAS.replace('hành chính",', "hành chính,")],
  ["two columns", "Tên,Số\nA,1\nB,2\nC,3\n"],
  ["numbers alone", "1,2,3\n4,5,6\n7,8,9\n"],
  ["an empty text", ""],
])("%s is no table", (_, text) => {
  expect(csvRows(text)).toBeUndefined();
});

test.each(readdirSync(SEEDS).filter((name) => name.endsWith(".txt")))("%s is no table", (name) => {
  expect(csvRows(readFileSync(join(SEEDS, name), "utf8"))).toBeUndefined();
});

test("a long text is looked at in linear time", () => {
  const time = (size: number): number => {
    const text = 'a,"b"",c\n'.repeat(size);
    const from = performance.now();
    csvRows(text);
    csvRows(`x,y,z\n`.repeat(size));
    return performance.now() - from;
  };
  time(1000);
  expect(time(200_000)).toBeLessThan(3000);
});
