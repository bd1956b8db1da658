import { setTimeout as pause } from 'node:timers/promises';

/**
 * Looks repeatedly until the result satisfies or the deadline passes; returns the last result. The pauses grow from 5
 * to 250 ms: no cost with a consistent store, few requests with a slow one.
 */
export async function poll<T>(look: () => Promise<T>, satisfied: (seen: T) => boolean, deadlineMs: number): Promise<T> {
  const deadline = performance.now() + deadlineMs;
  for (let delay = 5; ; delay = Math.min(delay * 2, 250)) {
    const startedAt = performance.now();
    const seen = await look();
    if (satisfied(seen) || startedAt >= deadline) return seen;
    // The last look is at the deadline.
    await pause(Math.max(0, Math.min(delay, deadline - performance.now())));
  }
}
