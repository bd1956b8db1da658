import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Latencies } from './latencies.ts';

it('percentiles are times that some request took, and the last is the longest', () => {
  const latencies = new Latencies();
  for (const time of [5, 1, 4, 2, 3]) latencies.add(time);
  assert.deepEqual(
    [0, 20, 50, 99, 100].map((percent) => latencies.percentile(percent)),
    [1, 1, 3, 5, 5],
  );
});

it('there is no percentile of nothing but nought', () => {
  assert.equal(new Latencies().percentile(50), 0);
});
