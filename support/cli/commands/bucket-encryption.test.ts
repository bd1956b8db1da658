import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startScriptedServer, type Script } from '../../client/loopback/scripted-server.ts';

const program = fileURLToPath(new URL('../main.ts', import.meta.url));

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `oss-conformance bucket-encryption` in its own process; `interruption` says when the user presses Ctrl-C. */
async function run(words: readonly string[], interruption?: Promise<unknown>): Promise<Ended> {
  const child = spawn(process.execPath, [program, 'bucket-encryption', ...words], { env: { HOME: 'no-such-home' } });
  const printed = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (printed.stderr += text));
  void interruption?.then(() => child.kill('SIGINT'));
  await once(child, 'close');
  return { code: child.exitCode, ...printed };
}

function words(origin: string): readonly string[] {
  return ['--method', 'delete', 'oss://bkt', '-e', origin, '-i', 'id', '-k', 'secret'];
}

test('the process ends with 0 when the store did what was asked', async (t) => {
  const store = await startScriptedServer(t, (socket) => socket.end('HTTP/1.1 204 No Content\r\n\r\n'));
  const { code, stdout, stderr } = await run(words(store.origin));
  assert.deepEqual([code, stderr], [0, '']);
  assert.match(stdout, /^\n\d+\.\d{6}\(s\) elapsed\n$/);
});

test('the process ends with 1 for usage that any other command would end with 2, and says so on stdout', async () => {
  assert.deepEqual(await run(['oss://bkt', '--method', 'get', '--retry-times', '3']), {
    code: 1,
    stdout:
      'Error: invalid usage of "bucket-encryption" command, reason: the command does not support option: "retryTimes", please try "help bucket-encryption" for more information\n',
    stderr: '',
  });
});

test('Ctrl-C ends the process with 130 and no half line, also while the store is silent', async (t) => {
  const asked = Promise.withResolvers<void>();
  const silent: Script = () => asked.resolve();
  const store = await startScriptedServer(t, silent);
  assert.deepEqual(await run(words(store.origin), asked.promise), { code: 130, stdout: '', stderr: '' });
});
