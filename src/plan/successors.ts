import { foldMarks } from "../text/vietnamese";
import { agencyKey } from "./agencies";
import type { CalendarDate } from "./date";

/** Who carries on the work of an organisation that a plan names. */
export interface Successor {
  /** Name of the organisation; several are joined by "; " with their share in brackets. */
  readonly name: string;
  /** Month in which it took over: "2025-03". */
  readonly from: string;
  /** Last day of the organisation before; only where a law of the whole country sets it. */
  readonly lastDay?: CalendarDate;
}

interface Succession extends Successor {
  readonly before: readonly string[];
}

/**
 * Last day of the districts (Resolution 203/2025/QH15: they end on 1 July 2025) and of the provinces that were merged (Resolution 202/2025/QH15:
 * their governments work until the new ones begin on 1 July 2025). Each province set the day for its own departments.
 */
const BEFORE_JULY_2025 = "2025-06-30" as CalendarDate;

/**
 * Organisations that the mergers of 2025 ended. General knowledge without a cited source: it only fills in, once, a table that the user
 * keeps and corrects; the plan itself keeps the names that it uses, and nothing is calculated from this.
 */
const SUCCESSIONS: readonly Succession[] = [
  { before: ["Sở Kế hoạch và Đầu tư", "Sở KH&ĐT", "Sở KHĐT"], name: "Sở Tài chính", from: "2025-03" },
  { before: ["Sở Thông tin và Truyền thông", "Sở TT&TT", "Sở TTTT"], name: "Sở Khoa học và Công nghệ", from: "2025-03" },
  { before: ["Sở Giao thông vận tải", "Sở GTVT"], name: "Sở Xây dựng", from: "2025-03" },
  {
    before: ["Sở Tài nguyên và Môi trường", "Sở TN&MT", "Sở TNMT", "Sở Nông nghiệp và Phát triển nông thôn", "Sở NN&PTNT", "Sở NNPTNT"],
    name: "Sở Nông nghiệp và Môi trường",
    from: "2025-03",
  },
  {
    before: ["Sở Lao động - Thương binh và Xã hội", "Sở LĐTB&XH", "Sở LĐ-TB&XH", "Sở LĐTBXH"],
    name: "Sở Nội vụ (lao động, người có công); Sở Giáo dục và Đào tạo (giáo dục nghề nghiệp); Sở Y tế (bảo trợ xã hội, trẻ em, phòng chống tệ nạn)",
    from: "2025-03",
  },
  { before: ["Cục Thuế", "Cục Thuế tỉnh"], name: "Thuế tỉnh", from: "2025-07" },
  { before: ["Cục Hải quan", "Cục Hải quan tỉnh"], name: "Chi cục Hải quan khu vực", from: "2025-03" },
  {
    before: ["Ngân hàng Nhà nước chi nhánh tỉnh", "Ngân hàng Nhà nước Việt Nam chi nhánh tỉnh"],
    name: "Ngân hàng Nhà nước chi nhánh Khu vực",
    from: "2025-03",
  },
  {
    before: ["Ủy ban nhân dân các huyện, thành phố", "Ủy ban nhân dân các huyện, thị xã, thành phố"],
    name: "Ủy ban nhân dân các xã, phường, đặc khu",
    from: "2025-07",
    lastDay: BEFORE_JULY_2025,
  },
  { before: ["Bộ Kế hoạch và Đầu tư", "Bộ KH&ĐT"], name: "Bộ Tài chính", from: "2025-03" },
  { before: ["Bộ Thông tin và Truyền thông", "Bộ TT&TT"], name: "Bộ Khoa học và Công nghệ", from: "2025-03" },
  { before: ["tỉnh Đắk Nông"], name: "tỉnh Lâm Đồng (cùng tỉnh Bình Thuận)", from: "2025-07", lastDay: BEFORE_JULY_2025 },
  { before: ["tỉnh Gia Lai"], name: "tỉnh Gia Lai (cùng tỉnh Bình Định)", from: "2025-07", lastDay: BEFORE_JULY_2025 },
  { before: ["tỉnh Khánh Hòa"], name: "tỉnh Khánh Hòa (cùng tỉnh Ninh Thuận)", from: "2025-07", lastDay: BEFORE_JULY_2025 },
];

const BY_KEY: ReadonlyMap<string, Successor> = new Map(
  SUCCESSIONS.flatMap(({ before, ...successor }) => before.map((old) => [keyOf(old), successor] as const)),
);

/** Successor of an organisation by its name without regard to marks, capitals or the province after it; undefined if none is known. */
export function successorOf(name: string): Successor | undefined {
  const key = keyOf(name);
  const province = key.indexOf(" tinh ");
  if (province < 0) return BY_KEY.get(key);
  return BY_KEY.get(key) ?? BY_KEY.get(key.slice(0, province)) ?? BY_KEY.get(key.slice(0, province + " tinh".length));
}

function keyOf(name: string): string {
  return foldMarks(agencyKey(name));
}
