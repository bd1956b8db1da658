import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ConfigurationError } from '../../harness/target/configuration-error.ts';
import { printableLine } from '../../harness/evidence/printable.ts';
import { readResults, writeResults, writeResultsFile } from './results-file.ts';
import type { ClauseResult, Results } from './results.ts';
import { sampleClause, sampleResults } from './sample-results.ts';

const mixed = sampleResults({
  clauses: [
    sampleClause('PBE-01', [{ verdict: 'conformant' }]),
    sampleClause('PBE-25', [{ verdict: 'conformant' }, { verdict: 'nonconformant', reason: 'expected 400, got 200' }]),
    sampleClause('KMS-01', [{ verdict: 'unsupported', reason: 'needs kms' }]),
    sampleClause('OBS-01', [{ verdict: 'observed', reason: 'answers 204' }], { level: 'observe' }),
  ],
  expected: [
    { clause: 'PBE-25', observed: 'expected 400, got 200', issue: 'https://example.org/1', until: '2027-06-30' },
  ],
});

describe('a results file', () => {
  let directory: string;
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'results-file-'));
  });
  after(async () => {
    await rm(directory, { recursive: true });
  });

  it('comes back as it was written, and nothing else is left', async () => {
    const reports = join(directory, 'reports');
    const path = await writeResults(reports, mixed);
    assert.equal(path, join(reports, 'results.json'));
    assert.deepEqual(await readResults(path), mixed);
    assert.deepEqual(await readdir(reports), ['results.json']);
  });

  it('is not written when it could not be read again', async () => {
    const path = join(directory, 'never.json');
    await assert.rejects(writeResultsFile(path, { ...mixed, requests: -1 }), /requests must be >= 0/);
    await assert.rejects(writeResultsFile(path, { ...mixed, verdict: 'inconclusive' }), /verdict is inconclusive/);
    assert.ok(!(await readdir(directory)).includes('never.json'));
  });

  const { store } = mixed;
  assert.ok(store);
  const [first, second, third, fourth] = mixed.clauses;
  assert.ok(first && second && third && fourth);
  const [entry] = mixed.expected ?? [];
  assert.ok(entry);

  const unusable: readonly (readonly [title: string, content: string | object, message: RegExp])[] = [
    ['is not JSON', '{"schema": \u001B[31m', /^FILE: not JSON \(.*\\u\{1b\}/],
    ['is JSON of another kind', '[]', /^FILE: not a results document/],
    [
      'is of a later schema',
      { ...mixed, schema: 'oss-conformance/results/3' },
      /^FILE: its schema is "oss-conformance\/results\/3", this version reads "oss-conformance\/results\/2"/,
    ],
    [
      'has a field of the wrong kind',
      { ...mixed, clauses: [{ ...first, level: 'may' }] },
      /^FILE: clauses\.0\.level must be equal to one of the allowed values: must, should, observe$/,
    ],
    ['lacks a field', { ...mixed, target: undefined }, /^FILE: the document must have required property 'target'$/],
    [
      'has an unknown field',
      { ...mixed, score: 99 },
      /^FILE: the document must NOT have additional properties: score$/,
    ],
    ['has an impossible date', { ...mixed, started: 'yesterday' }, /^FILE: started must match pattern/],
    ['has a day that no calendar has', { ...mixed, started: '2026-13-45T08:00:00Z' }, /^FILE: started is not a date/],
    [
      'had a count edited',
      { ...mixed, store: { ...store, counts: { ...store.counts, conformant: 4 } } },
      /^FILE: store\.counts\.conformant is 4, but 1 clauses are conformant/,
    ],
    [
      'had the verdict of a clause edited',
      { ...mixed, clauses: [first, { ...second, verdict: 'conformant', reason: null }, third, fourth] },
      /^FILE: clause PBE-25 is said to be conformant, its scenarios make it nonconformant/,
    ],
    [
      'had a reason edited',
      { ...mixed, clauses: [first, { ...second, reason: 'expected 200, got 200' }, third, fourth] },
      /^FILE: the reason of clause PBE-25 is not that of its scenarios/,
    ],
    [
      'had its verdict edited',
      { ...mixed, verdict: 'nonconformant' },
      /^FILE: verdict is nonconformant, but the clauses do not add up to it/,
    ],
    [
      'had completeness edited',
      { ...mixed, complete: false },
      /^FILE: complete is false, but the clauses make it true/,
    ],
    [
      'had an expectation edited',
      { ...mixed, expected: [{ ...entry, state: 'absent' }] },
      /^FILE: the deviation expected of PBE-25 is said to be "absent", the clauses make it "occurs"/,
    ],
    [
      'had a cause edited',
      { ...mixed, causes: mixed.causes.map((cause) => ({ ...cause, reason: 'the weather' })) },
      /^FILE: the causes are not those of the failing scenarios/,
    ],
    [
      'had a known deviation edited',
      { ...mixed, clauses: [first, unmarked(second), third, fourth] },
      /^FILE: the scenario of PBE-25 at line 11 is marked as no known deviation/,
    ],
    [
      'says that a conformant clause is blocked',
      { ...mixed, clauses: [{ ...first, blockedBy: 'GBE-01' }, second, third, fourth] },
      /^FILE: clause PBE-01 is conformant, and blockedBy names GBE-01/,
    ],
    [
      'judges a program without a clause about one',
      { ...mixed, program: { name: 'ossutil', ...store } },
      /^FILE: program is judged, but no clause judges it/,
    ],
    [
      'holds a clause twice',
      { ...mixed, clauses: [first, first, second, third, fourth] },
      /^FILE: clause PBE-01 appears twice/,
    ],
  ];
  for (const [title, content, message] of unusable) {
    it(`is refused in one line when it ${title}`, async () => {
      const path = join(directory, 'unusable.json');
      await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
      await assert.rejects(readResults(path), (error) => refusal(error, path, message));
    });
  }

  it('is refused in one line when it is missing or a directory', async () => {
    const path = join(directory, 'absent.json');
    await assert.rejects(readResults(path), (error) => refusal(error, path, /^FILE: not found$/));
    await assert.rejects(readResults(directory), (error) => refusal(error, directory, /^FILE: a directory/));
  });

  it('may rest on --strict, which it does not mention', async () => {
    const clauses = [
      sampleClause('PBE-40', [{ verdict: 'nonconformant', reason: 'expected a, got b' }], { level: 'should' }),
    ];
    for (const strict of [true, false]) {
      const results: Results = sampleResults({ clauses, strict });
      assert.equal(results.verdict, strict ? 'nonconformant' : 'conformant');
      assert.deepEqual(await readResults(await writeResults(directory, results)), results);
    }
  });
});

function unmarked(clause: ClauseResult): ClauseResult {
  return { ...clause, scenarios: clause.scenarios.map((scenario) => ({ ...scenario, expected: false })) };
}

function refusal(error: unknown, path: string, message: RegExp): true {
  assert.ok(error instanceof ConfigurationError);
  assert.match(error.message.replace(path, 'FILE'), message);
  assert.equal(error.message, printableLine(error.message));
  return true;
}
