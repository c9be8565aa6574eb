import type { TextDocument } from "../../text/textDocument";
import { findFlattenedTables } from "./flattenedTable";
import { findGridTables } from "./gridTable";
import type { PlanTable } from "./planTable";

/** Tables of tasks or indicators in a document, in the order of their lines; they do not overlap. */
export function findPlanTables(document: TextDocument): readonly PlanTable[] {
  return [...findGridTables(document), ...findFlattenedTables(document)].sort((a, b) => a.firstLine - b.firstLine);
}
