import { rangeName } from "./address";
import type { ConditionalFormatFile, ValidationFile } from "./sheetFile";
import { argb, type StyleSheet } from "./styles";
import { NAMESPACES, attributes, cutText, escapeText, xstring } from "./xml";

/** Longest title and message of a validation that Excel opens without repair. */
const TITLE_LENGTH = 32;
const MESSAGE_LENGTH = 255;

/** `<dataValidations>` of a sheet, nothing if there are none. */
export function validationsXml(validations: readonly ValidationFile[]): string {
  if (validations.length === 0) return "";
  const rules = validations.map((rule) => {
    const own = attributes({
      type: rule.type,
      errorStyle: rule.error && rule.error.style !== "stop" ? rule.error.style : undefined,
      operator: rule.operator === "between" ? undefined : rule.operator,
      allowBlank: rule.allowBlank,
      showInputMessage: rule.prompt !== undefined,
      showErrorMessage: rule.error !== undefined,
      errorTitle: rule.error && xstring(cutText(rule.error.title, TITLE_LENGTH)),
      error: rule.error && xstring(cutText(rule.error.message, MESSAGE_LENGTH)),
      promptTitle: rule.prompt && xstring(cutText(rule.prompt.title, TITLE_LENGTH)),
      prompt: rule.prompt && xstring(cutText(rule.prompt.message, MESSAGE_LENGTH)),
      sqref: rangeName(rule.range),
    });
    const upper = rule.upper === undefined ? "" : `<formula2>${escapeText(rule.upper)}</formula2>`;
    return `<dataValidation${own}><formula1>${escapeText(rule.formula)}</formula1>${upper}</dataValidation>`;
  });
  return `<dataValidations count="${rules.length}">${rules.join("")}</dataValidations>`;
}

/**
 * `<conditionalFormatting>` elements and the entries for the sheet's extension list. A data bar needs a twin there
 * (solid, 0 to 100 % of the cell), tied by a GUID; older programs read the plain one.
 */
export function conditionalFormatsXml(
  rules: readonly ConditionalFormatFile[],
  styles: StyleSheet,
  sheetNumber: number,
): { readonly rules: string; readonly extension: string } {
  let plain = "";
  let extended = "";
  rules.forEach((rule, i) => {
    const priority = i + 1;
    const sqref = rangeName(rule.range);
    if (rule.type === "formula") {
      const own = attributes({ type: "expression", dxfId: styles.difference(rule.style), priority });
      plain += `<conditionalFormatting sqref="${sqref}"><cfRule${own}><formula>${escapeText(rule.formula)}</formula></cfRule></conditionalFormatting>`;
      return;
    }
    const id = `{00000000-0000-4000-8000-${String(sheetNumber).padStart(4, "0")}${String(priority).padStart(8, "0")}}`;
    plain +=
      `<conditionalFormatting sqref="${sqref}"><cfRule type="dataBar" priority="${priority}"><dataBar><cfvo type="num" val="${rule.min}"/>` +
      `<cfvo type="num" val="${rule.max}"/><color rgb="${argb(rule.color)}"/></dataBar><extLst><ext uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}" ` +
      `xmlns:x14="${NAMESPACES.x14}"><x14:id>${id}</x14:id></ext></extLst></cfRule></conditionalFormatting>`;
    extended +=
      `<x14:conditionalFormatting xmlns:xm="${NAMESPACES.xm}"><x14:cfRule type="dataBar" id="${id}"><x14:dataBar minLength="0" maxLength="100" gradient="0">` +
      `<x14:cfvo type="num"><xm:f>${rule.min}</xm:f></x14:cfvo><x14:cfvo type="num"><xm:f>${rule.max}</xm:f></x14:cfvo>` +
      `<x14:negativeFillColor rgb="FFFF0000"/><x14:axisColor rgb="FF000000"/></x14:dataBar></x14:cfRule><xm:sqref>${sqref}</xm:sqref></x14:conditionalFormatting>`;
  });
  const extension =
    extended &&
    `<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="${NAMESPACES.x14}">` +
      `<x14:conditionalFormattings>${extended}</x14:conditionalFormattings></ext></extLst>`;
  return { rules: plain, extension };
}
