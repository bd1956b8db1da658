import assert from 'node:assert/strict';
import { it } from 'node:test';
import { killMatrixPage, type PageClause } from './kill-matrix-page.ts';

const clause: PageClause = {
  id: 'PBE-01',
  level: 'must',
  title: 'The rule is set by PUT',
  excluded: null,
  operation: 'PutBucketEncryption',
  feature: 'features/put-bucket-encryption.feature',
};

const seen = {
  clause: 'PBE-01',
  feature: 'features/put-bucket-encryption.feature',
  line: 1,
  verdict: 'nonconformant',
} as const;

const page = killMatrixPage(
  [
    clause,
    { ...clause, id: 'PBE-15', title: 'A CloudBox takes AES256 only', feature: null, excluded: 'it needs a CloudBox' },
    { ...clause, id: 'PBE-37', level: 'observe', title: 'What is not documented' },
  ],
  {
    breaches: [],
    rows: [
      {
        deviation: {
          name: 'put-is-forgotten',
          clause: 'PBE-01',
          mistake: 'Answers 200 | and *forgets*.',
          caughtAs: 'no rule',
          alsoCaughtBy: {},
        },
        caughtBy: [
          { ...seen, name: 'PUT sets the rule', reason: 'expected AES256, got no rule' },
          { ...seen, name: 'PUT sets it again', reason: 'expected AES256, got no rule' },
        ],
        collateral: [
          { clause: 'GBE-01', why: 'it reads the rule', scenarios: [] },
          { clause: 'GBE-02', why: 'it reads the rule', scenarios: [] },
        ],
        durationMs: 1234,
      },
    ],
  },
);

it('puts the deviation, the mistake, the scenarios, the reason and the other clauses into one row of its clause', () => {
  assert.ok(
    page.includes(
      [
        '### <a id="PBE-01"></a>PBE-01 (must): The rule is set by PUT — [put-bucket-encryption.feature](../features/put-bucket-encryption.feature)',
        '',
        '| deviation | mistake | caught by | reason | also caught by |',
        '| --- | --- | --- | --- | --- |',
        String.raw`| put-is-forgotten | Answers 200 \| and \*forgets\*. | PUT sets the rule<br>PUT sets it again | expected AES256, got no rule | GBE-01, GBE-02: it reads the rule |`,
      ].join('\n'),
    ),
    page,
  );
});

it('begins with links to its sections', () => {
  const links = [
    '- [PutBucketEncryption](#putbucketencryption)',
    '- [Clauses without a deviation](#clauses-without-a-deviation)',
  ];
  assert.ok(page.includes(`\n\n${links.join('\n')}\n\n## PutBucketEncryption\n`), page);
});

it('says of every other clause why no deviation breaks it', () => {
  assert.match(page, /\| PBE-15 \| must \| A CloudBox takes AES256 only \| not checked: it needs a CloudBox \|/);
  assert.match(page, /\| PBE-37 \| observe \| What is not documented \| reported, never judged/);
});

it('holds nothing that differs from run to run', () => {
  assert.doesNotMatch(page, /1234|1\.2/);
});
