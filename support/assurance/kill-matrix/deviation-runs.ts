import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BaselineRun, DeviationRun } from './kill-matrix.ts';
import { WorkerProcess } from '../worker-process.ts';
import type { DeviationOrder, DeviationReply } from './deviation-orders.ts';
import type { PlannedScenario } from '../../run/scenario-plan.ts';
import type { OssutilSyntax } from '../../ossutil/program.ts';
import type { SignatureVersion } from '../../harness/target/target.ts';

/** A deviation of the store to run. */
export interface PlannedStoreDeviation {
  readonly name: string;
  readonly of: 'store';
  readonly clause: string;
  /** The signature by which its scenarios are prepared. */
  readonly setUpBy: SignatureVersion;
  /** The scenarios of its clause, which are run in any case. */
  readonly ownScenarios: readonly PlannedScenario[];
}

/** A deviation of an ossutil program to run. */
export interface PlannedProgramDeviation {
  readonly name: string;
  readonly of: 'program';
  readonly syntax: OssutilSyntax;
}

type Worker = WorkerProcess<DeviationOrder, DeviationReply>;

const program = new URL(
  `./deviation-worker${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`,
  import.meta.url,
);

/** Far above what the slowest deviation takes. */
const patienceMs = 240_000;

export type PlannedDeviation = PlannedStoreDeviation | PlannedProgramDeviation;

/** The results of the runs of the matrix. */
export interface MatrixRuns {
  readonly runs: readonly DeviationRun[];
  readonly baselines: readonly BaselineRun[];
}

/**
 * Runs the suite against every deviation, in a few processes.
 *
 * A scenario in which a deviation decides everything as the store does gives the same result as the baseline and is left
 * out; the baseline run finds these scenarios. A program is judged by every scenario about programs. Each process runs a
 * baseline again at its end: its results count only if it finds nothing wrong with the correct store and the correct
 * programs. Throws an Error if a baseline cannot run.
 */
export async function runDeviations(
  deviations: readonly PlannedDeviation[],
  onRun: (run: DeviationRun) => void,
): Promise<MatrixRuns> {
  const directory = await mkdtemp(join(tmpdir(), 'oss-conformance-matrix-'));
  try {
    const running = new MatrixRunning(directory, deviations, onRun);
    await running.findReach();
    // One more than there are cores, because runs also wait for stores that do not answer.
    const lanes = Math.min(availableParallelism() + 1, deviations.length);
    await Promise.all(Array.from({ length: lanes }, () => running.runLane()));
    return running;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

class MatrixRunning implements MatrixRuns {
  readonly runs: DeviationRun[] = [];
  readonly baselines: BaselineRun[] = [];
  readonly #directory: string;
  readonly #bySignature: ReadonlyMap<SignatureVersion, readonly PlannedStoreDeviation[]>;
  readonly #syntaxes: ReadonlySet<OssutilSyntax>;
  readonly #waiting: PlannedDeviation[];
  readonly #onRun: (run: DeviationRun) => void;
  readonly #reach = new Map<string, readonly PlannedScenario[]>();
  readonly #idle: Worker[] = [];

  constructor(directory: string, deviations: readonly PlannedDeviation[], onRun: (run: DeviationRun) => void) {
    this.#directory = directory;
    this.#bySignature = Map.groupBy(
      deviations.filter((deviation) => deviation.of === 'store'),
      ({ setUpBy }) => setUpBy,
    );
    this.#syntaxes = new Set(deviations.flatMap((deviation) => (deviation.of === 'program' ? [deviation.syntax] : [])));
    this.#waiting = [...deviations];
    this.#onRun = onRun;
  }

  /** Runs the baseline with every signature version that deviations are prepared with. */
  async findReach(): Promise<void> {
    await Promise.all(
      [...this.#bySignature].map(async ([signature, deviations]) => {
        const worker = this.#startWorker();
        this.#idle.push(worker);
        const names = deviations.map(({ name }) => name);
        const reach = await this.#runBaseline(worker, 'before the deviations', {
          kind: 'dry run',
          signature,
          deviations: names,
        });
        for (const name of names) this.#reach.set(name, reach[name] ?? []);
      }),
    );
  }

  /** One worker, and another for each that a deviation ends. */
  async runLane(): Promise<void> {
    while (this.#waiting.length > 0) {
      const worker = this.#idle.shift() ?? this.#startWorker();
      try {
        await this.#runWaiting(worker);
        if (worker.hasEnded) continue;
        await this.#runBaseline(worker, 'after the deviations', { kind: 'baseline', signature: 'v4' });
        for (const syntax of this.#syntaxes)
          await this.#runBaseline(worker, 'after the deviations', { kind: 'program', syntax, deviation: null });
      } finally {
        worker.stop();
      }
    }
  }

  #startWorker(): Worker {
    return new WorkerProcess({ program, directory: this.#directory });
  }

  async #runWaiting(worker: Worker): Promise<void> {
    while (!worker.hasEnded) {
      const planned = this.#waiting.shift();
      if (planned === undefined) return;
      const clock = performance.now();
      const reply = await worker.run(this.#orderFor(planned), patienceMs);
      const run: DeviationRun = { deviation: planned.name, durationMs: performance.now() - clock, ...reply };
      this.runs.push(run);
      this.#onRun(run);
    }
  }

  #orderFor(planned: PlannedDeviation): DeviationOrder {
    if (planned.of === 'program') return { kind: 'program', syntax: planned.syntax, deviation: planned.name };
    const scenarios = [...planned.ownScenarios, ...(this.#reach.get(planned.name) ?? [])];
    return { kind: 'deviation', deviation: planned.name, clause: planned.clause, scenarios };
  }

  async #runBaseline(
    worker: Worker,
    place: string,
    order: Exclude<DeviationOrder, { kind: 'deviation' }>,
  ): Promise<Readonly<Record<string, readonly PlannedScenario[]>>> {
    const client = order.kind === 'program' ? `by a program of ${order.syntax}` : `signed by ${order.signature}`;
    const when = `${place}, ${client}`;
    const reply = await worker.run(order, patienceMs);
    if ('fault' in reply) throw new Error(`the baseline ${when} could not be run: ${reply.fault}`);
    this.baselines.push({ when, scenarios: reply.scenarios });
    return reply.reach;
  }
}
