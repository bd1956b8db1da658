import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { test } from 'node:test';
import { startReferenceTarget } from './reference-target.ts';
import { roundTripTo, bestWorkerCount } from './worker-count.ts';

const table: readonly (readonly [scenarios: number, roundTripMs: number, liveBuckets: number, workers: number])[] = [
  [600, 0.5, 20, 0],
  [600, 3, 20, 2],
  [600, 100, 20, 6],
  [600, 30, 100, 7],
  [600, 100, 100, 8],
  [600, 100, 5, 0],
  [10, 100, 20, 0],
  [1, 1_000, 20, 0],
];

for (const [scenarios, roundTripMs, liveBuckets, workers] of table)
  test(`${scenarios} scenarios, ${roundTripMs} ms away, with ${liveBuckets} buckets, are worth ${workers} workers`, () => {
    assert.equal(bestWorkerCount({ scenarios, roundTripMs, liveBuckets }), workers);
  });

test('a store that answers late is far, one that answers nothing is not', async (context) => {
  const server = createServer((_request, response) => void pause(20).then(() => response.end()));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { target, close } = await startReferenceTarget({
    region: 'cn-hangzhou',
    addressing: 'path',
    signature: 'v4',
    without: [],
  });
  context.after(close);
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  const endpoint = `http://127.0.0.1:${address.port}`;
  assert.ok((await roundTripTo({ ...target, endpoint })) >= 19);
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
  assert.equal(await roundTripTo({ ...target, endpoint }), 0);
});
