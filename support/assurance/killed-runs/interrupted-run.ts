import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CliProcess, type CliEnd } from '../../cli/testing/cli-process.ts';
import type { Fault } from '../../fault-proxy/fault.ts';
import { FaultProxy } from '../../fault-proxy/fault-proxy.ts';
import { readLedger } from '../../harness/buckets/ledger.ts';
import { readResults } from '../../reporting/results/results-file.ts';
import type { PrepopulatedStore } from '../prepopulated-store.ts';

/** How a run is interrupted, and at which of its requests, counted from 1. */
export interface Interruption {
  readonly how: 'SIGKILL' | 'Ctrl-C' | 'Ctrl-C twice' | 'not at all';
  readonly request: number;
  readonly parallel: number;
}

export interface InterruptedRun {
  /** How many requests the run sent. */
  readonly requests: number;
  /** What went wrong, in words; normally empty. */
  readonly alarms: readonly string[];
}

/** Runs the whole suite in its own process until it is interrupted; then checks what it left, and sweeps. */
export async function runInterrupted(store: PrepopulatedStore, interruption: Interruption): Promise<InterruptedRun> {
  const reports = await mkdtemp(join(tmpdir(), 'killed-runs-'));
  const proxy = await FaultProxy.start(store.endpoint);
  const before = { everything: await store.everything(), buckets: await store.buckets() };
  const target = join(reports, 'target.yaml');
  await store.writeTarget(target, proxy.origin);
  const words = ['--target', target, '--reports', reports];
  try {
    const run = new CliProcess(['run', ...words, '--parallel', String(interruption.parallel)]);
    const duration = interruption.how === 'not at all' ? 0 : 1;
    proxy.inject({ fault: faultOf(interruption, run), matches: () => true, from: interruption.request, duration });
    const end = await run.ended;
    const alarms = [
      ...(duration === 1 && !proxy.hasFired ? ['the run ended before that'] : []),
      ...(await alarmsOfEnd(interruption, end, reports)),
      ...(await alarmsOfLedger(store, before.buckets, reports)),
      ...alarmsOfSweep(await CliProcess.run(['sweep', ...words])),
      ...((await store.everything()) === before.everything ? [] : ['the store is not as it was before']),
    ];
    return { requests: proxy.seen.length, alarms };
  } finally {
    proxy.close();
    await rm(reports, { recursive: true });
  }
}

function faultOf({ how }: Interruption, run: CliProcess): Fault {
  switch (how) {
    case 'not at all':
      return async ({ pass, answer }) => answer(await pass());
    case 'SIGKILL':
      // The worst case: the request takes effect after its sender is gone.
      return async ({ pass }) => {
        run.signal('SIGKILL');
        await run.ended;
        await pass();
      };
    case 'Ctrl-C':
      // Two signals, because npm forwards the one that the terminal has already sent.
      return async ({ pass, answer }) => {
        run.signal('SIGINT');
        run.signal('SIGINT');
        answer(await pass());
      };
    case 'Ctrl-C twice':
      // The request stays unanswered, so that the run cannot end in order.
      return async ({ pass }) => {
        await pass();
        run.signal('SIGINT');
        const again = setInterval(() => run.signal('SIGINT'), 100);
        await run.ended;
        clearInterval(again);
      };
  }
}

/** How the process must end, and what it must write. */
async function alarmsOfEnd({ how, request }: Interruption, end: CliEnd, reports: string): Promise<readonly string[]> {
  switch (how) {
    case 'not at all':
      return [];
    case 'SIGKILL':
      return end.code === null ? [] : [`it ended with ${end.code}`];
    case 'Ctrl-C twice':
      return end.code === 130 ? [] : [`it ended with ${end.code}: ${end.stderr}`];
    case 'Ctrl-C': {
      const left = readLedger(reports).length === 0 ? [] : ['it did not clean up'];
      if (end.code !== 130) return [`it ended with ${end.code}: ${end.stderr}`, ...left];
      // The first request is before anything that could be judged.
      return request === 1 ? left : [...left, ...(await alarmsOfResults(reports))];
    }
  }
}

async function alarmsOfResults(reports: string): Promise<readonly string[]> {
  const results = await readResults(join(reports, 'results.json'));
  const scenarios = results.clauses.flatMap((clause) => clause.scenarios);
  const allure = (await readdir(join(reports, 'allure-results'))).filter((name) => name.endsWith('-result.json'));
  return [
    ...(results.complete || scenarios.length >= results.suite.scenarios ? ['its results claim to be complete'] : []),
    ...(allure.length === scenarios.length ? [] : [`${scenarios.length} scenarios, but ${allure.length} for Allure`]),
    ...(results.clauses.every(({ verdict }) => verdict !== 'harness-error') ? [] : ['its results hold harness errors']),
  ];
}

async function alarmsOfLedger(
  store: PrepopulatedStore,
  before: readonly string[],
  reports: string,
): Promise<readonly string[]> {
  const named = new Set([...before, ...readLedger(reports).map(({ bucket }) => bucket.name)]);
  const nameless = (await store.buckets()).filter((name) => !named.has(name));
  return nameless.length === 0 ? [] : ['a bucket is there that the ledger does not name'];
}

function alarmsOfSweep({ code, stdout, stderr }: CliEnd): readonly string[] {
  return code === 0 ? [] : [`the sweep ended with ${code}: ${stdout}${stderr}`];
}
