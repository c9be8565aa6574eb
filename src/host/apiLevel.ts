/** What the Excel at hand can do beyond the floor. */
export interface ApiLevel {
  /** ExcelApi 1.9, without which no book can be made in the open workbook. */
  readonly floor: boolean;
  /** Groups of rows and columns: ExcelApi 1.10. */
  readonly outlines: boolean;
}

/** Requirement sets of the Excel at hand. */
export function apiLevel(): ApiLevel {
  const has = (version: string): boolean => Office.context.requirements.isSetSupported("ExcelApi", version);
  return { floor: has("1.9"), outlines: has("1.10") };
}
