import type { Locale } from "../messages";
import type { GoalKind } from "../plan/goal";
import type { Deadline } from "../plan/plan";
import type { Conclusion, TaskStatus } from "../tracking/evaluation";
import type { Warning } from "../tracking/pace";

/** Names that the workbook's own codes have in the pane. */
export interface CodeNames {
  readonly goalKinds: Readonly<Record<GoalKind, string>>;
  readonly deadlines: Readonly<Record<Deadline["kind"], string>>;
  readonly conclusions: Readonly<Record<Conclusion, string>>;
  readonly statuses: Readonly<Record<TaskStatus, string>>;
  readonly warnings: Readonly<Record<Warning, string>>;
}

/** Names of codes by language; the Vietnamese ones are the workbook's. */
export const CODE_NAMES: Readonly<Record<Locale, CodeNames>> = {
  vi: {
    goalKinds: {
      "at-least": "Tối thiểu (≥)",
      "at-most": "Tối đa (≤)",
      "more-than": "Trên (>)",
      "less-than": "Dưới (<)",
      all: "Toàn bộ (100 %)",
      between: "Khoảng",
      increase: "Tăng thêm",
      decrease: "Giảm bớt",
      improve: "Có cải thiện",
      "rank-up": "Tăng bậc",
      top: "Tốp",
      tier: "Nhóm xếp loại",
      "times-at-least": "Số lần tối thiểu",
      "times-at-most": "Số lần tối đa",
      maintain: "Duy trì",
      milestone: "Mốc công việc",
      deadline: "Thời hạn",
      "two-levels": "Hai mức",
      every: "Đạt tất cả các vế",
      any: "Đạt một trong các vế",
    },
    deadlines: {
      fixed: "Cố định",
      recurring: "Định kỳ",
      continuous: "Thường xuyên",
      conditional: "Có điều kiện",
      "by-reference": "Theo văn bản khác",
      unclear: "Chưa rõ",
    },
    conclusions: {
      exceeded: "Vượt",
      met: "Đạt",
      "fully-met": "Đạt đầy đủ",
      "partly-met": "Đạt một phần",
      "not-met": "Chưa đạt",
      "in-progress": "Đang theo dõi",
      "no-data": "Chưa có số liệu",
      "not-arising": "Không phát sinh",
      "not-applicable": "Không áp dụng",
      unpublished: "Không công bố",
      "no-baseline": "Thiếu số gốc",
      "data-error": "Lỗi số liệu",
      unquantified: "Chưa định lượng",
    },
    statuses: {
      "done-on-time": "Hoàn thành đúng hạn",
      "done-late": "Hoàn thành quá hạn",
      "in-progress": "Đang thực hiện",
      "due-soon": "Sắp đến hạn",
      overdue: "Quá hạn",
      "not-started": "Chưa thực hiện",
      "continuous-updated": "Thường xuyên – có cập nhật",
      "continuous-not-updated": "Thường xuyên – chưa cập nhật",
      waiting: "Chờ điều kiện",
      paused: "Tạm dừng",
      "postponement-asked": "Xin lùi hạn",
      "no-deadline": "Chưa có hạn",
    },
    warnings: { safe: "An toàn", attention: "Cần chú ý", "at-risk": "Nguy cơ", alarm: "Báo động" },
  },
  en: {
    goalKinds: {
      "at-least": "At least (≥)",
      "at-most": "At most (≤)",
      "more-than": "More than (>)",
      "less-than": "Less than (<)",
      all: "All (100 %)",
      between: "Range",
      increase: "Increase",
      decrease: "Decrease",
      improve: "Improve",
      "rank-up": "Ranks up",
      top: "Top",
      tier: "Tier",
      "times-at-least": "Times at least",
      "times-at-most": "Times at most",
      maintain: "Maintain",
      milestone: "Milestone",
      deadline: "Deadline",
      "two-levels": "Two levels",
      every: "All parts",
      any: "Any part",
    },
    deadlines: {
      fixed: "Fixed day",
      recurring: "Recurring",
      continuous: "Continuous",
      conditional: "On a condition",
      "by-reference": "By another document",
      unclear: "Unclear",
    },
    conclusions: {
      exceeded: "Exceeded",
      met: "Met",
      "fully-met": "Fully met",
      "partly-met": "Partly met",
      "not-met": "Not met",
      "in-progress": "In progress",
      "no-data": "No figures yet",
      "not-arising": "Did not arise",
      "not-applicable": "Not applicable",
      unpublished: "Unpublished",
      "no-baseline": "Base figure missing",
      "data-error": "Faulty figure",
      unquantified: "Not quantified",
    },
    statuses: {
      "done-on-time": "Done on time",
      "done-late": "Done late",
      "in-progress": "In progress",
      "due-soon": "Due soon",
      overdue: "Overdue",
      "not-started": "Not started",
      "continuous-updated": "Continuous, updated",
      "continuous-not-updated": "Continuous, not updated",
      waiting: "Waiting",
      paused: "Paused",
      "postponement-asked": "Postponement asked",
      "no-deadline": "No deadline",
    },
    warnings: { safe: "Safe", attention: "Needs attention", "at-risk": "At risk", alarm: "Alarm" },
  },
};
