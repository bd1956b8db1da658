import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Verdict } from '../../harness/verdict/verdict.ts';
import type { SeenScenario } from '../in-process-suite.ts';
import { fateOf } from './fate.ts';

function judged(...verdicts: readonly Verdict[]): ReturnType<typeof fateOf> {
  const scenarios: readonly SeenScenario[] = verdicts.map((verdict) => ({
    clause: 'PBE-01',
    feature: 'a.feature',
    line: 3,
    name: 'a scenario',
    verdict,
    reason: verdict === 'conformant' ? null : `it is ${verdict}`,
  }));
  return fateOf({ kind: 'judged', scenarios });
}

describe('the fate of a mutant', () => {
  it('is "killed" by a nonconformant scenario only', () => {
    assert.deepEqual(judged('conformant', 'nonconformant'), {
      fate: 'killed',
      why: 'PBE-01 "a scenario": it is nonconformant',
    });
    assert.equal(judged('conformant', 'observed').fate, 'survived');
    assert.equal(judged('conformant', 'inconclusive').fate, 'set-up failed');
  });

  it('is void where the harness failed, whatever else was seen', () => {
    assert.equal(judged('nonconformant', 'harness-error').fate, 'crashed');
  });

  it('is void where the store crashed, looped or ended the process', () => {
    assert.equal(fateOf({ kind: 'crashed', why: 'TypeError' }).fate, 'crashed');
    assert.equal(fateOf({ kind: 'loops' }).fate, 'timed out');
    assert.equal(fateOf({ fault: 'the process ended (1)', timedOut: false }).fate, 'crashed');
    assert.equal(fateOf({ fault: 'no end within 120 s', timedOut: true }).fate, 'timed out');
  });

  it('is a failed set-up where the run could not be opened', () => {
    assert.deepEqual(fateOf({ kind: 'not opened', why: 'refused' }), { fate: 'set-up failed', why: 'refused' });
  });
});
