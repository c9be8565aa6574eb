import {
  Button,
  Caption1,
  makeStyles,
  mergeClasses,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  ProgressBar,
  SearchBox,
  Text,
  ToggleButton,
  Tooltip,
  tokens,
} from "@fluentui/react-components";
import { ArrowRedoRegular } from "@fluentui/react-icons/svg/arrow-redo";
import { ArrowRightRegular } from "@fluentui/react-icons/svg/arrow-right";
import { ArrowUndoRegular } from "@fluentui/react-icons/svg/arrow-undo";
import { DocumentTextRegular } from "@fluentui/react-icons/svg/document-text";
import { FolderOpenRegular } from "@fluentui/react-icons/svg/folder-open";
import { MoreHorizontalRegular } from "@fluentui/react-icons/svg/more-horizontal";
import { SaveRegular } from "@fluentui/react-icons/svg/save";
import { useEffect, useMemo, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import type { ImportedPlan } from "../pipeline";
import { foldSearch, itemsOf } from "./items";
import { PlanCheck } from "./PlanCheck";
import { ReviewList } from "./ReviewList";
import type { Edit } from "./services";
import { SourceView } from "./SourceView";
import type { ReviewFilter } from "./state";
import { STEP_FRAME } from "./stepLayout";
import { useText } from "./text";
import { UnreadList } from "./UnreadList";
import type { UnreadLine } from "./UnreadList";
import type { WindowedListHandle } from "./WindowedList";

interface ReviewStepProps {
  readonly imported: ImportedPlan;
  readonly attention: readonly string[];
  readonly pending: readonly string[];
  readonly seen: readonly string[];
  readonly filter: ReviewFilter;
  readonly query: string;
  readonly selected?: string;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** The pane is wide enough for the text beside the list. */
  readonly wide: boolean;
  /** Title of the open book whose review this is; it stays as it is. */
  readonly standing?: string;
  onFilter(filter: ReviewFilter): void;
  onQuery(query: string): void;
  onSelect(key: string | undefined): void;
  onEdit(edit: Edit): void;
  onUndo(): void;
  onRedo(): void;
  onSave(): void;
  onLoad(file: File): void;
  onNext(): void;
}

const useStyles = makeStyles({
  root: STEP_FRAME,
  top: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  filters: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  filter: { minWidth: 0, whiteSpace: "nowrap" },
  tools: { display: "flex", gap: tokens.spacingHorizontalXS },
  search: { flexGrow: 1, minWidth: 0, maxWidth: "none" },
  columns: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)", flexGrow: 1, minHeight: 0 },
  column: { display: "flex", flexDirection: "column", minHeight: 0, minWidth: 0, flexGrow: 1 },
  left: { borderRight: `1px solid ${tokens.colorNeutralStroke2}` },
  standing: { padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`, flexShrink: 0 },
  message: { whiteSpace: "normal", overflowWrap: "anywhere" },
  empty: {
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground2,
    textAlign: "center",
  },
  bottom: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    flexShrink: 0,
  },
  progress: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS, flexGrow: 1, minWidth: 0 },
  next: { flexShrink: 0 },
  hidden: { display: "none" },
});

const FILTERS: readonly ReviewFilter[] = ["attention", "target", "task", "reportDuty", "unread"];

/** Second step: what was read, with its words; a person decides before anything is written. */
export function ReviewStep(props: ReviewStepProps) {
  const { imported, filter, query, selected, wide, onFilter, onQuery, onSelect, onEdit, onUndo, onRedo } = props;
  const styles = useStyles();
  const { t } = useText();
  const list = useRef<WindowedListHandle>(null);
  const text = useRef<WindowedListHandle>(null);
  const picker = useRef<HTMLInputElement>(null);

  const items = useMemo(() => itemsOf(imported.plan, imported.document), [imported]);
  const unread = useMemo(() => unreadLines(imported), [imported]);
  const unreadNumbers = useMemo(() => new Set(unread.map((entry) => entry.line)), [unread]);
  const pending = useMemo(() => new Set(props.pending), [props.pending]);
  const seen = useMemo(() => new Set(props.seen), [props.seen]);
  const attention = useMemo(() => new Set(props.attention), [props.attention]);

  const counts: Readonly<Record<ReviewFilter, number>> = {
    attention: pending.size,
    target: imported.plan.targets.length,
    task: imported.plan.tasks.length,
    reportDuty: imported.plan.reportDuties.length,
    unread: unread.length,
  };
  const wanted = foldSearch(query.trim());
  const shown = useMemo(
    () =>
      items.filter(
        (item) =>
          (filter === "attention" ? attention.has(item.key) : item.kind === filter) && (!wanted || item.searchText.includes(wanted)),
      ),
    [items, filter, attention, wanted],
  );
  const shownUnread = useMemo(
    () => unread.filter((entry) => !wanted || foldSearch(imported.document.lines[entry.line - 1]?.text ?? "").includes(wanted)),
    [unread, wanted, imported],
  );

  const [textShown, setTextShown] = useState(false);
  const selectedLine = items.find((item) => item.key === selected)?.source[0]?.line;
  useEffect(() => {
    if (selected === undefined) return;
    list.current?.reveal(selected, false);
    if (selectedLine !== undefined) text.current?.reveal(String(selectedLine), false);
  }, [selected, selectedLine, filter, textShown]);

  const onMark = (key: string) => {
    const item = items.find((other) => other.key === key);
    if (item && !shown.includes(item)) {
      onQuery("");
      onFilter(item.kind);
    }
    onSelect(key);
    setTextShown(false);
  };

  // A code that is pressed takes the keyboard along to its row, which the list may show only after this.
  const [wentTo, setWentTo] = useState<{ readonly key: string }>();
  useEffect(() => {
    if (wentTo) list.current?.reveal(wentTo.key, true);
  }, [wentTo]);
  const onGo = (key: string) => {
    onMark(key);
    setWentTo({ key });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || (event.target as HTMLElement).closest("input, textarea")) return;
    const key = event.key.toLowerCase();
    if (key === "z" && !event.shiftKey) onUndo();
    else if (key === "y" || (key === "z" && event.shiftKey)) onRedo();
    else return;
    event.preventDefault();
  };

  const answered = props.attention.filter((key) => !pending.has(key)).length;
  return (
    <div className={styles.root} onKeyDown={onKeyDown}>
      <div className={styles.top}>
        <div className={styles.filters} role="group" aria-label={t("filter.label")}>
          {FILTERS.map((name) => (
            <ToggleButton
              key={name}
              className={styles.filter}
              size="small"
              shape="circular"
              appearance={filter === name ? "primary" : "secondary"}
              checked={filter === name}
              onClick={() => onFilter(name)}
            >
              {t(`filter.${name}`)} ({counts[name]})
            </ToggleButton>
          ))}
        </div>
        <div className={styles.tools}>
          <SearchBox
            className={styles.search}
            size="small"
            placeholder={t("review.search")}
            aria-label={t("review.search")}
            value={query}
            onChange={(_event, data) => onQuery(data.value)}
          />
          {!wide && (
            <Tooltip content={t(textShown ? "review.toList" : "review.text")} relationship="label">
              <ToggleButton
                size="small"
                appearance="subtle"
                icon={<DocumentTextRegular />}
                checked={textShown}
                onClick={() => setTextShown(!textShown)}
              />
            </Tooltip>
          )}
          <Tooltip content={t("review.undo")} relationship="label">
            <Button size="small" appearance="subtle" icon={<ArrowUndoRegular />} disabled={!props.canUndo} onClick={onUndo} />
          </Tooltip>
          <Tooltip content={t("review.redo")} relationship="label">
            <Button size="small" appearance="subtle" icon={<ArrowRedoRegular />} disabled={!props.canRedo} onClick={onRedo} />
          </Tooltip>
          <Menu>
            <MenuTrigger disableButtonEnhancement>
              <Tooltip content={t("review.more")} relationship="label">
                <Button size="small" appearance="subtle" icon={<MoreHorizontalRegular />} />
              </Tooltip>
            </MenuTrigger>
            <MenuPopover>
              <MenuList>
                <MenuItem icon={<SaveRegular />} onClick={props.onSave}>
                  {t("review.save")}
                </MenuItem>
                <MenuItem icon={<FolderOpenRegular />} onClick={() => picker.current?.click()}>
                  {t("review.load")}
                </MenuItem>
              </MenuList>
            </MenuPopover>
          </Menu>
          <input
            ref={picker}
            className={styles.hidden}
            type="file"
            accept=".json"
            aria-label={t("review.load")}
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file) props.onLoad(file);
              event.target.value = "";
            }}
          />
        </div>
      </div>

      {props.standing !== undefined && (
        <div className={styles.standing}>
          <MessageBar layout="multiline">
            <MessageBarBody className={styles.message}>{t("review.standing", { title: props.standing })}</MessageBarBody>
            <MessageBarActions>
              <Button size="small" disabled={!props.canUndo} onClick={props.onNext}>
                {t("review.beside")}
              </Button>
            </MessageBarActions>
          </MessageBar>
        </div>
      )}

      <PlanCheck plan={imported.plan} items={items} onGo={onGo} />

      <div className={wide ? styles.columns : styles.column}>
        {(wide || textShown) && (
          <div className={mergeClasses(styles.column, wide && styles.left)}>
            <SourceView
              ref={text}
              document={imported.document}
              items={items}
              unread={unreadNumbers}
              {...(selected ? { selected } : {})}
              onSelect={onMark}
            />
          </div>
        )}
        <div className={mergeClasses(styles.column, !wide && textShown && styles.hidden)}>
          {filter === "unread" ? (
            <UnreadList lines={shownUnread} document={imported.document} onEdit={onEdit} />
          ) : shown.length === 0 ? (
            <Text className={styles.empty}>
              {wanted ? t("review.noMatch", { query: query.trim() }) : filter === "attention" ? t("review.allClear") : t("review.empty")}
            </Text>
          ) : (
            <ReviewList
              key={filter}
              ref={list}
              items={shown}
              imported={imported}
              pending={pending}
              seen={seen}
              questions={filter === "attention"}
              {...(selected ? { selected } : {})}
              onSelect={onSelect}
              onEdit={onEdit}
              onShow={(key) => {
                if (wide) text.current?.reveal(String(items.find((item) => item.key === key)?.source[0]?.line), false);
                else setTextShown(true);
              }}
            />
          )}
        </div>
      </div>

      <div className={styles.bottom}>
        <div className={styles.progress}>
          <Caption1>
            {props.attention.length ? t("review.progress", { done: answered, total: props.attention.length }) : t("review.noProgress")}
          </Caption1>
          {props.attention.length > 0 && (
            <ProgressBar
              thickness="large"
              color={pending.size ? "brand" : "success"}
              value={answered}
              max={props.attention.length}
              aria-label={t("review.progress", { done: answered, total: props.attention.length })}
            />
          )}
        </div>
        <Button className={styles.next} appearance="primary" icon={<ArrowRightRegular />} iconPosition="after" onClick={props.onNext}>
          {t("review.next")}
        </Button>
      </div>
    </div>
  );
}

function unreadLines({ plan }: ImportedPlan): readonly UnreadLine[] {
  const lines = new Map<number, UnreadLine>();
  for (const span of plan.unread) {
    const entry = lines.get(span.line);
    lines.set(span.line, { key: `line:${span.line}`, line: span.line, spans: [...(entry?.spans ?? []), span] });
  }
  return [...lines.values()];
}
