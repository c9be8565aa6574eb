import type { Agency, ReportDuty, Target, Task } from "./plan";

const SHORT: readonly (readonly [RegExp, string])[] = [
  [/^ubnd\b/u, "ủy ban nhân dân"],
  [/^hđnd\b/u, "hội đồng nhân dân"],
  [/^tt (?=\p{L})/u, "trung tâm "],
  [/^vp (?=\p{L})/u, "văn phòng "],
  [/^bhxh\b/u, "bảo hiểm xã hội"],
  [/^nhnn\b/u, "ngân hàng nhà nước"],
];

/** One spelling for comparing names: lower-case, usual abbreviations written out, "uỷ" as "ủy", white space and hyphens folded. */
export function agencyKey(name: string): string {
  let key = name.normalize("NFC").toLowerCase().replaceAll("uỷ", "ủy").replaceAll("–", "-").split(/\s+/).join(" ").trim();
  for (const [short, long] of SHORT) key = key.replace(short, long);
  return key.replace(/ ?- ?/g, " ").replace(/^(?:các|những) /, "các ");
}

/** Whether a name stands for several organisations: "Các phòng chuyên môn", "các sở, ban, ngành". */
export function isAgencyGroup(name: string): boolean {
  return (
    /^(?:các|những|mỗi|từng|toàn thể|thủ trưởng các|trưởng các|lãnh đạo các) /i.test(name) ||
    // "UBND các xã", "UBND xã, phường", "UBND cấp xã", but "Sở Văn hóa, Thể thao và Du lịch" is one
    /(?:^| )(?:các|những) (?:sở|ban|ngành|tỉnh|thành phố|huyện|quận|xã|phường|thôn|cơ quan|đơn vị|địa phương|cấp|trường)(?!\p{L})/iu.test(
      name,
    ) ||
    /, \p{Ll}/u.test(name) ||
    /(?:^| )cấp (?:xã|huyện|tỉnh|cơ sở)$/i.test(name)
  );
}

/** The directory of the organisations that items name: the fullest form of each with its other forms, in order of appearance. */
export function agenciesOf(targets: readonly Target[], tasks: readonly Task[], reports: readonly ReportDuty[]): Agency[] {
  const forms = new Map<string, string[]>();
  const add = (name: string): void => {
    const key = agencyKey(name);
    if (key === "") return;
    const known = forms.get(key);
    if (!known) forms.set(key, [name]);
    else if (!known.includes(name)) known.push(name);
  };
  for (const task of tasks) [...task.leads, ...task.supporters].forEach(add);
  for (const target of targets) [...target.leads, ...target.supporters].forEach(add);
  for (const report of reports) [...report.reporters, ...report.recipients].forEach(add);
  const merged = new Map<string, string[]>();
  const keys = [...forms.keys()];
  const target = (key: string): string => {
    // "Văn phòng" is "Văn phòng Sở" when only one name of the plan continues it
    const longer = keys.filter((other) => other.length > key.length && other.startsWith(`${key} `));
    return longer.length === 1 && key.includes(" ") && !isAgencyGroup(key) ? longer[0]! : key;
  };
  for (const key of keys) {
    const into = target(key);
    merged.set(into, [...(merged.get(into) ?? []), ...forms.get(key)!]);
  }
  return [...merged.values()].map((names, index) => {
    const name = names.reduce((a, b) => (b.length > a.length ? b : a));
    return {
      id: `CQ-${String(index + 1).padStart(2, "0")}`,
      name,
      aliases: names.filter((other) => other !== name),
      group: isAgencyGroup(name),
    };
  });
}
