/** A piece of HTML: a tag or text with its entities resolved. */
export type HtmlToken =
  | { readonly kind: "open"; readonly name: string; readonly attributes: Readonly<Record<string, string>> }
  | { readonly kind: "close"; readonly name: string }
  | { readonly kind: "text"; readonly text: string };

/** Elements whose content is no text. */
const RAW: ReadonlySet<string> = new Set(["script", "style", "title", "xml", "template", "svg", "head", "textarea", "noscript"]);

/** Cuts HTML into tags and text in one pass; comments, scripts and styles are left out, broken markup becomes text. */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    if (open < 0 || open > at) {
      yield { kind: "text", text: decodeEntities(html.slice(at, open < 0 ? html.length : open)) };
      if (open < 0) return;
    }
    const next = html[open + 1] ?? "";
    if (html.startsWith("<!--", open)) {
      const end = html.indexOf("-->", open + 4);
      at = end < 0 ? html.length : end + 3;
    } else if (next === "!" || next === "?") {
      at = afterTag(html, open);
    } else if (/[a-z/]/i.test(next)) {
      const end = afterTag(html, open);
      const tag = html.slice(open + 1, html[end - 1] === ">" ? end - 1 : end);
      at = end;
      const name = tagName(tag);
      if (tag.startsWith("/")) yield { kind: "close", name };
      else {
        yield { kind: "open", name, attributes: readAttributes(tag.slice(name.length)) };
        if (RAW.has(name) && !tag.endsWith("/")) at = afterRaw(html, at, name);
      }
    } else {
      yield { kind: "text", text: "<" };
      at = open + 1;
    }
  }
}

function tagName(tag: string): string {
  return /^\/?([a-z][a-z0-9:-]{0,40})/i.exec(tag)?.[1]?.toLowerCase() ?? "";
}

/** Index after the ">" of a tag; quotes hide it. */
function afterTag(html: string, open: number): number {
  let quote = "";
  for (let at = open + 1; at < html.length; at++) {
    const char = html[at]!;
    if (quote !== "") {
      if (char === quote) quote = "";
    } else if (char === ">") return at + 1;
    else if ((char === '"' || char === "'") && html[at - 1] === "=") quote = char;
  }
  return html.length;
}

function afterRaw(html: string, from: number, name: string): number {
  const end = new RegExp(`</${name}[^>]{0,20}>`, "gi");
  end.lastIndex = from;
  return end.exec(html) ? end.lastIndex : html.length;
}

function readAttributes(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (let equals = text.indexOf("="); equals >= 0;) {
    let start = equals;
    while (start > 0 && /[a-z-]/i.test(text[start - 1]!)) start--;
    const quote = text[equals + 1] ?? "";
    const quoted = quote === '"' || quote === "'";
    const from = equals + (quoted ? 2 : 1);
    let end = from;
    while (end < text.length && (quoted ? text[end] !== quote : !/\s/.test(text[end]!))) end++;
    if (start < equals) attributes[text.slice(start, equals).toLowerCase()] = decodeEntities(text.slice(from, end));
    equals = text.indexOf("=", end);
  }
  return attributes;
}

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  bull: "•",
  shy: "\u00ad",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  middot: "·",
  deg: "°",
  ge: "≥",
  le: "≤",
  times: "×",
};
/** Base letters and marks of "&aacute;", "&Ocirc;", "&atilde;". */
const MARKS: Readonly<Record<string, string>> = { acute: "\u0301", grave: "\u0300", circ: "\u0302", tilde: "\u0303", uml: "\u0308" };

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});/gi, (entity, body: string) => {
    if (body.startsWith("#")) {
      const code = /^#x/i.test(body) ? parseInt(body.slice(2), 16) : Number(body.slice(1));
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : " ";
    }
    const mark = MARKS[body.slice(1)];
    return NAMED[body] ?? (mark ? (body[0]! + mark).normalize("NFC") : entity);
  });
}
