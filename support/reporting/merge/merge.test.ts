import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ConfigurationError } from '../../harness/target/configuration-error.ts';
import { mergeReports } from './merge-files.ts';
import { merge } from './merge.ts';
import type { ScenarioEvidence } from '../../harness/evidence/evidence.ts';
import { readEvidence } from '../evidence/evidence-folder.ts';
import { readResults, writeResultsFile } from '../results/results-file.ts';
import type { Results } from '../results/results.ts';
import type { Sample, SampleScenario } from '../results/sample-results.ts';
import { sampleClause, sampleResults } from '../results/sample-results.ts';

const get = { feature: 'features/get-bucket-encryption.feature' };
const suite = { version: '0.1.0', clauses: 4, scenarios: 7 };
const expected = [
  { clause: 'PBE-25', observed: 'expected 400, got 200; expected 400, got 500', issue: 'i', until: '2027-06-30' },
];

const conformant = (line: number): SampleScenario => ({ name: `line ${line}`, line, verdict: 'conformant' });
const refused = (line: number, got: number): SampleScenario => ({
  name: `line ${line}`,
  line,
  verdict: 'nonconformant',
  reason: `expected 400, got ${got}`,
});
const recommended = (line: number) => sampleClause(`PBE-${line}`, [refused(line, 200)], { level: 'should' });
const listening = (port: number) => ({ kind: 'reference', endpoint: `http://127.0.0.1:${port}` }) as const;
const lacking: SampleScenario = { name: 'line 30', line: 30, verdict: 'unsupported', reason: 'needs kms' };

const unsharded = sampleResults({
  suite,
  expected,
  requests: 30,
  durationMs: 3_000,
  clauses: [
    sampleClause('GBE-02', [conformant(12)], get),
    sampleClause('PBE-01', [conformant(11), conformant(12)]),
    sampleClause('PBE-25', [refused(20, 200), conformant(21), refused(22, 500)]),
    sampleClause('KMS-01', [lacking]),
  ],
});

/** Three shards, each with every third scenario, as cucumber distributes them. */
const shares: readonly Sample[] = [
  {
    clauses: [
      sampleClause('GBE-02', [conformant(12)], get),
      sampleClause('PBE-25', [refused(20, 200)]),
      sampleClause('KMS-01', [lacking]),
    ],
  },
  {
    clauses: [sampleClause('PBE-01', [conformant(11)]), sampleClause('PBE-25', [conformant(21)])],
    started: '2026-11-23T07:59:00.000Z',
  },
  {
    clauses: [sampleClause('PBE-01', [conformant(12)]), sampleClause('PBE-25', [refused(22, 500)])],
    durationMs: 2_000,
  },
];

function shard(share: Sample): Results {
  return sampleResults({ suite, expected, requests: 10, durationMs: 900, ...share });
}

function shards(...changes: readonly Sample[]): { path: string; results: Results }[] {
  return changes.map((share, index) => ({ path: `${index + 1}.json`, results: shard(share) }));
}

describe('the merge of all shards', () => {
  it('is the run that was not sharded, from the first start and as long as the longest shard', () => {
    for (const order of [shares, shares.toReversed()]) {
      assert.deepEqual(merge(shards(...order)), {
        ...unsharded,
        started: '2026-11-23T07:59:00.000Z',
        durationMs: 2_000,
      });
    }
  });

  it('excuses a deviation that no shard saw whole', () => {
    assert.deepEqual(
      shares.map((share) => shard(share).verdict),
      ['nonconformant', 'nonconformant', 'nonconformant'],
    );
    assert.equal(merge(shards(...shares)).verdict, 'conformant');
    assert.equal(merge(shards(...shares)).expected?.[0]?.state, 'occurs');
  });

  it('is not complete while a shard is missing', () => {
    assert.equal(merge(shards(...shares)).complete, true);
    assert.equal(merge(shards(...shares.slice(1))).complete, false);
  });

  it('is as strict as a shard was seen to be', () => {
    const should = sampleClause('PBE-40', [refused(50, 200)], { level: 'should' });
    const plain = sampleClause('PBE-41', [conformant(60)]);
    for (const strict of [true, false]) {
      const merged = merge(
        shards({ clauses: [plain], strict, expected: [] }, { clauses: [should], strict, expected: [] }),
      );
      assert.equal(merged.verdict, strict ? 'nonconformant' : 'conformant');
    }
  });

  it('of reference stores looks past the port each of them listened on', () => {
    const [one = {}, two = {}] = shares;
    assert.equal(
      merge(shards({ ...one, target: listening(1) }, { ...two, target: listening(2) })).target.endpoint,
      'http://127.0.0.1:1',
    );
  });
});

describe('shards are refused', () => {
  const [one = {}, two = {}] = shares;
  const strangers: readonly (readonly [why: string, first: Sample, second: Sample, message: RegExp])[] = [
    [
      'that another version of the suite judged',
      one,
      { ...two, suite: { ...suite, version: '0.2.0' } },
      /suite 0\.1\.0 and suite 0\.2\.0/,
    ],
    [
      'of another target',
      one,
      { ...two, target: { name: 'other' } },
      /the target's name is "acme-store 2\.3" and "other"/,
    ],
    ['of another endpoint', one, { ...two, target: { endpoint: 'http://x' } }, /the target's endpoint is/],
    [
      'of other capabilities',
      one,
      { ...two, target: { capabilities: [] } },
      /the target's capabilities is \["objects"\] and \[\]/,
    ],
    ['with other expectations', one, { ...two, expected: [] }, /they list different expected deviations/],
    [
      'that hold one scenario twice',
      one,
      one,
      /1\.json and 2\.json both hold the scenario "line 12" \(line 12\) of clause GBE-02/,
    ],
    [
      'that describe a clause differently',
      { clauses: [sampleClause('PBE-01', [conformant(11)])] },
      { clauses: [sampleClause('PBE-01', [conformant(12)], { level: 'should' })] },
      /describe clause PBE-01 differently/,
    ],
    [
      'of which only one was strict',
      { clauses: [recommended(1)], strict: true, expected: [] },
      { clauses: [recommended(2)], strict: false, expected: [] },
      /1\.json was judged with --strict and 2\.json without/,
    ],
  ];
  for (const [why, first, second, message] of strangers) {
    it(why, () => {
      assert.throws(
        () => merge(shards(first, second)),
        (error) => error instanceof ConfigurationError && message.test(error.message),
      );
    });
  }
});

function evidence(index: number): ScenarioEvidence {
  return { clause: 'PBE-25', scenario: 'x', feature: 'features/x.feature', line: index + 1, exchanges: [] };
}

async function lines(folder: string): Promise<number[]> {
  return (await readEvidence(folder)).map(({ line }) => line).toSorted((one, other) => one - other);
}

describe('merging reports', () => {
  let directory: string;
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'merge-'));
    for (const [index, share] of shares.entries()) {
      await writeResultsFile(join(directory, String(index), 'results.json'), shard(share));
      await mkdir(join(directory, String(index), 'evidence'));
      await mkdir(join(directory, String(index), 'allure-results'));
      await writeFile(join(directory, String(index), 'allure-results', `${index}-result.json`), '{}');
      await writeFile(join(directory, String(index), 'evidence', 'PBE-25-x-1.json'), JSON.stringify(evidence(index)));
    }
  });
  after(async () => {
    await rm(directory, { recursive: true });
  });

  it('writes results that can be read again, all evidence and a page', async () => {
    const out = join(directory, 'whole');
    const merged = await mergeReports(
      shares.map((_, index) => join(directory, String(index))),
      out,
      [],
    );
    assert.deepEqual(await readResults(join(out, 'results.json')), merged);
    assert.deepEqual(await lines(join(out, 'evidence')), [1, 2, 3]);
    assert.match(await readFile(join(out, 'index.html'), 'utf8'), /data-verdict="conformant"/);
    const allure = (await readdir(join(out, 'allure-results'))).toSorted();
    assert.deepEqual(allure, ['0-result.json', '1-result.json', '2-result.json']);
  });

  it('replaces the evidence of an earlier merge, and removes nothing else', async () => {
    const out = join(directory, 'twice');
    const earlier = [0, 1, 2].map((index) => join(directory, String(index)));
    await mergeReports(earlier, out, []);
    await writeFile(join(out, 'evidence', 'notes.txt'), 'mine');
    await mergeReports(earlier.slice(1), out, []);
    const files = (await readdir(join(out, 'evidence'))).toSorted();
    assert.deepEqual(files, ['PBE-25-x-1-2.json', 'PBE-25-x-1.json', 'notes.txt']);
    assert.deepEqual(await lines(join(out, 'evidence')), [2, 3]);
  });

  it('keeps the evidence of a shard that the output folder is a link to', async () => {
    const shard = join(directory, 'linked-shard');
    await cp(join(directory, '1'), shard, { recursive: true });
    const out = join(directory, 'link');
    await symlink(shard, out);
    await mergeReports([shard, join(directory, '2')], out, []);
    assert.deepEqual(await lines(join(out, 'evidence')), [2, 3]);
  });

  it('may write into the folder of a shard without losing its evidence', async () => {
    const paths = [0, 1].map((index) => join(directory, String(index), 'results.json'));
    await mergeReports(paths, join(directory, '0'), []);
    assert.deepEqual(await lines(join(directory, '0', 'evidence')), [1, 2]);
  });

  it('says in one line where it cannot write', async () => {
    const path = join(directory, '1', 'results.json');
    await assert.rejects(
      mergeReports([path], join(path, 'below'), []),
      (error) => error instanceof ConfigurationError && /below: cannot be written \(E[A-Z]+\)$/.test(error.message),
    );
  });
});
