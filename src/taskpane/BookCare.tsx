import { Button, Caption1, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import { ArrowSwapRegular } from "@fluentui/react-icons/svg/arrow-swap";
import { ArrowUndoRegular } from "@fluentui/react-icons/svg/arrow-undo";
import { SendRegular } from "@fluentui/react-icons/svg/send";
import type { FormulaDialect } from "../workbook/formula";
import { useText } from "./text";

interface BookCareProps {
  /** Formulas that stand in the book. */
  readonly dialect: FormulaDialect;
  /** A switch can be taken back. */
  readonly undoable: boolean;
  /** KPI functions can be had here. */
  readonly kpi: boolean;
  readonly busy: boolean;
  onSwitch(dialect: FormulaDialect): void;
  onUndo(): void;
  onSendCopy(): void;
}

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalS },
  words: { color: tokens.colorNeutralForeground3 },
});

/** What can be done with the whole book: a copy for people without the add-in, and its formulas in one dialect or the other. */
export function BookCare({ dialect, undoable, kpi, busy, onSwitch, onUndo, onSendCopy }: BookCareProps) {
  const styles = useStyles();
  const { t } = useText();
  const other = dialect === "kpi" ? "native" : "kpi";
  return (
    <section className={styles.root} aria-label={t("care.title")}>
      <Subtitle2 as="h2">{t("care.title")}</Subtitle2>
      <Button size="small" icon={<SendRegular />} disabled={busy} onClick={onSendCopy}>
        {t("care.copy")}
      </Button>
      <Caption1 className={styles.words}>{t("care.copyText")}</Caption1>
      {(kpi || other === "native") && (
        <Button size="small" icon={<ArrowSwapRegular />} disabled={busy} onClick={() => onSwitch(other)}>
          {t(`care.${other}`)}
        </Button>
      )}
      <Caption1 className={styles.words}>{t(`care.now.${dialect}`)}</Caption1>
      {undoable && (
        <Button size="small" icon={<ArrowUndoRegular />} disabled={busy} onClick={onUndo}>
          {t("care.undo")}
        </Button>
      )}
    </section>
  );
}
