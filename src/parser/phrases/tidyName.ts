// "các sở, ban, ngành trong phạm vi chức năng, nhiệm vụ của mình"
function beforeRemark(text: string): string {
  const remark =
    / (?:trong phạm vi|theo chức năng|theo phạm vi|theo thẩm quyền|theo nhiệm vụ|căn cứ chức năng|căn cứ nhiệm vụ)(?!\p{L})/iu.exec(text);
  return remark && remark.index > 3 ? text.slice(0, remark.index) : text;
}

/** Name without bullets, remarks, end signs. */
export function tidy(text: string): string {
  return beforeRemark(text)
    .replace(/^[\s,;:.–-]+/, "")
    .replace(/(\S)& (?=\S)/g, "$1&")
    .replace(/[\s,;:.]{1,20}$/, "")
    .replace(/ (?:các|những|của|và|với|có trách nhiệm)$/u, "")
    .trim();
}
