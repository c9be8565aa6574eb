import type { ObjectType } from "../hostObject";
import * as charts from "./chart";
import * as conditionalFormats from "./conditionalFormat";
import * as validations from "./dataValidation";
import * as parts from "./documentParts";
import * as names from "./namedItem";
import * as pages from "./pageLayout";
import * as ranges from "./range";
import * as formats from "./rangeFormat";
import * as tables from "./table";
import * as workbooks from "./workbook";
import * as worksheets from "./worksheet";

const MODULES: readonly Readonly<Record<string, unknown>>[] = [
  workbooks,
  worksheets,
  ranges,
  formats,
  tables,
  names,
  validations,
  conditionalFormats,
  charts,
  pages,
  parts,
];

function isType(value: unknown): value is ObjectType {
  return typeof value === "object" && value !== null && "name" in value;
}

/** Every type of Excel's object model that the stand-in knows. */
export const ALL_TYPES: readonly ObjectType[] = MODULES.flatMap((module) => Object.values(module).flat().filter(isType));
