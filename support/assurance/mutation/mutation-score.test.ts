import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Fate, TriedMutant } from './fate.ts';
import { mutationScorePage } from './mutation-score-page.ts';
import { fallsBelow, raisedFloor, scoreOf } from './mutation-score.ts';
import { SurvivorVerdicts } from './survivor-verdicts.ts';

function tried(fate: Fate, original = 'true'): TriedMutant {
  const position = { line: 7, column: 1 };
  const place = { room: 'http', file: 'http/a.ts', start: position, end: position };
  const mutant = { id: '1', ...place, mutator: 'BooleanLiteral', at: original, original, replacement: 'false' };
  return { mutant, fate, why: null, durationMs: 1 };
}

describe('the mutation score', () => {
  it('counts failed set-ups and void mutants neither as killed nor as survived', () => {
    const all = (['killed', 'killed', 'killed', 'survived', 'set-up failed', 'crashed', 'timed out'] as const).map(
      (fate) => tried(fate),
    );
    assert.deepEqual(scoreOf([...all, tried('not reached')]), { reached: 7 / 8, killed: 3 / 4 });
  });

  it('may not fall below its floor, which rises with it', () => {
    const floor = { reached: 0.5, killed: 0.9 };
    assert.deepEqual(fallsBelow({ reached: 0.6, killed: 0.85 }, floor), ['killed: 0.850, below the floor of 0.900']);
    assert.deepEqual(raisedFloor(floor, { reached: 0.60049, killed: 0.85 }), { reached: 0.6, killed: 0.9 });
  });
});

describe('our verdicts on survivors', () => {
  const verdicts = new SurvivorVerdicts([
    { file: 'http/a.ts', at: 'one', verdict: 'equivalent', why: 'a reason' },
    { file: 'http/b.ts', verdict: 'hole', why: 'nothing is there' },
  ]);
  const survivors = [tried('survived', 'one').mutant, tried('survived', 'two').mutant];

  it('are about a line of a file', () => {
    assert.deepEqual(
      survivors.map((mutant) => verdicts.of(mutant)?.verdict),
      ['equivalent', undefined],
    );
  });

  it('are stale where no survivor needs them', () => {
    assert.deepEqual(
      verdicts.staleAmong(survivors).map(({ file }) => file),
      ['http/b.ts'],
    );
  });

  it('are on the page, and a survivor without one is "not yet read"', () => {
    const page = mutationScorePage({
      total: 4,
      tried: [tried('killed'), tried('survived', 'one'), tried('survived', 'two'), tried('not reached')],
      verdicts,
    });
    assert.match(page, /all 4 mutants/u);
    assert.match(page, /\| http\/a\.ts:7 \| one \| false \| equivalent: a reason \|/u);
    assert.match(page, /\| http\/a\.ts:7 \| two \| false \| not yet read \|/u);
    assert.match(page, /it kills 50\.0 % of what contradicts a clause/u);
    assert.match(page, /\| http\/a\.ts \| 1 \| 7 \|  \|/u);
  });
});
