import type { JourneyOptions } from "../pipeline";
import type { Message, Result } from "../result";
import type { PaneStore } from "./paneStore";
import type { BusyWork } from "./state";
import { textOf } from "./text";

type Say = ReturnType<typeof textOf>["t"];

/** Runs work for the pane: whatever goes wrong becomes a message, with a way to do it again. Nothing here throws. */
export interface PaneRuns {
  /** Work with progress and "Huỷ"; only one runs at a time. No value when it failed, was cancelled or was overtaken. */
  long<T>(work: BusyWork, run: (journey: JourneyOptions) => Promise<Result<T>>, again?: () => void): Promise<T | undefined>;
  /** Work that takes a moment. */
  short<T>(run: () => Promise<Result<T>>, again?: () => void): Promise<T | undefined>;
  /** Shows messages; those of an error offer to do it again. */
  tell(messages: readonly Message[], again?: () => void): void;
  /** Shows that something unexpected went wrong. */
  fail(error: unknown, again?: () => void): void;
  /** Tells what was done to those who hear the pane. */
  say(...words: Parameters<Say>): void;
  cancel(): void;
  /** Does again what a notice tells about. */
  retry(token: number): void;
}

/** The summary card says these itself. */
const SHOWN_ELSEWHERE: readonly Message["code"][] = ["items-uncertain", "lines-unread"];

/** Runs of one pane. */
export function paneRuns({ get, dispatch }: PaneStore): PaneRuns {
  let running: AbortController | undefined;
  let tokens = 0;
  const again = new Map<number, () => void>();

  /** Notices are plain data: what they do again is kept here under a number. */
  const token = (work: (() => void) | undefined) => {
    if (!work) return {};
    again.set(++tokens, work);
    return { retry: tokens };
  };

  const tell = (messages: readonly Message[], work?: () => void) => {
    for (const message of messages) {
      if (SHOWN_ELSEWHERE.includes(message.code)) continue;
      dispatch({ type: "notify", message, detail: JSON.stringify(message), ...token(work) });
    }
  };

  const fail = (error: unknown, work?: () => void) => {
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    dispatch({ type: "notify", message: { failure: detail }, detail, ...token(work) });
  };

  return {
    tell,
    fail,
    async long(work, run, redo) {
      running?.abort();
      const controller = new AbortController();
      running = controller;
      dispatch({ type: "started", work });
      try {
        const { value, messages } = await run({
          signal: controller.signal,
          onProgress: (progress) => {
            if (running === controller) dispatch({ type: "progress", progress });
          },
        });
        if (running !== controller) return undefined;
        tell(messages, redo);
        return value;
      } catch (error) {
        if (running === controller) fail(error, redo);
        return undefined;
      } finally {
        if (running === controller) {
          running = undefined;
          dispatch({ type: "ended" });
        }
      }
    },
    async short(run, redo) {
      try {
        const { value, messages } = await run();
        tell(messages, redo);
        return value;
      } catch (error) {
        fail(error, redo);
        return undefined;
      }
    },
    say: (...words) => dispatch({ type: "say", words: textOf(get().locale).t(...words) }),
    cancel: () => running?.abort(),
    retry(of) {
      const work = again.get(of);
      again.delete(of);
      work?.();
    },
  };
}
