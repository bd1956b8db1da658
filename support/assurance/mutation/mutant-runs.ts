import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { WorkerProcess, type WorkerFault } from '../worker-process.ts';
import type { SeenScenario } from '../in-process-suite.ts';
import { fateOf, type TriedMutant } from './fate.ts';
import type { MutantOrder, MutantReply } from './mutant-orders.ts';
import { MutantReach } from './mutant-reach.ts';
import type { InstrumentedStore, Mutant, MutatedSource } from './mutants.ts';

type Worker = WorkerProcess<MutantOrder, MutantReply>;

const extension = import.meta.url.slice(import.meta.url.lastIndexOf('.'));
const program = new URL(`./mutant-worker${extension}`, import.meta.url);
const loader = new URL(`./instrumented-modules${extension}`, import.meta.url);

/** Far above what the suite takes on the sound store. */
const baselinePatienceMs = 240_000;

/** A mutant may take so many times what the suite takes on the sound store. */
const patienceFactor = 4;

/** A process keeps every generation of the store's modules, and each takes some megabytes. */
const mostGenerations = 60;

/** Tries the mutants that `isChosen`, in as many processes as there are cores. Throws where the sound store fails. */
export async function tryMutants(
  { sources, mutants }: InstrumentedStore,
  isChosen: (mutant: Mutant) => boolean,
  onTried: (tried: TriedMutant) => void,
): Promise<readonly TriedMutant[]> {
  const directory = await mkdtemp(join(tmpdir(), 'oss-conformance-mutation-'));
  try {
    const instrumented = join(directory, 'instrumented');
    await writeSources(instrumented, sources);
    const running = new MutantRunning({ directory, instrumented }, mutants.filter(isChosen), onTried);
    await running.findReach();
    await Promise.all(Array.from({ length: availableParallelism() }, () => running.runLane()));
    return running.tried;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function writeSources(folder: string, sources: readonly MutatedSource[]): Promise<void> {
  for (const { file, instrumented } of sources) {
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, instrumented);
  }
}

interface Folders {
  readonly directory: string;
  readonly instrumented: string;
}

class MutantRunning {
  readonly tried: TriedMutant[] = [];
  readonly #folders: Folders;
  readonly #waiting: Mutant[];
  readonly #onTried: (tried: TriedMutant) => void;
  readonly #idle: Worker[] = [];
  #reach = new MutantReach({}, []);
  #patienceMs = baselinePatienceMs;

  constructor(folders: Folders, mutants: readonly Mutant[], onTried: (tried: TriedMutant) => void) {
    this.#folders = folders;
    this.#waiting = [...mutants];
    this.#onTried = onTried;
  }

  async findReach(): Promise<void> {
    const worker = this.#startWorker();
    this.#idle.push(worker);
    const clock = performance.now();
    const reply = await runBaseline(worker);
    this.#patienceMs = patienceFactor * (performance.now() - clock);
    this.#reach = new MutantReach(reply.reached, this.#waiting);
  }

  /** One worker, and another for each that ends. */
  async runLane(): Promise<void> {
    while (this.#waiting.length > 0) {
      const worker = this.#idle.shift() ?? this.#startWorker();
      try {
        await this.#runWaiting(worker);
        // What it saw of mutants is worth something only if it still sees nothing on the sound store.
        if (!worker.hasEnded) await runBaseline(worker);
      } finally {
        worker.stop();
      }
    }
  }

  #startWorker(): Worker {
    const { directory, instrumented } = this.#folders;
    return new WorkerProcess({
      program,
      directory,
      nodeOptions: ['--import', loader.href],
      environment: { OSS_CONFORMANCE_INSTRUMENTED: instrumented },
    });
  }

  async #runWaiting(worker: Worker): Promise<void> {
    let generations = 0;
    while (!worker.hasEnded && generations < mostGenerations) {
      const mutant = this.#waiting.shift();
      if (mutant === undefined) return;
      const clock = performance.now();
      const reach = this.#reach.of(mutant);
      if (reach?.isStatic === true) generations += 1;
      const reply =
        reach === null ? null : await worker.run({ kind: 'mutant', id: mutant.id, ...reach }, this.#patienceMs);
      const tried = { mutant, ...fateOf(reply), durationMs: performance.now() - clock };
      this.tried.push(tried);
      this.#onTried(tried);
    }
  }
}

async function runBaseline(worker: Worker): Promise<Extract<MutantReply, { kind: 'baseline' }>> {
  const reply = await worker.run({ kind: 'baseline' }, baselinePatienceMs);
  if ('fault' in reply || reply.kind !== 'baseline')
    throw new Error(`the suite cannot be run on the sound store: ${describeFailure(reply)}`);
  const unsound = reply.scenarios.find(({ verdict }) => verdict !== 'conformant' && verdict !== 'observed');
  if (unsound !== undefined) throw new Error(`on the sound store, ${describeScenario(unsound)}`);
  return reply;
}

function describeFailure(reply: MutantReply | WorkerFault): string {
  if ('fault' in reply) return reply.fault;
  return 'why' in reply ? reply.why : reply.kind;
}

function describeScenario({ clause, name, verdict, reason }: SeenScenario): string {
  return `${clause} "${name}" is ${verdict}: ${reason ?? ''}`;
}
