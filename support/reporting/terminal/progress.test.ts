import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Progress } from './progress.ts';

const erase = '\r\u001B[2K';

function observe(stream: { isTTY: boolean; columns?: number }, terminal = 'xterm') {
  const written: string[] = [];
  const clock = { now: 0 };
  const target = { ...stream, write: (text: string) => written.push(text) };
  return { written, clock, progress: new Progress(target, 3, { terminal, now: () => clock.now }) };
}

describe('progress', () => {
  it('is one line on a terminal, drawn over itself', () => {
    const { written, clock, progress } = observe({ isTTY: true });
    progress.scenarioStarted('PutBucketEncryption');
    clock.now = 200;
    progress.scenarioFinished('nonconformant');
    clock.now = 400;
    progress.scenarioFinished('inconclusive');
    progress.clear();
    assert.deepEqual(written, [
      `${erase}0/3 scenarios  PutBucketEncryption`,
      `${erase}1/3 scenarios  1 nonconformant  PutBucketEncryption`,
      `${erase}2/3 scenarios  1 nonconformant  1 without a verdict  PutBucketEncryption`,
      erase,
    ]);
  });

  it('does not draw more often than one can see', () => {
    const { written, clock, progress } = observe({ isTTY: true });
    for (let scenario = 0; scenario < 1_000; scenario += 1) {
      clock.now = scenario;
      progress.scenarioFinished('conformant');
    }
    assert.equal(written.length, 10);
  });

  it('stays on one line of a narrow terminal and obeys no escape sequence', () => {
    const { written, progress } = observe({ isTTY: true, columns: 24 });
    progress.scenarioStarted('\u001B[2JPutBucketEncryption');
    assert.deepEqual(written, [`${erase}0/3 scenarios  \\u{1b}[…`]);
  });

  it('is a line every five seconds where there is no terminal, or one that cannot draw over a line', () => {
    for (const { written, clock, progress } of [observe({ isTTY: false }), observe({ isTTY: true }, 'dumb')]) {
      progress.scenarioStarted('PutBucketEncryption');
      progress.scenarioFinished('nonconformant');
      clock.now = 5_000;
      progress.scenarioFinished('conformant');
      clock.now = 9_000;
      progress.scenarioFinished('conformant');
      progress.clear();
      assert.deepEqual(written, ['2/3 scenarios  1 nonconformant  PutBucketEncryption\n']);
    }
  });
});
