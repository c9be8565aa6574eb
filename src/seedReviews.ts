/** Saved reviews of the built-in plans by plan id, as JSON text; a plan without one is read by rules alone. */
export const reviewsById: Readonly<Record<string, string>> = {};
