import { listBuckets } from '../harness/conversation/requests.ts';
import { clientOf } from '../harness/world/session.ts';
import type { Target } from '../harness/target/target.ts';

/** What decides the number of workers. */
export interface RunSize {
  readonly scenarios: number;
  /** Milliseconds from a small request to its answer. */
  readonly roundTripMs: number;
  /** Buckets that may live at a time, all workers together. */
  readonly liveBuckets: number;
}

/** Sequential round trips of a scenario (BENCHMARK.md). */
const roundTripsPerScenario = 3;
/** The cost of each further worker: a thread that loads the suite again. */
const workerMs = 1_000;
/** One in use, one being created, one being removed; with fewer, workers wait for each other's buckets. */
const bucketsPerWorker = 3;
/** A worker holds about 200 MB. Without a bound, a slow answer to the first requests once led to a run of 5 GB. */
const workersAtMost = 8;

/**
 * The number of workers that ends a run soonest; 0 for this thread alone. With a distant store, a run mostly waits for
 * answers. n workers wait 1/n of the time, but each takes time to start. The sum is smallest at the square root of
 * waiting time over starting time.
 */
export function bestWorkerCount({ scenarios, roundTripMs, liveBuckets }: RunSize): number {
  const best = Math.sqrt((scenarios * roundTripsPerScenario * roundTripMs) / workerMs);
  const workers = Math.floor(Math.min(best, liveBuckets / bucketsPerWorker, workersAtMost));
  return workers < 2 ? 0 : workers;
}

/** Milliseconds from a small request to its answer on an open connection; 0 if the store does not answer. */
export async function roundTripTo(target: Target): Promise<number> {
  const client = clientOf(target);
  try {
    const times: number[] = [];
    // The first one opens the connection.
    for (let request = 0; request < 3; request += 1) {
      const { outcome, durationMs } = await client.send(listBuckets(1), target.principals.owner);
      if ('fault' in outcome) return 0;
      times.push(durationMs);
    }
    return Math.min(...times);
  } finally {
    await client.close();
  }
}
