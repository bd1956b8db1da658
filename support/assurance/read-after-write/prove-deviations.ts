import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCatalogue } from '../../harness/catalogue/catalogue.ts';
import { deviationNames, loadDeviation } from '../../reference-store/deviation.ts';
import { startDryRunTarget } from '../../run/reference-target.ts';
import { clauseRounds } from '../clause-rounds.ts';
import { conclude } from '../conclusion.ts';
import { InProcessSuite } from '../in-process-suite.ts';
import { ScenarioReach } from '../kill-matrix/scenario-reach.ts';
import { WorkerProcess } from '../worker-process.ts';
import type { ComparisonOrder, ComparisonReply } from './deviation-comparison-orders.ts';

/**
 * Judges every deviation of the store twice, with full deadlines and with waits that are cut, by the scenarios in which
 * it differs from the correct store; where these are many, by all of its own clause and one of each other clause. Every
 * verdict and every reason must be the same. It takes longer than the kill matrix, so it can run in shares:
 * `prove-deviations.ts 1/20` judges every twentieth deviation.
 *
 * Load on the machine delays a store as a slow store would. So what differs is compared again, alone and with a longer
 * deadline, before it is a complaint.
 */

type Worker = WorkerProcess<ComparisonOrder, ComparisonReply>;

/** Long enough for waits that are cut, and for a store that is consistent at once. */
const deadlineMs = 400;
const longDeadlineMs = 1_500;

/** A deviation that decides otherwise in more scenarios is judged by clauses. */
const mostScenarios = 60;

/** Far above what the slowest deviation takes. */
const patienceMs = 600_000;

const [, , share = '1/1', ...named] = process.argv;
const [position = 1, shares = 1] = share.split('/').map(Number);
const names = named.length > 0 ? named : deviationNames().filter((_, index) => index % shares === position - 1);
const directory = await mkdtemp(join(tmpdir(), 'read-after-write-'));
const complaints: string[] = [];
let compared = 0;
try {
  const orders = await ordersFor(names);
  const doubtful = await compareAll(orders);
  const alone = startWorker();
  for (const order of doubtful)
    complaints.push(...(await compare(alone, { ...order, deadlineMs: longDeadlineMs }, 'alone')));
  alone.stop();
  compared = orders.length;
} finally {
  await rm(directory, { recursive: true });
}
conclude(`read after write: ${compared} of ${names.length} deviations (${share}) compared, `, complaints);

/** The others differ in no scenario that is signed as this dry run is. */
async function ordersFor(deviations: readonly string[]): Promise<readonly ComparisonOrder[]> {
  const { clauses } = await loadCatalogue();
  const reach = new ScenarioReach();
  const style = { region: 'cn-hangzhou', addressing: 'path', signature: 'v4', without: [] } as const;
  const dryRun = await startDryRunTarget(style, deviations, (name) => reach.add(name));
  await new InProcessSuite(directory).judgeStore(dryRun, null, { listener: reach });
  const orders = deviations.map(async (deviation) => {
    const { clause, setUpBy = 'v4' } = await loadDeviation(deviation);
    const all = reach.scenarios[deviation] ?? [];
    const chosen = all.length > mostScenarios ? clauseRounds(clauses, all, clause).first : all;
    const paths = chosen.map(({ feature, line }) => `${feature}:${line}`);
    return { deviation, signature: setUpBy, deadlineMs, paths };
  });
  return (await Promise.all(orders)).filter(({ paths }) => paths.length > 0);
}

/** Compares several at once, because they wait more than they compute. Returns those that differ. */
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

/** Prints the times. Returns the differences in words, or the fault. */
async function compare(worker: Worker, order: ComparisonOrder, how: string): Promise<readonly string[]> {
  const reply = await worker.run(order, patienceMs);
  const lines = 'fault' in reply ? [`${order.deviation}: ${reply.fault}`] : reply.differences;
  const times = 'fault' in reply ? 'no times' : reply.times;
  process.stdout.write(`${order.deviation}: ${times}, ${lines.length} differences, ${how}\n`);
  return lines;
}

function startWorker(): Worker {
  return new WorkerProcess({ program: new URL('deviation-comparison-worker.ts', import.meta.url), directory });
}
