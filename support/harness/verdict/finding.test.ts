import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Blocked, Inconclusive, verdictOfEnding, Nonconformance, Unsupported, Untested } from './finding.ts';
import type { Verdict } from './verdict.ts';

const endings: readonly (readonly [what: string, thrown: unknown, verdict: Verdict, reason: string | null])[] = [
  ['a scenario that ran to its end', null, 'conformant', null],
  ['a contradiction', new Nonconformance('404', '200'), 'nonconformant', 'expected 404, got 200'],
  ['an environment fault', new Inconclusive('reset'), 'inconclusive', 'reset'],
  ['something this run was not given', new Untested('no outsider'), 'untested', 'no outsider'],
  ['a capability the target lacks', new Unsupported('no kms'), 'unsupported', 'no kms'],
  ['an assertion of ours', new assert.AssertionError({ message: 'ours\nmore' }), 'harness-error', 'ours'],
  ['a bug of ours', new TypeError('x is not a function'), 'harness-error', 'x is not a function'],
  ['something that is no Error', 'a text', 'harness-error', 'a step threw no Error'],
];

for (const [what, thrown, verdict, reason] of endings)
  test(`${what} is ${verdict}`, () => {
    assert.deepEqual(verdictOfEnding(thrown, 'ABC-01'), { verdict, reason });
  });

const broken = new Blocked({
  name: 'HeadObject',
  clause: 'HEAD-01',
  expected: 'HeadObject to find an object',
  got: '501',
  exchanges: [],
});

test('what is looked at through a broken instrument is blocked by its clause', () => {
  assert.deepEqual(verdictOfEnding(broken, 'ABC-01'), {
    verdict: 'blocked',
    reason: 'HeadObject does not work here: got 501 (HEAD-01)',
    blockedBy: 'HEAD-01',
  });
});

test('the clause of a broken instrument is nonconformant for it', () => {
  assert.deepEqual(verdictOfEnding(broken, 'HEAD-01'), {
    verdict: 'nonconformant',
    reason: 'expected HeadObject to find an object, got 501',
  });
});
