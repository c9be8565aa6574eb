import type { TextDocument } from "../../text/textDocument";
import { findFlattenedTables } from "./flattenedTable";
import type { PlanTable } from "./planTable";

/** Tables of tasks or indicators in a document, in the order of their lines; they do not overlap. */
export function findPlanTables(document: TextDocument): readonly PlanTable[] {
  return findFlattenedTables(document);
}
