import index from "../seeds/index.json";
import dakNongIndustrialZones from "../seeds/dak-nong-bqlkcn-2025-2030.txt";
import dakNongScience from "../seeds/dak-nong-skhcn-2024.txt";
import giaLai from "../seeds/gia-lai-stttt-2024.txt";
import khanhHoa from "../seeds/khanh-hoa-stttt-2023.txt";
import langSon from "../seeds/lang-son-ubnd-2021.txt";
import { reviewsById } from "./seedReviews";

/** A plan that ships with the program, as issued, with the review that a person made of its reading. */
export interface SeedPlan {
  readonly id: string;
  readonly title: string;
  readonly issuer: string;
  readonly place: string;
  readonly year: number;
  readonly text: string;
  /** JSON text of the saved review beside the plan; undefined when the reading needs none. */
  readonly review?: string;
}

const TEXTS: Readonly<Record<string, string>> = {
  "dak-nong-skhcn-2024": dakNongScience,
  "gia-lai-stttt-2024": giaLai,
  "lang-son-ubnd-2021": langSon,
  "khanh-hoa-stttt-2023": khanhHoa,
  "dak-nong-bqlkcn-2025-2030": dakNongIndustrialZones,
};

/** The gallery "Kế hoạch mẫu", in the order of `seeds/index.json`. */
export const seedPlans: readonly SeedPlan[] = index.map((entry) => {
  const { file: _file, ...facts } = entry;
  return { ...facts, text: TEXTS[entry.id]!, review: reviewsById[entry.id] };
});
