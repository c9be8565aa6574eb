import type { WorkbookSpec } from "../workbook/workbookSpec";
import { STATE_NAMESPACE } from "../workbook/layout";
import { fold } from "./bookSearch";
import { GO_ON, pause, runExcel } from "./excelRun";
import type { Before } from "./preflight";

/** Tries of the clean-up, and the first wait between them in milliseconds. */
const TRIES = 4;
const WAIT = 200;

/** Takes everything out again that a half-way generation has written. Returns the names of what is left; none if the workbook is as before. */
export async function undoBook(spec: WorkbookSpec, before: Before): Promise<readonly string[]> {
  let left: readonly string[] = spec.sheets.map(({ name }) => name);
  for (let turn = 0; turn < TRIES; turn++) {
    if (turn > 0) await pause(WAIT * 2 ** (turn - 1));
    await runExcel((context) => remove(context, spec, before), GO_ON);
    const rest = await runExcel((context) => remains(context, spec, before), GO_ON);
    if (rest.value) left = rest.value;
    if (rest.value?.length === 0) return [];
  }
  return left;
}

/** What of the spec stands in the workbook that was not there before. */
async function remains(context: Excel.RequestContext, spec: WorkbookSpec, before: Before): Promise<readonly string[]> {
  const { sheets, names, parts } = await ours(context, spec, before);
  return [...sheets.map(({ name }) => name), ...names.map(({ name }) => name), ...parts.map(({ id }) => `XML ${id}`)];
}

/** Sheets, names and state parts that were not there before: all of them were written by the generation. */
async function ours(
  context: Excel.RequestContext,
  spec: WorkbookSpec,
  before: Before,
): Promise<{ sheets: readonly Excel.Worksheet[]; names: readonly Excel.NamedItem[]; parts: readonly Excel.CustomXmlPart[] }> {
  const { worksheets, names, customXmlParts, properties } = context.workbook;
  const parts = customXmlParts.getByNamespace(STATE_NAMESPACE);
  worksheets.load("items/name,items/visibility");
  names.load("items/name");
  parts.load("items/id,items/namespaceUri");
  properties.load("title,subject,company,keywords");
  properties.custom.load("items/key");
  await context.sync();
  const own = { sheets: new Set(spec.sheets.map(({ name }) => fold(name))), names: new Set(spec.names.map(({ name }) => fold(name))) };
  const broken = new Set(before.brokenNames.map(({ name }) => fold(name)));
  return {
    sheets: worksheets.items.filter(({ name }) => own.sheets.has(fold(name)) && !before.sheets.has(fold(name))),
    names: names.items.filter(({ name }) => own.names.has(fold(name)) && (!before.names.has(fold(name)) || broken.has(fold(name)))),
    parts: parts.items.filter(({ id }) => !before.partIds.has(id)),
  };
}

async function remove(context: Excel.RequestContext, spec: WorkbookSpec, before: Before): Promise<void> {
  const { sheets, names, parts } = await ours(context, spec, before);
  const { properties, customXmlParts } = context.workbook;
  context.application.suspendScreenUpdatingUntilNextSync();
  context.workbook.worksheets.getItem(before.activeSheet).activate();
  for (const name of names) name.delete();
  for (const part of parts) part.delete();
  for (const sheet of sheets) {
    // Excel does not delete a sheet that is hidden so that only programs can show it.
    if (sheet.visibility === "VeryHidden") sheet.visibility = "Hidden";
    sheet.delete();
  }
  for (const key of ["title", "subject", "company", "keywords"] as const) {
    if (properties[key] !== before.properties[key]) properties[key] = before.properties[key];
  }
  const keys = new Map(Object.keys(spec.properties.custom).map((key) => [fold(key), key]));
  for (const item of properties.custom.items) if (keys.has(fold(item.key)) && !before.custom.has(item.key)) item.delete();
  for (const [key, value] of before.custom) if (keys.has(fold(key))) properties.custom.add(key, value as string);
  const known = new Set((await partIds(context)).values());
  for (const { id, xml } of before.orphans) if (!known.has(id)) customXmlParts.add(xml);
  await context.sync();
}

/** Ids of the state parts that are there now; also sends what is queued. */
async function partIds(context: Excel.RequestContext): Promise<readonly string[]> {
  const parts = context.workbook.customXmlParts.getByNamespace(STATE_NAMESPACE);
  parts.load("items/id");
  await context.sync();
  return parts.items.map(({ id }) => id);
}
