import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
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
    { file: 'http/a.ts', at: ['one', 'other'], verdict: 'equivalent', why: 'a reason' },
    { file: 'http/a.ts', at: 'hollow', verdict: 'hole', why: 'nothing looks at it' },
    { file: 'http/b.ts', at: 'one', verdict: 'hole', why: 'nothing is there' },
  ]);

  it('are about lines of a file', () => {
    const survivors = ['one', 'other', 'two'].map((original) => tried('survived', original).mutant);
    assert.deepEqual(
      survivors.map((mutant) => verdicts.of(mutant)?.verdict),
      ['equivalent', 'equivalent', undefined],
    );
  });

  it('are stale where no mutant needs them', () => {
    const survivors = ['one', 'hollow'].map((original) => tried('survived', original).mutant);
    assert.deepEqual(
      verdicts.staleAmong(survivors).map(({ file }) => file),
      ['http/b.ts'],
    );
  });

  it('are read from entries that name a line or the code, and never a whole file', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'survivors-'));
    const path = pathToFileURL(join(directory, 'survivors.yaml'));
    await writeFile(path, '- { file: http/a.ts, verdict: internal, why: a reason }');
    await assert.rejects(SurvivorVerdicts.read(path), /survivors\.yaml/u);
    await writeFile(path, '- { file: http/a.ts, at: one, verdict: internal, why: a reason }');
    assert.equal((await SurvivorVerdicts.read(path)).of(tried('survived', 'one').mutant)?.verdict, 'internal');
    await rm(directory, { recursive: true });
  });

  const page = mutationScorePage({
    total: 8,
    tried: [
      tried('killed'),
      tried('survived', 'one'),
      tried('survived', 'other'),
      tried('not reached', 'one'),
      tried('survived', 'hollow'),
      tried('survived', 'two'),
      { ...tried('set-up failed'), why: 'http://127.0.0.1:40123 refuses LTAI5t: PutBucket was answered 500' },
      { ...tried('timed out'), why: 'it loops' },
    ],
    verdicts,
  });

  it('are on the page, and those with one reason share a row', () => {
    assert.match(page, /all 8 mutants/u);
    assert.match(page, /\| http\/a\.ts:7 \| equivalent: a reason \| 2 \| 1 \|/u);
  });

  it('are counted against the suite where they are holes or missing, and these come first', () => {
    assert.match(page, /\| http\/a\.ts:7 \| not yet read: survived, two becomes false \| 1 \|/u);
    assert.match(page, /\| http\/a\.ts:7 \| hole: nothing looks at it \| 1 \|/u);
    assert.match(page, /it kills 33\.3 % of what contradicts a clause/u);
    assert.ok(page.indexOf('nothing looks at it') < page.indexOf('a reason'));
  });

  it('are next to what happened where a set-up failed or a mutant is void', () => {
    assert.match(
      page,
      /\| http\/a\.ts:7 \| set-up failed: the store refuses …: PutBucket was answered 500 \|  \| 1 \|/u,
    );
    assert.match(page, /\| http\/a\.ts:7 \| void: it loops \|  \| 1 \|/u);
  });
});
