import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Verdict } from '../../harness/verdict/verdict.ts';
import { sampleClause, sampleResults } from '../results/sample-results.ts';
import { absentCapabilities } from './absent-capabilities.ts';

const clauses = [
  {
    id: 'KMS-01',
    scenarios: [
      { name: 'a key is used', line: 3, needs: ['kms'] as const },
      { name: 'a key is refused', line: 4, needs: ['kms', 'v4'] as const },
      { name: 'no key', line: 5, needs: [] },
    ],
  },
];

function told(verdicts: readonly [Verdict, Verdict, Verdict]): string {
  const scenarios = verdicts.map((verdict, index) => ({
    name: clauses[0]?.scenarios[index]?.name ?? '',
    verdict,
    reason: 'expected 200, got 501',
  }));
  return absentCapabilities(sampleResults({ clauses: [sampleClause('KMS-01', scenarios)] }), clauses);
}

test('a capability that nothing works with is proposed to be declared absent, but not the signature in use', () => {
  assert.equal(
    told(['nonconformant', 'nonconformant', 'nonconformant']),
    'Nothing that needs kms works (2 scenarios). If the store does not offer it: --without kms\n',
  );
  assert.match(told(['nonconformant', 'blocked', 'conformant']), /--without kms\n$/);
});

test('nothing is proposed where something works, or nothing was judged', () => {
  assert.equal(told(['nonconformant', 'conformant', 'conformant']), '');
  assert.equal(told(['unsupported', 'unsupported', 'conformant']), '');
  assert.equal(told(['inconclusive', 'inconclusive', 'nonconformant']), '');
  assert.equal(told(['blocked', 'blocked', 'conformant']), '');
});

test('a capability whose sub-resource the store does not know is proposed to be declared absent', () => {
  const reason = 'GET ?encryption does not work here: got 501 NotImplemented (GBE-01)';
  const scenarios = [
    { verdict: 'blocked', reason },
    { verdict: 'blocked', reason },
  ] as const;
  const target = { capabilities: ['encryption', 'v4'] };
  assert.equal(
    absentCapabilities(sampleResults({ clauses: [sampleClause('PBE-01', scenarios)], target }), []),
    'Nothing that needs encryption works (2 scenarios). If the store does not offer it: --without encryption\n',
  );
});
