/**
 * Iterator helpers that engine-formula 0.25.1 calls (`Map.keys().some`): missing in Node 20 and in Safari before 18.4.
 * Import this module before any module of the grid.
 */
type IteratorPrototype = Record<string, unknown>;

const iteratorPrototype = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]())) as IteratorPrototype;

function define(name: string, method: (this: Iterable<unknown>, ...args: never[]) => unknown): void {
  if (name in iteratorPrototype) return;
  Object.defineProperty(iteratorPrototype, name, { configurable: true, writable: true, value: method });
}

for (const name of ["some", "every", "find", "map", "filter", "forEach", "reduce", "flatMap"] as const) {
  define(name, function (...args) {
    const items = [...this] as unknown as Record<string, (...given: never[]) => unknown>;
    return items[name]!(...args);
  });
}
define("toArray", function () {
  return [...this];
});

export {};
