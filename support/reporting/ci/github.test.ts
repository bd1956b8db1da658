import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleClause, sampleResults } from '../results/sample-results.ts';
import { annotations, stepSummary } from './github.ts';

const known = 'expected x, got y';
const results = sampleResults({
  clauses: [
    sampleClause('PBE-25', [
      { name: ' 100% refused', line: 14, verdict: 'nonconformant', reason: 'a\n::error::b | c' },
    ]),
    sampleClause('PBE-26', [{ verdict: 'nonconformant', reason: known }]),
    sampleClause('PBE-27', [{ verdict: 'conformant' }]),
  ],
  expected: [{ clause: 'PBE-26', observed: known, issue: 'https://example.org/1', until: '2027-06-30' }],
});

describe('GitHub Actions', () => {
  it('marks failures at the line of the feature, but no known deviation, and takes no command from a store', () => {
    assert.equal(
      annotations(results),
      '::error file=features/put-bucket-encryption.feature,line=14,title=PBE-25 nonconformant::' +
        '100%25 refused: a\\n::error::b | c\n',
    );
  });

  it('is given no more annotations than it shows', () => {
    const clauses = Array.from({ length: 30 }, (_, index) =>
      sampleClause(`A-${index + 1}`, [{ verdict: 'nonconformant', reason: 'x' }]),
    );
    assert.equal(annotations(sampleResults({ clauses })).trimEnd().split('\n').length, 10);
  });

  it('shows the verdict, the counts and the causes', () => {
    assert.equal(
      stepSummary(results),
      `## acme-store 2.3: nonconformant

Store: 2 of 3 clauses nonconformant

| verdict | clauses |
| --- | --- |
| nonconformant | 2 |
| conformant | 1 |

| clauses | reason | blocks |
| --- | --- | --- |
| PBE-25 | a\\\\n::error::b \\| c |  |
| PBE-26 | expected x, got y |  |
`,
    );
  });
});
