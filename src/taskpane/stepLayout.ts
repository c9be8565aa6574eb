import type { GriffelStyle } from "@fluentui/react-components";
import { tokens } from "@fluentui/react-components";

/** A step with something that stays in sight below what scrolls. */
export const STEP_FRAME: GriffelStyle = { display: "flex", flexDirection: "column", flexGrow: 1, minHeight: 0 };

/** What scrolls in a step: one column of parts that keep their height. */
export const STEP_BODY: GriffelStyle = {
  ...STEP_FRAME,
  gap: tokens.spacingVerticalL,
  padding: tokens.spacingHorizontalM,
  overflowY: "auto",
  "& > *": { flexShrink: 0 },
};

/** What a person does next, below what scrolls. */
export const STEP_FOOT: GriffelStyle = {
  display: "flex",
  flexDirection: "column",
  gap: tokens.spacingVerticalXS,
  padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  flexShrink: 0,
};

/** A framed list of lines, each parted from the one above. */
export const FRAMED_LIST: GriffelStyle = {
  margin: 0,
  padding: 0,
  listStyleType: "none",
  border: `1px solid ${tokens.colorNeutralStroke2}`,
  borderRadius: tokens.borderRadiusMedium,
};
