/** The few matchers about elements that these tests need. */
const matchers = {
  toBeVisible(element: Element | null | undefined) {
    const hidden = (at: Element | null): boolean =>
      at !== null && (getComputedStyle(at).display === "none" || at.hasAttribute("hidden") || hidden(at.parentElement));
    const pass = Boolean(element && document.contains(element) && !hidden(element));
    return { pass, message: () => `expected the element ${pass ? "not " : ""}to be visible` };
  },
  toHaveTextContent(element: Element | null | undefined, expected: string) {
    const text = (element?.textContent ?? "").replace(/\s+/g, " ").trim();
    return { pass: text.includes(expected), message: () => `“${text}” against “${expected}”` };
  },
  toHaveAttribute(this: { equals(a: unknown, b: unknown): boolean }, element: Element | null | undefined, name: string, expected: unknown) {
    const value = element?.getAttribute(name);
    return { pass: this.equals(value, expected), message: () => `${name} is “${value}”, compared with ${String(expected)}` };
  },
  toBeDisabled(element: HTMLButtonElement | null | undefined) {
    return { pass: element?.disabled === true, message: () => `disabled is ${element?.disabled}` };
  },
  toBeChecked(element: HTMLInputElement | null | undefined) {
    return { pass: element?.checked === true, message: () => `checked is ${element?.checked}` };
  },
  toHaveFocus(element: Element | null | undefined) {
    return {
      pass: document.activeElement === element,
      message: () => `the focus is on ${document.activeElement?.outerHTML.slice(0, 200)}`,
    };
  },
  toHaveValue(element: HTMLInputElement | null | undefined, expected: string) {
    return { pass: element?.value === expected, message: () => `the value is “${element?.value}”, compared with “${expected}”` };
  },
};

expect.extend(matchers as never);

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- jest's matchers can only be extended through its namespace
  namespace jest {
    interface Matchers<R> {
      toBeVisible(): R;
      toHaveTextContent(expected: string): R;
      toHaveAttribute(name: string, expected: unknown): R;
      toBeDisabled(): R;
      toBeChecked(): R;
      toHaveFocus(): R;
      toHaveValue(expected: string): R;
    }
  }
}

export {};
