import type { ImportedPlan, ImportOptions, PlanInput } from "../pipeline";
import type { Decision } from "../review/review";
import type { TextDocument } from "../text/textDocument";
import { draftOf, wantedMappings } from "./mapping";
import type { PaneRuns } from "./paneRuns";
import type { PaneStore } from "./paneStore";
import type { ImportWork } from "./paneWork";
import type { PaneServices } from "./services";

/** First step: a plan comes in. */
export function importWork(services: PaneServices, { get, dispatch }: PaneStore, { long, short, tell, fail, say }: PaneRuns): ImportWork {
  /** The plan that was read last; a slower search for its decisions must not overtake it. */
  let newest: ImportedPlan | undefined;

  const open = async (input: PlanInput): Promise<void> => {
    if (input.kind !== "file" && input.kind !== "cells") return readIn(input);
    const proposals = await long(
      "import",
      async ({ onProgress, signal }) => {
        onProgress?.({ step: "reading", done: 0, total: 0 });
        const { value, messages } = await services.proposeMappings(input);
        if (signal?.aborted) return { value: undefined, messages: [{ code: "cancelled", severity: "info" }] };
        return { value: value ?? (messages.length === 0 ? [] : undefined), messages };
      },
      () => void open(input),
    );
    if (!proposals) return;
    if (proposals.length === 0) return readIn(input);
    dispatch({ type: "mapping", mapping: draftOf(input, proposals) });
    say("map.title");
  };

  const readIn = async (input: PlanInput, options: Pick<ImportOptions, "review" | "mappings"> = {}): Promise<void> => {
    const { review } = options;
    const imported = await long(
      "import",
      (journey) => services.importPlan(input, { ...journey, ...options }),
      () => void readIn(input, options),
    );
    if (!imported) return;
    const decisions = review === undefined ? [] : (services.parseReview(review).value?.decisions ?? []);
    const { opened, history } = get();
    newest = imported;
    dispatch({ type: "imported", imported, decisions });
    say("summary.title");
    // The same document again, perhaps corrected or read another way: what was decided before is decided still.
    if (review !== undefined) return;
    if (opened && isSameText(opened.document, imported.document)) return reapply(imported, history.present.decisions);
    // Decisions travel in the workbook: the document of an open book is met again on another machine.
    for (const { book } of get().books) {
      const kept = await short(() => services.openPlan(book, {}));
      if (newest !== imported) return;
      if (kept && isSameText(kept.document, imported.document)) return reapply(imported, kept.review?.decisions ?? []);
    }
  };

  const reapply = (imported: ImportedPlan, decisions: readonly Decision[]): void => {
    if (decisions.length === 0) return;
    const { value, messages } = services.applyDecisions(imported, decisions);
    tell(messages);
    dispatch({ type: "decided", decisions, current: value, seen: [] });
    say("review.reapplied", { n: decisions.length });
  };

  const openPlan = async (book: number): Promise<void> => {
    const opened = await long(
      "import",
      async (journey) => {
        journey.onProgress?.({ step: "parsing", done: 0, total: 0 });
        return services.openPlan(book, journey);
      },
      () => void openPlan(book),
    );
    if (!opened) return;
    const { settings, ...imported } = opened;
    newest = imported;
    dispatch({
      type: "imported",
      imported,
      decisions: imported.review?.decisions ?? [],
      from: { book, ...(settings ? { settings } : {}) },
    });
    dispatch({ type: "go", step: "review" });
  };

  const importSelection = async (): Promise<void> => {
    const input = await short(
      () => services.readSelection(),
      () => void importSelection(),
    );
    if (input) await open(input);
  };

  const importFile = (file: File): void =>
    void file.arrayBuffer().then(
      (buffer) => open({ kind: "file", name: file.name, bytes: new Uint8Array(buffer) }),
      (error: unknown) => fail(error, () => importFile(file)),
    );

  return {
    importInput: (input) => void readIn(input),
    importSample: (sample) =>
      void readIn({ kind: "text", name: sample.id, text: sample.text }, sample.review === undefined ? {} : { review: sample.review }),
    importFile,
    importSelection: () => void importSelection(),
    map: (draft) => dispatch({ type: "mapping", mapping: draft }),
    readMapped: () => {
      const { mapping } = get();
      if (mapping) void readIn(mapping.input, { mappings: wantedMappings(mapping) });
    },
    leaveMapping: () => dispatch({ type: "mapping", mapping: undefined }),
    openPlan: (book) => void openPlan(book),
  };
}

/** Share of common lines from which two documents are one. */
const SAME_TEXT = 0.6;

/** Most lines of one document stand in the other too: it was read again, perhaps after corrections. */
function isSameText(one: TextDocument, other: TextDocument): boolean {
  const lines = new Set(one.lines.map(({ text }) => text));
  const common = other.lines.filter(({ text }) => lines.has(text)).length;
  return common > SAME_TEXT * Math.max(one.lines.length, other.lines.length);
}
