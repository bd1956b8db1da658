import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { seededRandom } from '../../fault-proxy/random-faults.ts';
import { chooseFaults } from './fault-choice.ts';
import { startServedStore } from './served-store.ts';
import { ServingProcess } from './testing/serving-process.ts';

const requests = 8;
const rate = 0.4;
const seed = 7;

/** Those that the seed strikes: the proxy draws one number for each request and fault. */
const struckBySeed = drawn(seed).map((number) => number < rate);

/** An answer that takes as long as this was delayed, or never comes: a busy machine takes less. */
const slowMs = 1_500;

describe('a fault strikes its share of the requests, the same ones for the same seed', { concurrency: true }, () => {
  const faults: readonly (readonly [fault: string, answer: string])[] = [
    [`latency=${slowMs}`, 'late'],
    ['throttle', '503 TotalQpsLimitExceeded'],
    ['reset', 'no answer'],
    ['cut', 'half an answer'],
    ['silence', 'no answer in time'],
  ];
  for (const [fault, struck] of faults)
    test(fault, { timeout: 60_000 }, async () => {
      const seen = await answersOf([`${fault}@${rate}`], seed);
      assert.deepEqual(
        seen,
        struckBySeed.map((isStruck) => (isStruck ? struck : '404 NoSuchBucket')),
      );
    });

  test('each fault draws for itself, and the first that strikes decides', { timeout: 60_000 }, async () => {
    const numbers = drawn(seed, 2 * requests);
    const expected = Array.from({ length: requests }, (_, at) => {
      const [throttle = 1, cut = 1] = numbers.slice(2 * at);
      if (throttle < rate) return '503 TotalQpsLimitExceeded';
      return cut < rate ? 'half an answer' : '404 NoSuchBucket';
    });
    assert.deepEqual(await answersOf([`throttle@${rate}`, `cut@${rate}`], seed), expected);
  });
});

test('without a rate, a fault strikes every request but that for readiness', { timeout: 60_000 }, async () => {
  assert.deepEqual(new Set(await answersOf(['throttle'])), new Set(['503 TotalQpsLimitExceeded']));
});

test(
  'without a seed, the ready line has the one that strikes the same requests again',
  { timeout: 60_000 },
  async () => {
    const first = await ServingProcess.start('--fault', `cut@${rate}`);
    const chosen = first.ready.seed ?? Number.NaN;
    const struck = drawn(chosen).map((number) => (number < rate ? 'half an answer' : '404 NoSuchBucket'));
    assert.deepEqual(await answersFrom(first.ready.endpoint), struck);
    await first.end();
  },
);

for (const [clock, aheadMs] of [
  ['clock=7200', 7_200_000],
  ['clock=-1200', -1_200_000],
] as const)
  test(`${clock} shows in the date`, { timeout: 20_000 }, async () => {
    const serving = await ServingProcess.start('--fault', clock);
    const { headers } = await fetch(`${serving.ready.endpoint}/photos`);
    assert.ok(Math.abs(Date.parse(headers.get('date') ?? '') - Date.now() - aheadMs) < 10_000);
    await serving.end();
  });

function drawn(from: number, count = requests): readonly number[] {
  const random = seededRandom(from);
  return Array.from({ length: count }, random);
}

/** From a store that `serve` would start, in this process. */
async function answersOf(faults: readonly string[], chosenSeed = 0): Promise<readonly string[]> {
  const store = await startServedStore({
    ...chooseFaults(faults),
    host: '127.0.0.1',
    port: 0,
    certificate: null,
    seed: chosenSeed,
  });
  const seen = await answersFrom(store.endpoint);
  await store.close();
  return seen;
}

/** What a client notices of each of its requests, sent one after the other. */
async function answersFrom(endpoint: string): Promise<readonly string[]> {
  // It is never struck and draws no number.
  assert.equal((await fetch(`${endpoint}/_/ready`)).status, 200);
  const seen: string[] = [];
  for (let n = 0; n < requests; n += 1) seen.push(await noticed(`${endpoint}/photos`));
  return seen;
}

async function noticed(url: string): Promise<string> {
  const began = performance.now();
  // Not AbortSignal.timeout: one that only a fetch holds may be garbage-collected before it fires.
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), 2 * slowMs);
  try {
    const response = await fetch(url, { signal: patience.signal });
    const body = await response.text().catch(() => null);
    if (body === null) return 'half an answer';
    const late = performance.now() - began >= slowMs;
    return late ? 'late' : `${response.status} ${/<Code>(\w+)<\/Code>/u.exec(body)?.[1] ?? ''}`;
  } catch {
    return patience.signal.aborted ? 'no answer in time' : 'no answer';
  } finally {
    clearTimeout(timer);
  }
}
