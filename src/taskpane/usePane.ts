import { useCallback, useEffect, useMemo, useReducer, useRef } from "react";
import type { Dispatch } from "react";
import type { Locale } from "../messages";
import type { ImportedPlan, ImportOptions, JourneyOptions, PlanInput } from "../pipeline";
import type { CalendarDate } from "../plan/date";
import type { Message, Result } from "../result";
import type { Decision } from "../review/review";
import type { TextDocument } from "../text/textDocument";
import type { CompileOptions } from "../workbook/compileOptions";
import type { FormulaDialect } from "../workbook/formula";
import type { SheetKey, TableKey } from "../workbook/names";
import { itemKey, itemsOf } from "./items";
import { draftOf, wantedMappings } from "./mapping";
import type { MappingDraft } from "./mapping";
import type { RowInput } from "./rowInput";
import type { CellPlace, Edit, ItemRef, PaneServices, SamplePlan, TrackRow } from "./services";
import { initialState, reduce } from "./state";
import type { BusyWork, PaneAction, PaneState, RetryName } from "./state";
import { textOf } from "./text";

/** Everything a person can make the pane do. */
export interface PaneWork {
  importInput(input: PlanInput): void;
  importSample(sample: SamplePlan): void;
  importFile(file: File): void;
  importSelection(): void;
  /** Changes how sheets will be read, and tries it. */
  map(draft: MappingDraft): void;
  /** Reads the sheets as they are mapped now. */
  readMapped(): void;
  /** Leaves the sheets unread. */
  leaveMapping(): void;
  edit(edit: Edit): void;
  undo(): void;
  redo(): void;
  saveReview(): void;
  loadReview(file: File): void;
  create(book: number): void;
  download(): void;
  cancel(): void;
  findBooks(open: boolean): void;
  readBook(book: number): void;
  /** Opens the review of the plan that a book carries. */
  openPlan(book: number): void;
  setDay(day: CalendarDate): void;
  setPeriod(code: string): void;
  selectRow(row: TrackRow): void;
  selectCell(cell: CellPlace): void;
  showSheet(book: number, key: SheetKey): void;
  restoreFormulas(): void;
  switchDialect(dialect: FormulaDialect): void;
  undoSwitch(): void;
  enterRow(input: RowInput): void;
  undoEntry(): void;
  closeRow(): void;
  sendCopy(): void;
  insertFormula(formula: string): void;
  retry(name: RetryName): void;
}

/** The pane's state and its work; the only place where services meet state. */
export function usePane(services: PaneServices, locale: Locale): { state: PaneState; dispatch: Dispatch<PaneAction>; work: PaneWork } {
  const [state, dispatch] = useReducer(reduce, undefined, () => initialState(locale, services.today(), services.capabilities.kpi));
  const latest = useRef(state);
  useEffect(() => {
    latest.current = state;
  });
  const running = useRef<AbortController>(undefined);
  /** The plan that was read last; the state may not hold it yet. */
  const newest = useRef<ImportedPlan>(undefined);
  /** What was last asked of the book that is shown. */
  const again = useRef<() => void>(undefined);
  /** Where a person stands in the sheets of the book that is shown. */
  const selection = useRef<{ readonly sheet: string; readonly address: string }>(undefined);

  const tell = useCallback((messages: readonly Message[], retry?: RetryName) => {
    for (const message of messages) {
      if (SHOWN_ELSEWHERE.includes(message.code)) continue;
      dispatch({ type: "notify", message, detail: JSON.stringify(message), ...(retry ? { retry } : {}) });
    }
  }, []);

  const fail = useCallback((error: unknown, retry?: RetryName) => {
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    dispatch({ type: "notify", message: { failure: detail }, detail, ...(retry ? { retry } : {}) });
  }, []);

  const long = useCallback(
    async <T>(work: BusyWork, run: (journey: JourneyOptions) => Promise<Result<T>>, retry?: RetryName): Promise<T | undefined> => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      dispatch({ type: "started", work });
      try {
        const { value, messages } = await run({
          signal: controller.signal,
          onProgress: (progress) => dispatch({ type: "progress", progress }),
        });
        if (running.current !== controller) return undefined;
        tell(messages, retry);
        return value;
      } catch (error) {
        if (running.current === controller) fail(error, retry);
        return undefined;
      } finally {
        if (running.current === controller) {
          running.current = undefined;
          dispatch({ type: "ended" });
        }
      }
    },
    [fail, tell],
  );

  const short = useCallback(
    async <T>(run: () => Promise<Result<T>>, retry?: RetryName): Promise<T | undefined> => {
      try {
        const { value, messages } = await run();
        tell(messages, retry);
        return value;
      } catch (error) {
        fail(error, retry);
        return undefined;
      }
    },
    [fail, tell],
  );

  const work = useMemo<PaneWork>(() => {
    const say = (key: Parameters<ReturnType<typeof textOf>["t"]>[0], values?: Record<string, string | number>) =>
      dispatch({ type: "say", words: textOf(latest.current.locale).t(key, values) });

    const open = async (input: PlanInput) => {
      if (input.kind !== "file" && input.kind !== "cells") return readIn(input);
      const proposals = await long("import", async ({ onProgress, signal }) => {
        onProgress?.({ step: "reading", done: 0, total: 0 });
        const { value, messages } = await services.proposeMappings(input);
        if (signal?.aborted) return { value: undefined, messages: [{ code: "cancelled", severity: "info" }] };
        return { value: value ?? (messages.length === 0 ? [] : undefined), messages };
      });
      if (!proposals) return;
      if (proposals.length === 0) return readIn(input);
      dispatch({ type: "mapping", mapping: draftOf(input, proposals) });
      say("map.title");
    };

    const readIn = async (input: PlanInput, options: Pick<ImportOptions, "review" | "mappings"> = {}) => {
      const { review } = options;
      const imported = await long("import", (journey) => services.importPlan(input, { ...journey, ...options }));
      if (!imported) return;
      const decisions = review === undefined ? [] : (services.parseReview(review).value?.decisions ?? []);
      const { opened, history } = latest.current;
      newest.current = imported;
      dispatch({ type: "imported", imported, decisions });
      say("summary.title");
      // The same document again, perhaps corrected or read another way: what was decided before is decided still.
      if (review !== undefined) return;
      if (opened && isSameText(opened.document, imported.document)) return reapply(imported, history.present.decisions);
      // Decisions travel in the workbook: the document of an open book is met again on another machine.
      for (const { book } of latest.current.books) {
        const kept = await short(() => services.openPlan(book, {}));
        if (newest.current !== imported) return;
        if (kept && isSameText(kept.document, imported.document)) return reapply(imported, kept.review?.decisions ?? []);
      }
    };

    const openPlan = async (book: number) => {
      const imported = await long("import", async (journey) => {
        journey.onProgress?.({ step: "parsing", done: 0, total: 0 });
        return services.openPlan(book, journey);
      });
      if (!imported) return;
      newest.current = imported;
      dispatch({ type: "imported", imported, decisions: imported.review?.decisions ?? [] });
      dispatch({ type: "go", step: "review" });
    };

    const reapply = (imported: ImportedPlan, decisions: readonly Decision[]) => {
      if (decisions.length === 0) return;
      const { value, messages } = services.applyDecisions(imported, decisions);
      tell(messages);
      dispatch({ type: "decided", decisions, current: value, seen: [] });
      say("review.reapplied", { n: decisions.length });
    };

    const apply = (decisions: readonly Decision[]): ImportedPlan | undefined => {
      const { opened } = latest.current;
      if (!opened) return undefined;
      try {
        const { value, messages } = services.applyDecisions(opened, decisions);
        const known = new Set(
          services.applyDecisions(opened, latest.current.history.present.decisions).messages.map((message) => JSON.stringify(message)),
        );
        tell(messages.filter((message) => !known.has(JSON.stringify(message))));
        return value;
      } catch (error) {
        fail(error);
        return undefined;
      }
    };

    const options = (book: number): CompileOptions => ({ ...latest.current.choices, book });

    const showRow = (book: number) => {
      const place = selection.current;
      if (place) dispatch({ type: "row", row: services.rowAt(book, place.sheet, place.address) });
    };

    const readBook = async (book: number) => {
      const track = await short(() => services.readBook(book), "readBook");
      dispatch({ type: "track", track });
      showRow(book);
      return track;
    };

    const findBooks = async (open: boolean) => {
      const books = (await short(() => services.findBooks(), "findBooks")) ?? [];
      dispatch({ type: "books", books });
      if (books.length === 0) return dispatch({ type: "track", track: undefined });
      const track = await readBook(latest.current.track?.book ?? books[0]!.book);
      if (open && track) dispatch({ type: "go", step: "track" });
    };

    const create = async (book: number) => {
      const { current } = latest.current;
      if (!current) return;
      const created = await long("create", (journey) => services.createInWorkbook(current, options(book), journey), "create");
      if (!created) return;
      dispatch({ type: "created", created });
      say("create.done", { n: created.sheets });
      dispatch({ type: "track", track: undefined });
      const books = (await short(() => services.findBooks())) ?? [];
      dispatch({ type: "books", books });
      await readBook(created.book);
    };

    const download = async () => {
      const { current } = latest.current;
      if (!current) return;
      const name = await long("download", (journey) => services.downloadXlsx(current, options(1), journey), "download");
      if (name === undefined) return;
      dispatch({ type: "downloaded", name });
      say("create.downloaded", { name });
    };

    const importSelection = async () => {
      const input = await short(() => services.readSelection(), "selection");
      if (input) await open(input);
    };

    const onBook = async <T>(run: (book: number) => Promise<Result<T>>, after?: (done: T) => void) => {
      const book = latest.current.track?.book;
      if (book === undefined) return;
      again.current = () => void onBook(run, after);
      const done = await short(() => run(book), "again");
      if (done !== undefined) after?.(done);
      await readBook(book);
      return done;
    };

    const select = (table: TableKey, rowIndex: number, header?: string) => {
      const book = latest.current.track?.book;
      if (book === undefined) return;
      void short(() => services.selectRow(book, table, rowIndex, header)).then((place) => {
        if (place) say("track.at", { ...place });
      });
    };

    const sendCopy = async () => {
      const book = latest.current.track?.book;
      if (book === undefined) return;
      const name = await long("copy", (journey) => services.sendCopy(book, journey));
      if (name !== undefined) say("copy.done", { name });
    };

    return {
      importInput: (input) => void readIn(input),
      importSample: (sample) =>
        void readIn({ kind: "text", name: sample.id, text: sample.text }, sample.review === undefined ? {} : { review: sample.review }),
      importFile: (file) =>
        void file.arrayBuffer().then((buffer) => open({ kind: "file", name: file.name, bytes: new Uint8Array(buffer) }), fail),
      importSelection: () => void importSelection(),
      map: (draft) => dispatch({ type: "mapping", mapping: draft }),
      readMapped: () => {
        const { mapping } = latest.current;
        if (mapping) void readIn(mapping.input, { mappings: wantedMappings(mapping) });
      },
      leaveMapping: () => dispatch({ type: "mapping", mapping: undefined }),
      edit: (edit) => {
        const { current, history } = latest.current;
        if (!current) return;
        const code = edit.do === "add" ? "" : edit.item.id;
        let decisions: readonly Decision[] | undefined;
        try {
          decisions = services.decide(current, history.present.decisions, edit);
        } catch (error) {
          return fail(error);
        }
        const next = decisions && apply(decisions);
        if (!decisions || !next) return say("review.cannot");
        const made = edit.do === "add" || edit.do === "turn" ? newKeys(current, next) : [];
        const seen = edit.do === "add" ? made : edit.do === "change" && isDoubtful(next, edit.item) ? [] : [itemKey(edit.item), ...made];
        dispatch({ type: "decided", decisions, current: next, seen });
        if (made[0]) {
          dispatch({ type: "filter", filter: edit.do === "turn" ? edit.into : edit.do === "add" ? edit.kind : latest.current.filter });
          dispatch({ type: "select", key: made[0] });
        }
        const other = made[0]?.split(":")[1] ?? "";
        say(SAID[edit.do] ?? "review.change", { code: code || other, other });
      },
      undo: () => {
        const before = latest.current.history.past.at(-1);
        const current = before && apply(before.decisions);
        if (!current) return;
        dispatch({ type: "undone", current });
        say("review.undone");
      },
      redo: () => {
        const after = latest.current.history.future[0];
        const current = after && apply(after.decisions);
        if (!current) return;
        dispatch({ type: "redone", current });
        say("review.redone");
      },
      saveReview: () => {
        const { current, history } = latest.current;
        if (current) services.saveReview(current.document.name, { version: 1, decisions: history.present.decisions });
      },
      loadReview: (file) =>
        void file.text().then((text) => {
          const { value, messages } = services.parseReview(text);
          tell(messages);
          const current = value && apply(value.decisions);
          if (value && current) dispatch({ type: "decided", decisions: value.decisions, current, seen: [] });
        }, fail),
      create: (book) => void create(book),
      download: () => void download(),
      cancel: () => running.current?.abort(),
      findBooks: (open) => void findBooks(open),
      readBook: (book) => void readBook(book),
      openPlan: (book) => void openPlan(book),
      setDay: (day) => void onBook((book) => services.setEvaluationDay(book, day)),
      setPeriod: (code) => void onBook((book) => services.setViewedPeriod(book, code)),
      selectRow: ({ table, rowIndex }) => select(table, rowIndex),
      selectCell: ({ table, rowIndex, header }) => select(table, rowIndex, header),
      showSheet: (book, key) => void short(() => services.showSheet(book, key)),
      restoreFormulas: () => void onBook((book) => services.restoreFormulas(book)),
      switchDialect: (dialect) => void onBook((book) => services.switchDialect(book, dialect)),
      enterRow: (input) => {
        const { row } = latest.current;
        if (!row) return;
        void onBook(
          (book) => services.enterRow(book, row, input),
          (place) => {
            if (!place) return;
            dispatch({ type: "entered", entered: { code: row.code, place } });
            say("row.entered", { code: row.code, ...place });
          },
        );
      },
      undoEntry: () => {
        const code = latest.current.entered?.code ?? "";
        void onBook(
          (book) => services.undoEntry(book),
          (done) => {
            if (!done) return;
            dispatch({ type: "entered", entered: undefined });
            say("row.undone", { code });
          },
        );
      },
      closeRow: () => {
        selection.current = undefined;
        dispatch({ type: "row", row: undefined });
      },
      undoSwitch: () => void onBook((book) => services.undoSwitch(book)),
      sendCopy: () => void sendCopy(),
      insertFormula: (formula) =>
        void short(async () => (await services.insertFormula?.(formula)) ?? { value: false, messages: [] }).then((done) => {
          if (done) say("functions.inserted", { formula });
        }),
      retry: (name) => {
        if (name === "create") void create(nextBook(latest.current));
        else if (name === "download") void download();
        else if (name === "selection") void importSelection();
        else if (name === "again") again.current?.();
        else void findBooks(false);
      },
    };
  }, [services, long, short, tell, fail]);

  // A workbook of ours opens on its last step.
  useEffect(() => {
    if (services.capabilities.workbook) work.findBooks(true);
  }, [services, work]);

  // Shows what would be read while columns are being chosen; reading itself tells what is wrong.
  const sheets = state.mapping?.sheets;
  useEffect(() => {
    const draft = latest.current.mapping;
    if (!draft || !sheets) return;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      const show = (imported: ImportedPlan | undefined) => {
        const now = latest.current.mapping;
        if (!controller.signal.aborted && now) dispatch({ type: "tried", of: now, imported });
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
  }, [services, sheets]);

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
    const onSelect = (sheet: string, address: string) => {
      const row = services.rowAt(shown, sheet, address);
      // Elsewhere nothing is to be said, and what was shown stays: a person looks things up while a figure is being typed.
      if (!row) return;
      selection.current = { sheet, address };
      dispatch({ type: "row", row });
    };
    services.watch(shown, onChange, onSelect).then((stopper) => {
      if (gone) void stopper();
      else stop = stopper;
    }, fail);
    return () => {
      gone = true;
      clearTimeout(timer);
      void stop?.();
    };
  }, [services, shown, work, fail]);

  return { state, dispatch, work };
}

/** Number of the book that would be made next. */
export function nextBook(state: PaneState): number {
  return Math.max(0, ...state.books.map((book) => book.book)) + 1;
}

/** The summary card says these itself. */
const SHOWN_ELSEWHERE: readonly Message["code"][] = ["items-uncertain", "lines-unread"];
/** Milliseconds of quiet before a changed book is read again. */
const FOLLOW_DELAY = 400;
/** Milliseconds of quiet before sheets are read under a changed mapping. */
const TRY_DELAY = 200;
/** Share of common lines from which two documents are one. */
const SAME_TEXT = 0.6;

/** Most lines of one document stand in the other too: it was read again, perhaps after corrections. */
function isSameText(one: TextDocument, other: TextDocument): boolean {
  const lines = new Set(one.lines.map(({ text }) => text));
  const common = other.lines.filter(({ text }) => lines.has(text)).length;
  return common > SAME_TEXT * Math.max(one.lines.length, other.lines.length);
}

/** What is said after an edit; "changed" where nothing else fits. */
const SAID: Readonly<Partial<Record<Edit["do"], "review.dropped" | "review.accepted" | "review.turned">>> = {
  drop: "review.dropped",
  accept: "review.accepted",
  turn: "review.turned",
};

/** An answer to one of two questions leaves the other one open. */
function isDoubtful({ plan, document }: ImportedPlan, ref: ItemRef): boolean {
  return itemsOf(plan, document).some((item) => item.key === itemKey(ref) && item.reasons.length > 0);
}

function newKeys(before: ImportedPlan, after: ImportedPlan): readonly string[] {
  const keys = ({ plan }: ImportedPlan) => [
    ...plan.targets.map(({ id }) => itemKey({ kind: "target", id })),
    ...plan.tasks.map(({ id }) => itemKey({ kind: "task", id })),
    ...plan.reportDuties.map(({ id }) => itemKey({ kind: "reportDuty", id })),
  ];
  const old = new Set(keys(before));
  return keys(after).filter((key) => !old.has(key));
}
