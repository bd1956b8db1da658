import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { clauseMarkdown, clauseTable, indexClauses, unknownClauses } from './clause-index.ts';
import type { IndexedClause } from './clause-index.ts';
import { sampleClause, sampleResults } from '../results/sample-results.ts';

const clause = {
  level: 'must',
  trust: 'doc',
  source: 'PutBucketEncryption, 细节分析',
  url: 'https://example.org/put_(1)',
  operation: 'PutBucketEncryption',
  needs: [],
} as const;

const clauses: readonly IndexedClause[] = [
  {
    ...clause,
    id: 'PBE-25',
    title: 'An algorithm | the store does not offer',
    says: 'Any other value\n  is <refused>.\n',
    excluded: null,
    feature: 'features/put-bucket-encryption.feature',
    line: 12,
    scenarios: [
      { name: 'a', line: 14, needs: [] },
      { name: 'b', line: 20, needs: [] },
    ],
    needs: ['kms', 'sm4'],
  },
  {
    ...clause,
    id: 'GBE-03',
    title: 'A slip',
    says: 'The page says so.',
    url: null,
    operation: 'GetBucketEncryption',
    excluded: 'A misprint.',
    feature: null,
    line: null,
    scenarios: [],
  },
];

const documents = ['one', 'two'].map((name, index) => ({
  label: name,
  evidence: null,
  results: sampleResults({
    target: { name },
    clauses: [sampleClause(index === 0 ? 'PBE-25' : 'XYZ-01', [{ verdict: 'conformant' }])],
  }),
}));

describe('the clause index', () => {
  it('is a table of one line for each clause', () => {
    assert.equal(
      clauseTable(indexClauses(clauses, [])),
      `clause  level  rule                                       scenarios  needs    title
PBE-25  must   features/put-bucket-encryption.feature:12  2          kms,sm4  An algorithm | the store does not offer
GBE-03  must   –                                          0          –        A slip (not checked: A misprint.)
`,
    );
  });

  it('has a column for each target that was judged', () => {
    assert.match(
      clauseTable(indexClauses(clauses, documents)),
      /^clause .*  needs    one         two  title\nPBE-25 .*  conformant  –    An algorithm.*\nGBE-03 .*  –  +–    A slip/,
    );
  });

  it('is a page whose links lead to the rules and the documentation', () => {
    assert.equal(
      clauseMarkdown(indexClauses(clauses, [])),
      `# Clauses

What the documentation says, clause by clause: 2 clauses, 1 of them checked by 2 scenarios.
Written by \`npm run -s oss-conformance -- clauses --format markdown\`; the clauses themselves are in \`features/\`, one folder for each family.

| level or source | means |
| --- | --- |
| must | the documentation states it; a store that contradicts it is nonconformant |
| should | only samples or official SDK tests show it; it fails a run with --strict |
| observe | the documentation is silent or contradicts itself; the answer is reported, never judged |
| seed, doc | stated by a page of the documentation |
| sdk | shown by a published test of an official SDK |
| derived | follows from what pages state |
| conflict | sources contradict each other |
| unspecified | no source says anything |

- [PutBucketEncryption](#putbucketencryption)
- [GetBucketEncryption](#getbucketencryption)

## PutBucketEncryption

| clause | level | what it says | source | checked by |
| --- | --- | --- | --- | --- |
| <a id="PBE-25"></a>PBE-25 | must (doc) | **An algorithm \\| the store does not offer.** Any other value is \\<refused\\>. | [PutBucketEncryption, 细节分析](<https://example.org/put_(1)>) | [put-bucket-encryption.feature](../features/put-bucket-encryption.feature#L12), 2 scenarios, needs kms, sm4 |

## GetBucketEncryption

| clause | level | what it says | source | checked by |
| --- | --- | --- | --- | --- |
| <a id="GBE-03"></a>GBE-03 | must (doc) | **A slip.** The page says so. | PutBucketEncryption, 细节分析 | not checked: A misprint. |
`,
    );
  });

  it('names the clauses that results judge and the catalogue does not know', () => {
    assert.deepEqual(
      documents.map((document) => unknownClauses(clauses, document.results)),
      [[], ['XYZ-01']],
    );
  });
});
