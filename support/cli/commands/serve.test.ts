import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { get as getOverTls } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { CliProcess } from '../testing/cli-process.ts';
import { refusal } from '../testing/refusal.ts';
import { ServingProcess } from '../serve/testing/serving-process.ts';
import serveCommand from './serve.ts';

const folder = await mkdtemp(join(tmpdir(), 'serve-command-'));
after(() => rm(folder, { recursive: true }));

describe('serve refuses what is wrong in one line, with nothing created', () => {
  const missing = join(folder, 'no', 'such', 'file');
  const cases: readonly (readonly [what: string, words: readonly string[], line: RegExp])[] = [
    ['an unknown deviation', ['--deviation', 'forgets'], /^there is no deviation "forgets"/u],
    [
      'an unknown fault',
      ['--fault', 'latnecy=3'],
      /^--fault latnecy=3: there is no such fault; did you mean "latency"\?$/mu,
    ],
    ['a rate above 1', ['--fault', 'reset@2'], /^--fault reset@2: the rate after "@"/u],
    ['a latency without its time', ['--fault', 'latency@0.5'], /^--fault latency@0\.5: give milliseconds/u],
    ['a bucket name that OSS does not allow', ['--bucket', 'Photos'], /^--bucket: "Photos" is no bucket name: /u],
    ['a certificate that cannot be written', ['--tls', missing], /^--tls .*: cannot be written \(ENOENT\)$/mu],
    [
      'a target file that cannot be written',
      ['--write-target', missing],
      /^--write-target .*: cannot be written \(ENOENT\)$/mu,
    ],
    ['a region with the prefix of host names', ['--region', 'oss-cn-hangzhou'], /without "oss-"\.$/u],
  ];
  for (const [what, words, line] of cases)
    test(what, async () => {
      const data = join(folder, 'untouched');
      assert.match(await refusal(serveCommand(), ['--data', data, ...words]), line);
      await assert.rejects(stat(data), { code: 'ENOENT' });
    });

  test('a port that is taken', async (t) => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    t.after(() => taken.close());
    const address = taken.address();
    const port = typeof address === 'object' && address !== null ? String(address.port) : '';
    const data = join(folder, 'untouched');
    assert.match(
      await refusal(serveCommand(), ['--port', port, '--data', data]),
      /^--host 127\.0\.0\.1 --port \d+: cannot listen there \(another program listens there\); take another$/u,
    );
    await assert.rejects(stat(data), { code: 'ENOENT' });
  });

  test('half a pair of keys', { timeout: 20_000 }, async () => {
    const { code, stderr } = await CliProcess.run(['serve'], { OSS_ACCESS_KEY_ID: 'a' });
    assert.deepEqual([code, stderr], [2, 'OSS_ACCESS_KEY_SECRET is not set, and the other half of it is\n']);
  });

  test('a data directory that another store uses: it and all files are as they were', { timeout: 20_000 }, async () => {
    const data = join(folder, 'in-use');
    const files = ['earlier.pem', 'earlier.yaml'].map((name) => join(folder, name));
    const [certificate = '', target = ''] = files;
    for (const file of files) await writeFile(file, 'mine');
    const first = await ServingProcess.start('--data', data);
    const before = await readdir(data);
    const words = ['--data', data, '--tls', certificate, '--write-target', target];
    const { code, stderr } = await CliProcess.run(['serve', ...words]);
    assert.equal(code, 2);
    assert.match(stderr, /^the reference store cannot start: another store \(process \d+ of .*\) uses .*\n$/u);
    assert.deepEqual(await readdir(data), before);
    for (const file of files) assert.equal(await readFile(file, 'utf8'), 'mine');
    await first.end();
  });

  test('a data directory that is a file', async () => {
    const data = join(folder, 'notes.txt');
    await writeFile(data, 'mine');
    assert.equal(
      await refusal(serveCommand(), ['--data', data]),
      `--data ${data}: a file is in the way; give another directory`,
    );
    assert.equal(await readFile(data, 'utf8'), 'mine');
  });

  test('a data directory of a version that knows more', { timeout: 20_000 }, async () => {
    const data = join(folder, 'newer');
    await mkdir(join(data, 'buckets'), { recursive: true });
    const common = { name: 'abc', owner: '1', createdAt: new Date(), storageClass: 'IA', dataRedundancyType: 'LRS' };
    await writeFile(join(data, 'buckets', 'abc.json'), JSON.stringify({ ...common, settings: { teleport: true } }));
    const { code, stderr } = await CliProcess.run(['serve', '--data', data]);
    assert.equal(code, 2);
    assert.match(stderr, /^the reference store cannot start: .*abc\.json has the setting "teleport", .*\n$/u);
  });
});

describe('serve ends cleanly', () => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    test(`on ${signal}`, { timeout: 20_000 }, async () => {
      const serving = await ServingProcess.start('--tls');
      const { code, stderr } = await serving.end(signal);
      assert.deepEqual([code, stderr], [0, '']);
      await assert.rejects(stat(serving.ready.ca ?? ''), { code: 'ENOENT' });
    });

  test('with its parent, even a killed one', { timeout: 20_000 }, async () => {
    const main = fileURLToPath(new URL('../main.ts', import.meta.url));
    const program = `
      const child = require('node:child_process').spawn(process.execPath, [${JSON.stringify(main)}, 'serve'], { stdio: ['ignore', 'pipe', 'ignore'] });
      child.stdout.pipe(process.stdout);`;
    const parent = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = await once(parent.stdout, 'data');
    const { endpoint } = JSON.parse(String(line));
    assert.equal((await fetch(`${endpoint}/_/ready`)).status, 200);
    parent.kill('SIGKILL');
    for (let listens = true; listens; await pause(50))
      listens = await fetch(`${endpoint}/_/ready`).then(
        () => true,
        () => false,
      );
  });
});

test('only its owner can read the secrets in a target file, even one that existed before', async () => {
  const path = join(folder, 'target.yaml');
  await writeFile(path, '', { mode: 0o644 });
  const serving = await ServingProcess.start('--write-target', path);
  const { mode } = await stat(path);
  assert.match(await readFile(path, 'utf8'), /accessKeySecret: test-owner-secret/u);
  assert.equal(mode & 0o777, 0o600);
  await serving.end();
});

test('without keys in the environment it says those it has generated', { timeout: 20_000 }, async () => {
  const serving = new CliProcess(['serve']);
  await serving.firstLine;
  serving.signal('SIGTERM');
  const { stderr } = await serving.ended;
  assert.match(stderr, /^OSS_ACCESS_KEY_ID is not set; .*OSS_ACCESS_KEY_ID=\w+ OSS_ACCESS_KEY_SECRET=\w+\n$/u);
});

test(
  'over TLS, clients that trust its CA reach the store and the hosts of its buckets',
  { timeout: 20_000 },
  async () => {
    const serving = await ServingProcess.start('--tls', join(folder, 'ca.pem'), '--bucket', 'photos');
    const ca = await readFile(serving.ready.ca ?? '');
    const { port } = new URL(serving.ready.endpoint);
    const ask = (host: string, path: string): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        // The test must not depend on a resolver that does not know names below localhost.
        const options = { host: '127.0.0.1', port, path, servername: host, headers: { Host: `${host}:${port}` }, ca };
        getOverTls({ ...options, agent: false }, ({ statusCode }) => resolve(statusCode)).on('error', reject);
      });
    assert.equal(await ask('localhost', '/_/ready'), 200);
    assert.equal(await ask('photos.localhost', '/'), 403, 'the bucket refuses an anonymous listing');
    assert.equal(await ask('others.localhost', '/'), 404);
    await serving.end();
  },
);
