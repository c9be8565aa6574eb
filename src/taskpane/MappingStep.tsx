import { Button, Caption1, Checkbox, makeStyles, mergeClasses, Subtitle2, Text, tokens } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons/svg/arrow-left";
import { ArrowRightRegular } from "@fluentui/react-icons/svg/arrow-right";
import { useEffect, useRef } from "react";
import type { SheetMapping } from "../text/sheetGrid";
import { dataRows, withMapping, withWanted } from "./mapping";
import type { MappedSheet, MappingDraft } from "./mapping";
import { MappingColumns } from "./MappingColumns";
import { MappingCounts, MappingPreview } from "./MappingPreview";
import { FRAMED_LIST, STEP_BODY, STEP_FOOT, STEP_FRAME } from "./stepLayout";
import { useText } from "./text";

interface MappingStepProps {
  readonly draft: MappingDraft;
  readonly busy: boolean;
  onChange(draft: MappingDraft): void;
  /** The mapping of a sheet under other header rows. */
  onHeader(sheet: MappedSheet, header: Pick<SheetMapping, "headerRow" | "headerRows">): SheetMapping;
  onRead(): void;
  onBack(): void;
}

const useStyles = makeStyles({
  outer: STEP_FRAME,
  root: STEP_BODY,
  head: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, ":focus": { outlineStyle: "none" } },
  quiet: { color: tokens.colorNeutralForeground3 },
  section: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  sheets: FRAMED_LIST,
  sheet: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    alignItems: "center",
    paddingRight: tokens.spacingHorizontalS,
    "& + &": { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  shown: { backgroundColor: tokens.colorSubtleBackgroundSelected },
  name: { display: "flex", flexDirection: "column", overflowWrap: "anywhere" },
  actions: STEP_FOOT,
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** Between choosing a sheet and reading it: what each column is taken for, and what would be read. */
export function MappingStep({ draft, busy, onChange, onHeader, onRead, onBack }: MappingStepProps) {
  const styles = useStyles();
  const { t } = useText();
  const head = useRef<HTMLDivElement>(null);
  useEffect(() => head.current?.focus(), []);
  const shown = draft.sheets[draft.shown];
  const anything = draft.sheets.some(({ wanted }) => wanted);
  return (
    <div className={styles.outer}>
      <div className={styles.root}>
        <div ref={head} className={styles.head} tabIndex={-1}>
          <Subtitle2 as="h2">{t("map.title")}</Subtitle2>
          <Text className={styles.quiet}>{t("map.intro")}</Text>
        </div>

        {draft.sheets.length > 1 && (
          <section className={styles.section} aria-labelledby="map-sheets">
            <Subtitle2 as="h3" id="map-sheets">
              {t("map.sheets")}
            </Subtitle2>
            <ul className={styles.sheets}>
              {draft.sheets.map((sheet, index) => (
                <li key={index} className={mergeClasses(styles.sheet, index === draft.shown && styles.shown)}>
                  <Checkbox
                    checked={sheet.wanted}
                    onChange={(_event, data) => onChange({ ...withWanted(draft, index, data.checked === true), shown: index })}
                    label={
                      <span className={styles.name}>
                        {sheet.proposal.grid.name}
                        <Caption1 className={styles.quiet}>{sheetWords(sheet)}</Caption1>
                      </span>
                    }
                  />
                  <Button
                    size="small"
                    appearance="subtle"
                    aria-pressed={index === draft.shown}
                    aria-label={t("map.showOf", { name: sheet.proposal.grid.name })}
                    onClick={() => onChange({ ...draft, shown: index })}
                  >
                    {t("map.show")}
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        )}

        {shown && (
          <MappingColumns
            key={draft.shown}
            sheet={shown}
            lettered={draft.input.kind === "file"}
            onMapping={(mapping) => onChange(withMapping(draft, draft.shown, mapping))}
            onHeader={(header) => onChange(withMapping(draft, draft.shown, onHeader(shown, header)))}
          />
        )}
        <MappingPreview anything={anything} tried={draft.tried} />
      </div>
      <div className={styles.actions}>
        <MappingCounts anything={anything} tried={draft.tried} />
        <div className={styles.buttons}>
          <Button appearance="primary" icon={<ArrowRightRegular />} iconPosition="after" disabled={busy || !anything} onClick={onRead}>
            {t("map.read")}
          </Button>
          <Button icon={<ArrowLeftRegular />} disabled={busy} onClick={onBack}>
            {t("map.back")}
          </Button>
        </div>
      </div>
    </div>
  );

  function sheetWords(sheet: MappedSheet): string {
    const n = dataRows(sheet);
    if (sheet.mapping.asText) return t("map.edited", { n });
    return t(sheet.proposal.recognized ? "map.recognized" : "map.unrecognized", { n });
  }
}
