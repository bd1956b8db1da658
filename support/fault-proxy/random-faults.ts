import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from './fault.ts';

/** A fault that hits some requests. `rate` is their share, from 0 to 1. */
export type RandomFault =
  | { readonly kind: 'fault'; readonly fault: Fault; readonly rate: number }
  | { readonly kind: 'latency'; readonly milliseconds: number; readonly rate: number };

/** Delays a request by every latency that hits it; then the first fault that hits it decides. */
export function randomly(faults: readonly RandomFault[], random: () => number): Fault {
  return async (strike) => {
    const struck = faults.filter(({ rate }) => random() < rate);
    const latencies = struck.flatMap((one) => (one.kind === 'latency' ? [one.milliseconds] : []));
    await pause(latencies.reduce((sum, milliseconds) => sum + milliseconds, 0));
    const decisive = struck.find((one) => one.kind === 'fault');
    if (decisive === undefined) strike.answer(await strike.pass());
    else await decisive.fault(strike);
  };
}

/** Numbers from 0 up to 1, the same for the same seed: Mulberry32. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
