// "các sở, ban, ngành | trong phạm vi chức năng, nhiệm vụ của mình"
function beforeRemark(text: string): string {
  const remark =
    / (?:trong phạm vi|theo chức năng|theo phạm vi|theo thẩm quyền|theo nhiệm vụ|căn cứ chức năng|căn cứ nhiệm vụ)(?!\p{L})/iu.exec(text);
  return remark && remark.index > 3 ? text.slice(0, remark.index) : text;
}

/** A list of names without what is said of one in its middle: "các sở | theo chức năng, nhiệm vụ được giao | và các đơn vị liên quan". */
export function withoutRemark(text: string): string {
  const remark = beforeRemark(text);
  const rest = text.slice(remark.length, remark.length + MAX_REMARK);
  const further = remark.length < text.length ? / và (?=(?:các|UBND|Ủy ban) )/u.exec(rest) : null;
  return further && !rest.slice(0, further.index).includes(".") ? remark + text.slice(remark.length + further.index) : text;
}

/** Letters within which a name goes on behind a remark. */
const MAX_REMARK = 90;

/** Name without bullets, remarks, end signs. */
export function tidy(text: string): string {
  return beforeRemark(text)
    .replace(/^[\s,;:.–-]+/, "")
    .replace(/(\S)& (?=\S)/g, "$1&")
    .replace(/[\s,;:.]{1,20}$/, "")
    .replace(/ (?:các|những|của|và|với|có trách nhiệm)$/u, "")
    .trim();
}
