import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { printableText } from '../../harness/evidence/printable.ts';
import { sampleClause, sampleResults } from '../results/sample-results.ts';
import { bareText, coloured, styleFor } from './terminal-style.ts';
import { summary } from './terminal.ts';

const get = 'features/get-bucket-encryption.feature';
const kms = 'features/kms.feature';

const results = sampleResults({
  clauses: [
    sampleClause('PBE-01', [{ verdict: 'conformant' }]),
    sampleClause(
      'PBE-25',
      [
        { verdict: 'conformant' },
        { name: 'ROT13 is refused', line: 14, verdict: 'nonconformant', reason: 'expected 400, got 200' },
        { name: 'empty is refused', line: 15, verdict: 'nonconformant', reason: 'expected 400, got 200' },
        { name: 'the rule stays', line: 16, verdict: 'nonconformant', reason: 'the rule is gone' },
      ],
      { title: 'An algorithm the store does not offer is refused' },
    ),
    sampleClause('PBE-26', [{ verdict: 'nonconformant', reason: 'expected a message, got none' }], {
      level: 'should',
    }),
    sampleClause('GBE-02', [{ verdict: 'inconclusive', reason: 'the connection was reset' }], { feature: get }),
    sampleClause('GBE-03', [{ verdict: 'untested', reason: 'needs principal outsider' }], { feature: get }),
    sampleClause('GBE-04', [{ verdict: 'observed', reason: 'answers 204' }], { feature: get, level: 'observe' }),
    sampleClause('KMS-01', [{ verdict: 'unsupported', reason: 'needs kms' }], { feature: kms }),
    sampleClause('KMS-02', [{ verdict: 'unsupported', reason: 'needs kms' }], { feature: kms }),
    sampleClause('KMS-03', [{ verdict: 'harness-error', reason: 'undefined step' }], { feature: kms }),
  ],
  suite: { version: '0.1.0', clauses: 40, scenarios: 90 },
  expected: [
    {
      clause: 'PBE-26',
      observed: 'expected a message, got none',
      issue: 'https://example.org/7',
      until: '2027-06-30',
    },
    { clause: 'PBE-01', observed: 'expected x, got y', issue: 'https://example.org/8', until: '2027-06-30' },
  ],
});

const details = {
  says: new Map([['PBE-25', 'SSEAlgorithm is KMS or AES256;\n  anything else is answered with 400.']]),
  reports: [
    { what: 'results', where: 'reports/results.json' },
    { what: 'Allure report', where: 'reports/allure-report/index.html' },
  ],
};

describe('the summary of a run', () => {
  it('tells everything in bare text where nobody watches', () => {
    assert.equal(
      summary(results, details, bareText),
      `acme-store 2.3  http://127.0.0.1:9000  endpoint, signature v4, path addressing  suite 0.1.0

clauses of             conformant  observed  unsupported  untested  inconclusive  nonconformant  harness-error
put-bucket-encryption           1         ·            ·         ·             ·              2              ·
get-bucket-encryption           ·         1            ·         1             1              ·              ·
kms                             ·         ·            2         ·             ·              ·              1
total                           1         1            2         1             1              2              1

nonconformant
  PBE-25  An algorithm the store does not offer is refused (must)
      says      SSEAlgorithm is KMS or AES256; anything else is answered with 400.
      scenario  ROT13 is refused (line 14); empty is refused (line 15)
      expected  400
      got       200
      scenario  the rule stays (line 16)
      reason    the rule is gone
      repro     npm start -- --clauses PBE-25
  PBE-26  Title of PBE-26 (should, known deviation)
      scenario  scenario 1 of PBE-26 (line 10)
      expected  a message
      got       none
      repro     npm start -- --clauses PBE-26

harness-error
  undefined step: KMS-03

inconclusive
  the connection was reset: GBE-02

untested
  needs principal outsider: GBE-03

unsupported
  needs kms: KMS-01, KMS-02

observed
  GBE-04  Title of GBE-04
      scenario 1 of GBE-04: answers 204

known deviations
  PBE-26  occurs as written down, excused until 2027-06-30: expected a message, got none (https://example.org/7)
  PBE-01  no longer occurs, remove the entry from the target file: expected x, got y (https://example.org/8)

harness-error, not complete (12 of the suite's 90 scenarios ran, 1 scenario untested): 9 clauses, 12 scenarios with 12 requests, 1.5 s
results        reports/results.json
Allure report  reports/allure-report/index.html
`,
    );
  });

  it('is short when all is well', () => {
    assert.equal(
      summary(sampleResults({ requests: 1 }), { says: new Map(), reports: [] }, bareText),
      `acme-store 2.3  http://127.0.0.1:9000  endpoint, signature v4, path addressing  suite 0.1.0

clauses of             conformant
put-bucket-encryption           1

conformant, complete: 1 clause, 1 scenario with 1 request, 1.5 s
`,
    );
  });

  it('tells one reason for many clauses once, and names them all', () => {
    const reason = 'expected an encryption answer, got a listing';
    const clauses = ['A-1', 'A-2', 'A-3', 'A-4'].map((id) => sampleClause(id, [{ verdict: 'nonconformant', reason }]));
    const rows = [1, 2, 3, 4, 5].map(
      (line) => ({ name: 'row', line, verdict: 'nonconformant', reason: 'gone' }) as const,
    );
    const text = summary(sampleResults({ clauses: [...clauses, sampleClause('B-1', rows)] }), details, bareText);
    assert.ok(
      text.includes(`nonconformant
  A-1  Title of A-1 (must)
  A-2  Title of A-2 (must)
  A-3  Title of A-3 (must)
  A-4  Title of A-4 (must)
      expected  an encryption answer
      got       a listing
      repro     npm start -- --clauses A-1
  B-1  Title of B-1 (must)
      scenario  row (line 1); row (line 2); row (line 3); and 2 more
      reason    gone
      repro     npm start -- --clauses B-1
`),
      text,
    );
  });

  it('tells one reason for many observations once', () => {
    const clauses = ['A-1', 'A-2', 'A-3', 'A-4'].map((id) =>
      sampleClause(id, [{ verdict: 'observed', reason: 'nothing to see' }]),
    );
    assert.match(
      summary(sampleResults({ clauses }), details, bareText),
      /\nobserved\n {2}nothing to see: A-1, A-2, A-3, A-4\n/,
    );
  });

  it('adds colours and symbols, and nothing else, on a terminal', () => {
    const onTerminal = summary(results, details, coloured);
    assert.ok(onTerminal.includes('\u001B[31m✘\u001B[39m \u001B[31mPBE-25\u001B[39m'));
    const stripped = stripVTControlCharacters(onTerminal).replaceAll(/[✔✘–?≈◦!] /g, '');
    assert.equal(stripped, summary(results, details, bareText));
  });

  it('takes for expected only what the suite said, not what the store answered', () => {
    const reason = 'expected 400, got 200 "expected 200, got lost"';
    const clauses = [sampleClause('X-1', [{ verdict: 'nonconformant', reason }])];
    const text = summary(sampleResults({ clauses }), { says: new Map(), reports: [] }, bareText);
    assert.match(text, /\n +expected {2}400\n +got {7}200 "expected 200, got lost"\n/);
  });

  it('lets nothing that a store said reach the terminal as a command', () => {
    const hostile = '\u001B]0;owned\u0007\u001B[2Jgone\r\n';
    const clauses = (['nonconformant', 'inconclusive', 'observed'] as const).map((verdict) =>
      sampleClause(`X-${verdict}`, [{ name: hostile, verdict, reason: `expected 400, got ${hostile}` }]),
    );
    const text = summary(
      sampleResults({ clauses, target: { name: hostile, endpoint: hostile } }),
      { says: new Map([['X-nonconformant', hostile]]), reports: [] },
      bareText,
    );
    assert.equal(text, printableText(text));
    assert.match(text, /got {7}\\u\{1b\}\]0;owned/);
  });

  it('quotes an endless answer only as far as one can read', () => {
    const clauses = [
      sampleClause('X-1', [{ verdict: 'nonconformant', reason: `expected 400, got ${'x'.repeat(1e6)}` }]),
    ];
    assert.ok(summary(sampleResults({ clauses }), { says: new Map(), reports: [] }, bareText).length < 2_000);
  });
});

describe('colours', () => {
  const cases = [
    [{ isTTY: true }, {}, coloured],
    [{ isTTY: true }, { NO_COLOR: '' }, coloured],
    [{ isTTY: true }, { NO_COLOR: '1' }, bareText],
    [{ isTTY: true }, { TERM: 'dumb' }, bareText],
    [{ isTTY: false }, {}, bareText],
    [{}, {}, bareText],
  ] as const;
  for (const [stream, environment, style] of cases) {
    it(`are ${style === coloured ? 'used' : 'left out'} for ${JSON.stringify({ ...stream, ...environment })}`, () => {
      assert.equal(styleFor(stream, environment), style);
    });
  }
});
