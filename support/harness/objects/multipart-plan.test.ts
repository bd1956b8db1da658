import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutAt, multipartPlans, partCuts, waysByParts } from './multipart-plan.ts';

test('the pieces cover the object without gap or overlap', () => {
  assert.deepEqual(cutAt(10, []), [{ first: 0, last: 9 }]);
  assert.deepEqual(cutAt(10, [3, 4]), [
    { first: 0, last: 2 },
    { first: 3, last: 6 },
    { first: 7, last: 9 },
  ]);
});

test('an object that is too small for its pieces is not cut', () => {
  assert.throws(() => cutAt(7, [3, 4]), /has no bytes after byte 7/);
});

test('no part that is not the last is too small for the service, and none ends where a cipher block does', () => {
  for (const size of partCuts) assert.ok(size >= 102_400 && size % 16 !== 0);
});

test('each plan sends every part, and a draft before the part that replaces it', () => {
  for (const way of waysByParts) {
    const { cuts, sendings } = multipartPlans[way];
    const last = new Map(sendings.map(({ part, isDraft }) => [part, isDraft]));
    assert.deepEqual(
      [...last.keys()].toSorted((one, other) => one - other),
      Array.from({ length: cuts.length + 1 }, (_, at) => at + 1),
      way,
    );
    assert.ok(
      [...last.values()].every((isDraft) => !isDraft),
      way,
    );
  }
});
