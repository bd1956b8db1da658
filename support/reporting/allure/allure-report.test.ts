import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { buildAllureReport } from './allure-report.ts';
import { prepareAllureResults } from './allure-results.ts';

const javaIsHere = spawnSync('java', ['-version']).status === 0;
const { PATH, JAVA_HOME } = process.env;

describe('the Allure report', () => {
  let reports: string;
  beforeEach(async () => {
    reports = await mkdtemp(join(tmpdir(), 'allure-report-'));
    await prepareAllureResults(reports);
  });
  afterEach(async () => {
    for (const [name, value] of Object.entries({ PATH, JAVA_HOME })) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    await rm(reports, { recursive: true });
  });

  const addResult = async () => {
    const result = {
      uuid: '1',
      historyId: 'h',
      name: 'a scenario',
      status: 'passed',
      backend: 'finished',
      start: 1,
      stop: 2,
    };
    await writeFile(join(reports, 'allure-results', '1-result.json'), JSON.stringify(result));
  };
  const addHistory = async () => {
    await mkdir(join(reports, 'allure-report', 'history'), { recursive: true });
    const trend = [
      { buildOrder: 7, data: { passed: 1, total: 1 } },
      { buildOrder: 6, data: { passed: 1, total: 1 } },
    ];
    await writeFile(join(reports, 'allure-report', 'history', 'history-trend.json'), JSON.stringify(trend));
  };
  const read = async (...path: string[]): Promise<unknown> =>
    JSON.parse(await readFile(join(reports, ...path), 'utf8'));

  it('continues the trend of the last one and calls nobody, or says that it needs Java', async () => {
    await addHistory();
    await prepareAllureResults(reports);
    await addResult();
    const outcome = await buildAllureReport(reports);
    if (!javaIsHere) {
      assert.ok('missing' in outcome);
      assert.match(outcome.missing, /needs Java/);
      return;
    }
    assert.deepEqual(outcome, { built: join(reports, 'allure-report', 'index.html') });
    assert.doesNotMatch(await readFile(join(reports, 'allure-report', 'index.html'), 'utf8'), /https?:/);
    const trend = await read('allure-report', 'history', 'history-trend.json');
    assert.ok(Array.isArray(trend));
    assert.deepEqual(
      trend.map(({ buildOrder }) => buildOrder),
      [8, 7, 6],
    );
    assert.deepEqual((await readdir(reports)).toSorted(), ['allure-report', 'allure-results']);
  });

  it('is missing without Java, in one line that says what to do, and the last one stays', async () => {
    await addHistory();
    await addResult();
    process.env['PATH'] = join(reports, 'nothing');
    delete process.env['JAVA_HOME'];
    const outcome = await buildAllureReport(reports);
    assert.ok('missing' in outcome);
    assert.match(outcome.missing, /^no Allure report: it needs Java 8 or later; install [^\n]*$/);
    assert.deepEqual((await readdir(reports)).toSorted(), ['allure-report', 'allure-results']);
  });

  it('is missing where nothing has run', async () => {
    const outcome = await buildAllureReport(join(reports, 'elsewhere'));
    assert.ok('missing' in outcome);
    assert.match(outcome.missing, /allure-results holds no results; run the suite first$/);
  });

  it('never tells of an earlier run', async () => {
    await addResult();
    await prepareAllureResults(reports);
    assert.deepEqual(await readdir(join(reports, 'allure-results')), ['executor.json']);
  });

  it('starts a trend anew where the last report cannot be read', async () => {
    for (const trend of ['{', '{}', '[null,{"buildOrder":"x"}]']) {
      await addHistory();
      await writeFile(join(reports, 'allure-report', 'history', 'history-trend.json'), trend);
      await prepareAllureResults(reports);
      const executor = await read('allure-results', 'executor.json');
      assert.ok(typeof executor === 'object' && executor !== null && 'buildOrder' in executor);
      assert.equal(executor.buildOrder, 1);
    }
  });
});
