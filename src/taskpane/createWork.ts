import type { CompileOptions } from "../workbook/compileOptions";
import type { PaneRuns } from "./paneRuns";
import type { PaneStore } from "./paneStore";
import type { CreateWork } from "./paneWork";
import type { PaneServices } from "./services";
import { carriedBook } from "./state";

/** Third step: a book in the open workbook, or a file. `onCreated` goes on with the book that was made. */
export function createWork(
  services: PaneServices,
  { get, dispatch }: PaneStore,
  { long, say }: PaneRuns,
  onCreated: (book: number) => void,
): CreateWork {
  const options = (book: number): CompileOptions => {
    const { carry: _carried, sample, ...choices } = get().choices;
    // Invented figures do not stand between those that were typed.
    return { ...choices, sample: sample && carriedBook(get()) === undefined, book };
  };

  const create = async (book: number): Promise<void> => {
    const { current } = get();
    if (!current) return;
    const created = await long(
      "create",
      (journey) => services.createInWorkbook(current, options(book), journey, carriedBook(get())),
      () => void create(book),
    );
    if (!created) return;
    dispatch({ type: "created", created, title: current.plan.header.title.value || current.document.name });
    say("create.done", { n: created.sheets });
    onCreated(created.book);
  };

  const download = async (): Promise<void> => {
    const { current } = get();
    if (!current) return;
    const name = await long(
      "download",
      (journey) => services.downloadXlsx(current, options(1), journey, carriedBook(get())),
      () => void download(),
    );
    if (name === undefined) return;
    dispatch({ type: "downloaded", name });
    say("create.downloaded", { name });
  };

  return { create: (book) => void create(book), download: () => void download() };
}
