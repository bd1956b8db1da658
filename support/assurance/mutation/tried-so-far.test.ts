import assert from 'node:assert/strict';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Mutant } from './mutants.ts';
import { TriedSoFar } from './tried-so-far.ts';

function mutant(id: string): Mutant {
  const position = { line: 7, column: 1 };
  const place = { room: 'http', file: 'http/a.ts', start: position, end: position };
  return { id, ...place, mutator: 'BooleanLiteral', at: 'true', original: 'true', replacement: 'false' };
}

describe('what a measurement has tried so far', () => {
  const one = { mutant: mutant('1'), fate: 'killed', why: 'PBE-01 "a scenario"', durationMs: 5 } as const;
  let directory = '';
  let path = '';
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'tried-so-far-'));
    path = join(directory, 'reports', 'tried.jsonl');
    (await TriedSoFar.open(path, 'digest')).add(one);
  });
  after(() => rm(directory, { recursive: true }));

  it('is there when the measurement goes on', async () => {
    const kept = await TriedSoFar.open(path, 'digest');
    assert.deepEqual(kept.of(one.mutant), one);
    assert.equal(kept.of(mutant('2')), undefined);
  });

  it('is there although its last line was cut off', async () => {
    await appendFile(path, '{"id":"2","fa');
    const kept = await TriedSoFar.open(path, 'digest');
    assert.deepEqual([kept.of(one.mutant), kept.of(mutant('2'))], [one, undefined]);
  });

  it('says nothing about another store or suite', async () => {
    assert.equal((await TriedSoFar.open(path, 'another digest')).of(one.mutant), undefined);
    assert.equal((await TriedSoFar.open(path, 'digest')).of(one.mutant), undefined);
  });
});
