/** Tasks of an agency that have come due: what the points are reckoned from. */
export interface DueTasks {
  readonly onTime: number;
  readonly late: number;
  /** Past their day and not done. */
  readonly overdue: number;
  /** Mean quality of the tasks that are done, 0…1; null where nobody has judged one. */
  readonly quality: number | null;
}

/** Shares that the points are the mean of, and the points; null where one cannot be told. */
export interface TaskPoints {
  readonly quantity: number | null;
  readonly quality: number | null;
  readonly progress: number | null;
  readonly points: number | null;
}

/** Most points that tasks give; 30 more are for general conduct, which a workbook of a plan does not follow (Decree 335/2025). */
export const MOST_TASK_POINTS = 70;

/** What is left of the progress points of a task that was delivered late: 25 % are taken off each time (Decree 335/2025). */
export const LATE_SHARE = 0.75;

/**
 * Points for tasks after Decree 335/2025/NĐ-CP (in force from 1 January 2026): 70 × the mean of quantity, quality and progress. The decree sets all
 * three against the work assigned for the period, so a task that is overdue and not done counts in none of them: quantity is what is done ÷ what
 * was due; quality is what is done as well as required ÷ what was due; progress is what is done on time ÷ what was due, a task done late with a
 * quarter of its points less. A task counts as due once it is done or past its day; one whose quality nobody has judged is taken for the mean.
 */
export function taskPoints({ onTime, late, overdue, quality }: DueTasks): TaskPoints {
  const done = onTime + late;
  const due = done + overdue;
  if (due === 0) return { quantity: null, quality: null, progress: null, points: null };
  const shares = {
    quantity: done / due,
    quality: done === 0 ? 0 : quality === null ? null : (done / due) * quality,
    progress: (onTime + LATE_SHARE * late) / due,
  };
  const points = shares.quality === null ? null : (MOST_TASK_POINTS * (shares.quantity + shares.quality + shares.progress)) / 3;
  return { ...shares, points };
}
