import { connectEvents } from "./events";
import { ALL_TYPES } from "./excelObjects/allTypes";
import { Book, workbookObject } from "./excelObjects/book";
import { watchTableGrowth } from "./excelObjects/tableGrowth";
import { RichApi, type RichApiRequest, type RichApiResponse } from "./richApi";
import type { Grid } from "./univer/grid";
import { type ExcelVersion, type InstalledExternal, installExternal, type OfficeThemeName } from "./windowExternal";

/** A request that the add-in made. */
export interface LoggedRequest {
  /** Bytes of the request's body. */
  readonly bytes: number;
  /** Milliseconds until it was answered. */
  readonly duration: number;
  /** Number of actions. */
  readonly actions: number;
  /** False for what office.js sends of itself: registrations at boot, releases of references. */
  readonly counted: boolean;
  readonly error?: string;
}

/** A failure to be answered to one request, for tests. */
export interface Fault {
  /** Which counted request from now on fails; 1 is the next. */
  readonly request: number;
  readonly code: string;
  /** Action of the batch that fails; those before it are carried out. @default 0: nothing of the batch is done */
  readonly action?: number;
}

/** What the stand-in says of itself: its version, the language of its screen, its theme. */
export interface HostLook {
  readonly version?: ExcelVersion;
  readonly locale?: string;
  readonly theme?: OfficeThemeName;
}

/** The stand-in for desktop Excel: a workbook on the grid, and the answers to office.js. */
export class ExcelHost {
  readonly book: Book;
  readonly api: RichApi;
  readonly log: LoggedRequest[] = [];
  private faults: { left: number; fault: Fault }[] = [];
  private working = 0;
  private editing = false;
  private patient: (() => void)[] = [];
  private queue: Promise<unknown> = Promise.resolve();

  constructor(readonly grid: Grid) {
    this.book = new Book(grid);
    this.api = new RichApi(ALL_TYPES, workbookObject(this.book));
    watchTableGrowth(this.book);
  }

  /** True while a person is editing a cell: every batch fails or waits, as in Excel. */
  get cellEditing(): boolean {
    return this.editing;
  }

  set cellEditing(editing: boolean) {
    this.editing = editing;
    if (!editing) for (const go of this.patient.splice(0)) go();
  }

  /** Installs the stand-in below a window, before office.js is loaded there. */
  attach(target: Window, { version = "microsoft-365", locale = "vi-VN", theme = "light" }: HostLook = {}): InstalledExternal {
    const external = installExternal(target, {
      version,
      locale,
      theme,
      onRequest: (request, bytes, patient) => this.answer(request, bytes, patient),
    });
    connectEvents(this.book, external, () => this.working > 0);
    return external;
  }

  /** Lets a later request fail. */
  fail(fault: Fault): void {
    this.faults.push({ left: fault.request, fault });
  }

  /** Requests that the add-in made, without those that office.js sends of itself. */
  get requests(): readonly LoggedRequest[] {
    return this.log.filter(({ counted }) => counted);
  }

  private async answer(request: RichApiRequest, bytes: number, patient: boolean): Promise<RichApiResponse> {
    while (patient && this.editing) await new Promise<void>((go) => this.patient.push(go));
    // Batches of several runs come one after the other, as in Excel.
    const answer = this.queue.then(() => this.execute(request, bytes));
    this.queue = answer.catch(() => undefined);
    return answer;
  }

  private async execute(request: RichApiRequest, bytes: number): Promise<RichApiResponse> {
    const counted = isOwn(request);
    const fault = counted ? this.dueFault() : undefined;
    this.working++;
    const started = performance.now();
    try {
      const response =
        counted && this.cellEditing
          ? failure("InvalidOperationInCellEditMode", 0)
          : fault
            ? await this.withFault(request, fault)
            : await this.api.execute(request);
      this.log.push({
        bytes,
        duration: performance.now() - started,
        actions: request.Actions.length,
        counted,
        ...(response.Error ? { error: response.Error.Code } : {}),
      });
      return response;
    } finally {
      this.working--;
    }
  }

  private dueFault(): Fault | undefined {
    for (const entry of this.faults) entry.left--;
    const due = this.faults.find(({ left }) => left <= 0);
    this.faults = this.faults.filter((entry) => entry !== due);
    return due?.fault;
  }

  private async withFault(request: RichApiRequest, fault: Fault): Promise<RichApiResponse> {
    const done = await this.api.execute({ ...request, Actions: request.Actions.slice(0, fault.action ?? 0) });
    return done.Error ? done : { ...failure(fault.code, fault.action ?? 0), Results: done.Results };
  }
}

function failure(code: string, action: number): RichApiResponse {
  return { Results: [], Error: { Code: code, Message: `Excel answers ${code}.`, Location: "", HttpStatusCode: 400, ActionIndex: action } };
}

/** True for a batch of the add-in; office.js itself registers events at boot and releases references after a run. */
function isOwn(request: RichApiRequest): boolean {
  return request.Actions.some(({ ActionType, Name, ObjectPathId }) => {
    const path = request.ObjectPaths[String(ObjectPathId)];
    return !(ActionType === 1 || ActionType === 5 || Name === "_RemoveReference" || path?.ObjectPathType === 2);
  });
}
