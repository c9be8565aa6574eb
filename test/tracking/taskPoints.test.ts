import { taskPoints, type DueTasks } from "../../src/tracking/taskPoints";

const check = (tasks: DueTasks, quantity: number | null, quality: number | null, progress: number | null, points: number | null): void => {
  const found = taskPoints(tasks);
  for (const [share, wanted] of [
    [found.quantity, quantity],
    [found.quality, quality],
    [found.progress, progress],
    [found.points, points],
  ] as const)
    if (wanted === null) expect(share).toBeNull();
    else expect(share).toBeCloseTo(wanted, 10);
};

describe("points for tasks after Decree 335/2025", () => {
  it("are 70 when all is done, well and on time", () => check({ onTime: 8, late: 0, overdue: 0, quality: 1 }, 1, 1, 1, 70));

  it("lose a quarter of the progress of each task that was late", () =>
    check({ onTime: 3, late: 1, overdue: 0, quality: 1 }, 1, 1, 0.9375, (70 * 2.9375) / 3));

  it("count a task that is overdue in none of the three shares", () =>
    check({ onTime: 2, late: 1, overdue: 1, quality: 0.8 }, 0.75, 0.6, 0.6875, (70 * (0.75 + 0.6 + 0.6875)) / 3));

  it("are 0 when nothing that was due is done", () => check({ onTime: 0, late: 0, overdue: 2, quality: null }, 0, 0, 0, 0));

  it("are not told before somebody judges the quality, nor while nothing is due", () => {
    check({ onTime: 3, late: 0, overdue: 1, quality: null }, 0.75, null, 0.75, null);
    check({ onTime: 0, late: 0, overdue: 0, quality: null }, null, null, null, null);
  });
});
