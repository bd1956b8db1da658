import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { sampleClause, sampleResults } from '../results/sample-results.ts';
import { AllureHistory } from './allure-history.ts';

const run = sampleResults({ clauses: [sampleClause('PBE-01', [{ verdict: 'conformant' }])] });

describe('the history of Allure reports', () => {
  let reports: string;
  beforeEach(async () => {
    reports = await mkdtemp(join(tmpdir(), 'allure-history-'));
  });
  afterEach(async () => {
    await rm(reports, { recursive: true });
  });

  /** As Allure writes a report of one file. */
  const built = async (trend: string): Promise<string> => {
    const path = join(reports, 'report.html');
    const content = Buffer.from(trend).toString('base64');
    await writeFile(path, `<script>d('data/x.json','e30=');d('history/history-trend.json','${content}')</script>`);
    return path;
  };
  const given = async (results = run): Promise<readonly [order: number, files: readonly string[]]> => {
    const directory = join(reports, 'allure-results');
    await rm(directory, { recursive: true, force: true });
    await mkdir(directory);
    const order = await new AllureHistory(reports, results).giveTo(directory);
    return [order, await readdir(directory, { recursive: true })];
  };

  it('begins with the first run', async () => {
    assert.deepEqual(await given(), [1, []]);
  });

  it('goes on for the same target and scenarios, whatever the verdicts', async () => {
    await new AllureHistory(reports, run).takeFrom(await built('[{"buildOrder":7},{"buildOrder":6}]'));
    const failing = sampleResults({ clauses: [sampleClause('PBE-01', [{ verdict: 'nonconformant', reason: 'x' }])] });
    assert.deepEqual(await given(failing), [8, ['history', join('history', 'history-trend.json')]]);
    const copy = join(reports, 'allure-results', 'history', 'history-trend.json');
    assert.equal(await readFile(copy, 'utf8'), '[{"buildOrder":7},{"buildOrder":6}]');
  });

  it('is not shared with another target, nor with other scenarios', async () => {
    await new AllureHistory(reports, run).takeFrom(await built('[{"buildOrder":7}]'));
    const others = [
      sampleResults({ target: { name: 'other' } }),
      sampleResults({ clauses: [sampleClause('PBE-02', [{ verdict: 'conformant' }])] }),
    ];
    for (const other of others) assert.deepEqual(await given(other), [1, []]);
  });

  it('starts again if the kept one cannot be read', async () => {
    for (const trend of ['{', '{}', '[null,{"buildOrder":"x"}]']) {
      await new AllureHistory(reports, run).takeFrom(await built(trend));
      assert.equal((await given())[0], 1);
    }
  });

  it('forgets the oldest of many', async () => {
    for (let target = 0; target < 25; target += 1) {
      const results = sampleResults({ target: { name: `target ${target}` } });
      await new AllureHistory(reports, results).takeFrom(await built('[]'));
    }
    assert.equal((await readdir(join(reports, 'allure-history'))).length, 20);
  });
});
