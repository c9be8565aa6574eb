import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { JSDOM, ResourceLoader, VirtualConsole } from "jsdom";
import { installExternal } from "../../src/workbench/windowExternal";

const OFFICE_JS = path.dirname(require.resolve("@microsoft/office-js/dist/office.js"));
/** Number of the event by which desktop Excel hands over messages, a call of a custom function among them. */
const RICH_API_MESSAGE = 33;
const CUSTOM_FUNCTION_CATEGORY = 1;
const CUSTOM_FUNCTION_CALL = 1000;

class FromPackage extends ResourceLoader {
  override fetch(url: string): ReturnType<ResourceLoader["fetch"]> {
    const file = path.join(OFFICE_JS, new URL(url).pathname.replace(/^\/office\//, ""));
    return existsSync(file) ? (Promise.resolve(readFileSync(file)) as ReturnType<ResourceLoader["fetch"]>) : null;
  }
}

/** What Excel is told about one call: the value, or that it failed with an error code and its text. */
export interface FunctionResult {
  readonly id: number;
  readonly failed?: boolean;
  readonly value?: unknown;
  /** Number of the error in the protocol. */
  readonly errorCode?: number;
}

/** Microsoft's custom-functions runtime, as it runs in the shared runtime of desktop Excel. */
export interface FunctionsRuntime {
  readonly CustomFunctions: typeof CustomFunctions;
  /** Calls functions as Excel does, by id with JSON arguments, and gives what the runtime sends back, in order. */
  callAll(calls: readonly { readonly id: string; readonly args: readonly unknown[] }[]): Promise<readonly FunctionResult[]>;
  close(): void;
}

/** Boots Microsoft's own office.js with custom functions in a window made by hand. */
export async function startFunctionsRuntime(): Promise<FunctionsRuntime> {
  const dom = new JSDOM("<!doctype html><html><head></head><body></body></html>", {
    url: "https://localhost/taskpane.html",
    runScripts: "dangerously",
    resources: new FromPackage(),
    pretendToBeVisual: true,
    virtualConsole: new VirtualConsole(),
  });
  const window = dom.window as unknown as Window & { Office: typeof Office; CustomFunctions: typeof CustomFunctions };
  const results = new Map<number, FunctionResult>();
  installExternal(window, {
    version: "excel-2021",
    onRequest: (request) => {
      const actions = (request as unknown as { Actions: { Id: number; Name?: string; ArgumentInfo?: { Arguments?: unknown[] } }[] })
        .Actions;
      const sent = actions
        .filter(({ Name }) => Name === "SetInvocationResults")
        .flatMap(({ ArgumentInfo }) => ArgumentInfo?.Arguments?.[0] as FunctionResult[]);
      for (const result of sent) results.set(result.id, result);
      return Promise.resolve({ Results: actions.map(({ Id }) => ({ ActionId: Id, Value: null })) } as never);
    },
  });
  const external = window.external as unknown as {
    RegisterEvent(dispid: number, target: unknown, handler: (id: number, args: unknown) => void, done: unknown): void;
    GetHostInfo(): string;
  };
  // The last part are flags; 3 tells that custom functions run in this window.
  const hostInfo = external.GetHostInfo().replace(/\d*$/, "3");
  Object.defineProperty(external, "GetHostInfo", { configurable: true, value: () => hostInfo });
  const handlers: ((id: number, args: unknown) => void)[] = [];
  const register = external.RegisterEvent.bind(external);
  Object.defineProperty(external, "RegisterEvent", {
    configurable: true,
    value: (dispid: number, target: unknown, handler: (id: number, args: unknown) => void, done: unknown) => {
      if (dispid === RICH_API_MESSAGE) handlers.push(handler);
      register(dispid, target, handler, done);
    },
  });
  const script = window.document.createElement("script");
  script.src = "https://localhost/office/office.js";
  const loaded = new Promise<void>((resolve, reject) => {
    script.onload = () => resolve();
    script.onerror = () => reject(new Error("office.js did not load"));
  });
  window.document.head.appendChild(script);
  await loaded;
  await window.Office.onReady();
  const safe = (items: readonly unknown[]): unknown => ({ toArray: () => items, dimensions: () => 1 });
  let next = 1;
  return {
    CustomFunctions: window.CustomFunctions,
    async callAll(calls) {
      const first = next;
      next += calls.length;
      calls.forEach(({ id, args }, index) => {
        const message = JSON.stringify([first + index, id, args, null, 0, null]);
        for (const handler of handlers)
          handler(RICH_API_MESSAGE, safe([safe([CUSTOM_FUNCTION_CATEGORY, CUSTOM_FUNCTION_CALL, "", message, 1, false])]));
      });
      const last = Date.now() + 30_000;
      while (calls.some((_, index) => !results.has(first + index))) {
        if (Date.now() > last) throw new Error("The runtime did not answer every call");
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return calls.map((_, index) => results.get(first + index)!);
    },
    close: () => dom.window.close(),
  };
}
