import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';

/** Says when its starter has ended, and would go on for ever. */
const child = `
import(${JSON.stringify(new URL('starter.ts', import.meta.url).href)}).then(({ whenStarterEnds }) => {
  whenStarterEnds(() => { console.log('told'); process.exit(); });
  setInterval(() => {}, 1000);
  console.log('started');
});
`;

/** Starts the child as it is told to, and waits. */
const starter = `
const { spawn } = require('node:child_process');
const [program, words] = JSON.parse(process.argv[1]);
spawn(program, words, { stdio: ['ignore', 'inherit', 'ignore'] });
setInterval(() => {}, 1000);
`;

// A command after it keeps every shell from replacing itself.
const shell = ['/bin/sh', ['-c', '"$0" -e "$1"; exit', process.execPath, child]] as const;

/** What the child prints, from its start to its end, when its starter is killed. */
async function heardBy(command: readonly [string, readonly string[]], variables: NodeJS.ProcessEnv): Promise<string> {
  const started = spawn(process.execPath, ['-e', starter, JSON.stringify(command)], {
    env: { ...process.env, npm_lifecycle_event: undefined, ...variables },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let printed = '';
  started.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
  await once(started.stdout, 'data');
  started.kill('SIGKILL');
  // The child holds the pipe open until it ends.
  await once(started.stdout, 'end');
  return printed;
}

test('a process hears that its parent was killed', { timeout: 20_000 }, async () => {
  assert.equal(await heardBy([process.execPath, ['-e', child]], {}), 'started\ntold\n');
});

test(
  'a process that npm started hears that npm was killed, although the shell between them goes on',
  { timeout: 20_000, skip: process.platform === 'linux' ? false : 'only Linux has /proc' },
  async () => {
    assert.equal(await heardBy(shell, { npm_lifecycle_event: 'npx' }), 'started\ntold\n');
  },
);
