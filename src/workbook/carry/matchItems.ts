import { comparedWords } from "../../plan/similarTexts";

/** By what an item of a plan is known in another book. */
export interface KnownItem {
  /** "CT-05", as it stands. */
  readonly code: string;
  /** What it is called: the measure of a target, the period of a report. */
  readonly name: string;
  /** The words of the plan that it was read from. */
  readonly words: string;
  /** Lines of the plan; "" when they are not known. */
  readonly lines: string;
  /** Everything that tells it from others of the same words; "" when it is not to be known by words. */
  readonly whole: string;
}

/** Share of common words from which two texts speak of the same. */
const SIMILAR = 0.6;

/**
 * Place of each old item among the new ones; undefined for one that is no more. A code alone is no proof: items are numbered in the order
 * in which they are read, so that another reading may give it to another item. First the same words decide, wherever they stand now, then
 * a code whose words are alike, then words of which there is only one.
 */
export function matchItems(old: readonly KnownItem[], next: readonly KnownItem[]): readonly (number | undefined)[] {
  const places: (number | undefined)[] = old.map(() => undefined);
  const left = new Set(next.keys());
  const pass = (find: (item: KnownItem, free: readonly number[]) => number | undefined): void => {
    old.forEach((item, index) => {
      if (places[index] !== undefined) return;
      const place = find(item, [...left]);
      if (place === undefined) return;
      places[index] = place;
      left.delete(place);
    });
  };
  const same = (one: KnownItem, place: number): boolean => one.whole !== "" && one.whole === next[place]!.whole;
  pass((item, free) => free.find((place) => next[place]!.code === item.code && same(item, place)));
  pass((item, free) => only(free.filter((place) => same(item, place))));
  pass((item, free) => {
    const rivals = [...old.filter((one, index) => one !== item && places[index] === undefined)];
    return free.find((place) => {
      const now = next[place]!;
      if (now.code !== item.code) return false;
      const others = [...rivals, ...free.filter((other) => other !== place).map((other) => next[other]!)];
      return (
        isAlike(item, now) && (isSimilar(item.name, now.name) || !others.some((other) => isBeside(other, item) || isBeside(other, now)))
      );
    });
  });
  pass((item, free) => {
    if (item.words === "" || old.some((one, index) => one !== item && places[index] === undefined && one.words === item.words))
      return undefined;
    return only(free.filter((place) => next[place]!.words === item.words));
  });
  return places;
}

function only(places: readonly number[]): number | undefined {
  return places.length === 1 ? places[0] : undefined;
}

/** Items of one code that speak of the same, or were read from the same lines. */
function isAlike(one: KnownItem, other: KnownItem): boolean {
  if (one.lines !== "" && one.lines === other.lines) return true;
  if (one.words === "" || other.words === "") return isSimilar(one.name, other.name);
  return isSimilar(one.words, other.words);
}

/** Items that cannot be told apart by their words or lines. */
function isBeside(one: KnownItem, other: KnownItem): boolean {
  return (one.words !== "" && one.words === other.words) || (one.lines !== "" && one.lines === other.lines);
}

function isSimilar(one: string, other: string): boolean {
  const [a, b] = [new Set(comparedWords(one)), new Set(comparedWords(other))];
  if (a.size === 0 || b.size === 0) return false;
  let common = 0;
  for (const word of a) if (b.has(word)) common += 1;
  return (2 * common) / (a.size + b.size) >= SIMILAR;
}
