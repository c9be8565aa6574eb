import { STATE_NAMESPACE } from "../workbook/layout";

/** The custom XML part that carries the plan state: one element whose text is the JSON. */
export function stateXml(state: string, planId: string): string {
  return `<state xmlns="${STATE_NAMESPACE}" version="1" planId="${escape(planId).replaceAll('"', "&quot;")}">${escape(state)}</state>`;
}

/** The JSON text of a state part; undefined if the part has no content. */
export function stateOf(xml: string): string | undefined {
  const root = xml.search(/<[^?!]/);
  const start = xml.indexOf(">", root) + 1;
  const end = xml.lastIndexOf("</");
  if (root < 0 || start === 0 || end < start) return undefined;
  return unescape(xml.slice(start, end));
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\r", "&#13;");
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescape(text: string): string {
  return text.replace(
    /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi,
    (whole, name?: string, decimal?: string, hex?: string) => {
      if (name) return ENTITIES[name.toLowerCase()] ?? whole;
      const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex!, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
