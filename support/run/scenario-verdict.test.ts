import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Blocked, Inconclusive, Nonconformance, Unsupported } from '../harness/verdict/finding.ts';
import { verdictOf } from './scenario-verdict.ts';
import type { Level, Verdict } from '../harness/verdict/verdict.ts';

type Row = readonly [
  level: Level,
  thrown: Error | null,
  ending: Parameters<typeof verdictOf>[2],
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
    const judged = verdictOf({ id: 'ABC-01', level }, thrown === null ? null : { error: thrown }, ending, observations);
    assert.equal(judged.verdict, verdict);
    assert.equal(judged.reason === null, verdict === 'conformant', 'everything but conformance says why');
  });

test('what came is told without an expectation', () => {
  const thrown = { error: new Nonconformance('an answer', 'no answer (reset, headers)') };
  const judged = verdictOf({ id: 'ABC-01', level: 'observe' }, thrown, 'FAILED', []);
  assert.equal(judged.reason, 'no answer (reset, headers)');
});

test('what was observed is told in the order in which it was seen', () => {
  const judged = verdictOf({ id: 'ABC-01', level: 'observe' }, null, 'PASSED', ['answered 200', 'no rule']);
  assert.equal(judged.reason, 'answered 200; no rule');
});
