import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ScenarioWaits } from './scenario-waits.ts';
import { SessionWaits } from './session-waits.ts';

const deadlineMs = 400;

/** A scenario that waits for something that comes after this many milliseconds, and then says why it failed. */
async function play(
  session: SessionWaits,
  name: string,
  comesAfterMs: number,
  why = 'expected a, got b',
): Promise<boolean> {
  const began = performance.now();
  const waits = new ScenarioWaits(session, name);
  const seen = await waits.until(
    async () => performance.now() - began >= comesAfterMs,
    (has) => has,
    deadlineMs,
  );
  await waits.end(seen ? 'passed' : why, () => undefined);
  return seen;
}

const never = Number.POSITIVE_INFINITY;

async function msOf(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}

describe('a scenario that waits', () => {
  test('for what is there already waits no time, and nothing is played again', async () => {
    const session = new SessionWaits('cut', 6);
    assert.ok((await msOf(() => play(session, 'a', 0))) < deadlineMs);
    await session.finish();
    assert.deepEqual(session.doubtful.misled, []);
  });

  test('for something that never comes ends before the deadline, with the right verdict', async () => {
    const session = new SessionWaits('cut', 6);
    assert.ok((await msOf(() => play(session, 'a', never))) < deadlineMs);
    await session.finish();
    assert.deepEqual(session.doubtful.misled, []);
  });

  test('for what comes later is played again, and from then on scenarios wait in full', async () => {
    const session = new SessionWaits('cut', 6);
    assert.equal(await play(session, 'a', 300), false);
    await session.finish();
    assert.deepEqual(session.doubtful.misled, ['a']);
    assert.equal(await play(session, 'b', 300), true);
    assert.deepEqual(session.doubtful.misled, ['a']);
  });

  test('whose watch fails by our own fault disturbs no other scenario: the fault shows at the end', async () => {
    const session = new SessionWaits('cut', 6);
    session.watch(Promise.reject(new Error('lost')));
    await play(session, 'a', 0);
    await assert.rejects(session.finish(), /^Error: lost$/u);
  });

  test('is not watched if its reason is already proved', async () => {
    const session = new SessionWaits('cut', 6);
    for (const name of ['a', 'b', 'c']) await play(session, name, never);
    await session.finish();
    assert.ok((await msOf(() => play(session, 'd', never))) < deadlineMs);
    assert.ok((await msOf(() => session.finish())) < 50);
    assert.ok((await msOf(() => play(session, 'e', never, 'another reason'))) < deadlineMs);
    assert.ok((await msOf(() => session.finish())) > 100, 'another reason is watched');
  });

  test('and is not watched is unproved, and one of another feature is watched', async () => {
    const session = new SessionWaits('cut', 6);
    for (const name of ['x:1', 'x:2', 'x:3']) await play(session, name, never);
    await session.finish();
    assert.deepEqual(session.doubtful.unproved, []);
    await play(session, 'x:4', never);
    await play(session, 'y:1', never);
    await session.finish();
    assert.deepEqual(session.doubtful.unproved, ['x:4']);
  });

  test('in its second round waits only a short moment, and is not watched', async () => {
    const session = new SessionWaits('again', 6);
    assert.ok((await msOf(() => play(session, 'a', never))) < deadlineMs / 2);
    assert.ok((await msOf(() => session.finish())) < 50);
  });

  test('in full mode waits for the deadline', async () => {
    const session = new SessionWaits('full', 6);
    assert.equal(await play(session, 'a', 300), true);
    assert.ok((await msOf(() => play(session, 'b', never))) > deadlineMs / 2);
    assert.deepEqual(session.doubtful.misled, []);
  });
});

test('a scenario that goes on waits for the rest of the deadline first, because it may change what it waits for', async () => {
  const session = new SessionWaits('cut', 6);
  const waits = new ScenarioWaits(session, 'a');
  const began = performance.now();
  const look = async (): Promise<boolean> => performance.now() - began >= 300;
  assert.equal(await waits.until(look, (has) => has, deadlineMs), false);
  await waits.resume();
  assert.ok(performance.now() - began >= 300);
  assert.deepEqual(session.doubtful.misled, ['a'], 'it has seen what it waited for too late');
});

test('while nothing is proved, no more scenarios are watched than there is room for', async () => {
  const session = new SessionWaits('cut', 1);
  await play(session, 'a', never);
  assert.ok((await msOf(() => play(session, 'b', never))) > 200, 'it waited for room');
  await session.finish();
});

test('what a scenario held is released when it is looked at no more', async () => {
  const session = new SessionWaits('cut', 6);
  const waits = new ScenarioWaits(session, 'a');
  await waits.until(
    async () => false,
    (has) => has,
    deadlineMs,
  );
  let isReleased = false;
  await waits.end('expected a, got b', () => (isReleased = true));
  assert.equal(isReleased, false);
  await session.finish();
  assert.equal(isReleased, true);
});

describe('a scenario is affected by waits that are cut', () => {
  test('if its wait was cut, also once it is confirmed', async () => {
    const session = new SessionWaits('cut', 6);
    await play(session, 'a', never);
    await session.finish();
    assert.deepEqual(session.doubtful, { misled: [], unproved: [], affected: ['a'] });
  });

  test('if a wait within another one was cut, whatever the other one saw', async () => {
    const session = new SessionWaits('cut', 6);
    const waits = new ScenarioWaits(session, 'a');
    const within = async (): Promise<boolean> =>
      waits.until(
        async () => false,
        (has) => has,
        deadlineMs,
      );
    await waits.until(within, (has) => !has, deadlineMs);
    assert.deepEqual(session.doubtful.affected, ['a']);
  });

  test('if the store is watched for another one when it begins', async () => {
    const session = new SessionWaits('cut', 6);
    await play(session, 'a', never);
    await play(session, 'b', 0);
    await session.finish();
    await play(session, 'c', 0);
    assert.deepEqual(session.doubtful.affected, ['a', 'b']);
  });

  test('but not if no wait is cut', async () => {
    const session = new SessionWaits('full', 6);
    await play(session, 'a', never);
    assert.deepEqual(session.doubtful.affected, []);
  });
});
