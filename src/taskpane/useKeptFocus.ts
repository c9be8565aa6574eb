import { useEffect, useRef } from "react";
import type { RefObject } from "react";

/**
 * Catches the focus when what had it goes away with one of the `reasons` (a step, a message, a card): it goes on at the panel, not at the top of the
 * page. A pane that a person does not work in, because the sheets have the keyboard, takes nothing.
 */
export function useKeptFocus(...reasons: readonly (string | number | boolean)[]): RefObject<HTMLDivElement | null> {
  const panel = useRef<HTMLDivElement>(null);
  const known = useRef(false);
  const reason = reasons.join(" ");
  useEffect(() => {
    const opening = !known.current;
    known.current = true;
    if (!opening && document.hasFocus() && document.activeElement === document.body) panel.current?.focus({ preventScroll: true });
  }, [reason]);
  return panel;
}
