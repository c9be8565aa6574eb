import { Button, Card, Caption1, makeStyles, Subtitle2, Text, Title3, tokens } from "@fluentui/react-components";
import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { DocumentTextRegular } from "@fluentui/react-icons/svg/document-text";
import { QuestionCircleRegular } from "@fluentui/react-icons/svg/question-circle";
import type { ReactNode } from "react";
import type { ImportedPlan } from "../pipeline";
import { useText } from "./text";

interface SummaryCardProps {
  readonly imported: ImportedPlan;
  /** Items that need a look. */
  readonly pending: number;
  onReview(): void;
}

const useStyles = makeStyles({
  figures: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalXL, rowGap: tokens.spacingVerticalS },
  figure: { display: "flex", flexDirection: "column" },
  note: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS },
  title: { overflowWrap: "anywhere", display: "-webkit-box", WebkitLineClamp: "3", WebkitBoxOrient: "vertical", overflow: "hidden" },
  warn: { color: tokens.colorStatusWarningForeground1 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  quiet: { color: tokens.colorNeutralForeground3 },
  action: { alignSelf: "flex-start" },
});

/** What was read, before anything else is asked. */
export function SummaryCard({ imported, pending, onReview }: SummaryCardProps) {
  const styles = useStyles();
  const { t } = useText();
  const { plan } = imported;
  const unread = new Set(plan.unread.map((span) => span.line)).size;
  const figure = (count: number, label: string): ReactNode => (
    <div className={styles.figure}>
      <Title3 as="span">{count}</Title3>
      <Caption1>{label}</Caption1>
    </div>
  );
  return (
    <Card role="region" aria-label={t("summary.title")}>
      <Subtitle2 as="h2" className={styles.title}>
        {plan.header.title.value || imported.document.name}
      </Subtitle2>
      <div className={styles.figures}>
        {figure(plan.targets.length, t("summary.targets", { n: plan.targets.length }))}
        {figure(plan.tasks.length, t("summary.tasks", { n: plan.tasks.length }))}
        {figure(plan.reportDuties.length, t("summary.duties", { n: plan.reportDuties.length }))}
      </div>
      <div className={styles.note}>
        {pending ? (
          <QuestionCircleRegular className={styles.warn} aria-hidden />
        ) : (
          <CheckmarkCircleRegular className={styles.good} aria-hidden />
        )}
        <Text>{pending ? t("summary.attention", { n: pending }) : t("summary.clear")}</Text>
      </div>
      {unread > 0 && (
        <div className={styles.note}>
          <DocumentTextRegular className={styles.quiet} aria-hidden />
          <Text>{t("summary.unread", { n: unread })}</Text>
        </div>
      )}
      <Button data-next className={styles.action} appearance="primary" onClick={onReview}>
        {t("summary.review")}
      </Button>
    </Card>
  );
}
