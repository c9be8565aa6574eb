import type { Result } from "../result";
import type { TableKey } from "../workbook/names";
import type { PaneRuns } from "./paneRuns";
import type { PaneStore } from "./paneStore";
import type { BookWork } from "./paneWork";
import type { RowDetail } from "./rowDetail";
import type { PaneServices, TrackView } from "./services";

/** Where a person stands in the sheets. */
interface Selection {
  readonly sheet: string;
  readonly address: string;
}

/** Fourth step: the books in the open workbook. `onSelect` tells where a person stands in the sheets. */
export function bookWork(
  services: PaneServices,
  { get, dispatch }: PaneStore,
  { long, short, tell, fail, say }: PaneRuns,
): BookWork & { onSelect(book: number, place: Selection): void } {
  let selection: Selection | undefined;

  const readBook = async (book: number): Promise<TrackView | undefined> => {
    const again = () => void readBook(book);
    try {
      const { value, messages } = await services.readBook(book);
      tell(messages, again);
      // What was shown, and what is being typed into it, stays where Excel only does not answer now.
      if (!value && !messages.some(({ code }) => code === "workbook-not-ours")) return undefined;
      dispatch({ type: "track", track: value });
      const { row } = get();
      if (row && value) dispatch({ type: "row", row: standing(book, row) });
      return value;
    } catch (error) {
      fail(error, again);
      return undefined;
    }
  };

  /** The row on show where it stands now: rows are sorted and deleted while a figure is being typed for one of them. */
  const standing = (book: number, { table, code }: RowDetail): RowDetail | undefined => {
    const here = selection && services.rowAt(book, selection.sheet, selection.address);
    return here?.table === table && here.code === code ? here : (services.rowOf(book, table, code) ?? here);
  };

  const findBooks = async (open: boolean): Promise<void> => {
    const again = () => void findBooks(open);
    const books = await short(async () => {
      const { value, messages } = await services.findBooks();
      return { value: messages.some(({ severity }) => severity === "error") ? undefined : value, messages };
    }, again);
    if (!books) return;
    dispatch({ type: "books", books });
    const shown = get().track?.book;
    const book = books.find((one) => one.book === shown) ?? books[0];
    if (!book) return dispatch({ type: "track", track: undefined });
    const track = await readBook(book.book);
    if (open && track) dispatch({ type: "go", step: "track" });
  };

  /** Changes the book that is shown, then reads it again. */
  const onBook = async <T>(run: (book: number) => Promise<Result<T>>, after?: (done: T) => void): Promise<void> => {
    const book = get().track?.book;
    if (book === undefined) return;
    const done = await short(
      () => run(book),
      () => void onBook(run, after),
    );
    if (done !== undefined) after?.(done);
    await readBook(book);
  };

  const select = (table: TableKey, rowIndex: number, header?: string): void => {
    const book = get().track?.book;
    if (book === undefined) return;
    void short(
      () => services.selectRow(book, table, rowIndex, header),
      () => select(table, rowIndex, header),
    ).then((place) => {
      if (place) say("track.at", { ...place });
    });
  };

  const sendCopy = async (): Promise<void> => {
    const book = get().track?.book;
    if (book === undefined) return;
    const name = await long(
      "copy",
      (journey) => services.sendCopy(book, journey),
      () => void sendCopy(),
    );
    if (name !== undefined) say("copy.done", { name });
  };

  const insertFormula = (formula: string): void =>
    void short(
      async () => (await services.insertFormula?.(formula)) ?? { value: false, messages: [] },
      () => insertFormula(formula),
    ).then((done) => {
      if (done) say("functions.inserted", { formula });
    });

  const showSheet: BookWork["showSheet"] = (book, key) =>
    void short(
      () => services.showSheet(book, key),
      () => showSheet(book, key),
    );

  return {
    findBooks: (open) => void findBooks(open),
    readBook: (book) => void readBook(book),
    setDay: (day) => void onBook((book) => services.setEvaluationDay(book, day)),
    setPeriod: (code) => void onBook((book) => services.setViewedPeriod(book, code)),
    selectRow: ({ table, rowIndex }) => select(table, rowIndex),
    selectCell: ({ table, rowIndex, header }) => select(table, rowIndex, header),
    showSheet,
    restoreFormulas: () =>
      void onBook(
        (book) => services.restoreFormulas(book),
        (done) => done && say("health.restored"),
      ),
    switchDialect: (dialect) =>
      void onBook(
        (book) => services.switchDialect(book, dialect),
        (done) => done && say(`care.done.${dialect}`),
      ),
    renameAgency: (from, to) =>
      void onBook(
        (book) => services.renameAgency(book, from, to),
        (cells) => {
          if (cells === 0) return;
          dispatch({ type: "renamed", renamed: { from, to, cells } });
          say("unlisted.done", { from, to, n: cells });
        },
      ),
    undoRename: () =>
      void onBook(
        (book) => services.undoRename(book),
        (done) => {
          if (!done) return;
          dispatch({ type: "renamed", renamed: undefined });
          say("unlisted.undone");
        },
      ),
    enterRow: (input) => {
      const { row } = get();
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
      const code = get().entered?.code ?? "";
      void onBook(
        (book) => services.undoEntry(book),
        (done) => {
          if (!done) return;
          dispatch({ type: "entered", entered: undefined });
          say("row.undone", { code });
        },
      );
    },
    findRow: () => {
      const { row } = get();
      if (row) select(row.table, row.rowIndex);
    },
    closeRow: () => {
      selection = undefined;
      dispatch({ type: "row", row: undefined });
    },
    undoSwitch: () =>
      void onBook(
        (book) => services.undoSwitch(book),
        (done) => done && say("care.undone"),
      ),
    sendCopy: () => void sendCopy(),
    insertFormula,
    onSelect: (book, place) => {
      const row = services.rowAt(book, place.sheet, place.address);
      // Elsewhere nothing is to be said, and what was shown stays: a person looks things up while a figure is being typed.
      if (!row) return;
      selection = place;
      dispatch({ type: "row", row });
    },
  };
}
