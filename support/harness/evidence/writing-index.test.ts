import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WritingIndex } from './writing-index.ts';

const index = new WritingIndex([
  ['secret', 1],
  ['SECRET', 1],
  ['secr-et', 2],
  ['abcd', 3],
  ['aaab', 4],
]);

const texts: readonly (readonly [text: string, owners: readonly number[]])[] = [
  ['', []],
  ['abc', []],
  ['abcd', [3]],
  ['no secre', []],
  ['xsecretx', [1]],
  ['a SECRET and secr-et', [1, 2]],
  ['aaaab', [4]],
  ['abcdsecret', [3, 1]],
];

for (const [text, owners] of texts)
  test(`in ${JSON.stringify(text)} occur ${owners.length === 0 ? 'none' : owners.join(' and ')}`, () => {
    assert.deepEqual([...index.ownersIn(text)], owners);
  });
