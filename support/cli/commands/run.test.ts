import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { RunLock } from '../../run/run-lock.ts';
import { CliProcess } from '../testing/cli-process.ts';

let folder: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'run-command-'));
});
after(() => rm(folder, { recursive: true, force: true }));

/** Writes a target file for an endpoint at which nothing listens. */
async function targetFile(name: string, more: string): Promise<string> {
  const path = join(folder, name);
  const owner = '{ accessKeyId: id, accessKeySecret: secret }';
  // Port 9 discards; nothing of ours ever listens there.
  await writeFile(path, `endpoint: http://127.0.0.1:9\nregion: cn-hangzhou\nprincipals:\n  owner: ${owner}\n${more}`);
  return path;
}

describe('wrong usage and wrong files are reported in one line, with exit code 2', () => {
  const mistakes: readonly (readonly [how: string, words: readonly string[], told: RegExp])[] = [
    [
      'half a tag expression',
      ['--tags', '@PBE-25 and'],
      /^--tags is no tag expression such as .*: Expected operand\.$/u,
    ],
    [
      'a deviation that does not exist',
      ['--deviation', 'refused-algorithm-is-stord'],
      /"refused-algorithm-is-stored"\?$/u,
    ],
    ['more workers than buckets may live', ['--parallel', '21'], /^--parallel 21: .* allow 20 at one time$/u],
    [
      'recordings that are not there',
      ['--target', 'recordings', '--recordings', 'recordigns'],
      /^--recordings recordigns: there is no such directory$/u,
    ],
    ['expected entries where a file is', ['--write-expected', 'package.json'], /the file exists already/u],
    ['reports in no directory', ['--reports', ''], /give the path of a directory/u],
  ];
  for (const [how, words, told] of mistakes)
    test(how, async () => {
      const reports = join(folder, how.replaceAll(' ', '-'));
      const { code, stdout, stderr } = await CliProcess.run(['run', '--reports', reports, ...words]);
      assert.deepEqual([code, stdout, stderr.trimEnd().split('\n').length], [2, '', 1]);
      assert.match(stderr.trimEnd(), told);
      assert.ok(!(await readdir(folder)).includes(how.replaceAll(' ', '-')), 'nothing was touched');
    });

  test('reports below a file', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    const { code, stderr } = await CliProcess.run(['run', '--clauses', 'PBE-25', '--reports', join(file, 'below')]);
    assert.equal(code, 2);
    assert.match(stderr, /^--reports .*: nothing can be written there \([A-Z]+\)\n$/u);
  });

  test('a deviation that is expected of a clause that does not exist', async () => {
    const entry = "{ clause: PBE-252, observed: 'x', issue: 'https://example.com/1', until: 2999-01-01 }";
    const target = await targetFile('expecting.yaml', `expected: [${entry}]\n`);
    for (const plan of [[], ['--plan']]) {
      const words = ['run', '--target', target, '--reports', join(folder, 'untouched'), ...plan];
      const { code, stderr } = await CliProcess.run(words);
      assert.equal(code, 2);
      assert.match(
        stderr,
        /^the target's "expected" names "PBE-252", which is not a clause that the suite judges; did you mean/u,
      );
    }
  });

  test('a deviation that is expected of a scenario that its clause has not', async () => {
    const entry = "{ clause: PBE-25, scenario: DES is refused, observed: 'x', issue: 'y', until: 2999-01-01 }";
    const target = await targetFile('expecting-one.yaml', `expected: [${entry}]\n`);
    const { code, stderr } = await CliProcess.run(['run', '--target', target, '--reports', join(folder, 'untouched')]);
    assert.equal(code, 2);
    assert.match(stderr, /^the target's "expected" names "DES is refused", which is not a scenario of PBE-25/u);
  });
});

test('neither a run nor a sweep begins where a run is at work', async (t) => {
  const reports = join(folder, 'at-work');
  await mkdir(reports);
  const lock = RunLock.take(reports);
  t.after(() => lock.release());
  const place = { endpoint: 'http://127.0.0.1:9', region: 'cn-hangzhou', addressing: 'path' };
  const entry = { run: 'r', ...place, bucket: 'ossc-r-0-1', at: '2026-01-01T00:00:00.000Z', state: 'created' };
  await writeFile(join(reports, 'ledger.jsonl'), `${JSON.stringify(entry)}\n`);
  const target = await targetFile('at-work.yaml', '');
  for (const command of ['run', 'sweep']) {
    const { code, stderr } = await CliProcess.run([command, '--target', target, '--reports', reports]);
    assert.equal(code, 2);
    assert.match(
      stderr,
      /: another run is using this directory \(process \d+ of .*\); wait until it ends, or give another --reports\n$/u,
    );
  }
  assert.deepEqual((await readdir(reports)).toSorted(), ['ledger.jsonl', 'run.lock', 'run.lock.holder']);
});

test('a sweep without a ledger does not report success', async () => {
  const target = await targetFile('swept.yaml', '');
  const { code, stdout } = await CliProcess.run(['sweep', '--target', target, '--reports', join(folder, 'reprots')]);
  assert.deepEqual(
    [code, stdout.replace(folder, '')],
    [0, 'no ledger is in /reprots: no run has made buckets from there\n'],
  );
});

test('a run that cannot begin leaves no verdict of an earlier run', async () => {
  const reports = join(folder, 'used-before');
  await mkdir(reports);
  await writeFile(join(reports, 'results.json'), '{}');
  const target = await targetFile('unreachable.yaml', '');
  const { code } = await CliProcess.run(['run', '--target', target, '--clauses', 'PBE-25', '--reports', reports]);
  assert.equal(code, 3);
  assert.ok(!(await readdir(reports)).includes('results.json'));
});

test('a recording that cannot be added to others ends at once', { timeout: 30_000 }, async () => {
  const recordings = join(folder, 'recordings');
  const record = ['record', '--clauses', 'PBE-25', '--recordings', recordings, '--reports', join(folder, 'recorded')];
  assert.equal((await CliProcess.run(record)).code, 0);
  const { code, stderr } = await CliProcess.run([...record, '--without', 'kms']);
  assert.equal(code, 2);
  assert.ok((await readdir(join(folder, 'recorded'))).includes('results.json'), 'nothing was touched');
  assert.match(stderr, /holds recordings of another target/u);
});
