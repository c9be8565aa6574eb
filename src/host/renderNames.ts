import type { WorkbookSpec } from "../workbook/workbookSpec";
import { rangeText } from "./a1";
import { fold } from "./bookSearch";
import type { Before } from "./preflight";
import { REQUEST_BYTES, step, type Step } from "./requests";
import type { SpecPrinter } from "./specPrinter";
import { stateXml } from "./stateXml";

/** Longest text of a document property in Excel. */
const MAX_PROPERTY = 255;

/** Defined names. A range is passed as such, because a reference in text would depend on the list separator. */
export function renderNames(spec: WorkbookSpec, printer: SpecPrinter, before: Before): readonly Step[] {
  const stale = before.brokenNames.map(({ name }) => step(3, name, ({ workbook }) => workbook.names.getItem(name).delete()));
  const added = spec.names.map(({ name, refersTo, visible }) =>
    step(5, name, ({ workbook }) => {
      const target =
        "formula" in refersTo
          ? printer.formula(refersTo.formula)
          : workbook.worksheets.getItem(printer.sheetName(refersTo.sheet)).getRange(rangeText(refersTo.range));
      const item = workbook.names.add(name, target);
      if (!visible) item.visible = false;
    }),
  );
  return [...stale, ...added];
}

/** The custom XML part with the plan state, where one request can carry it: a part cannot be added in pieces, and the hidden copy holds the same. Parts of deleted books go. */
export function renderState(spec: WorkbookSpec, before: Before): readonly Step[] {
  const stale = before.orphans.map(({ id }) => step(3, undefined, ({ workbook }) => workbook.customXmlParts.getItem(id).delete()));
  const xml = stateXml(spec.state, spec.planId);
  const added = step(3, xml, ({ workbook }) => void workbook.customXmlParts.add(xml));
  return added.bytes > REQUEST_BYTES ? stale : [...stale, added];
}

/** Document properties. Those that the user has filled in stay; custom ones are of the first book. */
export function renderProperties(spec: WorkbookSpec, before: Before): readonly Step[] {
  const keys = ["title", "subject", "company", "keywords"] as const;
  const builtIn = keys
    .filter((key) => before.properties[key] === "" && spec.properties[key] !== "")
    .map((key) =>
      step(2, spec.properties[key], ({ workbook }) => {
        workbook.properties[key] = spec.properties[key].slice(0, MAX_PROPERTY);
      }),
    );
  const taken = new Set([...before.custom.keys()].map(fold));
  const custom = Object.entries(spec.properties.custom)
    .filter(([key]) => !before.hasBooks || !taken.has(fold(key)))
    .map(([key, value]) =>
      step(3, [key, value], ({ workbook }) => {
        workbook.properties.custom.add(key, typeof value === "string" ? value.slice(0, MAX_PROPERTY) : value);
      }),
    );
  return [...builtIn, ...custom];
}
