import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MutantReach } from './mutant-reach.ts';
import type { Mutant } from './mutants.ts';

function mutant(id: string, file = 'http/a.ts'): Mutant {
  const position = { line: 1, column: 1 };
  const place = { room: 'http', file, start: position, end: position };
  return { id, ...place, mutator: 'BooleanLiteral', at: 'true', original: 'true', replacement: 'false' };
}

const reach = new MutantReach(
  {
    load: { loaded: 1, built: 1 },
    start: { built: 1 },
    opening: { opened: 2, asked: 2 },
    'features/a.feature:3': { asked: 500 },
    'features/a.feature:9': { asked: 1, other: 1 },
  },
  [mutant('loaded'), mutant('built', 'http/b.ts'), mutant('opened'), mutant('asked'), mutant('other', 'http/b.ts')],
);
const [third, ninth] = [
  { feature: 'features/a.feature', line: 3 },
  { feature: 'features/a.feature', line: 9 },
];

describe('the reach of a mutant', () => {
  it('is the scenarios that run its code', () => {
    assert.deepEqual(reach.of(mutant('other', 'http/b.ts'))?.scenarios, [ninth]);
    assert.deepEqual(new Set(reach.of(mutant('asked'))?.scenarios), new Set([third, ninth]));
  });

  it('is nothing for code that never runs', () => {
    assert.equal(reach.of(mutant('never')), null);
  });

  it('is nothing for code that only the opening of a run reaches: there the store is sound', () => {
    assert.equal(reach.of(mutant('opened')), null);
  });

  it('is every scenario for what the store builds before it listens', () => {
    const built = reach.of(mutant('built', 'http/b.ts'));
    assert.deepEqual([built?.isStatic, built?.scenarios.length], [false, 2]);
    const loaded = reach.of(mutant('loaded'));
    assert.deepEqual([loaded?.isStatic, loaded?.hitLimit, loaded?.scenarios.length], [true, 10_000, 2]);
  });

  it('allows a hundred times the hits of the sound store before it is a loop', () => {
    assert.equal(reach.of(mutant('asked'))?.hitLimit, 50_100);
  });
});
