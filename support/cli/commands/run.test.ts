import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { RunLock } from '../../run/run-lock.ts';
import { CliProcess } from '../testing/cli-process.ts';
import { shippedRecordings } from '../run/replaying.ts';
import { runTarget } from '../run/run-target.ts';
import { refusal } from '../testing/refusal.ts';
import recordCommand from './record.ts';
import runCommand from './run.ts';
import sweepCommand from './sweep.ts';

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

/** Writes the ledger of a run that left a bucket at that endpoint. */
async function writeLedger(reports: string): Promise<void> {
  const place = { endpoint: 'http://127.0.0.1:9', region: 'cn-hangzhou', addressing: 'path' };
  const entry = { run: 'r', ...place, bucket: 'ossc-r-0-1', at: '2026-01-01T00:00:00.000Z', state: 'created' };
  await writeFile(join(reports, 'ledger.jsonl'), `${JSON.stringify(entry)}\n`);
}

describe('wrong usage and wrong files are refused in one line', () => {
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
    [
      'a deviation of recordings',
      ['--target', 'recordings', '--deviation', 'refused-algorithm-is-stored'],
      /^--deviation breaks only the store that the run starts; /u,
    ],
    ['more workers than buckets may live', ['--parallel', '21'], /^--parallel 21: .* allow 20 at one time$/u],
    [
      'recordings that are not there',
      ['--target', 'recordings', '--recordings', 'recordigns'],
      /^--recordings recordigns: there is no such directory$/u,
    ],
    ['expected entries where a file is', ['--write-expected', 'package.json'], /the file exists already/u],
    ['expected entries in no folder', ['--write-expected', 'nowhere/expected.yaml'], /there is no such folder/u],
    ['expected entries below a file', ['--write-expected', 'package.json/expected.yaml'], /there is no such folder/u],
    [
      'a feature with a letter too few',
      ['features/errors/error-envelop.feature:37'],
      /^features\/errors\/error-envelop\.feature:37: .*; did you mean "features\/errors\/error-envelope\.feature"\?$/u,
    ],
    ['a feature without its folder', ['error-envelope.feature'], /"features\/errors\/error-envelope\.feature"\?$/u],
    ['a line without a scenario', ['features/errors/error-envelope.feature:1'], /:1; after a feature, give the line/u],
    ['reports in no directory', ['--reports', ''], /give the path of a directory/u],
  ];
  for (const [how, words, told] of mistakes)
    test(how, async () => {
      const reports = join(folder, how.replaceAll(' ', '-'));
      assert.match(await refusal(runCommand(), ['--reports', reports, ...words]), told);
      assert.ok(!(await readdir(folder)).includes(how.replaceAll(' ', '-')), 'nothing was touched');
    });

  test('reports below a file', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    assert.match(
      await refusal(runCommand(), ['--clauses', 'PBE-25', '--reports', join(file, 'below')]),
      /^--reports .*: nothing can be written there \([A-Z]+\)$/u,
    );
  });

  test('a deviation that is expected of a clause that does not exist', async () => {
    const entry = "{ clause: PBE-252, observed: 'x', issue: 'https://example.com/1', until: 2999-01-01 }";
    const target = await targetFile('expecting.yaml', `expected: [${entry}]\n`);
    for (const plan of [[], ['--plan']]) {
      assert.match(
        await refusal(runCommand(), ['--target', target, '--reports', join(folder, 'untouched'), ...plan]),
        /expecting\.yaml:5: "expected\[0\]\.clause" names "PBE-252", which is not a clause that the suite judges; did you mean/u,
      );
    }
  });

  test('a deviation that is expected of a scenario that its clause has not', async () => {
    const entry = "{ clause: PBE-25, scenario: DES is refused, observed: 'x', issue: 'y', until: 2999-01-01 }";
    const target = await targetFile('expecting-one.yaml', `expected: [${entry}]\n`);
    assert.match(
      await refusal(runCommand(), ['--target', target, '--reports', join(folder, 'untouched')]),
      /expecting-one\.yaml:5: "expected\[0\]\.scenario" names "DES is refused", which is not a scenario of PBE-25/u,
    );
  });
});

test('neither a run nor a sweep begins where a run is at work', async (t) => {
  const reports = join(folder, 'at-work');
  await mkdir(reports);
  const lock = RunLock.take(reports);
  t.after(() => lock.release());
  await writeLedger(reports);
  const target = await targetFile('at-work.yaml', '');
  for (const command of [runCommand(), sweepCommand()])
    assert.match(
      await refusal(command, ['--target', target, '--reports', reports]),
      /: another run is using this directory \(process \d+ of .*\); wait until it ends, or give another --reports$/u,
    );
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

test('a sweep needs a store that outlives its run', async () => {
  assert.match(await refusal(sweepCommand(), ['--reports', folder]), /^sweep needs the store that the run judged: /u);
});

test('a sweep of a store that does not answer is inconclusive', async () => {
  const reports = join(folder, 'unswept');
  await mkdir(reports);
  await writeLedger(reports);
  const target = await targetFile('unswept.yaml', '');
  const { code, stdout, stderr } = await CliProcess.run(['sweep', '--target', target, '--reports', reports]);
  assert.deepEqual([code, stdout], [3, '']);
  assert.match(stderr, /^inconclusive: nothing was swept: .*ECONNREFUSED.*\n$/u);
});

test('a run that cannot begin leaves no verdict of an earlier run', async (t) => {
  const reports = join(folder, 'used-before');
  await mkdir(reports);
  await writeFile(join(reports, 'results.json'), '{}');
  const target = await targetFile('unreachable.yaml', '');
  const said = t.mock.method(process.stderr, 'write', () => true);
  assert.equal(await runTarget({ target, clauses: ['PBE-25'], reports }), 3);
  assert.match(String(said.mock.calls[0]?.arguments[0]), /^inconclusive: /u);
  assert.ok(!(await readdir(reports)).includes('results.json'));
});

test('a recording that cannot be added to others ends at once', async () => {
  const [recordings, reports] = [join(folder, 'recordings'), join(folder, 'recorded')];
  for (const file of ['target.json', 'bucket-encryption/PBE-25.json'])
    await cp(join(shippedRecordings(), file), join(recordings, file));
  await mkdir(reports);
  await writeFile(join(reports, 'results.json'), '{}');
  const words = ['--clauses', 'PBE-25', '--recordings', recordings, '--reports', reports, '--without', 'kms'];
  assert.match(await refusal(recordCommand(), words), /holds recordings of another target/u);
  assert.deepEqual(await readdir(reports), ['results.json'], 'nothing was touched');
});
