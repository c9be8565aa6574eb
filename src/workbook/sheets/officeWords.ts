/** Words of the paper of an office by how its name begins (Decree 30/2020): who stands above it, who signs. The user corrects them on Thông tin. */
interface Office {
  readonly start: RegExp;
  readonly signer: string;
  /** Stands directly under the people's committee of its province. */
  readonly provincial?: true;
}

const PEOPLES_COMMITTEE = /^(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)(?!\p{L})/iu;

const OFFICES: readonly Office[] = [
  // A people's committee and a council decide together: the head signs on behalf of all.
  { start: PEOPLES_COMMITTEE, signer: "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH" },
  { start: /^(?:hđnd|hội đồng nhân dân)(?!\p{L})/iu, signer: "TM. HỘI ĐỒNG NHÂN DÂN\nCHỦ TỊCH" },
  // Papers of the Party have their own form of words.
  { start: /^(?:tỉnh|thành|huyện|quận|thị|đảng) (?:ủy|uỷ)(?!\p{L})/iu, signer: "T/M BAN THƯỜNG VỤ\nBÍ THƯ" },
  { start: /^chính phủ/iu, signer: "TM. CHÍNH PHỦ\nTHỦ TƯỚNG" },
  { start: /^thủ tướng/iu, signer: "THỦ TƯỚNG" },
  { start: /^sở/iu, signer: "GIÁM ĐỐC", provincial: true },
  { start: /^ban quản lý (?:các )?khu/iu, signer: "TRƯỞNG BAN", provincial: true },
  { start: /^(?:trung tâm|bảo tàng|thư viện|bệnh viện)/iu, signer: "GIÁM ĐỐC" },
  { start: /^trường/iu, signer: "HIỆU TRƯỞNG" },
  { start: /^ban/iu, signer: "TRƯỞNG BAN" },
  { start: /^bộ(?! phận| tư lệnh)/iu, signer: "BỘ TRƯỞNG" },
  { start: /^chi cục/iu, signer: "CHI CỤC TRƯỞNG" },
  { start: /^tổng cục/iu, signer: "TỔNG CỤC TRƯỞNG" },
  { start: /^cục/iu, signer: "CỤC TRƯỞNG" },
  { start: /^phòng/iu, signer: "TRƯỞNG PHÒNG" },
  { start: /^văn phòng/iu, signer: "CHÁNH VĂN PHÒNG" },
  { start: /^thanh tra/iu, signer: "CHÁNH THANH TRA" },
];

/** Cities that are run by the Government and rank with provinces. */
const CITIES = /^(?:tp\.? ?|thành phố )?(?:hà nội|hồ chí minh|hải phòng|đà nẵng|cần thơ|huế)$/iu;

/** Title of the person who signs for an issuer, what stands above it on a line of its own. */
export function signerTitle(issuer: string): string {
  return officeOf(issuer)?.signer ?? "THỦ TRƯỞNG CƠ QUAN";
}

/** The organisation directly above an issuer of a province: "UBND tỉnh Gia Lai" above its departments; undefined where the name does not tell. */
export function superiorOf(issuer: string, place: string): string | undefined {
  if (place === "" || !officeOf(issuer)?.provincial) return undefined;
  return CITIES.test(place) ? `UBND thành phố ${place.replace(/^(?:tp\.? ?|thành phố )/iu, "")}` : `UBND tỉnh ${place}`;
}

/** Who the reports of an issuer go to: each organisation once, however it is spelled, and not the issuer itself. */
export function reportRecipients(recipients: readonly string[], issuer: string, keyOf: (name: string) => string): readonly string[] {
  const seen = new Set<string>();
  return recipients.filter((name) => {
    const key = keyOf(name);
    // "UBND tỉnh" within a plan of "UBND tỉnh Lạng Sơn"
    if (/^báo cáo/iu.test(name) || seen.has(key) || (issuer !== "" && `${keyOf(issuer)} `.startsWith(`${key} `))) return false;
    seen.add(key);
    return true;
  });
}

/**
 * The name of a plan as other papers cite it: what stood on a line of its own under the kind goes on in small letters there ("Kế hoạch thực hiện
 * Nghị quyết …"). A word before another capital begins a name and keeps its own.
 */
export function citedTitle(title: string): string {
  return title.replace(
    /^(\p{Lu}\p{Ll}+(?: \p{Ll}+){1,3} )(\p{Lu})(?=\p{Ll}* \p{Ll})/u,
    (_all, kind: string, first: string) => kind + first.toLowerCase(),
  );
}

function officeOf(issuer: string): Office | undefined {
  return OFFICES.find(({ start }) => start.test(issuer.trim()));
}
