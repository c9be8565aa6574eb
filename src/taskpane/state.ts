import type { ImportedPlan, Progress } from "../pipeline";
import type { Locale } from "../messages";
import type { CalendarDate } from "../plan/date";
import type { Message } from "../result";
import type { Decision } from "../review/review";
import type { FormulaDialect } from "../workbook/formula";
import { itemsOf } from "./items";
import type { MappingDraft } from "./mapping";
import type { RowDetail } from "./rowDetail";
import type { BookSettings, CreatedBook, OpenBook, SheetPlace, TrackView } from "./services";

/** The four steps of the pane. */
export type Step = "choose" | "review" | "create" | "track";

/** Tabs of the review. */
export type ReviewFilter = "attention" | "target" | "task" | "reportDuty" | "unread";

/** A message on show; `detail` is what "copy details" copies. */
export interface Notice {
  readonly id: number;
  readonly message: Message | { readonly failure: string };
  readonly detail: string;
  /** Number under which the work that "try again" does is kept, so that the state stays plain data. */
  readonly retry?: number;
}

/** One state of the review: what was decided, and which items a person has looked at (by item key). */
export interface ReviewSnapshot {
  readonly decisions: readonly Decision[];
  readonly seen: readonly string[];
}

/** What a person set for the workbook to come. */
export interface CreateChoices {
  readonly asOf: CalendarDate;
  readonly dialect: FormulaDialect;
  readonly periodScheme: "decree-09" | "calendar" | "plan";
  readonly without: readonly string[];
  /** Agencies that are not followed. */
  readonly withoutAgencies: readonly string[];
  /** Year that is tracked first. @default the plan's year */
  readonly year?: number;
  readonly sample: boolean;
  /** What was typed into the book whose plan this is goes into the new one. @default true */
  readonly carry: boolean;
}

/** Everything the pane remembers while it is open. */
export interface PaneState {
  readonly step: Step;
  readonly locale: Locale;
  /** The plan as first read, before any decision of this session, and as it is now. */
  readonly opened?: ImportedPlan;
  readonly current?: ImportedPlan;
  /** The open book whose plan this is; absent for a plan that was read. */
  readonly reopened?: number;
  /** Decisions that were applied when it was opened (of a seed or a saved review). */
  readonly history: {
    readonly past: readonly ReviewSnapshot[];
    readonly present: ReviewSnapshot;
    readonly future: readonly ReviewSnapshot[];
  };
  /** Keys of all items that ever needed a look, so that none vanishes from the list while it is being worked on. */
  readonly attention: readonly string[];
  /** Sheets whose columns are being looked at before they are read. */
  readonly mapping?: MappingDraft;
  readonly filter: ReviewFilter;
  readonly query: string;
  readonly selected?: string;
  readonly busy?: { readonly work: BusyWork; readonly progress?: Progress };
  readonly notices: readonly Notice[];
  readonly nextNotice: number;
  /** What was just done, for screen readers. */
  readonly said: string;
  readonly choices: CreateChoices;
  readonly books: readonly OpenBook[];
  readonly created?: CreatedBook;
  readonly downloaded?: string;
  readonly track?: TrackView;
  /** Row that is selected in the sheets. */
  readonly row?: RowDetail;
  /** What was last entered from the pane and can be taken back. */
  readonly entered?: EnteredNote;
  /** Agency that was last renamed in rows and can be renamed back. */
  readonly renamed?: RenamedNote;
}

/** Tells of a name that was put into rows. */
export interface RenamedNote {
  readonly from: string;
  readonly to: string;
  /** Cells that were changed. */
  readonly cells: number;
}

/** Tells of an entry that was written. */
export interface EnteredNote {
  /** Code of the row it was entered for. */
  readonly code: string;
  readonly place: SheetPlace;
}

/** Long work; only one runs at a time. */
export type BusyWork = "import" | "create" | "download" | "copy" | "track";

/** The open book whose plan is reviewed. */
export interface BookSource {
  readonly book: number;
  readonly settings?: BookSettings;
}

/** Everything that can happen to the pane. */
export type PaneAction =
  | { readonly type: "go"; readonly step: Step }
  | { readonly type: "locale"; readonly locale: Locale }
  | { readonly type: "started"; readonly work: BusyWork }
  | { readonly type: "progress"; readonly progress: Progress }
  | { readonly type: "ended" }
  | { readonly type: "imported"; readonly imported: ImportedPlan; readonly decisions: readonly Decision[]; readonly from?: BookSource }
  | { readonly type: "mapping"; readonly mapping: MappingDraft | undefined }
  | { readonly type: "tried"; readonly of: MappingDraft; readonly imported: ImportedPlan | undefined }
  | { readonly type: "closePlan" }
  | { readonly type: "decided"; readonly decisions: readonly Decision[]; readonly current: ImportedPlan; readonly seen: readonly string[] }
  | { readonly type: "undone" | "redone"; readonly current: ImportedPlan }
  | { readonly type: "filter"; readonly filter: ReviewFilter }
  | { readonly type: "query"; readonly query: string }
  | { readonly type: "select"; readonly key: string | undefined }
  | { readonly type: "choose"; readonly choices: Partial<CreateChoices> }
  | { readonly type: "notify"; readonly message: Notice["message"]; readonly detail?: string; readonly retry?: number }
  | { readonly type: "dismiss"; readonly id: number }
  | { readonly type: "say"; readonly words: string }
  | { readonly type: "books"; readonly books: readonly OpenBook[] }
  | { readonly type: "created"; readonly created: CreatedBook; readonly title: string }
  | { readonly type: "downloaded"; readonly name: string }
  | { readonly type: "track"; readonly track: TrackView | undefined }
  | { readonly type: "row"; readonly row: RowDetail | undefined }
  | { readonly type: "renamed"; readonly renamed: RenamedNote | undefined }
  | { readonly type: "entered"; readonly entered: EnteredNote | undefined };

const NOTHING: ReviewSnapshot = { decisions: [], seen: [] };

/** The pane as it opens. */
export function initialState(locale: Locale, today: CalendarDate, kpi: boolean): PaneState {
  return {
    step: "choose",
    locale,
    history: { past: [], present: NOTHING, future: [] },
    attention: [],
    filter: "attention",
    query: "",
    notices: [],
    nextNotice: 1,
    said: "",
    choices: {
      asOf: today,
      dialect: kpi ? "kpi" : "native",
      periodScheme: "decree-09",
      without: [],
      withoutAgencies: [],
      sample: false,
      carry: true,
    },
    books: [],
  };
}

/** The next state; pure. */
export function reduce(state: PaneState, action: PaneAction): PaneState {
  switch (action.type) {
    case "go":
      return canGo(state, action.step) ? { ...state, step: action.step } : state;
    case "locale":
      return { ...state, locale: action.locale };
    case "started":
      return { ...state, busy: { work: action.work }, notices: action.work === "import" ? [] : state.notices };
    case "progress":
      return state.busy ? { ...state, busy: { ...state.busy, progress: action.progress } } : state;
    case "ended":
      return { ...state, busy: undefined };
    case "imported": {
      const attention = needing(action.imported);
      return {
        ...state,
        opened: action.imported,
        current: action.imported,
        reopened: action.from?.book,
        mapping: undefined,
        history: { past: [], present: { decisions: action.decisions, seen: [] }, future: [] },
        attention,
        filter: attention.length ? "attention" : "target",
        query: "",
        selected: undefined,
        created: undefined,
        downloaded: undefined,
        choices: { ...freshChoices(state.choices), ...action.from?.settings },
      };
    }
    case "mapping":
      return { ...state, mapping: action.mapping };
    case "tried":
      return state.mapping === action.of ? { ...state, mapping: { ...action.of, tried: { imported: action.imported } } } : state;
    case "closePlan":
      return {
        ...state,
        opened: undefined,
        current: undefined,
        reopened: undefined,
        history: { past: [], present: NOTHING, future: [] },
        attention: [],
        selected: undefined,
        step: "choose",
      };
    case "decided": {
      const { past, present } = state.history;
      return {
        ...state,
        current: action.current,
        history: { past: [...past, present], present: { decisions: action.decisions, seen: union(present.seen, action.seen) }, future: [] },
        attention: union(state.attention, needing(action.current)),
      };
    }
    case "undone": {
      const { past, present, future } = state.history;
      const before = past.at(-1);
      return before
        ? { ...state, current: action.current, history: { past: past.slice(0, -1), present: before, future: [present, ...future] } }
        : state;
    }
    case "redone": {
      const { past, present, future } = state.history;
      const after = future[0];
      return after
        ? { ...state, current: action.current, history: { past: [...past, present], present: after, future: future.slice(1) } }
        : state;
    }
    case "filter":
      return { ...state, filter: action.filter, selected: undefined };
    case "query":
      return { ...state, query: action.query };
    case "select":
      return { ...state, selected: action.key };
    case "choose":
      return { ...state, choices: { ...state.choices, ...action.choices } };
    case "notify": {
      const { message, detail = "", retry } = action;
      const notice: Notice = { id: state.nextNotice, message, detail, ...(retry ? { retry } : {}) };
      return {
        ...state,
        notices: [...state.notices.filter((other) => !sameMessage(other.message, message)), notice],
        nextNotice: state.nextNotice + 1,
      };
    }
    case "dismiss":
      return { ...state, notices: state.notices.filter((notice) => notice.id !== action.id) };
    case "say":
      return { ...state, said: action.words };
    case "books":
      return { ...state, books: action.books };
    case "created":
      return {
        ...state,
        created: action.created,
        books: [...state.books.filter(({ book }) => book !== action.created.book), { book: action.created.book, title: action.title }],
        track: undefined,
        row: undefined,
        entered: undefined,
        renamed: undefined,
      };
    case "downloaded":
      return { ...state, downloaded: action.name };
    case "track":
      return {
        ...state,
        track: action.track,
        ...(action.track?.book === state.track?.book ? {} : { row: undefined, entered: undefined, renamed: undefined }),
      };
    case "row":
      return { ...state, row: action.row };
    case "renamed":
      return { ...state, renamed: action.renamed };
    case "entered":
      return { ...state, entered: action.entered };
  }
}

/** Whether a step can be opened now: review and create need a plan, track needs a book. */
export function canGo(state: PaneState, step: Step): boolean {
  if (step === "choose") return true;
  if (step === "track") return state.books.length > 0 || state.track !== undefined;
  return state.current !== undefined;
}

/** The book whose plan is reviewed when no plan was read: the one that is tracked, else the first that is open. */
export function bookToReview({ current, track, books }: PaneState): number | undefined {
  return current ? undefined : (track?.book ?? books[0]?.book);
}

/** Messages on show now: what a document looked like when it was read matters while it is chosen and reviewed, not afterwards. */
export function noticesOn({ notices, step }: PaneState): readonly Notice[] {
  if (step === "choose" || step === "review") return notices;
  return notices.filter(({ message }) => "failure" in message || !ABOUT_DOCUMENT.includes(message.code));
}

const ABOUT_DOCUMENT: readonly Message["code"][] = [
  "text-damaged",
  "pages-without-text",
  "text-wrong-letters",
  "text-decoded-legacy",
  "tracked-changes-dropped",
  "pages-without-text",
  "lines-unread",
  "items-uncertain",
];

/** Keys of the items that still need a look. */
export function pendingKeys(state: PaneState): readonly string[] {
  if (!state.current) return [];
  const seen = new Set(state.history.present.seen);
  return needing(state.current).filter((key) => !seen.has(key));
}

/** What a person set for one plan does not hold for the next: its sheets, agencies and year. */
function freshChoices({ asOf, dialect, periodScheme, sample }: CreateChoices): CreateChoices {
  return { asOf, dialect, periodScheme, sample, without: [], withoutAgencies: [], carry: true };
}

/** The open book whose figures go into a new one; undefined when there is none, it is gone, or a person wants none. */
export function carriedBook({ reopened, books, choices }: PaneState): number | undefined {
  return choices.carry && books.some(({ book }) => book === reopened) ? reopened : undefined;
}

function needing(imported: ImportedPlan): readonly string[] {
  return itemsOf(imported.plan, imported.document)
    .filter((item) => item.reasons.length > 0)
    .map((item) => item.key);
}

function union(some: readonly string[], more: readonly string[]): readonly string[] {
  return [...new Set([...some, ...more])];
}

function sameMessage(one: Notice["message"], other: Notice["message"]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
