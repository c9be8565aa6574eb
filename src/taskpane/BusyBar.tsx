import { Button, makeStyles, ProgressBar, Text, tokens } from "@fluentui/react-components";
import type { Progress } from "../pipeline";
import { useText } from "./text";

interface BusyBarProps {
  readonly progress?: Progress;
  onCancel(): void;
}

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    flexShrink: 0,
  },
  line: { display: "flex", alignItems: "center", justifyContent: "space-between", gap: tokens.spacingHorizontalS, minHeight: "28px" },
});

/** What is being done, how far it is, and a way out. */
export function BusyBar({ progress, onCancel }: BusyBarProps) {
  const styles = useStyles();
  const { t } = useText();
  const step = t(`busy.${progress?.step ?? "loading"}`);
  const known = progress !== undefined && progress.total > 0;
  const words = [
    step,
    progress?.subject,
    known && progress.total > 1
      ? t(progress.step === "reading" ? "busy.page" : "busy.of", { done: progress.done, total: progress.total })
      : "",
  ]
    .filter(Boolean)
    .join(" ");
  return (
    <div className={styles.root}>
      <div className={styles.line}>
        <Text size={200} role="status" aria-live="polite">
          {words}…
        </Text>
        <Button size="small" onClick={onCancel}>
          {t("cancel")}
        </Button>
      </div>
      <ProgressBar aria-label={step} {...(known ? { value: progress.done, max: progress.total } : {})} />
    </div>
  );
}
