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
  reports: 'reports',
  verbose: true,
  written: [
    { what: 'Results', where: 'reports/results.json' },
    { what: 'Page', where: 'reports/index.html' },
  ],
};

const brief = { says: new Map<string, string>(), reports: 'reports', verbose: false, written: [] };

/** A clause that is untested, with a scenario for each thing that is missing. */
function lacking(id: string, ...missing: readonly string[]) {
  return sampleClause(
    id,
    missing.map((what) => ({ verdict: 'untested', reason: `no ${what}` })),
  );
}

describe('the summary of a run', () => {
  it('names what was missing once, with every clause that lacks it', () => {
    const clauses = [lacking('PBE-40', 'reader', 'writer', 'reader'), lacking('GBE-21', 'writer', 'reader')];
    assert.match(
      summary(sampleResults({ clauses }), brief, bareText),
      /\n\nuntested\n {2}no reader: PBE-40, GBE-21\n {2}no writer: PBE-40, GBE-21\n\n/u,
    );
  });

  it('is bare text where there is no terminal', () => {
    assert.equal(
      summary(results, details, bareText),
      `acme-store 2.3  http://127.0.0.1:9000  endpoint, signature v4, path addressing  suite 0.1.0

clauses of             conformant  observed  unsupported  untested  inconclusive  nonconformant  harness-error
put-bucket-encryption           1         ·            ·         ·             ·              2              ·
get-bucket-encryption           ·         1            ·         1             1              ·              ·
kms                             ·         ·            2         ·             ·              ·              1
total                           1         1            2         1             1              2              1

observed
  GBE-04  Title of GBE-04
      scenario 1 of GBE-04: answers 204

unsupported
  needs kms: KMS-01, KMS-02

untested
  needs principal outsider: GBE-03

inconclusive
  GBE-02  Title of GBE-02 (must)
      at          features/get-bucket-encryption.feature:10  scenario 1 of GBE-02
      reason      the connection was reset
      request id  5C3D9175B6FC201293AD0000
      evidence    reports/evidence/GBE-02-get-bucket-encryption-10.json
      repro       npm start -- features/get-bucket-encryption.feature:10

nonconformant
  PBE-25  An algorithm the store does not offer is refused (must)
      says        SSEAlgorithm is KMS or AES256; anything else is answered with 400.
      at          features/put-bucket-encryption.feature:14  ROT13 is refused
      at          features/put-bucket-encryption.feature:15  empty is refused
      expected    400
      got         200
      request id  5C3D9175B6FC201293AD0000
      evidence    reports/evidence/PBE-25-put-bucket-encryption-14.json
      repro       npm start -- features/put-bucket-encryption.feature:14
  PBE-25  An algorithm the store does not offer is refused (must)
      says        SSEAlgorithm is KMS or AES256; anything else is answered with 400.
      at          features/put-bucket-encryption.feature:16  the rule stays
      reason      the rule is gone
      request id  5C3D9175B6FC201293AD0000
      evidence    reports/evidence/PBE-25-put-bucket-encryption-16.json
      repro       npm start -- features/put-bucket-encryption.feature:16
  PBE-26  Title of PBE-26 (should, known deviation)
      at          features/put-bucket-encryption.feature:10  scenario 1 of PBE-26
      expected    a message
      got         none
      request id  5C3D9175B6FC201293AD0000
      evidence    reports/evidence/PBE-26-put-bucket-encryption-10.json
      repro       npm start -- features/put-bucket-encryption.feature:10

harness-error
  KMS-03  Title of KMS-03 (must)
      at          features/kms.feature:10  scenario 1 of KMS-03
      reason      undefined step
      request id  5C3D9175B6FC201293AD0000
      evidence    reports/evidence/KMS-03-kms-10.json
      repro       npm start -- features/kms.feature:10

known deviations
  PBE-26  occurs as written down, excused until 2027-06-30: expected a message, got none (https://example.org/7)
  PBE-01  no longer occurs, remove the entry from the target file: expected x, got y (https://example.org/8)

harness-error, not complete (12 of the suite's 90 scenarios ran, 1 scenario untested): 9 clauses, 12 scenarios with 12 requests, 1.5 s
  store    acme-store 2.3: 1 of 9 clauses harness-error, 2 nonconformant, 1 inconclusive

Results  reports/results.json
Page     reports/index.html
`,
    );
  });

  it('is short when all is well', () => {
    assert.equal(
      summary(sampleResults({ requests: 1 }), brief, bareText),
      `acme-store 2.3  http://127.0.0.1:9000  endpoint, signature v4, path addressing  suite 0.1.0

clauses of             conformant
put-bucket-encryption           1

conformant, complete: 1 clause, 1 scenario with 1 request, 1.5 s
  store    acme-store 2.3: 1 of 1 clause conformant
`,
    );
  });

  it('shows each cause once, however many clauses fail because of it', () => {
    const reason = 'expected an encryption answer, got a listing';
    const gate = sampleClause('ENV-27', [{ verdict: 'nonconformant', reason }]);
    const failing = ['A-01', 'A-02', 'A-03', 'A-04'].map((id) =>
      sampleClause(id, [{ verdict: 'nonconformant', reason }]),
    );
    const blocked = Array.from({ length: 118 }, (_, index) =>
      sampleClause(`B-${index + 1}`, [{ verdict: 'blocked', reason: 'needs ENV-27', blockedBy: 'ENV-27' }]),
    );
    const text = summary(sampleResults({ clauses: [gate, ...failing, ...blocked] }), brief, bareText);
    assert.ok(
      text.includes(
        '  ENV-27  Title of ENV-27 (must)\n  A-01  Title of A-01 (must)\n  A-02  Title of A-02 (must)\n  and A-03, A-04\n',
      ),
      text,
    );
    assert.match(text, /\n {6}blocks {6}B-1, B-2, B-3, B-4, B-5, B-6, B-7, B-8 and 110 more\n/);
    assert.match(text, /\n {2}store {4}acme-store 2\.3: 5 of 123 clauses nonconformant; 118 blocked by ENV-27\n/);
    assert.match(text, /^nonconformant, not complete \(118 scenarios blocked\): /m);
  });

  it('shows no more causes than fit on a screen', () => {
    const clauses = Array.from({ length: 40 }, (_, index) =>
      sampleClause(`A-${index + 1}`, [{ verdict: 'nonconformant', reason: `reason ${index + 1}` }]),
    );
    const text = summary(sampleResults({ clauses }), brief, bareText);
    assert.equal(text.match(/^ +reason /gm)?.length, 6);
    assert.match(text, /\n {2}and 34 more causes: see reports\/index\.html\n/);
  });

  it('counts the observations, unless asked for each', () => {
    const clauses = [sampleClause('A-01', [{ verdict: 'observed', reason: 'answers 204' }], { level: 'observe' })];
    const text = summary(sampleResults({ clauses }), brief, bareText);
    assert.match(text, /\nobserved {2}1 clause, listed with --verbose\n/);
    assert.doesNotMatch(text, /204/);
  });

  it('says in the headline that known deviations are excused', () => {
    const reason = 'expected x, got y';
    const text = summary(
      sampleResults({
        clauses: [sampleClause('A-01', [{ verdict: 'nonconformant', reason }])],
        expected: [{ clause: 'A-01', observed: reason, issue: 'https://example.org/1', until: '2027-06-30' }],
      }),
      brief,
      bareText,
    );
    assert.match(text, /^conformant with 1 known deviation, complete: /m);
  });

  it('says in the headline why a run without a failing clause is nonconformant', () => {
    const text = summary(
      sampleResults({
        clauses: [sampleClause('A-01', [{ verdict: 'conformant' }])],
        expected: [{ clause: 'A-01', observed: 'x', issue: 'https://example.org/1', until: '2027-06-30' }],
      }),
      brief,
      bareText,
    );
    assert.match(text, /^nonconformant with 1 expected entry to remove, complete: /m);
  });

  it('adds colours and symbols, and nothing else, on a terminal', () => {
    const onTerminal = summary(results, details, coloured);
    assert.ok(onTerminal.includes('\u001B[31m✘\u001B[39m \u001B[31mPBE-25\u001B[39m'));
    const stripped = stripVTControlCharacters(onTerminal).replaceAll(/[✔✘⊘–?≈◦!] /g, '');
    assert.equal(stripped, summary(results, details, bareText));
  });

  it('takes for expected only what the suite said, not what the store answered', () => {
    const reason = 'expected 400, got 200 "expected 200, got lost"';
    const clauses = [sampleClause('X-1', [{ verdict: 'nonconformant', reason }])];
    const text = summary(sampleResults({ clauses }), brief, bareText);
    assert.match(text, /\n +expected {4}400\n +got {9}200 "expected 200, got lost"\n/);
  });

  it('lets nothing that a store said reach the terminal as a command', () => {
    const hostile = '\u001B]0;owned\u0007\u001B[2Jgone\r\n';
    const clauses = (['nonconformant', 'inconclusive', 'observed'] as const).map((verdict) =>
      sampleClause(`X-${verdict}`, [{ name: hostile, verdict, reason: `expected 400, got ${hostile}` }]),
    );
    const text = summary(
      sampleResults({ clauses, target: { name: hostile, endpoint: hostile } }),
      { ...brief, says: new Map([['X-nonconformant', hostile]]) },
      bareText,
    );
    assert.equal(text, printableText(text));
    assert.match(text, /got {9}\\u\{1b\}\]0;owned/);
  });

  it('quotes an endless answer only as far as one can read', () => {
    const clauses = [
      sampleClause('X-1', [{ verdict: 'nonconformant', reason: `expected 400, got ${'x'.repeat(1e6)}` }]),
    ];
    assert.ok(summary(sampleResults({ clauses }), brief, bareText).length < 2_000);
  });
});

describe('colours', () => {
  const cases = [
    [{ isTTY: true }, {}, coloured],
    [{ isTTY: true }, { NO_COLOR: '' }, coloured],
    [{ isTTY: true }, { NO_COLOR: '1' }, bareText],
    [{ isTTY: true }, { TERM: 'dumb' }, bareText],
    [{ isTTY: false }, {}, bareText],
    [{ isTTY: false }, { FORCE_COLOR: '1' }, coloured],
    [{ isTTY: true }, { FORCE_COLOR: '0' }, bareText],
    [{ isTTY: true }, { FORCE_COLOR: '1', NO_COLOR: '1' }, coloured],
    [{}, {}, bareText],
  ] as const;
  for (const [stream, environment, style] of cases) {
    it(`are ${style === coloured ? 'used' : 'left out'} for ${JSON.stringify({ ...stream, ...environment })}`, () => {
      assert.equal(styleFor(stream, environment), style);
    });
  }
});
