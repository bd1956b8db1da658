import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Blocked, Inconclusive, Nonconformance, Unsupported, Untested } from './finding.ts';
import { unplayableStep, verdictOfEnding, verdictOnScenario } from './scenario-verdict.ts';
import type { Level, Verdict } from './verdict.ts';

type Row = readonly [
  level: Level,
  thrown: Error | null,
  ending: Parameters<typeof verdictOnScenario>[2],
  observations: readonly string[],
  verdict: Verdict,
];

const instrument = (clause: string): Blocked =>
  new Blocked({ name: 'HeadObject', clause, expected: '200', got: '501', exchanges: [] });

const rows: readonly Row[] = [
  ['must', null, 'PASSED', [], 'conformant'],
  ['must', new Nonconformance('a', 'b'), 'FAILED', [], 'nonconformant'],
  ['must', new Inconclusive('reset'), 'FAILED', [], 'inconclusive'],
  ['must', new Unsupported('kms'), 'SKIPPED', [], 'unsupported'],
  ['must', instrument('XYZ-01'), 'SKIPPED', [], 'blocked'],
  ['must', instrument('ABC-01'), 'SKIPPED', [], 'nonconformant'],
  ['must', new Error('ours'), 'FAILED', [], 'harness-error'],
  ['must', null, 'UNDEFINED', [], 'harness-error'],
  ['must', null, 'AMBIGUOUS', [], 'harness-error'],
  ['must', null, 'PENDING', [], 'harness-error'],
  ['must', null, 'SKIPPED', [], 'harness-error'],
  ['must', null, 'FAILED', [], 'harness-error'],
  ['must', null, 'UNKNOWN', [], 'harness-error'],
  ['should', new Nonconformance('a', 'b'), 'FAILED', [], 'nonconformant'],
  ['observe', null, 'PASSED', ['answered 400'], 'observed'],
  ['observe', null, 'PASSED', [], 'harness-error'],
  ['observe', new Nonconformance('a', 'b'), 'FAILED', [], 'observed'],
  ['observe', new Inconclusive('reset'), 'FAILED', [], 'inconclusive'],
  ['observe', new Unsupported('sm4'), 'SKIPPED', [], 'unsupported'],
  ['observe', instrument('XYZ-01'), 'SKIPPED', [], 'blocked'],
  ['observe', new Error('ours'), 'FAILED', [], 'harness-error'],
];

for (const [level, thrown, ending, observations, verdict] of rows)
  test(`${level}, ${thrown?.name ?? 'nothing'} thrown, ended ${ending}, ${observations.length} observations: ${verdict}`, () => {
    const judged = verdictOnScenario(
      { id: 'ABC-01', level },
      thrown === null ? null : { error: thrown },
      ending,
      observations,
    );
    assert.equal(judged.verdict, verdict);
    assert.equal(judged.reason === null, verdict === 'conformant', 'everything but conformance says why');
  });

test('the answer is reported without an expectation', () => {
  const thrown = { error: new Nonconformance('an answer', 'no answer (reset, headers)') };
  const judged = verdictOnScenario({ id: 'ABC-01', level: 'observe' }, thrown, 'FAILED', []);
  assert.equal(judged.reason, 'no answer (reset, headers)');
});

test('observations are reported in their order', () => {
  const judged = verdictOnScenario({ id: 'ABC-01', level: 'observe' }, null, 'PASSED', ['answered 200', 'no rule']);
  assert.equal(judged.reason, 'answered 200; no rule');
});

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

test('a step without a definition, or with several, is named', () => {
  assert.equal(unplayableStep('UNDEFINED', 'a bucket')?.message, 'no step definition matches "a bucket"');
  assert.equal(unplayableStep('AMBIGUOUS', 'a bucket')?.message, 'several step definitions match "a bucket"');
  assert.equal(unplayableStep('PASSED', ''), null);
  assert.equal(unplayableStep('SKIPPED', 'a bucket'), null);
});
