import { readFileSync } from "node:fs";

/** Wire names of one class of Excel's object model, as Microsoft's client spells them. */
export interface WireNames {
  readonly members: ReadonlySet<string>;
}

const CLASS = /^ {4,5}var (\w+) = \(function \(_super\) \{$/gm;
const NAMES =
  /(?:_invokeSetProperty\(this(?:Obj)?, |_invokeMethod\(this(?:Obj)?, |_createPropertyObject\(Excel\.\w+, this, |_createMethodObject\(Excel\.\w+, this, |_isUndefined\(obj\[|_handleNavigationPropertyResults\(this, obj, )(\[[^\]]*\]|"\w+")/g;

/** Reads the wire names from the debug build in node_modules, which is never copied into the project. */
export function readWireNames(): ReadonlyMap<string, WireNames> {
  const source = readFileSync(require.resolve("@microsoft/office-js/dist/excel-web-16.00.debug.js"), "utf8").replaceAll("\r\n", "\n");
  const starts = [...source.matchAll(CLASS)].map((match) => ({ name: match[1]!, index: match.index }));
  const classes = new Map<string, WireNames>();
  starts.forEach(({ name, index }, position) => {
    const body = source.slice(index, starts[position + 1]?.index ?? source.length);
    const members = new Set<string>();
    for (const match of body.matchAll(NAMES)) for (const quoted of match[1]!.matchAll(/"(\w+)"/g)) members.add(quoted[1]!);
    if (!classes.has(name) || members.size > classes.get(name)!.members.size) classes.set(name, { members });
  });
  return classes;
}
