import { comparable } from "./labels";

/** Weight of one component of a composite index over the years in which it was valid. */
export interface IndexWeight {
  readonly index: string;
  readonly component: string;
  /** Other short names of the component, folded as `comparable` folds. */
  readonly aliases: readonly string[];
  readonly fromYear: number;
  /** Last year; undefined while it is valid. */
  readonly toYear?: number;
  /** Share: 0.05 is 5 %. */
  readonly weight: number;
}

const PCI_COMPONENTS: readonly {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly old: number;
  readonly now: number;
}[] = [
  { name: "Gia nhập thị trường", aliases: ["gia nhập", "chi phí gia nhập thị trường"], old: 0.05, now: 0.05 },
  { name: "Tiếp cận đất đai", aliases: ["đất đai"], old: 0.05, now: 0.1 },
  { name: "Tính minh bạch", aliases: ["minh bạch"], old: 0.2, now: 0.05 },
  { name: "Chi phí thời gian", aliases: ["thời gian"], old: 0.05, now: 0.05 },
  { name: "Chi phí không chính thức", aliases: ["cpkct", "không chính thức"], old: 0.1, now: 0.15 },
  { name: "Cạnh tranh bình đẳng", aliases: ["bình đẳng"], old: 0.05, now: 0.1 },
  { name: "Tính năng động", aliases: ["năng động", "tính năng động của chính quyền"], old: 0.05, now: 0.15 },
  { name: "Hỗ trợ doanh nghiệp", aliases: ["hỗ trợ dn", "chính sách hỗ trợ doanh nghiệp"], old: 0.2, now: 0.15 },
  { name: "Đào tạo lao động", aliases: ["lao động"], old: 0.2, now: 0.1 },
  { name: "Thiết chế pháp lý", aliases: ["pháp lý", "thiết chế pháp lý và an ninh trật tự"], old: 0.05, now: 0.1 },
];

const PGI_COMPONENTS = ["Giảm thiểu ô nhiễm môi trường và biến đổi khí hậu", "Vai trò của chính quyền tỉnh trong thúc đẩy thực hành xanh"];

/**
 * Weights by index and year. PCI: the sets that reproduce the scores which VCCI published (the same as in the plans that print them);
 * PGI: 25 % each; only the two of its four components that a plan at hand prints are named. DDCI, PAR INDEX and DTI differ by province and year, so their tables are the user's.
 */
export const INDEX_WEIGHTS: readonly IndexWeight[] = [
  ...PCI_COMPONENTS.map(({ name, aliases, old }) => ({
    index: "PCI",
    component: name,
    aliases,
    fromYear: 2013,
    toYear: 2021,
    weight: old,
  })),
  ...PCI_COMPONENTS.map(({ name, aliases, now }) => ({ index: "PCI", component: name, aliases, fromYear: 2022, weight: now })),
  ...PGI_COMPONENTS.map((name) => ({ index: "PGI", component: name, aliases: [], fromYear: 2022, weight: 0.25 })),
];

/** Weight of a component of an index in a year; undefined when the table does not hold it. */
export function weightOf(
  index: string,
  year: number,
  component: string,
  table: readonly IndexWeight[] = INDEX_WEIGHTS,
): number | undefined {
  const key = comparable(component);
  return table.find(
    (entry) =>
      comparable(entry.index) === comparable(index) &&
      year >= entry.fromYear &&
      (entry.toYear === undefined || year <= entry.toYear) &&
      (comparable(entry.component) === key || entry.aliases.includes(key)),
  )?.weight;
}

/** What a weighted mean of component scores is multiplied by: PCI and DDCI publish 100 points from scores of 10, PGI the sum of its four scores. */
export function factorOf(index: string): number {
  const name = comparable(index);
  return name === "pgi" ? 4 : name === "pci" || name === "ddci" ? 10 : 1;
}

/** The component that words of a plan mean; the weight tells likely ones apart. Undefined when too few words agree. */
export function componentOf(
  words: string,
  year: number,
  weight?: number,
  table: readonly IndexWeight[] = INDEX_WEIGHTS,
): IndexWeight | undefined {
  const given = new Set(wordsOf(words));
  const likeness = ({ component, aliases, weight: own }: IndexWeight): number => {
    const shares = [component, ...aliases]
      .map((name) => wordsOf(name))
      .map((name) => name.filter((word) => given.has(word)).length / name.length);
    return Math.max(...shares) + (weight !== undefined && Math.abs(own - weight) < 1e-9 ? 0.1 : 0);
  };
  return table
    .filter(({ fromYear, toYear }) => year >= fromYear && (toYear === undefined || year <= toYear))
    .map((entry) => ({ entry, score: likeness(entry) }))
    .filter(({ score }) => score >= LEAST_LIKENESS)
    .sort((a, b) => b.score - a.score)[0]?.entry;
}

/** A plan with lost letters still has 0.75 of the words of a long name. */
const LEAST_LIKENESS = 0.7;

function wordsOf(text: string): readonly string[] {
  return comparable(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A composite score and how much of the whole weight its components cover. */
export interface IndexScore {
  /** Weighted mean of the scores that are there × factor; undefined when none is. */
  readonly score: number | undefined;
  /** Share of the whole weight that has a score. */
  readonly coverage: number;
}

/**
 * Weighted index: mean of the scores by weight × factor (PCI: 10 gives the 100-point score; PGI: 4, which is the sum of its four scores).
 * Components without a score are left out of the mean and lower the coverage. Weights may be shares, percentages or plain ones: the whole
 * is 1 when they sum to at most 1, 100 when one of them is above 1, otherwise their sum.
 */
export function weightedIndex(scores: readonly (number | undefined)[], weights: readonly number[], factor = 10): IndexScore {
  const present = scores
    .map((score, index) => ({ score, weight: weights[index] ?? 0 }))
    .filter((item): item is { score: number; weight: number } => item.score !== undefined);
  const covered = present.reduce((sum, { weight }) => sum + weight, 0);
  const whole = wholeOf(weights);
  if (covered <= 0 || whole <= 0) return { score: undefined, coverage: 0 };
  return { score: (present.reduce((sum, { score, weight }) => sum + score * weight, 0) / covered) * factor, coverage: covered / whole };
}

function wholeOf(weights: readonly number[]): number {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum <= 1 + 1e-9) return 1;
  return weights.some((weight) => weight > 1 + 1e-9) ? Math.max(100, sum) : sum;
}

/** What one component adds to the index: weight (share) × score × factor. */
export function contribution(score: number, weight: number, factor = 10): number {
  return weight * score * factor;
}

/** How much a component must rise so that the index reaches a level, all else equal; 0 when it is reached; undefined for a weight of 0. */
export function neededIncrease(index: number, level: number, weight: number, factor = 10): number | undefined {
  if (weight <= 0) return undefined;
  return Math.max(0, (level - index) / (weight * factor));
}

/** Sum of the sub-index scores, as PGI is published (four 10-point scores, at most 40). */
export function sumIndex(scores: readonly number[]): number {
  return scores.reduce((sum, score) => sum + score, 0);
}

/**
 * Min-max normalisation to 1…top (PCI, DDCI): 9·(x−min)/(max−min)+1 for a scale of 10, mirrored when lower is better; undefined without
 * spread or outside min…max.
 */
export function normalizeScore(value: number, min: number, max: number, inverse = false, top = 10): number | undefined {
  if (!(max > min) || value < min || value > max) return undefined;
  const direct = ((top - 1) * (value - min)) / (max - min) + 1;
  return inverse ? top + 1 - direct : direct;
}

/** Points of a step table: those of the highest threshold that the value reaches, 0 below the lowest. */
export function stepScore(value: number, steps: readonly { readonly from: number; readonly points: number }[]): number {
  return [...steps].sort((a, b) => b.from - a.from).find(({ from }) => value >= from - 1e-9)?.points ?? 0;
}

/** Points in proportion: share × maximum, held to 0…maximum. */
export function proportionalScore(share: number, maximum: number): number {
  return Math.min(1, Math.max(0, share)) * maximum;
}

/** A band of a rating: its lower end and its name. */
export interface Band {
  readonly from: number;
  readonly name: string;
}

/** Bands of Decree 335/2025 for the yearly rating of officials, 100 points. */
export const RATING_BANDS: readonly Band[] = [
  { from: 90, name: "Hoàn thành xuất sắc nhiệm vụ" },
  { from: 70, name: "Hoàn thành tốt nhiệm vụ" },
  { from: 50, name: "Hoàn thành nhiệm vụ" },
  { from: 0, name: "Không hoàn thành nhiệm vụ" },
];

/** Name of the band of a score; undefined below the lowest. */
export function bandOf(score: number, bands: readonly Band[] = RATING_BANDS): string | undefined {
  return [...bands].sort((a, b) => b.from - a.from).find(({ from }) => score >= from - 1e-9)?.name;
}

/** Percentile of a rank among n: 1 is the best, 0 the last; undefined outside 1…n. Compares ranks across years with different n. */
export function rankPercentile(rank: number, among: number): number | undefined {
  if (!(rank >= 1 && rank <= among)) return undefined;
  return among === 1 ? 1 : 1 - (rank - 1) / (among - 1);
}
