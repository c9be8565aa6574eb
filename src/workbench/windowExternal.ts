import { MAX_PAYLOAD, type RichApiRequest, type RichApiResponse } from "./richApi";

/** Colours of Excel's white and black themes as office.js receives them: 0xRRGGBB. */
const THEMES = {
  light: {
    bodyBackgroundColor: 0xffffff,
    bodyForegroundColor: 0x262626,
    controlBackgroundColor: 0xffffff,
    controlForegroundColor: 0x262626,
  },
  dark: {
    bodyBackgroundColor: 0x262626,
    bodyForegroundColor: 0xffffff,
    controlBackgroundColor: 0x3b3b3b,
    controlForegroundColor: 0xffffff,
  },
} as const;

/** Which Office theme the stand-in says to have. */
export type OfficeThemeName = keyof typeof THEMES;

/** Requirement sets that an Excel says it has. */
export type RequirementMatrix = Readonly<Record<string, string>>;

/** Which Excel the stand-in says to be. */
export type ExcelVersion = "excel-2016" | "excel-2019" | "excel-2021" | "excel-2024" | "microsoft-365";

const matrix = (excel: string, more: RequirementMatrix = {}): RequirementMatrix => ({
  ExcelApi: excel,
  RichApiRuntime: "1.2",
  DelayForCellEdit: "1.1",
  ...more,
});

/** Requirement sets by version, from Microsoft's tables of June 2026. */
export const REQUIREMENTS: Readonly<Record<ExcelVersion, RequirementMatrix>> = {
  "excel-2016": matrix("1.1"),
  "excel-2019": matrix("1.7"),
  "excel-2021": matrix("1.14", {
    SharedRuntime: "1.1",
    CustomFunctionsRuntime: "1.3",
    CustomFunctions: "1.3",
    RibbonApi: "1.1",
    DialogApi: "1.2",
  }),
  "excel-2024": matrix("1.17", {
    SharedRuntime: "1.2",
    CustomFunctionsRuntime: "1.4",
    CustomFunctions: "1.4",
    RibbonApi: "1.2",
    DialogApi: "1.2",
  }),
  "microsoft-365": matrix("1.20", {
    SharedRuntime: "1.2",
    CustomFunctionsRuntime: "1.5",
    CustomFunctions: "1.5",
    RibbonApi: "1.2",
    DialogApi: "1.2",
  }),
};

/** A host error that happens below the protocol. */
export class TransportError extends Error {
  constructor(
    readonly officeErrorCode: number,
    message: string,
  ) {
    super(message);
  }
}

const REQUEST_TOO_LARGE = 5103;
const RESPONSE_TOO_LARGE = 5104;
const FAILED = 5001;
/** dispid of ExecuteRichApiRequest and of the RichApi message event. */
const EXECUTE = 93;
const RICH_API_MESSAGE = 33;
const SELECTION_CHANGED = 2;
const MESSAGE_CATEGORY_EVENT = 65536;
/** Places in the array that office.js sends, and the flag that Excel.run sets for `delayForCellEdit`. */
const BODY = 4;
const FLAGS = 6;
const DELAY_FOR_CELL_EDIT = 64;

/** How the stand-in presents itself. */
export interface ExternalOptions {
  readonly version: ExcelVersion;
  /** @default "vi-VN" */
  readonly locale?: string;
  /** `patient`: a batch that waits until no cell is being edited, instead of failing. */
  readonly onRequest: (request: RichApiRequest, bytes: number, patient: boolean) => Promise<RichApiResponse>;
  /** @default light */
  readonly theme?: OfficeThemeName;
}

interface SafeArray {
  toArray(): readonly unknown[];
  dimensions(): number;
}

const safeArray = (items: readonly unknown[]): SafeArray => ({ toArray: () => items, dimensions: () => 1 });

type EventHandler = (dispid: number, args: SafeArray) => void;

/** Handle of an installed stand-in. */
export interface InstalledExternal {
  /** Sends an event of the object model: Excel's event number, the id of the object, the message. */
  raise(eventType: number, targetId: string, message: unknown): void;
  /** Tells that the selection of the document changed. */
  raiseSelectionChanged(): void;
}

/**
 * Puts below a window what desktop Excel for Windows puts below it: `window.external` with GetHostInfo, GetContext, Execute and RegisterEvent.
 * Must run before office.js is loaded; office.js then boots itself.
 */
export function installExternal(target: Window, options: ExternalOptions): InstalledExternal {
  const handlers = new Map<number, Set<EventHandler>>();
  const settings = new Map<string, string>();
  const locale = options.locale ?? "vi-VN";
  const context = {
    GetAppType: () => 1,
    GetSolutionRef: () => "00000000-0000-0000-0000-000000000001",
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => locale,
    GetAppDataLocale: () => locale,
    GetDocUrl: () => "C:\\Users\\user\\Book1.xlsx",
    GetAppCapabilities: () => 0,
    GetActivationMode: () => 1,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => "",
    GetCorrelationId: () => "workbench",
    GetInstanceId: () => "workbench",
    GetTouchEnabled: () => false,
    GetCommerceAllowed: () => false,
    GetSupportedMatrix: () => JSON.stringify(REQUIREMENTS[options.version]),
    GetHostCustomMessage: () => undefined,
    GetHostFullVersion: () => "16.0.17928.20000",
    GetInitialDisplayMode: () => 0,
    GetSettings: () => ({
      Read(keys: string[], values: string[]) {
        for (const [key, value] of settings) {
          keys.push(key);
          values.push(value);
        }
      },
      Write(keys: readonly string[], values: readonly string[]) {
        settings.clear();
        keys.forEach((key, index) => settings.set(key, values[index]!));
      },
    }),
    GetOfficeThemeInfo: () => JSON.stringify(THEMES[options.theme ?? "light"]),
  };

  const execute = async (text: string, flags: number): Promise<SafeArray> => {
    const bytes = new TextEncoder().encode(text).length;
    if (bytes > MAX_PAYLOAD) throw new TransportError(REQUEST_TOO_LARGE, "RequestPayloadSizeLimitExceeded");
    const answer = JSON.stringify(await options.onRequest(JSON.parse(text) as RichApiRequest, bytes, (flags & DELAY_FOR_CELL_EDIT) !== 0));
    if (answer.length > MAX_PAYLOAD) throw new TransportError(RESPONSE_TOO_LARGE, "ResponsePayloadSizeLimitExceeded");
    return safeArray([0, 200, [], answer]);
  };

  const external = {
    // Flag 1: the add-in runs in a shared runtime.
    GetHostInfo: () => `excel$win32$16.01$${locale.toLowerCase()}$telemetry$$$1`,
    GetContext: () => context,
    GetLoggingAllowed: () => false,
    Execute(dispid: number, params: readonly unknown[], callback: (result: SafeArray) => void) {
      if (dispid !== EXECUTE) return callback(safeArray([0, null]));
      const [request] = params as readonly [readonly unknown[]];
      execute(String(request[BODY]), Number(request[FLAGS] ?? 0)).then(callback, (error: unknown) =>
        callback(safeArray([error instanceof TransportError ? error.officeErrorCode : FAILED, [String(error)]])),
      );
    },
    RegisterEvent(dispid: number, _targetId: unknown, handler: EventHandler, callback: (result: SafeArray) => void) {
      const known = handlers.get(dispid) ?? new Set();
      handlers.set(dispid, known.add(handler));
      callback(safeArray([0]));
    },
    UnregisterEvent(dispid: number, _targetId: unknown, callback: (result: SafeArray) => void) {
      handlers.delete(dispid);
      callback(safeArray([0]));
    },
  };
  const place = (target.external ?? {}) as object;
  if (!target.external) Object.defineProperty(target, "external", { value: place, configurable: true });
  for (const [name, value] of Object.entries(external)) Object.defineProperty(place, name, { value, configurable: true, writable: true });

  const fire = (dispid: number, args: SafeArray): void => handlers.get(dispid)?.forEach((handler) => handler(dispid, args));
  return {
    raise: (eventType, targetId, message) =>
      fire(RICH_API_MESSAGE, safeArray([safeArray([MESSAGE_CATEGORY_EVENT, eventType, targetId, JSON.stringify(message), 1, false])])),
    raiseSelectionChanged: () => fire(SELECTION_CHANGED, safeArray([])),
  };
}
