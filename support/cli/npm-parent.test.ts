import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';

/** A parent process, like npm, of a process that never ends by itself. */
const parent = `
const { spawn } = require('node:child_process');
const child = spawn(process.execPath, ['-e', process.argv[1]], { stdio: ['ignore', 'inherit', 'ignore'] });
setInterval(() => {}, 1000);
`;

const child = `
import(${JSON.stringify(new URL('./npm-parent.ts', import.meta.url).href)}).then(({ endWithNpm }) => {
  endWithNpm();
  process.on('SIGTERM', () => { console.log('told'); process.exit(); });
  setInterval(() => {}, 1000);
  console.log('started');
});
`;

test('a script whose npm is killed ends itself', { timeout: 20_000 }, async () => {
  const npm = spawn(process.execPath, ['-e', parent, child], {
    env: { ...process.env, npm_package_name: 'oss-conformance' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const lines: string[] = [];
  npm.stdout.setEncoding('utf8').on('data', (line: string) => lines.push(line.trim()));
  await once(npm.stdout, 'data');
  npm.kill('SIGKILL');
  // The child holds the pipe open until it ends.
  await once(npm.stdout, 'end');
  assert.deepEqual(lines, ['started', 'told']);
});
