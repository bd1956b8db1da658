import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Verdict } from '../../harness/verdict/verdict.ts';
import type { MutantOrder, MutantReply } from './mutant-orders.ts';
import { MutantReach } from './mutant-reach.ts';
import { MutantTrials } from './mutant-trials.ts';
import type { Mutant } from './mutants.ts';

type Trial = Extract<MutantOrder, { kind: 'mutants' }>;

function mutant(id: string): Mutant {
  const position = { line: 1, column: 1 };
  const place = { room: 'http', file: 'http/a.ts', start: position, end: position };
  return { id, ...place, mutator: 'BooleanLiteral', at: 'true', original: 'true', replacement: 'false' };
}

const [one, other] = [mutant('one'), mutant('other')];
const lines = Array.from({ length: 100 }, (_, at) => at + 1);
const reach = new MutantReach(Object.fromEntries(lines.map((line) => [`a.feature:${line}`, { one: 1, other: 1 }])), [
  one,
  other,
]);

/** Trials against a store that is told what each order makes of each scenario. */
function trials(verdictOf: (order: Trial, line: number) => Verdict): {
  readonly trials: MutantTrials;
  readonly orders: readonly Trial[];
} {
  const orders: Trial[] = [];
  const lane = {
    async run(order: Trial): Promise<MutantReply> {
      orders.push(order);
      const scenarios = [];
      for (const { feature, line } of order.scenarios) {
        const verdict = verdictOf(order, line);
        scenarios.push({ clause: 'PBE-01', feature, line, name: `scenario ${line}`, verdict, reason: null });
        if (verdict === 'nonconformant' || (verdict !== 'conformant' && order.until === 'not as before')) break;
      }
      return { kind: 'judged', scenarios };
    },
  };
  return { trials: new MutantTrials(lane, reach, 1_000), orders };
}

describe('a mutant alone', () => {
  it('survives the most telling scenarios', async () => {
    const { trials: alone, orders } = trials(() => 'conformant');
    assert.equal((await alone.alone(one)).fate, 'survived');
    assert.deepEqual(
      orders.map(({ scenarios }) => scenarios.length),
      [5, 15, 40],
    );
    assert.equal(alone.hasMore(one), true);
  });

  it('is tried again on a store that is sound while a scenario is prepared', async () => {
    const { trials: alone, orders } = trials(({ activeFor }) =>
      activeFor === 'every request' ? 'inconclusive' : 'nonconformant',
    );
    assert.equal((await alone.alone(one)).fate, 'killed');
    assert.equal(orders.length, 2);
  });

  it('fails the set-up where no scenario can say more', async () => {
    const { trials: alone, orders } = trials(() => 'inconclusive');
    assert.equal((await alone.alone(one)).fate, 'set-up failed');
    assert.equal(new Set(orders.flatMap(({ scenarios }) => scenarios.map(({ line }) => line))).size, 100);
  });
});

describe('mutants together', () => {
  it('all survive where no scenario notices them', async () => {
    const { trials: lane, orders } = trials(() => 'conformant');
    const fates = await lane.together([one, other]);
    assert.deepEqual([fates.get(one)?.fate, fates.get(other)?.fate], ['survived', 'survived']);
    assert.equal(orders.length, 1);
  });

  it('are told apart by the scenario that notices one of them', async () => {
    const { trials: lane } = trials(({ ids }, line) =>
      ids.includes('other') && line === 70 ? 'nonconformant' : 'conformant',
    );
    const fates = await lane.together([one, other]);
    assert.deepEqual([fates.get(one)?.fate, fates.get(other)?.fate], ['survived', 'killed']);
  });

  it('survive alone what they only do together', async () => {
    const { trials: lane } = trials(({ ids }, line) =>
      ids.length === 2 && line === 3 ? 'nonconformant' : 'conformant',
    );
    const fates = await lane.together([one, other]);
    assert.deepEqual([fates.get(one)?.fate, fates.get(other)?.fate], ['survived', 'survived']);
  });
});
