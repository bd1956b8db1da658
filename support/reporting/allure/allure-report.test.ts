import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { writeOutcome } from './allure-outcome.ts';
import { buildAllureReport } from './allure-report.ts';
import { prepareAllureResults } from './allure-results.ts';
import { addResult, run } from './testing/known-failure.ts';

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

  const read = (...path: string[]) => readFile(join(reports, ...path), 'utf8');

  it('shows a known deviation as muted, with its issue, and says how to see a scenario again', async () => {
    await addResult(reports);
    for (const buildOrder of [1, 2]) writeOutcome(join(reports, 'allure-results'), run, buildOrder);
    const result: unknown = JSON.parse(await read('allure-results', '1-result.json'));
    assert.ok(typeof result === 'object' && result !== null && 'descriptionHtml' in result);
    assert.match(
      String(result.descriptionHtml),
      /^\n<p>To see it again:<\/p><pre>npm start -- features\/put-bucket-encryption\.feature:10<\/pre>$/,
    );
    assert.partialDeepStrictEqual(result, {
      statusDetails: { known: true, muted: true },
      links: [{ url: 'https://example.org/7', type: 'issue' }],
    });
  });

  it('is missing without Java, in one line that says what to do, and the last one stays', async () => {
    await addResult(reports);
    await mkdir(join(reports, 'allure-report'));
    process.env['PATH'] = join(reports, 'nothing');
    delete process.env['JAVA_HOME'];
    const outcome = await buildAllureReport(reports, run);
    assert.ok('missing' in outcome);
    assert.match(outcome.missing, /^no Allure report: it needs Java 8 or later; install [^\n]*$/);
    assert.deepEqual((await readdir(reports)).toSorted(), ['allure-report', 'allure-results']);
  });

  it('is missing where nothing has run', async () => {
    const outcome = await buildAllureReport(join(reports, 'elsewhere'), run);
    assert.ok('missing' in outcome);
    assert.match(outcome.missing, /allure-results holds no results; runs without --no-allure write them$/);
  });

  it('never shows an earlier run', async () => {
    await addResult(reports);
    await prepareAllureResults(reports);
    assert.deepEqual(await readdir(join(reports, 'allure-results')), []);
  });
});
