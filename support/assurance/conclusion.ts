/**
 * Ends a proof: prints each complaint on its own line, then a summary such as `request styles: 4 runs, 0 complaints`.
 * The exit code is 1 if there is a complaint.
 */
export function conclude(tried: string, complaints: readonly string[]): void {
  for (const complaint of complaints) process.stdout.write(`${complaint}\n`);
  process.stdout.write(`${tried}${complaints.length} complaints\n`);
  process.exitCode = complaints.length === 0 ? 0 : 1;
}
