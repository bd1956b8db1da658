import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { test } from 'node:test';
import { loadCatalogue } from '../../harness/catalogue/catalogue.ts';
import { SessionWaits } from '../../harness/read-after-write/session-waits.ts';
import type { Deviation } from '../../reference-store/deviation.ts';
import { WaitComparison, type ComparedStore } from './wait-comparison.ts';

const comparison = new WaitComparison(tmpdir());
const paths = await scenariosOf('GBE-02');

test('a store that shows a change at once is judged once', async () => {
  assert.deepEqual(await comparison.compareAffected(storeThatHides(0)), {
    scenarios: 1,
    affected: 0,
    differences: [],
  });
});

test('a store that shows a change late is judged both ways, and the verdict is the same', async () => {
  assert.deepEqual(await comparison.compareAffected(storeThatHides(8)), {
    scenarios: 1,
    affected: 1,
    differences: [],
  });
});

test('an early stop that forgets whose waits it cut gives up too early, and is found', async ({ mock }) => {
  mock.method(SessionWaits.prototype, 'noteCut', () => undefined);
  const { affected, differences } = await comparison.compareAffected(storeThatHides(8));
  assert.equal(affected, 1);
  assert.deepEqual(differences, [
    `a store: ${paths[0]} is GBE-02 Reading a rule is answered with 200: conformant (no reason); with waits that are cut GBE-02 Reading a rule is answered with 200: inconclusive (could not prepare: the rule that was set does not read back)`,
  ]);
});

/** By numbers of readings and not by time: a wait that is cut has six, a full one has more than eight. */
function storeThatHides(readings: number): ComparedStore {
  const left = new Map<string, number>();
  const deviation: Pick<Deviation, 'deviate'> = {
    deviate: ({ rules }) => ({
      rules: {
        write(attempt) {
          left.set(attempt.bucket.name, readings);
          return rules.write(attempt);
        },
        read(bucket, reader, buckets) {
          const hidden = left.get(bucket.name) ?? 0;
          left.set(bucket.name, hidden - 1);
          return hidden > 0 ? null : rules.read(bucket, reader, buckets);
        },
      },
    }),
  };
  return { name: 'a store', deviation, signature: 'v4', deadlineMs: 5_000, paths };
}

async function scenariosOf(clause: string): Promise<readonly string[]> {
  const { clauses } = await loadCatalogue();
  const { feature = '', scenarios = [] } = clauses.find(({ id }) => id === clause) ?? {};
  return scenarios.map(({ line }) => `${feature}:${line}`);
}
