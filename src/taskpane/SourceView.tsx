import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useMemo, useRef, useState } from "react";
import type { KeyboardEvent, Ref } from "react";
import type { TextDocument } from "../text/textDocument";
import { linePieces } from "./items";
import type { ReviewItem } from "./items";
import { MarkedText } from "./QuoteView";
import { useText } from "./text";
import { WindowedList } from "./WindowedList";
import type { WindowedListHandle } from "./WindowedList";

interface SourceViewProps {
  readonly document: TextDocument;
  readonly items: readonly ReviewItem[];
  readonly unread: ReadonlySet<number>;
  readonly selected?: string;
  readonly ref?: Ref<WindowedListHandle>;
  onSelect(key: string): void;
}

interface Mark {
  /** Place among all marks of the text. */
  readonly index: number;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly key: string;
  readonly kind: ReviewItem["kind"];
  readonly code: string;
}

const useStyles = makeStyles({
  root: { backgroundColor: tokens.colorNeutralBackground2, padding: `${tokens.spacingVerticalS} 0` },
  line: {
    display: "grid",
    gridTemplateColumns: "40px minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalS,
    padding: `1px ${tokens.spacingHorizontalM} 1px 0`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  number: { textAlign: "right", color: tokens.colorNeutralForeground3, fontVariantNumeric: "tabular-nums", userSelect: "none" },
  text: { whiteSpace: "pre-wrap", overflowWrap: "anywhere", minHeight: tokens.lineHeightBase300 },
  unread: { borderLeft: `2px dashed ${tokens.colorStatusWarningBorder2}`, paddingLeft: tokens.spacingHorizontalXS, marginLeft: "-6px" },
  mark: {
    color: "inherit",
    cursor: "pointer",
    borderRadius: tokens.borderRadiusSmall,
    fontFamily: "inherit",
    fontSize: "inherit",
    lineHeight: "inherit",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  target: { backgroundColor: tokens.colorBrandBackground2 },
  task: { backgroundColor: tokens.colorPaletteGreenBackground1 },
  reportDuty: { backgroundColor: tokens.colorPaletteBerryBackground1 },
  selected: { outline: `2px solid ${tokens.colorBrandStroke1}` },
});

/** The text of the plan line by line, with what became an item marked; a click or Enter on a mark opens the item, ↑ ↓ go from mark to mark. */
export function SourceView({ document, items, unread, selected, ref, onSelect }: SourceViewProps) {
  const styles = useStyles();
  const { t } = useText();
  const { all, byLine } = useMemo(() => marksOf(items, selected), [items, selected]);
  const own = useRef<WindowedListHandle>(null);
  const [place, setPlace] = useState<{ readonly index: number; readonly for: string | undefined }>();
  const wantsFocus = useRef(false);
  /** The one mark that Tab stops at. */
  const stop =
    place && place.for === selected
      ? place.index
      : Math.max(
          0,
          all.findIndex((mark) => mark.key === selected),
        );
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const index = Number((event.target as HTMLElement).dataset.mark ?? NaN);
    const mark = all[index];
    if (!mark || event.ctrlKey || event.metaKey || event.altKey) return;
    const step =
      event.key === "ArrowDown" || event.key === "ArrowRight" ? 1 : event.key === "ArrowUp" || event.key === "ArrowLeft" ? -1 : 0;
    const next = all[index + step];
    if (event.key === "Enter" || event.key === " ") onSelect(mark.key);
    else if (step !== 0 && next) {
      wantsFocus.current = true;
      setPlace({ index: next.index, for: selected });
      own.current?.reveal(String(next.line), false);
    } else return;
    event.preventDefault();
  };
  const setHandle = (handle: WindowedListHandle | null) => {
    own.current = handle;
    if (typeof ref === "function") ref(handle);
    else if (ref) ref.current = handle;
  };
  const lines = useMemo(() => document.lines.filter((line) => line.text.trim() !== ""), [document]);
  const keys = useMemo(() => lines.map((line) => String(line.number)), [lines]);
  return (
    <WindowedList
      ref={setHandle}
      onKeyDown={onKeyDown}
      className={styles.root}
      keys={keys}
      estimate={24}
      label={t("review.source")}
      render={(_key, index) => {
        const line = lines[index]!;
        const pieces: React.ReactNode[] = [];
        let at = 0;
        for (const mark of byLine.get(line.number) ?? []) {
          const { start } = mark;
          pieces.push(<MarkedText key={`plain${at}`} pieces={linePieces(document, line.number, at, start)} />);
          pieces.push(
            <mark
              key={start}
              ref={(element) => {
                if (!element || !wantsFocus.current || mark.index !== stop) return;
                wantsFocus.current = false;
                element.focus({ preventScroll: true });
              }}
              role="button"
              tabIndex={mark.index === stop ? 0 : -1}
              data-mark={mark.index}
              aria-pressed={mark.key === selected}
              aria-description={t("item.open", { code: mark.code })}
              title={mark.code}
              className={mergeClasses(styles.mark, styles[mark.kind], mark.key === selected && styles.selected)}
              onClick={() => onSelect(mark.key)}
            >
              <MarkedText pieces={linePieces(document, line.number, start, mark.end)} />
            </mark>,
          );
          at = mark.end;
        }
        pieces.push(<MarkedText key="rest" pieces={linePieces(document, line.number, at, line.text.length)} />);
        return (
          <div className={styles.line}>
            <span className={styles.number} aria-hidden>
              {line.number}
            </span>
            <span className={mergeClasses(styles.text, unread.has(line.number) && styles.unread)}>{pieces}</span>
          </div>
        );
      }}
    />
  );
}

/** Marks from the top of the text, none over another; where items share words the selected one has them, else the first. */
function marksOf(
  items: readonly ReviewItem[],
  selected: string | undefined,
): { readonly all: readonly Mark[]; readonly byLine: ReadonlyMap<number, readonly Mark[]> } {
  const wanted = items.flatMap(({ key, kind, ref, source }) =>
    source.map(({ line, start, end }) => ({ line, start, end, key, kind, code: ref.id })),
  );
  wanted.sort((a, b) => a.line - b.line || a.start - b.start || Number(b.key === selected) - Number(a.key === selected) || b.end - a.end);
  const all: Mark[] = [];
  const byLine = new Map<number, Mark[]>();
  for (const mark of wanted) {
    const before = byLine.get(mark.line) ?? [];
    const start = Math.max(mark.start, before.at(-1)?.end ?? 0);
    if (mark.end <= start) continue;
    const shown = { ...mark, start, index: all.length };
    all.push(shown);
    byLine.set(mark.line, [...before, shown]);
  }
  return { all, byLine };
}
