import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCatalogue } from '../../harness/catalogue/catalogue.ts';
import { deviationNames, loadDeviation } from '../../reference-store/deviation.ts';
import { startDryRunTarget } from '../../run/reference-target.ts';
import { conclude } from '../conclusion.ts';
import { InProcessSuite } from '../in-process-suite.ts';
import { ScenarioReach } from '../kill-matrix/scenario-reach.ts';
import { WorkerProcess } from '../worker-process.ts';
import type { ComparisonOrder, ComparisonReply } from './deviation-comparison-orders.ts';
import type { ComparedVerdicts } from './wait-comparison.ts';

/**
 * Judges every deviation of the store with waits that are cut, by all scenarios of its clause and all in which it differs
 * from the correct store; what the cut waits affected is judged again with full deadlines. Every verdict and every reason
 * must be the same. `prove-deviations.ts 1/20` judges every twentieth deviation, and `1/1 NAME` those named.
 *
 * Load on the machine delays a store as a slow store would. So what differs is compared again, alone and with a longer
 * deadline, before it is a complaint.
 */

type Worker = WorkerProcess<ComparisonOrder, ComparisonReply>;

/** Long enough for waits that are cut, and for a store that is consistent at once. */
const deadlineMs = 400;
const longDeadlineMs = 1_500;

/** Far above what the slowest deviation takes. */
const patienceMs = 600_000;

const [, , share = '1/1', ...named] = process.argv;
const [position = 1, shares = 1] = share.split('/').map(Number);
const names = named.length > 0 ? named : deviationNames().filter((_, index) => index % shares === position - 1);
const directory = await mkdtemp(join(tmpdir(), 'read-after-write-'));
const complaints: string[] = [];
let scenarios = 0;
let affected = 0;
try {
  const doubtful = await compareAll(await ordersFor(names));
  const alone = startWorker();
  for (const order of doubtful)
    complaints.push(...(await compare(alone, { ...order, deadlineMs: longDeadlineMs }, 'alone')));
  alone.stop();
} finally {
  await rm(directory, { recursive: true });
}
const judged = `${names.length} deviations (${share}), ${affected} of ${scenarios} scenarios judged both ways`;
conclude(`read after write: ${judged}, `, complaints);

/** The order with the most scenarios comes first, so that none is left when all other workers have ended. */
async function ordersFor(deviations: readonly string[]): Promise<readonly ComparisonOrder[]> {
  const { clauses } = await loadCatalogue();
  const reached = await scenariosReachedBy(deviations);
  const orders = deviations.map(async (deviation) => {
    const { clause, setUpBy = 'v4' } = await loadDeviation(deviation);
    const { feature = null, scenarios: own = [] } = clauses.find(({ id }) => id === clause) ?? {};
    const paths = new Set([...own.map(({ line }) => `${feature}:${line}`), ...(reached.get(deviation) ?? [])]);
    return { deviation, signature: setUpBy, deadlineMs, paths: [...paths] };
  });
  return (await Promise.all(orders)).toSorted((one, other) => other.paths.length - one.paths.length);
}

/** The scenarios in which each deviation differs from the correct store, as `FEATURE:LINE`. */
async function scenariosReachedBy(deviations: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const reach = new ScenarioReach();
  const style = { region: 'cn-hangzhou', addressing: 'path', signature: 'v4', without: [] } as const;
  const dryRun = await startDryRunTarget(style, deviations, (name) => reach.add(name));
  await new InProcessSuite(directory).judgeStore(dryRun, null, { listener: reach });
  const found = Object.entries(reach.scenarios);
  return new Map(found.map(([name, reached]) => [name, reached.map(({ feature, line }) => `${feature}:${line}`)]));
}

/**
 * Compares several at once, because a store that forgets what was written is waited for a hundred times. Returns those
 * that differ.
 */
async function compareAll(orders: readonly ComparisonOrder[]): Promise<readonly ComparisonOrder[]> {
  const waiting = [...orders];
  const differing: ComparisonOrder[] = [];
  const lane = async (): Promise<void> => {
    let worker = startWorker();
    for (let order = waiting.shift(); order !== undefined; order = waiting.shift()) {
      if ((await compare(worker, order, 'next to others')).length > 0) differing.push(order);
      if (worker.hasEnded) worker = startWorker();
    }
    worker.stop();
  };
  await Promise.all(Array.from({ length: Math.min(2 * availableParallelism(), orders.length) }, lane));
  return differing;
}

/** Prints the outcome. Returns the differences in words, or the fault. */
async function compare(worker: Worker, order: ComparisonOrder, how: string): Promise<readonly string[]> {
  const reply = await worker.run(order, patienceMs);
  if ('fault' in reply) {
    process.stdout.write(`${order.deviation}: ${reply.fault}, ${how}\n`);
    return [`${order.deviation}: ${reply.fault}`];
  }
  report(order, reply, how);
  return reply.differences;
}

function report({ deviation }: ComparisonOrder, compared: ComparedVerdicts, how: string): void {
  scenarios += compared.scenarios;
  affected += compared.affected;
  const counts = `${compared.affected} of ${compared.scenarios} scenarios affected`;
  process.stdout.write(`${deviation}: ${counts}, ${compared.differences.length} differences, ${how}\n`);
}

function startWorker(): Worker {
  return new WorkerProcess({ program: new URL('deviation-comparison-worker.ts', import.meta.url), directory });
}
