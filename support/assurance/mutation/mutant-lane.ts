import type { SeenScenario } from '../in-process-suite.ts';
import { WorkerProcess, type WorkerFault } from '../worker-process.ts';
import type { MutantOrder, MutantReply } from './mutant-orders.ts';

type Worker = WorkerProcess<MutantOrder, MutantReply>;
type Baseline = Extract<MutantReply, { kind: 'baseline' }>;

/** Far above what the suite takes on the sound store. */
const baselinePatienceMs = 900_000;

/** A process keeps every generation of the store's modules, and each takes some megabytes. */
const mostGenerations = 60;

/** Carries out one order after the other: in one process, and in a new one where that ends or has grown. */
export class MutantLane {
  readonly #startWorker: () => Worker;
  #worker: Worker | null = null;
  #generations = 0;

  constructor(startWorker: () => Worker) {
    this.#startWorker = startWorker;
  }

  async run(order: Extract<MutantOrder, { kind: 'mutants' }>, patienceMs: number): Promise<MutantReply | WorkerFault> {
    if (this.#generations >= mostGenerations) await this.end();
    if (order.isStatic) this.#generations += 1;
    const worker = (this.#worker ??= this.#startWorker());
    const reply = await worker.run(order, patienceMs);
    if (worker.hasEnded) this.#forget();
    return reply;
  }

  /** Judges the sound store. Throws where it does not find it sound. */
  async runBaseline(): Promise<Baseline> {
    const worker = (this.#worker ??= this.#startWorker());
    const reply = await worker.run({ kind: 'baseline' }, baselinePatienceMs);
    if ('fault' in reply || reply.kind !== 'baseline')
      throw new Error(`the suite cannot be run on the sound store: ${describeFailure(reply)}`);
    const unsound = reply.scenarios.find(({ verdict }) => verdict !== 'conformant' && verdict !== 'observed');
    if (unsound !== undefined) throw new Error(`on the sound store, ${describeScenario(unsound)}`);
    return reply;
  }

  /** What the process saw of mutants is worth something only if it still sees nothing on the sound store. */
  async end(): Promise<void> {
    try {
      if (this.#worker !== null) await this.runBaseline();
    } finally {
      this.stop();
    }
  }

  stop(): void {
    this.#worker?.stop();
    this.#forget();
  }

  #forget(): void {
    this.#worker = null;
    this.#generations = 0;
  }
}

function describeFailure(reply: MutantReply | WorkerFault): string {
  if ('fault' in reply) return reply.fault;
  return 'why' in reply ? reply.why : reply.kind;
}

function describeScenario({ clause, name, verdict, reason }: SeenScenario): string {
  return `${clause} "${name}" is ${verdict}: ${reason ?? ''}`;
}
