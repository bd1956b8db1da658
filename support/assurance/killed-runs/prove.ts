import { conclude } from '../conclusion.ts';
import { runInterrupted, type Interruption, type InterruptedRun } from './interrupted-run.ts';
import { PrepopulatedStore } from '../prepopulated-store.ts';

/**
 * Kills runs at one request after another, sweeps, and checks that the store is exactly as before. Interrupted runs
 * must restore it without a sweep. `--first N` kills at each of the first N requests; by default, twenty kills are
 * spread over the run, most of them near its beginning, where everything happens for the first time.
 */

/** Each run has its own store; CI machines have two cores. */
const lanes = 2;
const spread = 20;

const complaints: string[] = [];
const interruptions = [...(await kills()), ...signals()];
const waiting = [...interruptions];
await Promise.all(Array.from({ length: lanes }, work));
conclude(`killed runs: ${interruptions.length} runs, `, complaints);

async function kills(): Promise<readonly Interruption[]> {
  const flag = process.argv.indexOf('--first');
  const first = flag === -1 ? null : Number(process.argv[flag + 1]);
  if (first !== null) return Array.from({ length: first }, (_, at) => kill(at, at + 1));
  const requests = await requestsOfWholeRun();
  return Array.from({ length: spread }, (_, at) => kill(at, Math.ceil(((at + 0.5) / spread) ** 3 * requests)));
}

/** Every other run has two workers. */
function kill(at: number, request: number): Interruption {
  return { how: 'SIGKILL', request, parallel: at % 2 === 0 ? 0 : 2 };
}

function signals(): readonly Interruption[] {
  return [
    { how: 'Ctrl-C', request: 1, parallel: 0 },
    { how: 'Ctrl-C', request: 60, parallel: 0 },
    { how: 'Ctrl-C', request: 90, parallel: 2 },
    { how: 'Ctrl-C twice', request: 30, parallel: 0 },
    { how: 'Ctrl-C twice', request: 60, parallel: 2 },
  ];
}

async function work(): Promise<void> {
  const store = await PrepopulatedStore.start();
  try {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { alarms } = await runInterrupted(store, next);
      const what = `${next.how} at request ${next.request} with --parallel ${next.parallel}`;
      complaints.push(...alarms.map((alarm) => `${what}: ${alarm}`));
    }
  } finally {
    await store.close();
  }
}

async function requestsOfWholeRun(): Promise<number> {
  const store = await PrepopulatedStore.start();
  try {
    const { requests, alarms }: InterruptedRun = await runInterrupted(store, {
      how: 'not at all',
      request: 0,
      parallel: 0,
    });
    complaints.push(...alarms.map((alarm) => `uninterrupted: ${alarm}`));
    return requests;
  } finally {
    await store.close();
  }
}
