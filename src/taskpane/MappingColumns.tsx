import { Caption1, Field, makeStyles, mergeClasses, Select, Subtitle2, tokens } from "@fluentui/react-components";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import { useMemo } from "react";
import type { SheetMapping } from "../text/sheetGrid";
import type { ColumnField, ColumnMapping } from "../text/textDocument";
import { ChoiceField } from "./fields";
import { columnLetters, FIELDS, headerChoices, MOST_HEADER_ROWS, shownColumns, withField } from "./mapping";
import type { MappedSheet } from "./mapping";
import { useText } from "./text";

interface MappingColumnsProps {
  readonly sheet: MappedSheet;
  /** Columns are named by their letters in Excel; those of a selection by their numbers, for it may begin anywhere. */
  readonly lettered: boolean;
  onMapping(mapping: SheetMapping): void;
  onHeader(header: Pick<SheetMapping, "headerRow" | "headerRows">): void;
}

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  pair: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 200px), 1fr))",
    gap: tokens.spacingHorizontalS,
    "& > *": { minWidth: 0 },
  },
  columns: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(min(100%, 280px), 1fr))",
    gap: tokens.spacingHorizontalS,
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  column: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXXS,
    minWidth: 0,
    padding: tokens.spacingHorizontalS,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  skipped: { backgroundColor: tokens.colorNeutralBackground3 },
  doubtful: { border: `1px solid ${tokens.colorStatusWarningBorder2}` },
  label: { overflowWrap: "anywhere" },
  select: { minWidth: 0, width: "100%", textOverflow: "ellipsis" },
  certainty: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS, color: tokens.colorNeutralForeground3 },
  warn: { color: tokens.colorStatusWarningForeground3 },
  samples: {
    color: tokens.colorNeutralForeground3,
    display: "-webkit-box",
    WebkitLineClamp: "2",
    WebkitBoxOrient: "vertical",
    overflow: "hidden",
    overflowWrap: "anywhere",
  },
});

/** One sheet: whether it is a table, where its header stands, and what each column holds. */
export function MappingColumns({ sheet, lettered, onMapping, onHeader }: MappingColumnsProps) {
  const styles = useStyles();
  const { t } = useText();
  const { mapping } = sheet;
  const columns = useMemo(() => shownColumns(sheet), [sheet]);
  const rows = useMemo(() => headerChoices(sheet), [sheet]);
  const { headerRow, headerRows } = mapping;
  const most = Math.max(MOST_HEADER_ROWS, headerRows);
  const skipped = columns.filter(({ column }) => mapping.columns[column]?.field === "note").length;
  return (
    <section className={styles.section} aria-labelledby="map-columns">
      <Subtitle2 as="h3" id="map-columns">
        {t("map.columns", { name: sheet.proposal.grid.name })}
      </Subtitle2>
      <ChoiceField
        label={t("map.way")}
        value={mapping.asText ? "text" : "table"}
        choices={[
          ["table", t("map.asTable")],
          ["text", t("map.asText")],
        ]}
        onChange={(way) => onMapping({ ...mapping, asText: way === "text" })}
      />
      {!mapping.asText && (
        <>
          <div className={styles.pair}>
            <ChoiceField
              label={t("map.headerRows")}
              value={String(headerRows)}
              choices={Array.from(
                { length: most + 1 },
                (_, n) => [String(n), n ? t("map.headerCount", { n }) : t("map.noHeader")] as const,
              )}
              onChange={(value) => onHeader({ headerRow, headerRows: Number(value) })}
            />
            <ChoiceField
              label={t(headerRows > 0 ? "map.headerAt" : "map.dataAt")}
              value={String(headerRow)}
              choices={rows.map(({ row, number, words }) => [String(row), t("map.row", { n: number, words: shorten(words, 70) })] as const)}
              onChange={(value) => onHeader({ headerRow: Number(value), headerRows })}
            />
          </div>
          <ul className={styles.columns}>
            {columns.map(({ column, samples }) => {
              const known = mapping.columns[column]!;
              return (
                <li
                  key={column}
                  className={mergeClasses(
                    styles.column,
                    known.field === "note" && styles.skipped,
                    known.certainty === "uncertain" && styles.doubtful,
                  )}
                >
                  <Field
                    size="small"
                    label={{ className: styles.label, children: `${columnName(column)}: ${known.heading || t("map.noHeading")}` }}
                  >
                    <Select
                      size="small"
                      select={{ className: styles.select }}
                      value={known.field}
                      onChange={(_event, data) => onMapping(withField(mapping, column, data.value as ColumnField))}
                    >
                      {FIELDS.map((field) => (
                        <option key={field} value={field}>
                          {t(`column.${field}`)}
                        </option>
                      ))}
                    </Select>
                  </Field>
                  <Certainty column={known} />
                  <Caption1 className={styles.samples}>
                    {samples.length > 0
                      ? t("map.samples", { words: samples.map((words) => shorten(words, 60)).join(" · ") })
                      : t("map.noSamples")}
                  </Caption1>
                </li>
              );
            })}
          </ul>
          {skipped > 0 && <Caption1>{t("map.skipped", { n: skipped })}</Caption1>}
        </>
      )}
    </section>
  );

  function columnName(column: number): string {
    return t("map.column", { name: lettered ? columnLetters(column) : column + 1 });
  }
}

function Certainty({ column }: { readonly column: ColumnMapping }) {
  const styles = useStyles();
  const { t } = useText();
  const doubtful = column.certainty === "uncertain";
  return (
    <Caption1 className={mergeClasses(styles.certainty, doubtful && styles.warn)}>
      {doubtful && <WarningRegular aria-hidden />}
      <span>{t(`map.${column.certainty}`)}</span>
    </Caption1>
  );
}

function shorten(words: string, most: number): string {
  return words.length > most ? `${words.slice(0, most - 1)}…` : words;
}
