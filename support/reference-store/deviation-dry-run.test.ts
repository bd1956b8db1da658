import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deviationNames, loadDeviation } from './deviation.ts';
import type { Deviation } from './deviation.ts';
import { dryRunOf } from './deviation-dry-run.ts';
import { StoreUnderTest } from './testing/store-under-test.ts';

const aes = '<SSEAlgorithm>AES256</SSEAlgorithm>';
const des = '<SSEAlgorithm>DES</SSEAlgorithm>';

/** What a store answers during a dry run of these deviations, and which of them would have differed. */
async function dryRun(
  deviations: Readonly<Record<string, Pick<Deviation, 'deviate'>>>,
  ask: (store: StoreUnderTest) => Promise<unknown>,
): Promise<{ readonly answered: unknown; readonly differed: readonly string[] }> {
  const differed = new Set<string>();
  const store = await StoreUnderTest.start({
    deviation: dryRunOf(new Map(Object.entries(deviations)), (name) => differed.add(name)),
  });
  try {
    await store.ask('PUT', '/bkt');
    differed.clear();
    return { answered: await ask(store), differed: [...differed].toSorted() };
  } finally {
    await store.close();
  }
}

function putText(store: StoreUnderTest): ReturnType<StoreUnderTest['ask']> {
  return store.ask('PUT', '/bkt/a', { body: 'text' });
}

async function named(...names: readonly string[]): Promise<Record<string, Deviation>> {
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await loadDeviation(name)] as const)));
}

describe('a dry run of deviations', () => {
  it('answers as documented, and names the deviations that would not', async () => {
    const deviations = await named('unknown-algorithm-means-aes256', 'code-of-the-old-english-page', 'no-rule-is-400');
    assert.deepEqual(await dryRun(deviations, async (store) => (await store.putRule('bkt', des)).outcome), {
      answered: '400 InvalidEncryptionAlgorithmError',
      differed: ['code-of-the-old-english-page', 'unknown-algorithm-means-aes256'],
    });
    assert.deepEqual(await dryRun(deviations, async (store) => (await store.putRule('bkt', aes)).outcome), {
      answered: '200',
      differed: [],
    });
  });

  it('lets each deviation keep its own state', async () => {
    const { differed } = await dryRun(await named('rule-is-cached-for-ever'), async (store) => {
      await store.putRule('bkt', aes);
      await store.ask('GET', '/bkt?encryption');
      await store.ask('DELETE', '/bkt?encryption');
      return store.ask('GET', '/bkt?encryption');
    });
    assert.deepEqual(differed, ['rule-is-cached-for-ever']);
  });

  it('counts a deviation that throws as one that differs', async () => {
    const throwing: Pick<Deviation, 'deviate'> = {
      deviate: () => ({
        encryption: {
          noRule() {
            throw new Error('a mistake in the mistake');
          },
        },
      }),
    };
    assert.deepEqual(await dryRun({ throwing }, async (store) => (await store.ask('GET', '/bkt?encryption')).outcome), {
      answered: '404 NoSuchServerSideEncryptionRule',
      differed: ['throwing'],
    });
  });

  it('reports a replaced operation only if its call, its answer or its look-up differs', async () => {
    const deviations = await named(
      'copies-have-two-etags',
      'copies-ignore-forbid-overwrite',
      'copies-lose-their-metadata',
    );
    const copy = ['x-oss-copy-source', '/bkt/a'] as const;
    const { answered, differed } = await dryRun(deviations, async (store) => [(await putText(store)).outcome]);
    assert.deepEqual([answered, differed], [['200'], []]);
    const copied = await dryRun(deviations, async (store) => {
      await putText(store);
      return (await store.ask('PUT', '/bkt/b', { headers: [copy] })).outcome;
    });
    assert.equal(copied.answered, '200');
    assert.ok(copied.differed.includes('copies-have-two-etags'));
    assert.ok(!copied.differed.includes('copies-ignore-forbid-overwrite'));
  });

  it('answers as documented with all deviations', async () => {
    const { answered } = await dryRun(await named(...deviationNames()), async (store) => [
      (await store.putRule('bkt', aes)).outcome,
      (await store.ask('GET', '/bkt?encryption')).xml.name,
      (await store.ask('DELETE', '/bkt?encryption')).outcome,
      (await store.ask('GET', '/bkt?encryption')).outcome,
    ]);
    assert.deepEqual(answered, ['200', 'ServerSideEncryptionRule', '204', '404 NoSuchServerSideEncryptionRule']);
  });
});
