import { Caption1, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { PlanCounts, SamplePlan } from "./services";
import { useText } from "./text";

interface SampleCardProps {
  readonly sample: SamplePlan;
  readonly disabled: boolean;
  countSample(id: string): Promise<PlanCounts | undefined>;
  onChoose(sample: SamplePlan): void;
}

const useStyles = makeStyles({
  card: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalXS,
    textAlign: "left",
    fontFamily: "inherit",
    cursor: "pointer",
    padding: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover, border: `1px solid ${tokens.colorNeutralStroke1Hover}` },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
    ":disabled": { color: tokens.colorNeutralForegroundDisabled, cursor: "not-allowed" },
  },
  title: { display: "-webkit-box", WebkitLineClamp: "2", WebkitBoxOrient: "vertical", overflow: "hidden" },
  caption: { color: tokens.colorNeutralForeground3 },
  counts: { color: tokens.colorNeutralForeground2, fontVariantNumeric: "tabular-nums", minHeight: tokens.lineHeightBase200 },
});

/** A built-in plan: what it is, whose, and how much it holds. */
export function SampleCard({ sample, disabled, countSample, onChoose }: SampleCardProps) {
  const styles = useStyles();
  const { t } = useText();
  const [counts, setCounts] = useState<PlanCounts>();
  useEffect(() => {
    let gone = false;
    countSample(sample.id).then(
      (value) => {
        if (!gone) setCounts(value);
      },
      () => undefined, // the card works without its figures; opening the plan will say what is wrong
    );
    return () => {
      gone = true;
    };
  }, [countSample, sample.id]);
  const facts = [
    sample.issuer,
    sample.issuer.includes(sample.place) ? "" : sample.place,
    sample.year === null ? "" : t("year", { year: sample.year }),
  ].filter(Boolean);
  return (
    <button type="button" className={styles.card} disabled={disabled} title={sample.title} onClick={() => onChoose(sample)}>
      <Text className={styles.title} weight="semibold">
        {sample.title}
      </Text>
      <Caption1 className={mergeClasses(!disabled && styles.caption)}>{facts.join(" · ")}</Caption1>
      <Caption1 className={mergeClasses(styles.counts)}>
        {counts &&
          [
            t("counts.plan", { targets: counts.targets, tasks: counts.tasks }),
            counts.reportDuties ? t("counts.duties", { n: counts.reportDuties }) : "",
          ]
            .filter(Boolean)
            .join(" · ")}
      </Caption1>
    </button>
  );
}
