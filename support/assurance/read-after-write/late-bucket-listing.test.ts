import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadCatalogue } from '../../harness/catalogue/catalogue.ts';
import type { WaitMode } from '../../harness/read-after-write/session-waits.ts';
import type { BucketRecord } from '../../reference-store/buckets/bucket-record.ts';
import type { Deviation } from '../../reference-store/deviation.ts';
import { startTarget } from '../../run/reference-target.ts';
import { openParameters } from '../../run/run.ts';
import { InProcessSuite } from '../in-process-suite.ts';

const catalogue = loadCatalogue();
const feature = 'features/buckets/list-buckets.feature';

/** The clauses whose scenarios need a listing that shows their buckets. */
const needShownBuckets = ['LSB-02', 'LSB-04', 'LSB-05', 'LSB-07', 'LSB-08', 'LSB-09', 'LSB-10', 'LSB-11'];

for (const waits of ['full', 'cut'] as const)
  test(`a listing that shows buckets late is not at fault, with waits that are ${waits}`, async () => {
    assert.deepEqual(await clausesBrokenBy(listingThatLags(60), waits), []);
  });

test('a listing that never shows a bucket breaks every clause that needs it', async () => {
  assert.deepEqual(await clausesBrokenBy(listingThatLags(Number.POSITIVE_INFINITY), 'cut'), needShownBuckets);
});

/** What is created and deleted shows in the listing after so many milliseconds. */
function listingThatLags(ms: number): Pick<Deviation, 'deviate'> {
  return {
    deviate({ buckets }) {
      const shownAt = new Map<string, number>();
      const deleted = new Map<string, { readonly record: BucketRecord; readonly goneAt: number }>();
      return {
        buckets: {
          put(creation, existing, view) {
            if (existing === undefined) shownAt.set(creation.name, performance.now() + ms);
            return buckets.put(creation, existing, view);
          },
          remove(record, isEmpty, view) {
            if (isEmpty) deleted.set(record.name, { record, goneAt: performance.now() + ms });
            return buckets.remove(record, isEmpty, view);
          },
          visible(principal, view) {
            const now = performance.now();
            const isShown = ({ name }: BucketRecord): boolean => now >= (shownAt.get(name) ?? 0);
            const left = [...deleted.values()].flatMap(({ record, goneAt }) => (now < goneAt ? [record] : []));
            const listed = [...view.list(), ...left].filter(isShown);
            return buckets.visible(principal, {
              get: (name) => listed.find((record) => record.name === name),
              list: () => listed.toSorted((one, other) => (one.name < other.name ? -1 : 1)),
            });
          },
        },
      };
    },
  };
}

async function clausesBrokenBy(deviation: Pick<Deviation, 'deviate'>, waits: WaitMode): Promise<readonly string[]> {
  const directory = await mkdtemp(join(tmpdir(), 'bucket-listing-'));
  const style = { region: 'cn-hangzhou', addressing: 'path', signature: 'v4', without: [] } as const;
  const { target, close } = await startTarget('a store', style, deviation);
  try {
    const limits = { ...target.limits, readAfterWriteMs: 1_500 };
    const opened = await openParameters(
      await catalogue,
      { ...target, limits },
      { parallel: 0, reportsDirectory: directory },
    );
    const outcomes = await new InProcessSuite(directory).run([feature], { ...opened, waits });
    const broken = outcomes.flatMap(({ clause, verdict }) => (verdict === 'conformant' ? [] : [clause]));
    return [...new Set(broken)].toSorted();
  } finally {
    await close();
    await rm(directory, { recursive: true });
  }
}
