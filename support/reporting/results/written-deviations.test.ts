import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import type { ExpectedDeviation } from '../../harness/verdict/expected-deviation.ts';
import { sampleClause, sampleResults } from './sample-results.ts';
import { writtenDeviations } from './written-deviations.ts';

const issue = 'https://issues.example/1';
const clauses = [
  sampleClause('PBE-25', [
    { name: 'row 1', verdict: 'nonconformant', reason: 'expected 400, got 200: yes' },
    { name: 'row 2', verdict: 'nonconformant', reason: 'expected 400, got 200: yes' },
  ]),
  sampleClause('PBE-26', [
    { name: ' row 1: "a"', verdict: 'nonconformant', reason: 'expected one\nline, got #2' },
    { name: 'row 2', verdict: 'nonconformant', reason: 'known' },
    { name: 'row 3', verdict: 'conformant' },
  ]),
  sampleClause('PBE-27', [{ verdict: 'inconclusive', reason: 'reset' }]),
];
const known: ExpectedDeviation = { clause: 'PBE-26', scenario: 'row 2', observed: 'known', issue, until: '2027-06-30' };

/** The text after a person has completed it. */
function filledIn(text: string): readonly ExpectedDeviation[] {
  const complete = text.replaceAll(/issue: #.*/g, `issue: ${issue}`).replaceAll(/until: #.*/g, "until: '2027-06-30'");
  // The written entries are the subject of the test.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return (parse(complete) as { expected: readonly ExpectedDeviation[] }).expected;
}

describe('the entries that a run writes for what failed', () => {
  it('names the clause, or the scenario where only some fail, and nothing that is known', () => {
    const text = writtenDeviations(sampleResults({ clauses, expected: [known] })) ?? '';
    assert.equal(
      text.split('\n').slice(2).join('\n'),
      `expected:
  - clause: PBE-25
    observed: "expected 400, got 200: yes"
    issue: # where it is tracked
    until: # the last day, YYYY-MM-DD, on which it is excused
  - clause: PBE-26
    scenario: 'row 1: "a"'
    observed: "expected one\\\\nline, got #2"
    issue: # where it is tracked
    until: # the last day, YYYY-MM-DD, on which it is excused
`,
    );
  });

  it('excuses exactly what failed, once a person has completed it', () => {
    const written = filledIn(writtenDeviations(sampleResults({ clauses, expected: [known] })) ?? '');
    const { verdict, expected } = sampleResults({ clauses, expected: [known, ...written] });
    assert.deepEqual(
      expected?.map(({ state }) => state),
      ['occurs', 'occurs', 'occurs'],
    );
    assert.equal(verdict, 'inconclusive', 'for PBE-27 alone');
  });

  it('are none if nothing new fails', () => {
    assert.equal(writtenDeviations(sampleResults()), null);
  });
});
