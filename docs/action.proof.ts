import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { action } from './testing/action.ts';

const execute = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));

test('the action judges, says the verdict and ends with the exit code of the run', { timeout: 300_000 }, async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'action-'));
  t.after(() => rm(folder, { recursive: true }));
  const { inputs, runs } = await action();
  const script = runs.steps.find(({ id }) => id === 'run')?.run ?? '';
  const given = { ...inputs, clauses: { default: 'PBE-01' }, allure: { default: 'false' } };
  const variables = Object.entries(given).map(([name, { default: value }]) => [`INPUT_${name.toUpperCase()}`, value]);
  const output = join(folder, 'output');
  const env = {
    PATH: process.env['PATH'],
    ...Object.fromEntries(variables),
    SUITE: root,
    REPORTS: 'reports of the action',
    GITHUB_OUTPUT: output,
  };
  const { stdout } = await execute('bash', ['-e', '-o', 'pipefail', '-c', script], { cwd: folder, env });
  assert.match(stdout, /^conformant, not complete/mu);
  assert.equal(await readFile(output, 'utf8'), 'verdict=conformant\n');
  const wrong = { ...env, INPUT_CLAUSES: 'PBE-999' };
  await assert.rejects(execute('bash', ['-e', '-o', 'pipefail', '-c', script], { cwd: folder, env: wrong }), {
    code: 2,
  });
});
