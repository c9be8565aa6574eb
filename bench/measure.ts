/** Median of several runs of a job in milliseconds, after one run that warms it up. */
export async function medianOf(runs: number, job: () => unknown): Promise<number> {
  await job();
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const started = performance.now();
    await job();
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)]!;
}

/** One line of the report: what was done, how long it took, and how that compares. */
export function report(what: string, milliseconds: number, compared?: { readonly with: string; readonly milliseconds: number }): void {
  const ratio = compared ? `   ${(milliseconds / compared.milliseconds).toFixed(2)} × ${compared.with}` : "";
  console.log(`${what.padEnd(64)} ${milliseconds.toFixed(0).padStart(7)} ms${ratio}`);
}
