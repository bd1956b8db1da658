import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { CliProcess } from './testing/cli-process.ts';

const secret = "own+'Marked/Secret=";

describe('a mistake in the command line is reported in one line, with exit code 2', () => {
  const mistakes: readonly (readonly [how: string, words: readonly string[], told: string])[] = [
    [
      'an option that does not exist',
      ['run', '--clause', 'PBE-25'],
      "unknown option '--clause' (Did you mean --clauses?)",
    ],
    [
      'a secret behind such an option',
      ['run', `--access-key-secret=${secret}`],
      "unknown option '--access-key-secret'",
    ],
    ['a command that does not exist', ['runn'], "unknown command 'runn' (Did you mean run?)"],
    [
      'a command where a feature belongs',
      ['run', 'serve', '--port', '9000'],
      "'serve' is a command, not a feature; run it as npm run -s oss-conformance -- serve",
    ],
    ['help on a command that does not exist', ['help', 'runn'], "unknown command 'runn'"],
    ['a secret without a command', [`--access-key-secret=${secret}`], "unknown option '--access-key-secret'"],
    ['a secret behind a short one', ['run', `-k${secret}`], "unknown option '-k'"],
  ];
  for (const [how, words, told] of mistakes) {
    test(how, async () => {
      const { code, stdout, stderr } = await CliProcess.run(words);
      assert.deepEqual({ code, stdout, stderr }, { code: 2, stdout: '', stderr: `error: ${told}\n` });
    });
  }
});

describe('an output without a reader', () => {
  const command = [fileURLToPath(new URL('main.ts', import.meta.url)), 'serve', '--help'];

  test('is no trouble where the reader has gone', async () => {
    const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    const stderr = text(child.stderr);
    assert.deepEqual([...(await once(child, 'close')), await stderr], [0, null, '']);
  });

  test('is never taken for a verdict where it cannot be written', () => {
    const readOnly = openSync(fileURLToPath(import.meta.url), 'r');
    const { status, stderr } = spawnSync(process.execPath, command, { stdio: ['ignore', readOnly, 'pipe'] });
    closeSync(readOnly);
    assert.equal(status, 4);
    assert.match(stderr.toString(), /^standard output cannot be written \(E[A-Z]+\)\n$/u);
  });
});

test('a fault of our own that nothing catches is never taken for a verdict', () => {
  const failing = 'process.stdout.write = () => { Promise.reject(new Error("lost")); return true; }';
  const { status, stderr } = spawnSync(process.execPath, [
    '--import',
    `data:text/javascript,${encodeURIComponent(failing)}`,
    fileURLToPath(new URL('main.ts', import.meta.url)),
    'serve',
    '--help',
  ]);
  assert.equal(status, 4);
  assert.match(stderr.toString(), /^the harness failed: Error: lost\n/u);
});
