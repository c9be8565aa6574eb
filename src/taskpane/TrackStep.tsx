import {
  Button,
  Caption1,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Select,
  Text,
  Title3,
  tokens,
  Tooltip,
} from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons/svg/arrow-clockwise";
import { CalendarTodayRegular } from "@fluentui/react-icons/svg/calendar-today";
import { useRef, useState } from "react";
import type { CalendarDate } from "../plan/date";
import type { Conclusion, TaskStatus } from "../tracking/evaluation";
import type { FormulaDialect } from "../workbook/formula";
import { BookCare } from "./BookCare";
import { CountBar } from "./CountBar";
import type { Tone } from "./CountBar";
import { DateField } from "./fields";
import { PeriodField } from "./PeriodField";
import { RowCard } from "./RowCard";
import type { RowDetail } from "./rowDetail";
import type { RowInput } from "./rowInput";
import type { CellPlace, OpenBook, TrackListKey, TrackRow, TrackView } from "./services";
import type { EnteredNote, RenamedNote } from "./state";
import { STEP_BODY, STEP_FRAME } from "./stepLayout";
import { useText } from "./text";
import { TrackList } from "./TrackList";
import { UnlistedAgencies } from "./UnlistedAgencies";
import { percentWords } from "./words";

interface TrackStepProps {
  readonly track?: TrackView;
  readonly books: readonly OpenBook[];
  readonly busy: boolean;
  /** Today by this machine's clock. */
  today(): CalendarDate;
  onFind(): void;
  onBook(book: number): void;
  onRefresh(): void;
  onDay(day: CalendarDate): void;
  onPeriod(code: string): void;
  onRow(row: TrackRow): void;
  onCell(cell: CellPlace): void;
  onRestore(): void;
  readonly renamed?: RenamedNote;
  onRename(from: string, to: string): void;
  onUndoRename(): void;
  /** KPI functions can be had here. */
  readonly kpi: boolean;
  onSwitch(dialect: FormulaDialect): void;
  onUndoSwitch(): void;
  onSendCopy(): void;
  /** Row that is selected in the sheets. */
  readonly row?: RowDetail;
  readonly entered?: EnteredNote;
  onEnter(input: RowInput): void;
  onUndoEntry(): void;
  onCloseRow(): void;
}

const useStyles = makeStyles({
  step: STEP_FRAME,
  root: STEP_BODY,
  day: { display: "flex", flexWrap: "wrap", alignItems: "end", gap: tokens.spacingHorizontalS },
  dayField: { width: "128px" },
  cards: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(132px, 1fr))", gap: tokens.spacingHorizontalS },
  card: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXXS,
    padding: tokens.spacingHorizontalM,
    textAlign: "left",
    fontFamily: "inherit",
    cursor: "pointer",
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  figure: { fontVariantNumeric: "tabular-nums" },
  alarm: { color: tokens.colorStatusDangerForeground3 },
  of: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular, fontSize: tokens.fontSizeBase400 },
  note: { color: tokens.colorNeutralForeground3 },
  message: { whiteSpace: "normal" },
  empty: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalS },
});

/** Lists up to this length are open from the start. */
const SHORT_LIST = 8;

const LISTS: readonly TrackListKey[] = ["overdue", "dueSoon", "atRisk", "missed", "noData", "reports"];

/** Fourth step: how the plan stands on the evaluation day, and what needs somebody. */
export function TrackStep(props: TrackStepProps) {
  const { track, books, busy, today, onFind, onBook, onRefresh, onDay, onPeriod, onRow } = props;
  const styles = useStyles();
  const { t, locale, names } = useText();
  const lists = useRef(new Map<TrackListKey, HTMLElement>());
  const [opened, setOpened] = useState<Partial<Record<TrackListKey, boolean>>>({});
  if (!track)
    return (
      <div className={styles.root}>
        <div className={styles.empty}>
          <Text weight="semibold">{t("track.none")}</Text>
          <Text>{t("track.noneText")}</Text>
          <Button onClick={onFind}>{t("track.find")}</Button>
        </div>
      </div>
    );
  const { targets, tasks, health } = track;
  const { firstOverwritten } = health;
  const open = (key: TrackListKey) => {
    const list = lists.current.get(key);
    setOpened((old) => ({ ...old, [key]: true }));
    list?.scrollIntoView?.({ block: "start" });
    list?.querySelector<HTMLElement>("button")?.focus({ preventScroll: true });
  };
  const figures: readonly { key: string; list: TrackListKey; label: string; value: string; of?: string; note?: string; alarm?: boolean }[] =
    [
      { key: "met", list: "missed", label: t("figure.met"), value: String(targets.met), of: `/${targets.judged}` },
      { key: "withData", list: "noData", label: t("figure.withData"), value: String(targets.withData), of: `/${targets.total}` },
      {
        key: "onTime",
        list: "dueSoon",
        label: t("figure.onTime"),
        value: tasks.onTimeRate === null ? "–" : percentWords(tasks.onTimeRate, locale),
        ...(tasks.onTimeRate === null ? { note: t("track.noDue") } : {}),
      },
      { key: "overdue", list: "overdue", label: t("figure.overdue"), value: String(tasks.overdue), alarm: tasks.overdue > 0 },
    ];
  return (
    <div className={styles.step}>
      <div className={styles.root}>
        {books.length > 1 && (
          <Select
            aria-label={t("track.book")}
            size="small"
            value={String(track.book)}
            onChange={(_event, data) => onBook(Number(data.value))}
          >
            {books.map((book) => (
              <option key={book.book} value={String(book.book)}>
                {book.title}
              </option>
            ))}
          </Select>
        )}
        <div className={styles.day}>
          <div className={styles.dayField}>
            <DateField label={t("track.asOf")} value={track.asOf} onChange={(day) => day && onDay(day)} />
          </div>
          <Button size="small" icon={<CalendarTodayRegular />} disabled={busy} onClick={() => onDay(today())}>
            {t("track.today")}
          </Button>
          <Tooltip content={t("track.refresh")} relationship="label">
            <Button size="small" appearance="subtle" icon={<ArrowClockwiseRegular />} onClick={onRefresh} />
          </Tooltip>
          {track.period && <PeriodField period={track.period} onChange={onPeriod} />}
        </div>

        {health.nameErrors > 0 && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody className={styles.message}>{t("health.name", { n: health.nameErrors })}</MessageBarBody>
            <MessageBarActions>
              <Button size="small" onClick={() => props.onSwitch("native")}>
                {t("health.switch")}
              </Button>
            </MessageBarActions>
          </MessageBar>
        )}
        {health.overwritten > 0 && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody className={styles.message}>{t("health.overwritten", { n: health.overwritten })}</MessageBarBody>
            <MessageBarActions>
              {firstOverwritten && (
                <Button size="small" onClick={() => props.onCell(firstOverwritten)}>
                  {t("health.show")}
                </Button>
              )}
              <Button size="small" onClick={props.onRestore}>
                {t("health.restore")}
              </Button>
            </MessageBarActions>
          </MessageBar>
        )}

        <UnlistedAgencies
          unlisted={health.unlisted}
          agencies={track.agencies}
          busy={busy}
          {...(props.renamed ? { renamed: props.renamed } : {})}
          onRename={props.onRename}
          onUndo={props.onUndoRename}
        />

        <section className={styles.cards} aria-label={t("track.figures")}>
          {figures.map((figure) => (
            <button
              key={figure.key}
              type="button"
              className={styles.card}
              aria-label={`${figure.label}: ${figure.value}${figure.of ?? ""}${figure.note ? ` ${figure.note}` : ""}`}
              onClick={() => open(figure.list)}
            >
              {/* Blanks between the parts: what is seen has to be found in the name. */}
              <Caption1>{figure.label}</Caption1>{" "}
              <Title3 as="span" className={mergeClasses(styles.figure, figure.alarm && styles.alarm)}>
                {figure.value}
                {figure.of && <span className={styles.of}>{figure.of}</span>}
              </Title3>{" "}
              {figure.note && <Caption1 className={styles.note}>{figure.note}</Caption1>}
            </button>
          ))}
        </section>

        <CountBar
          title={t("track.chart")}
          parts={track.conclusions.map(({ code, count }) => ({
            key: code,
            label: names.conclusions[code],
            count,
            tone: CONCLUSION_TONES[code],
          }))}
        />
        <CountBar
          title={t("track.statusChart")}
          parts={track.statuses.map(({ code, count }) => ({ key: code, label: names.statuses[code], count, tone: STATUS_TONES[code] }))}
        />

        <div>
          {LISTS.map((key) => (
            <div
              key={key}
              ref={(element) => {
                if (element) lists.current.set(key, element);
              }}
            >
              <TrackList
                title={t(`list.${key}`, { n: track.warnDays })}
                rows={track.lists[key]}
                open={opened[key] ?? (track.lists[key].length > 0 && track.lists[key].length <= SHORT_LIST)}
                onOpen={(open) => setOpened((old) => ({ ...old, [key]: open }))}
                onRow={onRow}
              />
            </div>
          ))}
        </div>
        <BookCare
          dialect={track.dialect}
          undoable={track.undoable}
          kpi={props.kpi}
          busy={busy}
          onSwitch={props.onSwitch}
          onUndo={props.onUndoSwitch}
          onSendCopy={props.onSendCopy}
        />
        <Caption1>{t("track.live")}</Caption1>
      </div>
      {props.row && (
        <RowCard
          key={`${props.row.table} ${props.row.code}`}
          detail={props.row}
          busy={busy}
          {...(props.entered?.code === props.row.code ? { entered: props.entered } : {})}
          onEnter={props.onEnter}
          onUndo={props.onUndoEntry}
          onClose={props.onCloseRow}
        />
      )}
    </div>
  );
}

const CONCLUSION_TONES: Readonly<Record<Conclusion, Tone>> = {
  exceeded: "best",
  met: "good",
  "fully-met": "good",
  "partly-met": "fair",
  "not-met": "bad",
  "in-progress": "busy",
  "no-data": "none",
  "not-arising": "none",
  "not-applicable": "none",
  unpublished: "none",
  "no-baseline": "fair",
  "data-error": "bad",
  unquantified: "none",
};

const STATUS_TONES: Readonly<Record<TaskStatus, Tone>> = {
  "done-on-time": "good",
  "done-late": "fair",
  "in-progress": "busy",
  "due-soon": "fair",
  overdue: "bad",
  "not-started": "none",
  "continuous-updated": "good",
  "continuous-not-updated": "none",
  waiting: "none",
  paused: "none",
  "postponement-asked": "fair",
  "no-deadline": "none",
};
