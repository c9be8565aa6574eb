import type { PaneAction, PaneState } from "./state";
import { reduce } from "./state";

/** The pane's state where work reads it: an action counts at once, so that two in a row build on each other. */
export interface PaneStore {
  get(): PaneState;
  dispatch(action: PaneAction): void;
  /** Calls back after each change; the value ends it. */
  subscribe(onChange: () => void): () => void;
}

/** A store that begins with a state. */
export function paneStore(initial: PaneState): PaneStore {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    dispatch(action) {
      const next = reduce(state, action);
      if (next === state) return;
      state = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(onChange) {
      listeners.add(onChange);
      return () => void listeners.delete(onChange);
    },
  };
}
