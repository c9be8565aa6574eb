import { Caption1, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useMemo, useRef } from "react";
import type { KeyboardEvent, Ref } from "react";
import type { ImportedPlan } from "../pipeline";
import { ItemEditor } from "./ItemEditor";
import { ItemRow } from "./ItemRow";
import type { ReviewItem } from "./items";
import { QuestionCard } from "./QuestionCard";
import { questionsOf } from "./questions";
import { QuoteView } from "./QuoteView";
import type { Edit } from "./services";
import { useText } from "./text";
import { WindowedList } from "./WindowedList";
import type { WindowedListHandle } from "./WindowedList";

interface ReviewListProps {
  readonly items: readonly ReviewItem[];
  readonly imported: ImportedPlan;
  readonly pending: ReadonlySet<string>;
  readonly seen: ReadonlySet<string>;
  readonly selected?: string;
  /** Doubtful items are shown as questions. */
  readonly questions: boolean;
  readonly ref?: Ref<WindowedListHandle>;
  onSelect(key: string | undefined): void;
  onEdit(edit: Edit): void;
  onShow?(key: string): void;
}

const useStyles = makeStyles({
  list: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  entry: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  open: { boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}` },
  question: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  code: { color: tokens.colorNeutralForeground3 },
});

/** All items of a filter; ↑ ↓ move, Enter opens, A accepts, Del drops. */
export function ReviewList({ items, imported, pending, seen, selected, questions, ref, onSelect, onEdit, onShow }: ReviewListProps) {
  const styles = useStyles();
  const text = useText();
  const { t } = text;
  const own = useRef<WindowedListHandle>(null);
  const byKey = useMemo(() => new Map(items.map((item) => [item.key, item])), [items]);
  const keys = useMemo(() => items.map((item) => item.key), [items]);

  const goOn = (key: string) => {
    const at = keys.indexOf(key);
    own.current?.reveal(keys[at + 1] ?? keys[at - 1] ?? key, true);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const target = event.target as HTMLElement;
    const key = target.closest<HTMLElement>("[data-key]")?.dataset.key;
    if (event.key === "Escape" && key !== undefined && key === selected && target.getAttribute("aria-expanded") !== "true") {
      onSelect(undefined);
      own.current?.reveal(key, true);
      event.preventDefault();
      return;
    }
    if (!key || !target.hasAttribute("data-row") || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = keys.indexOf(key);
    const move = (to: number) => {
      const next = keys[Math.max(0, Math.min(keys.length - 1, to))];
      if (next) own.current?.reveal(next, true);
    };
    const item = byKey.get(key);
    // A row is a button, which opens by itself; a question is a group of them.
    if (event.key === "Enter" && target.tagName !== "BUTTON") onSelect(key);
    else if (event.key === "ArrowDown") move(at + 1);
    else if (event.key === "ArrowUp") move(at - 1);
    else if (event.key === "Home") move(0);
    else if (event.key === "End") move(keys.length - 1);
    else if (event.key.toLowerCase() === "a" && item) {
      onEdit({ do: "accept", item: item.ref });
      move(at + 1);
    } else if (event.key === "Delete" && item) {
      onEdit({ do: "drop", item: item.ref });
      goOn(key);
    } else return;
    event.preventDefault();
  };

  const setHandle = (handle: WindowedListHandle | null) => {
    own.current = handle;
    if (typeof ref === "function") ref(handle);
    else if (ref) ref.current = handle;
  };

  return (
    <WindowedList
      ref={setHandle}
      className={styles.list}
      keys={keys}
      estimate={questions ? 130 : 86}
      label={t("review.list")}
      onKeyDown={onKeyDown}
      render={(key) => {
        const item = byKey.get(key);
        if (!item) return null;
        const open = key === selected;
        const waiting = pending.has(key);
        const asked = questions && !open && waiting ? questionsOf(item, imported.plan, imported.document, text) : [];
        if (asked.length > 0)
          return (
            <div className={mergeClasses(styles.entry, styles.question)} data-row tabIndex={0} role="group" aria-label={item.ref.id}>
              <Caption1 className={styles.code}>{item.ref.id}</Caption1>
              <QuoteView short source={item.source} document={imported.document} />
              <QuestionCard
                questions={asked}
                onAnswer={(choices) => {
                  for (const { edit } of choices) onEdit(edit);
                  // What was pressed goes away with its question: the focus goes on to the next one.
                  if (choices.length === asked.length) goOn(key);
                }}
                {...(asked.some(({ about }) => about === "goal")
                  ? {}
                  : {
                      onAccept: () => {
                        onEdit({ do: "accept", item: item.ref });
                        goOn(key);
                      },
                    })}
                onEdit={() => onSelect(key)}
              />
            </div>
          );
        return (
          <div className={mergeClasses(styles.entry, open && styles.open)}>
            <ItemRow
              item={item}
              plan={imported.plan}
              open={open}
              pending={waiting}
              seen={seen.has(key)}
              onToggle={() => onSelect(open ? undefined : key)}
            />
            {open && (
              <ItemEditor
                item={item}
                plan={imported.plan}
                document={imported.document}
                pending={waiting}
                onEdit={onEdit}
                {...(onShow ? { onShow: () => onShow(key) } : {})}
              />
            )}
          </div>
        );
      }}
    />
  );
}
