import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { inRecordedTime } from './recorded-time.ts';

const then = new Date('2026-01-01T00:00:00.000Z');

test('inside the action it is always that time, also after a wait', async () => {
  await inRecordedTime(then, async () => {
    assert.equal(Date.now(), then.getTime());
    await pause(2);
    assert.equal(new Date().toISOString(), then.toISOString());
    assert.ok(new Date() instanceof Date);
  });
});

test('every other use of Date is the usual one', () => {
  inRecordedTime(then, () => {
    assert.equal(new Date(0).toISOString(), '1970-01-01T00:00:00.000Z');
    assert.equal(new Date(2020, 0, 2).getFullYear(), 2020);
    assert.equal(Date.parse('1970-01-01T00:00:01Z'), 1000);
    assert.equal(Date.UTC(1970, 0, 1), 0);
  });
});

test('outside the action, and concurrently with it, the real time goes on', async () => {
  const before = Date.now();
  const concurrent = pause(5).then(() => Date.now());
  await inRecordedTime(then, () => pause(10));
  assert.ok((await concurrent) > before && Date.now() - before < 60_000);
});
