import { createContext, useContext, useMemo } from "react";
import type { ReactNode } from "react";
import type { Locale } from "../messages";
import { CODE_NAMES } from "./codeNames";
import type { CodeNames } from "./codeNames";
import { wordsFor } from "./strings";
import type { StringKey } from "./strings.vi";

/** The pane's words in the language that is set. */
export interface PaneText {
  readonly locale: Locale;
  readonly names: CodeNames;
  /** A word with its places filled. */
  t(key: StringKey, values?: Readonly<Record<string, string | number>>): string;
}

const TextContext = createContext<PaneText>(textOf("vi"));

/** The words of one language. */
export function textOf(locale: Locale): PaneText {
  return { locale, names: CODE_NAMES[locale], t: (key, values) => wordsFor(locale, key, values) };
}

interface TextProviderProps {
  readonly locale: Locale;
  readonly children: ReactNode;
}

/** Gives everything below it the words of a language. */
export function TextProvider({ locale, children }: TextProviderProps) {
  const text = useMemo(() => textOf(locale), [locale]);
  return <TextContext.Provider value={text}>{children}</TextContext.Provider>;
}

/** The words of the pane. */
export function useText(): PaneText {
  return useContext(TextContext);
}
