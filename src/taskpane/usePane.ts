import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { Locale } from "../messages";
import type { ImportedPlan } from "../pipeline";
import { bookWork } from "./bookWork";
import { createWork } from "./createWork";
import { importWork } from "./importWork";
import { wantedMappings } from "./mapping";
import { paneRuns } from "./paneRuns";
import { paneStore } from "./paneStore";
import type { PaneStore } from "./paneStore";
import type { PaneWork } from "./paneWork";
import { reviewWork } from "./reviewWork";
import type { PaneServices } from "./services";
import { initialState } from "./state";
import type { PaneState } from "./state";

/** Milliseconds of quiet before a changed book is read again. */
const FOLLOW_DELAY = 400;
/** Milliseconds of quiet before sheets are read under a changed mapping. */
const TRY_DELAY = 200;

/** The pane's state and its work; the only place where services meet state. */
export function usePane(services: PaneServices, locale: Locale): { state: PaneState; dispatch: PaneStore["dispatch"]; work: PaneWork } {
  const [store] = useState(() => paneStore(initialState(locale, services.today(), services.capabilities.kpi)));
  const state = useSyncExternalStore(store.subscribe, store.get);
  const { runs, work, books } = useMemo(() => {
    const runs = paneRuns(store);
    const books = bookWork(services, store, runs);
    const work: PaneWork = {
      ...importWork(services, store, runs),
      ...reviewWork(services, store, runs),
      ...createWork(services, store, runs, books.readBook),
      ...books,
      cancel: runs.cancel,
      retry: runs.retry,
    };
    return { runs, work, books };
  }, [services, store]);

  // A workbook of ours opens on its last step.
  useEffect(() => {
    if (services.capabilities.workbook) work.findBooks(true);
  }, [services, work]);

  // Shows what would be read while columns are being chosen; reading itself tells what is wrong.
  const sheets = state.mapping?.sheets;
  useEffect(() => {
    const draft = store.get().mapping;
    if (!draft || !sheets) return;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      const show = (imported: ImportedPlan | undefined) => {
        const now = store.get().mapping;
        if (!controller.signal.aborted && now) store.dispatch({ type: "tried", of: now, imported });
      };
      services.importPlan(draft.input, { mappings: wantedMappings(draft), signal: controller.signal }).then(
        ({ value }) => show(value),
        () => show(undefined), // the button that reads will say why
      );
    }, TRY_DELAY);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [services, store, sheets]);

  // Follows the sheets while a book is shown.
  const shown = state.track?.book;
  useEffect(() => {
    if (shown === undefined) return;
    let stop: (() => Promise<void>) | undefined;
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onChange = () => {
      clearTimeout(timer);
      timer = setTimeout(() => work.readBook(shown), FOLLOW_DELAY);
    };
    const follow = async (): Promise<void> => {
      const stopper = await runs.short(
        () => services.watch(shown, onChange, (sheet, address) => books.onSelect(shown, { sheet, address })),
        () => void follow(),
      );
      if (gone)
        void stopper?.().catch(() => undefined); // the sheets that were followed may be gone with their book
      else stop = stopper;
    };
    void follow();
    return () => {
      gone = true;
      clearTimeout(timer);
      void stop?.().catch(() => undefined);
    };
  }, [services, shown, work, books, runs]);

  return { state, dispatch: store.dispatch, work };
}
