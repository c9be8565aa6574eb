import khanhHoa from "../seeds/khanh-hoa-stttt-2023.review.json";
import langSon from "../seeds/lang-son-ubnd-2021.review.json";

/** Saved reviews of the built-in plans by plan id, as JSON text; a plan without one is read by rules alone. */
export const reviewsById: Readonly<Record<string, string>> = {
  "khanh-hoa-stttt-2023": JSON.stringify(khanhHoa),
  "lang-son-ubnd-2021": JSON.stringify(langSon),
};
