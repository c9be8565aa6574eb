import { Button, Caption1, makeStyles, mergeClasses, Subtitle2, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import { useText } from "./text";
import { percentWords } from "./words";

/** Meaning of a part; it chooses colour and pattern, the words say the rest. */
export type Tone = "best" | "good" | "fair" | "bad" | "busy" | "none";

/** One part of a whole. */
export interface CountPart {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  readonly tone: Tone;
}

interface CountBarProps {
  readonly title: string;
  readonly parts: readonly CountPart[];
}

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  head: { display: "flex", alignItems: "center", justifyContent: "space-between", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  bar: {
    display: "flex",
    gap: "2px",
    height: "20px",
    borderRadius: tokens.borderRadiusMedium,
    overflow: "hidden",
    forcedColorAdjust: "none",
  },
  part: { minWidth: "4px" },
  legend: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  entry: { display: "inline-flex", alignItems: "center", gap: tokens.spacingHorizontalXS },
  swatch: {
    display: "inline-block",
    width: "12px",
    height: "12px",
    borderRadius: tokens.borderRadiusSmall,
    flexShrink: 0,
    forcedColorAdjust: "none",
  },
  best: { backgroundColor: tokens.colorPaletteGreenBackground3 },
  good: { backgroundColor: tokens.colorPaletteLightGreenBackground3 },
  fair: { backgroundColor: tokens.colorPaletteYellowBackground3 },
  bad: {
    backgroundColor: tokens.colorPaletteRedBackground3,
    backgroundImage: `repeating-linear-gradient(45deg, transparent 0 4px, ${tokens.colorNeutralBackground1} 4px 5px)`,
  },
  busy: { backgroundColor: tokens.colorBrandBackground },
  none: {
    backgroundColor: tokens.colorNeutralStroke1,
    backgroundImage: `repeating-linear-gradient(-45deg, transparent 0 3px, ${tokens.colorNeutralBackground1} 3px 4px)`,
  },
  table: { borderCollapse: "collapse", width: "100%", fontSize: tokens.fontSizeBase200 },
  cell: {
    textAlign: "left",
    fontWeight: tokens.fontWeightRegular,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  number: { textAlign: "right", fontVariantNumeric: "tabular-nums" },
});

/** Parts of a whole as one stacked bar with a legend in words, or as a table. */
export function CountBar({ title, parts }: CountBarProps) {
  const styles = useStyles();
  const { t, locale } = useText();
  const id = useId();
  const [table, setTable] = useState(false);
  const shown = parts.filter((part) => part.count > 0);
  const total = shown.reduce((sum, part) => sum + part.count, 0);
  if (total === 0) return null;
  return (
    <section className={styles.root} aria-labelledby={id}>
      <div className={styles.head}>
        <Subtitle2 as="h2" id={id}>
          {title}
        </Subtitle2>
        <Button size="small" appearance="subtle" aria-pressed={table} onClick={() => setTable(!table)}>
          {table ? t("track.asChart") : t("track.asTable")}
        </Button>
      </div>
      {table ? (
        <table className={styles.table} aria-label={title}>
          <thead>
            <tr>
              <th className={styles.cell}>{title}</th>
              <th className={mergeClasses(styles.cell, styles.number)}>{t("track.count")}</th>
              <th className={mergeClasses(styles.cell, styles.number)}>{t("track.share")}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((part) => (
              <tr key={part.key}>
                <th scope="row" className={styles.cell}>
                  {part.label}
                </th>
                <td className={mergeClasses(styles.cell, styles.number)}>{part.count}</td>
                <td className={mergeClasses(styles.cell, styles.number)}>{percentWords(part.count / total, locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <>
          <div className={styles.bar} role="img" aria-label={`${title}: ${shown.map((part) => `${part.label} ${part.count}`).join(", ")}`}>
            {shown.map((part) => (
              <span
                key={part.key}
                className={mergeClasses(styles.part, styles[part.tone])}
                style={{ flexGrow: part.count }}
                title={`${part.label}: ${part.count}`}
              />
            ))}
          </div>
          <ul className={styles.legend} aria-hidden>
            {shown.map((part) => (
              <li key={part.key} className={styles.entry}>
                <span className={mergeClasses(styles.swatch, styles[part.tone])} />
                <Caption1>
                  {part.label} <b>{part.count}</b>
                </Caption1>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
