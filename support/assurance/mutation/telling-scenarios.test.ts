import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Mutant } from './mutants.ts';
import { TellingScenarios } from './telling-scenarios.ts';

function mutant(id: string, file: string): Mutant {
  const position = { line: 1, column: 1 };
  const place = { room: 'http', file, start: position, end: position };
  return { id, ...place, mutator: 'BooleanLiteral', at: 'true', original: 'true', replacement: 'false' };
}

describe('the telling scenarios', () => {
  const reached = {
    'a:1': { plain: 1, other: 1 },
    'a:2': { plain: 1 },
    'a:3': { plain: 1 },
    'a:4': { plain: 1, rare: 1 },
  };
  const telling = new TellingScenarios(reached, [
    mutant('plain', 'a.ts'),
    mutant('rare', 'a.ts'),
    mutant('other', 'b.ts'),
  ]);

  it('begin with the rarest way through the file, then one of each other way', () => {
    const [first, ...others] = telling.inOrder(['a:1', 'a:2', 'a:3', 'a:4'], 'a.ts');
    assert.equal(first, 'a:4');
    assert.deepEqual(new Set(others), new Set(['a:1', 'a:2', 'a:3']));
  });

  it('are ordered anew for each file', () => {
    assert.equal(telling.inOrder(['a:2', 'a:1', 'a:4'], 'b.ts')[0], 'a:1');
  });

  it('are those that were given, in the same order each time', () => {
    const given = ['a:3', 'a:2'];
    assert.deepEqual(telling.inOrder(given, 'a.ts'), telling.inOrder(given.toReversed(), 'a.ts'));
  });
});
