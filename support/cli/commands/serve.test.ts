import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { test } from 'node:test';
import { CliProcess } from '../testing/cli-process.ts';

test('a target file that cannot be written ends the store, in one line', { timeout: 20_000 }, async () => {
  const { code, stdout, stderr } = await CliProcess.run(['serve', '--write-target', join(tmpdir(), 'no', 'such', 'x')]);
  assert.deepEqual([code, stdout], [2, '']);
  assert.match(stderr, /^--write-target .*: cannot be written \(ENOENT\)\n$/u);
});

for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const)
  test(`${signal} removes what a store without a folder of its own has kept`, { timeout: 20_000 }, async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'serve-command-'));
    t.after(() => rm(folder, { recursive: true }));
    const target = join(folder, 'target.yaml');
    const serving = new CliProcess(['serve', '--write-target', target], { TMPDIR: folder });
    while (!existsSync(target)) await pause(20);
    const data = async (): Promise<readonly string[]> =>
      (await readdir(folder)).filter((name) => name !== 'target.yaml' && name !== 'node-compile-cache');
    const [kept] = [await data(), serving.signal(signal)];
    assert.equal((await serving.ended).code, 0);
    assert.deepEqual([kept.length, await data()], [1, []]);
  });

test('nobody else can read the secrets in a target file, one that was there before included', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'serve-command-'));
  const path = join(folder, 'target.yaml');
  await writeFile(path, '', { mode: 0o644 });
  const serving = new CliProcess(['serve', '--write-target', path]);
  while (!(await readFile(path, 'utf8')).includes('accessKeySecret')) await pause(20);
  const { mode } = await stat(path);
  serving.signal('SIGTERM');
  await serving.ended;
  await rm(folder, { recursive: true });
  assert.equal(mode & 0o777, 0o600);
});
