import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CanaryRun, DeviationRun } from './kill-matrix.ts';
import { MatrixProcess, type MatrixOrder } from './process.ts';
import type { PlannedScenario } from '../run/scenarios.ts';
import type { SignatureVersion } from '../target/target.ts';

/** A deviation that is to be run. */
export interface PlannedDeviation {
  readonly name: string;
  /** The signature by which its scenarios are prepared. */
  readonly setUpBy: SignatureVersion;
  /** The scenarios of its clause, which are run in any case. */
  readonly ownScenarios: readonly PlannedScenario[];
}

/** What the runs of the matrix saw. */
export interface MatrixRuns {
  readonly runs: readonly DeviationRun[];
  readonly canaries: readonly CanaryRun[];
}

/**
 * Runs the suite against every deviation, in a few processes.
 *
 * A scenario in which the deviation takes no decision otherwise than the store would is a scenario of the canary, and
 * is left out: the canary's run finds out which ones these are. Each process runs the canary again when it is done;
 * what it saw of deviations is worth something only if it sees nothing on a sound store.
 * Throws an Error where a canary cannot even be run.
 */
export async function runDeviations(
  deviations: readonly PlannedDeviation[],
  onRun: (run: DeviationRun) => void,
): Promise<MatrixRuns> {
  const directory = await mkdtemp(join(tmpdir(), 'oss-conformance-matrix-'));
  try {
    const running = new MatrixRunning(directory, deviations, onRun);
    await running.findReach();
    // One more than there are cores: a store that does not answer is waited for.
    const lanes = Math.min(availableParallelism() + 1, deviations.length);
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
  readonly #bySignature: ReadonlyMap<SignatureVersion, readonly PlannedDeviation[]>;
  readonly #waiting: PlannedDeviation[];
  readonly #onRun: (run: DeviationRun) => void;
  readonly #reach = new Map<string, readonly PlannedScenario[]>();
  readonly #idle: MatrixProcess[] = [];

  constructor(directory: string, deviations: readonly PlannedDeviation[], onRun: (run: DeviationRun) => void) {
    this.#directory = directory;
    this.#bySignature = Map.groupBy(deviations, ({ setUpBy }) => setUpBy);
    this.#waiting = [...deviations];
    this.#onRun = onRun;
  }

  /** Runs the canary by every signature that a deviation is prepared by. */
  async findReach(): Promise<void> {
    await Promise.all(
      [...this.#bySignature].map(async ([signature, deviations]) => {
        const process = new MatrixProcess(this.#directory);
        this.#idle.push(process);
        const names = deviations.map(({ name }) => name);
        const reach = await this.#runCanary(process, 'before the deviations', {
          kind: 'shadowed canary',
          signature,
          deviations: names,
        });
        for (const name of names) this.#reach.set(name, reach[name] ?? []);
      }),
    );
  }

  /** One process, and another for each that a deviation ends. */
  async runLane(): Promise<void> {
    while (this.#waiting.length > 0) {
      const process = this.#idle.shift() ?? new MatrixProcess(this.#directory);
      try {
        await this.#runWaiting(process);
        if (process.hasEnded) continue;
        for (const signature of this.#bySignature.keys())
          await this.#runCanary(process, 'after the deviations', { kind: 'canary', signature });
      } finally {
        process.stop();
      }
    }
  }

  async #runWaiting(process: MatrixProcess): Promise<void> {
    while (!process.hasEnded) {
      const planned = this.#waiting.shift();
      if (planned === undefined) return;
      const clock = performance.now();
      const scenarios = [...planned.ownScenarios, ...(this.#reach.get(planned.name) ?? [])];
      const reply = await process.run({ kind: 'deviation', deviation: planned.name, scenarios });
      const run: DeviationRun = { deviation: planned.name, durationMs: performance.now() - clock, ...reply };
      this.runs.push(run);
      this.#onRun(run);
    }
  }

  async #runCanary(
    process: MatrixProcess,
    place: string,
    order: Exclude<MatrixOrder, { kind: 'deviation' }>,
  ): Promise<Readonly<Record<string, readonly PlannedScenario[]>>> {
    const when = `${place}, signed by ${order.signature}`;
    const reply = await process.run(order);
    if ('fault' in reply) throw new Error(`the canary ${when} could not be run: ${reply.fault}`);
    this.canaries.push({ when, scenarios: reply.scenarios });
    return reply.reach;
  }
}
