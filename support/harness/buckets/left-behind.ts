/** Names, on stderr, the buckets that the store would not let go, and says what to do about them. */
export function nameLeftBehind(lines: readonly string[]): void {
  for (const line of lines) process.stderr.write(`left behind: ${line}; "sweep" tries again\n`);
}
