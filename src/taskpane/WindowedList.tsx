import { makeStyles } from "@fluentui/react-components";
import { useCallback, useEffect, useImperativeHandle, useMemo, useRef, useState } from "react";
import type { KeyboardEvent, ReactNode, Ref } from "react";

/** What a windowed list can be asked from outside. */
export interface WindowedListHandle {
  /** Brings an entry into view and, if wanted, puts the focus on its `[data-row]`. */
  reveal(key: string, focus: boolean): void;
}

/** A list of which only the visible entries (and a few more) are in the page, so that hundreds stay fluid. */
export interface WindowedListProps {
  readonly keys: readonly string[];
  /** Height of an entry that was not measured yet, in pixels. */
  readonly estimate: number;
  readonly label: string;
  readonly className?: string;
  readonly ref?: Ref<WindowedListHandle>;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLDivElement>) => void;
  render(key: string, index: number): ReactNode;
}

/** Entries kept above and below the visible ones. */
const OVERSCAN = 6;
/** Height of the view where the page has no layout. */
const UNKNOWN_HEIGHT = 600;

const useStyles = makeStyles({
  scroller: { overflowY: "auto", overflowX: "hidden", minHeight: 0, flexGrow: 1, position: "relative" },
});

/** See {@link WindowedListProps}. */
export function WindowedList({ keys, estimate, label, className, ref, onKeyDown, render }: WindowedListProps) {
  const styles = useStyles();
  const scroller = useRef<HTMLDivElement>(null);
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map());
  const [view, setView] = useState({ top: 0, height: UNKNOWN_HEIGHT });
  const [wanted, setWanted] = useState<{ key: string; focus: boolean }>();

  const offsets = useMemo(() => {
    const sums = [0];
    keys.forEach((key, index) => sums.push(sums[index]! + (heights.get(key) ?? estimate)));
    return sums;
  }, [keys, heights, estimate]);

  const first = Math.max(0, firstAfter(offsets, view.top) - 1 - OVERSCAN);
  const last = Math.min(keys.length, firstAfter(offsets, view.top + view.height) + OVERSCAN);

  const readView = useCallback(() => {
    const element = scroller.current;
    if (element) setView((old) => sameOr(old, { top: element.scrollTop, height: element.clientHeight || UNKNOWN_HEIGHT }));
  }, []);

  const observer = useMemo(
    () =>
      typeof ResizeObserver === "undefined"
        ? undefined
        : new ResizeObserver((entries) => {
            const measured = entries
              .map(({ target }) => [(target as HTMLElement).dataset.key!, (target as HTMLElement).offsetHeight] as const)
              .filter(([key, height]) => key && height);
            setHeights((old) => (measured.every(([key, height]) => old.get(key) === height) ? old : new Map([...old, ...measured])));
          }),
    [],
  );
  useEffect(() => () => observer?.disconnect(), [observer]);

  useEffect(() => {
    readView();
    if (typeof ResizeObserver === "undefined" || !scroller.current) return;
    const watcher = new ResizeObserver(readView);
    watcher.observe(scroller.current);
    return () => watcher.disconnect();
  }, [readView]);

  const measure = useCallback(
    (element: HTMLElement | null) => {
      if (!element || !observer) return;
      observer.observe(element);
      return () => observer.unobserve(element);
    },
    [observer],
  );

  useImperativeHandle(ref, () => ({ reveal: (key, focus) => setWanted({ key, focus }) }), []);

  useEffect(() => {
    const element = scroller.current;
    const index = wanted ? keys.indexOf(wanted.key) : -1;
    if (!wanted || !element || index < 0) return;
    const top = offsets[index]!;
    const bottom = offsets[index + 1]!;
    const height = element.clientHeight || UNKNOWN_HEIGHT;
    if (top < element.scrollTop) element.scrollTop = wanted.focus ? top : top - height / 4;
    else if (bottom > element.scrollTop + height) element.scrollTop = wanted.focus ? Math.min(top, bottom - height) : top - height / 4;
    readView();
    // Entries that come into view for the first time are not as high as was guessed: the place is looked up again until it is measured.
    const settled = !observer || heights.has(wanted.key);
    const row = element.querySelector<HTMLElement>(`[data-key="${escapeQuotes(wanted.key)}"] [data-row]`);
    if (wanted.focus ? row : settled) {
      if (wanted.focus) row?.focus({ preventScroll: true });
      setWanted(undefined);
    }
  }, [wanted, keys, offsets, heights, observer, readView, view]);

  return (
    <div
      ref={scroller}
      className={className ? `${styles.scroller} ${className}` : styles.scroller}
      role="list"
      aria-label={label}
      tabIndex={-1}
      onScroll={readView}
      onKeyDown={onKeyDown}
    >
      <div style={{ height: offsets[first] }} role="presentation" />
      {keys.slice(first, last).map((key, at) => (
        <div key={key} data-key={key} ref={measure} role="listitem" aria-setsize={keys.length} aria-posinset={first + at + 1}>
          {render(key, first + at)}
        </div>
      ))}
      <div style={{ height: offsets[keys.length]! - offsets[last]! }} role="presentation" />
    </div>
  );
}

/** Index of the first offset greater than `position`. */
function firstAfter(offsets: readonly number[], position: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets[middle]! > position) high = middle;
    else low = middle + 1;
  }
  return low;
}

function sameOr<T extends { top: number; height: number }>(old: T, next: T): T {
  return old.top === next.top && old.height === next.height ? old : next;
}

/** Keys are codes; only quotes and backslashes could end the selector's string. */
function escapeQuotes(text: string): string {
  return text.replace(/["\\]/g, "\\$&");
}
