import { setTimeout as pause } from 'node:timers/promises';

/**
 * Looks repeatedly until what is seen satisfies or the deadline passes; returns what was seen last.
 * The pauses grow from 5 to 250 ms, so that a consistent store costs nothing and a slow one little.
 */
export async function poll<T>(look: () => Promise<T>, satisfied: (seen: T) => boolean, deadlineMs: number): Promise<T> {
  const deadline = performance.now() + deadlineMs;
  for (let delay = 5; ; delay = Math.min(delay * 2, 250)) {
    const seen = await look();
    if (satisfied(seen) || performance.now() + delay > deadline) return seen;
    await pause(delay);
  }
}
