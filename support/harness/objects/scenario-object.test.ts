import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ScenarioObject } from './scenario-object.ts';
import { poll } from '../read-after-write/polling.ts';

/** A scenario with a store whose rule takes effect after this many uploads. */
class LateRule {
  readonly object = new ScenarioObject(this);
  readonly bucket = { name: 'b', own: null };
  canAskAgain = true;
  uploads = 1;
  readonly #late: number;
  readonly #deadlineMs: number;

  constructor(late: number, deadlineMs = 1_000) {
    this.#late = late;
    this.#deadlineMs = deadlineMs;
    this.object.again = async () => {
      this.uploads += 1;
    };
  }

  settled<T>(look: () => Promise<T>, satisfied: (seen: T) => boolean): Promise<T> {
    return poll(look, satisfied, this.#deadlineMs);
  }

  /** The final result of the upload. */
  outcome(): Promise<string> {
    return this.object.settledUpload(
      () => (this.uploads > this.#late ? 'AES256' : 'no encryption'),
      (seen) => seen === 'AES256',
    );
  }
}

test('an upload that satisfies is made once', async () => {
  const scenario = new LateRule(0);
  assert.deepEqual([await scenario.outcome(), scenario.uploads], ['AES256', 1]);
});

test('an upload that came before its rule is made again', async () => {
  const scenario = new LateRule(2);
  assert.deepEqual([await scenario.outcome(), scenario.uploads], ['AES256', 3]);
});

test('what does not come about in time is what was seen last', async () => {
  const scenario = new LateRule(Number.POSITIVE_INFINITY, 0);
  assert.deepEqual([await scenario.outcome(), scenario.uploads], ['no encryption', 2]);
});

test('what is not to be made again is looked at once', async () => {
  const scenario = new LateRule(1);
  scenario.object.again = null;
  assert.deepEqual([await scenario.outcome(), scenario.uploads], ['no encryption', 1]);
});

test('a recording, which holds one upload, is looked at once', async () => {
  const scenario = new LateRule(1);
  scenario.canAskAgain = false;
  assert.deepEqual([await scenario.outcome(), scenario.uploads], ['no encryption', 1]);
});
