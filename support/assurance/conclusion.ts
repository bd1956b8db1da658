/**
 * Ends a proof: prints each complaint on a line of its own, then what was tried, e.g. `request styles: 4 runs, 0
 * complaints`. The exit code is 1 where there is a complaint.
 */
export function conclude(tried: string, complaints: readonly string[]): void {
  for (const complaint of complaints) process.stdout.write(`${complaint}\n`);
  process.stdout.write(`${tried}${complaints.length} complaints\n`);
  process.exitCode = complaints.length === 0 ? 0 : 1;
}
