import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CanaryRun, DeviationRun } from './kill-matrix.ts';
import { MatrixProcess } from './kill-matrix-process.ts';
import type { SignatureVersion } from './target.ts';

/** What is to be run. */
export interface MatrixPlan {
  /** The names of deviations. */
  readonly deviations: readonly string[];
  /** The signatures by which they prepare their scenarios: the canary is tried by each. */
  readonly signatures: readonly SignatureVersion[];
  readonly onRun: (run: DeviationRun) => void;
}

/** What the runs of the matrix saw. */
export interface MatrixRuns {
  readonly runs: readonly DeviationRun[];
  readonly canaries: readonly CanaryRun[];
}

/**
 * Runs the whole suite against every named deviation, in as many processes as there are cores. Each process runs the
 * canary first and last: what it saw in between is worth something only if it sees nothing on a sound store.
 * Throws an Error where a canary cannot even be run.
 */
export async function runDeviations(plan: MatrixPlan): Promise<MatrixRuns> {
  const directory = await mkdtemp(join(tmpdir(), 'oss-conformance-matrix-'));
  try {
    const running = new MatrixRunning(directory, plan);
    const lanes = Math.min(availableParallelism(), plan.deviations.length);
    await Promise.all(Array.from({ length: lanes }, () => running.runLane()));
    return running;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

class MatrixRunning implements MatrixRuns {
  readonly runs: DeviationRun[] = [];
  readonly canaries: CanaryRun[] = [];
  readonly #directory: string;
  readonly #plan: MatrixPlan;
  readonly #waiting: string[];

  constructor(directory: string, plan: MatrixPlan) {
    this.#directory = directory;
    this.#plan = plan;
    this.#waiting = [...plan.deviations];
  }

  /** One process, and another for each that a deviation ends. */
  async runLane(): Promise<void> {
    while (this.#waiting.length > 0) {
      const process = new MatrixProcess(this.#directory);
      try {
        await this.#runCanaries(process, 'before the deviations');
        await this.#runWaiting(process);
        if (!process.hasEnded) await this.#runCanaries(process, 'after the deviations');
      } finally {
        process.stop();
      }
    }
  }

  async #runWaiting(process: MatrixProcess): Promise<void> {
    for (let name = this.#next(process); name !== undefined; name = this.#next(process)) {
      const clock = performance.now();
      const reply = await process.run({ deviation: name });
      const run: DeviationRun = { deviation: name, durationMs: performance.now() - clock, ...reply };
      this.runs.push(run);
      this.#plan.onRun(run);
    }
  }

  #next(process: MatrixProcess): string | undefined {
    return process.hasEnded ? undefined : this.#waiting.shift();
  }

  async #runCanaries(process: MatrixProcess, place: string): Promise<void> {
    for (const signature of this.#plan.signatures) {
      const when = `${place}, signed by ${signature}`;
      const reply = await process.run({ canarySignedBy: signature });
      if ('fault' in reply) throw new Error(`the canary ${when} could not be run: ${reply.fault}`);
      this.canaries.push({ when, scenarios: reply.scenarios });
    }
  }
}
