import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BackgroundWork } from './background-work.ts';

test('work that failed is told when it is asked for, and not before', async () => {
  const work = new BackgroundWork();
  let ended = 0;
  work.add(Promise.reject(new Error('the disk is full')), () => (ended += 1));
  work.add(Promise.resolve(), () => (ended += 1));
  assert.equal(work.size, 2);
  await work.untilOneEnds();
  await work.untilAllEnd();
  assert.deepEqual({ size: work.size, ended }, { size: 0, ended: 2 });
  await assert.rejects(work.throwFailure(), /the disk is full/u);
});

test('work that succeeds throws nothing', async () => {
  const work = new BackgroundWork();
  work.add(Promise.resolve());
  await work.untilAllEnd();
  await work.throwFailure();
});
