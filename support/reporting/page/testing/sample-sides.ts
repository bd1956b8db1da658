import type { ScenarioEvidence } from '../../../harness/evidence/evidence.ts';
import type { Side } from '../../comparison/comparison.ts';
import { sampleClause, sampleResults } from '../../results/sample-results.ts';
import type { DocumentedClause } from '../page-content.ts';

const hostile = '</pre><img src=x onerror=alert(1)><script>alert(1)</script>"\u001B[2J\u202E';

const documented: DocumentedClause = {
  id: 'PBE-25',
  title: 'An algorithm the store does not offer is refused',
  says: 'SSEAlgorithm is KMS or AES256.',
  level: 'must',
  trust: 'doc',
  source: 'PutBucketEncryption',
  url: 'https://example.org/put',
  excluded: null,
  operation: 'PutBucketEncryption',
  epic: 'Bucket encryption',
  judges: 'store',
  feature: 'features/put-bucket-encryption.feature',
  line: 12,
  scenarios: [{ name: 'ROT13 is refused', line: 14, needs: [] }],
  gherkin: 'Scenario: ROT13 is refused\n  Given a bucket',
  needs: [],
};
export const clauses: readonly DocumentedClause[] = [
  documented,
  { ...documented, id: 'PBE-26', title: 'Two pages disagree', says: 'One page says a, one says b.', trust: 'conflict' },
  { ...documented, id: 'PBE-90', title: 'A slip', excluded: 'A misprint.', feature: null, line: null, scenarios: [] },
];

export const evidence: ScenarioEvidence = {
  clause: 'PBE-25',
  scenario: hostile,
  feature: documented.feature ?? '',
  line: 14,
  exchanges: [
    {
      request: { startLine: 'PUT /b/?encryption HTTP/1.1', headers: [], body: '<Rule/>' },
      answer: { startLine: 'HTTP/1.1 200', headers: [['Server', hostile]], body: hostile.repeat(1_000) },
      fault: null,
      canonical: 'what was signed',
      stringToSign: 'what was signed',
      startedAt: '2026-11-23T08:00:00.000Z',
      durationMs: 3,
    },
  ],
};

export const failing: Side = {
  label: hostile,
  results: sampleResults({
    target: { name: hostile, endpoint: hostile },
    clauses: [
      sampleClause('PBE-25', [
        { name: hostile, line: 14, verdict: 'nonconformant', reason: `expected 400, got ${hostile}` },
        { name: 'AES256 is accepted', line: 20, verdict: 'conformant' },
      ]),
    ],
  }),
  evidence: [evidence],
};
export const conforming: Side = {
  label: 'good',
  results: sampleResults({
    target: { name: 'good' },
    clauses: [
      sampleClause('PBE-25', [
        { name: hostile, line: 14, verdict: 'conformant' },
        { name: 'AES256 is accepted', line: 20, verdict: 'conformant' },
      ]),
    ],
  }),
  evidence: [],
};
