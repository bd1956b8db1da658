import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MemoryCurve } from './memory-curve.ts';

test('growth is that of the second half, whatever the first quarter needed', () => {
  const curve = MemoryCurve.of([100, 180, 200, 200, 205, 201, 206, 206]);
  assert.equal(curve.growth, 6);
  assert.equal(curve.summary(), '180, 200, 205, 206 MB in its quarters');
});

test('a heap that shrinks and grows again is no growth', () => {
  assert.ok(MemoryCurve.of([100, 150, 198, 146, 161, 150, 201, 150]).growth < 0);
});

test('it reads as often as it should', async () => {
  let reads = 0;
  const curve = await MemoryCurve.over(0.1, async () => (reads += 1));
  assert.deepEqual([reads, curve.growth], [20, 6]);
});
