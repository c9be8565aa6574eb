import { Button, Caption1, Field, makeStyles, mergeClasses, Subtitle2, Text, Textarea, tokens } from "@fluentui/react-components";
import { ArrowRightRegular } from "@fluentui/react-icons/svg/arrow-right";
import { ClipboardPasteRegular } from "@fluentui/react-icons/svg/clipboard-paste";
import { DocumentAddRegular } from "@fluentui/react-icons/svg/document-add";
import { FolderOpenRegular } from "@fluentui/react-icons/svg/folder-open";
import { ShieldCheckmarkRegular } from "@fluentui/react-icons/svg/shield-checkmark";
import { TableRegular } from "@fluentui/react-icons/svg/table";
import { useEffect, useRef, useState } from "react";
import type { DragEvent } from "react";
import type { ImportedPlan, PlanInput } from "../pipeline";
import { SampleCard } from "./SampleCard";
import type { OpenBook, PlanCounts, SamplePlan } from "./services";
import { STEP_BODY } from "./stepLayout";
import { SummaryCard } from "./SummaryCard";
import { useText } from "./text";

interface ChooseStepProps {
  readonly samples: readonly SamplePlan[];
  readonly books: readonly OpenBook[];
  /** An open workbook is there, so its selection can be used. */
  readonly workbook: boolean;
  readonly current?: ImportedPlan;
  readonly pending: number;
  readonly busy: boolean;
  countSample(id: string): Promise<PlanCounts | undefined>;
  onFile(file: File): void;
  onInput(input: PlanInput): void;
  onSelection(): void;
  onSample(sample: SamplePlan): void;
  onReview(): void;
  onContinue(book: number): void;
  /** Opens the review of the plan that an open book carries. */
  onReopen(book: number): void;
}

const useStyles = makeStyles({
  root: STEP_BODY,
  zone: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    alignItems: "center",
    textAlign: "center",
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalM}`,
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  over: { border: `1px dashed ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBrandBackground2 },
  zoneIcon: { fontSize: "32px", color: tokens.colorBrandForeground1 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, justifyContent: "center" },
  hidden: { display: "none" },
  cards: { display: "grid", gridTemplateColumns: "repeat(auto-fill, minmax(min(100%, 260px), 1fr))", gap: tokens.spacingVerticalS },
  section: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  book: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  bookTitle: { overflowWrap: "anywhere" },
  bookButtons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  quiet: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS, color: tokens.colorNeutralForeground3 },
  paste: { width: "100%", display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
});

/** First step: where the plan comes from, and what was read. */
export function ChooseStep(props: ChooseStepProps) {
  const { samples, books, workbook, current, pending, busy, onFile, onInput, onSelection, onSample, onReview, onContinue } = props;
  const styles = useStyles();
  const { t } = useText();
  const picker = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [pasting, setPasting] = useState(false);
  const [pasted, setPasted] = useState("");

  const root = useRef<HTMLDivElement>(null);
  const shown = useRef<{ readonly plan: ImportedPlan | undefined }>(undefined);
  useEffect(() => {
    // The summary comes above what was pressed to read the plan; who only comes back to this step keeps the focus.
    const isNew = shown.current ? shown.current.plan !== current : window.document.activeElement === window.document.body;
    shown.current = { plan: current };
    if (!current || !isNew) return;
    root.current?.scrollTo?.({ top: 0 });
    root.current?.querySelector<HTMLElement>("[data-next]")?.focus({ preventScroll: true });
  }, [current]);

  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const target = event.target as HTMLElement | null;
      if (busy || !event.clipboardData || target?.closest("input, textarea, [contenteditable]")) return;
      const file = event.clipboardData.files[0];
      if (file) return onFile(file);
      const input = pastedInput(event.clipboardData, t("choose.pastedName"));
      if (input) onInput(input);
    };
    window.addEventListener("paste", onPaste);
    return () => window.removeEventListener("paste", onPaste);
  }, [busy, onFile, onInput, t]);

  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    const input = file ? undefined : pastedInput(event.dataTransfer, t("choose.pastedName"));
    if (file) onFile(file);
    else if (input) onInput(input);
  };

  return (
    <div ref={root} className={styles.root}>
      {current && <SummaryCard imported={current} pending={pending} onReview={onReview} />}

      {books.length > 0 && (
        <section className={styles.section} aria-label={t("choose.open")}>
          <Subtitle2 as="h2">{t("choose.open")}</Subtitle2>
          {books.map((book) => (
            <div key={book.book} className={styles.book}>
              <Text className={styles.bookTitle}>{book.title}</Text>
              <div className={styles.bookButtons}>
                <Button
                  icon={<ArrowRightRegular />}
                  aria-label={`${t("choose.continue")}: ${book.title}`}
                  onClick={() => onContinue(book.book)}
                >
                  {t("choose.continue")}
                </Button>
                <Button
                  appearance="subtle"
                  disabled={busy}
                  aria-label={`${t("choose.reopen")}: ${book.title}`}
                  onClick={() => props.onReopen(book.book)}
                >
                  {t("choose.reopen")}
                </Button>
              </div>
            </div>
          ))}
        </section>
      )}

      <section
        className={mergeClasses(styles.zone, over && styles.over)}
        aria-label={t("choose.title")}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <DocumentAddRegular className={styles.zoneIcon} aria-hidden />
        <Text>{over ? t("choose.dropNow") : t("choose.drop")}</Text>
        <div className={styles.buttons}>
          <Button
            appearance={current ? "secondary" : "primary"}
            icon={<FolderOpenRegular />}
            disabled={busy}
            onClick={() => picker.current?.click()}
          >
            {t("choose.file")}
          </Button>
          <Button icon={<ClipboardPasteRegular />} disabled={busy} aria-expanded={pasting} onClick={() => setPasting(!pasting)}>
            {t("choose.paste")}
          </Button>
          {workbook && (
            <Button icon={<TableRegular />} disabled={busy} onClick={onSelection}>
              {t("choose.selection")}
            </Button>
          )}
        </div>
        <Caption1>{t("choose.formats")}</Caption1>
        <input
          ref={picker}
          className={styles.hidden}
          type="file"
          aria-label={t("choose.file")}
          accept=".docx,.pdf,.txt,.md,.html,.htm,.xlsx,.csv"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) onFile(file);
            event.target.value = "";
          }}
        />
        {pasting && (
          <div className={styles.paste}>
            <Field label={t("choose.pasteLabel")}>
              <Textarea rows={6} resize="vertical" value={pasted} onChange={(_event, data) => setPasted(data.value)} />
            </Field>
            <Button
              appearance="primary"
              disabled={busy || pasted.trim() === ""}
              onClick={() => onInput({ kind: "text", name: t("choose.pastedName"), text: pasted })}
            >
              {t("choose.pasteRead")}
            </Button>
          </div>
        )}
      </section>

      <div className={styles.quiet}>
        <ShieldCheckmarkRegular aria-hidden />
        <Caption1>{t("choose.local")}</Caption1>
      </div>

      {samples.length > 0 && (
        <section className={styles.section} aria-labelledby="samples">
          <Subtitle2 as="h2" id="samples">
            {t("choose.samples")}
          </Subtitle2>
          <div className={styles.cards}>
            {samples.map((sample) => (
              <SampleCard key={sample.id} sample={sample} disabled={busy} countSample={props.countSample} onChoose={onSample} />
            ))}
          </div>
        </section>
      )}
    </div>
  );
}

/** Pasted or dropped words as an input: the layout (tables, lists) is kept when the clipboard has it. */
function pastedInput(data: DataTransfer, name: string): PlanInput | undefined {
  const text = data.getData("text/plain");
  const html = data.getData("text/html");
  if (html) return { kind: "html", name, html, text };
  return text.trim() ? { kind: "text", name, text } : undefined;
}
