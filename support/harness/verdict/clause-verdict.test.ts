import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { verdictOnClause } from './clause-verdict.ts';
import { byGravity, type ReasonedVerdict, type Verdict } from './verdict.ts';

const reason = 'answered 200 instead of 400';

function judged(verdict: Verdict, why: string | null = verdict === 'conformant' ? null : reason): ReasonedVerdict {
  return { verdict, reason: why };
}

describe('the verdict on a clause', () => {
  const gravity: readonly Verdict[] = [
    'harness-error',
    'nonconformant',
    'inconclusive',
    'blocked',
    'untested',
    'unsupported',
    'observed',
    'conformant',
  ];

  test('gravity runs from our own fault down to conformant', () => {
    assert.deepEqual([...byGravity], gravity);
  });

  for (const [rank, graver] of gravity.entries()) {
    for (const lighter of gravity.slice(rank)) {
      test(`${graver} with ${lighter} is ${graver}, in either order`, () => {
        assert.equal(verdictOnClause([judged(graver), judged(lighter)]).verdict, graver);
        assert.equal(verdictOnClause([judged(lighter), judged(graver)]).verdict, graver);
      });
    }
  }

  const reasons: readonly { title: string; scenarios: readonly ReasonedVerdict[]; expected: ReasonedVerdict }[] = [
    {
      title: 'has no reason when every scenario conforms',
      scenarios: [judged('conformant'), judged('conformant')],
      expected: { verdict: 'conformant', reason: null },
    },
    {
      title: 'names a reason once that several scenarios share',
      scenarios: [judged('nonconformant', 'a'), judged('nonconformant', 'a')],
      expected: { verdict: 'nonconformant', reason: 'a' },
    },
    {
      title: 'joins different reasons in the order of the scenarios',
      scenarios: [judged('nonconformant', 'b'), judged('nonconformant', 'a'), judged('nonconformant', 'b')],
      expected: { verdict: 'nonconformant', reason: 'b; a' },
    },
    {
      title: 'leaves out the reasons of lighter verdicts',
      scenarios: [judged('untested', 'no KMS key'), judged('nonconformant', 'a'), judged('conformant')],
      expected: { verdict: 'nonconformant', reason: 'a' },
    },
    {
      title: 'names the clause that blocks it',
      scenarios: [judged('conformant'), { ...judged('blocked', 'needs GBE-01'), blockedBy: 'GBE-01' }],
      expected: { verdict: 'blocked', reason: 'needs GBE-01', blockedBy: 'GBE-01' },
    },
    {
      title: 'names no blocking clause where a graver verdict decides',
      scenarios: [{ ...judged('blocked', 'needs GBE-01'), blockedBy: 'GBE-01' }, judged('nonconformant', 'a')],
      expected: { verdict: 'nonconformant', reason: 'a' },
    },
    {
      title: 'is untested when no scenario ran',
      scenarios: [],
      expected: { verdict: 'untested', reason: 'none of its scenarios ran' },
    },
  ];
  for (const { title, scenarios, expected } of reasons) {
    test(title, () => assert.deepEqual(verdictOnClause(scenarios), expected));
  }
});
