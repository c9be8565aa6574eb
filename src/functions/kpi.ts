import { answer, CellError } from "./cellError";
import { goalFields } from "./goalFields";
import * as index from "./indexFunctions";
import * as summary from "./summaryFunctions";
import * as target from "./targetFunctions";
import * as task from "./taskFunctions";

/**
 * Conclusion of an actual value against a target of any kind: Vượt, Đạt, Chưa đạt, Đang theo dõi, Chưa có số liệu …
 * @customfunction DANHGIA
 * @param thuc_hien Actual value. Blank, "-" and "…" mean no figure; 0 is a figure; words such as "Không phát sinh" pass through.
 * @param muc_tieu Target level as a number (0.85 is 85 %), or the plan's own words ("tối thiểu 85%"); a tier name for "Nhóm xếp loại".
 * @param kieu Kind of target: code K01–K26 or its Vietnamese name. Omitted or blank: at least, or the kind that the words state.
 * @param goc Baseline figure. Omitted, blank or text: none.
 * @param muc_tren Upper level of a range, or the aspired level of a target with two levels. Omitted or blank: none.
 * @param ngay_xet Day of judgement as a date. Omitted, blank or 0: the conclusion is final.
 * @param moc Horizon: a year or its last day. Omitted, blank or 0: none.
 * @param don_vi Unit of measurement; with "%" figures below 0 or above 1 are data errors. Omitted or blank: not checked.
 */
export function danhGia(
  thuc_hien: unknown,
  muc_tieu: unknown,
  kieu?: unknown,
  goc?: unknown,
  muc_tren?: unknown,
  ngay_xet?: unknown,
  moc?: unknown,
  don_vi?: unknown,
): string | CellError {
  return answer(() =>
    target.conclusion(thuc_hien, {
      goal: muc_tieu,
      kind: kieu,
      baseline: goc,
      upper: muc_tren,
      asOf: ngay_xet,
      horizon: moc,
      unit: don_vi,
    }),
  );
}

/**
 * Whether a target is reached: TRUE, FALSE, or empty text when it cannot be decided.
 * @customfunction DAT
 * @param thuc_hien Actual value. Blank, "-" and "…" mean no figure; 0 is a figure; words such as "Không phát sinh" pass through.
 * @param muc_tieu Target level as a number (0.85 is 85 %), or the plan's own words ("tối thiểu 85%"); a tier name for "Nhóm xếp loại".
 * @param kieu Kind of target: code K01–K26 or its Vietnamese name. Omitted or blank: at least, or the kind that the words state.
 * @param goc Baseline figure. Omitted, blank or text: none.
 * @param muc_tren Upper level of a range, or the aspired level of a target with two levels. Omitted or blank: none.
 * @param ngay_xet Day of judgement as a date. Omitted, blank or 0: the conclusion is final.
 * @param moc Horizon: a year or its last day. Omitted, blank or 0: none.
 * @param don_vi Unit of measurement; with "%" figures below 0 or above 1 are data errors. Omitted or blank: not checked.
 */
export function dat(
  thuc_hien: unknown,
  muc_tieu: unknown,
  kieu?: unknown,
  goc?: unknown,
  muc_tren?: unknown,
  ngay_xet?: unknown,
  moc?: unknown,
  don_vi?: unknown,
): boolean | string | CellError {
  return answer(() =>
    target.isReached(thuc_hien, { goal: muc_tieu, kind: kieu, baseline: goc, upper: muc_tren, asOf: ngay_xet, horizon: moc, unit: don_vi }),
  );
}

/**
 * Attainment of a target as a share; empty text when there is no figure or it cannot be judged.
 * @customfunction TYLE
 * @param thuc_hien Actual value. Blank, "-" and "…" mean no figure; 0 is a figure; words such as "Không phát sinh" pass through.
 * @param muc_tieu Target level as a number (0.85 is 85 %), or the plan's own words ("tối thiểu 85%"); a tier name for "Nhóm xếp loại".
 * @param kieu Kind of target: code K01–K26 or its Vietnamese name. Omitted or blank: at least, or the kind that the words state.
 * @param goc Baseline figure. Omitted, blank or text: none.
 * @param muc_tren Upper level of a range, or the aspired level of a target with two levels. Omitted or blank: none.
 * @param gioi_han TRUE holds the result to 0…1. Omitted or blank: TRUE.
 * @param che_do "TYLE" counts actual ÷ target, "TUGOC" the progress from the baseline. Omitted or blank: "TYLE".
 * @param don_vi Unit of measurement; with "%" figures below 0 or above 1 are data errors. Omitted or blank: not checked.
 */
export function tyLe(
  thuc_hien: unknown,
  muc_tieu: unknown,
  kieu?: unknown,
  goc?: unknown,
  muc_tren?: unknown,
  gioi_han?: unknown,
  che_do?: unknown,
  don_vi?: unknown,
): number | string | CellError {
  return answer(() =>
    target.attainment(thuc_hien, { goal: muc_tieu, kind: kieu, baseline: goc, upper: muc_tren, unit: don_vi }, gioi_han, che_do),
  );
}

/**
 * Vietnamese sentence that says why a target is reached or not.
 * @customfunction DIENGIAI
 * @param thuc_hien Actual value. Blank, "-" and "…" mean no figure; 0 is a figure; words such as "Không phát sinh" pass through.
 * @param muc_tieu Target level as a number (0.85 is 85 %), or the plan's own words ("tối thiểu 85%"); a tier name for "Nhóm xếp loại".
 * @param kieu Kind of target: code K01–K26 or its Vietnamese name. Omitted or blank: at least, or the kind that the words state.
 * @param goc Baseline figure. Omitted, blank or text: none.
 * @param muc_tren Upper level of a range, or the aspired level of a target with two levels. Omitted or blank: none.
 * @param ngay_xet Day of judgement as a date. Omitted, blank or 0: the conclusion is final.
 * @param moc Horizon: a year or its last day. Omitted, blank or 0: none.
 * @param don_vi Unit of measurement; with "%" figures below 0 or above 1 are data errors. Omitted or blank: not checked.
 * @param ten Name put before the sentence. Omitted or blank: none.
 * @param ket_luan Conclusion already computed in another cell. Omitted or blank: computed here.
 */
export function dienGiai(
  thuc_hien: unknown,
  muc_tieu: unknown,
  kieu?: unknown,
  goc?: unknown,
  muc_tren?: unknown,
  ngay_xet?: unknown,
  moc?: unknown,
  don_vi?: unknown,
  ten?: unknown,
  ket_luan?: unknown,
): string | CellError {
  return answer(() =>
    target.explanation(
      thuc_hien,
      { goal: muc_tieu, kind: kieu, baseline: goc, upper: muc_tren, asOf: ngay_xet, horizon: moc, unit: don_vi },
      ten,
      ket_luan,
    ),
  );
}

/**
 * Reads a target sentence in Vietnamese into cells: kind, comparison, level, upper level, unit, base year, horizon, to be confirmed; or one of them.
 * @customfunction MUCTIEU
 * @param van_ban The sentence.
 * @param truong One field: KIEU, SOSANH, MUC, MUCTREN, DONVI, NAMGOC, MOC or XACNHAN. Omitted or blank: all, in one row.
 */
export function mucTieu(van_ban: unknown, truong?: unknown): unknown[][] {
  const fields = answer(() => goalFields(van_ban, truong));
  return fields instanceof CellError ? [[fields]] : fields;
}

/**
 * Level that must be reached in the unit of the actual value, for instance base × (1 + growth).
 * @customfunction MUCPHAIDAT
 * @param muc_tieu Target level as a number (0.85 is 85 %), or the plan's own words ("tối thiểu 85%"); a tier name for "Nhóm xếp loại".
 * @param kieu Kind of target: code K01–K26 or its Vietnamese name. Omitted or blank: at least, or the kind that the words state.
 * @param goc Baseline figure. Omitted, blank or text: none.
 */
export function mucPhaiDat(muc_tieu: unknown, kieu?: unknown, goc?: unknown): number | CellError {
  return answer(() => target.levelToReach({ goal: muc_tieu, kind: kieu, baseline: goc }));
}

/**
 * Attainment of a growth against a base figure; empty text for a blank actual value.
 * @customfunction TANG
 * @param thuc_hien Actual value; blank gives empty text.
 * @param goc Base figure; blank or 0 gives #N/A.
 * @param ty_le Growth as a share: 0.1 is 10 %.
 * @param gioi_han TRUE holds the result to 0…1. Omitted or blank: TRUE.
 */
export function tang(thuc_hien: unknown, goc: unknown, ty_le: unknown, gioi_han?: unknown): number | string | CellError {
  return answer(() => target.changeAttainment("K07", thuc_hien, goc, ty_le, gioi_han));
}

/**
 * Attainment of a reduction against a base figure; empty text for a blank actual value.
 * @customfunction GIAM
 * @param thuc_hien Actual value; blank gives empty text.
 * @param goc Base figure; blank or 0 gives #N/A.
 * @param ty_le Reduction as a share: 0.1 is 10 %.
 * @param gioi_han TRUE holds the result to 0…1. Omitted or blank: TRUE.
 */
export function giam(thuc_hien: unknown, goc: unknown, ty_le: unknown, gioi_han?: unknown): number | string | CellError {
  return answer(() => target.changeAttainment("K08", thuc_hien, goc, ty_le, gioi_han));
}

/**
 * Conclusion or attainment of a value against a range.
 * @customfunction KHOANG
 * @param thuc_hien Actual value. Blank, "-" and "…" mean no figure; 0 is a figure; words such as "Không phát sinh" pass through.
 * @param duoi Lower bound.
 * @param tren Upper bound.
 * @param cung TRUE: exceeding the range is a breach. Omitted or blank: FALSE.
 * @param ket_qua "NHAN" gives the label, "TYLE" the attainment. Omitted or blank: "NHAN".
 */
export function khoang(thuc_hien: unknown, duoi: unknown, tren: unknown, cung?: unknown, ket_qua?: unknown): string | number | CellError {
  return answer(() => target.band(thuc_hien, duoi, tren, cung, ket_qua));
}

/**
 * Whether a rank rose by enough places; "Không công bố" passes through.
 * @customfunction TANGBAC
 * @param hang_moi New rank, 1 is the best; blank means no figure.
 * @param hang_cu Rank before; blank or 0 gives "Thiếu số gốc".
 * @param so_bac Places to rise. Omitted or blank: 1.
 * @param n_moi Number of bodies ranked now. Omitted or blank: as before.
 * @param n_cu Number of bodies ranked before; when it differs, percentiles are compared.
 */
export function tangBac(hang_moi: unknown, hang_cu: unknown, so_bac?: unknown, n_moi?: unknown, n_cu?: unknown): string | CellError {
  return answer(() => target.rankUp(hang_moi, hang_cu, so_bac, n_moi, n_cu));
}

/**
 * Whether a rank is within the top N, or its attainment.
 * @customfunction TOP
 * @param hang Rank, 1 is the best; blank means no figure.
 * @param n Limit.
 * @param hang_cu Rank before, from which attainment counts. Omitted or blank: none.
 * @param ket_qua "NHAN" gives the label, "TYLE" the attainment. Omitted or blank: "NHAN".
 */
export function topN(hang: unknown, n: unknown, hang_cu?: unknown, ket_qua?: unknown): string | number | CellError {
  return answer(() => target.top(hang, n, hang_cu, ket_qua));
}

/**
 * Whether a tier is at least the tier to be reached.
 * @customfunction NHOM
 * @param nhom Tier reached; blank means no figure.
 * @param nhom_muc_tieu Tier to be reached.
 * @param thang Tiers from the lowest to the highest. Omitted: Thấp, Tương đối thấp, Trung bình, Khá, Tốt, Rất tốt.
 */
export function nhom(nhom: unknown, nhom_muc_tieu: unknown, thang?: unknown[][]): string | CellError {
  return answer(() => target.tier(nhom, nhom_muc_tieu, thang));
}

/**
 * Conclusion of a count against at least or at most so many times in a period.
 * @customfunction SOLAN
 * @param so_lan Count; blank means no figure.
 * @param muc Times.
 * @param chieu "TOITHIEU" or "TOIDA". Omitted or blank: "TOITHIEU".
 * @param ty_le_ky Share of the period that has passed, 0…1. Omitted or blank: 1.
 */
export function soLan(so_lan: unknown, muc: unknown, chieu?: unknown, ty_le_ky?: unknown): string | CellError {
  return answer(() => target.times(so_lan, muc, chieu, ty_le_ky));
}

/**
 * Number of entities above a limit; 0 means that it is kept.
 * @customfunction VIPHAM
 * @param vung_so_lan Counts, one cell an entity; blanks are no entities.
 * @param muc_toi_da Limit.
 */
export function viPham(vung_so_lan: unknown[][], muc_toi_da: unknown): number | CellError {
  return answer(() => target.violations(vung_so_lan, muc_toi_da));
}

/**
 * Level of a staged target in a year or on a day.
 * @customfunction LOTRINH
 * @param nam_hoac_ngay Year or date.
 * @param vung_moc Two columns: year or date of the stage, level.
 * @param cach "BAC": the level of the next stage; "TUYENTINH": interpolated. Omitted or blank: "BAC".
 */
export function loTrinh(nam_hoac_ngay: unknown, vung_moc: unknown[][], cach?: unknown): number | CellError {
  return answer(() => summary.staged(nam_hoac_ngay, vung_moc, cach));
}

/**
 * Conclusion of a target together with its parts: Đạt đầy đủ only when all are reached.
 * @customfunction TRONGDO
 * @param ket_luan_cha Conclusion of the target; blank gives "Chưa có số liệu".
 * @param vung_ket_luan_con Conclusions of its parts; blanks are left out.
 * @param vung_ma_cha Parent code of each cell of the range before. Omitted: all cells count.
 * @param ma Only cells with this parent code count.
 */
export function trongDo(
  ket_luan_cha: unknown,
  vung_ket_luan_con: unknown[][],
  vung_ma_cha?: unknown[][],
  ma?: unknown,
): string | CellError {
  return answer(() => summary.group(ket_luan_cha, vung_ket_luan_con, vung_ma_cha, ma));
}

/**
 * Conclusion of conditions that must all be reached.
 * @customfunction TATCA
 * @param vung_ket_luan Conclusions; blanks are left out.
 */
export function tatCa(vung_ket_luan: unknown[][]): string | CellError {
  return answer(() => summary.combine(vung_ket_luan, "every"));
}

/**
 * Conclusion of conditions of which one is enough.
 * @customfunction HOAC
 * @param vung_ket_luan Conclusions; blanks are left out.
 */
export function hoac(vung_ket_luan: unknown[][]): string | CellError {
  return answer(() => summary.combine(vung_ket_luan, "any"));
}

/**
 * Whether a level was kept in every period, or the share of periods in which it was.
 * @customfunction DUYTRI
 * @param vung_gia_tri Values by period; a blank period was not reported.
 * @param muc Level to keep.
 * @param chieu "TOITHIEU" or "TOIDA". Omitted or blank: "TOITHIEU".
 * @param ket_qua "NHAN" gives the label, "TYLE" the attainment. Omitted or blank: "NHAN".
 */
export function duyTri(vung_gia_tri: unknown[][], muc: unknown, chieu?: unknown, ket_qua?: unknown): string | number | CellError {
  return answer(() => target.maintained(vung_gia_tri, muc, chieu, ket_qua));
}

/**
 * Share of a list of items that is done, by weight when weights are given.
 * @customfunction MOC
 * @param vung_hoan_thanh Items: TRUE, x, 1 or a share 0…1; blank is not done.
 * @param vung_trong_so Weights. Omitted: all equal.
 */
export function moc(vung_hoan_thanh: unknown[][], vung_trong_so?: unknown[][]): number | CellError {
  return answer(() => summary.milestones(vung_hoan_thanh, vung_trong_so));
}

/**
 * Conclusion against a required and an aspired level.
 * @customfunction HAIMUC
 * @param thuc_hien Actual value. Blank, "-" and "…" mean no figure; 0 is a figure; words such as "Không phát sinh" pass through.
 * @param phap_lenh Required level.
 * @param phan_dau Aspired level.
 * @param chieu "TOITHIEU" or "TOIDA". Omitted or blank: "TOITHIEU".
 */
export function haiMuc(thuc_hien: unknown, phap_lenh: unknown, phan_dau: unknown, chieu?: unknown): string | CellError {
  return answer(() => target.twoLevels(thuc_hien, phap_lenh, phan_dau, chieu));
}

/**
 * Sum of numerators ÷ sum of denominators; "Không phát sinh" when the denominators are 0.
 * @customfunction TUMAU
 * @param tu Numerators; rows with a blank are left out.
 * @param mau Denominators, as many cells.
 */
export function tuMau(tu: unknown[][], mau: unknown[][]): number | string | CellError {
  return answer(() => summary.ratio(tu, mau));
}

/**
 * Figure of a target from its period table up to the viewed period; empty text when there is none.
 * @customfunction LUYKE
 * @param vung_ma Codes.
 * @param vung_ky Periods such as 2024-Q1.
 * @param vung_gia_tri Values; blanks are left out.
 * @param ma Code of the target.
 * @param ky Viewed period.
 * @param cach_gop Cộng dồn, Số cuối kỳ, Bình quân, Tử/mẫu or Lớn nhất. Omitted or blank: Cộng dồn.
 * @param vung_tu Numerators, for Tử/mẫu.
 * @param vung_mau Denominators, for Tử/mẫu.
 */
export function luyKe(
  vung_ma: unknown[][],
  vung_ky: unknown[][],
  vung_gia_tri: unknown[][],
  ma: unknown,
  ky: unknown,
  cach_gop?: unknown,
  vung_tu?: unknown[][],
  vung_mau?: unknown[][],
): number | string | CellError {
  return answer(() => summary.cumulative(vung_ma, vung_ky, vung_gia_tri, ma, ky, cach_gop, vung_tu, vung_mau));
}

/**
 * Share of a target that should be reached on a day.
 * @customfunction TIENDOCHUAN
 * @param ngay_xet Day.
 * @param bat_dau First day of the period.
 * @param ket_thuc Last day of the period.
 * @param vung_duong Curve in two columns: date, share. Omitted: linear.
 */
export function tienDoChuan(ngay_xet: unknown, bat_dau: unknown, ket_thuc: unknown, vung_duong?: unknown[][]): number | CellError {
  return answer(() => summary.expected(ngay_xet, bat_dau, ket_thuc, vung_duong));
}

/**
 * Pace warning: An toàn, Cần chú ý, Nguy cơ, Báo động; empty text without an attainment.
 * @customfunction CANHBAO
 * @param ty_le Attainment as a share; blank gives empty text.
 * @param tien_do_chuan Expected share; blank gives empty text.
 * @param nguong Three falling thresholds. Omitted or blank: 0; -0.05; -0.15.
 */
export function canhBao(ty_le: unknown, tien_do_chuan: unknown, nguong?: unknown[][]): string | CellError {
  return answer(() => summary.warning(ty_le, tien_do_chuan, nguong));
}

/**
 * Estimate for the whole period; empty text for a blank figure.
 * @customfunction UOC
 * @param luy_ke Figure so far.
 * @param tien_do_chuan Expected share; 0 gives #N/A.
 * @param cach "CONGDON" grows with the expected share, "CUOIKY" keeps the last value. Omitted or blank: "CONGDON".
 */
export function uoc(luy_ke: unknown, tien_do_chuan: unknown, cach?: unknown): number | string | CellError {
  return answer(() => summary.estimate(luy_ke, tien_do_chuan, cach));
}

/**
 * Last valid day of a deadline in Vietnamese words, its last working day, or its class.
 * @customfunction HAN
 * @param van_ban Words such as "trước ngày 01/6/2024", or a date.
 * @param nam Year of the plan. Omitted, blank or 0: only years that the words name.
 * @param tra_ve "NGAY", "LAMVIEC" or "LOAI". Omitted or blank: "NGAY".
 * @param ngay_nghi Holidays. Omitted: none.
 */
export function han(van_ban: unknown, nam?: unknown, tra_ve?: unknown, ngay_nghi?: unknown[][]): number | string | CellError {
  return answer(() => task.deadline(van_ban, nam, tra_ve, ngay_nghi));
}

/**
 * Status of a task on a day; a finished task is never overdue.
 * @customfunction TRANGTHAI
 * @param han Original deadline as a date, or its class in words ("Thường xuyên"); blank or 0: none.
 * @param ngay_hoan_thanh Day of completion; blank or 0: open.
 * @param ngay_xet Day of judgement.
 * @param dac_biet Tạm dừng, Xin lùi hạn or Chờ điều kiện. Omitted or blank: none.
 * @param canh_bao Days before the deadline from which it is due soon. Omitted or blank: 7.
 * @param tien_do Progress; above 0 means started. Omitted or blank: not started.
 * @param loai Class of the deadline: Cố định, Định kỳ, Thường xuyên, Có điều kiện, Theo văn bản khác or Chưa rõ. Omitted or blank: by the deadline.
 * @param han_gia_han Extended deadline: overdue is measured on it, on time on the original. Omitted or blank: none.
 */
export function trangThai(
  han: unknown,
  ngay_hoan_thanh: unknown,
  ngay_xet: unknown,
  dac_biet?: unknown,
  canh_bao?: unknown,
  tien_do?: unknown,
  loai?: unknown,
  han_gia_han?: unknown,
): string | CellError {
  return answer(() =>
    task.status({
      deadline: han,
      done: ngay_hoan_thanh,
      asOf: ngay_xet,
      special: dac_biet,
      warnDays: canh_bao,
      progress: tien_do,
      kind: loai,
      extended: han_gia_han,
    }),
  );
}

/**
 * Days late (positive) or left (negative); empty text without a deadline.
 * @customfunction NGAYTRE
 * @param han Deadline; blank or 0 gives empty text.
 * @param ngay_hoan_thanh Day of completion; blank or 0: open.
 * @param ngay_xet Day of judgement.
 * @param lam_viec TRUE counts working days. Omitted or blank: FALSE.
 * @param ngay_nghi Holidays, for working days. Omitted: none.
 */
export function ngayTre(
  han: unknown,
  ngay_hoan_thanh: unknown,
  ngay_xet: unknown,
  lam_viec?: unknown,
  ngay_nghi?: unknown[][],
): number | string | CellError {
  return answer(() => task.lateness(han, ngay_hoan_thanh, ngay_xet, lam_viec, ngay_nghi));
}

/**
 * Share of tasks done (or done on time) among those done or overdue, as the Government counts.
 * @customfunction HOANTHANH
 * @param vung_trang_thai Statuses; blanks are left out.
 * @param loai "DENHAN": done; "DUNGHAN": done on time. Omitted or blank: "DENHAN".
 */
export function hoanThanh(vung_trang_thai: unknown[][], loai?: unknown): number | CellError {
  return answer(() => task.completion(vung_trang_thai, loai));
}

/**
 * Report period that contains a day: its code, first or last day.
 * @customfunction KYBAOCAO
 * @param ngay Day.
 * @param loai Tháng, Quý, 6 tháng, 9 tháng or Năm.
 * @param bo_ky "NĐ 09" or "Dương lịch". Omitted or blank: "NĐ 09".
 * @param tra_ve "TEN", "TU" or "DEN". Omitted or blank: "TEN".
 */
export function kyBaoCao(ngay: unknown, loai: unknown, bo_ky?: unknown, tra_ve?: unknown): string | number | CellError {
  return answer(() => task.reportPeriod(ngay, loai, bo_ky, tra_ve));
}

/**
 * Mean of attainments held to 0…1, count of those reached, or coverage; text and blanks never count.
 * @customfunction TONGHOP
 * @param vung_ty_le Attainments.
 * @param vung_trong_so Weights. Omitted: all equal.
 * @param tra_ve "BQ", "DAT" or "PHU". Omitted or blank: "BQ".
 */
export function tongHop(vung_ty_le: unknown[][], vung_trong_so?: unknown[][], tra_ve?: unknown): number | string | CellError {
  return answer(() => summary.summary(vung_ty_le, vung_trong_so, tra_ve));
}

/**
 * Min-max score 1…10 among all bodies compared; #N/A without spread.
 * @customfunction CHUANHOA
 * @param x Value.
 * @param nho_nhat Smallest value.
 * @param lon_nhat Largest value.
 * @param nghich TRUE when lower is better. Omitted or blank: FALSE.
 * @param thang Top of the scale. Omitted or blank: 10.
 */
export function chuanHoa(x: unknown, nho_nhat: unknown, lon_nhat: unknown, nghich?: unknown, thang?: unknown): number | CellError {
  return answer(() => index.normalized(x, nho_nhat, lon_nhat, nghich, thang));
}

/**
 * Weighted composite index, or the share of the weight that has a score.
 * @customfunction CHISO
 * @param vung_diem Scores; blanks lower the coverage.
 * @param vung_trong_so Weights, as many cells.
 * @param he_so Factor: 10 for PCI, 4 for PGI. Omitted or blank: 10.
 * @param tra_ve "DIEM" or "PHU". Omitted or blank: "DIEM".
 */
export function chiSo(vung_diem: unknown[][], vung_trong_so: unknown[][], he_so?: unknown, tra_ve?: unknown): number | CellError {
  return answer(() => index.composite(vung_diem, vung_trong_so, he_so, tra_ve));
}

/**
 * Weight of a component of PCI or PGI that was valid in a year; #N/A when unknown.
 * @customfunction TRONGSO
 * @param chi_so PCI or PGI.
 * @param nam Year or date.
 * @param thanh_phan Name of the component.
 */
export function trongSo(chi_so: unknown, nam: unknown, thanh_phan: unknown): number | CellError {
  return answer(() => index.componentWeight(chi_so, nam, thanh_phan));
}

/**
 * Points by a step table, or share × maximum when no table is given.
 * @customfunction DIEMBAC
 * @param gia_tri Value.
 * @param bang_bac Two columns: threshold, points. Omitted: in proportion.
 * @param diem_toi_da Maximum points. Omitted or blank: no limit, but then a table is needed.
 */
export function diemBac(gia_tri: unknown, bang_bac?: unknown[][], diem_toi_da?: unknown): number | CellError {
  return answer(() => index.stepped(gia_tri, bang_bac, diem_toi_da));
}

/**
 * Rating of a score by bands; empty text for a blank score.
 * @customfunction XEPLOAI
 * @param diem Score.
 * @param bang Two columns: lower end, name. Omitted: the bands of Decree 335/2025.
 */
export function xepLoai(diem: unknown, bang?: unknown[][]): string | CellError {
  return answer(() => index.rated(diem, bang));
}

/**
 * Words about an unlikely figure; empty text when nothing is unusual.
 * @customfunction KIEMTRA
 * @param gia_tri Figure; blank is nothing unusual.
 * @param don_vi Unit of measurement. Omitted or blank: not checked.
 * @param tu Numerator. Omitted or blank: none.
 * @param mau Denominator. Omitted or blank: none.
 * @param truoc Figure of the period before. Omitted or blank: none.
 */
export function kiemTra(gia_tri: unknown, don_vi?: unknown, tu?: unknown, mau?: unknown, truoc?: unknown): string | CellError {
  return answer(() => summary.check(gia_tri, don_vi, tu, mau, truoc));
}

/** One function of the family as hosts register it. */
export interface KpiFunction {
  /** Id without the namespace: "DANHGIA" is KPI.DANHGIA in a cell. */
  readonly id: string;
  /** Returns a value, a matrix or a CellError; never throws. */
  readonly fn: (...args: never[]) => unknown;
  /** Number of parameters that must be given. */
  readonly min: number;
  readonly max: number;
  /** True for each parameter, in order, that takes a range of cells as a matrix. */
  readonly ranges: readonly boolean[];
}

/** Every KPI function by its id. */
export const KPI_FUNCTIONS: readonly KpiFunction[] = [
  entry("DANHGIA", danhGia, 2, 8),
  entry("DAT", dat, 2, 8),
  entry("TYLE", tyLe, 2, 8),
  entry("DIENGIAI", dienGiai, 2, 10),
  entry("MUCTIEU", (words, field) => unwrapped(mucTieu(words, field)), 1, 2),
  entry("MUCPHAIDAT", mucPhaiDat, 1, 3),
  entry("TANG", tang, 3, 4),
  entry("GIAM", giam, 3, 4),
  entry("KHOANG", khoang, 3, 5),
  entry("TANGBAC", tangBac, 2, 5),
  entry("TOP", topN, 2, 4),
  entry("NHOM", nhom, 2, 3, [2]),
  entry("SOLAN", soLan, 2, 4),
  entry("VIPHAM", viPham, 2, 2, [0]),
  entry("LOTRINH", loTrinh, 2, 3, [1]),
  entry("TRONGDO", trongDo, 2, 4, [1, 2]),
  entry("TATCA", tatCa, 1, 1, [0]),
  entry("HOAC", hoac, 1, 1, [0]),
  entry("DUYTRI", duyTri, 2, 4, [0]),
  entry("MOC", moc, 1, 2, [0, 1]),
  entry("HAIMUC", haiMuc, 3, 4),
  entry("TUMAU", tuMau, 2, 2, [0, 1]),
  entry("LUYKE", luyKe, 5, 8, [0, 1, 2, 6, 7]),
  entry("TIENDOCHUAN", tienDoChuan, 3, 4, [3]),
  entry("CANHBAO", canhBao, 2, 3, [2]),
  entry("UOC", uoc, 2, 3),
  entry("HAN", han, 1, 4, [3]),
  entry("TRANGTHAI", trangThai, 3, 8),
  entry("NGAYTRE", ngayTre, 3, 5, [4]),
  entry("HOANTHANH", hoanThanh, 1, 2, [0]),
  entry("KYBAOCAO", kyBaoCao, 2, 4),
  entry("TONGHOP", tongHop, 1, 3, [0, 1]),
  entry("CHUANHOA", chuanHoa, 3, 5),
  entry("CHISO", chiSo, 2, 4, [0, 1]),
  entry("TRONGSO", trongSo, 3, 3),
  entry("DIEMBAC", diemBac, 1, 3, [1]),
  entry("XEPLOAI", xepLoai, 1, 2, [1]),
  entry("KIEMTRA", kiemTra, 1, 5),
];

function entry(id: string, fn: KpiFunction["fn"], min: number, max: number, ranges: readonly number[] = []): KpiFunction {
  return { id, fn, min, max, ranges: Array.from({ length: max }, (_, position) => ranges.includes(position)) };
}

/** A declared matrix result cannot be an error itself; the error stands in its only cell until here. */
function unwrapped(matrix: unknown[][]): unknown {
  const first = matrix[0]?.[0];
  return first instanceof CellError ? first : matrix;
}
