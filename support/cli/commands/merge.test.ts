import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { sampleClause, sampleResults } from '../../reporting/results/sample-results.ts';
import { writeResultsFile } from '../../reporting/results/results-file.ts';
import { WarmCommandLine } from '../testing/warm-command-line.ts';

test('shards are joined with the exit code of the run that they make up', async (t) => {
  const commandLine = new WarmCommandLine();
  t.after(() => commandLine.close());
  const folder = await mkdtemp(join(tmpdir(), 'merge-command-'));
  const [failing, conformant] = [join(folder, 'failing.json'), join(folder, 'conformant.json')];
  const suite = { version: '0.1.0', clauses: 2, scenarios: 2 };
  const nonconformant = sampleClause('PBE-02', [{ verdict: 'nonconformant', reason: 'expected 200, got 404' }]);
  await writeResultsFile(conformant, sampleResults({ suite }));
  await writeResultsFile(failing, sampleResults({ suite, clauses: [nonconformant] }));
  const out = ['--out', join(folder, 'merged'), '--no-allure'];
  const codes = [];
  for (const shards of [[conformant], [conformant, failing]]) {
    const { code, stdout } = await commandLine.run(['merge', ...shards, ...out]);
    codes.push(code);
    assert.match(stdout, /\nResults {2}\S+results\.json\nPage {5}\S+index\.html\n$/u);
  }
  await rm(folder, { recursive: true });
  assert.deepEqual(codes, [0, 1]);
});
