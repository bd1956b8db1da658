import { setTimeout as pause } from 'node:timers/promises';

/**
 * Looks repeatedly until what is seen satisfies or the deadline passes; returns what was seen last.
 * The pauses grow from 5 to 250 ms, so that a consistent store costs nothing and a slow one little.
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
