import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TriedMutant } from './fate.ts';
import { groupSize, mutantGroups } from './mutant-groups.ts';

/** A survivor on one line, from one column to another. */
function survivor(id: number, line: number, from: number, to: number): TriedMutant {
  const place = { room: 'http', file: 'http/a.ts', start: { line, column: from }, end: { line, column: to } };
  const change = { mutator: 'BooleanLiteral', at: 'true', original: 'true', replacement: 'false' };
  return { mutant: { id: String(id), ...place, ...change }, fate: 'survived', why: null, durationMs: 1 };
}

function idsOf(tried: readonly TriedMutant[]): readonly (readonly string[])[] {
  return mutantGroups(tried).map((group) => group.map(({ mutant }) => mutant.id));
}

test('neighbours are tried together', () => {
  assert.deepEqual(idsOf([survivor(2, 2, 1, 5), survivor(1, 1, 1, 5), survivor(3, 2, 5, 9)]), [['1', '2', '3']]);
});

test('a mutant inside another one is tried in another group, because the outer one would hide it', () => {
  assert.deepEqual(idsOf([survivor(1, 1, 1, 20), survivor(2, 1, 5, 9), survivor(3, 2, 1, 5)]), [['1', '3'], ['2']]);
});

test('two changes of the same code are tried in two groups', () => {
  assert.deepEqual(idsOf([survivor(1, 1, 1, 5), survivor(2, 1, 1, 5)]), [['1'], ['2']]);
});

test('a group has a greatest size', () => {
  const many = Array.from({ length: groupSize + 1 }, (_, at) => survivor(at, at + 1, 1, 5));
  assert.deepEqual(
    mutantGroups(many).map(({ length }) => length),
    [groupSize, 1],
  );
});
