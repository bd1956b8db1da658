import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { Inconclusive } from '../../harness/verdict/finding.ts';
import { SpawnedOssutil } from './spawned.ts';

/** A program with that script, in a directory that is removed with the test. */
function program(t: TestContext, script: string, deadlineMs = 20_000): { ossutil: SpawnedOssutil; home: string } {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'spawned-')));
  t.after(() => rmSync(home, { recursive: true, force: true }));
  const path = join(home, 'program');
  if (script !== '') writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return { ossutil: new SpawnedOssutil(path, home, deadlineMs), home };
}

test('a program is run with its words, and its streams and exit code are kept apart', async (t) => {
  const { ossutil } = program(t, 'printf "%s|" "$@"; echo no >&2; exit 7');
  assert.deepEqual(await ossutil.run(['a b', '', '*']), { stdout: 'a b||*|', stderr: 'no\n', exitCode: 7 });
});

test('a program gets its own home and no account from the environment', async (t) => {
  process.env['OSS_ACCESS_KEY_SECRET'] = 'not to be seen';
  t.after(() => delete process.env['OSS_ACCESS_KEY_SECRET']);
  const { ossutil, home } = program(t, 'pwd; echo "$HOME"; env');
  const { stdout } = await ossutil.run([]);
  assert.deepEqual(stdout.split('\n').slice(0, 2), [home, home]);
  assert.doesNotMatch(stdout, /OSS_|not to be seen/);
});

test('a program that a signal ends has the exit code that shells give it', async (t) => {
  const { ossutil } = program(t, 'kill -TERM $$');
  assert.equal((await ossutil.run([])).exitCode, 143);
});

const inconclusive: readonly (readonly [what: string, script: string, said: RegExp])[] = [
  ['is not there', '', /^the program cannot be run \(ENOENT\)$/],
  ['hangs, with what it started,', 'sleep 60 & sleep 60', /^the program did not end within 0\.3 s$/],
  [
    'prints without end',
    'while :; do echo yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy; done',
    /printed more than/,
  ],
];
for (const [what, script, said] of inconclusive)
  test(`a program that ${what} says nothing of any clause`, { timeout: 20_000 }, async (t) => {
    const { ossutil } = program(t, script, script.startsWith('sleep') ? 300 : 20_000);
    await assert.rejects(ossutil.run([]), (error) => error instanceof Inconclusive && said.test(error.message));
  });

const versions: readonly (readonly [script: string, syntax: string])[] = [
  ['echo "ossutil version: v1.7.19"', '1.x'],
  ['[ "$1" = version ] && echo "ossutil version 2.1.0" || exit 1', '2.x'],
  ['echo 0.1.0', '1.x'],
];
for (const [script, syntax] of versions)
  test(`a program has the command line ${syntax} by: ${script}`, async (t) => {
    assert.equal(await program(t, script).ossutil.syntax(), syntax);
  });

test('a program is given an option only where its help names it, and is asked once', async (t) => {
  const { ossutil, home } = program(t, 'echo "$@" >> asked; [ "$*" = "help bucket-encryption" ] && echo "--region"');
  assert.deepEqual([await ossutil.knows('--force-path-style'), await ossutil.knows('--region')], [false, true]);
  assert.equal(readFileSync(join(home, 'asked'), 'utf8'), 'help bucket-encryption\n');
});

test('a program that prints no version is not judged', async (t) => {
  await assert.rejects(program(t, 'exit 1').ossutil.syntax(), Inconclusive);
});
