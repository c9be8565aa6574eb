import { unzipSync } from "fflate";
import { scanXml } from "./scanXml";
import { XlsxError } from "./xlsxError";

/** What a file may cost to open; beyond it is refused before it is unpacked. */
export const PACKAGE_LIMITS = {
  fileBytes: 50e6,
  entries: 5000,
  partBytes: 100e6,
  totalBytes: 200e6,
  ratio: 400,
  ratioFromBytes: 1e6,
} as const;

/** A relationship of a part; `target` is a path inside the package. */
export interface Relationship {
  readonly id: string;
  /** Last word of the type: "worksheet", "table". */
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

/** The XML parts of an opened .xlsx, found whatever the case of their names. */
export interface OpenedPackage {
  readonly paths: readonly string[];
  /** Text of a part; undefined if there is none. */
  part(path: string): string | undefined;
  /** Relationships of a part ("" for those of the package), by id. */
  relationships(path: string): ReadonlyMap<string, Relationship>;
}

/** Parts that hold no cells: pictures, charts, themes, pivots, comments. */
const UNWANTED = /^(?:(?:theme|charts|chartsheets|drawings|media|embeddings|ctrlProps|printerSettings|threadedComments)$|pivot|slicer)/i;

function isUnwanted(path: string): boolean {
  return path
    .split("/")
    .slice(0, -1)
    .some((folder) => UNWANTED.test(folder));
}

/** Opens a zip of XML parts. Throws XlsxError: too large, encrypted or of the old .xls kind, broken, no zip at all. `everything` unpacks charts and drawings too. */
export function openPackage(bytes: Uint8Array, everything = false): OpenedPackage {
  if (bytes.length === 0) throw new XlsxError("file-empty", "no bytes");
  if (bytes.length > PACKAGE_LIMITS.fileBytes) throw new XlsxError("file-too-large", `${bytes.length} bytes`);
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new XlsxError("file-encrypted", "compound file: password or old .xls");
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new XlsxError("file-binary", "no zip");
  const files = unpack(bytes, everything);
  const byLowerCase = new Map(Object.keys(files).map((path) => [path.toLowerCase(), path]));
  const part = (path: string): string | undefined => {
    const name = byLowerCase.get(path.toLowerCase());
    return name === undefined ? undefined : decode(files[name]!);
  };
  return { paths: Object.keys(files), part, relationships: (path) => readRelationships(path, part(relationshipPath(path))) };
}

function unpack(bytes: Uint8Array, everything: boolean): Record<string, Uint8Array> {
  let entries = 0;
  let total = 0;
  try {
    return unzipSync(bytes, {
      filter: (file) => {
        if (++entries > PACKAGE_LIMITS.entries) throw new XlsxError("file-broken", "too many entries");
        if (!/\.(?:xml|rels)$/i.test(file.name) || (!everything && isUnwanted(file.name))) return false;
        total += file.originalSize;
        if (file.originalSize > PACKAGE_LIMITS.partBytes || total > PACKAGE_LIMITS.totalBytes)
          throw new XlsxError("file-too-large", file.name);
        const suspicious =
          file.originalSize > PACKAGE_LIMITS.ratioFromBytes && file.originalSize / Math.max(1, file.size) > PACKAGE_LIMITS.ratio;
        if (suspicious) throw new XlsxError("file-broken", `packed beyond reason: ${file.name}`);
        return true;
      },
    });
  } catch (error) {
    if (error instanceof XlsxError) throw error;
    throw new XlsxError("file-broken", error instanceof Error ? error.message : String(error));
  }
}

/** UTF-8 or, by its byte order mark, UTF-16; the mark and the declaration are dropped with it. */
function decode(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes).replace(/^\uFEFF/, "");
}

function relationshipPath(path: string): string {
  const slash = path.lastIndexOf("/");
  return `${path.slice(0, slash + 1)}_rels/${path.slice(slash + 1)}.rels`;
}

/** Path of a target as seen from a part. */
export function resolveTarget(path: string, target: string): string {
  const segments = target.startsWith("/") ? [] : path.split("/").slice(0, -1);
  for (const segment of target.split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "" && segment !== ".") segments.push(segment);
  }
  return segments.join("/");
}

function readRelationships(path: string, xml: string | undefined): ReadonlyMap<string, Relationship> {
  const found = new Map<string, Relationship>();
  if (xml === undefined) return found;
  scanXml(xml, {
    open: (name, attribute) => {
      const id = attribute("Id");
      if (name !== "Relationship" || id === undefined) return;
      const target = attribute("Target") ?? "";
      const external = attribute("TargetMode") === "External";
      found.set(id, {
        id,
        type: (attribute("Type") ?? "").split("/").pop()!,
        target: external ? target : resolveTarget(path, target),
        external,
      });
    },
  });
  return found;
}
